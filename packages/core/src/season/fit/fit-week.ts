import { weekdayOf, type Day } from '../../calendar/day.ts'
import { weekdayIndex, type Weekday } from '../../calendar/week.ts'
import type { Duration } from '../../units/quantity.ts'
import { isRunning } from '../../schedule/of-plan.ts'
import { deloadQuality } from '../../rules/recovery/deload-quality.ts'
import { lengthText } from '../../rules/say.ts'
import type { Schedule } from '../../schedule/schedule.ts'
import { isRecoveryWeek } from '../../schedule/training-weeks.ts'
import type { StrengthWeek } from '../../strength/phases.ts'
import type { PlacementDay } from '../place/problem.ts'
import type { Decision, SeasonWeek } from '../season.ts'
import { baseRuns, bridgeRuns, patternOf } from './base.ts'
import { besideRuns } from './beside.ts'
import { chooseRuns, runningDays } from './choose.ts'
import { draftOfPlan, minutesOf, sumOf, type SessionDraft } from './draft.ts'
import { easeAfterBreak, easeAroundRaces } from './ease.ts'
import { fewerRuns, fitLengths, inProportion, type LengthTarget } from './lengths.ts'
import { toLongRunDay } from './long-run-day.ts'
import { fitMinutes } from './minutes.ts'
import { moveDecisions } from './moves.ts'
import { longestBefore, neighboursOf, seasonWeekOf } from './on-calendar.ts'
import { pacingOf, type Pacing } from './pacing.ts'
import { past } from './past.ts'
import { placeWeek } from './place-week.ts'
import { goalSession } from './race-week.ts'
import { racesIn, type FixedRace } from './races.ts'
import type { FitRequest } from './request.ts'
import { roomOf, startTimesOf, trainingDays } from './room.ts'
import { rulesFor } from './strength.ts'
import { taperAround } from './taper.ts'
import { onGrounds } from './track.ts'
import { brokenTrials } from './trial.ts'
import { easedAfter, isScaled, NEARLY, reachAfter, withinReach, type WeekTarget } from './volume.ts'
import type { ChosenWeek } from './weeks.ts'
import { capWork, easeWork, wishIndex, workOf } from './work.ts'

/** Everything that is settled before the first week is placed. */
export interface SeasonFrame {
  readonly request: FitRequest
  readonly schedule: Schedule
  readonly weeks: readonly ChosenWeek[]
  readonly targets: readonly WeekTarget[]
  /** Null: the plan has its own strength. */
  readonly strength: readonly StrengthWeek[] | null
  readonly races: readonly FixedRace[]
  /** Seconds of easy running that the plan usually has on a weekday; null where it has none. */
  readonly usual: (day: Weekday) => Duration | null
}

export interface FittedWeeks {
  readonly weeks: readonly SeasonWeek[]
  readonly decisions: readonly Decision[]
}

/** Week by week, each given the weeks placed before it. */
export const fitWeeks = (frame: SeasonFrame): FittedWeeks => {
  const weeks: SeasonWeek[] = []
  const decisions: Decision[] = []
  for (const index of frame.weeks.keys()) {
    const fitted = fitWeek(frame, index, weeks)
    weeks.push(fitted.week)
    decisions.push(...fitted.decisions.map((decision) => ({ ...decision, week: index + 1 })))
  }
  return { weeks, decisions }
}

interface Step {
  readonly drafts: readonly SessionDraft[]
  readonly decisions: readonly Decision[]
}

const fitWeek = (
  frame: SeasonFrame,
  index: number,
  done: readonly SeasonWeek[],
): { readonly week: SeasonWeek; readonly decisions: readonly Decision[] } => {
  const desk = deskOf(frame, index, done)
  const begun = past(wantedDrafts(desk), frame.request.today, desk.week.monday)
  const runs = runsOf(desk, begun.drafts.filter(isRun))
  const beside = besideRuns(
    begun.drafts.filter((draft) => !isRun(draft)),
    { week: desk.week, strength: frame.strength?.[index], athlete: frame.request.athlete, races: desk.races },
  )
  const weekFrame = {
    room: desk.room,
    startTimes: startTimesOf(frame.request.athlete),
    ...neighboursOf(frame, index, done),
    rules: rulesFor(desk.week.monday, frame.strength?.[index], frame.races),
    pacing: desk.pacing,
  }
  const placed = placeWeek([...runs.drafts, ...beside.drafts], weekFrame)
  return {
    week: seasonWeekOf(desk.week, placed, startTimesOf(frame.request.athlete)),
    decisions: [
      ...lostWeeks(frame, index, desk),
      ...begun.decisions,
      ...runs.decisions,
      ...beside.decisions,
      ...placed.decisions,
      ...moveDecisions(placed, weekFrame),
    ],
  }
}

/** Told where weeks before could not be run as they were meant. */
const lostWeeks = ({ targets, request }: SeasonFrame, index: number, { target }: Desk): readonly Decision[] => {
  const meant = targets[index]?.distance ?? 0
  return isScaled({ distance: target.distance, factor: target.distance / meant })
    ? [
        {
          about: 'volume',
          rule: 'R39',
          what: `a week of ${lengthText(target.distance, request.athlete.unit ?? request.plan.unit)}`,
          because:
            'the weeks before it hold so little that more would be a jump: at most a fifth above the highest of four, after a week off a fifth below',
        },
      ]
    : []
}

/** One week on the table. */
interface Desk {
  readonly frame: SeasonFrame
  readonly index: number
  readonly week: ChosenWeek
  readonly target: WeekTarget
  /** Metres that the week may hold after what was run in those before it. */
  readonly most: number
  /** Metres that it should not go beyond where it is meant to ease off; Infinity where it is not. */
  readonly eased: number
  readonly done: readonly SeasonWeek[]
  readonly races: readonly FixedRace[]
  readonly room: readonly PlacementDay[]
  readonly pacing: Pacing
}

const deskOf = (frame: SeasonFrame, index: number, done: readonly SeasonWeek[]): Desk => {
  const [week, wanted] = [frame.weeks[index], frame.targets[index]]
  if (!week || !wanted) throw new Error('a week without a target')
  const races = racesIn(frame.races, week.monday)
  const run = done.map(({ monday, sessions }) => (monday < frame.request.today ? null : metresOf(sessions)))
  const most = reachAfter(run, frame.targets, frame.request.athlete.weekly)
  const eased = easedAfter(run, frame.targets, frame.weeks)
  return {
    frame,
    index,
    week,
    target: withinReach(wanted, week.source ? most : Math.min(most, eased)),
    most,
    eased,
    done,
    races,
    room: roomWith(races, frame.request, week.monday),
    pacing: pacingOf(frame.schedule),
  }
}

const metresOf = (sessions: SeasonWeek['sessions']): number =>
  sessions.reduce((sum, { estimated }) => sum + (estimated.distance ?? 0), 0)

/** The athlete's slots. A race has its day for itself, and nobody misses it for want of minutes in an ordinary week. */
const roomWith = (
  races: readonly FixedRace[],
  { athlete, today, raceDay }: FitRequest,
  monday: Day,
): readonly PlacementDay[] => {
  const raceDays = new Map(races.map((race) => [weekdayOf(race.day), race]))
  const room = roomOf({ athlete, monday, from: today, to: raceDay }).filter(({ day }) => !raceDays.has(day))
  const ofRaces = [...raceDays].map(([day, { slot, draft }]) => ({ day, slots: { [slot]: minutesOf(draft) } }))
  return [...room, ...ofRaces].toSorted((a, b) => weekdayIndex(a.day) - weekdayIndex(b.day))
}

const isRun = ({ workout }: SessionDraft): boolean => isRunning(workout)

/** The plan's sessions of the week on their days, and its races; rest is where nothing stands. */
const wantedDrafts = ({ week, frame, races, pacing }: Desk): readonly SessionDraft[] => {
  const goal = goalSession(frame.schedule)
  const planned = week.wanted
    .filter(({ session }) => session.hardness !== 'rest' && session !== goal)
    .map(({ session, day }) => countedBack(inRound(draftOfPlan(session, day, pacing), week)))
  return [...planned, ...races.map(({ draft }) => draft)]
}

/** A week of the plan that is done over and over: each time with ids of its own, counted back from the plan's first. */
const inRound = (draft: SessionDraft, { before }: ChosenWeek): SessionDraft =>
  before === 0 ? draft : { ...draft, id: `r${before}-${draft.id}` }

/** A session of the last week that stands where its distance from the race puts it. */
const countedBack = (draft: SessionDraft): SessionDraft =>
  draft.wish.day === undefined || draft.planned?.day === draft.wish.day
    ? draft
    : { ...draft, moved: { rule: 'R42', because: 'it is counted back from race day' } }

const runsOf = (desk: Desk, planned: readonly SessionDraft[]): Step => {
  const { frame, week, target, index, room, pacing } = desk
  const { athlete, plan } = frame.request
  const added = week.source ? bridgeRuns(week, planned, plan.unit, pacing) : baseWeek(desk)
  const open = [...planned, ...added.filter(({ wish }) => room.some(({ day }) => day === wish.day))]
  const steps: ((drafts: readonly SessionDraft[]) => Step)[] = [
    (drafts) => toLongRunDay(drafts, athlete, room),
    (drafts) =>
      easeAroundRaces(drafts, {
        monday: week.monday,
        today: frame.request.today,
        athlete,
        races: frame.races,
        unit: plan.unit,
        pacing,
      }),
    (drafts) => easeAfterBreak(drafts, { monday: week.monday, lastRun: lastRunOf(desk.done), unit: plan.unit, pacing }),
    (drafts) =>
      chooseRuns(drafts, athlete, { days: runningDays(athlete, index), open: room.length, usual: frame.usual }, pacing),
    (drafts) => (isScaled(target) ? brokenTrials(drafts, plan, pacing) : { drafts, decisions: [] }),
    (drafts) => capAll(drafts, desk),
    (drafts) => easeWork(drafts, mostWork(desk), pacing),
    (drafts) => toLength(drafts, planned, desk),
    (drafts) => fewerRuns(drafts, desk.most, { pacing, unit: plan.unit }),
    (drafts) =>
      taperAround(drafts, { monday: week.monday, raceDay: frame.request.raceDay, room, unit: plan.unit, pacing }),
    (drafts) => onGrounds(drafts, { athlete, monday: week.monday, room }),
    (drafts) => fitMinutes(drafts, athlete, room, { pacing, unit: plan.unit }),
    (drafts) => inProportion(drafts, lengthsFor(desk, target.distance), pacing),
  ]
  return inTurn(steps, open)
}

/** Metres of work that a scaled recovery week may hold after the weeks before it (rule deload-quality); Infinity for others. */
const mostWork = ({ frame, week, target, done, pacing }: Desk): number => {
  if (!week.source || !isRecoveryWeek(frame.schedule, week.source)) return Infinity
  const { share, lookback } = deloadQuality.parameters
  const before = done
    .slice(-lookback.value)
    .map(({ sessions }) =>
      sessions.reduce((sum, { workout, hardness }) => sum + (hardness === 'race' ? 0 : workOf(workout, pacing)), 0),
    )
  const highest = Math.max(0, ...before)
  return isScaled(target) && highest > 0 ? highest * share.value : Infinity
}

const lengthsFor = ({ frame, week, target, done }: Desk, distance: number): LengthTarget => ({
  week: week.number,
  scaled: distance < target.distance || target.factor < 1,
  distance,
  longestBefore: (draft) => longestBefore(frame.request, done, week.monday + wishIndex(draft)),
  unit: frame.request.plan.unit,
})

/** The runs at the distance of their week, which eases off from what was really run where its plan does. */
const toLength = (drafts: readonly SessionDraft[], planned: readonly SessionDraft[], desk: Desk): Step => {
  const { week, target, eased, pacing, frame } = desk
  const { athlete, plan } = frame.request
  const share = week.source ? target.factor * sumOf(planned) : Infinity
  const meant = Math.min(target.distance, share, week.source ? sumOf(drafts) : Infinity)
  if (!week.source || eased >= meant * NEARLY) return fitLengths(drafts, lengthsFor(desk, meant), pacing)
  const easing: Decision = {
    about: 'volume',
    rule: 'R148',
    what: `a week of ${lengthText(eased, athlete.unit ?? plan.unit)}`,
    because: 'it eases off from what the weeks before it really hold',
  }
  const fitted = fitLengths(drafts, { ...lengthsFor(desk, eased), scaled: true }, pacing)
  return { drafts: fitted.drafts, decisions: [easing, ...fitted.decisions] }
}

/** The last day with a run in the weeks so far; null where there is none. */
const lastRunOf = (done: readonly SeasonWeek[]): Day | null =>
  done.flatMap(({ sessions }) => sessions).findLast(({ workout }) => isRunning(workout))?.day ?? null

const inTurn = (
  steps: readonly ((drafts: readonly SessionDraft[]) => Step)[],
  first: readonly SessionDraft[],
): Step => {
  let drafts = first
  const decisions: Decision[] = []
  for (const step of steps) {
    const next = step(drafts)
    drafts = next.drafts
    decisions.push(...next.decisions)
  }
  return { drafts, decisions }
}

const baseWeek = (desk: Desk): readonly SessionDraft[] => {
  const { frame, week, target, index, pacing, done, room } = desk
  const { athlete, plan, today } = frame.request
  const usual = trainingDays(athlete)
  const open = usual.filter((day) => week.monday + weekdayIndex(day) < today || room.some((there) => there.day === day))
  if (open.length === 0) return []
  const days = Math.min(runningDays(athlete, index), usual.length)
  return baseRuns({
    week,
    distance: target.distance * Math.min(1, open.length / days),
    pattern: patternOf(frame.schedule, athlete, open),
    days: Math.min(days, open.length),
    longest: longestBefore(frame.request, done, week.monday),
    unit: plan.unit,
    pacing,
  })
}

const capAll = (drafts: readonly SessionDraft[], { target, week, pacing }: Desk): Step => {
  const weekly = Math.min(target.distance, sumOf(drafts))
  const capped = drafts.map((draft) => capWork(draft, weekly, week.number, pacing))
  return { drafts: capped.map(({ draft }) => draft), decisions: capped.flatMap(({ decisions }) => decisions) }
}
