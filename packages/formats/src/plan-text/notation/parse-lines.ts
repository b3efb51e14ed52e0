import {
  fail,
  ok,
  PACE_MODELS,
  SLOTS,
  WEEK_KINDS,
  WEEKDAYS,
  type Allow,
  type Amount,
  type LongUnit,
  type NamedSession,
  type PaceDefinition,
  type PaceModelName,
  type PlanRace,
  type RaceDetail,
  type Result,
  type Session,
  type Week,
} from '@bell-lap/core'
import { Cursor } from './cursor.ts'
import type { NotationFault } from './fault.ts'
import type { Line } from './lines.ts'
import { isAmountAhead, parseAmount } from './parse-amount.ts'
import { parseName } from './parse-exercise.ts'
import { parseOffsetSeconds, parsePaceName } from './parse-target.ts'
import { readLineText, readWordTexts, type WordText } from './plain-text.ts'
import { raceDistance } from './race-name.ts'
import { LIBRARY_KINDS, memberOf, PRIORITIES, ROUNDS } from './words.ts'

type Read<Value> = Result<Value, NotationFault>

/** A fault at a stretch of a line's code. */
const faultAt = (line: Line, expected: string, at: { readonly from: number; readonly to: number }): NotationFault => {
  const found = line.code.slice(at.from, at.to)
  const text = found === '' ? 'the end of the line' : `\`${found.length > 24 ? `${found.slice(0, 24)}…` : found}\``
  const message = `expected ${expected}, found ${text}`
  return { rule: 'syntax', message, expected, from: line.from + at.from, to: line.from + at.to }
}

const failAt = (line: Line, expected: string, at?: WordText): Read<never> =>
  fail(faultAt(line, expected, at ?? { from: line.code.length, to: line.code.length }))

/** Reads a line after its first word, to its end. */
const readRest = <Value>(line: Line, parse: (cursor: Cursor) => Value | undefined): Read<Value> => {
  const cursor = new Cursor(line.code, line.from)
  cursor.take()
  const value = parse(cursor)
  if (cursor.fault === null && cursor.peek().kind !== 'end') cursor.fail('the end of the line')
  if (cursor.fault !== null) return fail(cursor.fault)
  if (value === undefined) throw new Error('a line without a fault was not read')
  return ok(value)
}

const wordsOf = (line: Line): Read<readonly WordText[]> => {
  const words = readWordTexts(line.code)
  return words === undefined ? failAt(line, 'a closing quote') : ok(words.slice(1))
}

/** `plan NAME`, `phase NAME`: the rest of the line, null where there is none. */
export const parseTextLine = (line: Line): Read<string | null> => {
  const rest = /^\S+\s*/u.exec(line.code)?.[0].length ?? 0
  if (rest === line.code.length) return ok(null)
  const text = readLineText(line.code.slice(rest))
  return text === undefined ? failAt(line, 'a name without quotes, or in closed quotes') : ok(text)
}

/** `note "..."`, `objective "..."`. */
export const parseQuotedLine = (line: Line): Read<string> => {
  const words = wordsOf(line)
  if (!words.ok) return words
  const [text, extra] = words.value
  if (text === undefined || !text.quoted) return failAt(line, 'a text in quotes', text)
  return extra === undefined ? ok(text.text) : failAt(line, 'the end of the line', extra)
}

/** `allow R104 "reason"`. */
export const parseAllowLine = (line: Line): Read<Pick<Allow, 'rule' | 'reason'>> => {
  const words = wordsOf(line)
  if (!words.ok) return words
  const [rule, reason, extra] = words.value
  if (rule === undefined) return failAt(line, 'a rule, by its id or R number')
  if (reason === undefined || !reason.quoted) return failAt(line, 'a reason in quotes', reason)
  return extra === undefined ? ok({ rule: rule.text, reason: reason.text }) : failAt(line, 'the end of the line', extra)
}

/** `follows 000 001`. */
export const parseFollowsLine = (line: Line): Read<readonly string[]> => {
  const words = wordsOf(line)
  if (!words.ok) return words
  return words.value.length === 0
    ? failAt(line, 'the number of a source document')
    : ok(words.value.map(({ text }) => text))
}

const UNITS: readonly LongUnit[] = ['km', 'mi']

const parseOne = <Word extends string>(line: Line, list: readonly Word[], expected: string): Read<Word> => {
  const words = wordsOf(line)
  if (!words.ok) return words
  const [word, extra] = words.value
  const member = memberOf(list, word?.text ?? '')
  if (member === undefined) return failAt(line, expected, word)
  return extra === undefined ? ok(member) : failAt(line, 'the end of the line', extra)
}

export const parseUnitsLine = (line: Line): Read<LongUnit> => parseOne(line, UNITS, '`km` or `mi`')

export const parsePacesLine = (line: Line): Read<PaceModelName> =>
  parseOne(line, PACE_MODELS, '`offsets`, `equivalent` or `measured`')

/** The round and priority at the end of a race line, in this order. */
const parseDetail = (line: Line, words: readonly WordText[]): Read<RaceDetail | undefined> => {
  const [first, second] = words
  const round = memberOf(ROUNDS, first?.text ?? '')
  const next = round === undefined ? first : second
  const priority = memberOf(PRIORITIES, next?.text ?? '')
  const extra = words[(round === undefined ? 0 : 1) + (priority === undefined ? 0 : 1)]
  if (extra !== undefined) return failAt(line, '`heat`, `semi` or `final`, `B` or `C`, or the end of the line', extra)
  if (round === undefined && priority === undefined) return ok(undefined)
  return ok({ ...(round === undefined ? {} : { round }), ...(priority === undefined ? {} : { priority }) })
}

/** `race 5K`, `race 1500m heat`, `race 800m B`, and `race 5000m "City Mile"` where the name is no distance. */
export const parseRaceLine = (line: Line): Read<Pick<PlanRace, 'distance' | 'name' | 'detail'>> => {
  const words = wordsOf(line)
  if (!words.ok) return words
  const [length, second] = words.value
  const distance = length === undefined || length.quoted ? undefined : raceDistance(length.text)
  if (length === undefined || distance === undefined)
    return failAt(line, 'a race distance: `5K`, `1500m`, `mile`, `hm`', length)
  const named = second?.quoted === true
  const detail = parseDetail(line, words.value.slice(named ? 2 : 1))
  if (!detail.ok) return detail
  const name = named ? second.text : length.text
  return ok({ distance, name, ...(detail.value === undefined ? {} : { detail: detail.value }) })
}

const PER: { readonly [word: string]: LongUnit } = { km: 'km', mi: 'mi' }

/** `pace T = 5K+15..25s/mi`. */
export const parsePaceLine = (line: Line): Read<Pick<PaceDefinition, 'pace' | 'base' | 'from' | 'to' | 'per'>> =>
  readRest(line, (cursor) => {
    const pace = parsePaceName(cursor)
    const base = pace && cursor.expectSign('=') && parsePaceName(cursor)
    if (pace === undefined || base === undefined) return undefined
    if (!cursor.isSign('+') && !cursor.isSign('-')) return cursor.fail('`+` or `-` and seconds')
    const offset = parseOffsetSeconds(cursor)
    if (offset === undefined) return undefined
    const per = cursor.takeWords('s') && cursor.takeSign('/') ? PER[cursor.word()] : undefined
    if (per === undefined) return cursor.fail('`s/km` or `s/mi`')
    cursor.take()
    const far = offset.to ?? offset.seconds
    return { pace, base, from: Math.min(offset.seconds, far), to: Math.max(offset.seconds, far), per }
  })

export interface WeekLine extends Pick<Week, 'kind' | 'statedTotal'> {
  /** Undefined when the line names none. */
  readonly number: number | undefined
  readonly fault: NotationFault | null
}

/** `week 4 recovery   43mi`. What could be read is kept beside the fault: the days below belong to some week. */
export const parseWeekLine = (line: Line): WeekLine => {
  const cursor = new Cursor(line.code, line.from)
  cursor.take()
  const number = cursor.takeNumber('the number of the week')
  const kind = memberOf(WEEK_KINDS, cursor.word()) ?? null
  if (kind !== null) cursor.take()
  const statedTotal = (cursor.fault === null && isAmountAhead(cursor) ? parseAmount(cursor) : null) ?? null
  if (cursor.fault === null && cursor.peek().kind !== 'end') {
    cursor.fail(`a kind of week (${WEEK_KINDS.join(', ')}), a total or the end of the line`)
  }
  return { number, kind, statedTotal, fault: cursor.fault }
}

/** `strength A   30min "fast up"`. */
export const parseLibraryLine = (line: Line): Read<Pick<NamedSession, 'kind' | 'name' | 'total' | 'cue'>> =>
  readRest(line, (cursor) => {
    const kind = memberOf(LIBRARY_KINDS, /^\S+/u.exec(line.code)?.[0].toLowerCase() ?? '')
    const name = parseName(cursor)
    if (kind === undefined || name === undefined) return undefined
    const total: Amount | null | undefined = isAmountAhead(cursor) ? parseAmount(cursor) : null
    if (total === undefined) return undefined
    const cue = cursor.peek().kind === 'cue' ? { cue: cursor.take().text } : {}
    return { kind, name, total, ...cue }
  })

export interface DayLine extends Pick<Session, 'day' | 'slot' | 'clock'> {
  /** The prescription after day and slot, and where it begins in the text. */
  readonly text: string
  readonly from: number
}

const DAYS = [...WEEKDAYS, 'any'] as const
const DAY_BY_WORD: ReadonlyMap<string, Session['day']> = new Map(DAYS.map((day) => [day.toLowerCase(), day]))

/** The day that a word names, whatever its case. */
export const dayOf = (word: string): Session['day'] | undefined => DAY_BY_WORD.get(word.toLowerCase())

const MINUTES_IN_DAY = 24 * 60
const NOON = MINUTES_IN_DAY / 2

const parseClock = (cursor: Cursor): number | undefined => {
  if (!cursor.isNumber() || !cursor.isSign(':', 1) || !/^\d\d$/.test(cursor.peek(2).text)) return undefined
  const minutes = Number(cursor.peek().text) * 60 + Number(cursor.peek(2).text)
  if (minutes >= MINUTES_IN_DAY || Number(cursor.peek(2).text) > 59) return undefined
  for (let taken = 0; taken < 3; taken += 1) cursor.take()
  return minutes
}

const parseWhen = (cursor: Cursor): Pick<Session, 'slot' | 'clock'> => {
  const clock = parseClock(cursor)
  if (clock !== undefined) return { slot: clock < NOON ? 'am' : 'pm', clock }
  const slot = cursor.isSign(':', 1) ? undefined : memberOf(SLOTS, cursor.word())
  if (slot !== undefined) cursor.take()
  return { slot: slot ?? null }
}

/** `Tue am 8mi easy`, `Tue 06:30 8mi easy`, `any 8mi easy`. A clock time also says which half of the day it is. */
export const parseDayLine = (line: Line): DayLine | undefined => {
  const cursor = new Cursor(line.code, line.from)
  const day = dayOf(cursor.take().text)
  if (day === undefined) return undefined
  const when = parseWhen(cursor)
  const { from } = cursor.peek()
  return { day, ...when, text: line.code.slice(from), from: line.from + from }
}
