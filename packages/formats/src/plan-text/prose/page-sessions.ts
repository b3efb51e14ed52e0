import type { LongUnit, Session, Slot, Workout } from '@bell-lap/core'
import type { ReadingContext, Span, TextFinding, WorkoutReading } from '../reading.ts'
import { closingTotal, ownTotal, withTotal, type ClosingTotal } from './page-day-total.ts'
import type { DayItem } from './page-draft.ts'
import type { PageKey } from './page-key.ts'
import { slotParts, type SlotPart } from './page-slots.ts'
import { partOf, wordingOf, type Wording } from './page-wording.ts'

/** Reads one prescription in the light of its page. */
export type ReadWorkout = (text: string, context?: ReadingContext) => WorkoutReading

/** One session of an entry, before it has a day. */
export interface EntrySession {
  readonly slot: Slot | null
  readonly clock?: number
  readonly workout: Workout
  readonly span: Span
}

/** What an entry of a day was read as. */
export interface EntryReading {
  readonly sessions: readonly EntrySession[]
  readonly findings: readonly TextFinding[]
  readonly unread: readonly Span[]
}

/** What entries are read with. */
export interface EntryFrame {
  readonly page: string
  readonly key: PageKey
  readonly unit: LongUnit
  readonly read: (text: string) => WorkoutReading
}

/** Longer entries are no session: what goes on beyond is given up. */
export const MOST_ENTRY = 8_000
/** Texts up to this long are kept with their reading, so many of them: plans say the same thing over and over. */
const MOST_KEPT_TEXT = 200
const MOST_KEPT = 5_000

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

/** Reads the entry of a day: its halves of the day, each a session, and the total that closes it. */
export const readEntry = (frame: EntryFrame, item: DayItem): EntryReading => {
  const { pieces, beyond } = withinLimit(item.pieces)
  const wording = wordingOf(frame.page, pieces, frame.key)
  const unread: Span[] = [...beyond]
  const findings: TextFinding[] = beyond.map(tooLong)
  if (wording.text.trim() === '') return { sessions: [], findings, unread }
  if (isDash(wording.text)) return { sessions: [dashRest(item, spanOf(wording))], findings, unread }
  const closing = closingTotal(wording.text, frame.key, frame.unit)
  const parts = slotParts(closing ? wording.text.slice(0, closing.end) : wording.text)
  const sessions = parts.flatMap((part) => readPart({ frame, item, wording, part, findings, unread }))
  return { sessions: totalled(frame, item, sessions, closing, wording, findings), findings, unread }
}

const withinLimit = (
  pieces: readonly Span[],
): { readonly pieces: readonly Span[]; readonly beyond: readonly Span[] } => {
  let length = 0
  const kept: Span[] = []
  const beyond: Span[] = []
  for (const { from, to } of pieces) {
    const room = Math.max(0, MOST_ENTRY - length)
    if (room > 0) kept.push({ from, to: Math.min(to, from + room) })
    if (to - from > room) beyond.push({ from: from + room, to })
    length += to - from
  }
  return { pieces: kept, beyond }
}

const tooLong = (span: Span): TextFinding => ({
  ...span,
  level: 'warning',
  rule: 'out-of-range',
  message: `An entry of more than ${MOST_ENTRY} characters: the rest was not read.`,
})

/** A dash alone is a day off. */
const isDash = (text: string): boolean => /^\s*(?:[-–—−]{1,3}|\/|x|\.)\s*$/i.test(text)
const REST: Workout = { kind: 'rest', total: null, remainder: null, steps: [], alternatives: [] }
const dashRest = (item: DayItem, span: Span): EntrySession => ({ slot: item.slot, workout: REST, span })

const spanOf = (wording: Wording): Span => ({
  from: wording.sourceOf(0),
  to: wording.text === '' ? wording.sourceOf(0) : wording.sourceOf(wording.text.length - 1) + 1,
})

interface PartFrame {
  readonly frame: EntryFrame
  readonly item: DayItem
  readonly wording: Wording
  readonly part: SlotPart
  readonly findings: TextFinding[]
  readonly unread: Span[]
}

const readPart = ({ frame, item, wording, part, findings, unread }: PartFrame): readonly EntrySession[] => {
  const said = partOf(wording, part.from, part.to)
  if (said.text === '') return []
  const slot = part.slot ?? item.slot
  const clock = part.clock === undefined ? {} : { clock: part.clock }
  if (isDash(said.text)) return [{ slot, ...clock, workout: REST, span: spanOf(said) }]
  const reading = frame.read(said.text)
  for (const finding of reading.findings) findings.push({ ...finding, ...inPage(said, finding) })
  for (const span of reading.unread) unread.push(inPage(said, span))
  return [{ slot, ...clock, workout: reading.workout, span: spanOf(said) }]
}

const inPage = (wording: Wording, { from, to }: Span): Span => {
  const start = wording.sourceOf(from)
  return { from: start, to: to > from ? Math.max(start, wording.sourceOf(to - 1) + 1) : start }
}

/** The total of a bracket or of a column belongs to the day's only session; over several it is only compared. */
const totalled = (
  frame: EntryFrame,
  item: DayItem,
  sessions: readonly EntrySession[],
  closing: ClosingTotal | undefined,
  wording: Wording,
  findings: TextFinding[],
): readonly EntrySession[] => {
  const written = closing?.amount ?? item.total
  const running = sessions.filter(({ workout }) => workout.kind !== 'rest' && workout.kind !== 'strength')
  const [only] = running
  if (!written || running.length !== 1 || !only) return sessions
  const own = ownTotal(only.workout)
  const workout = withTotal(only.workout, written, frame.unit)
  if (workout === only.workout) return sessions
  const span = closing ? { from: wording.sourceOf(closing.end), to: item.pieces.at(-1)?.to ?? item.span.to } : item.span
  if (own && only.workout.total) {
    findings.push({
      ...span,
      level: 'note',
      rule: 'restated',
      message: 'The day has a total beside the one in its text: the one beside it is taken.',
    })
  }
  const widened = closing ? { from: only.span.from, to: Math.max(only.span.to, span.to) } : only.span
  return sessions.map((session) => (session === only ? { ...session, workout, span: widened } : session))
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
