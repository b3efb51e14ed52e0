import {
  beatsPerMinute,
  metresPerSecond,
  type Aim,
  type Lasting,
  type LongUnit,
  type PrescribedPart,
  type PrescribedStep,
  type Role,
  type WorkoutKind,
} from '@bell-lap/core'
import {
  DEEPEST_WATCH_SETS,
  MOST_NAME_BYTES,
  MOST_NOTE_BYTES,
  MOST_WATCH_REPEATS,
  MOST_WATCH_STEPS,
} from '../export/caps.ts'
import { cutText, oneLine } from '../export/cut-text.ts'
import { leftText } from '../export/pace-text.ts'
import { inLists, withDepth, withTimes } from '../export/parts.ts'
import type { Loss } from '../export/report.ts'
import type { PlannedBout, PlannedStep, PlannedWorkout, StepDuration, StepTarget } from './planned.ts'
import type { LapIntensity, Sport, SubSport } from './recorded.ts'

/** What the mapping needs of a session. */
export interface WatchSession {
  /** What the watch lists it as. */
  readonly name: string
  readonly kind: WorkoutKind
  readonly parts: readonly PrescribedPart[]
  /** Unit of lengths that are told in words. */
  readonly unit: LongUnit
}

/** A session as a watch takes it: one workout, or several to be done one after the other, and what was lost. */
export interface WatchWorkouts {
  readonly workouts: readonly PlannedWorkout[]
  readonly losses: readonly Loss[]
}

/** Number of the profile for repetitions of an exercise (`wkt_step_duration`). */
const REPS = 29

/** Ends for a heart rate that has only one, wide of any runner's. */
const OPEN_HEART_RATE = { low: 40, high: 220 } as const

/** Half-width of a target that is one figure, as a share: a watch would warn at each stride without. */
const POINT_WIDTH = 0.01

/**
 * A prescription as the flat list of a watch, repeats after what they repeat. Sets inside sets stay sets as deep as
 * watches take them; a workout with more steps than a watch holds becomes several.
 */
export const watchWorkouts = ({ name, kind, parts, unit }: WatchSession): WatchWorkouts => {
  const counted = withTimes(parts, MOST_WATCH_REPEATS)
  const nested = withDepth(counted.parts, DEEPEST_WATCH_SETS)
  const lists = inLists(nested.parts, MOST_WATCH_STEPS)
  const mapped = lists.map((list) => flatten(list, unit))
  const count = lists.length
  const cut = cutText(name, MOST_NAME_BYTES)
  return {
    workouts: mapped.map(({ steps }, index) => ({
      name: count > 1 ? `${cutText(name, MOST_NAME_BYTES - 6)} ${index + 1}/${count}` : cut,
      steps,
      ...SPORT[kind],
    })),
    losses: [
      ...counted.losses,
      ...nested.losses,
      ...(count > 1
        ? [{ what: `more than ${MOST_WATCH_STEPS} steps`, how: `${count} workouts, one after the other` }]
        : []),
      ...(cut === oneLine(name) ? [] : [{ what: 'name', how: `cut to "${cut}"` }]),
      ...mapped.flatMap(({ losses }) => losses),
    ],
  }
}

/** What a watch starts for each kind of session; a run with strength in it is a run. */
const SPORT: { readonly [K in WorkoutKind]: { readonly sport: Sport; readonly subSport?: SubSport } } = {
  run: { sport: 'running' },
  race: { sport: 'running' },
  test: { sport: 'running' },
  mixed: { sport: 'running' },
  rest: { sport: 'running' },
  strength: { sport: 'training', subSport: 'strength' },
  plyometrics: { sport: 'training', subSport: 'strength' },
  mobility: { sport: 'training', subSport: 'generic' },
  cross: { sport: 'training', subSport: 'cardio' },
}

interface Flat {
  readonly steps: readonly PlannedStep[]
  readonly losses: readonly Loss[]
}

const flatten = (parts: readonly PrescribedPart[], unit: LongUnit): Flat => {
  const steps: PlannedStep[] = []
  const losses: Loss[] = []
  const put = (part: PrescribedPart): void => {
    if (part.kind === 'step') {
      const bout = boutOf(part, unit)
      steps.push(bout.bout)
      losses.push(...bout.losses)
      return
    }
    const from = steps.length
    part.parts.forEach(put)
    steps.push({ kind: 'repeat', from, until: { kind: 'times', times: part.times } })
  }
  parts.forEach(put)
  return { steps, losses }
}

const boutOf = (step: PrescribedStep, unit: LongUnit): { bout: PlannedBout; losses: readonly Loss[] } => {
  const { target, losses } = targetOf(step.aim, step.text)
  const name = cutText(step.text, MOST_NAME_BYTES)
  const told = notesOf(step, name, unit)
  const notes = cutText(told, MOST_NOTE_BYTES)
  return {
    bout: {
      kind: 'step',
      ...(name === '' ? {} : { name }),
      ...(notes === '' ? {} : { notes }),
      intensity: intensityOf(step),
      duration: durationOf(step.lasting),
      target,
    },
    losses:
      notes === oneLine(told) ? losses : [...losses, { what: `notes of ${name}`, how: 'cut to what a step holds' }],
  }
}

/** The cue, what ends a step that the button ends, and the whole name where it had to be cut. */
const notesOf = ({ cue, lasting, text }: PrescribedStep, name: string, unit: LongUnit): string => {
  const ends = lasting.kind === 'open' ? (lasting.left ? leftText(lasting.left, unit) : lasting.because) : ''
  const whole = name === oneLine(text) ? '' : text
  return [cue ?? '', ends, whole].filter((words) => words !== '').join('; ')
}

const isBetween = (role: Role): boolean => role === 'recovery' || role === 'rest' || role === 'float'

const intensityOf = ({ role, mode, beside }: PrescribedStep): LapIntensity => {
  if (beside) return 'active'
  return mode === 'stand' && isBetween(role) ? 'rest' : INTENSITY[role]
}

const INTENSITY: { readonly [R in Role]: LapIntensity } = {
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

interface Targeted {
  readonly target: StepTarget
  readonly losses: readonly Loss[]
}

const targetOf = (aim: Aim | null, text: string): Targeted => {
  if (aim === null) return { target: { kind: 'none' }, losses: [] }
  if (aim.kind === 'heart rate') return heartRateTarget(aim, text)
  const { low, high } = aim.speed
  const progress = aim.progress ? [{ what: text, how: 'from one pace to the other is anywhere between them' }] : []
  if (low !== high) return { target: { kind: 'speed', low, high }, losses: progress }
  return {
    target: {
      kind: 'speed',
      low: metresPerSecond(low * (1 - POINT_WIDTH)),
      high: metresPerSecond(high * (1 + POINT_WIDTH)),
    },
    losses: [...progress, { what: text, how: 'one speed is a range of 1 % to each side' }],
  }
}

const heartRateTarget = ({ heartRate }: Extract<Aim, { kind: 'heart rate' }>, text: string): Targeted => {
  const { low, high } = heartRate
  return {
    target: {
      kind: 'heart rate',
      low: low ?? beatsPerMinute(OPEN_HEART_RATE.low),
      high: high ?? beatsPerMinute(OPEN_HEART_RATE.high),
    },
    losses: [
      ...(low === undefined ? [{ what: text, how: `no lower end is written as ${OPEN_HEART_RATE.low} bpm` }] : []),
      ...(high === undefined ? [{ what: text, how: `no upper end is written as ${OPEN_HEART_RATE.high} bpm` }] : []),
    ],
  }
}
