/** Brings a row of a table from one shape of the store to the next. */
export type RowStep = (table: string, row: unknown) => unknown

/**
 * What each migration means for rows of archives that were made before it, by the shape that they had: the step from 1 to
 * 2 stands under 1. A shape whose rows stay as they are needs none.
 */
const STEPS: { readonly [shape: number]: RowStep } = {}

/** A row of an archive of some shape as this program's rows are. */
export const upgradeRow = (
  table: string,
  row: unknown,
  shape: number,
  steps: { readonly [shape: number]: RowStep } = STEPS,
): unknown => {
  let now = row
  const shapes = Object.keys(steps).map(Number)
  for (const each of shapes.toSorted((one, other) => one - other)) {
    const step = steps[each]
    if (each >= shape && step) now = step(table, now)
  }
  return now
}
