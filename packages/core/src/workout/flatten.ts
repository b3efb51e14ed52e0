import type { Amount, Exercise, Other, Part, Repeat, Step, Workout } from './workout.ts'

/** Addresses a part in nested sets: `[0, 2, 'between']`. */
export type Path = readonly (number | 'between')[]

/** One bout as it is run, repetitions written out. */
export interface Bout {
  readonly path: Path
  readonly step: Step
  /** Repetition of the innermost repeat, from 0. */
  readonly repetition: number
  /** The bout is what is left of this length after the so many bouts before it: `29min tempo with 6 x 20s`. */
  readonly fills?: { readonly extent: Amount; readonly after: number }
}

/** Longest list that a workout is written out to: beyond it no person runs, and a reader reports it. */
export const MOST_BOUTS = 5000

/**
 * The bouts of a workout in the order they are run; recoveries included, exercises and other activities left out.
 * A repeat whose count is not stated is written out once, a range at its low end, a budget (`until`) once.
 * Parts inside a length of their own are followed by one bout for the rest of that length.
 */
export const flatten = (workout: Workout): readonly Bout[] => {
  const bouts: Bout[] = []
  addParts(workout.steps, { path: [], repetition: 0 }, bouts)
  return bouts
}

interface Spot {
  readonly path: Path
  readonly repetition: number
}

const addParts = (parts: readonly Part[], { path, repetition }: Spot, bouts: Bout[]): void => {
  parts.forEach((part, index) => {
    if (part.kind === 'step') addBout({ path: [...path, index], step: part, repetition }, bouts)
    else if (part.kind === 'repeat') addRepeat(part, [...path, index], bouts)
  })
}

const addBout = (bout: Bout, bouts: Bout[]): void => {
  if (bouts.length < MOST_BOUTS) bouts.push(bout)
}

const addRepeat = (repeat: Repeat, path: Path, bouts: Bout[]): void => {
  if (repeat.form === 'ladder') return addLadder(repeat, path, bouts)
  const { between } = repeat
  const times = repeat.times ?? 1
  for (let repetition = 0; repetition < times && bouts.length < MOST_BOUTS; repetition++) {
    const before = bouts.length
    addParts(repeat.steps, { path, repetition }, bouts)
    if (repeat.total)
      addBout({ ...restOf(repeat.total, path, repetition), fills: fillsOf(repeat.total, before, bouts) }, bouts)
    // A repeat without a bout in it would be counted through for nothing.
    if (bouts.length === before) return
    if (between && (repeat.afterLast || repetition < times - 1)) {
      addBout({ path: [...path, 'between'], step: between, repetition }, bouts)
    }
  }
}

const restOf = (total: NonNullable<Repeat['total']>, path: Path, repetition: number): Bout => ({
  path,
  repetition,
  step: {
    kind: 'step',
    role: total.role ?? 'easy',
    extent: { kind: 'remaining' },
    target: total.target,
    implied: true,
  },
})

const fillsOf = (total: NonNullable<Repeat['total']>, before: number, bouts: readonly Bout[]) => ({
  extent: total.extent,
  after: bouts.length - before,
})

const addLadder = (ladder: Repeat, path: Path, bouts: Bout[]): void => {
  ladder.steps.forEach((rung, index) => {
    if (rung.kind === 'step') addBout({ path: [...path, index], step: rung, repetition: index }, bouts)
    else if (rung.kind === 'repeat') addRepeat(rung, [...path, index], bouts)
    if (ladder.between && (ladder.afterLast || index < ladder.steps.length - 1)) {
      addBout({ path: [...path, 'between'], step: ladder.between, repetition: index }, bouts)
    }
  })
}

/** Whether a step is rest between bouts rather than work. */
export const isRecovery = (step: Step): boolean =>
  step.role === 'recovery' || step.role === 'rest' || step.role === 'float'

/** All exercises and other activities of a workout, nested ones included. */
export const besideRunning = (parts: readonly Part[]): readonly (Exercise | Other)[] =>
  parts.flatMap((part) => {
    if (part.kind === 'repeat') return besideRunning(part.steps)
    return part.kind === 'step' ? [] : [part]
  })
