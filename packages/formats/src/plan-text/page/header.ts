import { SLOTS, type Slot, type Weekday } from '@bell-lap/core'
import { dayMark } from './day-mark.ts'
import { weekMark } from './week-mark.ts'

/** What one column of a table holds. */
export type Column =
  | { readonly kind: 'day'; readonly day: Weekday; readonly slot: Slot | null }
  | { readonly kind: 'week'; readonly number: number; readonly countdown: boolean; readonly heading: string }
  | { readonly kind: 'week label'; readonly countdown: boolean }
  | { readonly kind: 'day label' }
  | { readonly kind: 'total'; readonly unit: 'km' | 'mi' | null }
  | { readonly kind: 'text' }
  | { readonly kind: 'slot'; readonly slot: Slot }
  | { readonly kind: 'objective' }
  | { readonly kind: 'phase' }
  | { readonly kind: 'note' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'other' }

/** Which way a table lies: a week a row, a week a column, or a day a row. */
export type Lie = 'weeks down' | 'weeks across' | 'days down'

/** The headings of a table. */
export interface Header {
  readonly lie: Lie
  readonly columns: readonly Column[]
}

/** Headings beyond this many are not looked at to tell which way a table lies. */
const MOST_HEADINGS = 60
const LEAST_DAYS = 3
const LEAST_WEEKS = 2

/** Words that headings of columns hold; single letters stand for days. */
const DAY_WORDS = /\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b|\b(?:mo|tu|we|th|fr|sa|su|[mtwrfsu])\b/gi
const WEEK_WORDS = /\b(?:weeks?|wks?)\b|\bw\d/gi
const LABEL_WORDS = /\b(?:days?|dates?|weekday|when)\b/i
const HALF_WORDS = /\b(?:am|a\.m\.|morning)\b[^]*\b(?:pm|p\.m\.|evening|afternoon)\b/i

/** Names of days in the head of a line, as far as three or so matter. */
export const dayWordsIn = (line: string): number => line.slice(0, 300).match(DAY_WORDS)?.length ?? 0

/** Whether a line can be headings at all: a quick look that spares most lines the long one. */
export const mayBeHeader = (line: string): boolean => {
  const head = line.slice(0, 300)
  if (LABEL_WORDS.test(head) || HALF_WORDS.test(head)) return true
  return (head.match(WEEK_WORDS)?.length ?? 0) > 0 || dayWordsIn(head) >= LEAST_DAYS
}

/** Reads a row as headings; undefined when it is none. */
export const headerOf = (cells: readonly string[]): Header | undefined => {
  if (cells.length < 2) return undefined
  const seen = cells.slice(0, MOST_HEADINGS).map(columnOf)
  const columns = lettered(cells, seen) ?? counted(cells, seen) ?? seen
  const lie = lieOf(columns)
  if (!lie) return undefined
  const rest = cells.slice(MOST_HEADINGS).map(columnOf)
  return { lie, columns: [...columns, ...rest] }
}

const lieOf = (columns: readonly Column[]): Lie | undefined => {
  const count = (kind: Column['kind']): number => columns.filter((column) => column.kind === kind).length
  if (count('day') >= LEAST_DAYS) return 'weeks down'
  if (count('week') >= LEAST_WEEKS) return 'weeks across'
  const entries = count('text') + count('slot')
  const plain = columns.every((column) => column.kind !== 'other' || entries > 0)
  const corner = columns[0]?.kind
  const cornered = (corner === 'blank' || corner === 'week') && count('blank') + count('week') === 1
  const days = count('day label') > 0 && (entries > 0 || count('total') > 0 || count('other') > 0)
  const halves = cornered && (count('slot') === SLOTS.length || (corner === 'week' && count('text') > 0))
  return plain && (days || halves) ? 'days down' : undefined
}

const WORDS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:week|wk|wks?|w|#|no\.?|nr\.?|week no\.?|week #|weeks)$/i, { kind: 'week label', countdown: false }],
  [/^(?:weeks?|wks?)\s*(?:out|to go|to race|left|before race)$|^countdown$/i, { kind: 'week label', countdown: true }],
  [/^(?:days?|weekday|date|dates|when|day\/date|day of (?:the )?week)$/i, { kind: 'day label' }],
  [/^(?:am|a\.m\.|morning)$/i, { kind: 'slot', slot: 'am' }],
  [/^(?:pm|p\.m\.|afternoon|evening)$/i, { kind: 'slot', slot: 'pm' }],
  [/^(?:objective|focus|goal|aim|theme|purpose|emphasis)$/i, { kind: 'objective' }],
  [/^(?:phase|block|period|cycle)$/i, { kind: 'phase' }],
  [/^(?:notes?|comments?|remarks?|tips?|why|cue|cues|rpe|effort|pace|paces|done|✓|log)$/i, { kind: 'note' }],
  [
    /^(?:(?:the |main |key |today's )?(?:sessions?|workouts?|training|runs?|details?|descriptions?|plan|activity|activities|what|what to do|schedule|entry|type|main set|programme|program|set))$/i,
    { kind: 'text' },
  ],
]
const TOTAL =
  /^(?:(?:weekly|week|day|daily|est\.?|approx\.?|planned)\s+)?(?:totals?|mileage|miles|mi|kms?|kilomet(?:re|er)s|volume|vol\.?|sum|distance|dist\.?)(?:\s*[([/]?\s*(?:mi|miles|km|kms|kilomet(?:re|er)s|per week|week|wk|total)\.?\s*[)\]]?)?$/i

const columnOf = (cell: string): Column => {
  const text = cell.replace(/[*_:]+$|^[*_]+/g, '').trim()
  if (text === '') return { kind: 'blank' }
  if (text.length > 40) return { kind: 'other' }
  const word = WORDS.find(([pattern]) => pattern.test(text))?.[1]
  if (word) return word
  if (TOTAL.test(text))
    return { kind: 'total', unit: /\bk(?:m|ilo)/i.test(text) ? 'km' : /\bmi(?:les)?\b/i.test(text) ? 'mi' : null }
  return dayColumn(text) ?? weekColumn(text) ?? { kind: 'other' }
}

const dayColumn = (text: string): Column | undefined => {
  const mark = dayMark(text)
  const [day, ...more] = mark?.days ?? []
  if (!mark || day === undefined || more.length > 0) return undefined
  const rest = text.slice(mark.length).trim()
  if (rest === '') return { kind: 'day', day, slot: null }
  return /^\(?[ap]\.?m\.?\)?$/i.test(rest) ? { kind: 'day', day, slot: /^\(?a/i.test(rest) ? 'am' : 'pm' } : undefined
}

const weekColumn = (text: string): Column | undefined => {
  const mark = weekMark(text)
  if (!mark || mark.number === null || mark.upTo !== undefined) return undefined
  return { kind: 'week', number: mark.number, countdown: mark.countdown, heading: text.slice(mark.length) }
}

const WEEK_LETTERS: readonly Weekday[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

const FULL_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
/** Letters that stand for a day they do not start. */
const ODD_LETTERS: { readonly [letter: string]: number } = { r: 3, h: 3, u: 6 }

const mayName = (cell: string, day: number): boolean => {
  const lower = cell.replace(/\.$/, '').toLowerCase()
  return lower !== '' && (FULL_NAMES[day]?.startsWith(lower) === true || ODD_LETTERS[lower] === day)
}

/** `M T W T F S S`, `M T W Th F Sa Su`: at least five days in a row, from Monday, Saturday or Sunday on. */
const lettered = (cells: readonly string[], columns: readonly Column[]): readonly Column[] | undefined => {
  for (let start = 0; start + 5 <= columns.length; start++) {
    for (const first of [0, 6, 5]) {
      let run = 0
      while (run < 7 && mayName(cells[start + run]?.trim() ?? '', (first + run) % 7)) run++
      if (run < 5) continue
      return columns.map((column, index): Column => {
        const day = index >= start && index < start + run ? WEEK_LETTERS[(first + index - start) % 7] : undefined
        return day === undefined ? column : { kind: 'day', day, slot: null }
      })
    }
  }
  return undefined
}

/** `Week | 1 | 2 | 3`, `Day | 1 | 2 | 3` (seven of them are days). */
const counted = (cells: readonly string[], columns: readonly Column[]): readonly Column[] | undefined => {
  const [corner] = columns
  if (!corner || !['week label', 'day label', 'blank'].includes(corner.kind)) return undefined
  const numbers = cells
    .slice(1, columns.length)
    .map((cell) => (/^\d{1,3}$/.test(cell.trim()) ? Number(cell) : undefined))
  const run = numbers.findIndex((number) => number === undefined)
  const figures = (run < 0 ? numbers : numbers.slice(0, run)).filter((number) => number !== undefined)
  const step = (figures[1] ?? 0) - (figures[0] ?? 0)
  if (figures.length < 3 || Math.abs(step) !== 1) return undefined
  if (!figures.every((figure, index) => index === 0 || figure - (figures[index - 1] ?? 0) === step)) return undefined
  const asDays = corner.kind === 'day label'
  return columns.map((column, index): Column => {
    const figure = index > 0 && index <= figures.length ? figures[index - 1] : undefined
    if (figure === undefined) return column
    const day = WEEK_LETTERS[figure - 1]
    if (asDays && day !== undefined) return { kind: 'day', day, slot: null }
    return { kind: 'week', number: figure, countdown: step < 0, heading: '' }
  })
}
