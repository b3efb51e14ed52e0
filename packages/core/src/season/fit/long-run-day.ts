import type { Weekday } from '../../calendar/week.ts'
import type { Athlete } from '../../athlete/athlete.ts'
import type { PlacementDay } from '../place/problem.ts'
import type { Decision } from '../season.ts'
import { isLong, lengthOf, type SessionDraft } from './draft.ts'
import { bestSlot, longestOn } from './room.ts'

/** Where nobody calls a run long, the longest is one from so many times the next on (convention). */
const STANDS_OUT = 1.25

/** The long run of a week, by its author's word, else by its length; nothing but a word makes one in the week of a race. */
const longRunOf = (drafts: readonly SessionDraft[]): SessionDraft | undefined => {
  const called = drafts.find(isLong)
  if (called || drafts.some(({ hardness }) => hardness === 'race')) return called
  const [longest, next] = drafts
    .filter((draft) => draft.hardness === 'easy')
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))
  return longest && next && lengthOf(longest) >= lengthOf(next) * STANDS_OUT ? longest : undefined
}

/** The long run on the athlete's own day for it; what the plan has there changes places with it. */
export const toLongRunDay = (
  drafts: readonly SessionDraft[],
  { longRunDay }: Athlete,
  room: readonly PlacementDay[],
): { readonly drafts: readonly SessionDraft[]; readonly decisions: readonly Decision[] } => {
  const long = longRunOf(drafts)
  const isFree = !drafts.some(({ fixed }) => fixed?.day === longRunDay)
  if (longRunDay === undefined || !long || long.fixed || !isFree || longestOn(room, longRunDay) === 0) {
    return { drafts, decisions: [] }
  }
  return { drafts: drafts.map((draft) => moved(draft, long, longRunDay, room)), decisions: [] }
}

const moved = (draft: SessionDraft, long: SessionDraft, day: Weekday, room: readonly PlacementDay[]): SessionDraft => {
  if (draft === long) {
    const place = { day, slot: bestSlot(room, day) }
    return {
      ...draft,
      wish: place,
      fixed: place,
      moved: { rule: 'R142', because: `${day} is your day for the long run` },
    }
  }
  const from = long.wish.day
  if (draft.wish.day !== day || from === undefined || from === day || draft.fixed) return draft
  return {
    ...draft,
    wish: { ...draft.wish, day: from },
    moved: { rule: 'R142', because: 'it changes places with the long run' },
  }
}
