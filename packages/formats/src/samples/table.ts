import { METRES_PER } from '@bell-lap/core'
import { noteOnce } from '../fit/draft.ts'
import type { ColumnName, Problem } from '../fit/recorded.ts'
import { amountIn } from './amount.ts'
import { clockIn, timeIn, unixMoment, type TimeForm } from './clock.ts'
import { emptyRecording, type RecordingDraft } from './draft.ts'
import { headerMeaning, type Meaning } from './headers.ts'
import { nextRow, setValue, type Rows } from './rows.ts'

/** A cell of a table, whatever the table came from. */
export type Cell = string | number | null | undefined

interface TableColumn {
  readonly place: number
  readonly meaning: Meaning
}

/** A table of samples while it is read, row by row. */
export interface Table {
  readonly draft: RecordingDraft
  readonly columns: readonly TableColumn[]
  readonly timePlace: number
  readonly datePlace: number
  readonly timeToSeconds: (amount: number) => number
  /** How the first time was written: all others have to be written so. */
  timeForm: TimeForm
  unread: number
  firstUnread: string
}

const seconds = (amount: number): number => amount

const placeOf = (meanings: readonly (Meaning | undefined)[], quantity: Meaning['quantity']): number =>
  meanings.findIndex((meaning) => meaning?.quantity === quantity)

/** Each quantity once, the first that is named. */
const columnsOf = (meanings: readonly (Meaning | undefined)[]): TableColumn[] =>
  meanings.flatMap((meaning, place) => {
    if (!meaning || meaning.quantity === 'time' || meaning.quantity === 'date') return []
    return placeOf(meanings, meaning.quantity) === place ? { place, meaning } : []
  })

/** A table with these headers; undefined where they do not tell of samples: times or positions, and a measure. */
export const tableOf = (headers: readonly string[]): Table | undefined => {
  const meanings = headers.map(headerMeaning)
  const columns = columnsOf(meanings)
  const [timePlace, datePlace] = [placeOf(meanings, 'time'), placeOf(meanings, 'date')]
  const has = (quantity: Meaning['quantity']): boolean => placeOf(meanings, quantity) >= 0
  const tells = timePlace >= 0 || datePlace >= 0 ? columns.length > 0 : has('latitude') && has('longitude')
  if (!tells) return undefined
  return {
    draft: emptyRecording(),
    columns,
    timePlace,
    datePlace,
    timeToSeconds: meanings[timePlace]?.toOwn ?? seconds,
    timeForm: 'none',
    unread: 0,
    firstUnread: '',
  }
}

const noteUnread = (table: Table, cell: Cell): void => {
  if (table.unread === 0) table.firstUnread = String(cell).slice(0, 40)
  table.unread++
}

const isBlank = (cell: Cell): cell is null | undefined | '' =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

const amountOf = (table: Table, cell: Cell, { quantity }: Meaning): number => {
  if (isBlank(cell)) return NaN
  const text = String(cell)
  const amount = amountIn(text)
  if (!Number.isNaN(amount)) return amount
  const clock = quantity === 'pace' ? clockIn(text) : NaN
  if (!Number.isNaN(clock)) return clock / 60
  if (!/^(?:nan|null|none|-+|n\/a)$/i.test(text.trim())) noteUnread(table, cell)
  return NaN
}

/** A pace without a unit is minutes a kilometre. */
const PACE = headerMeaning('pace (min/km)')?.toOwn

const setMeasure = (table: Table, cell: Cell, meaning: Meaning): void => {
  const { quantity } = meaning
  const amount = amountOf(table, cell, meaning)
  const own = (meaning.toOwn ?? (quantity === 'pace' ? PACE : undefined))?.(amount) ?? amount
  if (Number.isNaN(own) || (own === 0 && quantity === 'heartRate')) return
  const { rows } = table.draft
  if (quantity === 'pace') {
    if (!table.columns.some((column) => column.meaning.quantity === 'speed')) setValue(rows, 'speed', own)
  } else if (quantity !== 'time' && quantity !== 'date') setValue(rows, quantity, own)
}

/** The written time of a row: a day and a time of day where they stand apart. */
const writtenTime = ({ timePlace, datePlace }: Table, cells: readonly Cell[]): Cell => {
  const [time, date] = [cells[timePlace], cells[datePlace]]
  if (isBlank(date)) return time
  return isBlank(time) ? date : `${date}T${time}`
}

const setTime = (table: Table, cells: readonly Cell[]): void => {
  const written = writtenTime(table, cells)
  if (isBlank(written)) return
  const { form, value } = timeIn(written, table.draft.zones)
  if (table.timeForm === 'none') table.timeForm = form
  if (form === 'none' || form !== table.timeForm) return noteUnread(table, written)
  const moment = form === 'number' ? (unixMoment(value) ?? table.timeToSeconds(value) * 1000) : value
  setValue(table.draft.rows, 'time', form === 'clock' ? value * 1000 : moment)
}

/** Adds a row; one without anything in it is left out. */
export const addRow = (table: Table, cells: readonly Cell[]): void => {
  const { rows } = table.draft
  setTime(table, cells)
  for (const { place, meaning } of table.columns) setMeasure(table, cells[place], meaning)
  if (rows.started) nextRow(rows)
}

const knownIn = ({ columns, count }: Rows, name: 'time' | ColumnName): Float64Array =>
  columns
    .get(name)
    ?.subarray(0, count)
    .filter((value) => !Number.isNaN(value)) ?? new Float64Array()

/** What a table comes to on the whole: seconds, metres (if its distances are such), mean speed as written. */
const wholeOf = (rows: Rows): { readonly span: number; readonly total: number; readonly speed: number } => {
  const [time, distance, speed] = [knownIn(rows, 'time'), knownIn(rows, 'distance'), knownIn(rows, 'speed')]
  return {
    span: ((time.at(-1) ?? NaN) - (time[0] ?? NaN)) / 1000,
    total: (distance.at(-1) ?? NaN) - (distance[0] ?? NaN),
    speed: speed.reduce((sum, value) => sum + value, 0) / speed.length,
  }
}

const multiply = ({ columns, count }: Rows, name: ColumnName, factor: number): void => {
  const column = columns.get(name)
  if (column) for (let row = 0; row < count; row++) column[row] = (column[row] ?? NaN) * factor
}

const lacksUnit = (table: Table, quantity: ColumnName): boolean =>
  table.columns.some(({ meaning }) => meaning.quantity === quantity && meaning.toOwn === undefined)

/** Shorter tables say too little to tell one unit from another, in seconds. */
const TELLING_SPAN = 60
/** No run is so slow on the whole, in m/s; the same figures in kilometres are one at any pace. */
const SLOWEST = 0.05
/** What a speed in m/s, km/h and mph is against metres and seconds. */
const SPEED_UNITS = [
  { name: 'm/s', ratio: 1 },
  { name: 'mph', ratio: 3600 / METRES_PER.mi },
  { name: 'km/h', ratio: 3600 / METRES_PER.km },
] as const

/** A distance without a unit that would be a crawl in metres is in kilometres. */
const judgeDistance = (table: Table, problems: Problem[]): void => {
  const { rows } = table.draft
  const { span, total } = wholeOf(rows)
  if (!lacksUnit(table, 'distance') || !(total > 0 && span > TELLING_SPAN && total / span < SLOWEST)) return
  multiply(rows, 'distance', 1000)
  noteOnce(problems, 'other-unit', `The distance has no unit: ${total} is taken for kilometres.`)
}

/** A speed without a unit is in the one that fits best to distance and time. */
const judgeSpeed = (table: Table, problems: Problem[]): void => {
  const { rows } = table.draft
  const { span, total, speed } = wholeOf(rows)
  const ratio = speed / (total / span)
  if (!lacksUnit(table, 'speed') || !(ratio > 0 && ratio < Infinity && span > TELLING_SPAN)) return
  const away = (unit: (typeof SPEED_UNITS)[number]): number => Math.abs(Math.log(ratio / unit.ratio))
  const [unit] = SPEED_UNITS.toSorted((one, other) => away(one) - away(other))
  if (!unit || unit.ratio === 1) return
  multiply(rows, 'speed', 1 / unit.ratio)
  noteOnce(problems, 'other-unit', `The speed has no unit: it is taken for ${unit.name}.`)
}

/** The draft of a table that was read. Adds what is odd about it to the problems. */
export const recordingOf = (table: Table, problems: Problem[]): RecordingDraft => {
  const { draft, unread, firstUnread } = table
  judgeDistance(table, problems)
  judgeSpeed(table, problems)
  const first = draft.rows.columns.get('time')?.find((time) => !Number.isNaN(time)) ?? NaN
  draft.dateless = table.timeForm === 'clock' || (table.timeForm === 'number' && unixMoment(first / 1000) === undefined)
  if (unread > 0)
    noteOnce(problems, 'bad-value', `${unread} cells are no number or time; the first is "${firstUnread}".`)
  return draft
}
