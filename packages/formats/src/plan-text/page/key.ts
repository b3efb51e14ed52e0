import type { LongUnit, PaceName, Role } from '@bell-lap/core'
import type { KeyMeaning, Span } from '../reading.ts'
import { looksLikeSession } from './words.ts'

/** What a bare figure may count. */
export type FigureUnit = 'km' | 'mi' | 'min'

/** What a page says about its own way of writing. Every sentence used stays a note as well. */
export interface PageKey {
  /** Unit that the page says distances are in. */
  readonly unit: LongUnit | null
  /** A figure on its own is so many of these, easy. */
  readonly bareNumber: FigureUnit | null
  /** Letters and words for paces and roles. */
  readonly meanings: ReadonlyMap<string, KeyMeaning>
  /** Short forms of ordinary words, with the word. */
  readonly words: ReadonlyMap<string, string>
  /** Unit of a figure glued to a letter, where one of them is not in the page's: `S30` is minutes. */
  readonly glued: ReadonlyMap<string, FigureUnit>
  /** A bracket at the end of an entry holds the day's total, in this unit where it is bare; null when nothing says so. */
  readonly bracket: { readonly unit: LongUnit | null } | null
  /** A slash parts the morning from the evening: `6/4`. */
  readonly slashHalves: boolean
  /** Rungs of a ladder are written in hundreds of metres. */
  readonly hundreds: boolean
  /** `1m` is a mile. */
  readonly mIsMile: boolean
  /** Sentences that were understood as a key. */
  readonly used: readonly string[]
}

interface Draft {
  unit: LongUnit | null
  bareNumber: FigureUnit | null
  gluedUnit: FigureUnit | null
  readonly glued: Map<string, FigureUnit>
  bracket: { readonly unit: LongUnit | null } | null
  slashHalves: boolean
  hundreds: boolean
  mIsMile: boolean
  readonly meanings: Map<string, KeyMeaning>
  readonly words: Map<string, string>
  readonly used: string[]
}

/** Talk beyond this many characters holds no key. */
const MOST_TALK = 100_000
const MOST_SENTENCE = 240

/** Finds the key of a page in its prose; `talk` are the stretches of prose in the order of the page. */
export const pageKey = (page: string, talk: readonly Span[]): PageKey => {
  const draft: Draft = {
    unit: null,
    bareNumber: null,
    gluedUnit: null,
    glued: new Map(),
    bracket: null,
    slashHalves: false,
    hundreds: false,
    mIsMile: false,
    meanings: new Map(),
    words: new Map(),
    used: [],
  }
  const prose = proseOf(page, talk)
  readEntries(prose, draft)
  for (const sentence of sentencesOf(prose)) {
    readClauses(sentence, draft)
    if (readSentence(sentence, draft)) draft.used.push(sentence)
  }
  return { ...draft, meanings: withGlued(draft) }
}

const proseOf = (page: string, talk: readonly Span[]): string => {
  const parts: string[] = []
  let length = 0
  for (const { from, to } of talk) {
    if (length > MOST_TALK) break
    parts.push(page.slice(from, Math.min(to, from + MOST_TALK)))
    length += to - from
  }
  return parts.join('')
}

/** Lines of a paragraph are one text; a blank line or a bullet starts another. */
const sentencesOf = (prose: string): readonly string[] =>
  prose
    .split(/\n[ \t]*\n|\n(?=[ \t]*[•*-]\s)/)
    .flatMap((paragraph) => paragraph.replaceAll(/\s+/g, ' ').split(/(?<=[.;!?])\s+|:\s+(?=[A-Z])/))
    .filter((sentence) => sentence.length > 5 && sentence.length <= MOST_SENTENCE)

const KEY_HEADING =
  /^\W*(?:the\s+)?(?:key|legend|abbreviations?|glossary|codes?|symbols?|terms|paces?|effort levels?|shorthand|notation|letters?|how to read.*)\b\W*$/i
const ENTRY = /^\W{0,3}([A-Za-z][A-Za-z0-9&+/-]{0,7})(\s*=\s*|\s*:\s+|\s+[-–—]\s+|\s{2,}|\t\s*)(.{2,200})$/

const readEntries = (prose: string, draft: Draft): void => {
  let inKey = false
  let blank = 0
  for (const line of prose.split('\n')) {
    const text = line.trim().slice(0, MOST_SENTENCE)
    if (text === '') blank++
    else if (KEY_HEADING.test(text) && text.length < 40) inKey = true
    else if (!readEntry(text, inKey, draft) && blank > 0) inKey = false
    if (text !== '') blank = 0
  }
}

const readEntry = (text: string, inKey: boolean, draft: Draft): boolean => {
  if (text.includes('=')) return readEquations(text, draft)
  if (inKey && readColumns(text, draft)) return true
  const match = ENTRY.exec(text)
  if (!match) return false
  const [, token = '', , said = ''] = match
  const short = token.length <= 4 && /^[A-Z]/.test(token)
  if (!(inKey && token.length <= 5) && !(short && token === token.toUpperCase())) return false
  return define(token, said, draft, inKey)
}

/** Entries of a key side by side: `E  easy     L  long     jg jog`. */
const readColumns = (text: string, draft: Draft): boolean => {
  const pieces = text.split(/\s{2,}/)
  let found = 0
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? ''
    const alone = /^\S{1,4}$/.test(piece)
    const match = alone ? null : /^([A-Za-z][A-Za-z&+/]{0,3})\s(.+)$/.exec(piece)
    const [token, said] = alone ? [piece, pieces[index + 1] ?? ''] : [match?.[1] ?? '', match?.[2] ?? '']
    if (token !== '' && said !== '' && define(token, said, draft, true)) found++
    if (alone) index++
  }
  return found > 1
}

/** `jg = jog, wk = walk`. */
const readEquations = (text: string, draft: Draft): boolean => {
  let found = false
  for (const part of text.split(/[;,]\s+|\.\s+/)) {
    const match = /^\W{0,3}(?:and\s+)?([A-Za-z][A-Za-z0-9&+/' -]{0,11}?)\s*=\s*(.{2,120}?)\.?$/.exec(part)
    if (match && define(match[1] ?? '', match[2] ?? '', draft, true)) found = true
  }
  return found
}

/** `R is a rest day, X means cross training and LR is the long run`. */
const readClauses = (sentence: string, draft: Draft): void => {
  for (const clause of sentence.split(/[,;]\s+(?:and\s+)?|\s+and\s+(?=["'“]?[A-Z])/)) {
    const match = CLAUSE.exec(clause)
    const [, token = '', , said = ''] = match ?? []
    if (match && token === token.toUpperCase() && !draft.meanings.has(token) && !draft.words.has(token))
      define(token, said, draft, true)
  }
}

const CLAUSE =
  /^["'“(]?([A-Z][A-Z&]{0,3})["'”)]?\s+(is|means?|stands for|is short for|marks)\s+(?!(?:for|in|on|at|to|not|no|it|what|how|when|where|why|hot|too|so|as)\b)(?:an?\s+|the\s+)?([^.!?]{3,80})[.!]?$/

const define = (token: string, said: string, draft: Draft, sure: boolean): boolean => {
  const meaning = meaningOf(said)
  const ordinary = token.length > 1 && meaning?.role !== undefined ? ROLE_WORDS[meaning.role] : undefined
  if (ordinary !== undefined && !KNOWN.test(token) && token.toLowerCase() !== ordinary) {
    draft.words.set(token, ordinary)
    draft.used.push(`${token} = ${ordinary}`)
    return true
  }
  if (meaning) {
    draft.meanings.set(token, meaning)
    draft.used.push(`${token} = ${said}`)
    return true
  }
  const word = /^(?:an?\s+|the\s+)?([a-z' -]+)/i.exec(said)?.[1]?.trim().toLowerCase() ?? ''
  if (!sure || word === '' || word === token.toLowerCase() || KNOWN.test(token) || !looksLikeSession(word)) return false
  draft.words.set(token, word)
  draft.used.push(`${token} = ${word}`)
  return true
}

/** Short forms of roles are read as the words that they stand for. */
const ROLE_WORDS: { readonly [R in Role]?: string } = {
  warmup: 'warm-up',
  cooldown: 'cool-down',
  strides: 'strides',
  long: 'long',
  easy: 'easy',
  steady: 'steady',
  fartlek: 'fartlek',
}

/** Short forms that every reader of plans knows better than a key can say. */
const KNOWN = /^(?:s&c|wu|cd|mp|hmp|am|pm|km|mi|min|reps?|tt)$/i

const PACES: readonly (readonly [RegExp, PaceName])[] = [
  [/\bhalf[- ]marathon\b|\bHM\b|\b21(?:\.1)?\s?km?\b/i, 'hm'],
  [/\bmarathon\b/i, 'marathon'],
  [/\bthreshold\b|\btempo\b|\b(?:an|one|1|60)[ -]?(?:hour|minutes?)\b|\blactate\b|\bcomfortably hard\b/i, 'threshold'],
  [/\b15\s?km?\b/i, '15K'],
  [/\b10\s?(?:km?|,?000 ?m)\b/i, '10K'],
  [/\b8\s?km?\b/i, '8K'],
  [/\b5(?:\s?km?|,?000 ?m)\b/i, '5K'],
  [/\b3(?:\s?km?|,?000 ?m)\b/i, '3K'],
  [/\b(?:2|two)[ -]?miles?\b/i, '2mi'],
  [/\b1,?500(?:\s?m)?\b/i, '1500'],
  [/\b(?:1\s?)?mile\b/i, 'mile'],
  [/\b800(?:\s?m)?\b/i, '800'],
  [/\b400(?:\s?m)?\b/i, '400'],
  [/\bvo2\b|\bvo2 ?max\b/i, 'vo2max'],
  [/\bgoal\b|\brace day\b|\btarget\b/i, 'goal'],
]
const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/\bwarm(?:ing)?[ -]?up\b/i, 'warmup'],
  [/\bcool(?:ing)?[ -]?down\b|\bwarm[ -]?down\b/i, 'cooldown'],
  [/\bstrid(?:es|ers)\b/i, 'strides'],
  [/\blong\b/i, 'long'],
  [/\brecovery run\b/i, 'easy'],
  [/\beasy\b|\brelaxed\b|\bgentle\b/i, 'easy'],
  [/\bsteady\b/i, 'steady'],
  [/\bfartlek\b/i, 'fartlek'],
  [/\btempo\b/i, 'tempo'],
]
const SPEAKS_OF_PACE = /\b(?:pace|race|speed|effort|rhythm|hour|threshold|tempo|vo2|hard)\b/i

/** The pace or role that a key's words stand for; undefined when they name neither. */
const meaningOf = (said: string): KeyMeaning | undefined => {
  const first = said.split(/[;(]|\.\s/, 1)[0] ?? said
  const roles = ROLES.find(([words]) => words.test(first))?.[1]
  if (roles !== undefined && roles !== 'tempo') return { role: roles }
  if (!SPEAKS_OF_PACE.test(first)) return undefined
  const pace = PACES.find(([words]) => words.test(first))?.[1]
  return pace === undefined ? undefined : { pace }
}

const UNIT = /\b(miles?|kms?|kilomet(?:re|er)s?|minutes?|mins?)\b/i
const unitIn = (sentence: string): FigureUnit | null => {
  const word = UNIT.exec(sentence)?.[1]?.toLowerCase()
  if (word === undefined) return null
  return word.startsWith('k') ? 'km' : word.startsWith('mil') ? 'mi' : 'min'
}

const BRACKET = /\bbrackets?\b|\bparenthes[ei]s\b|\[ ?\]|\bbracketed\b/i
const WHOLE = /\b(?:days?|day's|session's|whole|total|totals|everything|in all|altogether|all in)\b/i
const OF_RECOVERY = /\b(?:recover\w*|rests?)\b/i
const GLUED = /\b(?:letter|letters)\b/i
const FIGURE = /\b(?:figures?|numbers?|digits?)\b/i
const ALONE =
  /\b(?:on (?:its|their) own|by (?:itself|themselves)|alone|bare|plain|lone|naked|without|unless|otherwise|only|just|simple|single)\b/i
const LINKS = /\b(?:is|are|means?|stands? for|gives?|in)\b|=/i
const DISTANCES = /\b(?:all|everything|every|distances?|mileages?|runs?|totals?)\b/i

/** `A slash parts morning and evening`, `doubles are written am/pm`. */
const SLASH_HALVES =
  /\b(?:slash|stroke|oblique)\b.{0,60}\b(?:morning|am|a\.m\.|first run|two runs|doubles?)\b|\b(?:am|morning)\s?\/\s?(?:pm|evening|afternoon)\b/i

const readSentence = (sentence: string, draft: Draft): boolean => {
  if (/\bhundreds? of met(?:re|er)s\b/i.test(sentence)) draft.hundreds = true
  if (/\b1?\s?m\b['"”]?\s*(?:is|are|=|means?|stands? for)\s+(?:a |one |1 )?miles?\b/i.test(sentence))
    draft.mIsMile = true
  if (SLASH_HALVES.test(sentence)) {
    draft.slashHalves = true
    return true
  }
  const unit = unitIn(sentence)
  if (unit) readLetters(sentence, draft)
  if (BRACKET.test(sentence)) return readBracket(sentence, unit, draft)
  if (!unit || !LINKS.test(sentence)) return draft.hundreds || draft.mIsMile
  return readUnit(sentence, unit, draft)
}

/** `behind X and S it is minutes`. */
const readLetters = (sentence: string, draft: Draft): void => {
  for (const clause of sentence.split(/[;,]\s(?!and\b)/)) {
    const letters =
      /\b(?:behind|after|with|next to|beside|for|on)\s+((?:[A-Z]\b(?:,?\s+(?:and|or)\s+|\s*[,/&]\s*)?)+)/.exec(
        clause,
      )?.[1]
    const unit = unitIn(clause)
    if (letters === undefined || !unit) continue
    for (const letter of letters.match(/[A-Z]/g) ?? []) draft.glued.set(letter, unit)
  }
}

const readBracket = (sentence: string, unit: FigureUnit | null, draft: Draft): boolean => {
  if (!WHOLE.test(sentence) || (OF_RECOVERY.test(sentence) && !/\b(?:everything|total|inside|whole)\b/i.test(sentence)))
    return false
  draft.bracket = { unit: unit === 'min' ? null : unit }
  return true
}

const readUnit = (sentence: string, unit: FigureUnit, draft: Draft): boolean => {
  if (FIGURE.test(sentence) && GLUED.test(sentence)) {
    draft.gluedUnit = unit
    return true
  }
  const subject =
    /^\W*(?:all |every |the |any |a |each )*(?:plain |bare |lone |single |simple )?(?:figures?|numbers?|digits?)\b/i.test(
      sentence,
    )
  if (FIGURE.test(sentence) && (ALONE.test(sentence) || subject)) {
    draft.bareNumber = unit
    if (unit !== 'min') draft.unit ??= unit
    return true
  }
  if (unit === 'min' || !DISTANCES.test(sentence) || sentence.length > 120 || /\d/.test(sentence)) return false
  if (
    !/\b(?:in|are|is)\s+(?:all\s+)?(?:in\s+|given in\s+)?(?:miles|km|kms|kilomet(?:re|er)s)\b|\b(?:miles|kms?|kilomet(?:re|er)s) (?:unless|throughout)\b/i.test(
      sentence,
    )
  ) {
    return false
  }
  draft.unit = unit
  if (!/\bcolumn\b|\btotals?\b/i.test(sentence)) draft.bareNumber ??= unit
  return true
}

/** `3E` is in the unit that the page says of figures glued to letters. */
const withGlued = ({ gluedUnit, glued, meanings }: Draft): ReadonlyMap<string, KeyMeaning> => {
  if (!gluedUnit) return meanings
  return new Map(
    [...meanings].map(([token, meaning]) => [
      token,
      token.length === 1 ? { ...meaning, unit: glued.get(token) ?? gluedUnit } : meaning,
    ]),
  )
}
