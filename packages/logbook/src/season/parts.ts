import {
  estimate,
  type Aim,
  type EstimatedBout,
  type Exercise,
  type Lasting,
  type Path,
  type PrescribedPart,
  type PrescribedStep,
  type SpeedAt,
  type Workout,
} from '@bell-lap/core'
import type { AimView, BlockView, ExerciseView, LastingView, PartView, StepView } from '../views/season.ts'
import type { Length } from '../views/words.ts'
import { intensityOf } from './intensity.ts'

/** A session's bouts with what each is reckoned to take. */
export interface Reckoned {
  readonly parts: readonly PartView[]
  readonly bouts: readonly EstimatedBout[]
}

/** The parts of a prescription for the screen, each with its length by the athlete's speeds where its text has none. */
export const reckon = (parts: readonly PrescribedPart[], workout: Workout, speedAt: SpeedAt): Reckoned => {
  const { bouts } = estimate(workout, speedAt)
  const byPath = new Map(bouts.filter(({ unlisted }) => !unlisted).map((bout) => [keyOf(bout.path), bout]))
  const rest = bouts.find(({ unlisted }) => unlisted)
  const boutOf = (step: PrescribedStep): EstimatedBout | undefined =>
    step.path.length === 0 ? rest : (byPath.get(keyOf(step.path)) ?? aloneAs(step, speedAt))
  const shown = (part: PrescribedPart): PartView =>
    part.kind === 'set'
      ? { kind: 'set', path: [...part.path], times: part.times, parts: part.parts.map(shown) }
      : stepView(part, boutOf(part))
  return { parts: parts.map(shown), bouts }
}

const keyOf = (path: Path): string => path.join('.')

/** A bout that the estimate does not list, as one by itself. */
const aloneAs = ({ role, target, beside }: PrescribedStep, speedAt: SpeedAt): EstimatedBout | undefined => {
  if (beside) return undefined
  const alone: Workout = {
    kind: 'run',
    total: null,
    remainder: null,
    steps: [{ kind: 'step', role, target, extent: null }],
    alternatives: [],
  }
  return estimate(alone, speedAt).bouts[0]
}

const stepView = (step: PrescribedStep, bout: EstimatedBout | undefined): StepView => ({
  kind: 'step',
  path: [...step.path],
  role: step.role,
  mode: step.mode ?? null,
  text: step.text.replace(/^remaining /, ''),
  cue: step.cue ?? null,
  lasting: lastingView(step.lasting),
  aim: step.aim && aimView(step.aim),
  intensity: intensityOf(step, bout),
  estimated: lengthOf(step, bout),
  exercise: step.beside?.kind === 'exercise' ? exerciseView(step.beside) : null,
})

const lastingView = (lasting: Lasting): LastingView => {
  switch (lasting.kind) {
    case 'distance':
      return { kind: 'distance', distance_m: lasting.distance }
    case 'time':
      return { kind: 'time', duration_s: lasting.duration }
    case 'reps':
      return { kind: 'reps', reps: lasting.reps }
    case 'open': {
      const { because, left } = lasting
      return { kind: 'open', because, left: left ? { distance_m: left.distance, duration_s: left.duration } : null }
    }
    default:
      return lasting satisfies never
  }
}

const aimView = (aim: Aim): AimView =>
  aim.kind === 'speed'
    ? { kind: 'speed', speed_mps: [aim.speed.low, aim.speed.high] }
    : { kind: 'heart rate', low_bpm: aim.heartRate.low ?? null, high_bpm: aim.heartRate.high ?? null }

const UNKNOWN: Length = { distance_m: null, duration_s: null }

/** What the step states comes first; the other measure by its aim, else by the estimate. */
const lengthOf = ({ lasting, aim }: PrescribedStep, bout: EstimatedBout | undefined): Length => {
  const speed = aim?.kind === 'speed' ? (aim.speed.low + aim.speed.high) / 2 : undefined
  switch (lasting.kind) {
    case 'distance': {
      const byAim = speed ? lasting.distance / speed : null
      return { distance_m: lasting.distance, duration_s: byAim ?? bout?.duration ?? null }
    }
    case 'time': {
      const byAim = speed ? lasting.duration * speed : null
      return { distance_m: byAim ?? bout?.distance ?? null, duration_s: lasting.duration }
    }
    case 'reps':
      return UNKNOWN
    case 'open':
      return openLength(lasting, bout)
    default:
      return lasting satisfies never
  }
}

const openLength = ({ left }: Extract<Lasting, { kind: 'open' }>, bout: EstimatedBout | undefined): Length => {
  const share = (amount: number | null | undefined): number | null =>
    amount === null || amount === undefined ? null : amount / (left?.bouts ?? 1)
  return { distance_m: share(left?.distance ?? bout?.distance), duration_s: share(left?.duration ?? bout?.duration) }
}

const exerciseView = ({ name, or, sets, reps, repsTo, duration, distance, ...more }: Exercise): ExerciseView => ({
  name: or ? [name, ...or].join(' / ') : name,
  sets,
  reps: reps ?? null,
  reps_to: repsTo ?? null,
  duration_s: duration ?? null,
  distance_m: distance ?? null,
  each_side: more.eachSide === true,
  load: more.load ? loadText(more.load) : null,
  rest_s: more.rest ?? null,
  cue: more.cue ?? null,
})

const loadText = (load: NonNullable<Exercise['load']>): string => {
  const range = (from: number, to: number | undefined): string => (to === undefined ? `${from}` : `${from}-${to}`)
  switch (load.kind) {
    case 'rpe':
      return `RPE ${range(load.rpe, load.to)}`
    case 'percent':
      return `${range(load.percent, load.to)} %`
    case 'weight':
      return `${range(load.kilograms, load.to)} kg`
    case 'word':
      return load.word
    default:
      return load satisfies never
  }
}

/** More stretches than anybody can tell apart in a small drawing. */
const MOST_BLOCKS = 120

/**
 * The stretches of a session one after the other, sets written out. What has no length that could honestly be told is
 * left out; a session of nothing but that is one block of its whole.
 */
export const blocksOf = (parts: readonly PartView[], whole: BlockView | null): BlockView[] => {
  const blocks: BlockView[] = []
  const add = (part: PartView): void => {
    if (part.kind === 'set') {
      for (let time = 0; time < part.times && blocks.length < MOST_BLOCKS; time++) part.parts.forEach(add)
      return
    }
    const { duration_s } = part.estimated
    if (duration_s !== null && duration_s > 0 && blocks.length < MOST_BLOCKS)
      blocks.push({ duration_s, intensity: part.intensity })
  }
  parts.forEach(add)
  return blocks.length > 0 || whole === null ? blocks : [whole]
}
