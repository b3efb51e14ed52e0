import { seconds } from '../units/duration.ts'
import type { Duration } from '../units/quantity.ts'
import type { Exercise } from '../workout/workout.ts'

/** A strength day as document 001 describes it (R92 to R103), or one of the lighter days that stand in for it. */
export interface StrengthDay {
  readonly name: string
  readonly kind: 'strength' | 'plyometrics' | 'mobility'
  /** What the day is for, as a cue. */
  readonly cue: string
  readonly warmup: { readonly duration: Duration; readonly cue: string }
  readonly exercises: readonly Exercise[]
  /** Statements that it serves. */
  readonly why: readonly string[]
}

const rpe = (value: number, to?: number) => ({ kind: 'rpe', rpe: value, ...(to === undefined ? {} : { to }) }) as const
const word = (value: string) => ({ kind: 'word', word: value }) as const
const exercise = (
  name: string,
  sets: number,
  rest: number,
  rest_: Omit<Exercise, 'kind' | 'name' | 'sets' | 'rest'>,
): Exercise => ({
  kind: 'exercise',
  name,
  sets,
  rest: seconds(rest),
  ...rest_,
})

/**
 * Day A, strength and power. Sets and repetitions are the document's; rests and RPE are convention, since it names none:
 * heavy sets leave two repetitions in reserve and never go to failure (R114).
 */
export const DAY_A: StrengthDay = {
  name: 'A',
  kind: 'strength',
  cue: 'fast up, stop before form goes',
  why: ['R92', 'R94', 'R95', 'R96', 'R97', 'R98'],
  warmup: { duration: seconds(300), cue: 'hip swings, skip drills, ankle flicks' },
  exercises: [
    exercise('back squat', 4, 150, { or: ['goblet squat'], reps: 4, repsTo: 6, load: rpe(8) }),
    exercise('romanian deadlift', 3, 120, { reps: 6, repsTo: 8, load: rpe(8) }),
    exercise('box jump', 5, 60, { or: ['squat jump'], reps: 3, repsTo: 5, cue: 'minimal ground contact time' }),
    exercise('side plank', 3, 15, { duration: seconds(30), eachSide: true }),
  ],
}

/** Day B, endurance and stability (R93, R99 to R103); rests and RPE are convention. */
export const DAY_B: StrengthDay = {
  name: 'B',
  kind: 'strength',
  cue: 'one leg at a time, hips level',
  why: ['R93', 'R99', 'R100', 'R101', 'R102', 'R103', 'R113'],
  warmup: { duration: seconds(300), cue: 'dynamic mobility, single-leg balance' },
  exercises: [
    exercise('split squat', 3, 60, {
      or: ['bulgarian split squat'],
      reps: 8,
      repsTo: 12,
      eachSide: true,
      load: rpe(7),
    }),
    exercise('single-leg romanian deadlift', 3, 45, {
      reps: 8,
      eachSide: true,
      load: rpe(7),
      cue: 'balance, posterior chain',
    }),
    exercise('calf raise', 4, 45, { reps: 12, repsTo: 15, load: rpe(7) }),
    exercise('pallof press', 3, 30, { reps: 10, eachSide: true, load: word('moderate') }),
  ],
}

/** Day M holds what was gained once the race-specific block begins: fewer sets of the same, fresh at the end (C11). */
export const DAY_M: StrengthDay = {
  name: 'M',
  kind: 'strength',
  cue: 'maintenance: leave fresh',
  why: ['R106', 'R112', 'R113'],
  warmup: { duration: seconds(300), cue: 'hip swings, skip drills, ankle flicks' },
  exercises: [
    exercise('back squat', 2, 150, { or: ['goblet squat'], reps: 4, load: rpe(7) }),
    exercise('single-leg romanian deadlift', 2, 45, { reps: 8, eachSide: true, load: word('bodyweight') }),
    exercise('calf raise', 2, 45, { reps: 12, load: rpe(7) }),
    exercise('side plank', 2, 15, { duration: seconds(30), eachSide: true }),
  ],
}

/** Jumps as a session of their own, on grass, far from key sessions (R132, R138): 58 landings, where 60 are the most. */
export const DAY_P: StrengthDay = {
  name: 'P',
  kind: 'plyometrics',
  cue: 'on grass, quality only',
  why: ['R108', 'R132', 'R138'],
  warmup: { duration: seconds(300), cue: 'easy skips, ankle flicks' },
  exercises: [
    exercise('pogo jump', 2, 60, { reps: 8 }),
    exercise('bounding', 3, 120, { reps: 10, cue: 'measure the ten bounds every third week' }),
    exercise('single-leg hop', 2, 90, { reps: 3, eachSide: true }),
  ],
}

/** Mobility for runners (R134); order, times and choice are convention. */
export const MOBILITY: StrengthDay = {
  name: 'mobility',
  kind: 'mobility',
  cue: 'slow breathing, no pain',
  why: ['R134'],
  warmup: { duration: seconds(60), cue: 'walk about' },
  exercises: [
    exercise('ankle rocks', 2, 15, { duration: seconds(40), eachSide: true }),
    exercise('hip flexor stretch', 2, 15, { duration: seconds(40), eachSide: true }),
    exercise('leg swings', 2, 15, { reps: 12, eachSide: true }),
    exercise('hip circles', 2, 15, { reps: 8, eachSide: true }),
    exercise('thoracic mobility', 2, 15, { duration: seconds(40), eachSide: true }),
  ],
}

export const STRENGTH_DAYS = [DAY_A, DAY_B, DAY_M, DAY_P, MOBILITY] as const

/** What stands in where there is no gym; by the exercise's own name. Convention, same movement and same number of legs. */
const AT_HOME: { readonly [name: string]: { readonly name: string; readonly cue: string } } = {
  'back squat': { name: 'goblet squat', cue: 'loaded rucksack in front of the chest, three seconds down' },
  'romanian deadlift': { name: 'single-leg romanian deadlift', cue: 'loaded rucksack, the free foot touches a wall' },
  'box jump': { name: 'squat jump', cue: 'minimal ground contact time, on grass' },
  'pallof press': { name: 'side plank rotation', cue: 'slow, hips high' },
}

/** The same day without a gym. */
export const atHome = (day: StrengthDay): StrengthDay => ({
  ...day,
  exercises: day.exercises.map((each) => {
    const home = AT_HOME[each.name]
    if (!home) return each
    const { or: _gym, load, ...kept } = each
    // How hard it should feel stays; a word for the weight means nothing without weights.
    return { ...kept, ...home, ...(load?.kind === 'rpe' ? { load } : {}) }
  }),
})
