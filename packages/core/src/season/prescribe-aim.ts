import type { Athlete } from '../athlete/athlete.ts'
import { heartRateOfZones, zonesOf } from '../athlete/heart-rate-zones.ts'
import { sameDistance } from '../athlete/mark.ts'
import type { PaceBook } from '../pace/book.ts'
import type { PaceName } from '../pace/names.ts'
import { raceOver } from '../pace/race-distance.ts'
import { resolve } from '../pace/resolve.ts'
import { beatsPerMinute } from '../units/heart-rate.ts'
import type { Distance, HeartRate, Range } from '../units/quantity.ts'
import type { Role, Step, Target } from '../workout/workout.ts'
import type { Aim, AimOf, StepContext } from './prescription.ts'

/** Paces told by a word and run by feel: a figure for them would be made up, however a model spreads them. */
const BY_FEEL: ReadonlySet<PaceName> = new Set<PaceName>(['stride', 'hard', 'max', 'walk'])

/** What a role says of the pace by itself. Strides, hills, kicks and the like say nothing that a watch could hold. */
const IMPLIED: { readonly [R in Role]?: PaceName } = {
  warmup: 'easy',
  easy: 'easy',
  cooldown: 'easy',
  long: 'long',
  steady: 'steady',
  tempo: 'threshold',
}

/**
 * The aims of a day: named paces by the book of that day, times for a repetition by its length, heart rates and zones
 * by the athlete's own measured ones. Null where nothing honest can be said: strides, `hard` and `max` are run by feel,
 * an effort (RPE) has no speed, a jog between repetitions has none to hold. Without a book (the marks of the day carry
 * none) only what the text states in figures is aimed at.
 */
export const aimFor = (book: PaceBook | null, athlete: Athlete): AimOf => {
  const speedOf = (target: Target, over: Distance | undefined): Aim | null => {
    if (target.kind === 'pace' && isByFeel(target)) return null
    const resolved = resolve(target, book ?? EMPTY, over)
    if (!resolved) return null
    const { speed, progress } = resolved
    return { kind: 'speed', speed, ...(progress ? { progress } : {}) }
  }
  return (step, context) => {
    const over = step.extent?.kind === 'distance' ? step.extent.distance : undefined
    const target = step.target ?? impliedTarget(step, context, athlete)
    return target === null ? null : (heartRateAim(target, athlete) ?? speedOf(target, over))
  }
}

/** A book for a day without marks: speeds that the text itself states need none. */
const EMPTY: PaceBook = {
  model: 'equivalent',
  explanation: '',
  index: 0,
  marks: [],
  paces: new Map(),
  comparison: [],
  notes: [],
}

const isByFeel = ({ pace, to }: Extract<Target, { kind: 'pace' }>): boolean =>
  BY_FEEL.has(pace) || (to !== undefined && BY_FEEL.has(to))

const named = (pace: PaceName | undefined): Target | null =>
  pace === undefined ? null : { kind: 'pace', pace, implied: true }

const impliedTarget = (step: Step, { between }: StepContext, athlete: Athlete): Target | null => {
  if (step.role === 'race') return racePace(step, athlete)
  // Between bouts a recovery is as slow as it has to be; as a run of its own it has a pace.
  if (step.role === 'recovery') return between || step.mode ? null : named('recovery')
  return step.mode === 'walk' || step.mode === 'stand' ? null : named(IMPLIED[step.role])
}

/** The goal over its own distance, else what the marks say of a race that has a name; a race of no length has none. */
const racePace = ({ extent }: Step, { goal }: Athlete): Target | null => {
  if (extent?.kind !== 'distance') return null
  if (goal && sameDistance(goal.distance, extent.distance)) return named('goal')
  return named(raceOver(extent.distance))
}

const heartRateAim = (target: Target, athlete: Athlete): Aim | null => {
  const heartRate = heartRateOf(target, athlete)
  if (!heartRate) return null
  const { low, high } = heartRate
  if (low === undefined && high === undefined) return null
  const turned = low !== undefined && high !== undefined && low > high
  return { kind: 'heart rate', heartRate: turned ? { low: high, high: low } : heartRate }
}

const heartRateOf = (target: Target, athlete: Athlete): Partial<Range<HeartRate>> | undefined => {
  switch (target.kind) {
    case 'heart rate':
      return {
        ...(target.low === undefined ? {} : { low: target.low }),
        ...(target.high === undefined ? {} : { high: target.high }),
      }
    case 'heart rate share': {
      const whole = target.of === 'HRmax' ? athlete.maxHeartRate : athlete.thresholdHeartRate
      if (whole === undefined) return undefined
      const share = (percent: number): HeartRate => beatsPerMinute((whole * percent) / 100)
      return { low: share(target.percent.low), high: share(target.percent.high) }
    }
    case 'zone': {
      const zones = zonesOf(athlete)
      return zones && heartRateOfZones(zones, target.zone, target.to)
    }
    case 'pace':
    case 'rep time':
    case 'speed':
    case 'rpe':
      return undefined
    default:
      return target satisfies never
  }
}
