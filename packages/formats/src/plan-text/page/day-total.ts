import { statedDistance, statedDuration, type Amount, type LongUnit, type Workout } from '@bell-lap/core'
import { amountOf, writtenAmount, type WrittenAmount } from './amount.ts'
import type { PageKey } from './key.ts'

/** A total in brackets at the end of an entry: what it says and where the entry ends before it. */
export interface ClosingTotal {
  readonly amount: WrittenAmount
  readonly end: number
  /** The bracket or the page's key says so; otherwise the rest of the entry has to fit into it. */
  readonly told: boolean
}

const MOST_BRACKET = 60
const WHOLE =
  /^\s*(?:in all|in total|total|all in|altogether|all told|for the day|on the day|day total|with (?:all|everything|warm|wu\b|w\/u|the|both|jog)|incl?\b|including|inclusive)\b/i
/** Nobody states a day in metres: such a bracket is a recovery. */
const IN_METRES = /\d\s?(?:m|met(?:re|er)s)\b/i

/** `5K race, 6 miles in all with warm-up`: a last clause that says what the day comes to. */
const lastClause = (text: string, unit: LongUnit): ClosingTotal | undefined => {
  const tail = text.slice(-MOST_BRACKET)
  const sign = Math.max(
    tail.lastIndexOf(', '),
    tail.lastIndexOf('; '),
    tail.lastIndexOf(' - '),
    tail.lastIndexOf(' – '),
  )
  if (sign < 0) return undefined
  const clause = tail.slice(sign).replace(/^[\s,;–-]+/, '')
  const amount = writtenAmount(clause)
  if (!amount || amount.unit === null || IN_METRES.test(clause) || !WHOLE.test(clause.slice(amount.length)))
    return undefined
  return { told: true, amount: { ...amount, unit: amount.unit ?? unit }, end: text.length - tail.length + sign }
}

/** Finds the bracket that gives the day's total: one that says so, or any closing one where the page's key says so. */
export const closingTotal = (text: string, key: PageKey, unit: LongUnit): ClosingTotal | undefined => {
  const trimmed = text.trimEnd()
  const close = trimmed.at(-1)
  if (close !== ')' && close !== ']') return lastClause(trimmed, unit)
  const open = trimmed.lastIndexOf(close === ')' ? '(' : '[')
  if (open < 0 || trimmed.length - open > MOST_BRACKET) return undefined
  const inside = trimmed.slice(open + 1, -1).trim()
  const amount = writtenAmount(inside)
  if (!amount || IN_METRES.test(inside)) return undefined
  const rest = inside.slice(amount.length)
  const told = WHOLE.test(rest) && amount.unit !== null
  const keyed =
    key.bracket !== null && rest.trim() === '' && (amount.unit === null || amount.unit === 'km' || amount.unit === 'mi')
  const distance = rest.trim() === '' && (amount.unit === 'km' || amount.unit === 'mi')
  if (!told && !keyed && !distance) return undefined
  return {
    told: told || keyed,
    amount: { ...amount, unit: amount.unit ?? key.bracket?.unit ?? unit },
    end: trimmed.slice(0, open).trimEnd().length,
  }
}

/** Whether an entry without its closing bracket can be what the bracket counts. */
export const fitsInto = (workout: Workout, { amount }: ClosingTotal, unit: LongUnit): boolean => {
  if (ownTotal(workout) || !holdsRunning(workout)) return false
  const extent = amountOf(amount, unit)
  const parts = partsOf(workout, extent)
  return parts.sum > 0 && parts.sum <= lowEnd(extent) * 1.005
}

/** Half a percent, or ten metres: what rounding in a plan comes to. */
const isClose = (one: number, other: number): boolean => Math.abs(one - other) <= Math.max(10, other * 0.005)

/**
 * A workout with the total that stands beside it. What the listed parts do not make up is easy running inside the total;
 * a total that the workout states itself in the same words is not stated twice.
 */
export const withTotal = (workout: Workout, written: WrittenAmount, unit: LongUnit): Workout => {
  if (written.low === 0 || !holdsRunning(workout)) return workout
  const extent = amountOf(written, unit)
  const own = ownTotal(workout)
  if (own && isSame(own, extent)) return workout
  const parts = partsOf(workout, extent)
  const whole = parts.complete && isClose(parts.sum, lowEnd(extent))
  return {
    ...workout,
    total: { extent, role: workout.total?.role ?? null, target: workout.total?.target ?? null },
    remainder: whole ? null : (workout.remainder ?? 'easy'),
  }
}

const holdsRunning = ({ kind }: Workout): boolean =>
  kind === 'run' || kind === 'race' || kind === 'test' || kind === 'mixed'

const lowEnd = (amount: Amount): number => (amount.kind === 'distance' ? amount.distance : amount.duration)

const isSame = (one: Amount, other: Amount): boolean => one.kind === other.kind && isClose(lowEnd(one), lowEnd(other))

const partsOf = (workout: Workout, extent: Amount) => {
  const parts: Workout = {
    ...workout,
    total: null,
    remainder: null,
    kind: workout.kind === 'race' ? 'run' : workout.kind,
  }
  return extent.kind === 'distance' ? statedDistance(parts) : statedDuration(parts)
}

/** The total that a workout states itself; the only bout of a run is its whole. */
const ownTotal = (workout: Workout): Amount | null => {
  if (workout.total) return workout.total.extent
  const [only, ...more] = workout.steps
  const extent = only?.kind === 'step' && more.length === 0 ? only.extent : null
  return extent?.kind === 'distance' || extent?.kind === 'time' ? extent : null
}
