import type { Span } from '../reading.ts'
import type { NoteItem, PageDraft, PhaseItem, PlacedDay, TotalItem, WeekItem } from './draft.ts'
import { groupsOf, type Group } from './day-order.ts'
import { noteFrom, segmentsOf, type Segment } from './segments.ts'

/** A week as the page has it. */
export interface PageWeek {
  readonly number: number
  readonly heading: WeekItem | PhaseItem | null
  readonly days: readonly PlacedDay[]
  readonly total: TotalItem | null
  readonly notes: readonly NoteItem[]
  /** What the week rests on where it has no heading or days of its own: for a finding. */
  readonly because?: string
}

export interface PagePhase {
  readonly heading: PhaseItem | null
  readonly weeks: PageWeek[]
  readonly notes: NoteItem[]
}

/** The page sorted into phases and weeks; `notes` stand outside them. */
export interface PageWeeks {
  readonly phases: readonly PagePhase[]
  readonly notes: readonly NoteItem[]
  /** States what all weeks come to. */
  readonly total: TotalItem | null
  /** Given up: what goes on beyond the last week that is read. */
  readonly beyond: readonly Span[]
}

/** More weeks than any plan has; what goes on beyond them is given up. */
const MOST_WEEKS = 30_000

interface Desk {
  readonly phases: PagePhase[]
  readonly notes: NoteItem[]
  readonly byNumber: Map<number, PageWeek>
  count: number
  last: number | null
  step: 1 | -1
  /** Where the first week stands that is not read. */
  cut: number | null
  total: TotalItem | null
  /** Entries that one week has too many of. */
  readonly beyond: Span[]
}

/** Puts the items of a page under their weeks and phases, and gives every entry its day. */
export const weeksOfPage = (draft: PageDraft, length: number): PageWeeks => {
  const { segments, before } = segmentsOf(draft.items)
  const desk: Desk = {
    phases: [],
    notes: [],
    byNumber: new Map(),
    count: 0,
    last: null,
    step: 1,
    cut: null,
    total: null,
    beyond: [],
  }
  if (segments.length === 0) layHeadless(desk, before)
  else addNotes(desk.notes, before)
  segments.forEach((segment, index) => laySegment(desk, segment, segments, index))
  return {
    phases: desk.phases,
    notes: desk.notes,
    total: desk.total,
    beyond: desk.cut === null ? desk.beyond : [...desk.beyond, { from: desk.cut, to: length }],
  }
}

/** A page without headings: its days make weeks by their order. */
const layHeadless = (desk: Desk, items: Items): void => {
  const groups = groupsOf(items, { headed: false })
  if (!groups.some(({ days }) => days.length > 0)) {
    addNotes(desk.notes, items)
    return
  }
  const tail = desk.notes
  groups.forEach((group, index) => {
    desk.total ??= group.planTotal
    if (group.beyond) desk.beyond.push(group.beyond)
    const number = group.number ?? nextNumber(desk)
    const because = groups.length > 1 ? NO_HEADINGS : undefined
    addWeek(desk, weekOf(number, null, index === groups.length - 1 ? withoutTail(group, tail) : group, because))
  })
}

/** What turned out to stand outside the days is prose, one by one: there may be very many. */
const addNotes = (notes: NoteItem[], items: Items): void => {
  for (const item of items) notes.push(item.kind === 'note' ? item : noteFrom(item))
}

type Items = readonly Segment['items'][number][]

const NO_HEADINGS = 'The page has no headings of weeks: a week ends where its days begin again'
const NO_HEADING = 'A week without a heading: its days begin again'

const nextNumber = (desk: Desk): number => (desk.last === null ? 1 : desk.last + desk.step)

const addWeek = (desk: Desk, week: PageWeek): void => {
  if (!holdsWeek(desk.phases.at(-1), week.number)) desk.phases.push({ heading: null, weeks: [], notes: [] })
  if (desk.last !== null && Math.abs(week.number - desk.last) === 1) desk.step = week.number < desk.last ? -1 : 1
  desk.last = week.number
  desk.count++
  if (desk.count <= MOST_WEEKS) desk.phases.at(-1)?.weeks.push(week)
  else desk.cut ??= week.heading?.span.from ?? week.days[0]?.item.span.from ?? null
  if (week.days.length > 0) desk.byNumber.set(week.number, week)
}

/** A phase that names its weeks ends with them. */
const holdsWeek = (phase: PagePhase | undefined, number: number): boolean => {
  if (!phase) return false
  const weeks = phase.heading?.weeks
  return (
    !weeks ||
    phase.weeks.length === 0 ||
    (number >= Math.min(weeks.from, weeks.to) && number <= Math.max(weeks.from, weeks.to))
  )
}

const weekOf = (number: number, heading: PageWeek['heading'], group: Group, because?: string): PageWeek => ({
  number,
  heading,
  days: group.days,
  total: group.total,
  notes: group.notes,
  ...(because === undefined ? {} : { because }),
})

/** Prose after the last week, with a blank line between, speaks of the whole plan. */
const withoutTail = (group: Group, notes: NoteItem[]): Group => {
  const cut = group.notes.findIndex((note) => note.gap && note.span.from >= group.end)
  if (cut < 0) return group
  addNotes(notes, group.notes.slice(cut))
  return { ...group, notes: group.notes.slice(0, cut) }
}

const laySegment = (desk: Desk, segment: Segment, segments: readonly Segment[], index: number): void => {
  const { heading, items } = segment
  if (heading.kind === 'phase') openPhase(desk, heading)
  if (segment.kind === 'phase') {
    addNotes(desk.phases.at(-1)?.notes ?? desk.notes, items)
    return
  }
  const groups = groupsOf(items, { headed: true })
  const last = index === segments.length - 1
  groups.forEach((group, at) => {
    desk.total ??= group.planTotal
    if (group.beyond) desk.beyond.push(group.beyond)
    const kept = last && at === groups.length - 1 ? withoutTail(group, desk.notes) : group
    if (at > 0) addWeek(desk, weekOf(nextNumber(desk), null, kept, NO_HEADING))
    else if (heading.kind === 'phase') layBlock(desk, heading, kept)
    else layWeek(desk, heading, kept, nextHeading(segments, index))
  })
}

const openPhase = (desk: Desk, heading: PhaseItem): void => {
  desk.phases.push({ heading, weeks: [], notes: [] })
}

/** A phase with days right under it: the same week over and over. */
const layBlock = (desk: Desk, heading: PhaseItem, group: Group): void => {
  const { weeks } = heading
  if (weeks) layAlike(desk, heading, group, weeks)
  else addWeek(desk, weekOf(nextNumber(desk), null, group))
}

const layAlike = (
  desk: Desk,
  heading: PhaseItem | WeekItem,
  group: Group,
  { from, to }: { readonly from: number; readonly to: number },
): void => {
  const because = to > from ? `The page gives one week for weeks ${from} to ${to}` : undefined
  for (let number = from; number <= to && desk.count <= MOST_WEEKS; number++) {
    const first = number === from
    addWeek(desk, weekOf(number, heading, first ? group : { ...group, notes: [] }, first ? undefined : because))
  }
}

const nextHeading = (segments: readonly Segment[], index: number): number | null => {
  const next = segments[index + 1]?.heading
  return next?.kind === 'week' ? next.number : null
}

const layWeek = (desk: Desk, heading: WeekItem, group: Group, next: number | null): void => {
  if (heading.countdown) desk.step = -1
  const first = desk.last === null && next !== null ? Math.max(0, next - desk.step) : nextNumber(desk)
  const number = heading.number ?? first
  const copied = group.days.length === 0 ? copyOf(desk, heading) : undefined
  if (!copied && heading.upTo !== undefined) return layAlike(desk, heading, group, { from: number, to: heading.upTo })
  if (!copied) return addWeek(desk, weekOf(number, heading, group))
  addWeek(desk, {
    ...weekOf(number, heading, group),
    days: copied.days,
    because: `Week ${number} has no days of its own: its heading says that it repeats week ${copied.number}`,
  })
}

const REPEATS = /\b(?:same as|repeat|repeats|as(?: in)?|like|copy of)\s+(?:week|wk)\s*(\d{1,3}|[A-H])\b/i

const copyOf = (desk: Desk, heading: WeekItem): PageWeek | undefined => {
  const number = REPEATS.exec(heading.label.label)?.[1]
  if (number === undefined) return undefined
  return desk.byNumber.get(/\d/.test(number) ? Number(number) : number.toUpperCase().charCodeAt(0) - 64)
}
