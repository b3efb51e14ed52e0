import { OTHER_ACTIVITIES } from '@bell-lap/core'
import { tokenAt } from './lexer.ts'
import { isBoutWord } from './parse-step.ts'
import { makeBackquoted } from './quoted.ts'
import { KEYWORDS, memberOf } from './words.ts'

/** Words in a name that could end it or open something else. */
const BREAKS: ReadonlySet<string> = new Set(['or', 'on', 'after'])
const REMARKS: ReadonlySet<string> = new Set(KEYWORDS.remarks)

/** The words of a name that is plain words with single spaces between; `undefined` for any other text. */
const plainWords = (name: string): readonly string[] | undefined => {
  const words: string[] = []
  let rebuilt = ''
  for (let at = 0; at < name.length;) {
    const { kind, text, to, glued } = tokenAt(name, at)
    const fits = kind === 'word' || (kind === 'number' && glued)
    if (!fits || text === '×') return undefined
    rebuilt += rebuilt === '' || glued ? text : ` ${text}`
    words.push(text.toLowerCase())
    at = to
  }
  return rebuilt === name && words.length > 0 && !words.some((word) => BREAKS.has(word)) ? words : undefined
}

/** A name of a session or of what is done, in backquotes unless it is plain words. */
export const makeName = (name: string): string => (plainWords(name) === undefined ? makeBackquoted(name) : name)

/** A name of an exercise: it may not begin as another activity or a remark does, nor be words of running alone. */
export const makeExerciseName = (name: string): string => {
  const words = plainWords(name)
  const first = words?.[0] ?? ''
  const taken = memberOf(OTHER_ACTIVITIES, first) !== undefined || REMARKS.has(first)
  const running = words?.every((word) => isBoutWord(word) || word === 'last' || word === 'no') ?? true
  return taken || running ? makeBackquoted(name) : name
}
