import type { Exercise, Other, Part, Repeat, Step, Workout } from './workout.ts'

/** Addresses a part in nested sets: `[0, 2, 'between']`. */
export type Path = readonly (number | 'between')[]

/** One bout as it is run, repetitions written out. */
export interface Bout {
  readonly path: Path
  readonly step: Step
  /** Repetition of the innermost repeat, from 0. */
  readonly repetition: number
}

/** Longest list that a workout is written out to: beyond it no person runs, and a reader reports it. */
export const MOST_BOUTS = 5000

/**
 * The bouts of a workout in the order they are run; recoveries included, exercises and other activities left out.
 * A repeat whose count is not stated is written out once, a range at its low end, a budget (`until`) once.
 */
export const flatten = (workout: Workout): readonly Bout[] => {
  const bouts: Bout[] = []
  addParts(workout.steps, [], 0, bouts)
  return bouts
}

const addParts = (parts: readonly Part[], path: Path, repetition: number, bouts: Bout[]): void => {
  parts.forEach((part, index) => {
    if (part.kind === 'step') addBout({ path: [...path, index], step: part, repetition }, bouts)
    else if (part.kind === 'repeat') addRepeat(part, [...path, index], bouts)
  })
}

const addBout = (bout: Bout, bouts: Bout[]): void => {
  if (bouts.length < MOST_BOUTS) bouts.push(bout)
}

const addRepeat = (repeat: Repeat, path: Path, bouts: Bout[]): void => {
  const { between } = repeat
  if (repeat.form === 'ladder') return addLadder(repeat, path, bouts)
  const times = repeat.times ?? 1
  for (let repetition = 0; repetition < times && bouts.length < MOST_BOUTS; repetition++) {
    addParts(repeat.steps, path, repetition, bouts)
    if (between && (repeat.afterLast || repetition < times - 1)) {
      addBout({ path: [...path, 'between'], step: between, repetition }, bouts)
    }
  }
}

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
