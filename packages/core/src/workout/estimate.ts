import type { PaceName } from '../pace/names.ts'
import type { Distance, Duration, Speed } from '../units/quantity.ts'
import { familyOf, type Family } from './family.ts'
import { flatten, isRecovery, type Bout } from './flatten.ts'
import type { Extent, PaceTarget, Step, Target, Total, Workout } from './workout.ts'

/** Speed at a named pace for whoever the estimate is for; undefined where the model has none. */
export type SpeedAt = (pace: PaceName) => Speed | undefined

/** A bout with what it comes to. Null where neither the text nor the paces can tell. */
export interface EstimatedBout extends Bout {
  readonly family: Family
  readonly recovery: boolean
  readonly distance: Distance | null
  readonly duration: Duration | null
  /** The length rests on a convention (a full recovery of three times the repetition), not on the text. */
  readonly assumed: boolean
}

export interface Estimate {
  readonly bouts: readonly EstimatedBout[]
  /** Whole session, the part that the steps do not list included. Null when something in it has no length. */
  readonly distance: Distance | null
  readonly duration: Duration | null
}

/** A complete recovery takes about three times the repetition (R23: 2 to 3 times). */
const FULL_RECOVERY = 3

/** What a workout comes to at these paces; stated lengths stay as stated. */
export const estimate = (workout: Workout, speedAt: SpeedAt, goal?: Family): Estimate => {
  const bouts: EstimatedBout[] = []
  let before: EstimatedBout | undefined
  for (const bout of flatten(workout)) {
    const estimated = estimateBout(bout, before, speedAt, goal)
    bouts.push(estimated)
    if (!estimated.recovery) before = estimated
  }
  return { bouts, ...whole(workout, bouts, speedAt) }
}

const estimateBout = (
  bout: Bout,
  before: EstimatedBout | undefined,
  speedAt: SpeedAt,
  goal?: Family,
): EstimatedBout => {
  const { step } = bout
  const speed = speedOfStep(step, speedAt)
  const length = lengthOf(step.extent, before, speed)
  return {
    ...bout,
    family: familyOf(step, goal),
    recovery: isRecovery(step),
    assumed: length.assumed === true,
    distance:
      length.distance ??
      (length.duration !== null && speed !== undefined ? ((length.duration * speed) as Distance) : null),
    duration: length.duration ?? (length.distance !== null && speed ? ((length.distance / speed) as Duration) : null),
  }
}

interface Length {
  readonly distance: Distance | null
  readonly duration: Duration | null
  readonly assumed?: boolean
}
const UNKNOWN: Length = { distance: null, duration: null }

const lengthOf = (extent: Extent | null, before: EstimatedBout | undefined, speed: Speed | undefined): Length => {
  switch (extent?.kind) {
    case 'distance':
      return { distance: extent.distance, duration: null }
    case 'time':
      return { distance: null, duration: extent.duration }
    case 'cycle':
      return before?.duration
        ? { distance: null, duration: Math.max(0, extent.duration - before.duration) as Duration }
        : UNKNOWN
    case 'relative':
      return relativeLength(extent, before, speed)
    default:
      return UNKNOWN
  }
}

const relativeLength = (
  extent: Extract<Extent, { kind: 'relative' }>,
  before: EstimatedBout | undefined,
  speed: Speed | undefined,
): Length => {
  if (!before) return UNKNOWN
  if (extent.relative === 'full') {
    return before.duration === null
      ? UNKNOWN
      : { distance: null, duration: (before.duration * FULL_RECOVERY) as Duration, assumed: true }
  }
  const share = extent.relative === 'half' ? 0.5 : (extent.share?.low ?? 1)
  const byTime =
    extent.measure === 'time' || (extent.measure === undefined && before.step.extent?.kind === 'time') || speed === 0
  if (byTime)
    return before.duration === null ? UNKNOWN : { distance: null, duration: (before.duration * share) as Duration }
  return before.distance === null ? UNKNOWN : { distance: (before.distance * share) as Distance, duration: null }
}

const MODE_PACE = { jog: 'recovery', walk: 'walk', float: 'steady' } as const
const ROLE_PACE = {
  warmup: 'easy',
  easy: 'easy',
  cooldown: 'easy',
  recovery: 'recovery',
  drills: 'walk',
  long: 'long',
  steady: 'steady',
  float: 'steady',
  build: 'steady',
  tempo: 'threshold',
  strides: 'stride',
  pickups: 'stride',
  kick: '800',
  hill: '5K',
  fartlek: '5K',
  work: '5K',
  test: '5K',
  race: '5K',
} as const satisfies { readonly [R in Exclude<Step['role'], 'rest'>]: PaceName }

const speedOfStep = (step: Step, speedAt: SpeedAt): Speed | undefined => {
  const targeted = step.target && speedOfTarget(step.target, step, speedAt)
  if (targeted) return targeted
  if (step.mode === 'stand' || (step.role === 'rest' && !step.mode)) return 0 as Speed
  if (step.mode) return speedAt(MODE_PACE[step.mode])
  return speedAt(ROLE_PACE[step.role as keyof typeof ROLE_PACE])
}

const PER_KM = { km: 1, mi: 1 / 1.609344, '400m': 2.5 } as const

const speedOfPaceTarget = (target: PaceTarget, speedAt: SpeedAt): Speed | undefined => {
  const from = speedAt(target.pace)
  const to = target.to ? speedAt(target.to) : from
  if (from === undefined || to === undefined) return undefined
  const mean = (from + to) / 2
  const { offset, percent } = target
  const shifted = offset
    ? 1000 / (1000 / mean + ((offset.seconds + (offset.to ?? offset.seconds)) / 2) * PER_KM[offset.per])
    : mean
  return (percent ? (shifted * (percent.low + percent.high)) / 200 : shifted) as Speed
}

const speedOfTarget = (target: Target, step: Step, speedAt: SpeedAt): Speed | undefined => {
  switch (target.kind) {
    case 'pace':
      return speedOfPaceTarget(target, speedAt)
    case 'speed':
      return ((target.speed + (target.to ?? target.speed)) / 2) as Speed
    case 'rep time':
      return step.extent?.kind === 'distance'
        ? ((step.extent.distance / ((target.time + (target.to ?? target.time)) / 2)) as Speed)
        : undefined
    default:
      return undefined
  }
}

const sum = (bouts: readonly EstimatedBout[], of: 'distance' | 'duration'): number | null => {
  let total = 0
  for (const bout of bouts) {
    const amount = bout[of]
    if (amount === null) return null
    total += amount
  }
  return total
}

const whole = (
  workout: Workout,
  bouts: readonly EstimatedBout[],
  speedAt: SpeedAt,
): Pick<Estimate, 'distance' | 'duration'> => {
  const listed = {
    distance: sum(bouts, 'distance') as Distance | null,
    duration: sum(bouts, 'duration') as Duration | null,
  }
  if (!workout.total) return bouts.length > 0 ? listed : otherLength(workout)
  return fillTotal(workout.total, listed, speedAt)
}

/** The rest of a total is run at the total's own target or role; easy without one. */
const fillTotal = (
  total: Total,
  listed: Pick<Estimate, 'distance' | 'duration'>,
  speedAt: SpeedAt,
): Pick<Estimate, 'distance' | 'duration'> => {
  const filler: Step = { kind: 'step', role: total.role ?? 'easy', extent: null, target: total.target }
  const speed = speedOfStep(filler, speedAt)
  const { extent } = total
  if (extent.kind === 'distance') {
    const rest = listed.distance === null ? null : Math.max(0, extent.distance - listed.distance)
    const known = rest !== null && listed.duration !== null && speed
    return { distance: extent.distance, duration: known ? ((listed.duration + rest / speed) as Duration) : null }
  }
  const rest = listed.duration === null ? null : Math.max(0, extent.duration - listed.duration)
  const known = rest !== null && listed.distance !== null && speed
  return { duration: extent.duration, distance: known ? ((listed.distance + rest * speed) as Distance) : null }
}

const otherLength = (workout: Workout): Pick<Estimate, 'distance' | 'duration'> => {
  if (workout.kind === 'rest') return { distance: 0 as Distance, duration: 0 as Duration }
  const [only] = workout.steps
  const stated = only?.kind === 'other' && only.extent?.kind === 'time' ? only.extent.duration : null
  return { distance: null, duration: stated }
}
