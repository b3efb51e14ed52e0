import { addDays, mondayOf, type Day } from '../../calendar/day.ts'
import type { Plan, WeekKind } from '../../plan/plan.ts'
import { isRunning } from '../../schedule/of-plan.ts'
import type { Schedule, ScheduledSession, ScheduledWeek } from '../../schedule/schedule.ts'
import { isRaceWeek, isRecoveryWeek, isTaperWeek, specificWeeks } from '../../schedule/training-weeks.ts'
import type { Decision } from '../season.ts'
import { planId } from './draft.ts'
import { lastWeek, needsTwoWeeks, type WantedSession } from './race-week.ts'
import type { FitRequest } from './request.ts'

/** A week of the season before it is fitted: one of the plan's, or one that was added before it. */
export interface ChosenWeek {
  readonly number: number
  readonly monday: Day
  /** The week of the plan that it is. Null: a base week, added because there is more time than the plan has weeks. */
  readonly source: ScheduledWeek | null
  readonly kind: WeekKind | null
  readonly phase: string | null
  readonly objective: string | null
  /** The plan's sessions, each wished on a day of this week; null where the plan names none. */
  readonly wanted: readonly WantedSession[]
  /** Weeks before the plan begins, from 1; 0 in the plan's own weeks. With a source: a week of it that is done over and over. */
  readonly before: number
  /** Days of easy running between the last full week and the taper, where the race lies early in its week. */
  readonly bridge: number
}

export interface ChosenWeeks {
  readonly weeks: readonly ChosenWeek[]
  readonly decisions: readonly Decision[]
}

const DAYS_A_WEEK = 7

/** Weeks from today's to the race's, both counted. */
export const weeksAvailable = ({ today, raceDay }: Pick<FitRequest, 'today' | 'raceDay'>): number =>
  (mondayOf(raceDay) - mondayOf(today)) / DAYS_A_WEEK + 1

/**
 * The weeks from today's to the race's: the plan's, with base weeks before them or with some of them left out. The last
 * one is counted back from race day.
 */
export const chooseWeeks = (schedule: Schedule, request: FitRequest): ChosenWeeks => {
  const available = weeksAvailable(request)
  const needed = schedule.weeks.length + (needsTwoWeeks(schedule, request.raceDay) ? 1 : 0)
  const kept = leaveOut(schedule, Math.min(schedule.weeks.length - 1, Math.max(0, needed - available)))
  const last = lastWeek(schedule, request.raceDay)
  const all = [...kept.weeks.slice(0, -1).map(asWritten), ...last.weeks]
  const planned = all.slice(-available)
  const begun = all.slice(0, -available).flatMap(({ wanted }) => wanted)
  const added = available - planned.length
  const repeats = !schedule.sessions.some(({ workout, hardness }) => isRunning(workout) && hardness !== 'race')
  const base = Array.from({ length: added }, (_, index) =>
    repeats ? repeatedWeek(schedule, added - index) : baseWeek(schedule, added - index),
  )
  const first = mondayOf(request.today)
  const weeks = [...base, ...planned].map((week, index) => ({
    ...week,
    number: index + 1,
    monday: addDays(first, index * DAYS_A_WEEK),
  }))
  return {
    weeks,
    decisions: [
      ...(repeats ? repeatedDecision(added, schedule) : addedDecision(added, request.plan)),
      ...kept.decisions,
      ...last.decisions,
      ...begun.flatMap(pastDecision),
    ],
  }
}

/** Days of the last week that lie in a week of the calendar before the season. */
const pastDecision = ({ session, day }: WantedSession): readonly Decision[] =>
  session.hardness === 'rest'
    ? []
    : [
        {
          about: 'session',
          session: planId(session),
          rule: 'past',
          what: `${day ?? 'a session'}: not done in this season`,
          because: 'counted back from race day it lies before today: what is past is not made up for',
        },
      ]

type Undated = Omit<ChosenWeek, 'number' | 'monday'>

const wantedOf = ({ sessions }: ScheduledWeek): readonly WantedSession[] =>
  sessions.map((session) => ({ session, day: session.source.day === 'any' ? null : session.source.day }))

const isBeside = ({ workout, hardness }: ScheduledSession): boolean =>
  !isRunning(workout) && hardness !== 'rest' && workout.kind !== 'cross' && !workout.also?.includes('run')

const asWritten = (source: ScheduledWeek): Undated => ({
  source,
  kind: source.source.kind,
  phase: source.phase.name,
  objective: source.source.objective,
  wanted: wantedOf(source),
  before: 0,
  bridge: 0,
})

/** Easy running, and beside it what the plan has beside its first week's. */
const baseWeek = ({ weeks: [first] }: Pick<Schedule, 'weeks'>, before: number): Undated => ({
  source: null,
  kind: 'base',
  phase: 'Base',
  objective: 'easy running that becomes a habit, strides so that the legs stay quick',
  wanted: first ? wantedOf(first).filter(({ session }) => isBeside(session)) : [],
  before,
  bridge: 0,
})

/** A plan without running has nothing to build towards: its weeks are done in turn, the last time as they are written. */
const repeatedWeek = ({ weeks }: Schedule, before: number): Undated => {
  const source = weeks[(weeks.length - (before % weeks.length)) % weeks.length]
  return source ? { ...asWritten(source), before } : baseWeek({ weeks }, before)
}

const repeatedDecision = (added: number, { weeks, plan }: Schedule): readonly Decision[] =>
  added === 0
    ? []
    : [
        {
          about: 'weeks',
          what: `the ${weeks.length === 1 ? 'week' : `${weeks.length} weeks`} of ${plan.name ?? 'the plan'} over and over, ${added + weeks.length} weeks in all`,
          rule: 'R91',
          because: 'the plan has no running to build towards: what it has is done every week until the race',
        },
      ]

const addedDecision = (added: number, plan: Plan): readonly Decision[] =>
  added === 0
    ? []
    : [
        {
          about: 'weeks',
          what: `${added} base ${added === 1 ? 'week' : 'weeks'} before ${plan.name ?? 'the plan'}`,
          rule: 'R120',
          because:
            'there are more weeks to the race than the plan has: easy running from the present volume comes first',
        },
      ]

/** Building weeks in a row that a recovery week has to end (R148: deload every four to six weeks). */
const LONGEST_STRETCH = 5

/**
 * The order in which early weeks may go: block by block, the earliest first. Of the last two of a block the recovery
 * week goes first, so that no season begins with one, unless the stretch of building weeks would get too long.
 */
const orderOfLeaving = (schedule: Schedule, early: readonly ScheduledWeek[]): readonly ScheduledWeek[] => {
  const blocks = blocksOf(schedule, early)
  return blocks.flatMap((block, index) => {
    const [build, recovery] = block.slice(-2)
    if (!build || !recovery || !isRecoveryWeek(schedule, recovery)) return block
    const next = blocks[index + 1] ?? []
    const stretch = 1 + next.filter((week) => !isRecoveryWeek(schedule, week)).length
    const lastTwo = stretch <= LONGEST_STRETCH ? [recovery, build] : [build, recovery]
    return [...block.slice(0, -2), ...lastTwo]
  })
}

/** Building weeks with the recovery week that ends them. */
const blocksOf = (schedule: Schedule, weeks: readonly ScheduledWeek[]): readonly (readonly ScheduledWeek[])[] => {
  const blocks: ScheduledWeek[][] = [[]]
  for (const week of weeks) {
    blocks.at(-1)?.push(week)
    if (isRecoveryWeek(schedule, week)) blocks.push([])
  }
  return blocks.filter((block) => block.length > 0)
}

/** From which week on they stay to the end: the last specific block, the taper and the race. */
const firstLateWeek = (schedule: Schedule): number => {
  const [specific] = specificWeeks(schedule)
  const ending = schedule.weeks.find((week) => isRaceWeek(week) || isTaperWeek(week))
  return Math.min(specific?.index ?? Infinity, ending?.index ?? Infinity, Math.max(0, schedule.weeks.length - 1))
}

/**
 * Leaves out so many weeks, the earliest first. Only when nothing else is left do weeks of the last specific block go,
 * from its start; the taper is shortened only when there are fewer weeks than it has.
 */
const leaveOut = (
  schedule: Schedule,
  count: number,
): { readonly weeks: readonly ScheduledWeek[]; readonly decisions: readonly Decision[] } => {
  if (count === 0) return { weeks: schedule.weeks, decisions: [] }
  const from = firstLateWeek(schedule)
  const early = schedule.weeks.filter(({ index }) => index < from)
  const late = schedule.weeks.filter(({ index }) => index >= from)
  const leaving = [...orderOfLeaving(schedule, early), ...late].slice(0, count)
  const gone = new Set(leaving.map(({ index }) => index))
  const names = leaving.toSorted((a, b) => a.index - b.index).map(({ source }) => source.number)
  const decision: Decision = {
    about: 'weeks',
    what: `${names.length === 1 ? 'week' : 'weeks'} ${names.join(', ')} of the plan left out`,
    rule: 'R8',
    because:
      count > early.length
        ? 'the race is too near even for the last specific block: this season begins in the middle of it'
        : 'there are fewer weeks to the race than the plan has: the earliest go first, the recovery rhythm stays, and the last specific block and the taper are never touched',
  }
  return { weeks: schedule.weeks.filter(({ index }) => !gone.has(index)), decisions: [decision] }
}
