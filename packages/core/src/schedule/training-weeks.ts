import type { Phase } from '../plan/plan.ts'
import { isRunning } from './of-plan.ts'
import type { Schedule, ScheduledSession, ScheduledWeek } from './schedule.ts'

/** The week holds a race that the plan leads to; B and C races do not make a race week. */
export const isRaceWeek = (week: ScheduledWeek): boolean =>
  week.source.kind === 'race' || week.sessions.some((session) => session.hardness === 'race' && !isMinorRace(session))

/** A race that its author calls B or C. */
export const isMinorRace = ({ workout }: ScheduledSession): boolean =>
  workout.steps.some((step) => step.kind === 'step' && step.race?.priority !== undefined)

/** What a phase is for. */
export const STAGES = ['base', 'speed', 'specific', 'taper'] as const
export type Stage = (typeof STAGES)[number]

/** Words by which coaches name phases; the first that fits decides. */
const STAGE_WORDS: readonly (readonly [Stage, RegExp])[] = [
  ['taper', /\b(taper\w*|race week)\b/],
  ['specific', /\b(specific|sharpen\w*|race|racing|compet\w*|peak\w*)\b/],
  ['speed', /\b(speed|intens\w*|vo2\w*|quality|strength endurance)\b/],
  ['base', /\b(base|build\w*|foundation|volume|general|aerobic|endurance|prep\w*)\b/],
]

/** What a phase is for, by its name; null where its name does not say. A phase of taper and race weeks only is a taper. */
export const stageOf = (phase: Phase): Stage | null => {
  if (phase.weeks.length > 0 && phase.weeks.every(({ kind }) => kind === 'taper' || kind === 'race')) return 'taper'
  const name = phase.name?.toLowerCase()
  return (name && STAGE_WORDS.find(([, words]) => words.test(name))?.[0]) || null
}

export const isTaperWeek = (week: ScheduledWeek): boolean =>
  week.source.kind === 'taper' || (!isRaceWeek(week) && stageOf(week.phase) === 'taper')

/** Weeks that a week is compared with, to see whether it eases off (convention). */
const LOOKBACK = 3
/** Share of the highest of them at which it does (the advanced 5K plan: 0.75 and 0.77). */
const EASED = 0.8

/** How much less makes a week an easy one. */
interface Easing {
  readonly share: number
  readonly lookback: number
}

/** Running of a week is at most four fifths of the most in the three weeks before it, or as asked. */
export const easesOff = (
  weeks: readonly ScheduledWeek[],
  index: number,
  { share, lookback }: Easing = { share: EASED, lookback: LOOKBACK },
): boolean => {
  const highest = highestBefore(weeks, index, lookback)
  const distance = weeks[index]?.distance
  return highest !== undefined && distance !== null && distance !== undefined && distance <= share * highest
}

/** Most metres that one of the last so many weeks before a week holds; undefined where none is known. */
export const highestBefore = (weeks: readonly ScheduledWeek[], index: number, lookback: number): number | undefined => {
  const known = weeks
    .slice(Math.max(0, index - lookback), index)
    .flatMap(({ distance }) => (distance === null ? [] : [distance]))
  return known.length > 0 ? Math.max(...known) : undefined
}

/** Called a recovery week by the author, or easing off like one. */
export const isRecoveryWeek = (schedule: Schedule, week: ScheduledWeek): boolean =>
  week.source.kind === 'recovery' || (!isRaceWeek(week) && !isTaperWeek(week) && easesOff(schedule.weeks, week.index))

/** Weeks that build: neither recovery, nor taper, nor race. */
export const isBuildWeek = (schedule: Schedule, week: ScheduledWeek): boolean =>
  !isRaceWeek(week) && !isTaperWeek(week) && !isRecoveryWeek(schedule, week)

/** Stretches of building weeks, parted by weeks that do not build. */
export const blocksOf = (schedule: Schedule): readonly (readonly ScheduledWeek[])[] => {
  const blocks: ScheduledWeek[][] = []
  let open: ScheduledWeek[] | undefined
  for (const week of schedule.weeks) {
    if (!isBuildWeek(schedule, week)) open = undefined
    else if (open) open.push(week)
    else blocks.push((open = [week]))
  }
  return blocks
}

/** Weeks before the taper that are race-specific where no phase says so (convention). */
const SPECIFIC_WEEKS = 4

/** Weeks of the race-specific phases, in order; without one so named the last four before taper and race, a third at most. */
export const specificWeeks = (schedule: Schedule): readonly ScheduledWeek[] => {
  const training = schedule.weeks.filter((week) => !isRaceWeek(week) && !isTaperWeek(week))
  const named = training.filter(({ phase }) => stageOf(phase) === 'specific')
  if (named.length > 0) return named
  return training.slice(training.length - Math.min(SPECIFIC_WEEKS, Math.floor(training.length / 3)))
}

/** Running sessions of a week. */
export const runsOf = (week: ScheduledWeek): readonly ScheduledSession[] =>
  week.sessions.filter(({ workout }) => isRunning(workout))

/** Whether the author leaves it open to do a session: marked optional, or one of the choices is rest. */
export const isOptional = ({ workout }: ScheduledSession): boolean =>
  workout.optional === true || workout.alternatives.some(({ kind }) => kind === 'rest')
