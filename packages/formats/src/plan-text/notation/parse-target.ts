import {
  beatsPerMinute,
  METRES_PER,
  metresPerSecond,
  seconds,
  SECONDS_PER,
  speedOfPace,
  type PaceOffset,
  type PaceTarget,
  type Range,
  type Speed,
  type SpeedForm,
  type Target,
} from '@bell-lap/core'
import type { Cursor } from './cursor.ts'
import { readPaceName } from './paces.ts'

const TARGET = 'a pace, a speed, a heart rate, a zone or an RPE'

/** Whether `@...`, `in 29-30` or `hard` stands here. */
export const isTargetAhead = (cursor: Cursor): boolean =>
  cursor.isSign('@') || cursor.word() === 'hard' || (cursor.word() === 'in' && cursor.isNumber(1))

/** A target that `isTargetAhead` saw. */
export const parseTarget = (cursor: Cursor): Target | undefined => {
  if (cursor.takeWords('hard')) return { kind: 'pace', pace: 'hard' }
  if (cursor.takeWords('in')) return parseRepTime(cursor)
  cursor.take()
  if (cursor.takeSign('~')) return parsePace(cursor, { implied: true })
  if (cursor.isSign('<') || cursor.isSign('?') || isFloorAhead(cursor)) return parseHeartRateBound(cursor)
  if (cursor.isNumber()) return parseFigured(cursor)
  const word = cursor.word()
  if (word === 'rpe' || word === 'z') return parseEffort(cursor, word)
  return parsePace(cursor, {})
}

/** `>150bpm`, which is no pace to build up to (`>800`). */
const isFloorAhead = (cursor: Cursor): boolean => cursor.isSign('>') && cursor.isNumber(1) && cursor.word(2) === 'bpm'

/** `72`, `1:12`, `1:12.5` as seconds. */
const parseClock = (cursor: Cursor): number | undefined => {
  const first = cursor.takeNumber('a time')
  if (first === undefined || !cursor.takeSign(':')) return first
  const expected = 'seconds below 60 in two digits'
  if (!/^[0-5]\d(?:\.|$)/.test(cursor.peek().text)) return cursor.fail(expected)
  const rest = cursor.takeNumber(expected)
  return rest === undefined ? undefined : Number((first * 60 + rest).toFixed(9))
}

const parseRepTime = (cursor: Cursor): Target | undefined => {
  const time = parseClock(cursor)
  const to = cursor.takeSign('-') ? parseClock(cursor) : null
  if (time === undefined || to === undefined) return undefined
  cursor.takeWords('s')
  return { kind: 'rep time', time: seconds(time), ...(to === null ? {} : { to: seconds(to) }) }
}

const parseHeartRateBound = (cursor: Cursor): Target | undefined => {
  const bound = cursor.take().text
  const amount = bound === '?' ? null : cursor.takeNumber('beats a minute')
  if (amount === undefined) return undefined
  if (!cursor.takeWords('bpm')) return cursor.fail('`bpm`')
  if (amount === null) return { kind: 'heart rate' }
  return bound === '<'
    ? { kind: 'heart rate', high: beatsPerMinute(amount) }
    : { kind: 'heart rate', low: beatsPerMinute(amount) }
}

const parseEffort = (cursor: Cursor, word: 'rpe' | 'z'): Target | undefined => {
  cursor.take()
  const low = cursor.takeNumber(word === 'rpe' ? 'an RPE' : 'a zone')
  const to = cursor.takeSign('-') ? cursor.takeNumber() : null
  if (low === undefined || to === undefined) return undefined
  const far = to === null ? {} : { to }
  return word === 'rpe' ? { kind: 'rpe', rpe: low, ...far } : { kind: 'zone', zone: low, ...far }
}

/** A target that opens with a figure: `@10mi`, `@95%T`, `@150-155bpm`, `@4:05/km`, `@72s/400m`, `@14km/h`. */
const parseFigured = (cursor: Cursor): Target | undefined => {
  if (isPaceAhead(cursor)) return parsePace(cursor, {})
  const clock = cursor.isSign(':', 1)
  const low = parseClock(cursor)
  const high = cursor.takeSign('-') ? parseClock(cursor) : null
  if (low === undefined || high === undefined) return undefined
  if (clock) return parseClockPace(cursor, low, high)
  if (cursor.takeSign('%')) return parsePercent(cursor, { low, high: high ?? low })
  if (cursor.takeWords('bpm'))
    return { kind: 'heart rate', low: beatsPerMinute(low), high: beatsPerMinute(high ?? low) }
  return parseUnitSpeed(cursor, low, high)
}

/** `10mi`, `5K`, `1500`: a figure that with the letters glued to it names a pace, and no `s/400m`, `%`, `bpm` follows. */
const isPaceAhead = (cursor: Cursor): boolean => {
  const { text, length } = gluedText(cursor)
  if (readPaceName(text) === undefined) return false
  if (length > 1) return !cursor.isSign('/', length)
  return !cursor.isSign('%', 1) && !cursor.isSign(':', 1)
}

interface Glued {
  readonly text: string
  /** In tokens. */
  readonly length: number
}

/** Longest pace name in tokens: `vo`, `2`, `max`. */
const LONGEST_NAME = 3

const gluedText = (cursor: Cursor): Glued => {
  let text = ''
  let length = 0
  for (; length < LONGEST_NAME; length += 1) {
    const token = cursor.peek(length)
    const fits = token.kind === 'word' || token.kind === 'number'
    if (!fits || (length > 0 && !token.glued)) break
    text += token.text
  }
  return { text, length }
}

export const parsePaceName = (cursor: Cursor): PaceTarget['pace'] | undefined => {
  const { text, length } = gluedText(cursor)
  const pace = readPaceName(text)
  if (pace === undefined) return cursor.fail(TARGET)
  for (let taken = 0; taken < length; taken += 1) cursor.take()
  return pace
}

type PaceSoFar = Pick<PaceTarget, 'percent' | 'implied'>

const parsePace = (cursor: Cursor, start: PaceSoFar): PaceTarget | undefined => {
  const percent = start.percent === undefined && start.implied ? parseOwnPercent(cursor) : start.percent
  const rising = cursor.takeSign('>')
  const pace = percent === null || cursor.fault ? undefined : parsePaceName(cursor)
  if (pace === undefined || percent === null) return undefined
  const between = !rising && cursor.isSign('>')
  const to = between || (!rising && cursor.isSign('..')) ? (cursor.take(), parsePaceName(cursor)) : null
  if (to === undefined) return undefined
  const offset = isOffsetAhead(cursor) ? parseOffset(cursor) : null
  if (offset === undefined) return undefined
  const goal = cursor.takeWords('goal') && !(pace === 'goal' && to === null)
  return {
    kind: 'pace',
    pace,
    ...(to === null ? {} : { to }),
    ...(rising || between ? { progressive: true as const } : {}),
    ...(goal ? { basis: 'goal' } : {}),
    ...(offset === null ? {} : { offset }),
    ...(percent === undefined ? {} : { percent }),
    ...(start.implied ? { implied: true } : {}),
  }
}

/** `~95%T`: per cent after the sign of what is implied; null once a fault is set. */
const parseOwnPercent = (cursor: Cursor): Range<number> | undefined | null => {
  const single = cursor.isNumber() && cursor.isSign('%', 1)
  const range = cursor.isNumber() && cursor.isSign('-', 1) && cursor.isNumber(2) && cursor.isSign('%', 3)
  if (!single && !range) return undefined
  const low = cursor.takeNumber()
  const high = cursor.takeSign('-') ? cursor.takeNumber() : low
  cursor.take()
  return low === undefined || high === undefined ? null : { low, high }
}

const OFFSET_UNITS = ['km', 'mi', '400m'] as const

/** `+5s/`, `-2..4s/`: a sign glued to the pace, so that `@T + 5s` is a bout of its own. */
const isOffsetAhead = (cursor: Cursor): boolean => {
  if (!(cursor.isSign('+') || cursor.isSign('-')) || !cursor.peek().glued || !cursor.isNumber(1)) return false
  if (cursor.isSign('..', 2)) return true
  return cursor.word(2) === 's' && cursor.isSign('/', 3)
}

const signOf = (cursor: Cursor): 1 | -1 | undefined => {
  if (cursor.takeSign('+')) return 1
  return cursor.takeSign('-') ? -1 : undefined
}

/** Seconds with a sign; what has none takes the sign before it. Nothing has no sign. */
const parseSeconds = (
  cursor: Cursor,
  fallback: 1 | -1,
): { readonly amount: number; readonly sign: 1 | -1 } | undefined => {
  const sign = signOf(cursor) ?? fallback
  const amount = cursor.takeNumber('seconds')
  return amount === undefined ? undefined : { amount: amount === 0 ? 0 : sign * amount, sign }
}

/** `+15..25`, `-20..25`, `-5..+5`: seconds more, or fewer, than a pace. */
export const parseOffsetSeconds = (cursor: Cursor): Pick<PaceOffset, 'seconds' | 'to'> | undefined => {
  const near = parseSeconds(cursor, 1)
  if (near === undefined || !cursor.takeSign('..')) return near && { seconds: near.amount }
  const far = parseSeconds(cursor, near.sign)
  return far && { seconds: near.amount, to: far.amount }
}

const parseOffset = (cursor: Cursor): PaceOffset | undefined => {
  const amount = parseOffsetSeconds(cursor)
  if (amount === undefined) return undefined
  if (!cursor.takeWords('s') || !cursor.takeSign('/')) return cursor.fail('`s/km`, `s/mi` or `s/400m`')
  const { text, length } = gluedText(cursor)
  const per = OFFSET_UNITS.find((unit) => unit === text)
  if (per === undefined) return cursor.fail('`km`, `mi` or `400m`')
  for (let taken = 0; taken < length; taken += 1) cursor.take()
  return { ...amount, per }
}

const parsePercent = (cursor: Cursor, percent: Range<number>): Target | undefined => {
  const word = cursor.peek().text
  if (word === 'HRmax' || word === 'LTHR') {
    cursor.take()
    return { kind: 'heart rate share', of: word, percent }
  }
  return parsePace(cursor, { percent })
}

const speedTarget = (
  form: SpeedForm,
  speedOf: (figure: number) => Speed,
  ends: readonly [number, number | null],
): Target => {
  const [low, high] = ends
  return { kind: 'speed', speed: speedOf(low), ...(high === null ? {} : { to: speedOf(high) }), form }
}

const parseClockPace = (cursor: Cursor, low: number, high: number | null): Target | undefined => {
  const unit = cursor.word(1)
  if (!cursor.isSign('/') || (unit !== 'km' && unit !== 'mi')) return cursor.fail('`/km` or `/mi`')
  cursor.take()
  cursor.take()
  return speedTarget(`min/${unit}`, (figure) => speedOfPace(figure, unit), [low, high])
}

const hourly = (unit: 'km' | 'mi') => (figure: number) => metresPerSecond((figure * METRES_PER[unit]) / SECONDS_PER.h)

const parseUnitSpeed = (cursor: Cursor, low: number, high: number | null): Target | undefined => {
  if (cursor.takeWords('mph')) return speedTarget('mph', hourly('mi'), [low, high])
  if (cursor.word() === 'km' && cursor.isSign('/', 1) && cursor.word(2) === 'h') {
    for (let taken = 0; taken < 3; taken += 1) cursor.take()
    return speedTarget('km/h', hourly('km'), [low, high])
  }
  return parseLapSpeed(cursor, low, high)
}

const parseLapSpeed = (cursor: Cursor, low: number, high: number | null): Target | undefined => {
  const lap = cursor.peek(2).text
  const unit = lap === '400' ? '400m' : lap === '200' ? '200m' : undefined
  const fits = cursor.word() === 's' && cursor.isSign('/', 1) && cursor.word(3) === 'm'
  if (!fits || unit === undefined) return cursor.fail('`bpm`, `%`, `s/400m`, `s/200m`, `km/h` or `mph`')
  for (let taken = 0; taken < 4; taken += 1) cursor.take()
  return speedTarget(`s/${unit}`, (figure) => speedOfPace(figure, unit), [low, high])
}
