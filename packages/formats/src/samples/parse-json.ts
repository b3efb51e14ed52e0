import { ok, type Result } from '@bell-lap/core'
import { noteProblem } from '../fit/draft.ts'
import type { Problem } from '../fit/recorded.ts'
import { activityOf } from './activity.ts'
import { decodeBytes } from './decode.ts'
import { instantIn, noZones } from './instant.ts'
import { TEXT_LIMITS, type TextLimits } from './limits.ts'
import type { SamplesFile, SamplesOptions } from './parse-csv.ts'
import { refuse, type Refusal } from './refusal.ts'
import { addRow, recordingOf, tableOf, type Cell, type Table } from './table.ts'

type Entries = { readonly [key: string]: unknown }

const isObject = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

const cellOf = (value: unknown): Cell => (typeof value === 'string' || typeof value === 'number' ? value : undefined)

/** Samples in the shape of a table, whatever shape the file gave them. */
interface JsonTable {
  readonly headers: readonly string[]
  readonly count: number
  readonly row: (index: number) => readonly Cell[]
}

/** What a text that may be JSON is made of, told before it is parsed. */
interface Shape {
  readonly depth: number
  readonly opened: number
  readonly values: number
  /** Behind the last bracket that closed, and what would close those that are open there. */
  readonly closedAt: number
  readonly toClose: string
}

const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const CLOSING: ReadonlyMap<number, string> = new Map([
  [91, ']'],
  [123, '}'],
])
const isClosing = (code: number): boolean => code === 93 || code === 125

/** Looks at the brackets of a text; no further than to where they are too deep. */
const shapeOf = (text: string, deepest: number): Shape => {
  const open: string[] = []
  let [depth, opened, values, closedAt, toClose, inString] = [0, 0, 0, 0, '', false]
  for (let at = 0; at < text.length && depth <= deepest; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) inString = false
    } else if (code === QUOTE) inString = true
    else if (code === COMMA) values++
    else if (isClosing(code)) {
      open.pop()
      closedAt = at + 1
      toClose = open.length === 0 ? '' : open.toReversed().join('')
    } else {
      const closing = CLOSING.get(code)
      if (closing === undefined) continue
      open.push(closing)
      opened++
      depth = Math.max(depth, open.length)
    }
  }
  return { depth, opened, values, closedAt, toClose }
}

/** Deeper or more than that is no table of samples. */
const shapeFault = ({ depth, opened, values }: Shape, limits: TextLimits): Problem | undefined => {
  if (depth > limits.depth)
    return { code: 'too-deep', message: `More than ${limits.depth} brackets stand in one another.` }
  const most = limits.samples * 24
  if (opened <= limits.samples * 2 && values <= most) return undefined
  return { code: 'too-many-messages', message: `There are more than ${limits.samples} samples or ${most} values.` }
}

/** The values of a sample, those inside one another with both names: `position lat`. */
const flattened = (sample: Entries, before = ''): readonly (readonly [header: string, value: unknown])[] =>
  Object.entries(sample).flatMap(([key, value]) => {
    if (isObject(value) && before === '') return flattened(value, `${key} `)
    return [[before + key, value] as const, [key, value] as const]
  })

/** Enough to have seen every name that samples have. */
const FIRST_SAMPLES = 100

const ofObjects = (list: readonly unknown[]): JsonTable | undefined => {
  const samples = list.filter(isObject)
  if (samples.length === 0 || samples.length < list.length / 2) return undefined
  const headers = [
    ...new Set(samples.slice(0, FIRST_SAMPLES).flatMap((sample) => flattened(sample).map(([name]) => name))),
  ]
  const row = (index: number): readonly Cell[] => {
    const values = new Map(flattened(samples[index] ?? {}))
    return headers.map((header) => cellOf(values.get(header)))
  }
  return { headers, count: samples.length, row }
}

type Named = readonly (readonly [name: string, values: readonly unknown[]])[]

/** Pairs of latitude and longitude are two columns. */
const unpaired = (columns: Named): Named =>
  columns.flatMap(([name, values]) => {
    if (!/^lat_?lngs?$|^coordinates$/i.test(name)) return [[name, values] as const]
    const part = (place: number): readonly unknown[] => values.map((pair) => (isList(pair) ? pair[place] : undefined))
    return [['latitude', part(0)] as const, ['longitude', part(1)] as const]
  })

const ofColumns = (columns: Named): JsonTable | undefined => {
  const apart = unpaired(columns.filter(([, values]) => values.length > 0))
  if (apart.length < 2) return undefined
  const row = (index: number): readonly Cell[] => apart.map(([, values]) => cellOf(values[index]))
  return { headers: apart.map(([name]) => name), count: Math.max(...apart.map(([, values]) => values.length)), row }
}

const streamValues = (value: unknown): readonly unknown[] =>
  isList(value) ? value : isObject(value) && isList(value['data']) ? value['data'] : []

/** `[{ "type": "time", "data": [...] }, ...]`, as Strava gives streams. */
const ofStreams = (list: readonly unknown[]): JsonTable | undefined =>
  ofColumns(
    list
      .filter(isObject)
      .flatMap((stream) =>
        typeof stream['type'] === 'string' ? [[stream['type'], streamValues(stream)] as const] : [],
      ),
  )

const tablesAt = (value: unknown): readonly (JsonTable | undefined)[] => {
  if (isList(value)) return [ofObjects(value), ofStreams(value)]
  if (!isObject(value)) return []
  return [ofColumns(Object.entries(value).map(([name, part]) => [name, streamValues(part)] as const))]
}

interface Found {
  readonly json: JsonTable
  readonly table: Table
}

/** Objects that are looked into for samples. */
const MOST_LOOKS = 200

/** The first table of samples in a value, the outermost first. */
const findTable = (root: unknown): Found | undefined => {
  const waiting = [root]
  for (let looks = 0; looks < MOST_LOOKS && looks < waiting.length; looks++) {
    const value = waiting[looks]
    for (const json of tablesAt(value)) {
      const table = json && tableOf(json.headers)
      if (json && table) return { json, table }
    }
    const parts = isList(value) ? value.slice(0, 20) : isObject(value) ? Object.values(value) : []
    waiting.push(...parts.slice(0, MOST_LOOKS).filter((part) => typeof part === 'object'))
  }
  return undefined
}

const START = /^(?:start|start_?time|start_?date|begin|start_?date_?local|date)$/i

/** The moment that the object around the samples gives as its start. */
const startIn = (root: unknown): number | undefined => {
  for (const [key, value] of Object.entries(isObject(root) ? root : {})) {
    const moment = START.test(key) && typeof value === 'string' ? instantIn(value, noZones()) : NaN
    if (!Number.isNaN(moment)) return moment
  }
  return undefined
}

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** The value of a text; of one that is cut off, what stands before its last closed bracket. */
const valueOf = (
  text: string,
  { closedAt, toClose }: Shape,
  problems: Problem[],
): { readonly value: unknown } | undefined => {
  const whole = parsed(text)
  if (whole || toClose === '') return whole
  const head = parsed(text.slice(0, closedAt) + toClose)
  if (head) noteProblem(problems, { code: 'truncated', message: 'The file ends inside its samples.', at: text.length })
  return head
}

const read = (root: unknown, found: Found, problems: Problem[]): SamplesFile => {
  const { json, table } = found
  for (let index = 0; index < json.count; index++) addRow(table, json.row(index))
  const draft = recordingOf(table, problems)
  const startAt = startIn(root)
  if (!draft.dateless || startAt === undefined) return { activity: activityOf(draft, problems), problems }
  const time = draft.rows.columns.get('time')
  if (time) for (let row = 0; row < draft.rows.count; row++) time[row] = (time[row] ?? NaN) + startAt
  draft.dateless = false
  return { activity: activityOf(draft, problems), problems }
}

/**
 * Reads samples in JSON: a list of objects, lists by name, or streams (`type` and `data`), at the top or inside an
 * object, by the same names and units as the headers of tables. Refused is what is no JSON or holds no such samples.
 */
export const parseJson = (bytes: Uint8Array, options: SamplesOptions = {}): Result<SamplesFile, Refusal> => {
  const limits = { ...TEXT_LIMITS, ...options.limits }
  if (bytes.length > limits.bytes)
    return refuse('too-large', `The file has ${bytes.length} bytes; ${limits.bytes} are read at most.`)
  const problems: Problem[] = []
  const text = decodeBytes(bytes, problems)
  const shape = shapeOf(text, limits.depth)
  const fault = shapeFault(shape, limits)
  if (fault) return refuse(fault.code, fault.message)
  const root = valueOf(text, shape, problems)
  if (!root) return refuse('lost-sync', 'The file is no sound JSON.')
  const found = findTable(root.value)
  if (!found) return refuse('not-recognised', 'Nothing in the file names times or positions and something measured.')
  if (found.json.count > limits.samples)
    return refuse('too-many-messages', `There are more than ${limits.samples} samples.`)
  const file = read(root.value, found, problems)
  if (file.activity.samples.count === 0) return refuse('empty', 'The file holds no samples.', problems)
  return ok(file)
}
