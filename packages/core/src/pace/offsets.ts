import { seconds } from '../units/duration.ts'
import { metres } from '../units/distance.ts'
import type { Duration, Range, Speed } from '../units/quantity.ts'
import { paceText } from '../units/text.ts'
import { slowedBy, speedOver } from '../units/speed.ts'
import { equivalentTime } from './daniels-gilbert.ts'
import { equivalentPaces } from './equivalent.ts'
import { type Fitness, indexAt } from './fitness.ts'
import { PACE_NAMES, type PaceName } from './names.ts'
import { spanOf, type PaceTable, type ResolvedPace } from './resolved.ts'

const FIVE_K = metres(5000)

/**
 * Seconds a mile that the advanced 5K document (000) adds to current 5K pace, fast end first, with its statement.
 * R19 says "current 5K pace or slightly faster" without a figure: five seconds is a convention.
 */
export const DOCUMENT_OFFSETS = {
  easy: { low: 90, high: 120, statement: 'R13' },
  long: { low: 90, high: 120, statement: 'R13' },
  threshold: { low: 15, high: 25, statement: 'R15' },
  vo2max: { low: -5, high: 0, statement: 'R19' },
  mile: { low: -25, high: -20, statement: 'R48' },
} as const satisfies { readonly [Pace in PaceName]?: Range<number> & { readonly statement: string } }
export type OffsetPace = keyof typeof DOCUMENT_OFFSETS

const OFFSET_PACES = PACE_NAMES.filter((pace): pace is OffsetPace => pace in DOCUMENT_OFFSETS)

/** 5K times that the document was written for, widened to what its figures still mean. */
const OFFSETS_RANGE = { fastest: seconds(840), slowest: seconds(1500) } as const

/** How much wider the offsets are outside 14:00 to 25:00: the ratio of the pace to that of the nearer bound. */
const offsetScale = (fiveK: Duration): number => {
  const { fastest, slowest } = OFFSETS_RANGE
  return fiveK / Math.min(slowest, Math.max(fastest, fiveK))
}

/** The athlete's 5K time: their own, else the equivalent one. */
export const fiveKTime = (fitness: Fitness): Duration => equivalentTime(indexAt(fitness.anchors, FIVE_K), FIVE_K)

const signed = (amount: number): string => {
  const size = Number(Math.abs(amount).toFixed(1))
  if (size === 0) return '0'
  return `${amount < 0 ? '-' : '+'}${size}`
}

/** `+90..+120 s/mi`. */
const offsetText = ({ low, high }: Range<number>): string => `${signed(low)}..${signed(high)} s/mi`

const NOTES: { readonly [Pace in OffsetPace]?: string } = {
  threshold: 'Run the slow end: from +22 to +26 s/mi lie what a race of 60 minutes and 88 % of the index give.',
  vo2max: 'The document says "5K pace or slightly faster"; up to 5 s/mi is a convention.',
}

const byOffset = (pace: OffsetPace, base: Speed, scale: number): ResolvedPace => {
  const { low, high, statement } = DOCUMENT_OFFSETS[pace]
  const offset = { low: low * scale, high: high * scale }
  const scaled = `5K outside 14:00 to 25:00: the offsets are scaled by ${scale.toFixed(3)}.`
  return {
    speed: spanOf(slowedBy(base, offset.high, 'mi'), slowedBy(base, offset.low, 'mi')),
    basis: 'model',
    from: `5K ${offsetText(offset)} (${statement})`,
    formula: '5K pace plus seconds a mile (advanced 5K document, 000)',
    inputs: { '5K pace': paceText(base, 'mi'), offset: offsetText(offset), statement },
    notes: [...(scale === 1 ? [] : [scaled]), ...(NOTES[pace] ? [NOTES[pace]] : [])],
  }
}

const SILENT = 'The document gives no figure for this pace: equivalent of the 5K.'

/**
 * The model `offsets`: what document 000 says of easy, threshold, VO2max and mile pace, as seconds a mile from 5K pace.
 * Where it is silent the equivalents stand in, and say so.
 */
export const offsetPaces = (fitness: Fitness): PaceTable => {
  const time = fiveKTime(fitness)
  const base = speedOver(FIVE_K, time)
  const scale = offsetScale(time)
  const table = new Map<PaceName, ResolvedPace>()
  for (const [pace, resolved] of equivalentPaces(fitness)) {
    table.set(pace, pace === '5K' ? resolved : { ...resolved, notes: [SILENT, ...resolved.notes] })
  }
  for (const pace of OFFSET_PACES) table.set(pace, byOffset(pace, base, scale))
  // One mile pace, one 1500 m pace: the faster equivalent beside the document's mile would part what is raced alike.
  table.delete('1500')
  return table
}
