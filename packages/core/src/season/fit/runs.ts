import { WEEKDAYS, type Weekday } from '../../calendar/week.ts'
import { isRunning } from '../../schedule/of-plan.ts'
import type { ScheduledSession } from '../../schedule/schedule.ts'
import { kilometres, metres, distanceOf, type LongUnit } from '../../units/distance.ts'
import type { Distance } from '../../units/quantity.ts'
import { plainNumber } from '../../units/text.ts'
import { estimate } from '../../workout/estimate.ts'
import type { Family } from '../../workout/family.ts'
import type { Step, Workout } from '../../workout/workout.ts'
import type { Decision } from '../season.ts'
import { redraft, type SessionDraft } from './draft.ts'
import { lengthOf, scaleFamily, scaleWhole, sumOf, workByFamily, type Pacing } from './scale.ts'
import type { WeekTarget } from './volume.ts'
import type { ChosenWeek } from './weeks.ts'
import { whyOf } from './why.ts'

/** Most work of a family in one session: share of the week and metres (Daniels, Running Formula; science 1). */
const CAPS: { readonly [F in Family]?: { readonly share: number; readonly most: Distance } } = {
  threshold: { share: 0.1, most: metres(Infinity) },
  '5K': { share: 0.08, most: kilometres(10) },
  mile: { share: 0.05, most: kilometres(8) },
  '800': { share: 0.05, most: kilometres(8) },
}
/** A session is not changed for less than this above its cap. */
const TOLERANCE = 1.1
/** Longest run of 30 days, and how far above it one may go (Frandsen 2025; defaults: a tenth, or 1.5 km). */
const SPIKE = 1.1
const LEAST_SPIKE = kilometres(1.5)
/** Easy running around work that is never taken away: warming up and cooling down. */
const AROUND_WORK = kilometres(3)
const SHORTEST_EASY = kilometres(3)

export interface FittedRuns {
  readonly drafts: readonly SessionDraft[]
  readonly decisions: readonly Decision[]
}

/** The running of one of the plan's weeks, brought to its target distance with the character of each session kept. */
export const fitRuns = (week: ChosenWeek, target: WeekTarget, longest: Distance | null, pacing: Pacing): FittedRuns => {
  const sessions = (week.source?.sessions ?? []).filter(({ workout }) => isRunning(workout))
  const drafts = sessions.map((session) => draftOf(session, pacing))
  const work = drafts.map((draft) => capWork(draft, target.distance, week, pacing))
  const worked = work.map(({ draft }) => draft)
  const scaled = scaleTo(worked, target, longest, pacing)
  return {
    drafts: scaled.drafts,
    decisions: [
      ...work.flatMap(({ decisions }) => decisions),
      ...scaled.decisions.map((each) => ({ ...each, week: week.number })),
    ],
  }
}

/** The id names the week and place in the plan: the session keeps it wherever it moves. */
const draftOf = (session: ScheduledSession, pacing: Pacing): SessionDraft => {
  const { place, workout, hardness, pillars, exercises, estimate: estimated, source } = session
  return {
    id: `w${place.week + 1}-${place.session + 1}`,
    origin: { kind: 'plan', week: place.week, session: place.session },
    workout,
    exercises,
    hardness,
    pillars,
    duration: estimated.duration,
    why: whyOf(workout, hardness, pacing),
    wish: { ...(source.day === 'any' ? {} : { day: source.day }), ...(source.slot ? { slot: source.slot } : {}) },
    ...(workout.cue === undefined ? {} : { cue: workout.cue }),
  }
}

const capWork = (
  draft: SessionDraft,
  weekly: Distance,
  week: ChosenWeek,
  pacing: Pacing,
): { readonly draft: SessionDraft; readonly decisions: readonly Decision[] } => {
  if (draft.hardness === 'race' || draft.hardness === 'test') return { draft, decisions: [] }
  let workout = draft.workout
  const decisions: Decision[] = []
  for (const [family, done] of workByFamily(estimate(workout, pacing.speedAt, pacing.goal).bouts)) {
    const cap = CAPS[family]
    const most = cap ? Math.min(cap.share * weekly, cap.most) : Infinity
    if (done <= most * TOLERANCE) continue
    const before = workout
    workout = scaleFamily(workout, family, most / done, pacing)
    const left = workByFamily(estimate(workout, pacing.speedAt, pacing.goal).bouts).get(family) ?? 0
    if (workout !== before) decisions.push(workDecision(draft, week, family, done, left, cap?.share ?? 0))
  }
  return { draft: workout === draft.workout ? draft : redraft(draft, workout, pacing), decisions }
}

const workDecision = (
  draft: SessionDraft,
  week: ChosenWeek,
  family: Family,
  done: number,
  left: number,
  share: number,
): Decision => ({
  week: week.number,
  rule: 'quality-caps',
  what: `${draft.wish.day ?? 'a day'}: ${Math.round(left)} m of ${family} work instead of ${Math.round(done)} m`,
  because: `${family} work is kept near ${Math.round(share * 100)} % of the week (Daniels), fewer repetitions before shorter ones`,
})

/** All runs by the week's factor, the work inside kept; the easy ones then make up the target. */
const scaleTo = (
  drafts: readonly SessionDraft[],
  target: WeekTarget,
  longest: Distance | null,
  pacing: Pacing,
): { drafts: readonly SessionDraft[]; decisions: readonly Omit<Decision, 'week'>[] } => {
  const bound = drafts.map((draft) => (isPlain(draft) ? draft : withFactor(draft, target.factor, pacing)))
  const capped = bound.map((draft) => capLength(draft, longest, pacing))
  const fixed = sumOf(
    capped.filter(({ draft }) => !isPlain(draft)).map(({ draft }) => draft.workout),
    pacing,
  )
  const easy = capped.filter(({ draft }) => isPlain(draft)).map(({ draft }) => draft)
  const wanted = sumOf(
    easy.map(({ workout }) => workout),
    pacing,
  )
  const factor = wanted === 0 ? 1 : Math.min(1, Math.max(0, (target.distance - fixed) / wanted))
  const fitted = capped.map(({ draft }) => (isPlain(draft) && factor < 0.97 ? scaleEasy(draft, factor, pacing) : draft))
  return { drafts: fitted, decisions: capped.flatMap(({ decision }) => (decision ? [decision] : [])) }
}

const isPlain = ({ hardness }: SessionDraft): boolean => hardness === 'easy'

const scaleEasy = (draft: SessionDraft, factor: number, pacing: Pacing): SessionDraft => {
  const length = lengthOf(draft.workout, pacing)
  if (length === 0) return draft
  return redraft(draft, scaleWhole(draft.workout, Math.min(1, Math.max(factor, SHORTEST_EASY / length))), pacing)
}

/** A run with work never loses the running that warms up and cools down. */
const withFactor = (draft: SessionDraft, factor: number, pacing: Pacing): SessionDraft => {
  if (factor >= 0.97 || draft.hardness === 'race' || draft.hardness === 'test') return draft
  const length = lengthOf(draft.workout, pacing)
  const inner = estimate({ ...draft.workout, total: null }, pacing.speedAt, pacing.goal).distance ?? 0
  const least = draft.workout.total ? Math.min(length, inner + AROUND_WORK) : 0
  const wanted = Math.max(length * factor, least)
  return length === 0 || wanted >= length ? draft : redraft(draft, scaleWhole(draft.workout, wanted / length), pacing)
}

const capLength = (
  draft: SessionDraft,
  longest: Distance | null,
  pacing: Pacing,
): { readonly draft: SessionDraft; readonly decision?: Omit<Decision, 'week'> } => {
  const length = lengthOf(draft.workout, pacing)
  if (longest === null || draft.hardness === 'race' || draft.hardness === 'test') return { draft }
  const most = Math.max(longest * SPIKE, longest + LEAST_SPIKE)
  if (length <= most) return { draft }
  const text = (distance: number): string => `${plainNumber(distance / 1000, 1)} km`
  return {
    draft: redraft(draft, scaleWhole(draft.workout, (most * 0.98) / length), pacing),
    decision: {
      what: `${draft.wish.day ?? 'a run'} at ${text(most)} instead of ${text(length)}`,
      rule: 'single-run',
      because: `no run goes further than a tenth (or 1.5 km) above the longest of the last 30 days, ${text(longest)} (Frandsen 2025)`,
    },
  }
}

// ---- base weeks ----------------------------------------------------------------------------------

const LONG_SHARE = 0.26

/** A week of easy running with one long run and strides on two days, from the athlete's present volume (R120, R124). */
export const baseRuns = (
  week: ChosenWeek,
  target: WeekTarget,
  days: readonly Weekday[],
  longRunDay: Weekday,
  longest: Distance | null,
  unit: LongUnit,
  pacing: Pacing,
): readonly SessionDraft[] => {
  const most = longest === null ? Infinity : Math.max(longest * SPIKE, longest + LEAST_SPIKE)
  const long = Math.min(target.distance * LONG_SHARE, most)
  const others = days.filter((day) => day !== longRunDay)
  const each = (target.distance - long) / Math.max(1, others.length)
  const strided = new Set([others[1], others[Math.max(2, others.length - 2)]])
  const easy = others.map((day) => baseSession(week, day, roundTo(each, unit), strided.has(day), unit, pacing))
  return [...easy, baseLong(week, longRunDay, roundTo(long, unit), unit, pacing)]
}

const roundTo = (distance: number, unit: LongUnit): Distance =>
  distanceOf(Math.max(1.5, Math.round((distance / distanceOf(1, unit)) * 2) / 2), unit)

const bare = (week: ChosenWeek, day: Weekday, workout: Workout, pacing: Pacing): SessionDraft => {
  const draft: SessionDraft = {
    id: `base${week.number}-${WEEKDAYS.indexOf(day) + 1}`,
    origin: { kind: 'added', because: 'base week' },
    workout,
    exercises: [],
    hardness: 'easy',
    pillars: ['base'],
    duration: null,
    wish: { day },
    why: ['R120'],
  }
  return redraft(draft, workout, pacing)
}

const baseSession = (
  week: ChosenWeek,
  day: Weekday,
  distance: Distance,
  strides: boolean,
  unit: LongUnit,
  pacing: Pacing,
): SessionDraft => {
  const extent = { kind: 'distance', distance, unit } as const
  const easy: Workout = {
    kind: 'run',
    total: null,
    remainder: null,
    steps: [{ kind: 'step', role: 'easy', extent, target: null }],
    alternatives: [],
  }
  const stride: Step = {
    kind: 'step',
    role: 'strides',
    extent: { kind: 'distance', distance: metres(80), unit: 'm' },
    target: null,
  }
  const with6: Workout = {
    kind: 'run',
    total: { extent, role: 'easy', target: null },
    remainder: 'easy',
    alternatives: [],
    steps: [{ kind: 'repeat', times: 6, steps: [stride], between: null, afterLast: false }],
  }
  return bare(week, day, strides ? with6 : easy, pacing)
}

const baseLong = (week: ChosenWeek, day: Weekday, distance: Distance, unit: LongUnit, pacing: Pacing): SessionDraft => {
  const step: Step = { kind: 'step', role: 'long', extent: { kind: 'distance', distance, unit }, target: null }
  return {
    ...bare(week, day, { kind: 'run', total: null, remainder: null, steps: [step], alternatives: [] }, pacing),
    hardness: 'long',
  }
}
