import type { Column, ColumnName } from '../fit/recorded.ts'

export type RowColumn = 'time' | ColumnName
type OwnColumn = Float64Array<ArrayBuffer>

/** Samples while they are read, value by value: the row that is being written is the one after the last. */
export interface Rows {
  count: number
  capacity: number
  /** Something is written in the row that is not finished. */
  started: boolean
  readonly columns: Map<RowColumn, OwnColumn>
}

const FIRST_CAPACITY = 1024

export const emptyRows = (): Rows => ({ count: 0, capacity: FIRST_CAPACITY, started: false, columns: new Map() })

const openColumn = (rows: Rows, name: RowColumn): OwnColumn => {
  const column = new Float64Array(rows.capacity).fill(NaN)
  rows.columns.set(name, column)
  return column
}

export const setValue = (rows: Rows, name: RowColumn, value: number): void => {
  const column = rows.columns.get(name) ?? openColumn(rows, name)
  column[rows.count] = value
  rows.started = true
}

/** Forgets what was written into the row that was not finished. */
export const clearRow = (rows: Rows): void => {
  if (!rows.started) return
  rows.started = false
  for (const column of rows.columns.values()) column[rows.count] = NaN
}

export const nextRow = (rows: Rows): void => {
  rows.count++
  rows.started = false
  if (rows.count < rows.capacity) return
  rows.capacity *= 2
  for (const [name, column] of rows.columns) {
    const grown = new Float64Array(rows.capacity).fill(NaN, rows.count)
    grown.set(column)
    rows.columns.set(name, grown)
  }
}

/** A column cut to its rows, in memory of its own size; undefined where nothing was measured. */
export const columnOf = (rows: Rows, name: RowColumn): Column | undefined => {
  const column = rows.columns.get(name)?.slice(0, rows.count)
  return column?.some((value) => !Number.isNaN(value)) === true ? column : undefined
}
