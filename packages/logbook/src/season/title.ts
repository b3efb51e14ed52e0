import {
  amountIn,
  besideRunning,
  isRecovery,
  plainNumber,
  type Distance,
  type DistanceUnit,
  type LongUnit,
  type Part,
  type SeasonSession,
  type Step,
  type Workout,
} from '@bell-lap/core'
import { makePart, makeWorkout } from '@bell-lap/formats'

/** More does not fit into a cell. */
const MOST_PARTS = 3

/**
 * A session in a few words: `5 x 1200m @5K`, `9 mi easy`, `Long run 14 mi`, `Strength A`, `5K race`. Lengths that the
 * plan has not are told in the athlete's unit.
 */
export const shortTitle = (session: SeasonSession, unit: LongUnit): string => {
  const { workout, hardness } = session
  if (workout.kind === 'rest') return 'Rest'
  if (hardness === 'race') return raceTitle(workout)
  if (workout.kind === 'strength' || workout.kind === 'plyometrics' || workout.kind === 'mobility')
    return besideTitle(session)
  if (workout.kind === 'cross') return upper(bare(workout))
  return runTitle(session, unit)
}

const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const raceTitle = (workout: Workout): string => {
  const extent = workout.steps.find((part): part is Step => part.kind === 'step' && part.role === 'race')?.extent
  const text = extent?.kind === 'distance' ? lengthText(extent.distance, extent.unit) : undefined
  return text === undefined ? 'Race' : `${text} race`
}

/** The letter that the plan gives it, else its first exercises. */
const besideTitle = ({ id, workout, exercises }: SeasonSession): string => {
  const kind = upper(workout.kind)
  const named = besideRunning(workout.steps).find((part) => part.kind === 'other')
  const letter = /-([A-Z])$/.exec(id)?.[1] ?? (named?.kind === 'other' ? named.name : undefined)
  if (letter !== undefined) return `${kind} ${letter}`
  const [first, second] = exercises.map(({ name }) => name)
  if (first === undefined) return kind
  return `${kind}: ${second === undefined ? first : `${first}, ${second}`}`
}

const runTitle = (session: SeasonSession, unit: LongUnit): string => {
  const { workout, hardness } = session
  const work = workOf(workout.steps)
  if (hardness === 'easy' || hardness === 'long') {
    const [beside] = work
    const length = wholeLength(session, unit)
    const whole =
      hardness === 'long' ? `Long run ${length}` : `${length} ${isAllRecovery(workout) ? 'recovery' : 'easy'}`
    return beside === undefined ? whole.trim() : `${whole.trim()}, ${beside}`
  }
  if (work.length === 0) return upper(bare(workout))
  const told = work.slice(0, MOST_PARTS).join(' + ')
  return work.length > MOST_PARTS ? `${told} + more` : told
}

const isAllRecovery = ({ steps, total }: Workout): boolean =>
  total?.role === 'recovery' ||
  (total === null && steps.every((part) => part.kind === 'step' && part.role === 'recovery'))

/** What the plan states, in its own unit; else what it comes to, in the athlete's. */
const wholeLength = ({ workout, estimated }: SeasonSession, unit: LongUnit): string => {
  const extent = workout.total?.extent ?? onlyExtent(workout)
  if (extent?.kind === 'distance') return lengthText(extent.distance, extent.unit)
  if (extent?.kind === 'time') return `${plainNumber(extent.duration / 60, 0)} min`
  return estimated.distance === null ? '' : lengthText(estimated.distance, unit)
}

const onlyExtent = ({ steps }: Workout) => {
  const [only, ...others] = steps
  return only?.kind === 'step' && others.length === 0 ? only.extent : undefined
}

/** `9.5 mi`, `12 km`, `400 m`; a race by its name: `5K`. */
const lengthText = (distance: Distance, unit: DistanceUnit): string => {
  const amount = plainNumber(amountIn(distance, unit), unit === 'm' ? 0 : 1)
  return unit === 'K' ? `${amount}K` : `${amount} ${unit}`
}

const AROUND: readonly Step['role'][] = ['warmup', 'cooldown', 'easy', 'long', 'drills']

/** What makes the session what it is, without warm-up, recoveries and cues. */
const workOf = (steps: readonly Part[]): readonly string[] =>
  steps.flatMap((part): readonly string[] => {
    if (part.kind === 'step') {
      if (isRecovery(part) || AROUND.includes(part.role)) return []
      const { cue: _cue, ...told } = part
      return [makePart(told)]
    }
    return part.kind === 'repeat' ? [makePart(withoutRecoveries(part))] : []
  })

const withoutRecoveries = (part: Part): Part => {
  if (part.kind === 'step') {
    const { cue: _cue, ...told } = part
    return told
  }
  if (part.kind !== 'repeat') return part
  const kept = part.steps.filter((step) => step.kind !== 'step' || !isRecovery(step))
  const { continuous: _continuous, ...repeat } = part
  return {
    ...repeat,
    between: null,
    afterLast: false,
    steps: (kept.length > 0 ? kept : part.steps).map(withoutRecoveries),
  }
}

const bare = (workout: Workout): string => {
  const { cue: _cue, key: _key, pillars: _pillars, ...told } = workout
  return makeWorkout(told)
}
