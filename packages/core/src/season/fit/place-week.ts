import { bestPlacement } from '../place/best.ts'
import { checkPlacement } from '../place/check.ts'
import {
  MOST_SESSIONS,
  type Placed,
  type PlacementDay,
  type PlacementProblem,
  type PlacementSession,
  type SessionAfter,
  type SessionBefore,
} from '../place/problem.ts'
import type { PlacementRule } from '../place/rules.ts'
import type { Decision } from '../season.ts'
import { byWorth, isKey, isLong, minutesOf, type SessionDraft } from './draft.ts'
import type { Pacing } from './pacing.ts'
import { longestSlot, slotMinutes } from './room.ts'
import { dayOf } from './work.ts'

/** A week's sessions with their places; what could not be placed was given up, and why. */
export interface PlacedWeek {
  readonly drafts: readonly SessionDraft[]
  readonly placed: Placed
  readonly decisions: readonly Decision[]
}

/** Where and by which rules a week is placed. */
export interface WeekFrame {
  readonly room: readonly PlacementDay[]
  readonly startTimes: PlacementProblem['startTimes']
  readonly before: readonly SessionBefore[]
  /** Races that stand on their day in the weeks after. */
  readonly after: readonly SessionAfter[]
  /** Key sessions of the next week where its plan has them; minded where that leaves a place for everything. */
  readonly next: readonly SessionAfter[]
  readonly rules: readonly PlacementRule[]
  readonly pacing: Pacing
}

const MINUTES_A_DAY = 24 * 60

/** A race takes what it takes: for the placement it fills its slot at most. */
const minutesIn = (draft: SessionDraft, { room, startTimes: { am, pm } }: WeekFrame): number => {
  const takes = minutesOf(draft)
  if (!draft.stands || !draft.fixed) return takes
  const until = draft.fixed.slot === 'am' ? pm - am : am + MINUTES_A_DAY - pm
  return Math.min(takes, slotMinutes(room, draft.fixed), until)
}

const sessionOf = (draft: SessionDraft, frame: WeekFrame): PlacementSession => ({
  id: draft.id,
  kind: draft.workout.kind,
  hardness: draft.hardness,
  minutes: minutesIn(draft, frame),
  wish: draft.wish,
  ...(draft.fixed ? { fixed: draft.fixed } : {}),
  ...(draft.afterRun ? { afterRun: true } : {}),
})

export const problemOf = (drafts: readonly SessionDraft[], frame: WeekFrame): PlacementProblem => ({
  days: frame.room,
  sessions: drafts.map((draft) => sessionOf(draft, frame)),
  startTimes: frame.startTimes,
  before: frame.before,
  after: [...frame.after, ...frame.next],
})

/** The best placement of a week with its proof, and what it breaks; undefined where there is none. */
export const placed = (problem: PlacementProblem, rules: readonly PlacementRule[]): Placed | undefined => {
  const best = bestPlacement({ problem, rules })
  if (!best) return undefined
  const { placement, cost, nodes } = best
  const verdict = checkPlacement(problem, placement, rules)
  if (verdict.cost !== cost || verdict.violations.length > 0) {
    throw new Error(`placed at ${cost}, checked at ${verdict.cost} with ${JSON.stringify(verdict.violations)}`)
  }
  return { kind: 'placed', placement, cost, proof: { optimal: true, nodes }, broken: verdict.broken }
}

/** Minutes that a slot has before the next one begins. */
const roomsOf = ({ days, startTimes: { am, pm } }: PlacementProblem): readonly number[] =>
  days.flatMap(({ slots }) => [
    ...(slots.am === undefined ? [] : [Math.min(slots.am, pm - am)]),
    ...(slots.pm === undefined ? [] : [Math.min(slots.pm, am + MINUTES_A_DAY - pm)]),
  ])

/**
 * Whether what may follow a run has a slot of its own or behind one at all: a question of minutes alone, which saves the
 * search from trying every order of the runs.
 */
const hasRoom = (problem: PlacementProblem): boolean => {
  const rooms = roomsOf(problem)
  const leading = problem.sessions.filter(({ afterRun }) => !afterRun)
  const following = problem.sessions.filter(({ afterRun, hardness }) => afterRun && hardness !== 'mobility')
  const shortest = Math.min(...leading.map(({ minutes }) => minutes))
  const largest = Math.max(0, ...rooms)
  const alone = rooms.length - leading.length
  const behind = following.filter(({ minutes }) => minutes + shortest <= largest).length
  return alone >= 0 && behind + alone >= following.length
}

const place = (drafts: readonly SessionDraft[], frame: WeekFrame): Placed | undefined =>
  hasRoom(problemOf(drafts, frame)) ? search(drafts, frame) : undefined

const search = (drafts: readonly SessionDraft[], frame: WeekFrame): Placed | undefined =>
  placed(problemOf(drafts, frame), frame.rules) ??
  (frame.next.length > 0 ? placed(problemOf(drafts, { ...frame, next: [] }), frame.rules) : undefined)

/**
 * The best place for each session of a week, proved, given the weeks on both sides. Where they do not all fit, the one
 * worth least whose going lets the others stand is given up, and the rest placed anew.
 */
export const placeWeek = (drafts: readonly SessionDraft[], frame: WeekFrame): PlacedWeek => {
  const wanted = drafts.filter(({ hardness }) => hardness !== 'rest')
  const tooLong = wanted.filter((draft) => !draft.fixed && minutesOf(draft) > longestSlot(frame.room))
  let kept = tooMany(
    wanted.filter((draft) => !tooLong.includes(draft)),
    frame,
  )
  const decisions = [
    ...tooLong.map((draft) => tooLongFor(draft, frame)),
    ...wanted
      .filter((draft) => !tooLong.includes(draft) && !kept.includes(draft))
      .map((draft) => noPlace(draft, LEAST)),
  ]
  for (;;) {
    const best = place(kept, frame)
    if (best) return { drafts: kept, placed: best, decisions }
    const { gone, because } = whichGoes(kept, frame)
    kept = kept.filter((draft) => draft !== gone)
    decisions.push(noPlace(gone, because))
  }
}

const tooMany = (drafts: readonly SessionDraft[], { pacing }: WeekFrame): readonly SessionDraft[] => {
  if (drafts.length <= MOST_SESSIONS) return drafts
  const kept = new Set(byWorth(drafts, pacing).slice(0, MOST_SESSIONS))
  return drafts.filter((draft) => kept.has(draft))
}

const LEAST = 'days, minutes and the hours between sessions do not hold them all, and this one is worth least'
const ENOUGH = 'days, minutes and the hours between sessions do not hold them all: without it the others have a place'

interface Gone {
  readonly gone: SessionDraft
  readonly because: string
}

/**
 * What the fit added gives way before anything that the plan's author wrote, and that before key sessions and the long
 * run, where the week has a place for these. Of those worth least the first without which the others have a place; else
 * the one worth least of all.
 */
const whichGoes = (drafts: readonly SessionDraft[], frame: WeekFrame): Gone => {
  const droppable = byWorth(drafts, frame.pacing)
    .filter(({ stands }) => !stands)
    .toReversed()
  const added = droppable.filter(({ afterRun, origin }) => afterRun && origin.kind === 'added')
  const minor = droppable.filter((draft) => !isKey(draft) && !isLong(draft))
  const without = (gone: readonly SessionDraft[]): readonly SessionDraft[] =>
    drafts.filter((draft) => !gone.includes(draft))
  const suffices = (gone: readonly SessionDraft[]): boolean => place(without(gone), frame) !== undefined
  const candidates = [added, minor].find((list) => list.length > 0 && suffices(list)) ?? droppable
  const enough = candidates.find((draft) => suffices([draft]))
  if (enough) return { gone: enough, because: ENOUGH }
  const [least] = candidates
  if (!least) throw new Error('a week with nothing but its races is always placed')
  return { gone: least, because: LEAST }
}

const tooLongFor = (draft: SessionDraft, { room }: WeekFrame): Decision => ({
  about: 'session',
  session: draft.id,
  rule: 'minutes',
  what: `${dayOf(draft)}: ${draft.hardness} session of ${minutesOf(draft)} min left out`,
  because: `the longest slot of the week has ${longestSlot(room)} min`,
})

const noPlace = (draft: SessionDraft, because: string): Decision => ({
  about: 'session',
  session: draft.id,
  rule: 'placement',
  what: `${draft.wish.day === undefined && !draft.planned ? '' : `${dayOf(draft)}: `}${WORDS[draft.hardness] ?? 'session'} left out`,
  because,
})

const WORDS: { readonly [hardness: string]: string } = {
  key: 'key session',
  test: 'test',
  long: 'long run',
  hard: 'fast run',
  easy: 'easy run',
  'heavy-strength': 'heavy strength',
  'light-strength': 'light strength',
  plyometrics: 'jumps',
}
