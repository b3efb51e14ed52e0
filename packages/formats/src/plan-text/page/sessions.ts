import {
  statedDistance,
  type LongUnit,
  type PaceName,
  type Part,
  type Session,
  type Slot,
  type Workout,
} from '@bell-lap/core'
import type { ReadingContext, Span, TextFinding, WorkoutReading } from '../reading.ts'
import { amountOf } from './amount.ts'
import { closingTotal, fitsInto, withTotal, type ClosingTotal } from './day-total.ts'
import type { DayItem } from './draft.ts'
import type { PageKey } from './key.ts'
import { slotParts, type SlotPart } from './slots.ts'
import { partOf, wordingOf, type Wording } from './wording.ts'

/** Reads one prescription in the light of its page. */
export type ReadWorkout = (text: string, context?: ReadingContext) => WorkoutReading

/** One session of an entry, before it has a day. */
export interface EntrySession {
  readonly slot: Slot | null
  readonly clock?: number
  readonly workout: Workout
  readonly span: Span
}

/** Takes what is noticed while entries are read. */
export interface EntrySink {
  readonly note: (finding: TextFinding) => void
  readonly leave: (unread: Span) => void
  /** A stretch that the page's key rewrote. */
  readonly rewrite: (span: Span) => void
}

/** What entries are read with. */
export interface EntryFrame {
  readonly page: string
  readonly key: PageKey
  readonly unit: LongUnit
  readonly read: (text: string) => WorkoutReading
}

/** Longer entries are no session: what goes on beyond is given up. */
const MOST_ENTRY = 8_000
/** Texts up to this long are kept with their reading, so many of them: plans say the same thing over and over. */
const MOST_KEPT_TEXT = 200
const MOST_KEPT = 20_000

/** A reader that remembers short texts; the context is the page's, the same for all. */
export const remembering = (readWorkout: ReadWorkout, context: ReadingContext): EntryFrame['read'] => {
  const kept = new Map<string, WorkoutReading>()
  return (text) => {
    const known = kept.get(text)
    if (known) return known
    const reading = readWorkout(text, context)
    if (text.length <= MOST_KEPT_TEXT && kept.size < MOST_KEPT) kept.set(text, reading)
    return reading
  }
}

/** Reads the entry of a day: its halves of the day, each a session, and the totals that close them. */
export const readEntry = (frame: EntryFrame, item: DayItem, sink: EntrySink): readonly EntrySession[] => {
  const desk: Desk = { frame, item, sink }
  const wording = wordingOf(frame.page, withinLimit(desk), { ...frame, wrapped: isWrapped(item) })
  const [rewritten] = wording.rewritten
  if (rewritten) sink.rewrite(rewritten)
  const parts = wording.text.trim() === '' ? [] : slotParts(wording.text, frame.key.slashHalves)
  const sessions = totalled(
    desk,
    parts.flatMap((part) => readPart(desk, wording, part)),
  )
  const { pace } = wording
  return pace === null
    ? sessions
    : sessions.map((session) => ({ ...session, workout: withImpliedPace(session.workout, pace) }))
}

/** Work in progress on one entry. */
interface Desk {
  readonly frame: EntryFrame
  readonly item: DayItem
  readonly sink: EntrySink
}

/** The pieces up to the longest entry that is read. */
const withinLimit = ({ item, sink }: Desk): readonly Span[] => {
  const length = item.pieces.reduce((sum, { from, to }) => sum + to - from, 0)
  if (length <= MOST_ENTRY) return item.pieces
  let room = MOST_ENTRY
  return item.pieces.flatMap(({ from, to }) => {
    const end = Math.min(to, from + room)
    room -= end - from
    if (to > end) {
      sink.leave({ from: end, to })
      sink.note(tooLong({ from: end, to }))
    }
    return end > from ? [{ from, to: end }] : []
  })
}

const tooLong = (span: Span): TextFinding => ({
  ...span,
  level: 'warning',
  rule: 'out-of-range',
  message: `An entry of more than ${MOST_ENTRY} characters: the rest was not read.`,
})

/** A dash alone is a day off; in one half of the day it is nothing in that half. */
const isDash = (text: string): boolean => /^(?:[-–—−]{1,3}|\/|x|\.)$/i.test(text)
const REST: Workout = { kind: 'rest', total: null, remainder: null, steps: [], alternatives: [] }

const spanOf = (wording: Wording): Span => wording.spanOf(0, wording.text.length)

const isWrapped = ({ pieces, span }: DayItem): boolean => pieces.some(({ from }) => from >= span.to)

/** A cell that wraps onto other rows is shown by its first line: the cells beside it are not its words. */
const within = (span: Span, item: DayItem): Span => {
  return isWrapped(item) && span.from < item.span.to ? { from: span.from, to: Math.min(span.to, item.span.to) } : span
}

interface PartReading extends EntrySession {
  /** The bracket that closes it with its total. */
  readonly closing: ClosingTotal | undefined
}

const readPart = (desk: Desk, wording: Wording, part: SlotPart): readonly PartReading[] => {
  const said = partOf(wording, part.from, part.to)
  if (said.text === '') return []
  const slot = part.slot ?? desk.item.slot
  const clock = part.clock === undefined ? {} : { clock: part.clock }
  const span = within(spanOf(said), desk.item)
  if (isDash(said.text)) return slot ? [] : [{ slot, ...clock, workout: REST, span, closing: undefined }]
  const closing = closingTotal(said.text, desk.frame.key, desk.frame.unit)
  const short = closing && desk.frame.read(partOf(said, 0, closing.end).text)
  const closes = short && closing && (closing.told || fitsInto(short.workout, closing, desk.frame.unit))
  const reading = closes ? short : desk.frame.read(said.text)
  for (const finding of reading.findings) desk.sink.note({ ...finding, ...said.spanOf(finding.from, finding.to) })
  for (const open of reading.unread) desk.sink.leave(said.spanOf(open.from, open.to))
  return [{ slot, ...clock, workout: reading.workout, span, closing: closes ? closing : undefined }]
}

/** Gives every session the total that closes it; a column's total belongs to the day's only run. */
const totalled = (desk: Desk, read: readonly PartReading[]): readonly EntrySession[] => {
  if (desk.item.total === null && read.every(({ closing }) => closing === undefined)) return read
  const { unit } = desk.frame
  const running = read.filter(({ workout }) => workout.kind !== 'rest' && workout.kind !== 'strength')
  const ofDay = read.length > 1 && sumsUp(read, unit)
  return read.map((part) => {
    const column = running.length === 1 && running[0] === part ? desk.item.total : null
    const written = ofDay ? null : (part.closing?.amount ?? column)
    if (!written) return part
    const workout = withTotal(part.workout, written, unit)
    if (workout !== part.workout && part.workout.total) desk.sink.note(restated(part.span))
    return { ...part, workout }
  })
}

const restated = (span: Span): TextFinding => ({
  ...span,
  level: 'note',
  rule: 'restated',
  message: 'The day has a total beside the one in its text: the one beside it is taken.',
})

/** Whether the last bracket of a day with two sessions is the sum of both. */
const sumsUp = (read: readonly PartReading[], unit: LongUnit): boolean => {
  const closing = read.at(-1)?.closing
  if (!closing) return false
  const sums = read.map(({ workout }) => statedDistance(workout))
  const sum = sums.reduce((whole, part) => whole + part.sum, 0)
  const extent = amountOf(closing.amount, unit)
  return (
    sums.every(({ complete }) => complete) &&
    extent.kind === 'distance' &&
    Math.abs(sum - extent.distance) < extent.distance * 0.01
  )
}

/** Work that names no pace is run at the pace that the entry's letter says. */
const withImpliedPace = (workout: Workout, pace: PaceName): Workout => ({
  ...workout,
  steps: workout.steps.map((part) => impliedIn(part, pace)),
})

const impliedIn = (part: Part, pace: PaceName): Part => {
  if (part.kind === 'repeat') return { ...part, steps: part.steps.map((inner) => impliedIn(inner, pace)) }
  const open = part.kind === 'step' && part.target === null && (part.role === 'work' || part.role === 'tempo')
  return open ? { ...part, target: { kind: 'pace', pace, implied: true } } : part
}

/** An entry's session on one day. */
export const sessionOn = (
  day: Session['day'],
  { slot, clock, workout }: EntrySession,
  notes: readonly string[],
): Session => ({
  day,
  slot,
  ...(clock === undefined ? {} : { clock }),
  workout,
  ...(notes.length > 0 ? { notes } : {}),
})
