import {
  fail,
  ok,
  OTHER_ACTIVITIES,
  PILLARS,
  SURFACES,
  WORKOUT_KINDS,
  type Part,
  type Pillar,
  type Result,
  type Surface,
  type Workout,
  type WorkoutKind,
} from '@bell-lap/core'
import { Cursor } from './cursor.ts'
import type { NotationFault } from './fault.ts'
import { isNothing, parseLeadOrPart, parsePart, takeNothing, type Lead } from './parse-part.ts'
import { kindOfParts, type ExerciseKind } from './workout-kind.ts'
import { memberOf } from './words.ts'

export interface WorkoutContext {
  /** Where the text stands in the whole that faults are told in; 0 when left out. */
  readonly offset?: number
  /** What exercises without more words are; strength when left out. */
  readonly exercises?: ExerciseKind
}

/**
 * Reads one prescription of the notation: `8mi with 5 x 1000m @T, jog 200m "relaxed"`. Each text has one reading or a
 * fault that says where it stops and what could have followed. Takes time in proportion to the length of the text.
 */
export const parseWorkout = (text: string, context: WorkoutContext = {}): Result<Workout, NotationFault> => {
  const cursor = new Cursor(text, context.offset)
  const workout = parseSession(cursor, context.exercises ?? 'strength')
  if (workout !== undefined && cursor.peek().kind !== 'end') cursor.fail(AFTER_PART)
  if (cursor.fault) return fail(cursor.fault)
  if (workout === undefined) throw new Error('a workout without a fault was not read')
  return ok(workout)
}

const AFTER_PART = '`+`, `or`, a target, a recovery after `,`, a tag in `[]`, a surface, a cue or the end'

/** What one option says before its tags. */
interface Option {
  readonly workout: Omit<Workout, 'kind' | 'alternatives'>
  readonly kind: WorkoutKind
}

/** Options, then tags and a cue, which belong to the session: to its first option. */
const parseSession = (cursor: Cursor, exercises: ExerciseKind): Workout | undefined => {
  const first = parseOption(cursor, exercises)
  if (first === undefined) return undefined
  const alternatives: Workout[] = []
  while (cursor.takeWords('or')) {
    const other = parseOther(cursor, exercises)
    if (other === undefined) return undefined
    alternatives.push(other)
  }
  const tags = parseTags(cursor)
  if (tags === undefined) return undefined
  const cue = cursor.peek().kind === 'cue' ? { cue: cursor.take().text } : {}
  const { kind, ...marks } = tags
  return { kind: kind ?? first.kind, ...first.workout, alternatives, ...marks, ...cue }
}

/** An option after `or`; one with tags, a cue or options of its own stands in `{}`. */
const parseOther = (cursor: Cursor, exercises: ExerciseKind): Workout | undefined => {
  if (!cursor.takeSign('{')) {
    const option = parseOption(cursor, exercises)
    return option && { kind: option.kind, ...option.workout, alternatives: [] }
  }
  if (!cursor.deeper()) return undefined
  const workout = parseSession(cursor, exercises)
  cursor.shallower()
  return workout && cursor.expectSign('}') && workout
}

const parseOption = (cursor: Cursor, exercises: ExerciseKind): Option | undefined => {
  if (cursor.word() === 'run') return parseEmptyRun(cursor)
  if (isNothing(cursor)) return finish(cursor, { lead: undefined, parts: takeNothing(cursor) }, exercises)
  const bareRest = isBareRest(cursor)
  const first = parseLeadOrPart(cursor)
  if (first === undefined) return undefined
  if (!('lead' in first)) {
    return finish(cursor, { lead: undefined, parts: [first.part] }, exercises, bareRest)
  }
  if (isNothing(cursor)) return finish(cursor, { lead: first.lead, parts: takeNothing(cursor) }, exercises)
  const part = parsePart(cursor)
  return part && finish(cursor, { lead: first.lead, parts: [part] }, exercises)
}

/** `rest` with nothing about it: a day of rest when nothing but other kinds follow. */
const isBareRest = (cursor: Cursor): boolean => {
  const next = cursor.peek(1)
  return (
    cursor.word() === 'rest' && (next.kind === 'end' || next.kind === 'cue' || ENDS.includes(next.text.toLowerCase()))
  )
}
const ENDS: readonly string[] = ['or', 'on', 'after', '[', '}', '+']

const parseEmptyRun = (cursor: Cursor): Option | undefined => {
  cursor.take()
  const more = parseMore(cursor, [])
  if (more === undefined) return undefined
  if (more.parts.length > 0) return cursor.fail('nothing but other kinds after `run`')
  return { kind: 'run', workout: { total: null, remainder: null, steps: [], ...alsoOf(more.also) } }
}

interface More {
  readonly parts: readonly Part[]
  readonly also: readonly WorkoutKind[]
}

const alsoOf = (also: readonly WorkoutKind[]): Pick<Workout, 'also'> => (also.length === 0 ? {} : { also })

const isLone = (part: Part | undefined): boolean =>
  part?.kind === 'other' && part.extent === null && part.name === undefined && part.session === undefined

/**
 * Parts after the first. A bare activity at the end (`+ strength`) is a kind that the line adds, `also run` says the same
 * of any kind; in brackets it is a part.
 */
const parseMore = (cursor: Cursor, first: readonly Part[]): More | undefined => {
  const parts = [...first]
  const also: WorkoutKind[] = []
  let loose = 0
  while (cursor.takeSign('+')) {
    const kind = cursor.word() === 'also' ? memberOf(WORKOUT_KINDS, cursor.word(1)) : undefined
    if (kind !== undefined) {
      cursor.takeWords('also', kind)
      also.push(...takeLoose(parts, loose), kind)
      loose = 0
      continue
    }
    const bare = memberOf(OTHER_ACTIVITIES, cursor.word()) !== undefined
    const part = parsePart(cursor)
    if (part === undefined) return undefined
    loose = bare && isLone(part) ? loose + 1 : 0
    if (also.length > 0 && loose === 0) return cursor.fail('no part after the kinds that the line adds')
    parts.push(part)
  }
  also.push(...takeLoose(parts, loose))
  return { parts, also }
}

const takeLoose = (parts: Part[], count: number): readonly WorkoutKind[] =>
  parts.splice(parts.length - count, count).flatMap((part) => (part.kind === 'other' ? [part.activity] : []))

interface Content {
  readonly lead: Lead | undefined
  readonly parts: readonly Part[]
}

const finish = (cursor: Cursor, content: Content, exercises: ExerciseKind, bareRest = false): Option | undefined => {
  const more = parseMore(cursor, content.parts)
  if (more === undefined) return undefined
  const rest = bareRest && more.parts.length === 1
  const steps = rest ? [] : more.parts
  const whole = totalOf(content.lead)
  const kind = rest ? 'rest' : kindOfParts({ steps, ...whole }, exercises)
  return { kind, workout: { ...whole, steps, ...alsoOf(more.also) } }
}

const totalOf = (lead: Lead | undefined): Pick<Workout, 'total' | 'remainder'> => {
  if (lead === undefined) return { total: null, remainder: null }
  const { extent, role, target, joiner } = lead
  return {
    total: extent === null ? null : { extent, role, target },
    remainder: joiner === 'as' ? null : (role ?? 'easy'),
  }
}

interface Tags {
  readonly kind?: WorkoutKind
  readonly pillars?: readonly Pillar[]
  readonly key?: true
  readonly optional?: true
  readonly surface?: Surface
  readonly afterRun?: true
}

/** `[tolerance key]`, `on track`, `after run`, in any order. */
const parseTags = (cursor: Cursor): Tags | undefined => {
  let tags: Tags = {}
  for (;;) {
    const surface = cursor.word() === 'on' ? memberOf(SURFACES, cursor.word(1)) : undefined
    if (surface !== undefined && tags.surface === undefined) {
      cursor.takeWords('on', surface)
      tags = { ...tags, surface }
    } else if (cursor.takeWords('after', 'run')) tags = { ...tags, afterRun: true }
    else if (cursor.takeSign('[')) {
      const more = parseTagWords(cursor, tags)
      if (more === undefined) return undefined
      tags = more
    } else return tags
  }
}

const parseTagWords = (cursor: Cursor, before: Tags): Tags | undefined => {
  let tags = before
  while (!cursor.takeSign(']')) {
    const word = cursor.word()
    const pillar = memberOf(PILLARS, word)
    const kind = memberOf(WORKOUT_KINDS, word)
    if (pillar !== undefined) tags = { ...tags, pillars: [...(tags.pillars ?? []), pillar] }
    else if (word === 'key') tags = { ...tags, key: true }
    else if (word === 'optional') tags = { ...tags, optional: true }
    else if (kind !== undefined) tags = { ...tags, kind }
    else return cursor.fail('base, tolerance, transition, kick, key, optional, a kind of session, or `]`')
    cursor.take()
  }
  return tags
}
