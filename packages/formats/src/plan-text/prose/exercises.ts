import { durationOf, metres, type Duration, type Exercise, type Load } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import { isDrill, isLift } from './exercise-words.ts'
import { isCross, readFigure, type Figure } from './figures.ts'
import type { Token } from './tokens.ts'
import { isTime } from './units.ts'

/** An exercise and the stretch of text that told it. */
export interface ExerciseAt extends Span {
  readonly exercise: Exercise
}

/** More repetitions than anybody does in a set, and fewer metres than anybody runs. */
const MOST_REPS = 60

interface SetsAt {
  readonly sets: Figure
  readonly amount: Figure | undefined
  readonly from: number
  readonly next: number
}

/** `3 x 8-10`, `4 sets of 4-6 reps`, `3 sets`. */
const findSets = (tokens: readonly Token[]): SetsAt | undefined => {
  for (let at = 0; at < tokens.length; at++) {
    const sets = readFigure(tokens, at)
    if (!sets) continue
    if (sets.figure.unit !== null || sets.figure.low > 20) {
      at = sets.next - 1
      continue
    }
    const behind = behindSets(tokens, sets.next)
    if (behind === undefined) continue
    const amount = readFigure(tokens, behind)
    const fits = amount && (amount.figure.unit !== null || amount.figure.low <= MOST_REPS)
    return { sets: sets.figure, amount: fits ? amount.figure : undefined, from: at, next: fits ? amount.next : behind }
  }
  return undefined
}

/** `press-ups - 20`, `plank: 60 s`: what is done once, with a dash or colon before it. */
const findOnce = (tokens: readonly Token[]): { amount: Figure; from: number; next: number } | undefined => {
  for (let at = 1; at < tokens.length; at++) {
    const mark = tokens[at]
    if ((mark?.text !== '-' || !mark.spaced) && mark?.text !== ':') continue
    const amount = readFigure(tokens, at + 1)
    if (amount && !isCross(tokens[amount.next])) return { amount: amount.figure, from: at, next: amount.next }
  }
  return undefined
}

const behindSets = (tokens: readonly Token[], at: number): number | undefined => {
  const token = tokens[at]
  if (isCross(token)) return at + 1
  if (token?.text !== 'sets' && token?.text !== 'set') return undefined
  const after = tokens[at + 1]
  return after?.text === 'of' || isCross(after) ? at + 2 : at + 1
}

const FILLERS = new Set([
  'reps',
  'rep',
  'repetitions',
  'of',
  'x',
  'with',
  'at',
  '@',
  'a',
  'the',
  'and',
  '-',
  ':',
  ',',
  'load',
  'for',
  'seconds',
  'sec',
])

const SIDES = new Set(['side', 'leg', 'arm', 'way', 'direction', 'foot', 'sides', 'legs'])

interface Tail {
  eachSide?: true
  load?: Load
  rest?: Duration
  words: Token[]
}

const readTail = (tokens: readonly Token[]): Tail => {
  const tail: Tail = { words: [] }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) break
    const side = tokens[at + 1]?.text ?? ''
    if ((token.text === 'each' || token.text === 'per' || token.text === 'both') && SIDES.has(side)) {
      tail.eachSide = true
      at++
      continue
    }
    const load = readLoad(tokens, at)
    if (load && !tail.load) {
      tail.load = load.load
      at = load.next - 1
      continue
    }
    const rest = readRest(tokens, at)
    if (rest && tail.rest === undefined) {
      tail.rest = rest.rest
      at = rest.next - 1
      continue
    }
    tail.words.push(token)
  }
  return tail
}

const WEIGHTS = new Set(['light', 'moderate', 'heavy', 'bodyweight', 'medium'])

/** `@ 82% 1RM`, `60kg`, `RPE 8`, `moderate-heavy`. */
const readLoad = (tokens: readonly Token[], at: number): { load: Load; next: number } | undefined => {
  const token = tokens[at]
  const word = token?.text ?? ''
  if (word === 'rpe') {
    const figure = readFigure(tokens, at + 1)
    return figure && { load: { kind: 'rpe', rpe: figure.figure.low, ...toOf(figure.figure) }, next: figure.next }
  }
  if (WEIGHTS.has(word)) {
    const second = tokens[at + 1]?.text === '-' || tokens[at + 1]?.text === 'to' ? tokens[at + 2]?.text : undefined
    if (second && WEIGHTS.has(second)) return { load: { kind: 'word', word: `${word}-${second}` }, next: at + 3 }
    return { load: { kind: 'word', word }, next: at + 1 }
  }
  const figure = readFigure(tokens, at)
  if (!figure || figure.figure.unit !== null) return undefined
  const unit = tokens[figure.next]?.text
  if (unit === '%') {
    const max = /^(?:1?rm|max)$/.test(tokens[figure.next + 1]?.text ?? '')
      ? figure.next + 2
      : tokens[figure.next + 2]?.text === 'rm'
        ? figure.next + 3
        : figure.next + 1
    return { load: { kind: 'percent', percent: figure.figure.low, ...toOf(figure.figure) }, next: max }
  }
  if (unit === 'kg' || unit === 'kgs' || unit === 'kilos')
    return { load: { kind: 'weight', kilograms: figure.figure.low, ...toOf(figure.figure) }, next: figure.next + 1 }
  return undefined
}

const toOf = (figure: Figure): { to?: number } => (figure.high === undefined ? {} : { to: figure.high })

const secondsOf = (figure: Figure): Duration =>
  figure.unit === 'min'
    ? durationOf(figure.low, 'min')
    : figure.unit === 'h'
      ? durationOf(figure.low, 'h')
      : durationOf(figure.low, 's')

const isRest = (token: Token | undefined): boolean => /^(?:rest|recovery|rec|rests)$/.test(token?.text ?? '')

/** `rest 90 s`, `60s rest`. */
const readRest = (tokens: readonly Token[], at: number): { rest: Duration; next: number } | undefined => {
  const first = isRest(tokens[at]) ? at + 1 : at
  const start = first > at && (tokens[first]?.text === ':' || tokens[first]?.text === 'of') ? first + 1 : first
  const figure = readFigure(tokens, start)
  if (!figure || !(isTime(figure.figure.unit) || figure.figure.unit === 'plural')) return undefined
  if (first > at) return { rest: secondsOf(figure.figure), next: figure.next }
  return isRest(tokens[figure.next]) ? { rest: secondsOf(figure.figure), next: figure.next + 1 } : undefined
}

const textOf = (source: string, tokens: readonly Token[]): string => {
  const first = tokens.findIndex((token) => !FILLERS.has(token.text))
  const last = tokens.findLastIndex((token) => !FILLERS.has(token.text))
  const [from, to] = [tokens[first], tokens[last]]
  return from && to ? source.slice(from.from, to.to).replaceAll(/\s+/g, ' ').toLowerCase() : ''
}

const words = (tokens: readonly Token[]): string[] =>
  tokens.filter((token) => token.kind === 'word').map((token) => token.text)

/** One exercise from the tokens of its part of the line; `undefined` when it is none. */
export const readExercise = (source: string, tokens: readonly Token[], strong: boolean): ExerciseAt | undefined => {
  const [first] = tokens
  const last = tokens.at(-1)
  if (!first || !last) return undefined
  const span = { from: first.from, to: last.to }
  const lift = isLift(words(tokens))
  const found = findSets(tokens)
  const once = found || !lift ? undefined : findOnce(tokens)
  if (once) {
    const tail = readTail(tokens.slice(once.next))
    const name = namesOf(textOf(source, tokens.slice(0, once.from)))
    return {
      ...span,
      exercise: {
        kind: 'exercise',
        ...name,
        sets: null,
        ...lengthOf(once.amount),
        ...(tail.eachSide ? { eachSide: true } : {}),
      },
    }
  }
  if (!found)
    return (lift && strong) || (isDrill(words(tokens)) && strong)
      ? { ...span, exercise: nameOnly(source, tokens) }
      : undefined
  const reps = /^(?:reps?|repetitions)$/.test(tokens[found.next]?.text ?? '')
  if (isCross(tokens[found.next])) return undefined
  if (!lift && !(reps && (found.amount?.low ?? 99) <= 30 && found.amount?.unit === null)) return undefined
  return { ...span, exercise: withSets(source, tokens, found) }
}

const nameOnly = (source: string, tokens: readonly Token[]): Exercise => ({
  kind: 'exercise',
  ...namesOf(textOf(source, tokens)),
  sets: null,
})

/** `back squat or goblet squat`, `box jump / squat jump`. */
const namesOf = (text: string): Pick<Exercise, 'name' | 'or'> => {
  const [name = '', ...others] = text
    .split(/ or | \/ /)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return others.length > 0 ? { name, or: others } : { name }
}

const withSets = (source: string, tokens: readonly Token[], { sets, amount, from, next }: SetsAt): Exercise => {
  const tail = readTail(tokens.slice(next))
  const before = textOf(
    source,
    tokens.slice(0, from).filter((token) => token.text !== '('),
  )
  const behind = textOf(source, tail.words)
  const label = before !== '' && behind !== '' && isLift(behind.split(' ')) && !isLift(before.split(' '))
  const name = before === '' || label ? behind : before
  const cue = label ? before : before === '' ? '' : behind
  return {
    kind: 'exercise',
    ...namesOf(name === '' ? 'exercise' : name),
    sets: sets.low,
    ...(sets.high === undefined ? {} : { setsTo: sets.high }),
    ...lengthOf(amount),
    ...(tail.eachSide ? { eachSide: true } : {}),
    ...(tail.load ? { load: tail.load } : {}),
    ...(tail.rest === undefined ? {} : { rest: tail.rest }),
    ...(cue === '' ? {} : { cue }),
  }
}

const lengthOf = (
  amount: Figure | undefined,
): Pick<Exercise, 'reps' | 'repsTo' | 'duration' | 'durationTo' | 'distance'> => {
  if (!amount) return {}
  if (amount.unit === null) return { reps: amount.low, ...(amount.high === undefined ? {} : { repsTo: amount.high }) }
  if (amount.unit === 'm' || amount.unit === 'metre' || amount.unit === 'yd') return { distance: metres(amount.low) }
  const to = amount.high === undefined ? {} : { durationTo: secondsOf({ ...amount, low: amount.high }) }
  return { duration: secondsOf(amount), ...to }
}
