import { isSentence } from './words.ts'
import { weekMark } from './week-mark.ts'
import { isHeadingRest, weekLabel, type WeekLabel } from './week-label.ts'

/** How a heading opens a phase. */
export interface PhaseMark {
  readonly name: string
  readonly weeks: { readonly from: number; readonly to: number } | null
  readonly label: WeekLabel
  /** Could be a heading of something else: believed only when weeks follow. */
  readonly soft: boolean
}

const MOST_HEADING = 100
/** A heading that ends in its weeks: `Developing Speed: Weeks 5-8`, `Base (weeks 1 to 4)`. */
const WEEKS_LAST = /^(.{2,80}?)\s*(?:[:,;|([]|\s[-–—]|[–—])\s*((?:weeks?|wks?)\s+\d{1,3}.{0,24})$/i
const NUMBERED =
  /^(?:phase|block|cycle|mesocycle|macrocycle|part|stage|period|section)\s+(?:\d{1,2}|[IVX]{1,4}|[a-e]|one|two|three|four|five|six)\b/i
const NAMED = /^(?:[\w'&/+-]+\s+){0,5}(?:phase|block|cycle|mesocycle|period)\b(?=\s*(?:$|[:(–—-]))/i
const WORD =
  /^(?:the\s+)?(?:base|base building|foundation|build|build-?up|building|speed|strength|sharpening|sharpen|peak|peaking|taper|tapering|specific|race[- ]specific|competition|transition|endurance|introduction)(?:\s+(?:phase|training|block|period|and taper|and race))?\s*:?$/i

/** A quick look that spares most lines the long one. */
const MAY_BE =
  /week|wk|phase|block|cycle|period|^(?:the\s+)?(?:part|stage|section|base|found|build|speed|strength|sharp|peak|taper|specific|race|compet|trans|endur|intro)/i

/** Reads a heading that opens several weeks; undefined for other lines. `heading`: the page marks the line as one. */
export const phaseMark = (text: string, heading: boolean): PhaseMark | undefined => {
  if (text.length > MOST_HEADING || !MAY_BE.test(text)) return undefined
  return weeksFirst(text) ?? (isTalk(text) ? undefined : (weeksLast(text) ?? namedPhase(text, heading)))
}

const isTalk = (text: string): boolean => /[.?!]$/.test(text) || isSentence(text)

const weeksFirst = (text: string): PhaseMark | undefined => {
  const mark = weekMark(text)
  if (mark?.number === undefined || mark.number === null || mark.upTo === undefined) return undefined
  const rest = text.slice(mark.length)
  if (!isHeadingRest(rest)) return undefined
  const label = weekLabel(rest)
  return {
    name: label.label === '' ? text : label.label,
    weeks: { from: mark.number, to: mark.upTo },
    label,
    soft: false,
  }
}

const weeksLast = (text: string): PhaseMark | undefined => {
  const match = WEEKS_LAST.exec(text)
  const mark = match?.[2] === undefined ? undefined : weekMark(match[2])
  if (!match || mark?.number === undefined || mark.number === null) return undefined
  const rest = (match[2] ?? '').slice(mark.length)
  if (!/^\s*[)\]:,;–—-]|^\s*$/.test(rest)) return undefined
  const label = weekLabel(rest)
  return { name: match[1] ?? text, weeks: { from: mark.number, to: mark.upTo ?? mark.number }, label, soft: false }
}

const namedPhase = (text: string, heading: boolean): PhaseMark | undefined => {
  const named = NUMBERED.test(text) || NAMED.test(text)
  const alone =
    WORD.test(text) &&
    (heading || text === text.toUpperCase() || /phase|block|period/i.test(text) || /^[A-Z]/.test(text))
  if (!named && !alone) return undefined
  return { name: text.replace(/\s*:$/, ''), weeks: null, label: weekLabel(''), soft: true }
}
