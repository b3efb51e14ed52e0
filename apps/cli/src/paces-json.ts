import {
  comparisonText,
  heartRateAt,
  type Athlete,
  type LongUnit,
  type Mark,
  type PaceBook,
  type PaceComparison,
  type Range,
} from '@bell-lap/core'

type Json = { readonly [key: string]: unknown }

const round = (amount: number, decimals: number): number => Number(amount.toFixed(decimals))

/** Slow end first, in m/s; a tenth of a millimetre a second is enough for anything that is run. */
const ends = ({ low, high }: Range<number>): readonly number[] => [round(low, 4), round(high, 4)]

const markJson = ({ distance, time, day, kind }: Mark): Json => ({
  distance_m: round(distance, 3),
  time_s: round(time, 3),
  ...(day === undefined ? {} : { day }),
  ...(kind === undefined ? {} : { kind }),
})

const comparisonJson = (comparison: PaceComparison, unit: LongUnit): Json => ({
  pace: comparison.pace,
  speed_mps: ends(comparison.document),
  from: comparison.from,
  rule: comparison.statement,
  equivalent_mps: ends(comparison.equivalent),
  verdict: comparison.verdict,
  fast_end_s_per_mi: round(comparison.fastEnd, 1),
  slow_end_s_per_mi: round(comparison.slowEnd, 1),
  message: comparisonText(comparison, unit),
})

/** Paces as the contract of `paces --json` has them, with the reasons of each. */
export const pacesJson = (book: PaceBook, unit: LongUnit, athlete: Athlete): Json => ({
  model: book.model,
  explanation: book.explanation,
  marks: book.marks.map(markJson),
  index: round(book.index, 2),
  paces: [...book.paces].map(([pace, { speed, from, basis, formula, inputs, notes }]) => {
    const rate = heartRateAt(athlete, pace)
    return {
      pace,
      speed_mps: ends(speed),
      from,
      basis,
      formula,
      inputs,
      ...(notes.length > 0 ? { notes } : {}),
      ...(rate ? { heart_rate_bpm: [rate.low ?? null, rate.high ?? null].map((end) => end && Math.round(end)) } : {}),
    }
  }),
  compare: { offsets: book.comparison.map((comparison) => comparisonJson(comparison, unit)) },
  notes: book.notes,
})
