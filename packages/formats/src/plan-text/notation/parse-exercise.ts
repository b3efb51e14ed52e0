import {
  distanceOf,
  durationOf,
  OTHER_ACTIVITIES,
  SURFACES,
  type Exercise,
  type Load,
  type Other,
} from '@bell-lap/core'
import type { Cursor } from './cursor.ts'
import { figureLength, isAmountAhead, parseAmount } from './parse-amount.ts'
import { isBoutWord } from './parse-step.ts'
import { memberOf } from './words.ts'

/** Whether a word ends a name: `or`, `on track`, `after run`. */
const endsName = (cursor: Cursor, ahead: number): boolean => {
  const word = cursor.word(ahead)
  if (word === 'or') return true
  if (word === 'on') return memberOf(SURFACES, cursor.word(ahead + 1)) !== undefined
  return word === 'after' && cursor.word(ahead + 1) === 'run'
}

/** Whether the token at a place goes on with a name: a word, or a figure glued to one (`A2`). */
const isNamePart = (cursor: Cursor, ahead: number): boolean => {
  const token = cursor.peek(ahead)
  if (token.kind === 'word') return !endsName(cursor, ahead)
  return token.kind === 'name' || (token.kind === 'number' && token.glued)
}

/** `4 x`, `3-4 x`, `? x`. */
export const isCountAhead = (cursor: Cursor, start = 0): boolean => {
  const length = cursor.isSign('?', start) ? 1 : figureLength(cursor, start)
  return length > 0 && cursor.word(start + length) === 'x'
}

/**
 * Whether `back squat / goblet squat 4 x` stands here: a name that is more than words of running, then a count.
 * Looks as far as the words go, once for each part of a line.
 */
export const isExerciseAhead = (cursor: Cursor): boolean => {
  const first = cursor.peek()
  if (first.kind !== 'name' && first.kind !== 'word') return false
  if (memberOf(OTHER_ACTIVITIES, cursor.word()) !== undefined) return false
  let ahead = 0
  let named = false
  while (isNamePart(cursor, ahead) || (ahead > 0 && cursor.isSign('/', ahead))) {
    const word = cursor.word(ahead)
    named ||=
      cursor.peek(ahead).kind === 'name' || (word !== '' && !isBoutWord(word) && word !== 'last' && word !== 'no')
    ahead += 1
  }
  return named && isCountAhead(cursor, ahead)
}

/** Plain words, or one name in backquotes. */
export const parseName = (cursor: Cursor): string | undefined => {
  if (cursor.peek().kind === 'name') return cursor.take().text
  if (cursor.peek().kind !== 'word' || endsName(cursor, 0)) return cursor.fail('a name')
  let name = ''
  while (isNamePart(cursor, 0) && cursor.peek().kind !== 'name') {
    const { text, glued } = cursor.take()
    name += name === '' || glued ? text : ` ${text}`
  }
  return name
}

export const parseCount = (cursor: Cursor): { readonly low: number | null; readonly high?: number } | undefined => {
  if (cursor.takeSign('?')) return cursor.takeWords('x') ? { low: null } : cursor.fail('`x`')
  const low = cursor.takeNumber('how many times')
  const high = cursor.takeSign('-') ? cursor.takeNumber() : null
  if (low === undefined || high === undefined) return undefined
  if (!cursor.takeWords('x')) return cursor.fail('`x`')
  return high === null ? { low } : { low, high }
}

type Dose = Pick<Exercise, 'reps' | 'repsTo' | 'duration' | 'durationTo' | 'distance'>

const parseDose = (cursor: Cursor): Dose | undefined => {
  if (cursor.takeSign('?')) return {}
  const low = cursor.takeNumber('repetitions, a time or metres')
  const high = cursor.takeSign('-') ? cursor.takeNumber() : null
  if (low === undefined || high === undefined) return undefined
  const unit = cursor.peek().text
  if (unit === 's' || unit === 'min') {
    cursor.take()
    const duration = durationOf(low, unit)
    return high === null ? { duration } : { duration, durationTo: durationOf(high, unit) }
  }
  if (unit !== 'm') return high === null ? { reps: low } : { reps: low, repsTo: high }
  if (high !== null) return cursor.fail('one distance')
  cursor.take()
  return { distance: distanceOf(low, 'm') }
}

const parseLoad = (cursor: Cursor): Load | undefined => {
  cursor.take()
  const token = cursor.peek()
  if (token.kind === 'name') return { kind: 'word', word: cursor.take().text }
  const rpe = cursor.takeWords('rpe')
  if (!rpe && token.kind === 'word') return { kind: 'word', word: cursor.take().text }
  const low = cursor.takeNumber('a load: `RPE8`, `82%1RM`, `60kg`, `bodyweight`, `heavy`')
  const high = cursor.takeSign('-') ? cursor.takeNumber() : null
  if (low === undefined || high === undefined) return undefined
  const far = high === null ? {} : { to: high }
  if (rpe) return { kind: 'rpe', rpe: low, ...far }
  if (cursor.takeWords('kg')) return { kind: 'weight', kilograms: low, ...far }
  if (!cursor.takeSign('%')) return cursor.fail('`%1RM` or `kg`')
  if (cursor.takeNumber('`1RM`') !== 1 || !cursor.takeWords('rm')) return cursor.fail('`1RM`')
  return { kind: 'percent', percent: low, ...far }
}

const parseRest = (cursor: Cursor): Exercise['rest'] | null | undefined => {
  if (!cursor.isSign(',') || cursor.word(1) !== 'rest') return null
  cursor.take()
  cursor.take()
  const amount = parseAmount(cursor)
  if (amount === undefined) return undefined
  return amount.kind === 'time' && amount.to === undefined && amount.or === undefined
    ? amount.duration
    : cursor.fail('one time of rest')
}

const parseNames = (cursor: Cursor): readonly [string, ...string[]] | undefined => {
  const name = parseName(cursor)
  if (name === undefined) return undefined
  const or: string[] = []
  while (cursor.takeSign('/')) {
    const other = parseName(cursor)
    if (other === undefined) return undefined
    or.push(other)
  }
  return [name, ...or]
}

/** `back squat / goblet squat 4 x 4-6 each side @moderate-heavy, rest 90s "cue"`. */
export const parseExercise = (cursor: Cursor): Exercise | undefined => {
  const names = parseNames(cursor)
  const sets = names && parseCount(cursor)
  const dose = sets && parseDose(cursor)
  if (names === undefined || sets === undefined || dose === undefined) return undefined
  const eachSide = cursor.takeWords('each', 'side')
  const load = cursor.isSign('@') ? parseLoad(cursor) : undefined
  if (cursor.fault) return undefined
  const rest = parseRest(cursor)
  if (rest === undefined) return undefined
  const [name, ...or] = names
  return {
    kind: 'exercise',
    name,
    ...(or.length === 0 ? {} : { or }),
    sets: sets.low,
    ...(sets.high === undefined ? {} : { setsTo: sets.high }),
    ...dose,
    ...(eachSide ? { eachSide } : {}),
    ...(load === undefined ? {} : { load }),
    ...(rest === null ? {} : { rest }),
    ...(cursor.peek().kind === 'cue' ? { cue: cursor.take().text } : {}),
  }
}

/** `strength A`, `mobility 20min`, `cross 30min bike`. */
export const parseOther = (cursor: Cursor): Other | undefined => {
  const activity = memberOf(OTHER_ACTIVITIES, cursor.word())
  if (activity === undefined) return cursor.fail('strength, plyometrics, mobility or cross')
  cursor.take()
  const before = isAmountAhead(cursor) ? parseAmount(cursor) : null
  if (before === undefined) return undefined
  const named = cursor.peek().kind === 'name' || (cursor.peek().kind === 'word' && !endsName(cursor, 0))
  const name = named ? parseName(cursor) : undefined
  const extent = before === null && isAmountAhead(cursor) ? parseAmount(cursor) : before
  if (extent === undefined || cursor.fault) return undefined
  return { kind: 'other', activity, extent, ...(name === undefined ? {} : { name }) }
}
