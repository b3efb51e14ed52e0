import type { WeekOutline } from './outline.ts'

/** A week of volume adds at most this share to the highest before it (science 11: a fifth warns; R149: modest). */
const MOST_STEP = 1.08
/** A recovery week against the highest of the three before it (documents: 0.75, 0.77). */
const EASED = 0.74
const LOOKBACK = 3
/** The week before race week, and the six days before the race, against the highest week (Bosquet 2007: 41 to 60 % less). */
const TAPER_SHARE = 0.75
export const LAST_DAYS_SHARE = 0.5

/** Weeks that may add distance: weeks of volume after the first, up to the first race-specific one. */
const addsDistance = (week: WeekOutline, outline: readonly WeekOutline[]): boolean => {
  if (week.focus !== 'volume' || week.number === 1) return false
  const first = outline.find(({ phase, focus }) => phase === 'specific' && focus === 'volume')
  return week.phase !== 'specific' || week === first
}

/** How many times the distance of a week may grow in these weeks. */
const stepsIn = (outline: readonly WeekOutline[]): number =>
  outline.filter((week) => addsDistance(week, outline)).length

/** The most that these weeks lead to from a start in steps that legs can follow. */
export const reachableFrom = (start: number, outline: readonly WeekOutline[]): number =>
  start * MOST_STEP ** stepsIn(outline)

/** Rounds down to the grid; what floating point puts a hair under it stays on it. */
export const onGrid = (amount: number, grid: number): number => Math.floor(amount / grid + 1e-9) * grid

interface Span {
  readonly start: number
  readonly peak: number
  readonly grid: number
}

/**
 * Running of each week before race week, in the unit of start and peak. Distance grows by one factor in weeks of volume,
 * stays in weeks of intensity (R118) and eases in recovery weeks (R148).
 */
export const volumesOf = (outline: readonly WeekOutline[], { start, peak, grid }: Span): readonly number[] => {
  const factor = (peak / start) ** (1 / Math.max(1, stepsIn(outline)))
  const volumes: number[] = []
  let building = start
  for (const week of outline) {
    if (addsDistance(week, outline)) building *= factor
    const share = week.focus === 'sharpen' ? TAPER_SHARE : EASED
    const eases = week.focus === 'absorb' || week.focus === 'sharpen'
    const highest = Math.max(...volumes.slice(-LOOKBACK), 0)
    if (week.focus !== 'race') volumes.push(eases ? onGrid(highest * share, grid) : steppedTo(building, highest, grid))
  }
  return volumes
}

/** Rounding does not make a step longer than the factor, but never shorter than one of the grid either. */
const steppedTo = (amount: number, highest: number, grid: number): number => {
  const most = highest === 0 ? Infinity : Math.max(onGrid(highest * MOST_STEP, grid), highest + grid)
  return Math.min(onGrid(amount, grid), most)
}
