import { SLOTS, type Slot, type Weekday } from '../../calendar/week.ts'
import type { Athlete } from '../../athlete/athlete.ts'
import type { LongUnit } from '../../units/distance.ts'
import type { PlacementDay } from '../place/problem.ts'
import type { Decision } from '../season.ts'
import { byWorth, isEasy, isFixedLength, isLong, minutesOf, redraft, type SessionDraft } from './draft.ts'
import { easyRun, halves } from './easy-run.ts'
import { atMost, leastLength } from './lengths.ts'
import type { Pacing } from './pacing.ts'
import { bestSlot, longestOn, slotMinutes } from './room.ts'
import { dayOf, lessWork } from './work.ts'

/** A run is cut to its own day before it is moved to another, when it keeps this share of its minutes (convention). */
const CUT_RATHER_THAN_MOVE = 0.8
/** Easy runs from so many minutes on may be done in two halves of a day. */
const LONG_ENOUGH_TO_SPLIT = 70
/** Least of warming up and cooling down when minutes are short, in metres. */
const SHORT_AROUND = 2000
/** Work that a session keeps when minutes are short, from most to least. */
const WORK_SHARES = [0.85, 0.7, 0.6, 0.5, 0.4]

export interface FittedMinutes {
  readonly drafts: readonly SessionDraft[]
  readonly decisions: readonly Decision[]
}

/** A slot as the runs compete for it. */
interface OpenSlot {
  readonly day: Weekday
  readonly slot: Slot
  readonly minutes: number
}

/**
 * Runs within the minutes of the week's slots: first each to its own day where little is lost, then the longest run to
 * the longest slot, and so on, so that a place for each exists. What fits nowhere is left out.
 */
export const fitMinutes = (
  drafts: readonly SessionDraft[],
  athlete: Athlete,
  room: readonly PlacementDay[],
  { pacing, unit }: { readonly pacing: Pacing; readonly unit: LongUnit },
): FittedMinutes => {
  const desk: Desk = { athlete, room, pacing, unit, decisions: [] }
  const split = drafts.flatMap((draft) => splitRun(draft, drafts, desk))
  const own = split.map((draft) => cutToOwnDay(draft, desk))
  return { drafts: byRank(own, desk), decisions: desk.decisions }
}

interface Desk {
  readonly athlete: Athlete
  readonly room: readonly PlacementDay[]
  readonly pacing: Pacing
  /** The plan's own, for what is told anew. */
  readonly unit: LongUnit
  readonly decisions: Decision[]
}

const tell = (desk: Desk, draft: SessionDraft, what: string, because: string): void => {
  desk.decisions.push({
    about: 'session',
    session: draft.id,
    rule: 'minutes',
    what: `${dayOf(draft)}: ${what}`,
    because,
  })
}

/** The run cut to so many minutes: easy running first, then repetitions; undefined where it cannot be cut so far. */
const within = (draft: SessionDraft, minutes: number, pacing: Pacing): SessionDraft | undefined => {
  if (minutesOf(draft) <= minutes) return draft
  if (minutes < 1 || draft.hardness === 'race') return undefined
  const shorter = shortenWhole(draft, minutes, pacing)
  if (minutesOf(shorter) <= minutes) return shorter
  if (isFixedLength(draft)) return undefined
  for (const share of WORK_SHARES) {
    const less = shortenWhole(redraft(draft, lessWork(draft.workout, share), pacing), minutes, pacing)
    if (minutesOf(less) <= minutes) return less
  }
  return undefined
}

/** Halves of a mile and five minutes are coarse: from one try to the next a little less is asked for. */
const TRIES = 6

const shortenWhole = (draft: SessionDraft, minutes: number, pacing: Pacing): SessionDraft => {
  let shorter = draft
  const length = draft.distance
  if (length === null || length === 0) return draft
  const least = isEasy(draft) || isLong(draft) ? 0 : leastLength(draft, pacing, SHORT_AROUND)
  for (let tried = 0; tried < TRIES && minutesOf(shorter) > minutes; tried++) {
    const most = Math.max(least, (length * minutes) / minutesOf(draft) - tried * 400)
    shorter = atMost(draft, most, pacing)
  }
  return shorter
}

const cutToOwnDay = (draft: SessionDraft, desk: Desk): SessionDraft => {
  const day = draft.wish.day ?? draft.fixed?.day
  if (day === undefined || draft.hardness === 'race') return draft
  const there = draft.fixed ? slotMinutes(desk.room, draft.fixed) : longestOn(desk.room, day)
  const takes = minutesOf(draft)
  if (there === 0 || takes <= there || (!draft.fixed && there < takes * CUT_RATHER_THAN_MOVE)) return draft
  const cut = within(draft, there, desk.pacing)
  if (!cut) return draft
  tell(desk, draft, `${minutesOf(cut)} min instead of ${takes}`, `${day} has ${there} min`)
  return cut
}

/** Slots that are open to runs: one a day, and the others where a run may need them. */
const openSlots = (drafts: readonly SessionDraft[], { room }: Desk): readonly OpenSlot[] => {
  const taken = drafts.flatMap(({ fixed }) => (fixed ? [fixed] : []))
  const free = room.flatMap(({ day, slots }) =>
    SLOTS.flatMap((slot): readonly OpenSlot[] => {
      const minutes = slots[slot] ?? 0
      const isTaken = taken.some((place) => place.day === day && place.slot === slot)
      return minutes > 0 && !isTaken ? [{ day, slot, minutes }] : []
    }),
  )
  const first = free.filter(
    ({ day, slot }) => slot === bestSlot(room, day) && !taken.some((place) => place.day === day),
  )
  const second = free.filter((slot) => !first.includes(slot))
  const flexible = drafts.filter(({ fixed }) => !fixed).length
  const longestFirst = (slots: readonly OpenSlot[]): readonly OpenSlot[] =>
    slots.toSorted((a, b) => b.minutes - a.minutes)
  const needed = Math.max(0, flexible - first.length)
  return longestFirst([...first, ...longestFirst(second).slice(0, needed)])
}

/** The longest run to the longest slot: where each of them fits so, all of them have a place. */
const byRank = (drafts: readonly SessionDraft[], desk: Desk): readonly SessionDraft[] => {
  const slots = openSlots(drafts, desk)
  const flexible = drafts.filter(({ fixed }) => !fixed)
  const kept = byWorth(flexible, desk.pacing).slice(0, slots.length)
  for (const draft of flexible) {
    if (!kept.includes(draft)) tell(desk, draft, 'left out', 'the week has no slot left for it')
  }
  const longestFirst = kept.toSorted((a, b) => minutesOf(b) - minutesOf(a) || (a.id < b.id ? -1 : 1))
  const fitted = new Map(
    longestFirst.map((draft, rank) => [draft.id, cutToRank(draft, slots[rank]?.minutes ?? 0, desk)] as const),
  )
  return drafts.flatMap((draft) => (draft.fixed ? [draft] : (fitted.get(draft.id) ?? [])))
}

const cutToRank = (draft: SessionDraft, minutes: number, desk: Desk): SessionDraft | undefined => {
  const takes = minutesOf(draft)
  const cut = within(draft, minutes, desk.pacing)
  if (cut === draft) return draft
  const because = 'the slots of the week have no more'
  tell(desk, draft, cut ? `${minutesOf(cut)} min instead of ${takes}` : `left out, it takes ${takes} min`, because)
  return cut
}

/** A long run or a big easy day in two halves, where two runs a day are welcome and one slot is too short (R149). */
const splitRun = (draft: SessionDraft, drafts: readonly SessionDraft[], desk: Desk): readonly SessionDraft[] => {
  const { athlete, room } = desk
  const day = draft.wish.day
  const splits = isLong(draft) || (isEasy(draft) && minutesOf(draft) >= LONG_ENOUGH_TO_SPLIT)
  if (athlete.doubles !== true || !splits || draft.fixed || day === undefined) return [draft]
  const [am, pm] = SLOTS.map((slot) => slotMinutes(room, { day, slot }))
  const takes = minutesOf(draft)
  const alone = drafts.every((other) => other === draft || (other.wish.day !== day && other.fixed?.day !== day))
  if (!am || !pm || !alone || takes <= Math.max(am, pm)) return [draft]
  return inTwo(draft, { day, am, pm }, desk) ?? [draft]
}

const SHORTEST_HALF = 20

const inTwo = (
  draft: SessionDraft,
  { day, am, pm }: { readonly day: Weekday; readonly am: number; readonly pm: number },
  desk: Desk,
): readonly SessionDraft[] | undefined => {
  if (draft.hardness !== 'long' && !isEasy(draft)) return undefined
  const longer: Slot = am >= pm ? 'am' : 'pm'
  const first = within(draft, Math.max(am, pm), desk.pacing)
  if (!first || first.distance === null || draft.distance === null) return undefined
  const { unit } = desk
  const rest = easyRun(halves(draft.distance - first.distance, unit))
  const half = redraft({ ...draft, exercises: [], hardness: 'easy' }, rest, desk.pacing)
  const second = within(half, Math.min(am, pm), desk.pacing)
  if (!second || minutesOf(second) < SHORTEST_HALF) return undefined
  const what = `${minutesOf(first)} min and ${minutesOf(second)} min instead of ${minutesOf(draft)} at once`
  tell(desk, draft, what, `two runs a day are welcome, and no slot of ${day} holds them together`)
  const other: Slot = longer === 'am' ? 'pm' : 'am'
  return [
    { ...first, fixed: { day, slot: longer } },
    { ...second, id: `${draft.id}b`, fixed: { day, slot: other } },
  ]
}
