import { distanceBetween, type Evidence, type Stretch } from './align.ts'

/** Lengths, as shares of the planned one, within which a stretch is that repetition, and below which it is none. */
const SHORTEST = 0.7
const LONGEST = 1.35
const NOTHING_OF_IT = 0.45
/** Repetitions are this much faster than the half minute beside them. */
const CONTRAST = 1.1
const BESIDE = 30
/** Seconds at the ends of a recovery that belong to slowing down and speeding up. */
const TURN = 4
/** Share of the stretches that have to stand out for the session to be the planned one. */
const ENOUGH = 0.55

const speedBetween = (evidence: Evidence, start: number, end: number): number =>
  end > start ? distanceBetween(evidence.timeline, start, end) / (end - start) : NaN

const ratioOf = ({ timeline, reps }: Evidence, { rep, start, end, lap }: Stretch): number => {
  const { distance, duration } = reps[rep] ?? {}
  if (distance !== undefined) return (lap?.distance ?? distanceBetween(timeline, start, end)) / distance
  return duration === undefined ? 1 : (lap?.timer ?? end - start) / duration
}

/** Slower running lies on every side on which the plan or the end of the session has any. */
const standsOut = (evidence: Evidence, stretches: readonly Stretch[], index: number): boolean => {
  const [before, here, after] = [stretches[index - 1], stretches[index], stretches[index + 1]]
  if (!here) return false
  const speed = speedBetween(evidence, here.start, here.end)
  const from = Math.max(before?.end ?? 0, here.start - BESIDE)
  const to = Math.min(after?.start ?? evidence.timeline.count - 1, here.end + BESIDE)
  const rested = (stretch: Stretch | undefined): boolean => !stretch || evidence.reps[stretch.rep]?.recovery !== null
  return (
    isSlower(evidence, [from, here.start - TURN], speed, before !== undefined && rested(before)) &&
    isSlower(evidence, [here.end + TURN, to], speed, after !== undefined && rested(here))
  )
}

const isSlower = (
  evidence: Evidence,
  [from, to]: readonly [number, number],
  speed: number,
  needed: boolean,
): boolean => {
  if (to - from < TURN) return !needed || to - from > -TURN
  return speedBetween(evidence, from, to) * CONTRAST <= speed
}

/** Repetitions of one kind differ by less than this, as a share of their mean speed; only told of so many. */
const MOST_SPREAD = 0.1
const TOLD_OF = 4

const isOneRunner = (evidence: Evidence, stretches: readonly Stretch[]): boolean =>
  [...Map.groupBy(stretches, ({ rep }) => evidence.reps[rep]?.group).values()].every((group) => {
    const speeds = group.map(({ start, end }) => speedBetween(evidence, start, end))
    const mean = speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length
    const squares = speeds.reduce((sum, speed) => sum + (speed - mean) ** 2, 0)
    return speeds.length < TOLD_OF || Math.sqrt(squares / (speeds.length - 1)) <= MOST_SPREAD * mean
  })

/**
 * Leaves what may be the planned session. A run that only happens to be faster here and there is not cut into
 * repetitions: most of them have to be about as long as planned, with slower running beside them.
 */
export const plausible = (evidence: Evidence, stretches: readonly Stretch[]): readonly Stretch[] => {
  const kept = stretches.filter((stretch) => stretch.lap || ratioOf(evidence, stretch) >= NOTHING_OF_IT)
  const sound = kept.filter((stretch, index) => {
    const ratio = ratioOf(evidence, stretch)
    return ratio >= SHORTEST && ratio <= LONGEST && standsOut(evidence, kept, index)
  })
  return sound.length >= ENOUGH * kept.length && isOneRunner(evidence, kept) ? kept : []
}
