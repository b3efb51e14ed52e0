import {
  distanceOf,
  metresPerSecond,
  seconds,
  speedOfPace,
  type Amount,
  type PaceUnit,
  type Target,
} from '@bell-lap/core'
import type { Evidence } from './amounts.ts'
import type { DraftTarget } from './targets.ts'

/** Metres a second that a person runs. */
const SLOWEST = 2
const FASTEST = 10

const isRunnable = (metres: number, seconds: number): boolean =>
  metres / seconds >= SLOWEST && metres / seconds <= FASTEST

const FORMS = { km: 'min/km', mi: 'min/mi', '400m': 's/400m', '200m': 's/200m' } as const

/** The stretch that a pace without one is told for: that of the bout, else of the page. */
const paceUnit = (amount: Amount | undefined, evidence: Evidence): 'km' | 'mi' => {
  if (amount?.kind === 'distance' && amount.unit === 'mi') return 'mi'
  if (amount?.kind === 'distance' && (amount.unit === 'km' || amount.unit === 'K')) return 'km'
  if (evidence.context.unit) return evidence.context.unit
  return evidence.miles && !evidence.kilometres ? 'mi' : 'km'
}

export interface Settled {
  readonly target: Target
  /** Told when more than one reading was near. */
  readonly guess?: string
}

/** A target as it is, or a time that becomes a pace or the time of the repetition by the length that it is for. */
export const settleTarget = (
  draft: DraftTarget,
  amount: Amount | undefined,
  evidence: Evidence,
  previous: Target | undefined,
): Settled | undefined => {
  switch (draft.kind) {
    case 'known':
      return { target: draft.target }
    case 'same':
      return previous && { target: previous }
    case 'belt':
      return beltTarget(draft, evidence)
    case 'time':
      return timeTarget(draft, amount, evidence)
    case 'each':
    case 'role':
    case 'words':
      return undefined
    default:
      return draft satisfies never
  }
}

interface Time {
  readonly low: number
  readonly high?: number
  readonly pace: boolean
  readonly rep?: true
}

const timeTarget = (time: Time, amount: Amount | undefined, evidence: Evidence): Settled | undefined => {
  const unit = paceUnit(amount, evidence)
  const metres = amount?.kind === 'distance' ? amount.distance : undefined
  const asPace = isRunnable(distanceOf(1, unit), time.low)
  const asRep = metres !== undefined && isRunnable(metres, time.low)
  if (time.pace && asPace) return { target: speed(time, unit), guess: `pace read a ${unit}` }
  if (asRep && (time.rep || !asPace || metres <= distanceOf(1, unit))) return { target: repTime(time) }
  if (asPace) return { target: speed(time, unit), guess: `pace read a ${unit}` }
  if (isRunnable(400, time.low)) return { target: speed(time, '400m'), guess: 'pace read a lap of 400 m' }
  return asRep ? { target: repTime(time) } : undefined
}

const repTime = ({ low, high }: Time): Target => ({
  kind: 'rep time',
  time: seconds(low),
  ...(high === undefined ? {} : { to: seconds(high) }),
})

const speed = ({ low, high }: Time, unit: PaceUnit): Target => ({
  kind: 'speed',
  speed: speedOfPace(low, unit),
  form: FORMS[unit],
  ...(high === undefined ? {} : { to: speedOfPace(high, unit) }),
})

/** A number on a treadmill is miles an hour unless the page counts in kilometres. */
const beltTarget = ({ low, high }: { readonly low: number; readonly high?: number }, evidence: Evidence): Settled => {
  const metric = evidence.context.unit === 'km' || (evidence.kilometres && !evidence.miles) || low > 13
  const stretch = distanceOf(1, metric ? 'km' : 'mi')
  const of = (amount: number) => metresPerSecond((amount * stretch) / 3600)
  const form = metric ? 'km/h' : 'mph'
  return {
    target: { kind: 'speed', speed: of(low), form, ...(high === undefined ? {} : { to: of(high) }) },
    guess: `speed read in ${form}`,
  }
}
