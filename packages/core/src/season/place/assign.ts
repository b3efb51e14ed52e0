import { at } from './model.ts'
import { FORBIDDEN } from './relation.ts'

/** Least cost of giving some rows of a table each a column of its own; FORBIDDEN: they cannot all have one. */
export interface Assignment {
  readonly leastCost: (costs: Int32Array, leasts: Int32Array, rows: readonly number[]) => number
}

/**
 * Assignment by shortest augmenting paths (Jonker and Volgenant 1987) over a table with `width` columns. Row minima are
 * handed in as first prices; most rows find their cheapest column free, and only the others look for a path.
 */
export const newAssignment = (count: number, width: number): Assignment => {
  const rowPrice = new Int32Array(count)
  const columnPrice = new Int32Array(width)
  const columnOf = new Int32Array(count)
  const rowOf = new Int32Array(width)
  const distance = new Int32Array(width)
  const parent = new Int32Array(width)
  const done = new Uint8Array(width)

  const cheapestFree = (costs: Int32Array, row: number): number => {
    for (let column = 0; column < width; column++) {
      if (at(rowOf, column) < 0 && at(costs, row * width + column) === at(rowPrice, row)) return column
    }
    return -1
  }

  /** Shortest distances from a row over reduced costs, until a free column is reached; -1: none can be. */
  const reach = (costs: Int32Array, start: number): number => {
    distance.fill(FORBIDDEN)
    done.fill(0)
    let [row, base] = [start, 0]
    for (;;) {
      let nearest = -1
      for (let column = 0; column < width; column++) {
        if (done[column] === 1) continue
        const cost = at(costs, row * width + column)
        const through = base + cost - at(rowPrice, row) - at(columnPrice, column)
        if (cost < FORBIDDEN && through < at(distance, column)) {
          distance[column] = through
          parent[column] = row
        }
        if (at(distance, column) < FORBIDDEN && (nearest < 0 || at(distance, column) < at(distance, nearest)))
          nearest = column
      }
      if (nearest < 0) return -1
      if (at(rowOf, nearest) < 0) return nearest
      done[nearest] = 1
      base = at(distance, nearest)
      row = at(rowOf, nearest)
    }
  }

  const reprice = (start: number, end: number): void => {
    const length = at(distance, end)
    rowPrice[start] = at(rowPrice, start) + length
    for (let column = 0; column < width; column++) {
      if (done[column] !== 1) continue
      const slack = length - at(distance, column)
      columnPrice[column] = at(columnPrice, column) - slack
      const row = at(rowOf, column)
      rowPrice[row] = at(rowPrice, row) + slack
    }
  }

  const augment = (start: number, end: number): void => {
    let column = end
    for (;;) {
      const row = at(parent, column)
      const previous = at(columnOf, row)
      rowOf[column] = row
      columnOf[row] = column
      if (row === start) return
      column = previous
    }
  }

  const leastCost = (costs: Int32Array, leasts: Int32Array, rows: readonly number[]): number => {
    rowOf.fill(-1)
    columnPrice.fill(0)
    for (const row of rows) {
      rowPrice[row] = at(leasts, row)
      const column = cheapestFree(costs, row)
      columnOf[row] = column
      if (column >= 0) rowOf[column] = row
    }
    for (const row of rows) {
      if (at(columnOf, row) >= 0) continue
      const end = reach(costs, row)
      if (end < 0) return FORBIDDEN
      reprice(row, end)
      augment(row, end)
    }
    let total = 0
    for (const row of rows) total += at(costs, row * width + at(columnOf, row))
    return total
  }

  return { leastCost }
}
