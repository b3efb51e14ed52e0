import {
  distanceText,
  durationText,
  type Amount,
  type Exercise,
  type Extent,
  type Load,
  type Other,
  type Part,
  type Repeat,
  type Step,
  type Target,
  type Total,
  type Workout,
} from '@bell-lap/core'
import { makeWorkout } from '../plan-text/notation/make-workout.ts'
import type { TextFinding } from '../plan-text/reading.ts'

/** JSON of one workout, as docs/schema/workout.json describes it; keys that do not apply are left out. */
export type Json = { readonly [key: string]: unknown }

const amountText = (low: string, high: string | undefined, unit: string): string =>
  high === undefined ? low : `${low.slice(0, -unit.length)}-${high}`

const makeAmount = (amount: Amount): Json => {
  const twin = amount.or ? { or: makeAmount(amount.or) } : {}
  if (amount.kind === 'distance') {
    const { distance, to, unit } = amount
    const high = to === undefined ? undefined : distanceText(to, unit)
    return {
      distance_m: round(distance),
      ...(to === undefined ? {} : { to_m: round(to) }),
      written: amountText(distanceText(distance, unit), high, unit),
      ...twin,
    }
  }
  const { duration, to, unit } = amount
  const high = to === undefined ? undefined : durationText(to, unit)
  return {
    duration_s: round(duration),
    ...(to === undefined ? {} : { to_s: round(to) }),
    written: amountText(durationText(duration, unit), high, unit),
    ...twin,
  }
}

/** Millimetres and milliseconds are enough for anything that is run. */
const round = (amount: number): number => Math.round(amount * 1000) / 1000

export const makeExtent = (extent: Extent): Json => {
  switch (extent.kind) {
    case 'distance':
    case 'time':
      return makeAmount(extent)
    case 'relative': {
      const measure = extent.measure ? { measure: extent.measure } : {}
      if (extent.relative === 'half') return { relative: 'half', share: 0.5, ...measure }
      if (extent.relative !== 'share' || !extent.share) return { relative: extent.relative, ...measure }
      const { low, high } = extent.share
      return { relative: 'equal', share: low, ...(high === low ? {} : { share_to: high }), ...measure }
    }
    case 'cycle':
      return { cycle_s: extent.duration }
    case 'remaining':
      return { remaining: true }
    case 'open':
      return { open: true }
    default:
      return extent satisfies never
  }
}

const PER_KM = { km: 1, mi: 1 / 1.609344, '400m': 2.5 } as const

export const makeTarget = (target: Target): Json => {
  switch (target.kind) {
    case 'pace': {
      const { pace, to, progressive, basis, offset, percent, implied } = target
      return {
        pace,
        ...(to ? { to } : {}),
        ...(progressive ? { progressive } : {}),
        ...(basis ? { basis } : {}),
        ...(offset ? { offset_s_per_km: round(offset.seconds * PER_KM[offset.per]) } : {}),
        ...(offset?.to === undefined ? {} : { offset_to_s_per_km: round(offset.to * PER_KM[offset.per]) }),
        ...(percent
          ? { percent: percent.low, ...(percent.high === percent.low ? {} : { percent_to: percent.high }) }
          : {}),
        ...(implied ? { implied } : {}),
      }
    }
    case 'rep time':
      return { rep_time_s: [round(target.time), round(target.to ?? target.time)] }
    case 'speed':
      return { speed_mps: [target.speed, target.to ?? target.speed].toSorted((a, b) => a - b).map(round) }
    case 'heart rate':
      return { heart_rate_bpm: [target.low ?? null, target.high ?? null] }
    case 'heart rate share':
      return { heart_rate_percent: [target.percent.low, target.percent.high], of: target.of }
    case 'zone':
      return { zone: target.zone, ...(target.to === undefined ? {} : { to: target.to }) }
    case 'rpe':
      return { rpe: target.rpe, ...(target.to === undefined ? {} : { to: target.to }) }
    default:
      return target satisfies never
  }
}

const makeStep = (step: Step): Json => ({
  kind: 'step',
  role: step.role,
  extent: step.extent && makeExtent(step.extent),
  target: step.target && makeTarget(step.target),
  ...(step.mode ? { mode: step.mode } : {}),
  ...(step.cue === undefined ? {} : { cue: step.cue }),
  ...(step.implied ? { implied: true } : {}),
  ...(step.position ? { position: step.position } : {}),
  ...(step.continuous ? { continuous: true } : {}),
  ...(step.effort ? { effort: step.effort } : {}),
  ...step.race,
  ...(step.session ? { session: step.session } : {}),
})

const makeTotal = (total: Total): Json => ({
  ...makeAmount(total.extent),
  ...(total.role ? { role: total.role } : {}),
  ...(total.target ? { target: makeTarget(total.target) } : {}),
})

/** A ladder's recoveries stand as steps between its rungs, so that a reader without ladders sees every bout in order. */
const ladderSteps = (repeat: Repeat): Json[] =>
  repeat.steps.flatMap((part, index) => {
    const last = index === repeat.steps.length - 1
    const follows = repeat.between && (!last || repeat.afterLast) ? [makeStep(repeat.between)] : []
    return [makePart(part), ...follows]
  })

const makeRepeat = (repeat: Repeat): Json => {
  const ladder = repeat.form === 'ladder'
  return {
    kind: 'repeat',
    times: repeat.times,
    ...(repeat.timesTo === undefined ? {} : { times_to: repeat.timesTo }),
    steps: ladder ? ladderSteps(repeat) : repeat.steps.map(makePart),
    between: ladder || !repeat.between ? null : makeStep(repeat.between),
    after_last: repeat.afterLast,
    ...(repeat.form ? { form: repeat.form } : {}),
    ...(repeat.total ? { total: makeTotal(repeat.total) } : {}),
    ...(repeat.until ? { for: makeAmount(repeat.until) } : {}),
    ...(repeat.continuous ? { continuous: true } : {}),
    ...(repeat.session ? { session: repeat.session } : {}),
  }
}

const makeLoad = (load: Load): Json => {
  const to = load.kind !== 'word' && load.to !== undefined ? { to: load.to } : {}
  switch (load.kind) {
    case 'rpe':
      return { rpe: load.rpe, ...to }
    case 'percent':
      return { percent_1rm: load.percent, ...to }
    case 'weight':
      return { kg: load.kilograms, ...to }
    case 'word':
      return { word: load.word }
    default:
      return load satisfies never
  }
}

const makeExercise = (exercise: Exercise): Json => ({
  kind: 'exercise',
  name: exercise.name,
  ...(exercise.or ? { or: exercise.or } : {}),
  sets: exercise.sets,
  ...(exercise.setsTo === undefined ? {} : { sets_to: exercise.setsTo }),
  ...(exercise.reps === undefined ? {} : { reps: exercise.reps }),
  ...(exercise.repsTo === undefined ? {} : { reps_to: exercise.repsTo }),
  ...(exercise.duration === undefined ? {} : { duration_s: exercise.duration }),
  ...(exercise.durationTo === undefined ? {} : { to_s: exercise.durationTo }),
  ...(exercise.distance === undefined ? {} : { distance_m: exercise.distance }),
  ...(exercise.eachSide ? { each_side: true } : {}),
  ...(exercise.load ? { load: makeLoad(exercise.load) } : {}),
  ...(exercise.rest === undefined ? {} : { rest_s: exercise.rest }),
  ...(exercise.cue === undefined ? {} : { cue: exercise.cue }),
})

const makeOther = (other: Other): Json => ({
  kind: 'other',
  activity: other.activity,
  extent: other.extent && makeAmount(other.extent),
  ...(other.name === undefined ? {} : { name: other.name }),
  ...(other.session ? { session: other.session } : {}),
})

const makePart = (part: Part): Json => {
  switch (part.kind) {
    case 'step':
      return makeStep(part)
    case 'repeat':
      return makeRepeat(part)
    case 'exercise':
      return makeExercise(part)
    case 'other':
      return makeOther(part)
    default:
      return part satisfies never
  }
}

/** Strides, pickups and drills at the end of a run are not counted into what the author states for it. */
const isExtra = (part: Part): boolean => {
  if (part.kind === 'repeat') return part.steps.every(isExtra)
  return part.kind === 'step' && ['strides', 'pickups', 'drills'].includes(part.role)
}

const measureOf = (part: Part | undefined): Json | null => {
  if (part?.kind === 'other') return part.extent && makeAmount(part.extent)
  if (part?.kind === 'repeat') return part.until && part.until.to === undefined ? makeAmount(part.until) : null
  if (part?.kind !== 'step' || !part.extent) return null
  return part.extent.kind === 'distance' || part.extent.kind === 'time' ? makeAmount(part.extent) : null
}

/**
 * What the author states for the whole: the total, or the extent of the single bout (or the time that rounds are
 * repeated for) that is the whole session but for strides.
 */
const statedTotal = (workout: Workout): Json | null => {
  if (workout.total) return makeTotal(workout.total)
  const [only, ...rest] = workout.steps.filter((part) => !isExtra(part))
  return rest.length > 0 || workout.also ? null : measureOf(only)
}

/** A workout and what was noticed about it, as `bell-lap read --workout --json` prints it. */
export const makeWorkoutJson = (workout: Workout, findings: readonly TextFinding[] = []): Json => ({
  kind: workout.kind,
  total: statedTotal(workout),
  remainder: easyWord(workout.remainder),
  steps: workout.steps.map(makePart),
  alternatives: workout.alternatives.map((option) => makeWorkoutJson(option)),
  ...(workout.also ? { also: workout.also } : {}),
  ...(workout.pillars ? { pillars: workout.pillars } : {}),
  ...(workout.key ? { key: true } : {}),
  ...(workout.optional ? { optional: true } : {}),
  ...(workout.surface ? { surface: workout.surface } : {}),
  ...(workout.afterRun ? { after_run: true } : {}),
  ...(workout.cue === undefined ? {} : { cue: workout.cue }),
  canonical: makeWorkout(workout),
  findings,
})

/** Long and recovery running are easy running to whoever only asks whether the rest is easy. */
const easyWord = (role: Workout['remainder']): string | null => (role === 'long' || role === 'recovery' ? 'easy' : role)
