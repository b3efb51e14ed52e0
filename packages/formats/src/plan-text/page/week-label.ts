import type { WeekKind } from '@bell-lap/core'
import { writtenAmount, type WrittenAmount } from './amount.ts'
import { dateAt, type WrittenDate } from './dates.ts'
import { isSentence } from './words.ts'
import { weekKindIn } from './week-mark.ts'

/** What the rest of a week's heading says. */
export interface WeekLabel {
  readonly kind: WeekKind | null
  readonly total: WrittenAmount | null
  /** The author's words for the week, totals and dates left out. */
  readonly label: string
  /** The week's aim, where the heading calls it that (`Focus: rhythm`). */
  readonly objective: string | null
  readonly date: WrittenDate | null
}

const MOST_LABEL = 160
/** After the number a heading goes on with a sign, a bracket or nothing; a sentence goes on with a verb. */
const SIGN = /^\s*(?:$|[:.,;|=>([{·•/]|[-–—]+(?:\s|\d|$))/
const GOES_ON =
  /^\s*(?:is|are|was|will|would|should|can|could|may|might|must|has|have|had|and|or|to|of|in|on|for|with|you|we|i|it|its|they|then|when|where|if|as|at|by|but|so|the|a|an|this|that|these|looks?|feels?|brings?|starts?|begins?|ends?|needs?|calls?|asks?|after|before|onwards?|until|from|than|through|again)\b/i

/**
 * Whether the text after a week's mark can be the rest of a heading, rather than of a sentence that speaks of the week.
 */
export const isHeadingRest = (rest: string): boolean => {
  if (rest.length > MOST_LABEL) return false
  if (SIGN.test(rest)) return true
  return !GOES_ON.test(rest) && !isSentence(rest) && rest.trim().split(/\s+/).length <= 8 && !/[.!?]\s+\S/.test(rest)
}

const OBJECTIVE = /^(?:focus|goal|aim|objective|theme|purpose)\s*(?:[:=]|[-–—]\s|\bon\b)\s*/i
const SEPARATOR = /[()[\]{}|;•·]|[:,](?=\s|$)|\s[-–—/]+\s|[-–—]\s|^\s*[-–—:.]+/

const NO_LABEL: WeekLabel = { kind: null, total: null, label: '', objective: null, date: null }

/** Takes a heading apart: total, dates, kind of week; what is left is the author's label. */
export const weekLabel = (rest: string): WeekLabel => {
  if (rest === '' || rest === ':') return NO_LABEL
  let total: WrittenAmount | null = null
  let date: WrittenDate | null = null
  const words: string[] = []
  for (const part of rest.split(SEPARATOR).map((piece) => piece.trim())) {
    if (part === '') continue
    const amount: WrittenAmount | null = total ? null : totalPart(part)
    const day: WrittenDate | null = amount || date ? null : datePart(part)
    if (amount) total = amount
    else if (day) date = day
    else words.push(part)
  }
  const said = words.join(', ')
  const objective = words.find(
    (part, index) => OBJECTIVE.test(part) || (index > 0 && OBJECTIVE.test(`${words[index - 1]}: `)),
  )
  return {
    kind: weekKindIn(said) ?? null,
    total,
    date,
    label: said,
    objective: objective === undefined ? null : objective.replace(OBJECTIVE, ''),
  }
}

const TOTAL_WORDS =
  /^(?:(?:total|totals|mileage|volume|distance|target|weekly|week|running|sum|=)\b\s*)+[:=]?\s*|^=\s*/i
const AFTER_TOTAL =
  /^\s*(?:total|in total|running|for the week|this week|per week|a week|weekly|in all|all told|altogether|\/\s?(?:week|wk))?\s*[.!]?$/i
/** A figure alone in a heading is a total only if a week of running could come to it. */
const LEAST_WEEK = 5

const totalPart = (part: string): WrittenAmount | null => {
  const said = TOTAL_WORDS.exec(part)?.[0] ?? ''
  const amount = writtenAmount(part.slice(said.length))
  if (!amount || !AFTER_TOTAL.test(part.slice(said.length + amount.length))) return null
  if (amount.unit === null && said === '' && amount.low < LEAST_WEEK) return null
  return amount
}

const datePart = (part: string): WrittenDate | null => {
  const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i.exec(part)?.[0] ?? ''
  const date = dateAt(part.slice(weekday.length))
  return date && /^\s*(?:$|-|–|—|to\b|until\b)/i.test(part.slice(weekday.length + date.length)) ? date : null
}
