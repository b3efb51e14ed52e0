import type { Slot } from '@bell-lap/core'
import { CELL_BREAK } from './text.ts'

/** A part of a day's entry with the half of the day it belongs to; offsets in the entry. */
export interface SlotPart {
  readonly slot: Slot | null
  /** Minutes after midnight, where a clock time is written. */
  readonly clock?: number
  readonly from: number
  readonly to: number
}

const HALF = String.raw`(?:a\.m\.|p\.m\.|am|pm|morning|mornings|evening|evenings|afternoon|night|lunch|lunchtime|noon|midday)`
/** At the start of an entry, with the sign after it. */
const LEADING = new RegExp(String.raw`^\(?(${HALF})\b\)?\s*(?:[:=.)]|[-–—]+(?=\s|\d|[A-Za-z]))?\s*`, 'i')
const TIMED =
  /^(?:at\s+)?\(?(\d{1,2})(?:[:.](\d\d))?\s?(a\.?m\.?|p\.?m\.?)(?![a-z])\)?\s*(?:[:=.)]|[-–—]+(?=\s|\d|[A-Za-z]))?\s*/i
const CLOCK = /^(?:at\s+)?(0\d|1\d|2[0-3]):([0-5]\d)\s*(?:h|hrs|o'clock)?\s*(?:[:=]|[-–—]+(?=\s|\d|[A-Za-z]))\s*/i

interface Opening {
  readonly slot: Slot
  readonly clock?: number
  readonly length: number
}

const slotOf = (word: string): Slot => (/^(?:a|morning)/i.test(word) && !/^after/i.test(word) ? 'am' : 'pm')

/** Half of the day that a text starts with; undefined when it starts with none. */
export const slotOpening = (text: string): Opening | undefined => {
  const head = text.slice(0, 40)
  const timed = TIMED.exec(head)
  if (timed) return timedOpening(timed)
  const clock = CLOCK.exec(head)
  if (clock) {
    const hour = Number(clock[1])
    return { slot: hour < 12 ? 'am' : 'pm', clock: hour * 60 + Number(clock[2]), length: clock[0].length }
  }
  const leading = LEADING.exec(head)
  return leading?.[1] === undefined ? undefined : { slot: slotOf(leading[1]), length: leading[0].length }
}

const timedOpening = (match: RegExpExecArray): Opening | undefined => {
  const hour = Number(match[1])
  if (hour < 1 || hour > 12) return undefined
  const slot = slotOf(match[3] ?? '')
  const clock = ((hour % 12) + (slot === 'pm' ? 12 : 0)) * 60 + Number(match[2] ?? 0)
  return { slot, clock, length: match[0].length }
}

/** Where a second half of the day may start within an entry: after a sign, or in capitals. */
const INNER = new RegExp(
  String.raw`(?:[/;|,&+\n${CELL_BREAK}.]|\band\b|\bthen\b|\s[-–—])\s{0,9}(?=\(?${HALF}\b\)?\s*(?:[:=(\d~-]|\s[A-Za-z\d])|\(?\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b)|\s(?=(?:AM|PM)\b(?:\s*[:=]|\s+[\dA-Z]))`,
  'gi',
)
const CAPITALS = /^\s*\(?(?:AM|PM|A\.M\.|P\.M\.)/
const SIGNED = new RegExp(String.raw`^\s*\(?${HALF}\b\)?\s*[:=\d-]`, 'i')

/**
 * The halves of the day in an entry: `AM 6E / PM S&C 35 min`, `7am 5 miles; 6pm gym`, `tempo AM and lifting PM`.
 * An entry that names none is one part without a slot.
 */
export const slotParts = (text: string, slashHalves = false): readonly SlotPart[] => {
  const whole = [{ slot: null, from: 0, to: text.length }]
  const halves = slashHalves ? slashParts(text) : undefined
  if (halves) return halves
  if (!ANY_HALF.test(text)) return whole
  return leadingParts(text) ?? trailingParts(text) ?? whole
}
const ANY_HALF = new RegExp(String.raw`\b${HALF}\b|\d\s?[ap]\.?m\b|^\d\d:`, 'i')

/** One slash outside brackets, where the page says that it parts the halves of the day. */
const slashParts = (text: string): readonly SlotPart[] | undefined => {
  if (text.length > 400) return undefined
  const outside = text.replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, (bracket) => ' '.repeat(bracket.length))
  const at = outside.indexOf('/')
  if (at <= 0 || at !== outside.lastIndexOf('/') || /w\/$/i.test(outside.slice(0, at + 1))) return undefined
  return [
    { slot: 'am', from: 0, to: at },
    { slot: 'pm', from: at + 1, to: text.length },
  ]
}

const leadingParts = (text: string): readonly SlotPart[] | undefined => {
  const first = slotOpening(text)
  const starts: { readonly cut: number; readonly opening: Opening; readonly at: number }[] = []
  if (first) starts.push({ cut: 0, opening: first, at: 0 })
  for (const match of text.matchAll(INNER)) {
    const at = match.index + match[0].length
    const rest = text.slice(at, at + 48)
    const opening = CAPITALS.test(rest) || SIGNED.test(rest) || first ? slotOpening(rest) : undefined
    if (opening) starts.push({ cut: match.index, opening, at })
  }
  if (starts.length === 0 || (!first && starts.length === 1 && starts[0]?.opening.slot === 'am')) return undefined
  const parts = starts.map(({ opening, at }, index) => ({
    slot: opening.slot,
    ...(opening.clock === undefined ? {} : { clock: opening.clock }),
    from: at + opening.length,
    to: starts[index + 1]?.cut ?? text.length,
  }))
  // What stands before a `PM` without an `AM` of its own is the morning's.
  const before = first ? undefined : starts[0]
  return before ? [{ slot: 'am', from: 0, to: before.cut }, ...parts] : parts
}

const TRAILING = /[\s(](AM|PM|a\.m\.|p\.m\.|am|pm)\)?(?=\s*(?:$|[,;/&+\n]|and\b|then\b))/g
const JOINT = /^\s*(?:[,;/&+\n]|and\b|then\b)?\s*/

const trailingParts = (text: string): readonly SlotPart[] | undefined => {
  const found = [...text.matchAll(TRAILING)]
  const slots = found.map((match) => slotOf(match[1] ?? ''))
  if (found.length === 0 || found.length > 2 || new Set(slots).size < found.length) return undefined
  const last = found.at(-1)
  if (last && text.slice(last.index + last[0].length).trim() !== '') return undefined
  let from = 0
  return found.map((match, index) => {
    const part = { slot: slots[index] ?? null, from, to: match.index }
    const end = match.index + match[0].length
    from = end + (JOINT.exec(text.slice(end))?.[0].length ?? 0)
    return part
  })
}
