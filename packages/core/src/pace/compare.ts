import type { LongUnit } from '../units/distance.ts'
import type { Range, Speed } from '../units/quantity.ts'
import { metresPerSecond, paceOf, slowedBy } from '../units/speed.ts'
import { paceText, plainNumber } from '../units/text.ts'
import { equivalentPaces } from './equivalent.ts'
import type { Fitness } from './fitness.ts'
import { DOCUMENT_OFFSETS, offsetPaces } from './offsets.ts'
import { pointOf } from './resolved.ts'

/** `too fast`: all of the document's range is faster than the equivalents. */
const VERDICTS = ['agree', 'partly', 'too fast', 'too slow'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Two ranges of one pace, in seconds for some stretch: the document's against that of the equivalents. */
export interface Difference {
  readonly verdict: Verdict
  /** Seconds by which the fast end of the document is faster than that of the equivalents; negative where it is slower. */
  readonly fastEnd: number
  /** The same for the slow ends. */
  readonly slowEnd: number
  /** The part of the document's range that the equivalents share; left out where there is none. */
  readonly shared?: Range<number>
}

/** Which way and how far a range lies from another, in seconds. A point is a range without width: to hold it is to agree. */
export const differenceOf = (document: Range<number>, equivalent: Range<number>): Difference => {
  const ends = { fastEnd: equivalent.low - document.low, slowEnd: equivalent.high - document.high }
  const shared = { low: Math.max(document.low, equivalent.low), high: Math.min(document.high, equivalent.high) }
  if (shared.low > shared.high) return { ...ends, verdict: document.high < equivalent.low ? 'too fast' : 'too slow' }
  const inside = equivalent.low <= document.low && document.high <= equivalent.high
  return { ...ends, shared, verdict: inside || equivalent.low === equivalent.high ? 'agree' : 'partly' }
}

/** Paces that both models have a figure of their own for. Easy is a range in both, the others are points of the index. */
const COMPARED_PACES = ['easy', 'threshold', 'vo2max', 'mile'] as const
export type ComparedPace = (typeof COMPARED_PACES)[number]

/** One pace by the document's offsets and by the equivalents (C1). */
export interface PaceComparison extends Difference {
  readonly pace: ComparedPace
  readonly statement: string
  readonly document: Range<Speed>
  readonly equivalent: Range<Speed>
  readonly from: string
  /** The document's fast end is faster than 10K race pace, which no threshold is. */
  readonly fasterThan10K?: true
}

const secondsPerMile = ({ low, high }: Range<Speed>): Range<number> => ({
  low: paceOf(high, 'mi') ?? Number.NaN,
  high: paceOf(low, 'mi') ?? Number.NaN,
})

const pointRange = (range: Range<Speed>): Range<Speed> => ({ low: pointOf(range), high: pointOf(range) })

/** Where the advanced 5K document and the equivalents part for this athlete; differences in seconds a mile. */
export const compareOffsets = (fitness: Fitness): readonly PaceComparison[] => {
  const [offsets, equivalents] = [offsetPaces(fitness), equivalentPaces(fitness)]
  const tenK = equivalents.get('10K')
  return COMPARED_PACES.flatMap((pace) => {
    const [ours, theirs] = [offsets.get(pace), equivalents.get(pace)]
    if (!ours || !theirs) return []
    const equivalent = pace === 'easy' ? theirs.speed : pointRange(theirs.speed)
    const fasterThan10K = pace === 'threshold' && tenK !== undefined && ours.speed.high > pointOf(tenK.speed)
    return [
      {
        pace,
        statement: DOCUMENT_OFFSETS[pace].statement,
        document: ours.speed,
        equivalent,
        from: ours.from,
        ...differenceOf(secondsPerMile(ours.speed), secondsPerMile(equivalent)),
        ...(fasterThan10K ? { fasterThan10K } : {}),
      },
    ]
  })
}

const MILES_PER: { readonly [Unit in LongUnit]: number } = {
  mi: 1,
  // A pace of 1 s/mi in s/km: both stretches told by the pace of one metre a second.
  km: (paceOf(metresPerSecond(1), 'km') ?? 0) / (paceOf(metresPerSecond(1), 'mi') ?? 1),
}

const rangeText = (range: Range<Speed>, unit: LongUnit): string => {
  const [fast, slow] = [paceText(range.high, unit), paceText(range.low, unit)]
  return fast === slow ? fast : `${fast.slice(0, -unit.length - 1)}-${slow}`
}

/** One comparison in words: both ranges, which way they part, by how much for the unit. */
export const comparisonText = (comparison: PaceComparison, unit: LongUnit): string => {
  const { pace, document, equivalent, from, fasterThan10K } = comparison
  const head = `${pace} by ${from}: ${rangeText(document, unit)}, by the equivalents ${rangeText(equivalent, unit)}`
  const warning = fasterThan10K ? '; its fast end is faster than 10K pace' : ''
  return `${head}: ${verdictText(comparison, unit)}${warning}.`
}

const verdictText = (comparison: PaceComparison, unit: LongUnit): string => {
  const { verdict, fastEnd, slowEnd, shared, equivalent } = comparison
  const amount = (seconds: number) => plainNumber(Math.abs(seconds) * MILES_PER[unit], 1)
  const by = (seconds: number) => `${amount(seconds)} s/${unit}`
  const [less = 0, more = 0] = [fastEnd, slowEnd].map(Math.abs).toSorted((a, b) => a - b)
  if (verdict === 'too fast' || verdict === 'too slow')
    return `the document is ${amount(less)} to ${by(more)} ${verdict}`
  if (verdict === 'partly') return `they share ${sharedText(shared, unit)}; ${endsText(fastEnd, slowEnd, by)}`
  const point = equivalent.low === equivalent.high
  return point ? `they agree, ${by(fastEnd)} from its fast and ${by(slowEnd)} from its slow end` : 'they agree'
}

const sharedText = (shared: Range<number> | undefined, unit: LongUnit): string => {
  if (!shared) return 'nothing'
  const speedAt = (seconds: number) => slowedBy(metresPerSecond(Number.POSITIVE_INFINITY), seconds, 'mi')
  return rangeText({ low: speedAt(shared.high), high: speedAt(shared.low) }, unit)
}

const endsText = (fastEnd: number, slowEnd: number, by: (seconds: number) => string): string => {
  const ends = [
    ...(fastEnd > 0 ? [`its fast end is ${by(fastEnd)} too fast`] : []),
    ...(slowEnd < 0 ? [`its slow end is ${by(slowEnd)} too slow`] : []),
  ]
  return ends.join(', ')
}
