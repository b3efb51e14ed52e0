import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import type { Distance, Duration, Speed } from '../units/quantity.ts'
import { distanceIn, timeOver } from '../units/speed.ts'
import { familyOf, type Family, type SpeedAt } from './family.ts'
import { flatten, isRecovery, type Bout } from './flatten.ts'
import { speedOfStep } from './step-speed.ts'
import type { Amount, Extent, Step, Total, Workout } from './workout.ts'

export type { SpeedAt } from './family.ts'

/** A bout with what it comes to. Null where neither the text nor the paces can tell. */
export interface EstimatedBout extends Bout {
  readonly family: Family
  /** Rest between bouts of work; a recovery run is running, not rest. */
  readonly recovery: boolean
  readonly distance: Distance | null
  readonly duration: Duration | null
  /** The length rests on a convention (a full recovery of three times the repetition), not on the text. */
  readonly assumed: boolean
  /** The rest of the stated total, which the steps do not list. */
  readonly unlisted?: true
}

export interface Estimate {
  /** As run; the rest of a stated total stands last. */
  readonly bouts: readonly EstimatedBout[]
  /** Whole session, the part that the steps do not list included. Null when something in it has no length. */
  readonly distance: Distance | null
  readonly duration: Duration | null
}

/** A complete recovery takes about three times the repetition (R23: 2 to 3 times). */
const FULL_RECOVERY = 3

/** Whose speeds, and for which race. */
interface Runner {
  readonly speedAt: SpeedAt
  readonly goal: Family | undefined
}

/** What a workout comes to at these paces; stated lengths stay as stated, ranges count at their low end. */
export const estimate = (workout: Workout, speedAt: SpeedAt, goal?: Family): Estimate => {
  const runner: Runner = { speedAt, goal }
  const bouts: EstimatedBout[] = []
  let before: EstimatedBout | undefined
  for (const bout of flatten(workout)) {
    const estimated = estimateBout(bout, { before, bouts }, runner)
    bouts.push(estimated)
    if (!estimated.recovery) before = estimated
  }
  if (workout.total) return withTotal(workout.total, workout, { bouts, runner })
  return bouts.length > 0 ? { bouts, ...sumOf(bouts) } : { bouts, ...lengthWithoutRunning(workout) }
}

interface Earlier {
  /** The last bout that was not rest. */
  readonly before: EstimatedBout | undefined
  readonly bouts: readonly EstimatedBout[]
}

const estimateBout = (bout: Bout, earlier: Earlier, runner: Runner): EstimatedBout => {
  const { step } = bout
  const recovery = isRecovery(step) && (earlier.before !== undefined || step.mode !== undefined || step.role === 'rest')
  const repeated = bout.path.length > 1
  const speed = speedOfStep(step, runner.speedAt, { between: recovery, repeated })
  const length = bout.fills ? restOfLength(bout.fills, earlier.bouts) : lengthOf(step.extent, earlier.before, speed)
  return {
    ...bout,
    recovery,
    family: familyOf(step, { ...familyContext(runner, speed), repeated }),
    assumed: length.assumed === true,
    ...complete(length, speed),
  }
}

const familyContext = ({ speedAt, goal }: Runner, speed: Speed | undefined) => ({
  speedAt,
  ...(goal === undefined ? {} : { goal }),
  ...(speed === undefined ? {} : { speed }),
})

interface Length {
  readonly distance: Distance | null
  readonly duration: Duration | null
  readonly assumed?: boolean
}
const UNKNOWN: Length = { distance: null, duration: null }
const far = (distance: number): Length => ({ distance: metres(distance), duration: null })
const long = (duration: number): Length => ({ distance: null, duration: seconds(duration) })

/** The other measure of a length, where a speed is known. */
const complete = (
  { distance, duration }: Length,
  speed: Speed | undefined,
): Pick<EstimatedBout, 'distance' | 'duration'> => ({
  distance: distance ?? (duration !== null && speed !== undefined ? distanceIn(duration, speed) : null),
  duration: duration ?? (distance !== null && speed ? timeOver(distance, speed) : null),
})

const ofAmount = (amount: Amount): Length => (amount.kind === 'distance' ? far(amount.distance) : long(amount.duration))

const lengthOf = (extent: Extent | null, before: EstimatedBout | undefined, speed: Speed | undefined): Length => {
  switch (extent?.kind) {
    case 'distance':
    case 'time':
      return ofAmount(extent)
    case 'cycle':
      return before?.duration ? long(Math.max(0, extent.duration - before.duration)) : UNKNOWN
    case 'relative':
      return relativeLength(extent, before, speed)
    case 'remaining':
    case 'open':
    case undefined:
      return UNKNOWN
    default:
      return extent satisfies never
  }
}

const relativeLength = (
  extent: Extract<Extent, { kind: 'relative' }>,
  before: EstimatedBout | undefined,
  speed: Speed | undefined,
): Length => {
  if (!before) return UNKNOWN
  if (extent.relative === 'full') {
    return before.duration === null ? UNKNOWN : { ...long(before.duration * FULL_RECOVERY), assumed: true }
  }
  const share = extent.relative === 'half' ? 0.5 : (extent.share?.low ?? 1)
  return isByTime(extent, before, speed)
    ? before.duration === null
      ? UNKNOWN
      : long(before.duration * share)
    : before.distance === null
      ? UNKNOWN
      : far(before.distance * share)
}

/** Without a word about it a recovery is measured like the repetition; the way back and down is a way. */
const isByTime = (
  { relative, measure }: Extract<Extent, { kind: 'relative' }>,
  before: EstimatedBout,
  speed: Speed | undefined,
): boolean => {
  if (speed === 0) return true
  if (relative === 'back' || relative === 'down') return false
  return measure === 'time' || (measure === undefined && before.step.extent?.kind === 'time')
}

/** What the last so many bouts leave of the length that holds them. */
const restOfLength = ({ extent, after }: NonNullable<Bout['fills']>, bouts: readonly EstimatedBout[]): Length => {
  const within = after === 0 ? [] : bouts.slice(-after)
  return extent.kind === 'distance'
    ? far(Math.max(0, extent.distance - knownSum(within, 'distance')))
    : long(Math.max(0, extent.duration - knownSum(within, 'duration')))
}

const knownSum = (bouts: readonly EstimatedBout[], of: 'distance' | 'duration'): number =>
  bouts.reduce((sum, bout) => sum + (bout[of] ?? 0), 0)

type Whole = Pick<Estimate, 'distance' | 'duration'>

const sumOf = (bouts: readonly EstimatedBout[]): Whole => ({
  distance: bouts.some(({ distance }) => distance === null) ? null : metres(knownSum(bouts, 'distance')),
  duration: bouts.some(({ duration }) => duration === null) ? null : seconds(knownSum(bouts, 'duration')),
})

/**
 * A stated total stays as stated. What the listed bouts leave of it is run at the total's own target or role, easy
 * without one; a bout without a length lies inside that rest. A bout called `remaining` takes it.
 */
const withTotal = (total: Total, workout: Workout, { bouts, runner }: Listed): Estimate => {
  const stated = ofAmount(total.extent)
  const whole = (sum: Whole): Whole => ({
    distance: stated.distance ?? sum.distance,
    duration: stated.duration ?? sum.duration,
  })
  const remaining = bouts.findIndex(({ step, fills }) => step.extent?.kind === 'remaining' && !fills)
  if (remaining < 0 && workout.remainder === null) return { bouts, ...whole(sumOf(bouts)) }
  const step = bouts[remaining]?.step ?? fillerOf(total, workout)
  const rest = estimateBout(
    { path: bouts[remaining]?.path ?? [], step, repetition: 0, fills: { extent: total.extent, after: bouts.length } },
    { before: undefined, bouts },
    runner,
  )
  const all = remaining < 0 ? withRest(bouts, rest) : bouts.with(remaining, rest)
  const distance = rest.distance === null ? null : metres(knownSum(all, 'distance'))
  const duration = rest.duration === null ? null : seconds(knownSum(all, 'duration'))
  return {
    bouts: all,
    ...whole({ distance, duration }),
  }
}

interface Listed {
  readonly bouts: readonly EstimatedBout[]
  readonly runner: Runner
}

const fillerOf = (total: Total, workout: Workout): Step => ({
  kind: 'step',
  role: total.role ?? workout.remainder ?? 'easy',
  extent: { kind: 'remaining' },
  target: total.target,
  implied: true,
})

/** A rest of less than a metre or a second is rounding, not running. */
const LEAST = 1

const withRest = (bouts: readonly EstimatedBout[], rest: EstimatedBout): readonly EstimatedBout[] =>
  (rest.distance ?? rest.duration ?? LEAST) < LEAST ? bouts : [...bouts, { ...rest, unlisted: true }]

const lengthWithoutRunning = (workout: Workout): Whole => {
  if (workout.kind === 'rest') return { distance: metres(0), duration: seconds(0) }
  const [only] = workout.steps
  const stated = only?.kind === 'other' && only.extent?.kind === 'time' ? only.extent.duration : null
  return { distance: null, duration: stated }
}
