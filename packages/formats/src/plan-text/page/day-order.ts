import { WEEKDAYS, weekdayIndex, type Weekday } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import { dayIn, weekdayOfDate, type WrittenDate } from './dates.ts'
import type { DayItem, NoteItem, PlacedDay, TotalItem } from './draft.ts'
import { noteFrom } from './segments.ts'
import { LETTER_DAYS } from './words.ts'

/** The days of one week with what stands among them. */
export interface Group {
  /** By the number of its days (`Day 36`), where the page counts them. */
  readonly number: number | null
  readonly days: readonly PlacedDay[]
  readonly total: TotalItem | null
  /** States what all weeks come to. */
  readonly planTotal: TotalItem | null
  readonly notes: readonly NoteItem[]
  /** End of the last day or total in the page. */
  readonly end: number
  /** Entries beyond what a week can hold. */
  readonly beyond: Span | null
}

interface OpenGroup {
  number: number | null
  readonly days: PlacedDay[]
  readonly notes: NoteItem[]
  readonly totals: { readonly item: TotalItem; readonly after: number }[]
  readonly seen: Set<Weekday>
  last: Weekday | null
  /** A note stands between the last day and what comes next. */
  noted: boolean
  end: number
  beyond: Span | null
}

type Items = readonly (DayItem | TotalItem | NoteItem)[]

/** Fewer days than this without a heading are no week. */
const LEAST_HEADLESS = 3
const LEAST_LETTERS = 5
/** So many days have to follow for days that begin again to be another week. */
const LEAST_REST = 3

/**
 * Gives each entry its day and cuts where the days begin again. Under a heading that needs several days to follow;
 * without one (`headed` false) it needs a few days at all.
 */
export const groupsOf = (items: Items, { headed }: { readonly headed: boolean }): readonly Group[] => {
  const frame: Frame = {
    headed,
    left: leftAfter(items),
    bare: bareDays(items),
    anchor: anchorOf(items),
    start: startOf(items),
  }
  if (!headed && !isHeadless(items)) return []
  const groups: OpenGroup[] = [open()]
  items.forEach((item, index) => layItem(groups, item, frame, index))
  return groups.map(close)
}

interface Frame {
  readonly headed: boolean
  /** Named days from each item on. */
  readonly left: readonly number[]
  /** Days of entries that name none, by their place among the items. */
  readonly bare: ReadonlyMap<number, Weekday> | null
  readonly anchor: WrittenDate | null
  /** The weekday that weeks of this page begin with. */
  readonly start: number
}

const open = (): OpenGroup => ({
  number: null,
  days: [],
  notes: [],
  totals: [],
  seen: new Set(),
  last: null,
  noted: false,
  end: 0,
  beyond: null,
})

const isNamed = (item: Items[number]): item is DayItem => item.kind === 'day' && !item.name.bare && !item.name.unplaced

const leftAfter = (items: Items): readonly number[] => {
  const left = Array.from<number>({ length: items.length }).fill(0)
  let count = 0
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index]
    if (item && isNamed(item)) count++
    left[index] = count
  }
  return left
}

const isHeadless = (items: Items): boolean => {
  const named = items.filter(isNamed)
  const letters = named.filter(({ name }) => name.letter !== undefined).length
  return named.length - letters >= LEAST_HEADLESS || letters >= LEAST_LETTERS
}

/** Seven entries without names are the seven days; any other number of them are sessions of the week. */
const bareDays = (items: Items): ReadonlyMap<number, Weekday> | null => {
  const bare = items.flatMap((item, index) => (item.kind === 'day' && item.name.bare ? [index] : []))
  if (bare.length !== 7 || items.some(isNamed)) return null
  return new Map(bare.map((index, day) => [index, WEEKDAYS[day] ?? 'Sun']))
}

const anchorOf = (items: Items): WrittenDate | null => {
  const first = items.find((item) => item.kind === 'day' && item.name.date)
  return first?.kind === 'day' ? (first.name.date ?? null) : null
}

const startOf = (items: Items): number => {
  const first = items.find((item) => isNamed(item) && item.name.days.length > 0)
  const day = first?.kind === 'day' ? first.name.days[0] : undefined
  return day === 'Sun' || day === 'Sat' ? weekdayIndex(day) : 0
}

const layItem = (groups: OpenGroup[], item: Items[number], frame: Frame, index: number): void => {
  const group = groups.at(-1)
  if (!group) return
  if (item.kind === 'note') {
    group.notes.push(item)
    group.noted = true
  } else if (item.kind === 'total') {
    group.totals.push({ item, after: group.days.length })
    group.end = Math.max(group.end, item.span.to)
  } else layDay(groups, item, frame, index)
}

const layDay = (groups: OpenGroup[], item: DayItem, frame: Frame, index: number): void => {
  const group = groups.at(-1) ?? open()
  const named = daysNamed(item, frame, group, index)
  const first = named.days[0]
  const left = frame.left[index] ?? 0
  const turn = turnsAt(group, item, first, frame)
  if (turn && frame.headed && left < LEAST_REST) {
    if (group.noted) {
      group.notes.push(noteFrom(item))
      return
    }
  } else if (turn) {
    const next = open()
    groups.push(next)
    return layOn(next, item, daysNamed(item, frame, next, index), frame)
  }
  if (item.name.bare && !frame.bare && (frame.left[0] ?? 0) > 0) {
    group.notes.push(noteFrom(item))
    return
  }
  layOn(group, item, named, frame)
}

interface NamedDays {
  readonly days: readonly (Weekday | 'any')[]
  readonly because?: string
}

/** More entries than this are no week. */
const MOST_ENTRIES = 100

const layOn = (group: OpenGroup, item: DayItem, { days, because }: NamedDays, frame: Frame): void => {
  group.end = Math.max(group.end, item.span.to)
  if (group.days.length >= MOST_ENTRIES) {
    group.beyond = { from: group.beyond?.from ?? item.span.from, to: Math.max(group.beyond?.to ?? 0, item.span.to) }
    return
  }
  for (const day of days) {
    group.days.push({ day, item, ...(because === undefined ? {} : { because }) })
    if (day !== 'any') group.seen.add(day)
  }
  const last = days.at(-1)
  if (last !== undefined && last !== 'any') group.last = last
  if (item.name.number !== undefined && !frame.headed) group.number ??= Math.ceil(item.name.number / 7)
  group.noted = false
}

/** Whether another week begins with this day. */
const turnsAt = (group: OpenGroup, item: DayItem, day: Weekday | 'any' | undefined, frame: Frame): boolean => {
  if (day === undefined || day === 'any' || group.last === null || item.sameWeek) return false
  const { number } = item.name
  if (number !== undefined && !frame.headed) return group.number !== null && Math.ceil(number / 7) !== group.number
  if (day === group.last) return false
  if (group.seen.has(day)) return true
  return !frame.headed && turned(day, frame) < turned(group.last, frame)
}

const turned = (day: Weekday, frame: Frame): number => (weekdayIndex(day) - frame.start + 7) % 7

const daysNamed = (item: DayItem, frame: Frame, group: OpenGroup, index: number): NamedDays => {
  const { name } = item
  if (name.days.length > 0) return { days: name.days }
  if (name.unplaced) return { days: ['any'] }
  if (name.letter !== undefined) return { days: [letterDay(name.letter, group)] }
  if (name.date) return datedDay(name.date, frame)
  if (name.number !== undefined) {
    return { days: [WEEKDAYS[(((name.number - 1) % 7) + 7) % 7] ?? 'Mon'], because: 'days are counted from Monday' }
  }
  const bare = frame.bare?.get(index)
  return bare === undefined
    ? { days: ['any'] }
    : { days: [bare], because: 'seven entries without names are taken for Monday to Sunday' }
}

const letterDay = (letter: string, group: OpenGroup): Weekday => {
  const options = LETTER_DAYS[letter] ?? []
  const last = group.last === null ? -1 : weekdayIndex(group.last)
  return (
    options.find((day) => weekdayIndex(day) > last) ??
    options.find((day) => !group.seen.has(day)) ??
    options[0] ??
    'Mon'
  )
}

/** Any year without a leap day: only the days between two dates are counted. */
const A_YEAR = 2001

const datedDay = (date: WrittenDate, { anchor }: Frame): NamedDays => {
  const known = weekdayOfDate(date)
  if (known) return { days: [known] }
  const start = anchor ?? date
  const first = dayIn(A_YEAR, start) ?? 0
  const days = (dayIn(date.month < start.month ? A_YEAR + 1 : A_YEAR, date) ?? first) - first
  return {
    days: [WEEKDAYS[((days % 7) + 7) % 7] ?? 'Mon'],
    because: 'the page gives no weekday: its first date is taken for a Monday',
  }
}

/** Of several totals the one that says week, else the last, is the week's; the others are of the day before them. */
const close = (group: OpenGroup): Group => {
  const { number, days, notes, end } = group
  const planTotal = group.totals.find(({ item }) => item.ofPlan)?.item ?? null
  const totals = group.totals.filter(({ item }) => !item.ofPlan)
  const week =
    totals.findLast(({ item }) => item.ofWeek) ??
    (totals.length > 1 && totals[0]?.after === 0 ? totals[0] : totals.at(-1))
  const placed = [...days]
  for (const total of totals) {
    const before = placed[total.after - 1]
    if (total === week || !before) continue
    placed[total.after - 1] = { ...before, item: { ...before.item, total: total.item.amount } }
  }
  return { number, days: placed, total: week?.item ?? null, planTotal, notes, end, beyond: group.beyond }
}
