import { weekdayIndex, type Weekday } from '../../calendar/week.ts'
import type { Athlete } from '../../athlete/athlete.ts'
import type { Duration } from '../../units/quantity.ts'
import { impliedTarget } from '../../workout/implied.ts'
import type { Part, Workout } from '../../workout/workout.ts'
import type { Decision } from '../season.ts'
import { byWorth, hasStrides, holdsRole, isLong, redraft, type SessionDraft } from './draft.ts'
import type { Pacing } from './pacing.ts'
import { dayOf } from './work.ts'

/** Running days a week; six without a word (C3). */
export const USUAL_DAYS = 6

/** What the week has for running. */
export interface DayLimit {
  /** Running days that the athlete wants, or has lately got to. */
  readonly days: number
  /** Days of this week on which there is time. */
  readonly open: number
  /** Seconds of easy running that the plan usually has on a weekday: the same days are given up every week. */
  readonly usual: (day: Weekday) => Duration | null
}

/** A running day more every second week, from what was run lately (rule entry-days). */
export const runningDays = ({ days, runDaysRecent }: Athlete, weeksBefore: number): number => {
  const wanted = days ?? USUAL_DAYS
  if (runDaysRecent === undefined) return wanted
  return Math.min(wanted, Math.max(1, Math.round(runDaysRecent)) + 1 + Math.floor(weeksBefore / 2))
}

export interface ChosenRuns {
  readonly drafts: readonly SessionDraft[]
  readonly decisions: readonly Decision[]
}

/**
 * The runs for the days that there are: those worth least go, second runs of a day first. Strides of a run that goes
 * move to another easy run.
 */
export const chooseRuns = (
  drafts: readonly SessionDraft[],
  athlete: Athlete,
  { days, open, usual }: DayLimit,
  pacing: Pacing,
): ChosenRuns => {
  const races = drafts.filter(({ stands }) => stands).length
  const most = Math.max(races, limitOf(drafts, athlete, Math.min(days, open)))
  const ranked = ranking(drafts, pacing, usual)
  const kept = new Set(withLongRun(ranked, most).map(({ id }) => id))
  const gone = drafts.filter(({ id }) => !kept.has(id))
  const merged = mergeStrides(
    drafts.filter(({ id }) => kept.has(id)),
    gone,
    pacing,
  )
  const because =
    open < days
      ? open === 0
        ? 'no day of the week has time'
        : `only ${countDays(open)} of the week ${open === 1 ? 'has' : 'have'} time`
      : `${countDays(days)} of running a week, and it is worth least`
  return {
    drafts: merged.drafts,
    decisions: [
      ...gone
        .filter(({ id }) => !merged.moved.has(id))
        .map((draft) => decisionOf(draft, `${WORDS[draft.hardness] ?? 'run'} left out`, because, 'C3')),
      ...gone.flatMap((draft) => {
        const to = merged.moved.get(draft.id)
        return to ? [decisionOf(draft, `run left out, its strides moved to ${dayOf(to)}`, because, 'R124')] : []
      }),
      ...[...merged.moved.values()].map((draft) =>
        decisionOf(draft, 'with strides at its end', 'the run that held them has no day', 'R124'),
      ),
    ],
  }
}

const WORDS: { readonly [hardness: string]: string } = {
  key: 'key session',
  test: 'test',
  long: 'long run',
  hard: 'fast run',
  easy: 'easy run',
}

const countDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`

const decisionOf = (draft: SessionDraft, what: string, because: string, rule: string): Decision => ({
  about: 'session',
  session: draft.id,
  rule,
  what: `${dayOf(draft)}: ${what}`,
  because,
})

/** Second runs of a day that the plan has, where two runs a day are welcome. */
const limitOf = (drafts: readonly SessionDraft[], { doubles }: Athlete, days: number): number => {
  if (doubles === false) return days
  const runDays = new Set(drafts.map(({ planned, id }) => planned?.day ?? id)).size
  const second = drafts.length - runDays
  return runDays <= days ? days + second : days
}

/** Best first; the second run of a day after all first ones. */
const ranking = (
  drafts: readonly SessionDraft[],
  pacing: Pacing,
  usual: DayLimit['usual'],
): readonly SessionDraft[] => {
  const seen = new Set<Weekday>()
  const [first, second]: [SessionDraft[], SessionDraft[]] = [[], []]
  const asUsual = drafts.map((draft) =>
    draft.hardness === 'easy' && draft.wish.day
      ? { ...draft, duration: usual(draft.wish.day) ?? draft.duration }
      : draft,
  )
  const order = byWorth(asUsual, pacing).map(({ id }) => id)
  for (const draft of drafts.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))) {
    const day = draft.planned?.day ?? null
    if (day !== null && seen.has(day) && !draft.fixed) second.push(draft)
    else first.push(draft)
    if (day !== null) seen.add(day)
  }
  return [...first, ...second]
}

/** With two days or more one of them is the long run's, whatever else there is. */
const withLongRun = (ranked: readonly SessionDraft[], most: number): readonly SessionDraft[] => {
  const kept = ranked.slice(0, most)
  const long = ranked.find(isLong)
  const last = kept.at(-1)
  if (most < 2 || !long || !last || kept.includes(long) || last.fixed) return kept
  return [...kept.slice(0, -1), long]
}

interface Merged {
  readonly drafts: readonly SessionDraft[]
  /** The run that took the strides of one that went, by the id of that one. */
  readonly moved: ReadonlyMap<string, SessionDraft>
}

const mergeStrides = (kept: readonly SessionDraft[], gone: readonly SessionDraft[], pacing: Pacing): Merged => {
  const moved = new Map<string, SessionDraft>()
  let drafts = kept
  for (const draft of gone.filter((each) => each.hardness === 'easy' && hasStrides(each))) {
    const host = hostFor(draft, drafts)
    const workout = host && withStrides(host.workout, stridesOf(draft.workout))
    if (!host || !workout) continue
    const taking = redraft(host, workout, pacing)
    drafts = drafts.map((each) => (each === host ? taking : each))
    moved.set(draft.id, taking)
  }
  return { drafts, moved }
}

const distanceBetween = (a: SessionDraft, b: SessionDraft): number =>
  a.wish.day === undefined || b.wish.day === undefined
    ? 7
    : Math.abs(weekdayIndex(a.wish.day) - weekdayIndex(b.wish.day))

/** The nearest easy run without strides that can take some. */
const hostFor = (draft: SessionDraft, drafts: readonly SessionDraft[]): SessionDraft | undefined =>
  drafts
    .filter((each) => each.hardness === 'easy' && !hasStrides(each) && withStrides(each.workout, []) !== undefined)
    .toSorted((a, b) => distanceBetween(a, draft) - distanceBetween(b, draft) || (a.id < b.id ? -1 : 1))[0]

const stridesOf = ({ steps }: Workout): readonly Part[] =>
  steps.filter((part) => (part.kind === 'step' || part.kind === 'repeat') && holdsRole([part], ['strides', 'pickups']))

/** `5mi easy` as `5mi easy with 6 x 100m strides`; undefined where the run is more than one easy bout. */
const withStrides = (workout: Workout, strides: readonly Part[]): Workout | undefined => {
  const [only] = workout.steps
  if (workout.total || workout.steps.length !== 1 || only?.kind !== 'step' || only.role !== 'easy') return undefined
  if (only.extent?.kind !== 'distance' && only.extent?.kind !== 'time') return undefined
  if (only.mode || only.session || only.cue !== undefined || workout.alternatives.length > 0) return undefined
  const total = { extent: only.extent, role: 'easy', target: only.target ?? impliedTarget('easy') } as const
  return { ...workout, total, remainder: 'easy', steps: strides }
}
