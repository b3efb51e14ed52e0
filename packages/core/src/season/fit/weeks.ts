import { addDays, mondayOf, type Day } from '../../calendar/day.ts'
import type { Plan } from '../../plan/plan.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Schedule, ScheduledWeek } from '../../schedule/schedule.ts'
import type { Decision } from '../season.ts'
import type { FitFault, FitRequest } from './request.ts'

/** A week of the season before it is fitted: one of the plan's, or one that was added before it. */
export interface ChosenWeek {
  readonly number: number
  readonly monday: Day
  /** Null: a base week, added because there is more time than the plan has weeks. */
  readonly source: ScheduledWeek | null
}

export interface ChosenWeeks {
  readonly weeks: readonly ChosenWeek[]
  readonly decisions: readonly Decision[]
}

const DAYS_A_WEEK = 7
/** Farther away than this nobody plans day by day. */
const MOST_WEEKS = 60

/** The weeks from today's to the race's: the plan's, with base weeks before them or with some of them left out. */
export const chooseWeeks = (schedule: Schedule, request: FitRequest): Result<ChosenWeeks, FitFault> => {
  const first = mondayOf(request.today)
  const available = (mondayOf(request.raceDay) - first) / DAYS_A_WEEK + 1
  const fault = faultOf(request, schedule, available)
  if (fault) return fail(fault)
  const spare = available - schedule.weeks.length
  const kept = spare < 0 ? leaveOut(schedule, -spare) : { weeks: schedule.weeks, decisions: [] }
  const added = Math.max(0, spare)
  const sources = [...Array<null>(added).fill(null), ...kept.weeks]
  const weeks = sources.map((source, index) => ({
    number: index + 1,
    monday: addDays(first, index * DAYS_A_WEEK),
    source,
  }))
  return ok({ weeks, decisions: [...addedDecision(added, request.plan), ...kept.decisions] })
}

const faultOf = ({ raceDay, today, plan }: FitRequest, schedule: Schedule, available: number): FitFault | undefined => {
  if (raceDay < today) {
    return {
      code: 'race-in-the-past',
      message: 'The race day lies before today.',
      change: 'Give a race day from today on, or another --today.',
    }
  }
  if (available > MOST_WEEKS) {
    return {
      code: 'race-too-far',
      message: `The race is ${available} weeks away; a season is planned for at most ${MOST_WEEKS}.`,
      change: 'Choose an earlier race, or begin later with --today.',
    }
  }
  if (schedule.weeks.length > 0) return undefined
  return {
    code: 'no-weeks',
    message: `${plan.name ?? 'The plan'} has no weeks.`,
    change: 'Check what was read of it: bell-lap read PLAN.',
  }
}

const addedDecision = (added: number, plan: Plan): readonly Decision[] =>
  added === 0
    ? []
    : [
        {
          what: `${added} base ${added === 1 ? 'week' : 'weeks'} before ${plan.name ?? 'the plan'}`,
          rule: 'R120',
          because:
            'there are more weeks to the race than the plan has: easy running from the present volume comes first',
        },
      ]

/** The order in which weeks may go: earliest first, in each block its last build week after its recovery week. */
const orderOfLeaving = (weeks: readonly ScheduledWeek[]): readonly ScheduledWeek[] => {
  const blocks: ScheduledWeek[][] = [[]]
  for (const week of weeks) {
    blocks.at(-1)?.push(week)
    if (week.source.kind === 'recovery') blocks.push([])
  }
  return blocks.flatMap((block) => {
    const recovery = block.at(-1)
    const lastBuild = block.at(-2)
    return recovery?.source.kind === 'recovery' && lastBuild ? [...block.slice(0, -2), recovery, lastBuild] : block
  })
}

/** Phase from which on weeks stay to the end: the last one, and the one before it where the last is only taper and race. */
const lastSpecificPhase = (schedule: Schedule): number => {
  const last = schedule.weeks.at(-1)
  if (!last) return 0
  const onlyTaper = last.phase.weeks.every(({ kind }) => kind === 'race' || kind === 'taper')
  return onlyTaper ? Math.max(0, last.phaseIndex - 1) : last.phaseIndex
}

/**
 * Leaves out so many weeks: the earliest of the early phases first, recovery weeks before the last build week of their
 * block, so that the rhythm stays. Only when nothing else is left do weeks of the last specific block go, from its start.
 */
const leaveOut = (
  schedule: Schedule,
  count: number,
): { readonly weeks: readonly ScheduledWeek[]; readonly decisions: readonly Decision[] } => {
  const specific = lastSpecificPhase(schedule)
  const early = schedule.weeks.filter(({ phaseIndex }) => phaseIndex < specific)
  const late = schedule.weeks.filter(({ phaseIndex }) => phaseIndex >= specific)
  const leaving = [...orderOfLeaving(early), ...late].slice(0, count)
  const gone = new Set(leaving.map(({ index }) => index))
  const names = leaving.toSorted((a, b) => a.index - b.index).map(({ source }) => source.number)
  const forced = count > early.length
  const decision: Decision = {
    what: `${names.length === 1 ? 'week' : 'weeks'} ${names.join(', ')} of the plan left out`,
    rule: 'R8',
    because: forced
      ? 'the race is too near even for the last specific block: this season begins in the middle of it'
      : 'there are fewer weeks to the race than the plan has: the earliest go first, never the taper or the last specific block',
  }
  return { weeks: schedule.weeks.filter(({ index }) => !gone.has(index)), decisions: [decision] }
}
