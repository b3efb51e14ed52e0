import { OTHER_ACTIVITIES, type Part, type Role, type Workout } from '@bell-lap/core'
import { makePart, makeParts, endsInCue, makeTotal } from './make-part.ts'
import { makeCue, makeManner } from './make-step.ts'
import { impliedTarget } from '@bell-lap/core'
import { kindOfParts, type ExerciseKind } from './workout-kind.ts'
import { memberOf } from './words.ts'

/** What a printer of workouts may be told about the place of the text. */
interface Printing {
  readonly exercises: ExerciseKind
  /** A cue of the session follows at once. */
  readonly cueFollows: boolean
}

/**
 * Canonical text of a workout: one spelling for each, and `parseWorkout` reads it back as the same workout, for every
 * workout in the normal form that workout.arbitrary.ts describes. `exercises`: what the place makes of exercises without
 * more words; strength when left out.
 */
export const makeWorkout = (workout: Workout, exercises: ExerciseKind = 'strength'): string => {
  const tags = makeTags(workout, exercises)
  const cueFollows = workout.cue !== undefined && tags === ''
  const options = [workout, ...workout.alternatives]
  const texts = options.map((option, index) => {
    const printing = { exercises, cueFollows: cueFollows && index === options.length - 1 }
    return index === 0 ? makeOption(option, printing) : makeAlternative(option, printing)
  })
  return `${texts.join(' or ')}${tags}${makeCue(workout.cue)}`
}

const makeAlternative = (workout: Workout, printing: Printing): string => {
  const own =
    makeTags(workout, printing.exercises) !== '' || workout.cue !== undefined || workout.alternatives.length > 0
  return own ? `{${makeWorkout(workout, printing.exercises)}}` : makeOption(workout, printing)
}

const makeOption = (workout: Workout, printing: Printing): string => {
  const also = (workout.also ?? []).map((kind) => {
    const word = memberOf<string>(OTHER_ACTIVITIES, kind)
    return ` + ${word ?? `also ${kind}`}`
  })
  return `${makeLead(workout)}${makeContent(workout, printing)}${also.join('')}`
}

/** The role that a total prints: its own, or that of a rest which is not simply easy. */
const roleOfTotal = ({ total, remainder }: Workout): Role | null =>
  total?.role ?? (remainder === 'easy' ? null : remainder)

const makeLead = (workout: Workout): string => {
  const { total, remainder } = workout
  const role = roleOfTotal(workout)
  if (total !== null) return `${makeTotal({ ...total, role })} ${remainder === null ? 'as' : 'with'} `
  if (remainder === null) return ''
  return `? ${role === null ? '' : `${makeManner(role, impliedTarget(role))} `}with `
}

const isPlain = ({ total, remainder }: Workout): boolean => total === null && remainder === null

const makeContent = (workout: Workout, printing: Printing): string => {
  const { steps, kind } = workout
  if (steps.length === 0) {
    if (!isPlain(workout)) return makeParts([])
    return kind === 'rest' || memberOf<string>(OTHER_ACTIVITIES, kind) !== undefined ? kind : 'run'
  }
  const followed = (workout.also ?? []).length > 0
  return steps
    .map((part, index) =>
      index < steps.length - 1 ? makePart(part) : makeLastPart(part, { ...printing, followed, index }),
    )
    .join(' + ')
}

interface LastPart extends Printing {
  /** Other kinds follow after a `+`. */
  readonly followed: boolean
  readonly index: number
}

/** The last part stands in brackets where its end would be taken for something else. */
const makeLastPart = (part: Part, { followed, index, cueFollows }: LastPart): string => {
  const text = makePart(part)
  const swallows = part.kind === 'exercise' && part.cue === undefined && cueFollows && !followed
  const loose =
    index > 0 && part.kind === 'other' && part.extent === null && part.name === undefined && part.session === undefined
  return loose || swallows || (endsInCue(part) && !followed) ? `(${text})` : text
}

/** The kind that the text of a workout says without a tag. */
const spokenKind = (workout: Workout, exercises: ExerciseKind): Workout['kind'] => {
  const { kind, steps } = workout
  const word =
    steps.length === 0 &&
    isPlain(workout) &&
    (kind === 'rest' || memberOf<string>(OTHER_ACTIVITIES, kind) !== undefined)
  return word ? kind : kindOfParts(workout, exercises)
}

const makeTags = (workout: Workout, exercises: ExerciseKind): string => {
  const { pillars = [], key, optional, kind, surface, afterRun } = workout
  const own = kind === spokenKind(workout, exercises) ? [] : [kind]
  const words = [...pillars, ...(key ? ['key'] : []), ...(optional ? ['optional'] : []), ...own]
  const bracket = words.length === 0 ? '' : ` [${words.join(' ')}]`
  return `${bracket}${surface === undefined ? '' : ` on ${surface}`}${afterRun ? ' after run' : ''}`
}
