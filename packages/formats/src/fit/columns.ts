import type { Column } from './recorded.ts'

/** Columns of one length that grow together; what is not written is NaN. */
export interface Columns {
  rows: number
  capacity: number
  readonly places: Map<string, number>
  readonly values: Column[]
}

const FIRST_CAPACITY = 4096

export const emptyColumns = (): Columns => ({ rows: 0, capacity: FIRST_CAPACITY, places: new Map(), values: [] })

/** The number of the column of this name, made when it is not there yet. */
export const claim = (columns: Columns, name: string): number => {
  const known = columns.places.get(name)
  if (known !== undefined) return known
  const place = columns.values.push(new Float64Array(columns.capacity).fill(NaN)) - 1
  columns.places.set(name, place)
  return place
}

/** Makes room for more rows after those that are there. */
export const reserve = (columns: Columns, more: number): void => {
  const needed = columns.rows + more
  if (needed <= columns.capacity) return
  const capacity = Math.max(needed, columns.capacity * 2)
  for (const [place, old] of columns.values.entries()) {
    const grown = new Float64Array(capacity)
    grown.set(old)
    grown.fill(NaN, columns.capacity)
    columns.values[place] = grown
  }
  columns.capacity = capacity
}

const isMeasured = (column: Column, rows: number): boolean => {
  for (let row = 0; row < rows; row++) if (!Number.isNaN(column[row])) return true
  return false
}

/** The first number of a column, undefined where it has none. */
export const firstNumber = (columns: Columns, name: string): number | undefined => {
  const column = columns.values[columns.places.get(name) ?? -1]
  for (let row = 0; column && row < columns.rows; row++) if (!Number.isNaN(column[row])) return column[row]
  return undefined
}

/** A column cut to its rows, in memory of its own; undefined where nothing was ever written. */
export const takeColumn = (columns: Columns, name: string): Column | undefined => {
  const place = columns.places.get(name)
  const column = place === undefined ? undefined : columns.values[place]
  return column && isMeasured(column, columns.rows) ? column.slice(0, columns.rows) : undefined
}

/** A list of numbers that grows. */
export interface NumberList {
  count: number
  values: Column
}

export const emptyList = (): NumberList => ({ count: 0, values: new Float64Array(256) })

export const pushNumber = (list: NumberList, value: number): void => {
  if (list.count === list.values.length) {
    const grown = new Float64Array(list.values.length * 2)
    grown.set(list.values)
    list.values = grown
  }
  list.values[list.count++] = value
}

export const takeList = (list: NumberList): Column => list.values.slice(0, list.count)
