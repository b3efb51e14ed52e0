import {
  HALF_MARATHON,
  MARATHON,
  miles,
  MODES,
  type DistanceExtent,
  type Extent,
  type Mode,
  type RaceDetail,
  type Role,
  type Step,
  type Target,
} from '@bell-lap/core'
import type { Cursor } from './cursor.ts'
import { figureLength, isAmountAhead, parseExtent } from './parse-amount.ts'
import { isTargetAhead, parseTarget } from './parse-target.ts'
import { raceDistance } from './race-name.ts'
import { impliedTarget } from '@bell-lap/core'
import { isBare } from './roles.ts'
import { EFFORTS, entryOf, HEAD_WORDS, memberOf, PRIORITIES, RECOVERY_WORDS, ROLE_WORDS, ROUNDS } from './words.ts'

/** What was written of a bout, before it is known whether it is a step or the total of other parts. */
export interface Bout {
  readonly extent: Extent | null
  /** Null when no word says it. */
  readonly role: Role | null
  readonly mode?: Mode
  readonly effort?: 'max' | 'controlled'
  /** Undefined when nothing is written. */
  readonly target: Target | undefined
  readonly race?: RaceDetail
  /** Length first, as a total is written. */
  readonly form: 'length first' | 'word first'
}

const ROLES_BY_WORD: { readonly [word: string]: Role } = ROLE_WORDS
const ROLES_BY_HEAD: { readonly [word: string]: Role } = {
  ...ROLE_WORDS,
  [HEAD_WORDS.recovery]: 'recovery',
  [HEAD_WORDS.float]: 'float',
}
const RECOVERIES: { readonly [word: string]: { readonly role: Role; readonly mode?: Mode } } = RECOVERY_WORDS
const RACES: { readonly [word: string]: DistanceExtent } = {
  mile: { kind: 'distance', distance: miles(1), unit: 'mi' },
  hm: { kind: 'distance', distance: HALF_MARATHON, unit: 'km' },
  marathon: { kind: 'distance', distance: MARATHON, unit: 'km' },
}

const STARTS = 'a length, a role (`easy`, `tempo`, ...), a recovery (`jog`, `rest`, ...), a race, an exercise or `(`'

/** Whether a bout can begin with the word that stands here. */
export const isBoutWord = (word: string): boolean =>
  Object.hasOwn(ROLES_BY_HEAD, word) ||
  Object.hasOwn(RECOVERIES, word) ||
  ['full', 'every', 'remaining', 'open'].includes(word)

/** A figure without a unit is told at what follows it. */
const failStart = (cursor: Cursor): undefined => {
  if (!cursor.isNumber()) return cursor.fail(STARTS)
  const next = cursor.peek(figureLength(cursor))
  return cursor.failAt(next, 'syntax', 'a unit (m, km, K, mi, yd, s, min, h) or `x` after the figure')
}

/** One bout: length first (`8mi easy`), or word first (`jog 200m`, `race 5K`, `full recovery`, `every 90s`). */
export const parseBout = (cursor: Cursor): Bout | undefined => {
  const word = cursor.word()
  if (word === 'race' || word === 'test') return parseRace(cursor, word)
  const lengthFirst = isAmountAhead(cursor) || cursor.isSign('?') || word === 'open' || word === 'remaining'
  if (lengthFirst) return parseLengthFirst(cursor)
  if (word === 'full' || word === 'every') return parseLengthFirst(cursor)
  const recovery = entryOf(RECOVERIES, word)
  const role = entryOf(ROLES_BY_HEAD, word)
  if (recovery === undefined && role === undefined) {
    return failStart(cursor)
  }
  cursor.take()
  return parseWordFirst(cursor, recovery, role)
}

interface Manner {
  readonly role: Role | null
  readonly mode?: Mode
}

const takeMode = (cursor: Cursor): { readonly mode?: Mode } => {
  const mode = memberOf(MODES, cursor.word())
  if (mode === undefined) return {}
  cursor.take()
  return { mode }
}

/** `jog 200m`, `recovery walk 200m`, `easy back`: a second word names the manner where the first names a role. */
const parseWordFirst = (cursor: Cursor, recovery: Manner | undefined, role: Role | undefined): Bout | undefined => {
  const { mode } = role === undefined ? {} : takeMode(cursor)
  const manner: Manner = mode === undefined ? (recovery ?? { role: role ?? null }) : { role: role ?? null, mode }
  const extent = parseExtent(cursor)
  if (extent === undefined) return undefined
  return parseTail(cursor, { extent, ...manner, form: 'word first' })
}

const parseLengthFirst = (cursor: Cursor): Bout | undefined => {
  const relative = cursor.word() === 'full' || cursor.word() === 'every'
  const extent = parseExtent(cursor)
  if (extent === undefined) return undefined
  const manner = parseManner(cursor)
  const role = manner.role ?? (relative && manner.mode === undefined ? 'recovery' : null)
  return parseTail(cursor, { extent, ...manner, role, form: 'length first' })
}

/** Role and manner after a length: `easy`, `easy walk`, and `walk` alone, which is a recovery. */
const parseManner = (cursor: Cursor): Manner => {
  const word = cursor.word()
  const role = entryOf(ROLES_BY_WORD, word)
  if (role !== undefined) {
    cursor.take()
    return { role, ...takeMode(cursor) }
  }
  const recovery = entryOf(RECOVERIES, word)
  if (recovery === undefined) return { role: null }
  cursor.take()
  return recovery
}

const parseTail = (cursor: Cursor, start: Omit<Bout, 'target'>): Bout | undefined => {
  const effort = memberOf(EFFORTS, cursor.word())
  if (effort !== undefined) cursor.take()
  const target = isTargetAhead(cursor) ? parseTarget(cursor) : undefined
  if (cursor.fault) return undefined
  return { ...start, ...(effort === undefined ? {} : { effort }), target }
}

/** `5K`, `1500m`, `1500` (metres), `hm`, `mile`, `?`; null when nothing is said. */
const parseRaceLength = (cursor: Cursor): Extent | null | undefined => {
  const named = entryOf(RACES, cursor.word())
  if (named !== undefined) {
    cursor.take()
    return named
  }
  const bare = cursor.isNumber() && !isAmountAhead(cursor) && !cursor.isSign('%', 1) && !cursor.isSign('-', 1)
  const distance = bare ? raceDistance(cursor.peek().text) : undefined
  if (distance === undefined) return parseExtent(cursor)
  cursor.take()
  return { kind: 'distance', distance, unit: 'm' }
}

const parseRaceDetail = (cursor: Cursor): RaceDetail | undefined => {
  const round = memberOf(ROUNDS, cursor.word())
  if (round !== undefined) cursor.take()
  const priority = memberOf(PRIORITIES, cursor.word().toUpperCase())
  if (priority !== undefined) cursor.take()
  if (round === undefined && priority === undefined) return undefined
  return { ...(round === undefined ? {} : { round }), ...(priority === undefined ? {} : { priority }) }
}

const parseRace = (cursor: Cursor, role: 'race' | 'test'): Bout | undefined => {
  cursor.take()
  const extent = parseRaceLength(cursor)
  if (extent === undefined) return undefined
  const race = parseRaceDetail(cursor)
  const detail = race === undefined ? {} : { race }
  return parseTail(cursor, { extent, role, ...takeMode(cursor), ...detail, form: 'word first' })
}

const isEasy = (target: Target | undefined): boolean =>
  target?.kind === 'pace' && target.pace === 'easy' && !target.implied && isBare(target)

/** The role of a bout that names none: `8mi @easy` is easy running, a bout between others is a recovery, the rest is work. */
const roleOf = ({ role, target }: Bout, place: 'part' | 'between'): Role => {
  if (role !== null) return role
  if (place === 'between') return 'recovery'
  return isEasy(target) ? 'easy' : 'work'
}

/** The step that a bout is; `place` decides what a bout without a role is. */
export const stepOf = (bout: Bout, place: 'part' | 'between' = 'part'): Step => {
  const { extent, mode, effort, race, target } = bout
  const role = roleOf(bout, place)
  const stated = bout.role === null && role === 'easy' ? impliedTarget(role) : (target ?? impliedTarget(role))
  return {
    kind: 'step',
    role,
    extent,
    target: stated,
    ...(mode === undefined ? {} : { mode }),
    ...(effort === undefined ? {} : { effort }),
    ...(race === undefined ? {} : { race }),
  }
}

/** Role and target of a bout that turns out to be a total. */
export const totalOf = ({ role, target }: Bout): { readonly role: Role | null; readonly target: Target | null } => ({
  role,
  target: target ?? (role === null ? null : impliedTarget(role)),
})
