import type { Exercise, Workout } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import { isDrill, isLift } from './exercise-words.ts'
import { readExercise } from './exercises.ts'
import type { Token } from './tokens.ts'

export interface StrengthReading {
  readonly workout: Workout
  readonly unread: readonly Span[]
}

const ENDS = new Set([';', '\n', '|', '•'])

/** Cuts a line where one exercise ends: at semicolons and line breaks, at commas and stops when another exercise follows. */
const cut = (tokens: readonly Token[]): Token[][] => {
  const parts: Token[][] = [[]]
  for (const [index, token] of tokens.entries()) {
    const soft = token.text === ',' || token.text === '.' || (token.text === '+' && token.spaced)
    const ends = ENDS.has(token.text) || (soft && startsExercise(tokens, index + 1))
    if (ends) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.filter((part) => part.length > 0)
}

/** Words that name an exercise stand before the next separator. */
const startsExercise = (tokens: readonly Token[], from: number): boolean => {
  const words: string[] = []
  for (let at = from; at < Math.min(tokens.length, from + 10); at++) {
    const token = tokens[at]
    if (!token || ENDS.has(token.text) || token.text === ',' || token.text === '.') break
    if (token.kind === 'word') words.push(token.text)
  }
  return isLift(words) || isDrill(words)
}

/** `Core:`, `Warm-up:` before the first exercise. */
const labelEnd = (part: readonly Token[]): number => {
  const colon = part.findIndex((token) => token.text === ':')
  const plain = part.slice(0, colon).every((token) => token.kind === 'word' || token.text === '-' || token.text === '&')
  const words = part.slice(0, Math.max(0, colon)).map((token) => token.text)
  return colon > 0 && colon <= 4 && plain && !isLift(words) ? colon + 1 : 0
}

/** Reads a line of exercises; `undefined` when anything in it is running. */
export const readStrength = (source: string, tokens: readonly Token[]): StrengthReading | undefined => {
  const words = tokens.filter((token) => token.kind === 'word').map((token) => token.text)
  const told = words.includes('reps') || words.includes('rep')
  if (!isLift(words) && !isDrill(words) && !told) return undefined
  const steps: Exercise[] = []
  let label = 0
  const labels: string[] = []
  for (const part of cut(tokens)) {
    const start = labelEnd(part)
    if (start > 0) labels.push(source.slice(part[0]?.from, part[start - 2]?.to))
    if (start > 0) label++
    const found = readExercise(source, part.slice(start), label > 0 || steps.length > 0)
    if (!found || found.exercise.name.length > 120) return undefined
    steps.push(found.exercise)
  }
  const counted = steps.some((step) => step.sets !== null)
  if (steps.length === 0 || (!counted && !isDrill(words) && !isLift(words))) return undefined
  const cue = labels.join('; ')
  const workout: Workout = {
    kind: counted || isLift(words) ? 'strength' : 'mobility',
    total: null,
    remainder: null,
    steps,
    alternatives: [],
    ...(cue === '' ? {} : { cue }),
  }
  return { workout, unread: [] }
}
