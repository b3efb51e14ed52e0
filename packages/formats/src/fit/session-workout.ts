import type { Aim, Lasting, PrescribedPart, PrescribedStep, Role, WorkoutKind } from '@bell-lap/core'
import {
  DEEPEST_WATCH_SETS,
  MOST_NAME_BYTES,
  MOST_NOTE_BYTES,
  MOST_WATCH_REPEATS,
  MOST_WATCH_STEPS,
} from '../export/caps.ts'
import { inLists, withDepth, withTimes } from '../export/parts.ts'
import { leftText } from '../export/pace-text.ts'
import type { Loss } from '../export/report.ts'
import type { PlannedBout, PlannedStep, PlannedWorkout, StepDuration, StepTarget } from './planned.ts'
import type { Intensity } from './recorded.ts'
import { writeText } from './text.ts'

/** A session as a watch takes it: one workout, or several to be done one after the other. */
export interface WatchWorkouts {
  readonly workouts: readonly PlannedWorkout[]
  readonly losses: readonly Loss[]
}

/** What the mapping needs besides the bouts. */
export interface WatchSession {
  readonly name: string
  readonly kind: WorkoutKind
  readonly parts: readonly PrescribedPart[]
}

/** Number of the profile for repetitions of an exercise (`wkt_step_duration`). */
const REPS = 29

/** Ends for a heart rate that has only one: what watches let people type. */
const OPEN_HEART_RATE = { low: 40, high: 220 } as const

/** Half-width of a target that is one figure, as a share: a watch warns at each breath without. */
const POINT_WIDTH = 0.01

/** As many whole characters of a text as fit in so many bytes of UTF-8. */
export const cutText = (text: string, most: number): string => {
  const clean = text
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .trim()
  return new TextDecoder().decode(writeText(clean, most + 1).slice(0, -1)).trimEnd()
}

const intensityOf = ({ role, mode, beside }: PrescribedStep): Intensity => {
  if (beside) return 'active'
  return mode === 'stand' && isBetween(role) ? 'rest' : INTENSITY[role]
}

const isBetween = (role: Role): boolean => role === 'recovery' || role === 'rest' || role === 'float'

const INTENSITY: { readonly [R in Role]: Intensity } = {
  warmup: 'warmup',
  cooldown: 'cooldown',
  recovery: 'recovery',
  float: 'recovery',
  rest: 'rest',
  easy: 'active',
  steady: 'active',
  long: 'active',
  tempo: 'active',
  work: 'active',
  strides: 'active',
  pickups: 'active',
  hill: 'active',
  kick: 'active',
  build: 'active',
  fartlek: 'active',
  drills: 'active',
  test: 'active',
  race: 'active',
}

const durationOf = (lasting: Lasting): StepDuration => {
  switch (lasting.kind) {
    case 'distance':
      return { kind: 'distance', distance: lasting.distance }
    case 'time':
      return { kind: 'time', time: lasting.duration }
    case 'reps':
      return { kind: 'other', type: REPS, value: lasting.reps }
    case 'open':
      return { kind: 'open' }
    default:
      return lasting satisfies never
  }
}

interface Target {
  readonly target: StepTarget
  readonly losses: readonly Loss[]
}

const targetOf = (aim: Aim | null, text: string): Target => {
  if (aim === null) return { target: { kind: 'none' }, losses: [] }
  if (aim.kind === 'heart rate') return heartRateOf(aim, text)
  const { low, high } = aim.speed
  const progressive = aim.progress ? [{ what: text, how: 'from pace to pace is anywhere between the two' }] : []
  if (low !== high) return { target: { kind: 'speed', low, high }, losses: progressive }
  return {
    target: { kind: 'speed', low: scaled(low, 1 - POINT_WIDTH), high: scaled(high, 1 + POINT_WIDTH) },
    losses: [...progressive, { what: text, how: 'one speed is a range of 1 % to each side' }],
  }
}

const scaled = <Value extends number>(value: Value, share: number): Value => {
  // A share of a quantity is the same quantity: the brand is the value's own.
  // eslint-disable-next-line typescript/no-unsafe-type-assertion
  return (value * share) as Value
}

const heartRateOf = ({ heartRate }: Extract<Aim, { kind: 'heart rate' }>, text: string): Target => {
  const { low, high } = heartRate
  const open = [
    ...(low === undefined ? [{ what: text, how: `no lower end is written as ${OPEN_HEART_RATE.low} bpm` }] : []),
    ...(high === undefined ? [{ what: text, how: `no upper end is written as ${OPEN_HEART_RATE.high} bpm` }] : []),
  ]
  return { target: { kind: 'heart rate', low: beats(low, 'low'), high: beats(high, 'high') }, losses: open }
}
