import type { Distance, Duration, Range, Speed } from '../units/quantity.ts'
import { metresPerSecond, slowedBy, speedOver } from '../units/speed.ts'
import { paceText } from '../units/text.ts'
import type { ModelName, PaceBook } from './book.ts'
import { timeText } from './mark-text.ts'
import type { PaceName } from './names.ts'
import { spanOf, type PaceTable, type ResolvedPace } from './resolved.ts'

/** A named pace with what may be said around it. A `PaceTarget` of a workout is one. */
export interface NamedIntensity {
  readonly kind: 'pace'
  readonly pace: PaceName
  readonly to?: PaceName
  readonly progressive?: true
  readonly basis?: 'goal'
  readonly offset?: { readonly seconds: number; readonly to?: number; readonly per: 'km' | 'mi' | '400m' }
  readonly percent?: Range<number>
}

/** What a speed can be asked of. Every `Target` of a workout is one; heart rate, zones and RPE have no speed. */
export type Intensity =
  | NamedIntensity
  | { readonly kind: 'rep time'; readonly time: Duration; readonly to?: Duration }
  | { readonly kind: 'speed'; readonly speed: Speed; readonly to?: Speed }
  | { readonly kind: 'heart rate' | 'heart rate share' | 'zone' | 'rpe' }

/** A target as this athlete runs it. `progress` is where a progressive bout starts and ends. */
export interface ResolvedTarget extends ResolvedPace {
  /** The model of the book; left out where the text itself states the speed. */
  readonly model?: ModelName
  readonly progress?: { readonly start: Range<Speed>; readonly end: Range<Speed> }
}

/**
 * Speed range of a target for the athlete of a book. `over` is the length of the bout, which a time for the repetition
 * needs. `undefined` where there is no honest speed: heart rate, zones, RPE, `max`, a goal that is not set, a repetition
 * without a length, or seconds off a pace that leave none.
 */
export const resolve = (target: Intensity, book: PaceBook, over?: Distance): ResolvedTarget | undefined => {
  switch (target.kind) {
    case 'pace':
      return resolveNamed(target, book)
    case 'rep time':
      return over === undefined ? undefined : resolveRepTime(target, over)
    case 'speed':
      return asWritten(spanOf(target.speed, target.to ?? target.speed), 'speed as written', {})
    case 'heart rate':
    case 'heart rate share':
    case 'zone':
    case 'rpe':
      return undefined
    default:
      return target satisfies never
  }
}

const isSpeed = ({ low, high }: Range<Speed>): boolean => low > 0 && Number.isFinite(high)

const asWritten = (speed: Range<Speed>, formula: string, inputs: ResolvedPace['inputs']): ResolvedTarget | undefined =>
  isSpeed(speed) ? { speed, basis: 'text', from: 'as written', formula, inputs, notes: [] } : undefined

const resolveRepTime = (
  target: Extract<Intensity, { kind: 'rep time' }>,
  over: Distance,
): ResolvedTarget | undefined => {
  const times = [target.time, target.to ?? target.time]
  const speeds = times.map((time) => speedOver(over, time))
  return asWritten(spanOf(...speeds), 'length over the time for the repetition', {
    length: `${over} m`,
    time: times.map(timeText).join('-'),
  })
}

/** `@goal` is in the book itself; any other name on goal basis is what the athlete would run having reached the goal. */
const tableFor = (target: NamedIntensity, book: PaceBook): PaceTable | undefined =>
  target.basis === 'goal' ? book.goal : book.paces

const resolveNamed = (target: NamedIntensity, book: PaceBook): ResolvedTarget | undefined => {
  const table = tableFor(target, book)
  const [start, end] = [table?.get(target.pace), table?.get(target.to ?? target.pace)]
  if (!start || !end) return undefined
  const first = shifted(start.speed, target)
  const last = shifted(end.speed, target)
  if (!isSpeed(first) || !isSpeed(last)) return undefined
  const same = start === end
  return {
    ...start,
    model: book.model,
    speed: spanOf(first.low, first.high, last.low, last.high),
    from: sentence(same ? start.from : `${start.from} to ${end.from}`, target),
    inputs: { ...end.inputs, ...start.inputs, ...shiftInputs(target, start) },
    formula: same || start.formula === end.formula ? start.formula : `${start.formula}; ${end.formula}`,
    notes: same ? start.notes : [...new Set([...start.notes, ...end.notes])],
    ...(target.progressive ? { progress: { start: first, end: last } } : {}),
  }
}

const STANDING = spanOf(metresPerSecond(0))

/** Seconds a stretch first, then per cent of the speed. */
const shifted = (speed: Range<Speed>, { offset, percent }: NamedIntensity): Range<Speed> => {
  const ends = [offset?.seconds ?? 0, offset?.to ?? offset?.seconds ?? 0]
  const slowed = offset
    ? [speed.low, speed.high].flatMap((end) => ends.map((seconds) => slowedBy(end, seconds, offset.per)))
    : [speed.low, speed.high]
  // Seconds off that leave no time at all make no speed, and must not pass for a fast or a negative one.
  if (!slowed.every((end) => end > 0 && Number.isFinite(end))) return STANDING
  const { low, high } = spanOf(...slowed)
  if (!percent) return { low, high }
  return spanOf(
    ...[percent.low, percent.high].flatMap((share) => [low, high].map((end) => metresPerSecond((end * share) / 100))),
  )
}

const sentence = (from: string, { basis, offset, percent }: NamedIntensity): string => {
  const parts = [from]
  if (offset) parts.push(offsetWords(offset))
  if (percent) parts.push(`at ${percentWords(percent)}`)
  return `${basis === 'goal' ? 'at goal fitness: ' : ''}${parts.join(', ')}`
}

const offsetWords = ({ seconds, to, per }: NonNullable<NamedIntensity['offset']>): string => {
  const ends = [seconds, ...(to === undefined || to === seconds ? [] : [to])].map(Math.abs).join('-')
  return `${ends} s/${per} ${seconds < 0 ? 'faster' : 'slower'}`
}

const percentWords = ({ low, high }: Range<number>): string => `${low === high ? low : `${low}-${high}`} % of the speed`

const shiftInputs = ({ offset, percent }: NamedIntensity, { speed }: ResolvedPace): ResolvedPace['inputs'] => ({
  ...(offset || percent ? { base: `${paceText(speed.low, 'km')} to ${paceText(speed.high, 'km')}` } : {}),
  ...(offset ? { offset: offsetWords(offset) } : {}),
  ...(percent ? { percent: percentWords(percent) } : {}),
})
