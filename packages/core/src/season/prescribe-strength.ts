import type { Path } from '../workout/flatten.ts'
import type { Exercise, Other } from '../workout/workout.ts'
import { lastingOf } from './prescribe-length.ts'
import type { Lasting, PrescribedPart, PrescribedStep, Prescription, TextOf } from './prescription.ts'

/** One set of an exercise: so many repetitions, so long or so far, else until the button. */
const doseOf = ({ reps, duration, distance }: Exercise): Lasting => {
  if (reps !== undefined) return { kind: 'reps', reps }
  if (duration !== undefined) return { kind: 'time', duration }
  if (distance !== undefined) return { kind: 'distance', distance }
  return { kind: 'open', because: 'the plan states no dose' }
}

const choicesOf = ({ sets, setsTo, repsTo, durationTo }: Exercise): readonly string[] => [
  ...((setsTo ?? repsTo ?? durationTo) === undefined ? [] : ['the low end of each range']),
  ...(sets === null ? ['a set without a count once: repeat it with the button'] : []),
]

/** Timed work for each side is two bouts; repetitions for each side are counted by whoever does them. */
const workOf = (exercise: Exercise, path: Path, text: string): readonly PrescribedStep[] => {
  const work: PrescribedStep = {
    kind: 'step',
    path,
    role: 'work',
    lasting: doseOf(exercise),
    aim: null,
    target: null,
    text,
    beside: exercise,
    ...(exercise.cue === undefined ? {} : { cue: exercise.cue }),
  }
  if (!exercise.eachSide || exercise.reps !== undefined) return [work]
  return ['one side', 'other side'].map((side) => ({
    ...work,
    cue: exercise.cue === undefined ? side : `${side}: ${exercise.cue}`,
  }))
}

const restOf = (exercise: Exercise, path: Path): readonly PrescribedStep[] =>
  exercise.rest === undefined
    ? []
    : [
        {
          kind: 'step',
          path: [...path, 'between'],
          role: 'rest',
          lasting: { kind: 'time', duration: exercise.rest },
          aim: null,
          target: null,
          text: `rest ${exercise.rest} s`,
        },
      ]

/** The sets of one exercise, with its rest after each of them. */
export const prescribeExercise = (exercise: Exercise, path: Path, textOf: TextOf): Prescription => {
  const parts = [...workOf(exercise, path, textOf(exercise)), ...restOf(exercise, path)]
  const times = Math.min(exercise.sets ?? 1, exercise.setsTo ?? Infinity)
  return {
    parts: times > 1 ? [{ kind: 'set', path, times, parts }] : parts,
    assumptions: choicesOf(exercise),
  }
}

/** A block of something else beside running: mobility, cross-training, a strength session told by its name only. */
export const prescribeOther = (other: Other, path: Path, textOf: TextOf): Prescription => {
  const { lasting, assumptions } = lastingOf(other.extent, undefined)
  const step: PrescribedStep = {
    kind: 'step',
    path,
    role: 'work',
    lasting,
    aim: null,
    target: null,
    text: textOf(other),
    beside: other,
  }
  return { parts: [step], assumptions }
}

/** The exercises of a strength session in their order; the last set of all needs no rest after it. */
export const prescribeExercises = (exercises: readonly Exercise[], textOf: TextOf): Prescription => {
  const each = exercises.map((exercise, index) => prescribeExercise(exercise, [index], textOf))
  const last = each.at(-1)
  const parts = [...each.slice(0, -1).flatMap((one) => one.parts), ...withoutLastRest(last?.parts ?? [])]
  return { parts, assumptions: [...new Set(each.flatMap(({ assumptions }) => assumptions))] }
}

const withoutLastRest = (parts: readonly PrescribedPart[]): readonly PrescribedPart[] => {
  const last = parts.at(-1)
  if (last?.kind === 'step') return last.role === 'rest' ? parts.slice(0, -1) : parts
  if (!last || last.parts.at(-1)?.kind !== 'step') return parts
  const work = withoutLastRest(last.parts)
  if (work.length === last.parts.length) return parts
  const before: readonly PrescribedPart[] = last.times > 2 ? [{ ...last, times: last.times - 1 }] : [...last.parts]
  return [...parts.slice(0, -1), ...before, ...work]
}
