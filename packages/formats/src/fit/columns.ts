import type { Column } from './recorded.ts'

type OwnColumn = Float64Array<ArrayBuffer>

/** Columns of one length that grow together. */
export interface Columns {
  rows: number
  capacity: number
  readonly places: Map<string, number>
  readonly values: OwnColumn[]
  /** How many rows of each column are written; what comes after is not, and is NaN once it is asked for. */
  readonly written: number[]
}

export const emptyColumns = (): Columns => ({ rows: 0, capacity: 0, places: new Map(), values: [], written: [] })

/** The number of the column of this name, made when it is not there yet. */
export const claim = (columns: Columns, name: string): number => {
  const known = columns.places.get(name)
  if (known !== undefined) return known
  const place = columns.values.push(new Float64Array(columns.capacity)) - 1
  columns.written.push(0)
  columns.places.set(name, place)
  return place
}

/**
 * Makes room for `more` rows after those that are there. `expected` is how many may come in all: memory that is not
 * written costs nothing, growing does.
 */
export const reserve = (columns: Columns, more: number, expected: number): void => {
  const needed = columns.rows + more
  if (needed <= columns.capacity) return
  const capacity = Math.max(needed, columns.rows === 0 ? expected : columns.capacity * 2)
  for (const [place, old] of columns.values.entries()) {
    const grown = new Float64Array(capacity)
    grown.set(old.subarray(0, columns.written[place]))
    columns.values[place] = grown
  }
  columns.capacity = capacity
}

/** Makes all rows before `row` of a column NaN that were not written. */
export const closeGap = (columns: Columns, place: number, row: number): void => {
  const written = columns.written[place] ?? row
  if (written < row) {
    columns.values[place]?.fill(NaN, written, row)
    columns.written[place] = row
  }
}

/** The rows of a column that are written; none where there is no such column. */
export const writtenRows = (columns: Columns, name: string): Column => {
  const place = columns.places.get(name) ?? -1
  return columns.values[place]?.subarray(0, columns.written[place]) ?? new Float64Array(0)
}

const isMeasured = (column: Column): boolean => {
  for (let row = 0; row < column.length; row++) if (!Number.isNaN(column[row])) return true
  return false
}

/**
 * A column cut to its rows, in memory of exactly its size; undefined where nothing was measured.
 * It is taken away: the columns do not have it any more.
 */
export const takeColumn = (columns: Columns, name: string): Column | undefined => {
  const place = columns.places.get(name)
  const column = place === undefined ? undefined : columns.values[place]
  if (place === undefined || !column || !isMeasured(writtenRows(columns, name))) return undefined
  closeGap(columns, place, columns.rows)
  columns.places.delete(name)
  return new Float64Array(column.buffer.transferToFixedLength(columns.rows * column.BYTES_PER_ELEMENT))
}

/** Numbers with the times that belong to them: two lists that grow as one. */
export interface TimedList {
  count: number
  values: OwnColumn
  times: OwnColumn
}

const FIRST_LENGTH = 512

export const emptyList = (): TimedList => ({
  count: 0,
  values: new Float64Array(FIRST_LENGTH),
  times: new Float64Array(FIRST_LENGTH),
})

const grown = (column: OwnColumn): OwnColumn => new Float64Array(column.buffer.transfer(column.byteLength * 2))

export const pushTimed = (list: TimedList, value: number, time: number): void => {
  if (list.count === list.values.length) {
    list.values = grown(list.values)
    list.times = grown(list.times)
  }
  list.values[list.count] = value
  list.times[list.count] = time
  list.count++
}
