import { WEEKDAYS, weekdayIndex, type Weekday } from '@bell-lap/core'
import { dateAt, type WrittenDate } from './dates.ts'
import { countNamed, dayNamed, gluedDay, isSentence, LETTER_DAYS, startsLikeSession, type DayForm } from './words.ts'

/** How a line (or cell) opens a day. */
export interface DayMark {
  /** Empty when the mark is a number, a date or one letter. */
  readonly days: readonly Weekday[]
  readonly form: DayForm | 'number' | 'date' | 'session'
  /** One letter whose day the order of the lines decides. */
  readonly letter?: string
  /** `Day 36`, `Session 2`. */
  readonly number?: number
  readonly date?: WrittenDate
  /** `Mon or Tue`: the first is taken. */
  readonly choice?: true
  /** Offset in the text where the entry starts. */
  readonly length: number
  /** A sign, a gap or the end of the line parts the mark from the entry; otherwise the entry has to speak for it. */
  readonly strong: boolean
}

/** Reads the mark of a day at the start of a text: names of any length, `Day 36`, dates, lists and ranges of days. */
export const dayMark = (text: string): DayMark | undefined => {
  const head = text.slice(0, 160)
  const core = /^[A-Za-z]/.test(head)
    ? (namedDays(head) ?? numberedDay(head) ?? letterDay(head) ?? datedDay(head))
    : datedDay(head)
  if (!core) return undefined
  const dated = core.date ? core : withDate(head, core)
  return closed(head, dated)
}

/** Whether a mark without a sign after it can be believed: what follows has to be something to do. */
export const isBelievable = (mark: DayMark, text: string): boolean => {
  const rest = text.slice(mark.length)
  if (mark.strong) return mark.form !== 'two' || !/^we\b/.test(text)
  return mark.form === 'full' || mark.form === 'short' || mark.form === 'number' || mark.form === 'date'
    ? startsLikeSession(rest) || isCode(rest)
    : mark.form === 'letter'
      ? startsLikeSession(rest)
      : /^(?:\d|rest\b|off\b)/i.test(rest) && !isSentence(rest)
}

/** A code of the page's key: `R`, `X 30`, `LR 70`, `E5`. */
const isCode = (rest: string): boolean => /^[A-Z]{1,3}\d{0,3}(?:\s+[\d+].{0,20})?$/.test(rest)

type Core = Omit<DayMark, 'strong'>

const NUMBERED =
  /^(?:day|d)\s*(?:no\.?\s*|#\s*)?(\d{1,3}|one|two|three|four|five|six|seven)\b(?!\s*(?:of|after|before|off|to)\b)/i
const SESSION =
  /^(?:key\s+|quality\s+)?(?:session|workout|run|sess\.?)\s*(?:no\.?\s*|#\s*)?(\d{1,2}|[a-h]|one|two|three|four|five|six|seven)\s*(?=[:.)]|[-–—]\s|$)/i

const numberedDay = (head: string): Core | undefined => {
  const day = NUMBERED.exec(head)
  const session = day ? null : SESSION.exec(head)
  const match = day ?? session
  if (!match) return undefined
  const word = match[1] ?? ''
  const number = countNamed(word) ?? word.toLowerCase().charCodeAt(0) - 96
  const after = day ? bracketedDay(head, match[0].length) : undefined
  return {
    days: after ? [after.day] : [],
    form: day ? 'number' : 'session',
    number,
    length: after?.length ?? match[0].length,
  }
}

/** `Day 1 (Mon)`, `Day 1 - Monday`, `4 Jan, Mon`. */
const bracketedDay = (head: string, from: number): { readonly day: Weekday; readonly length: number } | undefined => {
  const match = /^[\s,]*[(–—-]?\s*([A-Za-z]{2,9})\b\.?\)?/.exec(head.slice(from))
  const named = match?.[1] === undefined ? undefined : dayNamed(match[1])
  return match && named && named.form !== 'two' ? { day: named.day, length: from + match[0].length } : undefined
}

const datedDay = (head: string): Core | undefined => {
  const date = dateAt(head)
  if (!date) return undefined
  const after = bracketedDay(head, date.length)
  return { days: after ? [after.day] : [], form: 'date', date, length: after?.length ?? date.length }
}

const WORD = /^[A-Za-z]+/

const namedDays = (head: string): Core | undefined => {
  const word = WORD.exec(head)?.[0] ?? ''
  const glued = gluedDay(word)
  const named: NamedDay | undefined = dayNamed(glued > 0 ? word.slice(0, glued) : word) ?? shortGlued(word)
  if (!named) return undefined
  const core: Core = { days: [named.day], form: named.form, length: glued > 0 ? glued : (named.length ?? word.length) }
  return glued > 0 ? core : moreDays(head, core)
}

interface NamedDay {
  readonly day: Weekday
  readonly form: DayForm
  /** Where the name is shorter than the word. */
  readonly length?: number
}

/** `MonREST`: a short name in ordinary case before capitals. */
const shortGlued = (word: string): NamedDay | undefined => {
  const match = /^[A-Z][a-z]{2,3}(?=[A-Z]{2})/.exec(word)?.[0]
  const named = match === undefined ? undefined : dayNamed(match)
  return named && match !== undefined ? { ...named, length: match.length } : undefined
}

const CONNECTOR =
  /^\.?(\s*[/,&+]\s*(?:and\s+)?|\s+and\s+|\s+or\s+|\s*(?:-|–|—)\s*|\s+to\s+|\s+through\s+|\s+thru\s+)([A-Za-z]{2,9})\b/i

/** `Mon, Wed & Fri`, `Mon-Thu`; stops before a word that is not a day. */
const moreDays = (head: string, first: Core): Core => {
  const days = [...first.days]
  let { length } = first
  let choice = false
  for (let next = CONNECTOR.exec(head.slice(length)); next; next = CONNECTOR.exec(head.slice(length))) {
    const [whole, joint = '', word = ''] = next
    const named = dayNamed(word)
    const last = days.at(-1)
    if (!named || last === undefined || (named.form === 'two' && first.form !== 'two') || days.length > 7) break
    if (/\bor\b/i.test(joint)) choice = true
    if (/[-–—]|to|thr/i.test(joint.trim())) days.push(...between(last, named.day))
    else if (!choice) days.push(named.day)
    length += whole.length
  }
  return { ...first, days: [...new Set(days)], length, ...(choice ? { choice } : {}) }
}

/** The days after one up to another, over the end of the week where need be. */
const between = (from: Weekday, to: Weekday): readonly Weekday[] => {
  const start = weekdayIndex(from)
  const count = (weekdayIndex(to) - start + 7) % 7
  return Array.from({ length: count }, (_, step) => WEEKDAYS[(start + step + 1) % 7] ?? to)
}

const LETTER = /^([MTWRFSU])(?=\s*[:.=|)]|\s*[-–—](?:\s|\d)|\s|$|\d)/

const letterDay = (head: string): Core | undefined => {
  const letter = LETTER.exec(head)?.[1]
  return letter !== undefined && LETTER_DAYS[letter] ? { days: [], form: 'letter', letter, length: 1 } : undefined
}

/** A date after the name counts only where it cannot be a distance: named, in brackets, or before a sign. */
const withDate = (head: string, core: Core): Core => {
  const lead = /^\.?[\s,]*(?:the\s+)?\(?/.exec(head.slice(core.length))?.[0] ?? ''
  const at = core.length + lead.length
  const date = /^[A-Za-z]{0,9}\.?\s?\d/.test(head.slice(at, at + 14)) ? dateAt(head.slice(at)) : undefined
  const ordinal = date ? null : /^\d{1,2}(?:st|nd|rd|th)\b\)?/i.exec(head.slice(at, at + 6))
  if (ordinal) return { ...core, length: at + ordinal[0].length }
  if (!date) return core
  const end = at + date.length
  const bracketed = lead.includes('(') && head[end] === ')'
  const sure =
    bracketed || /[A-Za-z]{3}|^\d{4}-/.test(head.slice(at, end)) || /^\s*(?:[:|]|[-–—]\s|\t|$)/.test(head.slice(end))
  return sure ? { ...core, date, length: bracketed ? end + 1 : end } : core
}

const SIGN = /^(?:\s*(?:[:=|>→]|[-–—]+(?=\s|[\dA-Za-z(~<]|$)|\.(?=\s|$)|\)\s*[:.–-]?)\s*|\t\s*|\s{2,}|\s*$)/

const closed = (head: string, core: Core): DayMark => {
  const rest = head.slice(core.length)
  const sign = SIGN.exec(rest)?.[0]
  if (sign === undefined)
    return { ...core, length: core.length + (/^[\s,;]*/.exec(rest)?.[0].length ?? 0), strong: false }
  const compound = core.form === 'letter' && /^[-–—](?=[A-Za-z])/.test(rest)
  return compound ? { ...core, strong: false } : { ...core, length: core.length + sign.length, strong: true }
}
