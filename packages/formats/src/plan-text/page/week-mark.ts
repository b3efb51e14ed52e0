import type { WeekKind } from '@bell-lap/core'
import { countNamed } from './words.ts'

/** How a line opens a week: its number as printed, and where the rest of the line starts. */
export interface WeekMark {
  /** Null when the page names the week without counting it (`Race week`, `w/c 4 Jan`). */
  readonly number: number | null
  /** `Weeks 5-8`: the last of them. */
  readonly upTo?: number
  /** Counted down to the race. */
  readonly countdown: boolean
  /** Said by the name alone (`Taper week`). */
  readonly kind?: WeekKind
  /** Offset in the text after the mark. */
  readonly length: number
}

const NUMBER = String.raw`(\d{1,3}|[IVXL]{1,6}(?![A-Za-z])|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|[A-H](?=\s*(?:$|[:(.–—-])))`
const COUNTED = new RegExp(
  String.raw`^(?:training\s+)?(?:week|wk)s?\b\.?\s*(?:no\.?\s*|number\s+|nr\.?\s*|#\s*|:\s*(?=\d))?${NUMBER}(?:\s*(?:of|\/)\s*\d{1,3})?(?!\d|:\d|\.\d)`,
  'i',
)
const TIGHT = /^(?:w|(?:wk|week)[ -]?)(\d{1,2})(?!\d|\s*(?:mi|km|m\b|min|x\b))/i
const RANGE = new RegExp(
  String.raw`^\s*(?:-|–|—|to|through|thru|until|and|&|\+)\s*(?:(?:week|wk)s?\s*)?${NUMBER}(?!\d|:\d)`,
  'i',
)
const ORDINAL =
  /^(?:the\s+)?(\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\s+week\b/i
const OUT = new RegExp(
  String.raw`^${NUMBER}\s*(?:weeks?|wks?)\s+(?:out|to\s+go|to\s+(?:the\s+)?race(?:\s*day)?|until(?:\s+(?:the\s+)?race(?:\s*day)?)?|till\s+race(?:\s*day)?|before(?:\s+(?:the\s+)?race(?:\s*day)?)?|left|away|remaining)\b`,
  'i',
)
const MINUS =
  /^(?:(?:t|r|race|race day|week)\s*minus\s*|(?:race|race day|week)\s*[-–−]\s*|minus\s+)(\d{1,2})(?:\s*(?:weeks?|wks?))?(?!\d)|^[TR]?\s?[-–−]\s?(\d{1,2})\s*(?:weeks?|wks?)\b|^T[-−](\d{1,2})(?=\s*(?:$|:|\())/i
const NAMED =
  /^(race|goal|competition|taper|final|last|peak|recovery|rest|down|cut-?back|deload|easy|regeneration|test)\s+week\b/i
const DATED = /^(?:w\/c|wc|w\/b|w\/e|week\s+(?:commencing|beginning|starting|ending|of|from))\b\.?:?/i

/** A quick look that spares most lines the long one. */
const MAY_BE = /week|wk|minus|^w[-\s/]?[\dcbe]|^[tr]\s?[-–−]|^race\s?[-–−]|^[-–−]\d/i

/** Reads the mark that opens a week at the start of a line; undefined for other lines. */
export const weekMark = (text: string): WeekMark | undefined => {
  const head = text.slice(0, 120)
  if (!MAY_BE.test(head)) return undefined
  return countedMark(head) ?? countdownMark(head) ?? namedMark(head)
}

/** `Week A` is the first. */
const countOf = (word: string): number | undefined =>
  /^[A-H]$/.test(word) ? word.charCodeAt(0) - 64 : countNamed(word)

const countedMark = (head: string): WeekMark | undefined => {
  const match = COUNTED.exec(head) ?? TIGHT.exec(head) ?? ORDINAL.exec(head)
  const number = match?.[1] === undefined ? undefined : countOf(match[1])
  if (!match || number === undefined) return undefined
  const range = rangeAfter(head, match[0])
  if (!range || range.upTo <= number || range.upTo - number > MOST_RANGE) {
    return { number, countdown: false, length: match[0].length }
  }
  return { number, upTo: range.upTo, countdown: false, length: match[0].length + range.length }
}

/** A phase is no longer than this, in weeks. */
const MOST_RANGE = 52

/** `Weeks 5 to 8`, `Week 5-8`; but `Week 5 - 51 miles` and `Week 5 - 8 runs` are one week. */
const rangeAfter = (head: string, mark: string): { readonly upTo: number; readonly length: number } | undefined => {
  const range = RANGE.exec(head.slice(mark.length))
  const upTo = range?.[1] === undefined ? undefined : countNamed(range[1])
  if (!range || upTo === undefined) return undefined
  const several =
    /^\w*\s*(?:weeks|wks)\b/i.test(mark) ||
    /^\s*(?:to|through|thru|until|and|&|\+)/i.test(range[0]) ||
    /week|wk/i.test(range[0])
  const rest = head.slice(mark.length + range[0].length)
  const tight = /^[-–—]\S/.test(range[0]) && /^\s*(?:$|[:(,;.|–—-])/.test(rest)
  return several || tight ? { upTo, length: range[0].length } : undefined
}

const countdownMark = (head: string): WeekMark | undefined => {
  const match = OUT.exec(head) ?? MINUS.exec(head)
  const figure = match?.[1] ?? match?.[2] ?? match?.[3]
  const number = figure === undefined ? undefined : countNamed(figure)
  return match && number !== undefined ? { number, countdown: true, length: match[0].length } : undefined
}

const namedMark = (head: string): WeekMark | undefined => {
  const dated = DATED.exec(head)
  if (dated) return { number: null, countdown: false, length: dated[0].length }
  const named = NAMED.exec(head)
  if (!named) return undefined
  const kind = weekKindIn(named[0])
  return { number: null, countdown: false, length: named[0].length, ...(kind ? { kind } : {}) }
}

const KINDS: readonly (readonly [WeekKind, RegExp])[] = [
  [
    'recovery',
    /\b(?:recovery|recover|cut-?back|step-?back|deload|unload|absorb|absorption|regeneration|regenerate|breather)\b/i,
  ],
  [
    'recovery',
    /\b(?:down|rest|easy|easier|light|lighter|drop|drop-?back|back-?off)\s+week\b|^\W*(?:down|rest|easy|light|lighter)\W*$/i,
  ],
  ['taper', /\btaper(?:ing)?\b/i],
  ['race', /\b(?:race|goal|competition)\s+week\b|^\s*(?:race|race day|goal race|the race|competition)\s*!*\s*$/i],
  ['peak', /\bpeak\b/i],
  ['base', /\bbase\b/i],
  ['build', /\bbuild(?:ing)?\b(?!\s+up\b)/i],
]

/** What kind of week its heading says it is; undefined when it does not say. */
export const weekKindIn = (label: string): WeekKind | undefined => KINDS.find(([, words]) => words.test(label))?.[0]
