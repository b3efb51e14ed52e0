import { ok, type Result } from '@bell-lap/core'
import { noteProblem } from '../fit/draft.ts'
import type { Activity, Problem } from '../fit/recorded.ts'
import { activityOf } from './activity.ts'
import { delimiterOf, readCells, type CsvEnd } from './csv.ts'
import { decodeBytes } from './decode.ts'
import { TEXT_LIMITS, type TextLimits } from './limits.ts'
import { refuse, type Refusal } from './refusal.ts'
import { addRow, recordingOf, tableOf, type Table } from './table.ts'

/** A table of samples as an activity. */
export interface SamplesFile {
  readonly activity: Activity
  readonly problems: readonly Problem[]
}

export interface SamplesOptions {
  readonly limits?: Partial<TextLimits>
}

/** Devices write a head of some lines before the table. */
const HEAD_ROWS = 30

interface CsvHead {
  readonly delimiter: string
  /** Rows before the samples, the header among them. */
  readonly rows: number
  readonly header: readonly string[]
}

/** The last of the first rows that names columns of samples; undefined where none does. */
const headOf = (text: string, limits: TextLimits): CsvHead | undefined => {
  const delimiter = delimiterOf(text)
  let [rows, head]: [number, CsvHead | undefined] = [0, undefined]
  readCells(text, delimiter, limits.text, (cells) => {
    rows++
    if (tableOf(cells)) head = { delimiter, rows, header: [...cells] }
    return rows < HEAD_ROWS
  })
  return head
}

/** Tables whose rows are no samples, by the names of their columns. */
const LAPS = /^(?:laps?|splits?|intervals?|runden?|reps?)$/i
const ACTIVITIES = /^activity (?:id|type|name|date)$/i

const rowsInstead = (header: readonly string[]): string | undefined => {
  if (header.some((cell) => ACTIVITIES.test(cell.trim()))) return 'activities'
  return LAPS.test(header[0]?.trim() ?? '') ? 'laps' : undefined
}

const noteEnd = (end: CsvEnd, problems: Problem[]): void => {
  if (end === 'open-quote')
    noteProblem(problems, { code: 'truncated', message: 'The file ends inside a cell that begins with a quote.' })
}

const readRows = (text: string, head: CsvHead, table: Table, limits: TextLimits): CsvEnd => {
  let row = 0
  return readCells(text, head.delimiter, limits.text, (cells) => {
    row++
    if (row > head.rows) addRow(table, cells)
    return table.draft.rows.count <= limits.samples
  })
}

/**
 * Reads a table of samples (CSV, RFC 4180) by its headers: `time,distance (km),HR`. Times are moments (ISO 8601, Unix),
 * clocks or seconds. Refused is what has no such header, tells of laps, holds no row, or goes beyond the limits.
 */
export const parseCsv = (bytes: Uint8Array, options: SamplesOptions = {}): Result<SamplesFile, Refusal> => {
  const limits = { ...TEXT_LIMITS, ...options.limits }
  if (bytes.length > limits.bytes)
    return refuse('too-large', `The file has ${bytes.length} bytes; ${limits.bytes} are read at most.`)
  const problems: Problem[] = []
  const text = decodeBytes(bytes, problems)
  const head = headOf(text, limits)
  const table = head && tableOf(head.header)
  if (!head || !table) return refuse('not-recognised', 'No header names times or positions and something measured.')
  const instead = rowsInstead(head.header)
  if (instead !== undefined) return refuse('not-recognised', `This is a table of ${instead}, not of samples.`)
  const end = readRows(text, head, table, limits)
  if (end === 'stopped') return refuse('too-many-messages', `There are more than ${limits.samples} rows.`, problems)
  if (end === 'long-cell') return refuse('oversized-text', `A cell is longer than ${limits.text} characters.`, problems)
  if (end === 'long-row') return refuse('too-many-columns', 'A row has more cells than any table of samples.', problems)
  noteEnd(end, problems)
  if (table.draft.rows.count === 0) return refuse('empty', 'The table has a header and no samples.', problems)
  return ok({ activity: activityOf(recordingOf(table, problems), problems), problems })
}
