import {
  OTHER_ACTIVITIES,
  SLOTS,
  type Amount,
  type Extent,
  type Part,
  type Repeat,
  type Slot,
  type Step,
  type Total,
} from '@bell-lap/core'
import type { Cursor } from './cursor.ts'
import type { Token } from './lexer.ts'
import { isCountAhead, isExerciseAhead, parseCount, parseExercise, parseOther } from './parse-exercise.ts'
import { parseBout, stepOf, totalOf, type Bout } from './parse-step.ts'
import { isTargetAhead, parseTarget } from './parse-target.ts'
import { entryOf, memberOf, ROLE_WORDS } from './words.ts'

/** A part as it was read; `bout` where it was a plain bout, so that a ladder can still give it a role and target. */
interface Read {
  readonly part: Part
  readonly bout?: Bout
}

/** `8mi easy with`, `8km as`: what stands before the parts of a total. `extent` null: `? with`. */
export interface Lead {
  readonly extent: Amount | null
  readonly role: Total['role']
  readonly target: Total['target']
  readonly joiner: 'with' | 'as'
}

type Group =
  | { readonly kind: 'parts'; readonly parts: readonly Part[] }
  | { readonly kind: 'ladder'; readonly rungs: readonly Read[] }
  | { readonly kind: 'within'; readonly repeat: Repeat }

interface Prefixes {
  readonly first: Token
  readonly continuous?: true
  readonly session?: Slot
  readonly implied?: true
  readonly position?: 'last'
}

const isAmount = (extent: Extent | null): extent is Amount => extent?.kind === 'distance' || extent?.kind === 'time'

const isNoRest = (cursor: Cursor, ahead = 0): boolean =>
  cursor.word(ahead) === 'no' && cursor.word(ahead + 1) === 'rest'

const takeAll = (cursor: Cursor, count: number): void => {
  for (let taken = 0; taken < count; taken += 1) cursor.take()
}

/** `no rest +`, `am:`, `~` (a key or habit says it), `last`, in any order. */
const parsePrefixes = (cursor: Cursor): Prefixes => {
  let prefixes: Prefixes = { first: cursor.peek() }
  for (;;) {
    const slot = memberOf(SLOTS, cursor.word())
    if (isNoRest(cursor) && cursor.isSign('+', 2)) {
      takeAll(cursor, 3)
      prefixes = { ...prefixes, continuous: true }
    } else if (slot !== undefined && cursor.isSign(':', 1)) {
      takeAll(cursor, 2)
      prefixes = { ...prefixes, session: slot }
    } else if (cursor.takeSign('~')) prefixes = { ...prefixes, implied: true }
    else if (cursor.word() === 'last' && prefixes.position === undefined && !isExerciseAhead(cursor)) {
      cursor.take()
      prefixes = { ...prefixes, position: 'last' }
    } else return prefixes
  }
}

const applyPrefixes = (cursor: Cursor, read: Read, prefixes: Prefixes): Read | undefined => {
  const { first, session, ...ofSteps } = prefixes
  const { part } = read
  const bare = Object.keys(ofSteps).length === 0
  if (bare && session === undefined) return read
  if (part.kind === 'exercise' || (!bare && part.kind !== 'step')) {
    return cursor.failAt(
      first,
      'syntax',
      'a single bout after `no rest +`, `~` or `last`, and no exercise after `am:` or `pm:`',
    )
  }
  const mark = session === undefined ? {} : { session }
  return { ...read, part: part.kind === 'step' ? { ...part, ...ofSteps, ...mark } : { ...part, ...mark } }
}

/** A cue of a bout: one that stands at the end belongs to the session. */
const takeBoutCue = (cursor: Cursor): { readonly cue?: string } => {
  const followed = cursor.isSign(',', 1) || cursor.isSign('+', 1) || cursor.isSign(')', 1)
  return cursor.peek().kind === 'cue' && followed ? { cue: cursor.take().text } : {}
}

const withCue = (cursor: Cursor, step: Step): Step => ({ ...step, ...takeBoutCue(cursor) })

const parseBetweenStep = (cursor: Cursor): Step | undefined => {
  if (cursor.isSign('(')) {
    const read = parseBracket(cursor)
    if (read === undefined || read.part.kind === 'step') return read?.part.kind === 'step' ? read.part : undefined
    return cursor.fail('one recovery in the brackets')
  }
  const bout = parseBout(cursor)
  return bout && stepOf(bout, 'between')
}

type Recoveries = Pick<Repeat, 'between' | 'afterLast' | 'continuous'>

/** `, jog 200m`, `, walk back after each`, `, no rest`. */
const parseRecoveries = (cursor: Cursor): Recoveries | undefined => {
  const unbroken = cursor.isSign(',') && isNoRest(cursor, 1)
  if (unbroken) takeAll(cursor, 3)
  const continuous = unbroken ? { continuous: true as const } : {}
  if (!cursor.takeSign(',')) return { between: null, afterLast: false, ...continuous }
  const step = parseBetweenStep(cursor)
  if (step === undefined) return undefined
  const afterLast = cursor.takeWords('after', 'each')
  return { between: withCue(cursor, step), afterLast, ...continuous }
}

/** Role and target after the bracket of a ladder, for every rung that states none. */
const parseRungs = (cursor: Cursor, rungs: readonly Read[]): readonly Part[] | undefined => {
  const role = entryOf<Bout['role']>(ROLE_WORDS, cursor.word()) ?? null
  if (role !== null) cursor.take()
  const target = isTargetAhead(cursor) ? parseTarget(cursor) : undefined
  if (cursor.fault) return undefined
  if (role === null && target === undefined) return rungs.map(({ part }) => part)
  return rungs.map(({ part, bout }) => {
    if (part.kind !== 'step' || bout === undefined || bout.form === 'word first') return part
    const { role: _role, target: _target, ...kept } = part
    return { ...kept, ...stepOf({ ...bout, role: bout.role ?? role, target: bout.target ?? target }) }
  })
}

const parseLadder = (cursor: Cursor, rungs: readonly Read[]): Repeat | undefined => {
  const steps = parseRungs(cursor, rungs)
  const recoveries = steps && parseRecoveries(cursor)
  return recoveries && { kind: 'repeat', times: 1, steps, ...recoveries, form: 'ladder' }
}

const partsOf = (cursor: Cursor, group: Group): readonly Part[] | undefined => {
  if (group.kind === 'parts') return group.parts
  if (group.kind === 'within') return [group.repeat]
  const steps = parseRungs(cursor, group.rungs)
  return steps && [{ kind: 'repeat', times: 1, steps, between: null, afterLast: false, form: 'ladder' }]
}

/** What is repeated: one bout, or the parts in a bracket. */
const parseBody = (cursor: Cursor): readonly Part[] | undefined => {
  if (cursor.isSign('(')) {
    const group = parseGroup(cursor)
    return group && partsOf(cursor, group)
  }
  const bout = parseBout(cursor)
  return bout && [withCue(cursor, stepOf(bout))]
}

const parseRepeat = (cursor: Cursor, until?: Amount): Repeat | undefined => {
  const count = until === undefined || isCountAhead(cursor) ? parseCount(cursor) : { low: null }
  const steps = count && parseBody(cursor)
  const recoveries = steps && parseRecoveries(cursor)
  if (count === undefined || steps === undefined || recoveries === undefined) return undefined
  return {
    kind: 'repeat',
    times: count.low,
    ...(count.high === undefined ? {} : { timesTo: count.high }),
    steps,
    ...recoveries,
    ...(until === undefined ? {} : { until }),
  }
}

/** `(...)` as a part: a ladder, a total with its parts, one part in brackets, or several done once. */
const parseBracket = (cursor: Cursor): Read | undefined => {
  const group = parseGroup(cursor)
  if (group === undefined) return undefined
  if (group.kind === 'within') return { part: group.repeat }
  if (group.kind === 'ladder') {
    const part = parseLadder(cursor, group.rungs)
    return part && { part }
  }
  const [only, ...others] = group.parts
  if (only === undefined) return cursor.fail('something in the brackets')
  if (others.length === 0) return { part: only }
  const recoveries = parseRecoveries(cursor)
  return recoveries && { part: { kind: 'repeat', times: 1, steps: group.parts, ...recoveries } }
}

/** A bout that was read: the amount of a repeat where `of` follows, else a step. */
const readBout = (cursor: Cursor, bout: Bout): Read | undefined => {
  const { extent, form, role, target } = bout
  const bare = form === 'length first' && role === null && target === undefined && isAmount(extent)
  if (cursor.word() !== 'of' || !bare) return { part: withCue(cursor, stepOf(bout)), bout }
  cursor.take()
  return asRead(parseRepeat(cursor, extent))
}

const parseCore = (cursor: Cursor): Read | undefined => {
  if (cursor.isSign('(')) return parseBracket(cursor)
  if (isExerciseAhead(cursor)) return asRead(parseExercise(cursor))
  if (isCountAhead(cursor)) return asRead(parseRepeat(cursor))
  if (memberOf(OTHER_ACTIVITIES, cursor.word()) !== undefined) return asRead(parseOther(cursor))
  const bout = parseBout(cursor)
  return bout && readBout(cursor, bout)
}

const asRead = (part: Part | undefined): Read | undefined => part && { part }

const parseRead = (cursor: Cursor): Read | undefined => {
  const prefixes = parsePrefixes(cursor)
  const read = parseCore(cursor)
  return read && applyPrefixes(cursor, read, prefixes)
}

/** One part of a workout: a bout, a repeat, a ladder, a bracket, an exercise or another activity. */
export const parsePart = (cursor: Cursor): Part | undefined => parseRead(cursor)?.part

/** Whether a length stands here that could turn out to be a total. */
const isLengthAhead = (cursor: Cursor): boolean => (cursor.isNumber() || cursor.isSign('?')) && !isCountAhead(cursor)

const leadOf = (cursor: Cursor, bout: Bout): Lead | undefined => {
  const joiner = cursor.word() === 'as' ? 'as' : 'with'
  const { extent, mode, effort, form, target } = bout
  const amount = extent === null ? null : isAmount(extent) ? extent : undefined
  const extra =
    mode !== undefined || effort !== undefined || form === 'word first' || (extent === null && target !== undefined)
  if (amount === undefined || extra)
    return cursor.fail(`a length, role and target before \`${joiner}\`, or \`?\` and a role`)
  cursor.take()
  return { extent: amount, ...totalOf(bout), joiner }
}

/** The total that a text opens with, or else its first part. */
export const parseLeadOrPart = (cursor: Cursor): { readonly lead: Lead } | Read | undefined => {
  if (!isLengthAhead(cursor)) return parseRead(cursor)
  const bout = parseBout(cursor)
  if (bout === undefined) return undefined
  if (cursor.word() === 'with' || cursor.word() === 'as') {
    const lead = leadOf(cursor, bout)
    return lead && { lead }
  }
  return readBout(cursor, bout)
}

/** Parts after the first, each after a `+`. */
const parseMore = (cursor: Cursor, first: readonly Part[]): readonly Part[] | undefined => {
  const parts = [...first]
  while (cursor.takeSign('+')) {
    const part = parsePart(cursor)
    if (part === undefined) return undefined
    parts.push(part)
  }
  return parts
}

const parseWithin = (cursor: Cursor, lead: Lead): Group | undefined => {
  if (lead.joiner === 'as' || (lead.extent === null && lead.role !== null)) {
    return cursor.fail(
      '`as` and a total without a length only for the whole session: inside brackets a length and `with`',
    )
  }
  const steps = isNothing(cursor) ? takeNothing(cursor) : parseParts(cursor)
  if (steps === undefined) return undefined
  const { extent, role, target } = lead
  const total = extent === null ? {} : { total: { extent, role, target } }
  return {
    kind: 'within',
    repeat: { kind: 'repeat', times: 1, steps, between: null, afterLast: false, form: 'within', ...total },
  }
}

const parseParts = (cursor: Cursor): readonly Part[] | undefined => {
  const first = parsePart(cursor)
  return first && parseMore(cursor, [first])
}

/** `()`: parts are there, or are meant, and none is stated. */
export const isNothing = (cursor: Cursor): boolean => cursor.isSign('(') && cursor.isSign(')', 1)

export const takeNothing = (cursor: Cursor): readonly Part[] => {
  takeAll(cursor, 2)
  return []
}

const parseRest = (cursor: Cursor, first: Read): readonly Read[] | undefined => {
  const rungs = [first]
  while (cursor.takeSign(',')) {
    if (cursor.isSign(')')) break
    const rung = parseRead(cursor)
    if (rung === undefined) return undefined
    rungs.push(rung)
  }
  return rungs
}

const parseInner = (cursor: Cursor): Group | undefined => {
  if (cursor.isSign(')')) return { kind: 'parts', parts: [] }
  if (cursor.isSign(',') && cursor.isSign(')', 1)) {
    cursor.take()
    return { kind: 'ladder', rungs: [] }
  }
  const first = parseLeadOrPart(cursor)
  if (first === undefined) return undefined
  if ('lead' in first) return parseWithin(cursor, first.lead)
  if (cursor.isSign(',')) {
    const rungs = parseRest(cursor, first)
    return rungs && { kind: 'ladder', rungs }
  }
  const parts = parseMore(cursor, [first.part])
  return parts && { kind: 'parts', parts }
}

/** What stands in a bracket. A comma after its first part makes it a ladder. */
const parseGroup = (cursor: Cursor): Group | undefined => {
  if (!cursor.expectSign('(') || !cursor.deeper()) return undefined
  const group = parseInner(cursor)
  if (group === undefined) return undefined
  cursor.shallower()
  return cursor.isSign(')') ? (cursor.take(), group) : cursor.fail('`+`, `,` or `)`')
}
