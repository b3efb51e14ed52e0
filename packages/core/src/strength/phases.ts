import { DAY_A, DAY_B, DAY_M, type StrengthDay } from './days.ts'

/** What strength is for in a week: learn, get strong, hold, or stay away from it. */
export const STRENGTH_STAGES = ['introduce', 'heavy', 'maintain', 'none'] as const
export type StrengthStage = (typeof STRENGTH_STAGES)[number]

/** What strength asks of the running plan's weeks. */
export interface RunWeek {
  /** Lighter by intention: strength eases with it. */
  readonly deload: boolean
  /** Race-specific sharpening has begun. */
  readonly specific: boolean
  /** The week of the race, or of the taper directly before it. */
  readonly race: boolean
}

export interface StrengthWeek {
  readonly stage: StrengthStage
  readonly deload: boolean
  readonly days: readonly StrengthDay[]
  /** Weeks of this stage before this one. */
  readonly since: number
  /** Weeks with any strength before this one. */
  readonly before: number
}

/** Document 001: six to eight weeks of heavy work before the race-specific block (R106). */
const MOST_HEAVY = 8

/**
 * Strength through a plan (R91, R106, R112, C11): up to eight heavy weeks that end where the race-specific block begins,
 * two sessions each; what lies before them introduces; one maintenance session a week after them; none in race week.
 */
export const strengthWeeks = (weeks: readonly RunWeek[]): readonly StrengthWeek[] => {
  const sharpening = weeks.findIndex(({ specific, race }) => specific || race)
  const end = sharpening < 0 ? weeks.length : sharpening
  const counts = new Map<StrengthStage, number>()
  return weeks.map((week, index) => {
    const stage = stageOf(week, index, end)
    const since = counts.get(stage) ?? 0
    const before = [...counts].reduce((sum, [each, count]) => (each === 'none' ? sum : sum + count), 0)
    counts.set(stage, since + 1)
    return { stage, deload: week.deload, days: daysOf(stage), since, before }
  })
}

const stageOf = (week: RunWeek, index: number, end: number): StrengthStage => {
  if (week.race) return 'none'
  if (index >= end) return 'maintain'
  return index < end - MOST_HEAVY ? 'introduce' : 'heavy'
}

/** A week that eases keeps both days, each with fewer sets: one leg at a time is trained every week (R113). */
const daysOf = (stage: StrengthStage): readonly StrengthDay[] => {
  switch (stage) {
    case 'none':
      return []
    case 'maintain':
      return [DAY_M]
    case 'introduce':
    case 'heavy':
      return [DAY_A, DAY_B]
    default:
      return stage satisfies never
  }
}
