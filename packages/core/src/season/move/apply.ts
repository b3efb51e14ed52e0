import type { Day } from '../../calendar/day.ts'
import type { Slot } from '../../calendar/week.ts'
import { startTimesOf } from '../fit/room.ts'
import type { Season, SeasonSession } from '../season.ts'
import { mayFollow, minutesOf } from './timed.ts'

/** Where on the calendar. */
export interface DatedSlot {
  readonly day: Day
  readonly slot: Slot
}

/** A session with the place that it moves to. */
export interface SessionMove {
  readonly session: SeasonSession
  readonly to: DatedSlot
}

/** What a session was and what it becomes. */
export interface Moved {
  readonly before: SeasonSession
  readonly after: SeasonSession
}

const same = (a: DatedSlot, b: DatedSlot): boolean => a.day === b.day && a.slot === b.slot

/**
 * The sessions that moves change, with their new hours: those that move come to the start of their slot, and what
 * follows a run in its slot comes after it. Sessions that only start at another hour by that are among them.
 */
export const movedSessions = (season: Season, moves: readonly SessionMove[]): readonly Moved[] => {
  const to = new Map(moves.map((move) => [move.session.id, move.to]))
  const starts = startTimesOf(season.athlete)
  const all = season.weeks.flatMap(({ sessions }) => sessions)
  const placed = all.map((before) => {
    const place = to.get(before.id)
    return { before, after: place ? { ...before, ...place, start: starts[place.slot] } : before }
  })
  const touched = moves.flatMap(({ session, to: place }) => [session, place])
  const timed = placed.map(({ before, after }) => {
    if (!touched.some((place) => same(place, after))) return { before, after }
    const slotted = placed.filter((other) => same(other.after, after)).map((other) => other.after)
    return { before, after: timedIn(after, slotted, starts) }
  })
  return timed.filter(({ before, after }) => !same(before, after) || before.start !== after.start)
}

/** After the runs of its slot, mobility last; a run keeps its own hour. */
const timedIn = (
  session: SeasonSession,
  slotted: readonly SeasonSession[],
  starts: { readonly [Half in Slot]: number },
): SeasonSession => {
  if (!mayFollow(session)) return session
  const before = slotted.filter((other) => other.id !== session.id && (!mayFollow(other) || precedes(other, session)))
  const leading = before.find((other) => !mayFollow(other))
  const begins = leading ? leading.start : starts[session.slot]
  return { ...session, start: begins + before.reduce((sum, other) => sum + minutesOf(other), 0) }
}

const precedes = (other: SeasonSession, session: SeasonSession): boolean => {
  const [a, b] = [other.hardness === 'mobility', session.hardness === 'mobility']
  return a === b ? other.id < session.id : !a
}
