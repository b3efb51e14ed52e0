import { minutes } from '../../units/duration.ts'
import type { Duration } from '../../units/quantity.ts'
import type { RecipeLevel, RecipeRace } from './request.ts'

/** Kilometres a week at the start and at the highest, where the runner names none (convention). */
export type WeeklyKilometres = readonly [start: number, peak: number]

/** What a level does to the plan: how much, how many key sessions, how dense (R119, R149). */
export interface LevelShape {
  readonly level: RecipeLevel
  readonly weekly: { readonly [Race in RecipeRace]: WeeklyKilometres }
  /** Running days where the runner names none. */
  readonly days: number
  /** Share of the family caps (Daniels) that a session reaches when the plan is at its hardest. */
  readonly dose: number
  /** Key sessions in a week; the other hard day of a beginner stays below one. */
  readonly keys: 1 | 2
  /** A third, short fast session on an easy day in the tempo phase. */
  readonly extraSpeed: boolean
  /** Kilometres of warm-up and cool-down around the work of a key session. */
  readonly around: number
  /** Seconds between threshold repetitions. */
  readonly thresholdRest: number
  /** Seconds between the parts of a broken race. */
  readonly brokenRest: number
  /** 5K times between which the level is meant: sets told in minutes keep their caps for the fastest of them. */
  readonly fastest: Duration
  readonly slowest: Duration
}

export const LEVEL_SHAPES: { readonly [Level in RecipeLevel]: LevelShape } = {
  beginner: {
    level: 'beginner',
    weekly: { '800': [26, 34], '1500': [26, 36], mile: [26, 36], '3000': [28, 38], '5K': [28, 40], '10K': [32, 46] },
    days: 4,
    dose: 0.95,
    keys: 1,
    extraSpeed: false,
    around: 3,
    thresholdRest: 90,
    brokenRest: 90,
    fastest: minutes(20),
    slowest: minutes(30),
  },
  intermediate: {
    level: 'intermediate',
    weekly: { '800': [38, 48], '1500': [42, 54], mile: [42, 54], '3000': [45, 58], '5K': [48, 62], '10K': [52, 70] },
    days: 5,
    dose: 0.95,
    keys: 2,
    extraSpeed: false,
    around: 4,
    thresholdRest: 90,
    brokenRest: 75,
    fastest: minutes(19),
    slowest: minutes(26),
  },
  advanced: {
    level: 'advanced',
    weekly: { '800': [50, 62], '1500': [56, 72], mile: [56, 72], '3000': [60, 78], '5K': [64, 84], '10K': [70, 94] },
    days: 6,
    dose: 1,
    keys: 2,
    extraSpeed: true,
    around: 5,
    thresholdRest: 75,
    brokenRest: 60,
    fastest: minutes(17),
    slowest: minutes(22),
  },
  seasoned: {
    level: 'seasoned',
    weekly: { '800': [60, 75], '1500': [70, 90], mile: [70, 90], '3000': [76, 98], '5K': [80, 105], '10K': [88, 118] },
    days: 6,
    dose: 1,
    keys: 2,
    extraSpeed: true,
    around: 6,
    thresholdRest: 60,
    brokenRest: 60,
    fastest: minutes(15),
    slowest: minutes(20),
  },
}
