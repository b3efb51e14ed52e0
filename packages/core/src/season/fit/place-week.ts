import type { PlacementDay, PlacementProblem, PlacementSession, Placed, SessionBefore } from '../place/problem.ts'
import { place } from '../place/place.ts'
import type { Decision } from '../season.ts'
import { worthOf, type SessionDraft } from './draft.ts'

/** A week's sessions with their places; what could not be placed was given up, and why. */
export interface PlacedWeek {
  readonly drafts: readonly SessionDraft[]
  readonly placed: Placed
  readonly decisions: readonly Decision[]
}

export interface WeekFrame {
  readonly number: number
  readonly room: readonly PlacementDay[]
  readonly startTimes: PlacementProblem['startTimes']
  readonly before: readonly SessionBefore[]
}

/** Whole minutes that a session takes; one of unknown length is given an hour. */
const minutesOf = ({ duration }: SessionDraft): number => (duration === null ? 60 : Math.ceil(duration / 60))

const sessionOf = (draft: SessionDraft): PlacementSession => ({
  id: draft.id,
  kind: draft.workout.kind,
  hardness: draft.hardness,
  minutes: minutesOf(draft),
  wish: draft.wish,
  ...(draft.fixed ? { fixed: draft.fixed } : {}),
  ...(draft.afterRun ? { afterRun: true } : {}),
})

const problemOf = (drafts: readonly SessionDraft[], frame: WeekFrame): PlacementProblem => ({
  days: frame.room,
  sessions: drafts.map(sessionOf),
  startTimes: frame.startTimes,
  before: frame.before,
  after: [],
})

/**
 * The best place for each session of a week, proved, given the week before it. Where they do not all fit, the one that
 * is worth least is given up and the rest placed anew.
 */
export const placeWeek = (drafts: readonly SessionDraft[], frame: WeekFrame): PlacedWeek => {
  const decisions: Decision[] = []
  let kept = drafts.filter(({ hardness }) => hardness !== 'rest')
  for (;;) {
    const placed = place(problemOf(kept, frame))
    if (placed.kind === 'placed') return { drafts: kept, placed, decisions }
    const least = leastWorth(kept, frame)
    kept = kept.filter((draft) => draft !== least)
    decisions.push(givenUp(least, frame))
  }
}

/** First what no slot is long enough for, then by worth; a race is never given up. */
const leastWorth = (drafts: readonly SessionDraft[], { room }: WeekFrame): SessionDraft => {
  const longest = Math.max(0, ...room.flatMap(({ slots }) => [slots.am ?? 0, slots.pm ?? 0]))
  const tooLong = drafts.find((draft) => minutesOf(draft) > longest && draft.hardness !== 'race')
  const least = tooLong ?? drafts.toSorted((a, b) => worthOf(a) - worthOf(b) || (a.id < b.id ? -1 : 1))[0]
  if (!least) throw new Error('a week without sessions is always placed')
  return least
}

const givenUp = (draft: SessionDraft, { number, room }: WeekFrame): Decision => {
  const longest = Math.max(0, ...room.flatMap(({ slots }) => [slots.am ?? 0, slots.pm ?? 0]))
  const because =
    minutesOf(draft) > longest
      ? `it takes ${minutesOf(draft)} min and the longest slot of the week has ${longest}`
      : 'the days, minutes and hours between sessions do not hold them all, and this one is worth least'
  return {
    week: number,
    rule: 'placement',
    what: `${draft.wish.day ?? 'a session'}: ${draft.hardness} session given up`,
    because,
  }
}
