import { atHome, DAY_A, DAY_B, DAY_M, DAY_P, MOBILITY, type StrengthDay } from '../../strength/days.ts'
import { minutesOfStrength } from '../../strength/session.ts'
import { seconds } from '../../units/duration.ts'
import type { Exercise } from '../../workout/workout.ts'
import type { NamedSession } from '../plan.ts'
import { bout, min, s, workout } from './parts.ts'

const exercise = (name: string, given: Omit<Exercise, 'kind' | 'name' | 'sets' | 'rest'>): Exercise => ({
  kind: 'exercise',
  name,
  sets: 2,
  rest: seconds(60),
  ...given,
})

/** The lifts of day A as movements to learn, light enough for any week (R119; convention). */
const DAY_I: StrengthDay = {
  name: 'I',
  kind: 'strength',
  cue: 'light: learn or refresh the movements, leave with energy',
  why: ['R91', 'R119'],
  warmup: { duration: seconds(300), cue: 'hip swings, skip drills, ankle flicks' },
  exercises: [
    exercise('goblet squat', { reps: 8, load: { kind: 'rpe', rpe: 5 } }),
    exercise('romanian deadlift', { reps: 8, load: { kind: 'rpe', rpe: 5 } }),
    exercise('step-up', { reps: 8, eachSide: true, load: { kind: 'word', word: 'bodyweight' } }),
    exercise('dead bug', { reps: 8, eachSide: true }),
  ],
}

/** Mobility is called by what it is: `mobility flow`. */
const FLOW: StrengthDay = { ...MOBILITY, name: 'flow' }

/** What a plan calls its days of strength, jumps and mobility. */
export const LIBRARY_NAMES = ['I', 'A', 'B', 'M', 'P', 'flow'] as const
export type LibraryName = (typeof LIBRARY_NAMES)[number]

const DAYS: { readonly [N in LibraryName]: StrengthDay } = {
  I: DAY_I,
  A: DAY_A,
  B: DAY_B,
  M: DAY_M,
  P: DAY_P,
  flow: FLOW,
}

/** Stated minutes are rounded up to five (R116: short). */
const roundedMinutes = ({ exercises, warmup }: StrengthDay): number =>
  Math.ceil((minutesOfStrength(exercises) + warmup.duration / 60) / 5) * 5

const sessionOf = (day: StrengthDay): NamedSession => ({
  kind: day.kind,
  name: day.name,
  total: min(roundedMinutes(day)),
  cue: day.cue,
  lines: [
    { workout: { ...workout([bout(s(day.warmup.duration), null, 'drills')], 'mobility'), cue: day.warmup.cue } },
    ...day.exercises.map((each) => ({ workout: workout([each], day.kind) })),
  ],
  margin: { after: day.why.join(' ') },
})

/** The named sessions of a plan, in the order of the list; without a gym the same movements at home. */
export const libraryOf = (names: ReadonlySet<LibraryName>, gym: boolean): readonly NamedSession[] =>
  LIBRARY_NAMES.filter((name) => names.has(name)).map((name) => sessionOf(gym ? DAYS[name] : atHome(DAYS[name])))
