import { beatsPerMinute, metres, metresPerSecond, seconds } from '@bell-lap/core'
import { rowsOf, type Draft } from './draft.ts'
import {
  DISTANCE_SCALE,
  DURATION,
  HEART_RATE_OFFSET,
  NO_TARGET,
  POWER_OFFSET,
  REPEAT_DURATIONS,
  SPEED_SCALE,
  TARGETS,
  TIME_SCALE,
  type PlannedRepeat,
  type PlannedStep,
  type PlannedWorkout,
  type StepDuration,
  type StepTarget,
} from './planned.ts'
import { INTENSITY_NAMES, MESSAGE, MESSAGE_INDEX, WORKOUT, WORKOUT_STEP } from './profile.ts'
import { numberIn, textIn, type Row } from './row.ts'
import { stated } from './stated.ts'
import { sportOf, subSportOf } from './summaries.ts'

const heartRateDuration = (until: 'below' | 'above', value: number): StepDuration =>
  value > HEART_RATE_OFFSET
    ? { kind: 'heart rate', until, heartRate: beatsPerMinute(value - HEART_RATE_OFFSET) }
    : { kind: 'heart rate share', until, percentOfMax: value }

const durationOf = (row: Row): StepDuration => {
  const type = numberIn(row, WORKOUT_STEP.durationType) ?? DURATION.open
  const value = numberIn(row, WORKOUT_STEP.durationValue)
  if (type === DURATION.open) return { kind: 'open' }
  if (value === undefined) return { kind: 'other', type }
  if (type === DURATION.time) return { kind: 'time', time: seconds(value / TIME_SCALE) }
  if (type === DURATION.distance) return { kind: 'distance', distance: metres(value / DISTANCE_SCALE) }
  if (type === DURATION.heartRateBelow) return heartRateDuration('below', value)
  if (type === DURATION.heartRateAbove) return heartRateDuration('above', value)
  return { kind: 'other', type, value }
}

interface Bounds {
  readonly low: number
  readonly high: number
}

/** Below the offset both bounds are shares; a range across it would mean two things at once. */
const scaled = ({ low, high }: Bounds, offset: number): Bounds | undefined =>
  low > offset && high > offset ? { low: low - offset, high: high - offset } : undefined

const bounded = (type: number, bounds: Bounds): StepTarget | undefined => {
  const target = TARGETS[type]
  if (!target) return undefined
  const over = stated({ over: target.over })
  const { low, high } = bounds
  switch (target.of) {
    case 'speed':
      return {
        kind: 'speed',
        low: metresPerSecond(low / SPEED_SCALE),
        high: metresPerSecond(high / SPEED_SCALE),
        ...over,
      }
    case 'cadence':
      return { kind: 'cadence', low, high }
    case 'heart rate': {
      const beats = scaled(bounds, HEART_RATE_OFFSET)
      if (!beats) return { kind: 'heart rate share', low, high, ...over }
      return { kind: 'heart rate', low: beatsPerMinute(beats.low), high: beatsPerMinute(beats.high), ...over }
    }
    case 'power': {
      const watts = scaled(bounds, POWER_OFFSET)
      return watts ? { kind: 'power', ...watts, ...over } : { kind: 'power share', low, high, ...over }
    }
    default:
      return target.of satisfies never
  }
}

const targetOf = (row: Row): StepTarget => {
  const type = numberIn(row, WORKOUT_STEP.targetType) ?? NO_TARGET
  if (type === NO_TARGET) return { kind: 'none' }
  const value = numberIn(row, WORKOUT_STEP.targetValue)
  const [low, high] = [numberIn(row, WORKOUT_STEP.low), numberIn(row, WORKOUT_STEP.high)]
  const known = TARGETS[type]
  if (known && value !== undefined && value > 0)
    return { kind: 'zone', of: known.of, zone: value, ...stated({ over: known.over }) }
  const range = low === undefined || high === undefined ? undefined : bounded(type, { low, high })
  return range ?? { kind: 'other', type, ...stated({ value, low, high }) }
}

const repeatOf = (row: Row, type: number, placeOf: (index: number) => number): PlannedRepeat => {
  const value = numberIn(row, WORKOUT_STEP.targetValue)
  const times = type === DURATION.repeatTimes && value !== undefined
  const intensity = numberIn(row, WORKOUT_STEP.intensity)
  return {
    kind: 'repeat',
    from: placeOf(numberIn(row, WORKOUT_STEP.durationValue) ?? 0),
    until: times ? { kind: 'times', times: value } : { kind: 'other', type, ...stated({ value }) },
    ...stated({
      name: textIn(row, WORKOUT_STEP.name),
      intensity: intensity === undefined ? undefined : (INTENSITY_NAMES[intensity] ?? 'other'),
    }),
  }
}

const stepOf = (row: Row, placeOf: (index: number) => number): PlannedStep => {
  const type = numberIn(row, WORKOUT_STEP.durationType)
  if (type !== undefined && REPEAT_DURATIONS.has(type)) return repeatOf(row, type, placeOf)
  const intensity = numberIn(row, WORKOUT_STEP.intensity)
  return {
    kind: 'step',
    duration: durationOf(row),
    target: targetOf(row),
    ...stated({
      name: textIn(row, WORKOUT_STEP.name),
      notes: textIn(row, WORKOUT_STEP.notes),
      intensity: intensity === undefined ? undefined : (INTENSITY_NAMES[intensity] ?? 'other'),
    }),
  }
}

/** Steps by their own index, which is what repeats point at; those without one stay where they are. */
const inOrder = (rows: readonly Row[]): readonly Row[] =>
  rows.every((row) => numberIn(row, MESSAGE_INDEX) !== undefined)
    ? rows.toSorted((one, other) => (numberIn(one, MESSAGE_INDEX) ?? 0) - (numberIn(other, MESSAGE_INDEX) ?? 0))
    : rows

/** The planned workout in a draft, or null where there is none. A recording may hold the one that it followed. */
export const workoutOf = (draft: Draft): PlannedWorkout | null => {
  const head = rowsOf(draft, MESSAGE.workout).at(-1)
  const rows = inOrder(rowsOf(draft, MESSAGE.workoutStep))
  if (head === undefined && rows.length === 0) return null
  const places = new Map(rows.map((row, place) => [numberIn(row, MESSAGE_INDEX) ?? place, place]))
  return {
    ...stated({
      name: textIn(head, WORKOUT.name),
      sport: sportOf(numberIn(head, WORKOUT.sport)),
      subSport: subSportOf(numberIn(head, WORKOUT.subSport)),
    }),
    steps: rows.map((row) => stepOf(row, (index) => places.get(index) ?? index)),
  }
}
