import { weekdayIndex, type Weekday } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import { dayMark } from './day-mark.ts'
import { dayWordsIn } from './header.ts'
import { dayNamed, LETTER_DAYS } from './words.ts'

/** One of several days written in one line; offsets in the line. */
export interface InlineDay {
  readonly days: readonly Weekday[]
  readonly entry: Span
}

interface Found {
  readonly days: readonly Weekday[]
  readonly letter: string | null
  readonly from: number
  /** Where the entry starts. */
  readonly entry: number
}

/** Fewer days in one line are a list of days or a sentence. */
const LEAST_DAYS = 3
const LEAST_LETTERS = 5
/** Longer lines are no list of a week's days. */
const MOST_LINE = 4000
const MOST_FOUND = 20

const WORD = /(?<![A-Za-z0-9'’-])([A-Za-z]{1,9})(?![A-Za-z'’])\.?(\s*[:=]|\s+[-–—]\s|)/g
const LEAD = /(?:^|[,;|/+•·.)\]\n\v]|\s[-–—]|\s{2}|\t)\s*$/

/** The days of a line such as `Mon 5, Tue 6 x 400, Wed off, ...`, in the order of the week; undefined for other lines. */
export const inlineDays = (text: string, from = 0): readonly InlineDay[] | undefined => {
  if (text.length > MOST_LINE || dayWordsIn(text) < LEAST_DAYS) return undefined
  const found = findDays(text, from)
  const named = ascending(
    found.filter((mark) => mark.letter === null),
    LEAST_DAYS,
  )
  const marks = named ?? ascending(placeLetters(found), LEAST_LETTERS)
  const days = marks ? entries(marks, text) : []
  return days.length > 1 ? days : undefined
}

const findDays = (text: string, from: number): readonly Found[] => {
  const found: Found[] = []
  WORD.lastIndex = from
  for (let match = WORD.exec(text); match && found.length < MOST_FOUND; match = WORD.exec(text)) {
    const mark = foundAt(text, { from, at: match.index, word: match[1] ?? '', signed: match[2] !== '' })
    if (!mark) continue
    found.push(mark)
    WORD.lastIndex = Math.max(mark.entry, match.index + 1)
  }
  return found
}

interface Candidate {
  readonly from: number
  readonly at: number
  readonly word: string
  readonly signed: boolean
}

/** Only signs stand between the start and this place. */
const isFirst = (text: string, from: number, at: number): boolean =>
  at - from <= 12 && /^[\s:.,;|–—-]*$/.test(text.slice(from, at))

const foundAt = (text: string, { from, at, word, signed }: Candidate): Found | undefined => {
  const led = isFirst(text, from, at) || LEAD.test(text.slice(Math.max(from, at - 6), at))
  if (!signed && !led) return undefined
  if (word.length === 1) return LETTER_DAYS[word] ? { days: [], letter: word, from: at, entry: at + 1 } : undefined
  const named = dayNamed(word)
  if (!named || (named.form === 'two' && !/^[A-Z]/.test(word))) return undefined
  const mark = dayMark(text.slice(at, at + 80))
  return mark ? { days: mark.days, letter: null, from: at, entry: at + mark.length } : undefined
}

/** Letters get their days by their order: the first T is Tuesday, the second Thursday. */
const placeLetters = (found: readonly Found[]): readonly Found[] => {
  let last = -1
  return found.map((mark) => {
    const options = mark.letter === null ? mark.days : (LETTER_DAYS[mark.letter] ?? [])
    const day = options.find((option) => weekdayIndex(option) > last)
    if (day !== undefined) last = weekdayIndex(day)
    return { ...mark, days: day === undefined ? [] : [day] }
  })
}

/** The marks, when their days rise through one week. */
const ascending = (found: readonly Found[], least: number): readonly Found[] | undefined => {
  const first = found[0]?.days[0]
  if (first === undefined || found.length < least) return undefined
  const start = first === 'Sat' || first === 'Sun' ? weekdayIndex(first) : 0
  let last = -1
  for (const mark of found) {
    if (mark.days.length === 0) return undefined
    for (const day of mark.days) {
      const turned = (weekdayIndex(day) - start + 7) % 7
      if (turned <= last && mark.days.length === 1) return undefined
      last = Math.max(last, turned)
    }
  }
  return found
}

/** Names with only signs between them share the entry after the last. */
const entries = (found: readonly Found[], text: string): readonly InlineDay[] => {
  const days: InlineDay[] = []
  let waiting: readonly Weekday[] = []
  found.forEach((mark, index) => {
    const next = found[index + 1]
    const entry = trimmed(text, mark.entry, next?.from ?? text.length)
    waiting = [...waiting, ...mark.days]
    if (next && entry.to === entry.from) return
    days.push({ days: waiting, entry })
    waiting = []
  })
  return days
}

/** Signs between entries belong to none of them. */
const trimmed = (text: string, from: number, to: number): Span => {
  let start = from
  let end = to
  while (start < end && /[\s,;|/+•·&:=–—-]/.test(text.charAt(start))) start++
  while (end > start && /[\s,;|/+•·&–—.-]/.test(text.charAt(end - 1))) end--
  return { from: start, to: end }
}
