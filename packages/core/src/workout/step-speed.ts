import type { PaceName } from '../pace/names.ts'
import type { Speed } from '../units/quantity.ts'
import { metresPerSecond } from '../units/speed.ts'
import { familyOf, PACE_OF_FAMILY, type SpeedAt } from './family.ts'
import type { PaceTarget, Role, Step, Target } from './workout.ts'

/** Pace that a role is run at when nothing else is said; `rest` stands still. */
const ROLE_PACE: { readonly [R in Role]: PaceName | undefined } = {
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
  race: 'goal',
  rest: undefined,
}

/** A jog between repetitions is slower than an easy run: 2.6 m/s for a 5K of 20:00, whose easy running is 3.2 (convention). */
const JOG_SHARE = 0.8
/** Metres a second of walking where the paces do not say (convention: 11 min/km). */
const WALK = metresPerSecond(1.5)
const STANDING = metresPerSecond(0)

const jogSpeed = (speedAt: SpeedAt): Speed | undefined => {
  const easy = speedAt('easy')
  return easy === undefined ? undefined : metresPerSecond(easy * JOG_SHARE)
}

/** A recovery given as a distance is covered, whatever its manner. */
const isCovered = ({ extent }: Step): boolean =>
  extent?.kind === 'distance' ||
  (extent?.kind === 'relative' && extent.relative !== 'full' && extent.measure !== 'time')

/** Speed of a rest between bouts; standing is 0. */
const speedOfRest = (step: Step, speedAt: SpeedAt): Speed | undefined => {
  switch (step.mode) {
    case 'stand':
      return STANDING
    case 'walk':
      return speedAt('walk') ?? WALK
    case 'float':
      return speedAt('steady')
    case 'jog':
      return jogSpeed(speedAt)
    case undefined:
      if (step.role === 'float') return speedAt('steady')
      return step.role === 'rest' && !isCovered(step) ? STANDING : jogSpeed(speedAt)
    default:
      return step.mode satisfies never
  }
}

/** Where a step stands in its workout. */
export interface Standing {
  /** It is rest between bouts, and not a run of its own. */
  readonly between?: boolean
  /** It is one of several repetitions. */
  readonly repeated?: boolean
}

/**
 * Metres a second of a step: its target, else its manner, else what its effort or role implies. Undefined where neither
 * text nor paces tell.
 */
export const speedOfStep = (
  step: Step,
  speedAt: SpeedAt,
  { between = false, repeated = true }: Standing,
): Speed | undefined => {
  const targeted = step.target ? speedOfTarget(step.target, step, speedAt) : undefined
  if (targeted !== undefined) return targeted
  if (between || step.mode) return speedOfRest(step, speedAt)
  if (step.role === 'work' || isEffort(step.target)) return speedAt(PACE_OF_FAMILY[familyOf(step, { repeated })])
  const pace = ROLE_PACE[step.role]
  return pace === undefined ? STANDING : speedAt(pace)
}

const isEffort = (target: Target | null): boolean =>
  target?.kind === 'rpe' || target?.kind === 'zone' || target?.kind === 'heart rate share'

const KILOMETRES_PER = { km: 1, mi: 1.609344, '400m': 0.4 } as const

/** Mean speed of a pace target, with its offset and share applied. */
const speedOfPaceTarget = (target: PaceTarget, speedAt: SpeedAt): Speed | undefined => {
  const from = speedAt(target.pace)
  const to = target.to ? speedAt(target.to) : from
  if (from === undefined || to === undefined) return undefined
  const mean = (from + to) / 2
  const { offset, percent } = target
  const secondsPerKm = offset ? (offset.seconds + (offset.to ?? offset.seconds)) / 2 / KILOMETRES_PER[offset.per] : 0
  const shifted = 1000 / (1000 / mean + secondsPerKm)
  return metresPerSecond(percent ? (shifted * (percent.low + percent.high)) / 200 : shifted)
}

const speedOfTarget = (target: Target, step: Step, speedAt: SpeedAt): Speed | undefined => {
  switch (target.kind) {
    case 'pace':
      return speedOfPaceTarget(target, speedAt)
    case 'speed':
      return metresPerSecond((target.speed + (target.to ?? target.speed)) / 2)
    case 'rep time':
      return step.extent?.kind === 'distance'
        ? metresPerSecond(step.extent.distance / ((target.time + (target.to ?? target.time)) / 2))
        : undefined
    case 'heart rate':
    case 'heart rate share':
    case 'rpe':
    case 'zone':
      return undefined
    default:
      return target satisfies never
  }
}
