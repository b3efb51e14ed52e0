import { normalise } from './normalise.ts'
import type { Entry, Sense } from './senses.ts'
import { tokenise, type Token } from './tokens.ts'
import { EFFORT_WORDS } from './words-of-effort.ts'
import { ORDER_WORDS } from './words-of-order.ts'

interface Phrase {
  readonly words: readonly string[]
  readonly sense: Sense
}

/** Phrases by their first word, longest first. A phrase that stands in two entries has both senses. */
const compile = (entries: readonly Entry[]): ReadonlyMap<string, readonly Phrase[]> => {
  const senses = new Map<string, Sense>()
  for (const [phrases, sense] of entries) {
    for (const phrase of phrases.split('|')) senses.set(phrase, { ...senses.get(phrase), ...sense })
  }
  const byFirst = new Map<string, Phrase[]>()
  for (const [phrase, sense] of senses) {
    const words = tokenise(normalise(phrase))
      .filter((token) => token.text !== '-')
      .map((token) => token.text)
    const first = words[0] ?? ''
    const list = byFirst.get(first) ?? []
    list.push({ words, sense })
    byFirst.set(first, list)
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

const PHRASES = compile([...EFFORT_WORDS, ...ORDER_WORDS])

/** The longest known phrase at a place: its sense and the token behind it. Hyphens between its words do not matter. */
export const readPhrase = (tokens: readonly Token[], at: number): { sense: Sense; next: number } | undefined => {
  for (const phrase of PHRASES.get(tokens[at]?.text ?? '') ?? []) {
    const next = matchWords(tokens, at, phrase.words)
    if (next !== undefined) return { sense: phrase.sense, next }
  }
  return undefined
}

const matchWords = (tokens: readonly Token[], at: number, words: readonly string[]): number | undefined => {
  let next = at
  for (let index = 0; index < words.length; index++) {
    const hyphen = tokens[next]
    if (index > 0 && hyphen?.text === '-' && !hyphen.spaced && tokens[next + 1]?.spaced === false) next++
    if (tokens[next]?.text !== words[index]) return undefined
    next++
  }
  return next
}
