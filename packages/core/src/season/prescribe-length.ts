import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import type { Distance, Duration } from '../units/quantity.ts'
import type { Amount, Extent } from '../workout/workout.ts'
import type { Lasting, PrescribedPart, PrescribedStep } from './prescription.ts'

/** A length with what had to be decided for it. */
export interface SettledLength {
  readonly lasting: Lasting
  readonly assumptions: readonly string[]
}

/** Why a bout that takes the rest of a total has no length of its own. */
export const REMAINING = 'what is left of the total'

const settled = (lasting: Lasting, ...assumptions: readonly string[]): SettledLength => ({ lasting, assumptions })
const open = (because: string): SettledLength => settled({ kind: 'open', because })

/** How long a bout lasts; lengths told by the bout before it are counted from that, where it has one. */
export const lastingOf = (extent: Extent | null, before: PrescribedStep | undefined): SettledLength => {
  switch (extent?.kind) {
    case 'distance':
    case 'time':
      return amountOf(extent)
    case 'relative':
      return relativeTo(before, extent)
    case 'cycle':
      return cycleOf(extent.duration, before)
    case 'remaining':
      return open(REMAINING)
    case 'open':
      return open('until the button')
    default:
      return open('the plan states no length')
  }
}

const amountOf = (amount: Amount): SettledLength => {
  const low = (one: number, to: number | undefined): number => (to === undefined ? one : Math.min(one, to))
  const lasting: Lasting =
    amount.kind === 'distance'
      ? { kind: 'distance', distance: metres(low(amount.distance, amount.to)) }
      : { kind: 'time', duration: seconds(low(amount.duration, amount.to)) }
  return amount.to === undefined ? settled(lasting) : settled(lasting, 'the low end of each range')
}

/** From start to start: what a bout by time leaves of it is known, what one by distance leaves is for the clock. */
const cycleOf = (cycle: Duration, before: PrescribedStep | undefined): SettledLength => {
  const lasting = before?.lasting
  if (lasting?.kind !== 'time' || lasting.duration >= cycle) return open(`until the next start, every ${cycle} s`)
  return settled({ kind: 'time', duration: seconds(cycle - lasting.duration) })
}

const WORDS = { full: 'until recovered', back: 'the way back', down: 'down the hill' } as const

const relativeTo = (
  before: PrescribedStep | undefined,
  extent: Extract<Extent, { kind: 'relative' }>,
): SettledLength => {
  const { relative, measure } = extent
  if (relative === 'full' || relative === 'back' || relative === 'down') return open(WORDS[relative])
  const low = extent.share ? Math.min(extent.share.low, extent.share.high) : 1
  const share = relative === 'half' ? 0.5 : relative === 'share' ? low : 1
  const ranged = extent.share && extent.share.low !== extent.share.high ? ['the low end of each range'] : []
  const lasting = before?.lasting
  if (lasting?.kind === 'distance' && measure !== 'time')
    return settled({ kind: 'distance', distance: metres(lasting.distance * share) }, ...ranged)
  if (lasting?.kind === 'time' && measure !== 'distance')
    return settled({ kind: 'time', duration: seconds(lasting.duration * share) }, ...ranged)
  const duration = lasting?.kind === 'distance' ? timeOf(before, lasting.distance) : undefined
  if (duration === undefined) return open(`${Math.round(share * 100)} % of the repetition before`)
  return settled(
    { kind: 'time', duration: seconds(Math.round(duration * share)) },
    ...ranged,
    'recoveries by time from the middle of the target pace',
  )
}

const timeOf = (step: PrescribedStep | undefined, distance: Distance): Duration | undefined => {
  if (step?.aim?.kind !== 'speed') return undefined
  return seconds(distance / ((step.aim.speed.low + step.aim.speed.high) / 2))
}

/** Length of parts in one measure; undefined where a bout is measured otherwise. */
export const lengthOf = (parts: readonly PrescribedPart[], measure: 'distance' | 'time'): number | undefined => {
  let sum = 0
  for (const part of parts) {
    const one = part.kind === 'set' ? lengthOf(part.parts, measure) : lengthOfStep(part, measure)
    if (one === undefined) return undefined
    sum += part.kind === 'set' ? one * part.times : one
  }
  return sum
}

const lengthOfStep = ({ lasting, beside }: PrescribedStep, measure: 'distance' | 'time'): number | undefined => {
  if (lasting.kind === 'distance') return measure === 'distance' ? lasting.distance : undefined
  if (measure === 'distance' && beside) return 0
  return lasting.kind === 'time' && measure === 'time' ? lasting.duration : undefined
}
