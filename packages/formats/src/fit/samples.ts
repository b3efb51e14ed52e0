import { takeColumn, type TimedList } from './columns.ts'
import { noteOnce, type Draft } from './draft.ts'
import { mergeBeats } from './heart-rate.ts'
import type { DraftColumn } from './record-plan.ts'
import type { Column, ColumnName, DeveloperColumn, Problem, Samples } from './recorded.ts'
import { stated } from './stated.ts'

const take = (draft: Draft, column: DraftColumn): Column | undefined => takeColumn(draft.records, column)

/** The first column where it has a number, else the second: in place, since both are ours alone. */
const orElse = (first: Column | undefined, second: Column | undefined): Column | undefined => {
  if (!first || !second) return first ?? second
  for (let row = 0; row < first.length; row++) if (Number.isNaN(first[row])) first[row] = second[row] ?? NaN
  return first
}

/** Adds a part below one to a column, where there is one. */
const plus = (whole: Column | undefined, fraction: Column | undefined): Column | undefined => {
  if (!whole || !fraction) return whole
  for (let row = 0; row < whole.length; row++) {
    const part = fraction[row] ?? NaN
    if (!Number.isNaN(part)) whole[row] = (whole[row] ?? NaN) + part
  }
  return whole
}

const isAscending = (values: Column): boolean => {
  for (let index = 1; index < values.length; index++) if ((values[index] ?? 0) < (values[index - 1] ?? 0)) return false
  return true
}

/** Moments of a clock as seconds since `origin`: in place. */
export const countedFrom = (times: Column, origin: number): Column => {
  for (let row = 0; row < times.length; row++) times[row] = (times[row] ?? NaN) - origin
  return times
}

/** Remembered beats in the order of their times: the parts of a file may come in any order. */
const beatsInOrder = ({ count, values, times }: TimedList): readonly [times: Column, rates: Column] => {
  const [time, rate] = [times.subarray(0, count), values.subarray(0, count)]
  if (isAscending(time)) return [time, rate]
  const order = [...time.keys()].toSorted((one, other) => (time[one] ?? 0) - (time[other] ?? 0))
  return [
    Float64Array.from(order, (index) => time[index] ?? NaN),
    Float64Array.from(order, (index) => rate[index] ?? NaN),
  ]
}

const heartRateOf = (draft: Draft, time: Column): Column | undefined => {
  const measured = take(draft, 'heartRate')
  if (draft.beats.count === 0) return measured
  const rates = measured ?? new Float64Array(time.length).fill(NaN)
  mergeBeats(time, rates, ...beatsInOrder(draft.beats))
  return rates.every(Number.isNaN) ? undefined : rates
}

const timeOf = (draft: Draft): Column =>
  plus(take(draft, 'time'), take(draft, 'timeFraction')) ?? new Float64Array(draft.records.rows).fill(NaN)

const developerOf = (draft: Draft): DeveloperColumn[] =>
  [...draft.developerColumns].flatMap(([column, { name, unit, standsFor }]) => {
    const values = takeColumn(draft.records, column)
    return values ? [{ name, ...stated({ unit, standsFor }), values }] : []
  })

const noteTimes = (time: Column, problems: Problem[]): void => {
  let missing = 0
  for (let row = 0; row < time.length; row++) if (Number.isNaN(time[row])) missing++
  if (missing > 0) noteOnce(problems, 'no-times', `${missing} of ${time.length} samples have no time.`)
}

/** A place that is not known is no wrong place. */
const isOnEarth = (latitude: number, longitude: number): boolean =>
  !(Math.abs(latitude) > 90 || Math.abs(longitude) > 180)

const notePlaces = (latitude: Column | undefined, longitude: Column | undefined, problems: Problem[]): void => {
  if (!latitude || !longitude) return
  let sample = 0
  while (sample < latitude.length && isOnEarth(latitude[sample] ?? 0, longitude[sample] ?? 0)) sample++
  if (sample === latitude.length) return
  const message = `Sample ${sample} is the first at a place that is not on Earth.`
  problems.push({ code: 'impossible-position', message, sample })
}

/** Columns that go into the samples as they are. */
const SIMPLE = [
  'altitude',
  'power',
  'latitude',
  'longitude',
  'temperature',
  'groundContact',
  'groundContactShare',
  'groundContactBalance',
  'verticalOscillation',
  'verticalRatio',
  'stepLength',
  'respiration',
] as const satisfies readonly ColumnName[]

/** The samples of a draft, with times counted from `origin` on the FIT clock. */
export const samplesOf = (draft: Draft, origin: number): Samples => {
  const clock = timeOf(draft)
  const heartRate = heartRateOf(draft, clock)
  const time = countedFrom(clock, origin)
  const simple = Object.fromEntries(SIMPLE.map((name) => [name, take(draft, name)]))
  noteTimes(time, draft.problems)
  notePlaces(simple['latitude'], simple['longitude'], draft.problems)
  return {
    count: draft.records.rows,
    time,
    developer: developerOf(draft),
    ...stated({
      distance: orElse(take(draft, 'distance'), take(draft, 'packedDistance')),
      speed: orElse(take(draft, 'speed'), take(draft, 'packedSpeed')),
      heartRate,
      cadence: plus(take(draft, 'cadence'), take(draft, 'cadenceFraction')),
      ...simple,
    }),
  }
}
