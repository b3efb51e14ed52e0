import { onGrid } from './volume.ts'

/** A run that is to get its part of a week. */
export interface Share {
  readonly weight: number
  /** Least that it is given, a multiple of the grid. */
  readonly least: number
}

/**
 * Shares out an amount in steps of the grid: each by its weight, none under its least; what rounding leaves goes to those
 * that lost most by it. Where the least of all is more than there is, each gets its least.
 */
export const allocate = (amount: number, shares: readonly Share[], grid: number): readonly number[] => {
  const exact = fill(amount, shares)
  const floors = exact.map((part) => onGrid(part, grid))
  let left = Math.round((amount - floors.reduce((sum, part) => sum + part, 0)) / grid)
  const byLoss = exact
    .map((part, index) => ({ index, loss: part - (floors[index] ?? 0) }))
    .toSorted((a, b) => b.loss - a.loss || a.index - b.index)
  for (const { index } of byLoss) {
    if (left <= 0) break
    floors[index] = (floors[index] ?? 0) + grid
    left--
  }
  return floors
}

/** Parts by weight, raised to their least where weight alone gives less. */
const fill = (amount: number, shares: readonly Share[]): readonly number[] => {
  const pinned = new Set<Share>()
  for (;;) {
    const open = shares.filter((share) => !pinned.has(share))
    const left = amount - [...pinned].reduce((sum, { least }) => sum + least, 0)
    const weights = open.reduce((sum, { weight }) => sum + weight, 0)
    const short = open.filter(({ weight, least }) => (left * weight) / weights < least)
    if (short.length === 0)
      return shares.map((share) => (pinned.has(share) ? share.least : (left * share.weight) / weights))
    for (const share of short) pinned.add(share)
  }
}
