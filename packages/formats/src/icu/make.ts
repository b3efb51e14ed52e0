import {
  clockText,
  paceOf,
  plainNumber,
  type Aim,
  metresPerSecond,
  seconds,
  type Athlete,
  type Lasting,
  type LongUnit,
  type PrescribedPart,
  type PrescribedSet,
  type PrescribedStep,
  type Range,
  type Speed,
} from '@bell-lap/core'
import { oneLine } from '../export/cut-text.ts'
import { exerciseLabel, labelOf } from '../export/label.ts'
import { leftText } from '../export/pace-text.ts'
import { stepsOf, withDepth } from '../export/parts.ts'
import type { Loss } from '../export/report.ts'

/** A session as text for the workout builder of Intervals.icu, and what was lost. */
export interface IcuWorkout {
  readonly text: string
  readonly losses: readonly Loss[]
}

export interface IcuSession {
  readonly parts: readonly PrescribedPart[]
  readonly unit: LongUnit
  readonly athlete: Pick<Athlete, 'maxHeartRate' | 'thresholdHeartRate'>
}

/** Length that an open step is written with where nobody knows better; its end is the button's. */
const UNKNOWN_LENGTH = '1m'

/**
 * A prescription in the syntax of the workout builder (forum.intervals.icu/t/123701): a line that starts with a hyphen
 * is a step, `m` is minutes, metres are `mtr`, paces are absolute, a set stands under its `6x` between blank lines and
 * holds no other set. What the button ends carries `press lap` and an estimate of its length.
 */
export const makeIcuWorkout = ({ parts, unit, athlete }: IcuSession): IcuWorkout => {
  if (stepsOf(parts).every(({ beside, role }) => beside !== undefined || role === 'rest')) return asProse(parts)
  const flat = withDepth(parts, 1)
  const losses: Loss[] = [...flat.losses]
  const desk: Desk = { unit, athlete, losses }
  const blocks = blocksOf(flat.parts).map((block) =>
    block.kind === 'set'
      ? [`${block.times}x`, ...stepsOf(block.parts).map((step) => lineOf(step, desk))]
      : block.steps.map((step) => lineOf(step, desk)),
  )
  return { text: blocks.map((lines) => `${lines.join('\n')}\n`).join('\n'), losses }
}

/** Strength has no steps there: the builder knows lengths and intensities, no exercises. */
const asProse = (parts: readonly PrescribedPart[]): IcuWorkout => {
  const lines = stepsOf(parts).flatMap(({ beside }) => {
    if (!beside) return []
    return [beside.kind === 'exercise' ? exerciseLabel(beside) : labelOf(beside)]
  })
  return {
    text: [...new Set(lines)].map((line) => `${oneLine(line)}\n`).join(''),
    losses: [{ what: 'exercises', how: 'are lines of text, not steps' }],
  }
}

interface Desk {
  readonly unit: LongUnit
  readonly athlete: IcuSession['athlete']
  readonly losses: Loss[]
}

type Block = PrescribedSet | { readonly kind: 'steps'; readonly steps: readonly PrescribedStep[] }

/** Sets by themselves, and the steps between them together. */
const blocksOf = (parts: readonly PrescribedPart[]): readonly Block[] => {
  const blocks: Block[] = []
  let steps: PrescribedStep[] = []
  for (const part of parts) {
    if (part.kind === 'step') {
      if (steps.length === 0) blocks.push({ kind: 'steps', steps })
      steps.push(part)
    } else {
      steps = []
      blocks.push(part)
    }
  }
  return blocks
}

const lineOf = (step: PrescribedStep, desk: Desk): string => {
  const { length, lap } = lengthOf(step, desk)
  const target = step.aim === null ? '' : targetOf(step.aim, step, desk)
  return ['-', cueOf(step, desk), lap ? 'press lap' : '', length, target].filter((word) => word !== '').join(' ')
}

/**
 * Words that the builder cannot take for a length, a pace or a keyword: everything before the first length is the cue,
 * so a cue holds no digit and none of the builder's own words, and the plan's words for the bout stand without figures.
 */
const cueOf = (step: PrescribedStep, desk: Desk): string => {
  const { role, mode, cue, beside, target, lasting } = step
  const name = target?.kind === 'pace' ? PACE_WORDS[target.pace] : undefined
  const what = beside?.kind === 'exercise' ? beside.name : beside ? (beside.name ?? beside.activity) : (mode ?? role)
  const ends = lasting.kind === 'open' && !lasting.left ? lasting.because : ''
  return [what, name ?? '', ends, cue ?? '']
    .map((words) => harmless(words, step, desk))
    .filter((words) => words !== '')
    .join(', ')
}

/** Names of paces that have a figure in them, in words. */
const PACE_WORDS: { readonly [name: string]: string } = {
  threshold: 'threshold',
  marathon: 'marathon effort',
  hm: 'half marathon effort',
  '10mi': 'ten mile effort',
  '15K': 'fifteen K effort',
  '10K': 'ten K effort',
  '8K': 'eight K effort',
  '5K': 'five K effort',
  '3K': 'three K effort',
  '2mi': 'two mile effort',
  '1500': 'fifteen hundred effort',
  mile: 'one mile effort',
  '1200': 'twelve hundred effort',
  '1000': 'one K effort',
  '800': 'eight hundred effort',
  '600': 'six hundred effort',
  '400': 'four hundred effort',
}

/** Words that the builder reads as something of its own. */
const KEYWORDS = /(?<!\p{L})(?:pace|hr|lthr|ftp|mmp|rpm|ramp|freeride|press|lap|intensity|hidepower)(?!\p{L})/giu

/** Letters and plain punctuation: without a figure nothing can pass for a length, a pace, a zone or a count. */
const harmless = (words: string, { text }: PrescribedStep, { losses }: Desk): string => {
  const line = oneLine(words)
  if (/\p{N}/u.test(line) || line.search(KEYWORDS) >= 0)
    losses.push({ what: text, how: 'figures and words that the builder would read are left out of the cue' })
  return line
    .replaceAll(/[^\p{L}\s,.;!?()'’-]/gu, ' ')
    .replaceAll(KEYWORDS, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,.;!?()'’-]+|[\s,;-]+$/g, '')
}

interface Length {
  readonly length: string
  /** The button ends it. */
  readonly lap?: true
}

const lengthOf = (step: PrescribedStep, desk: Desk): Length => {
  const { lasting } = step
  switch (lasting.kind) {
    case 'distance':
      if (lasting.distance < 0.5) desk.losses.push({ what: step.text, how: 'the shortest step is one metre' })
      return { length: metresText(lasting.distance) }
    case 'time':
      if (lasting.duration < 0.5) desk.losses.push({ what: step.text, how: 'the shortest step is one second' })
      return { length: timeText(lasting.duration) }
    case 'reps':
      desk.losses.push({ what: step.text, how: 'repetitions are a step that the button ends' })
      return { length: UNKNOWN_LENGTH, lap: true }
    case 'open':
      return openLength(step, lasting, desk)
    default:
      return lasting satisfies never
  }
}

const openLength = ({ text }: PrescribedStep, lasting: Extract<Lasting, { kind: 'open' }>, desk: Desk): Length => {
  const { left } = lasting
  if (left?.distance) {
    desk.losses.push({
      what: text,
      how: `${leftText(left, desk.unit)}: an even share as its length, ended by the button`,
    })
    return { length: metresText(left.distance / left.bouts), lap: true }
  }
  if (left?.duration) {
    desk.losses.push({
      what: text,
      how: `${leftText(left, desk.unit)}: an even share as its length, ended by the button`,
    })
    return { length: timeText(left.duration / left.bouts), lap: true }
  }
  desk.losses.push({ what: text, how: `${lasting.because}: written as ${UNKNOWN_LENGTH}, ended by the button` })
  return { length: UNKNOWN_LENGTH, lap: true }
}

/** `400mtr`, `1.5km`: never `m`, which is minutes. Whole metres; a bout is one at least. */
const metresText = (distance: number): string => {
  const whole = Math.max(1, Math.round(distance))
  return whole % 100 === 0 && whole >= 1000 ? `${plainNumber(whole / 1000, 1)}km` : `${whole}mtr`
}

/** `20m`, `1m30s`, `1h5m`: whole seconds; a bout is one at least. */
const timeText = (duration: number): string => {
  const whole = Math.max(1, Math.round(duration))
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  return [hours > 0 ? `${hours}h` : '', minutes > 0 ? `${minutes}m` : '', seconds > 0 ? `${seconds}s` : ''].join('')
}

/** Slowest pace that `mm:ss` can say. */
const SLOWEST = 3600

/** Whole seconds for a kilometre or mile; undefined for what no clock of minutes and seconds shows. */
const secondsOf = (speed: Speed, unit: LongUnit): number | undefined => {
  const pace = paceOf(speed, unit)
  const whole = pace === undefined ? 0 : Math.round(pace)
  return whole > 0 && whole < SLOWEST ? whole : undefined
}

const targetOf = (aim: Aim, step: PrescribedStep, desk: Desk): string =>
  aim.kind === 'speed' ? paceTarget(aim, step, desk) : heartRateTarget(aim, step, desk)

/** `4:02-3:58/km Pace`, slow end first; a progression is a ramp between the middles of its ends. */
const paceTarget = (aim: Extract<Aim, { kind: 'speed' }>, { text }: PrescribedStep, desk: Desk): string => {
  const { unit, losses } = desk
  const ends = aim.progress ? [middle(aim.progress.start), middle(aim.progress.end)] : [aim.speed.low, aim.speed.high]
  const [first, last] = ends.map((speed) => secondsOf(speed, unit))
  if (first === undefined || last === undefined) {
    losses.push({ what: text, how: 'a speed that no pace in minutes and seconds says is left out' })
    return ''
  }
  if (aim.progress) losses.push({ what: text, how: 'a ramp between the middles of its two paces' })
  const clocks = [first, last].map((pace) => clockText(seconds(pace)))
  const range = first === last ? clocks[0] : clocks.join('-')
  return `${aim.progress && first !== last ? 'ramp ' : ''}${range}/${unit} Pace`
}

const middle = ({ low, high }: Range<Speed>): Speed => metresPerSecond((low + high) / 2)

/** Ends that a heart rate without one is written with, in per cent of the highest. */
const OPEN_PERCENT = { low: 50, high: 100 } as const

/** `78-84% HR`, of the athlete's own highest or threshold heart rate: the builder takes no beats. */
const heartRateTarget = (aim: Extract<Aim, { kind: 'heart rate' }>, { text }: PrescribedStep, desk: Desk): string => {
  const { maxHeartRate, thresholdHeartRate } = desk.athlete
  const whole = maxHeartRate ?? thresholdHeartRate
  if (whole === undefined) {
    desk.losses.push({ what: text, how: 'beats are left out: no highest or threshold heart rate is known' })
    return ''
  }
  const { low, high } = aim.heartRate
  const percent = (beats: number | undefined, open: number): number =>
    beats === undefined ? open : Math.round((100 * beats) / whole)
  const [from, to] = [percent(low, OPEN_PERCENT.low), percent(high, OPEN_PERCENT.high)]
  const open = low === undefined || high === undefined ? ', an open end as 50 or 100 %' : ''
  desk.losses.push({ what: text, how: `beats are whole per cent of ${Math.round(whole)} bpm${open}` })
  return `${from === to ? from : `${from}-${to}`}% ${maxHeartRate === undefined ? 'LTHR' : 'HR'}`
}
