import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import type { Distance, Duration } from '../units/quantity.ts'
import type { Amount, Extent, Part, Repeat, Step, Workout } from './workout.ts'

/** What a text states of a whole. `complete` is false when some of the running has no such measure: the sum is then a floor. */
export interface Stated<Measure> {
  readonly sum: Measure
  readonly complete: boolean
}

/** Which end of every stated range is taken. */
export type RangeEnd = 'low' | 'high'

/**
 * Metres that the text states for a workout: its total, else the sum of its parts; ranges at the end asked for.
 * Of "A or B" the first option counts. Strides without a distance, standing and unstated recoveries add nothing;
 * a race without a total counts alone, and what is not running counts nothing. Nothing is estimated.
 */
export const statedDistance = (workout: Workout, end: RangeEnd = 'low'): Stated<Distance> => {
  const { sum, complete } = workoutSum(workout, { measure: 'distance', end })
  return { sum: metres(sum), complete }
}

/**
 * Seconds that the text states for a workout, exercise and cross-training blocks included; otherwise as `statedDistance`,
 * but that standing takes its time.
 */
export const statedDuration = (workout: Workout, end: RangeEnd = 'low'): Stated<Duration> => {
  const { sum, complete } = workoutSum(workout, { measure: 'time', end })
  return { sum: seconds(sum), complete }
}

interface Sum {
  readonly sum: number
  readonly complete: boolean
}
interface Question {
  readonly measure: 'distance' | 'time'
  readonly end: RangeEnd
}

const NOTHING: Sum = { sum: 0, complete: true }
const UNKNOWN: Sum = { sum: 0, complete: false }
const known = (sum: number): Sum => ({ sum, complete: true })
const plus = (one: Sum, other: Sum): Sum => ({ sum: one.sum + other.sum, complete: one.complete && other.complete })
const times = (one: Sum, count: number): Sum => (count > 0 ? { sum: one.sum * count, complete: one.complete } : NOTHING)

const workoutSum = (workout: Workout, question: Question): Sum => {
  if (workout.kind === 'rest' || (question.measure === 'distance' && BESIDE_RUNNING.has(workout.kind))) return NOTHING
  const { total } = workout
  const whole = total && amountIn(total.extent, question)
  if (whole !== null) return known(whole)
  if (workout.kind === 'race') return raceSum(workout, question)
  const parts = partsSum(workout.steps, question)
  // A time stated for the whole says that the listed parts are not all of it, unless they are said to be.
  if (total && workout.remainder !== null) return { sum: parts.sum, complete: false }
  return workout.steps.length === 0 && isRunning(workout) ? UNKNOWN : parts
}

/** Kinds whose metres nobody counts as running: a walk, a swim, a gym. */
const BESIDE_RUNNING: ReadonlySet<Workout['kind']> = new Set(['strength', 'plyometrics', 'mobility', 'cross'])

const isRunning = ({ kind }: Workout): boolean => kind === 'run' || kind === 'mixed' || kind === 'test'

const raceSum = (workout: Workout, question: Question): Sum => {
  const races = workout.steps.filter((part) => part.kind === 'step' && part.role === 'race')
  return races.length === 0 ? partsOrUnknown(workout.steps, question) : partsSum(races, question)
}

const partsOrUnknown = (parts: readonly Part[], question: Question): Sum =>
  parts.length === 0 ? UNKNOWN : partsSum(parts, question)

const amountIn = (amount: Amount, question: Question): number | null => {
  const { measure, end } = question
  const twin = amount.kind === measure ? amount : amount.or
  if (twin?.kind !== measure) return null
  if (twin.kind === 'distance') return end === 'high' ? (twin.to ?? twin.distance) : twin.distance
  return end === 'high' ? (twin.to ?? twin.duration) : twin.duration
}

const partsSum = (parts: readonly Part[], question: Question): Sum => {
  let sum = NOTHING
  let before: Step | null = null
  for (const part of parts) {
    sum = plus(sum, partSum(part, before, question))
    before = part.kind === 'step' ? part : lastBout(part, before)
  }
  return sum
}

const lastBout = (part: Part, before: Step | null): Step | null => {
  if (part.kind !== 'repeat') return before
  const last = part.steps.at(-1)
  return last?.kind === 'step' ? last : before
}

const partSum = (part: Part, before: Step | null, question: Question): Sum => {
  switch (part.kind) {
    case 'step':
      return stepSum(part, before, question)
    case 'repeat':
      return repeatSum(part, question)
    case 'exercise':
      return NOTHING
    case 'other':
      return question.measure === 'distance' ? NOTHING : otherSum(part.extent, question)
    default:
      return part satisfies never
  }
}

const otherSum = (extent: Amount | null, question: Question): Sum => {
  const amount = extent && amountIn(extent, question)
  return amount === null ? UNKNOWN : known(amount)
}

const repeatSum = (repeat: Repeat, question: Question): Sum => {
  const whole = repeat.total?.extent ?? repeat.until
  const stated = whole ? amountIn(whole, question) : null
  if (stated !== null) return known(stated)
  if (repeat.until) return UNKNOWN
  const count = question.end === 'high' ? (repeat.timesTo ?? repeat.times) : repeat.times
  const once = partsSum(repeat.steps, question)
  if (count === null) return once.sum === 0 && once.complete ? NOTHING : { sum: once.sum, complete: false }
  const work = times(once, count)
  return repeat.between ? plus(work, recoveries(repeat, repeat.between, count, question)) : work
}

const recoveries = (repeat: Repeat, between: Step, count: number, question: Question): Sum => {
  if (repeat.form === 'ladder') return rungRecoveries(repeat, between, question)
  const gaps = repeat.afterLast ? count : count - 1
  const last = repeat.steps.at(-1)
  return times(stepSum(between, last?.kind === 'step' ? last : null, question), gaps)
}

const rungRecoveries = (ladder: Repeat, between: Step, question: Question): Sum => {
  const rungs = ladder.afterLast ? ladder.steps : ladder.steps.slice(0, -1)
  let sum = NOTHING
  for (const rung of rungs) sum = plus(sum, stepSum(between, rung.kind === 'step' ? rung : null, question))
  return sum
}

/** Strides and drills are done inside or beside the running that is counted; without a length they add nothing. */
const UNCOUNTED: ReadonlySet<Step['role']> = new Set(['strides', 'pickups', 'drills', 'kick'])

const stepSum = (step: Step, before: Step | null, question: Question): Sum => {
  const { extent } = step
  if (question.measure === 'distance' && (step.mode === 'stand' || step.role === 'rest') && extent?.kind !== 'distance')
    return NOTHING
  if (extent?.kind === 'distance' || extent?.kind === 'time') return amountSum(step, extent, question)
  if (extent?.kind === 'relative') return relativeSum(extent, before, question)
  return UNCOUNTED.has(step.role) ? NOTHING : UNKNOWN
}

const amountSum = (step: Step, extent: Amount, question: Question): Sum => {
  const amount = amountIn(extent, question)
  if (amount !== null) return known(amount)
  return question.measure === 'distance' && UNCOUNTED.has(step.role) ? NOTHING : UNKNOWN
}

const SHARES = { equal: 1, half: 0.5 } as const

const relativeSum = (extent: Extract<Extent, { kind: 'relative' }>, before: Step | null, question: Question): Sum => {
  const { relative } = extent
  const length = before?.extent
  if (length?.kind !== question.measure || (extent.measure && extent.measure !== question.measure)) return UNKNOWN
  const amount = amountIn(length, question)
  if (amount === null || relative === 'full' || relative === 'back' || relative === 'down') return UNKNOWN
  const share = relative === 'share' ? extent.share?.[question.end] : SHARES[relative]
  return share === undefined ? UNKNOWN : known(amount * share)
}
