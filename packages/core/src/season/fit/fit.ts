import type { Athlete } from '../../athlete/athlete.ts'
import { addDays, makeDay, weekdayOf, type Day } from '../../calendar/day.ts'
import { weekdayIndex, type Weekday } from '../../calendar/week.ts'
import { fail, ok, type Result } from '../../result.ts'
import { scheduleOf } from '../../schedule/of-plan.ts'
import type { Schedule } from '../../schedule/schedule.ts'
import type { StrengthWeek } from '../../strength/phases.ts'
import { metres } from '../../units/distance.ts'
import type { Distance } from '../../units/quantity.ts'
import { estimate } from '../../workout/estimate.ts'
import type { DaySlot, SessionBefore } from '../place/problem.ts'
import type { Decision, Season, SeasonSession, SeasonWeek } from '../season.ts'
import { redraft, worthOf, type SessionDraft } from './draft.ts'
import { placeWeek, type PlacedWeek } from './place-week.ts'
import type { FitFault, FitRequest } from './request.ts'
import { longestSlot, roomOf, startTimesOf, trainingDays } from './room.ts'
import { baseRuns, fitRuns } from './runs.ts'
import { lengthOf, scaleWhole, type Pacing } from './scale.ts'
import { strengthDecisions, strengthDrafts, strengthFor } from './strength.ts'
import { targetsOf, type WeekTarget } from './volume.ts'
import { chooseWeeks, type ChosenWeek } from './weeks.ts'

/** Runs of so many weeks back count as recent (30 days). */
const RECENT_WEEKS = 4

/**
 * Fits a plan to an athlete and places it on the days up to the race. What was changed, and why, is told in the
 * season's decisions; the plan itself stays as written.
 */
export const fitSeason = (request: FitRequest): Result<Season, FitFault> => {
  const { plan, athlete, today, speedAt } = request
  const schedule = scheduleOf(plan, speedAt)
  const chosen = chooseWeeks(schedule, request)
  if (!chosen.ok) return chosen
  const fault = faultOfDays(request)
  if (fault) return fail(fault)
  const frame: Frame = { request, schedule, pacing: { speedAt, goal: schedule.goal }, weeks: chosen.value.weeks }
  const { targets, decisions: ofVolume } = targetsOf(frame.weeks, athlete)
  const strength = strengthFor(frame.weeks)
  const fitted = fitWeeks(frame, targets, strength)
  return ok({
    plan,
    athlete,
    today,
    race: raceOf(request),
    weeks: fitted.weeks,
    decisions: [
      ...chosen.value.decisions,
      ...ofVolume,
      ...strengthDecisions(strength, athlete),
      ...dayDecisions(athlete),
      ...fitted.decisions,
    ],
  })
}

interface Frame {
  readonly request: FitRequest
  readonly schedule: Schedule
  readonly pacing: Pacing
  readonly weeks: readonly ChosenWeek[]
}

const faultOfDays = ({ athlete, raceDay }: FitRequest): FitFault | undefined => {
  if (trainingDays(athlete).length === 0) {
    return {
      code: 'no-days',
      message: 'No weekday has a minute for training.',
      change: 'Give at least one day under availability.',
    }
  }
  if (!athlete.blackout?.includes(makeDay(raceDay))) return undefined
  return {
    code: 'race-day-blocked',
    message: 'The race day is among the blackout days.',
    change: 'Take it out of blackout, or choose another race day.',
  }
}

const raceOf = ({ plan, raceDay }: FitRequest): Season['race'] => {
  const race = plan.races[0]
  return { name: race?.name ?? plan.name ?? 'race', day: raceDay, ...(race?.detail ? { detail: race.detail } : {}) }
}

const dayDecisions = ({ availability, days, longRunDay }: Athlete): readonly Decision[] => [
  ...(availability ? [] : [{ what: 'all weekdays, morning and evening', because: 'availability is not stated' }]),
  ...(days === undefined
    ? [
        {
          what: 'at most six running days a week',
          because: 'days is not stated: one day of rest a week unless you ask for seven',
          rule: 'C3',
        },
      ]
    : []),
  ...(longRunDay ? [] : [{ what: 'long run where the plan has it', because: 'long_run_day is not stated' }]),
]

/** Running days a week that the athlete wants; six without a word (C3). */
const RUN_DAYS = 6

const fitWeeks = (
  frame: Frame,
  targets: readonly WeekTarget[],
  strength: readonly StrengthWeek[] | null,
): { weeks: readonly SeasonWeek[]; decisions: readonly Decision[] } => {
  const weeks: SeasonWeek[] = []
  const decisions: Decision[] = []
  for (const [index, week] of frame.weeks.entries()) {
    const target = targets[index]
    if (!target) continue
    const longest = longestRun(frame, weeks)
    const runs = runsOf(frame, week, target, longest)
    const chosen = chooseRuns(runs.drafts, frame, week)
    const stronger = strength?.[index]
      ? strengthDrafts(week, strength[index], frame.request.athlete)
      : authored(frame, week)
    const placed = placeWeek([...chosen.drafts, ...stronger], weekFrame(frame, week, weeks))
    weeks.push(seasonWeek(frame, week, placed))
    decisions.push(...runs.decisions, ...chosen.decisions, ...placed.decisions)
  }
  return { weeks, decisions }
}

const longestRun = ({ request, pacing }: Frame, weeks: readonly SeasonWeek[]): Distance | null => {
  const recent = weeks
    .slice(-RECENT_WEEKS)
    .flatMap(({ sessions }) => sessions.map(({ workout }) => lengthOf(workout, pacing)))
  const own = weeks.length < RECENT_WEEKS ? request.athlete.longestRun : undefined
  if (own === undefined && request.athlete.longestRun === undefined) return null
  return metres(Math.max(own ?? 0, ...recent))
}

const runsOf = (frame: Frame, week: ChosenWeek, target: WeekTarget, longest: Distance | null) => {
  const { athlete, plan } = frame.request
  if (week.source) return fitRuns(week, target, longest, frame.pacing)
  const days = trainingDays(athlete).slice(0, athlete.days ?? RUN_DAYS)
  const long = athlete.longRunDay && days.includes(athlete.longRunDay) ? athlete.longRunDay : (days.at(-1) ?? 'Sun')
  return { drafts: baseRuns(week, target, days, long, longest, athlete.unit ?? plan.unit, frame.pacing), decisions: [] }
}

/** Strength, mobility and cross-training that the plan's author wrote. */
const authored = ({ schedule }: Frame, week: ChosenWeek): readonly SessionDraft[] =>
  (schedule.weeks[week.source?.index ?? -1]?.sessions ?? [])
    .filter(
      ({ workout }) =>
        workout.kind === 'strength' ||
        workout.kind === 'plyometrics' ||
        workout.kind === 'mobility' ||
        workout.kind === 'cross',
    )
    .map((session) => ({
      id: `w${session.place.week + 1}-${session.place.session + 1}`,
      origin: { kind: 'plan', week: session.place.week, session: session.place.session },
      workout: session.workout,
      exercises: session.exercises,
      hardness: session.hardness,
      pillars: session.pillars,
      duration: session.estimate.duration,
      wish: {
        ...(session.source.day === 'any' ? {} : { day: session.source.day }),
        ...(session.source.slot ? { slot: session.source.slot } : {}),
      },
      why: ['R91'],
      afterRun: true,
    }))

interface ChosenRuns {
  readonly drafts: readonly SessionDraft[]
  readonly decisions: readonly Decision[]
}

/** Runs for the days there are: those worth least go; the race stands on its day; what is too long for its slot is cut. */
const chooseRuns = (drafts: readonly SessionDraft[], frame: Frame, week: ChosenWeek): ChosenRuns => {
  const { athlete, raceDay, today } = frame.request
  const room = roomOf(athlete, week.monday, today)
  const raceWeek = week.monday + 6 >= raceDay && week.monday <= raceDay
  const days = Math.min(athlete.days ?? RUN_DAYS, room.length)
  const ranked = drafts.toSorted((a, b) => worthOf(b) - worthOf(a))
  const kept = new Set(ranked.slice(0, raceWeek ? Math.max(days, 1) : days))
  const gone = drafts.filter((draft) => !kept.has(draft))
  const fitted = drafts
    .filter((draft) => kept.has(draft))
    .map((draft) => shortened(wished(draft, frame, raceWeek), longestSlot(room), frame, week))
  return {
    drafts: fitted.map(({ draft }) => draft),
    decisions: [
      ...gone.map((draft): Decision => ({
        week: week.number,
        rule: 'R2',
        what: `${draft.wish.day ?? 'a run'}: ${draft.hardness} run left out`,
        because: `there are ${days} running days this week, and it is worth least`,
      })),
      ...fitted.flatMap(({ decision }) => (decision ? [decision] : [])),
    ],
  }
}

/** The long run goes to the athlete's day, the race to its own. */
const wished = (draft: SessionDraft, { request }: Frame, raceWeek: boolean): SessionDraft => {
  if (draft.hardness === 'race' && raceWeek) {
    const day = weekdayOf(request.raceDay)
    return { ...draft, wish: { day }, fixed: raceSlot(request.athlete, day) }
  }
  const { longRunDay } = request.athlete
  return draft.hardness === 'long' && longRunDay ? { ...draft, wish: { ...draft.wish, day: longRunDay } } : draft
}

const raceSlot = (athlete: Athlete, day: Weekday): DaySlot => {
  const slots = athlete.availability?.[day]
  return { day, slot: slots && (slots.am ?? 0) === 0 && (slots.pm ?? 0) > 0 ? 'pm' : 'am' }
}

const shortened = (
  draft: SessionDraft,
  minutes: number,
  { pacing }: Frame,
  week: ChosenWeek,
): { draft: SessionDraft; decision?: Decision } => {
  const takes = (draft.duration ?? 0) / 60
  if (takes <= minutes || draft.hardness === 'race' || takes === 0) return { draft }
  const cut = redraft(draft, scaleWhole(draft.workout, Math.max(0.1, (minutes - 5) / takes)), pacing)
  return {
    draft: cut,
    decision: {
      week: week.number,
      rule: 'minutes',
      what: `${draft.wish.day ?? 'a run'}: ${Math.round((cut.duration ?? 0) / 60)} min instead of ${Math.round(takes)}`,
      because: `the longest slot of the week has ${minutes} min`,
    },
  }
}

const weekFrame = ({ request }: Frame, week: ChosenWeek, done: readonly SeasonWeek[]) => ({
  number: week.number,
  startTimes: startTimesOf(request.athlete),
  room: withRaceDay(request, week),
  before: (done.at(-1)?.sessions ?? []).map((session) => endOf(session, week.monday)),
})

/** Nobody misses a race for want of minutes in an ordinary week. */
const withRaceDay = ({ athlete, raceDay, today }: FitRequest, week: ChosenWeek) => {
  const room = roomOf(athlete, week.monday, today)
  if (raceDay < week.monday || raceDay > week.monday + 6) return room
  const day = weekdayOf(raceDay)
  const { slot } = raceSlot(athlete, day)
  const others = room.filter((each) => each.day !== day)
  return [...others, { day, slots: { [slot]: 240 } }].toSorted((a, b) => weekdayIndex(a.day) - weekdayIndex(b.day))
}

const endOf = ({ day, start, estimated, hardness }: SeasonSession, monday: Day): SessionBefore => ({
  hardness,
  endedHoursBeforeWeek: Math.max(0, (monday - day) * 24 - start / 60 - (estimated.duration ?? 3600) / 3600),
})

const seasonWeek = (frame: Frame, week: ChosenWeek, { drafts, placed }: PlacedWeek): SeasonWeek => {
  const times = startTimesOf(frame.request.athlete)
  const sessions = drafts.flatMap((draft): readonly SeasonSession[] => {
    const place = placed.placement.get(draft.id)
    if (!place) return []
    return [
      sessionOf(draft, addDays(week.monday, weekdayIndex(place.day)), place.slot, times[place.slot], frame.pacing),
    ]
  })
  const source = week.source?.source
  return {
    number: week.number,
    monday: week.monday,
    kind: source ? source.kind : 'base',
    phase: week.source ? week.source.phase.name : 'Base',
    objective: source ? source.objective : 'easy running, nothing else',
    sessions: sessions.toSorted((a, b) => a.day - b.day || a.start - b.start || (a.id < b.id ? -1 : 1)),
  }
}

const sessionOf = (
  draft: SessionDraft,
  day: Day,
  slot: SeasonSession['slot'],
  start: number,
  pacing: Pacing,
): SeasonSession => {
  const estimated = estimate(draft.workout, pacing.speedAt, pacing.goal)
  return {
    id: draft.id,
    day,
    slot,
    start,
    workout: draft.workout,
    exercises: draft.exercises,
    hardness: draft.hardness,
    pillars: draft.pillars,
    estimated: { distance: estimated.distance, duration: draft.duration ?? estimated.duration },
    origin: draft.origin,
    why: draft.why,
    ...(draft.cue === undefined ? {} : { cue: draft.cue }),
  }
}
