import type { Slot } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import { writtenAmount, type WrittenAmount } from './amount.ts'
import { dayMark, isBelievable, type DayMark } from './day-mark.ts'
import { dayNameOf } from './day-name.ts'
import type { DayName, DraftItem, PageDraft } from './draft.ts'
import { inlineDays, type InlineDay } from './inline.ts'
import { linesOf, type Line } from './lines.ts'
import { racesIn } from './race.ts'
import { phaseMark } from './phase-mark.ts'
import { slotOpening } from './slots.ts'
import { tablesOf, type Table } from './table.ts'
import { totalMark, type TotalMark } from './total-mark.ts'
import { isHeadingRest, weekLabel } from './week-label.ts'
import { weekMark, type WeekMark } from './week-mark.ts'
import { isSentence, looksLikeSession, startsLikeSession } from './words.ts'

/** Sorts every line of a plain page into what it is: headings, days, totals, prose. One pass, each line looked at once. */
export const draftOf = (page: string): PageDraft => {
  const lines = linesOf(page)
  const tables = tablesOf(page, lines)
  const desk: Desk = {
    page,
    items: [],
    beyond: [],
    open: null,
    inWeek: false,
    number: null,
    title: null,
    first: lines[0]?.from ?? 0,
    days: 0,
  }
  let table = 0
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    const block = tables[table]
    if (block && index === block.firstLine) {
      layTable(desk, block)
      table++
      index = block.endLine - 1
    } else if (line) layLine(desk, line, index)
  }
  closeDay(desk)
  return { title: desk.title, items: desk.items, beyond: desk.beyond }
}

/** Work in progress on one page. */
interface Desk {
  readonly page: string
  readonly items: DraftItem[]
  readonly beyond: Span[]
  open: OpenDay | null
  /** A week or phase has been opened: lists of sessions may follow. */
  inWeek: boolean
  /** Number of the week that is open. */
  number: number | null
  title: Span | null
  /** Where the first line starts: a race in it makes it the page's name. */
  readonly first: number
  /** Days of the week that is open. */
  days: number
}

interface OpenDay {
  readonly name: DayName
  readonly from: number
  to: number
  readonly indent: number
  readonly slot: Slot | null
  readonly pieces: Span[]
  readonly comments: Span[]
  /** The mark stands on a line of its own, the entry under it. */
  readonly heading: boolean
}

const layTable = (desk: Desk, table: Table): void => {
  closeDay(desk)
  for (const item of table.items) desk.items.push(item)
  for (const span of table.beyond) desk.beyond.push(span)
  desk.inWeek = true
}

const NONE: readonly Span[] = []

const closeDay = (desk: Desk): void => {
  const { open } = desk
  if (!open) return
  const { name, from, to, slot, pieces, comments } = open
  const talk = comments.length > 0 ? comments : NONE
  desk.items.push({ kind: 'day', span: { from, to }, name, pieces, comments: talk, slot, total: null })
  desk.open = null
}

const DECORATION = /^[\s\-=_*~#.•·+|]{1,400}$/

const layLine = (desk: Desk, line: Line, index: number): void => {
  if (DECORATION.test(line.text) || line.text === '') return stretch(desk, line)
  if (layHeading(desk, line) || layTotal(desk, line) || layDay(desk, line) || layUnderDay(desk, line)) return
  if (index === 0 && isTitle(line.text)) {
    desk.title = spanOf(line)
    return
  }
  if (desk.inWeek && isListed(line)) return openDay(desk, line, { name: { days: [], bare: true }, entry: line.body })
  layNote(desk, line)
}

const MOST_TITLE = 200

/** A page begins with its name, unless it begins to talk or to explain. */
const isTitle = (text: string): boolean => text.length <= MOST_TITLE && !text.includes('=') && !/[a-z]\.$/.test(text)

const spanOf = (line: Line): Span => ({ from: line.from, to: line.next })

/** A line without words belongs to what stands before it. */
const stretch = (desk: Desk, line: Line): void => {
  if (desk.open) desk.open.to = line.next
}

const layNote = (desk: Desk, line: Line): void => {
  closeDay(desk)
  const { gap } = line
  desk.items.push({ kind: 'note', span: spanOf(line), apart: gap || line.bullet !== '', gap })
}

const layHeading = (desk: Desk, line: Line): boolean => {
  const week = weekMark(line.text)
  if (week && speaksOfTotal(desk, line, week)) return layTotalOf(desk, line, line.text.slice(week.length).trim())
  if (week && week.upTo === undefined && layWeek(desk, line, week)) return true
  if (layDays(desk, line)) return true
  if (layInline(desk, line, 0)) return true
  const phase = phaseMark(line.text, line.bullet.startsWith('#'))
  if (!phase || (phase.soft && line.from === desk.first && racesIn(line.text).length > 0)) return false
  if (phase.soft && desk.open && !line.gap) return false
  closeDay(desk)
  desk.items.push({ kind: 'phase', span: spanOf(line), ...phase })
  if (!phase.soft) desk.inWeek = true
  return true
}

/** `Week 3 total: 57 miles` under week 3 opens nothing. */
const speaksOfTotal = (desk: Desk, line: Line, { number, length }: WeekMark): boolean =>
  number !== null &&
  desk.number === number &&
  /^\s*(?:'s\s+)?(?:total|mileage|volume|distance)\b/i.test(line.text.slice(length))

/** `Days 8-14: a first look`: the week of these days. */
const layDays = (desk: Desk, line: Line): boolean => {
  const match = /^days?\s+(\d{1,3})\s*(?:-|–|—|to|through)\s*(?:day\s+)?(\d{1,3})\b/i.exec(line.text.slice(0, 60))
  const rest = line.text.slice(match?.[0].length ?? 0)
  if (!match || Number(match[2]) - Number(match[1]) !== 6 || !isHeadingRest(rest)) return false
  openWeek(
    desk,
    line,
    { number: Math.ceil(Number(match[2]) / 7), countdown: false, length: match[0].length },
    line.next,
  )
  return true
}

const openWeek = (desk: Desk, line: Line, mark: WeekMark, to: number): void => {
  const label = weekLabel(line.text.slice(mark.length, Math.min(line.text.length, to - line.body)))
  closeDay(desk)
  desk.inWeek = true
  desk.number = mark.number
  desk.days = 0
  desk.items.push({
    kind: 'week',
    span: { from: line.from, to },
    number: mark.number,
    countdown: mark.countdown,
    label: { ...label, kind: label.kind ?? mark.kind ?? null },
    ...(line.bullet !== '' && !line.bullet.startsWith('#') && to === line.next ? { weak: true } : {}),
  })
}

const layWeek = (desk: Desk, line: Line, mark: WeekMark): boolean => {
  const rest = line.text.slice(mark.length)
  const days = inlineDays(line.text, mark.length)
  if (!days && !isHeadingRest(rest)) return false
  openWeek(desk, line, mark, days ? line.body + headingEnd(line, mark, days) : line.next)
  if (days) layEntries(desk, line, days, line.body + headingEnd(line, mark, days))
  return true
}

/** Where the first day's name starts, after the week's own words. */
const headingEnd = (line: Line, mark: WeekMark, days: readonly InlineDay[]): number => {
  const entry = days[0]?.entry.from ?? line.text.length
  const words = line.text.slice(mark.length, entry)
  const name = /(?:^|[^A-Za-z])([A-Za-z]{1,9}\.?[^A-Za-z]*)$/.exec(words.slice(-60))
  return entry - (name?.[1]?.length ?? 0)
}

const layInline = (desk: Desk, line: Line, from: number): boolean => {
  const days = inlineDays(line.text, from)
  if (!days || !days.every(({ entry }) => startsAsEntry(line.text.slice(entry.from, entry.to)))) return false
  closeDay(desk)
  layEntries(desk, line, days, line.from)
  return true
}

const startsAsEntry = (entry: string): boolean => entry !== '' && !isSentence(entry)

/** The spans of the entries share out the line, names and signs included. */
const layEntries = (desk: Desk, line: Line, days: readonly InlineDay[], start: number): void => {
  let before = start
  days.forEach(({ days: names, entry }, index) => {
    const from = line.body + entry.from
    const end = index === days.length - 1
    const rest = end ? totalAtEnd(line.text, entry) : null
    const to = line.body + (rest?.from ?? entry.to)
    desk.items.push({
      kind: 'day',
      span: { from: before, to: end ? line.next : to },
      name: { days: names },
      pieces: to > from ? [{ from, to }] : [],
      comments: [],
      slot: null,
      total: null,
    })
    before = to
    if (rest) desk.items.push({ kind: 'total', span: { from: to, to }, amount: rest.amount, ofWeek: true })
  })
}

/** `... Sun 10 = 34 miles`, `... Sun 10; total 34`: the week's total at the end of its line. */
const totalAtEnd = (text: string, entry: Span) => {
  const words = text.slice(entry.from, entry.to)
  const sign = Math.max(
    words.lastIndexOf('='),
    words.lastIndexOf('('),
    words.lastIndexOf('['),
    words.lastIndexOf(';'),
    words.search(/\btotal\b/i),
  )
  if (sign < 0) return null
  const said = words.slice(sign).replace(/^[([;\s]+|[)\]\s]+$/g, '')
  const amount = totalMark(said)?.amount ?? bracketed(words.slice(sign), said)
  return amount ? { from: entry.from + sign, amount } : null
}

/** `[34]` at the end of a line that holds the whole week. */
const bracketed = (text: string, inside: string): WrittenAmount | undefined => {
  const amount = /^[([].*[)\]]$/.test(text.trim()) ? writtenAmount(inside) : undefined
  return amount?.length === inside.length && amount.low >= LEAST_WEEK ? amount : undefined
}

const LEAST_WEEK = 10

const layTotal = (desk: Desk, line: Line): boolean => layTotalOf(desk, line, line.text)

const layTotalOf = (desk: Desk, line: Line, text: string): boolean => {
  const total = totalMark(text) ?? loneAmount(desk, line, text)
  if (!total) return false
  const { open } = desk
  if (open && !total.ofWeek && !line.gap && line.indent > open.indent) return false
  closeDay(desk)
  const { amount, ofWeek, ofPlan } = total
  desk.items.push({ kind: 'total', span: spanOf(line), amount, ofWeek, ...(ofPlan ? { ofPlan } : {}) })
  return true
}

/** A distance alone on a line after several days is what they come to. */
const loneAmount = (desk: Desk, line: Line, text: string): TotalMark | undefined => {
  const { open } = desk
  if (!open || open.pieces.length === 0 || open.heading || desk.days < 3 || line.indent > open.indent) return undefined
  const amount = writtenAmount(text)
  const whole = amount && amount.length === text.length && (amount.unit === 'mi' || amount.unit === 'km')
  return whole ? { amount, ofWeek: true, ofPlan: false, rest: '' } : undefined
}

const layDay = (desk: Desk, line: Line): boolean => {
  const mark = dayMark(line.text)
  if (!mark) return false
  if (!isBelievable(mark, line.text)) return layToldDay(desk, line, mark)
  if (mark.strong && line.text.length > mark.length && isTalkOfDay(line.text.slice(mark.length), desk)) return false
  openDay(desk, line, { name: dayNameOf(mark), entry: line.body + mark.length })
  return true
}

/** `Wednesday is for strides: 4 miles with 4 strides`: talk before a colon, the entry after it. */
const layToldDay = (desk: Desk, line: Line, mark: DayMark): boolean => {
  const named = (mark.form === 'full' || mark.form === 'short') && mark.days.length === 1
  const colon = line.text.indexOf(': ', mark.length)
  if (!desk.inWeek || !named || colon < 0 || line.text.length > MOST_TOLD) return false
  const entry = line.text.slice(colon + 2)
  if (!startsLikeSession(entry) || !looksLikeSession(entry)) return false
  openDay(desk, line, { name: dayNameOf(mark), entry: line.body + colon + 2 })
  desk.open?.comments.push({ from: line.body + mark.length, to: line.body + colon })
  return true
}

const MOST_TOLD = 200

/** Outside the weeks a sentence after a day's name is talk, whatever sign stands between. */
const isTalkOfDay = (rest: string, desk: Desk): boolean => !desk.inWeek && isSentence(rest)

interface Opening {
  readonly name: DayName
  /** Offset in the page where the entry starts. */
  readonly entry: number
  readonly slot?: Slot
}

const openDay = (desk: Desk, line: Line, { name, entry, slot }: Opening): void => {
  closeDay(desk)
  desk.days++
  const piece = { from: Math.min(entry, line.to), to: line.to }
  desk.open = {
    name,
    from: line.from,
    to: line.next,
    indent: line.indent,
    slot: slot ?? null,
    comments: [],
    pieces: piece.to > piece.from ? [piece] : [],
    heading: piece.to === piece.from,
  }
}

/** A line that goes on with the day above it. */
const layUnderDay = (desk: Desk, line: Line): boolean => {
  const { open } = desk
  if (!open || open.name.bare) return false
  const opening = line.gap && !open.heading ? undefined : slotOpening(line.text)
  if (opening && isSlotLine(line.text, opening.length) && (line.indent >= open.indent || line.bullet !== '')) {
    const { heading, indent } = open
    if (open.pieces.length === 0 && open.comments.length === 0) open.to = line.from
    openDay(desk, line, { name: open.name, entry: line.body + opening.length, slot: opening.slot })
    if (desk.open) desk.open = { ...desk.open, indent, heading }
    return true
  }
  const goesOn = goesOnWith(desk.page, open, line)
  if (!goesOn) return false
  open[goesOn].push({ from: line.body, to: line.to })
  open.to = line.next
  return true
}

/** `AM: 4 miles`, `pm gym`; but not `Morning runs are best for you`, nor `Am I fit?`. */
const isSlotLine = (text: string, length: number): boolean => {
  const rest = text.slice(length)
  return !isSentence(rest) && (/[:=–—-]\s*$/.test(text.slice(0, length)) || rest === '' || startsLikeSession(rest))
}

const OPEN_END = /(?:[:,;+&(/]|\b(?:and|then|with|plus|of|or)|[–—-])$/i
const STARTS_ON = /^(?:[+&,;/(–—]|(?:and|then|plus|with|or)\b)/i
const RECOVERY_WORDS = /\b(?:jog|jogs|jogging|rest|recover|recovery|recoveries|rec|walk|walks|between|float|off)\b/i
/** No session is written on more lines. */
const MOST_LINES = 60

const goesOnWith = (page: string, open: OpenDay, line: Line): 'pieces' | 'comments' | undefined => {
  if (open.pieces.length + open.comments.length >= MOST_LINES) return undefined
  const empty = open.pieces.length === 0
  if (line.gap && !open.heading) return undefined
  if (line.text.startsWith('(') && line.text.endsWith(')') && !RECOVERY_WORDS.test(line.text))
    return empty ? 'pieces' : 'comments'
  const session = looksLikeSession(line.text)
  if (isSentence(line.text) && !session) return line.gap ? undefined : 'comments'
  if (session || (empty && !line.gap)) return 'pieces'
  if (line.gap) return undefined
  const last = open.pieces.at(-1)
  const openEnd = last !== undefined && OPEN_END.test(page.slice(Math.max(last.from, last.to - 12), last.to))
  return openEnd || STARTS_ON.test(line.text) || line.indent > open.indent ? 'pieces' : undefined
}

/** An entry in a list of sessions that names no day. */
const isListed = (line: Line): boolean => {
  const { text } = line
  if (text.length > 160 || /[.:?!]$|^(?:weeks?|wk|days?|phase|block|page|part|step|chapter)\b/i.test(text)) return false
  const figures = /\d/.test(text) || /^(?:complete |full |total )?(?:rest|off|rest day|day off)\b/i.test(text)
  return figures && looksLikeSession(text) && (line.bullet !== '' || text.split(/\s+/).length <= 12)
}
