import { addDistances, amountIn, distanceOf, metres } from '../../units/distance.ts'
import { durationOf } from '../../units/duration.ts'
import type { Distance } from '../../units/quantity.ts'
import { estimate, type EstimatedBout, type SpeedAt } from '../../workout/estimate.ts'
import type { Family } from '../../workout/family.ts'
import { isQuality } from '../../workout/hardness.ts'
import type { Amount, Part, Repeat, Step, Workout } from '../../workout/workout.ts'

/** Whoever the lengths are estimated for. */
export interface Pacing {
  readonly speedAt: SpeedAt
  readonly goal: Family
}

/** Half miles and kilometres, five minutes: what a coach would write. */
const roundAmount = (amount: Amount, factor: number): Amount => {
  if (amount.kind === 'time') {
    const minutes = Math.max(5, Math.round((amount.duration * factor) / 300) * 5)
    return { kind: 'time', duration: durationOf(minutes, 'min'), unit: 'min' }
  }
  const halves = Math.max(2, Math.round(amountIn(metres(amount.distance * factor), amount.unit) * 2))
  if (amount.unit === 'm')
    return { kind: 'distance', distance: metres(Math.round((amount.distance * factor) / 100) * 100), unit: 'm' }
  return { kind: 'distance', distance: distanceOf(halves / 2, amount.unit), unit: amount.unit }
}

const isAmount = (extent: Step['extent']): extent is Amount => extent?.kind === 'distance' || extent?.kind === 'time'

/** The whole of a run made longer or shorter: its total, or the single bout that it is. The work inside stays. */
export const scaleWhole = (workout: Workout, factor: number): Workout => {
  if (workout.total)
    return { ...workout, total: { ...workout.total, extent: roundAmount(workout.total.extent, factor) } }
  const [only] = workout.steps
  if (workout.steps.length !== 1 || only?.kind !== 'step' || !isAmount(only.extent)) return workout
  return { ...workout, steps: [{ ...only, extent: roundAmount(only.extent, factor) }] }
}

/** Metres of work by family. */
export const workByFamily = (bouts: readonly EstimatedBout[]): ReadonlyMap<Family, number> => {
  const work = new Map<Family, number>()
  for (const bout of bouts.filter(isQuality)) work.set(bout.family, (work.get(bout.family) ?? 0) + (bout.distance ?? 0))
  return work
}

/** Below this share of the repetitions a set is another session: then the repetitions themselves get shorter. */
const LEAST_SHARE = 0.6

/** A repetition keeps to lengths that are run: hundreds of metres, half minutes. */
const shorter = (extent: Amount, share: number): Amount => {
  if (extent.kind === 'distance') {
    const metresLeft = Math.max(100, Math.round((extent.distance * share) / 100) * 100)
    return { kind: 'distance', distance: metres(Math.min(extent.distance, metresLeft)), unit: 'm' }
  }
  const left = Math.max(30, Math.round((extent.duration * share) / 30) * 30)
  const duration = Math.min(extent.duration, left)
  return duration % 60 === 0
    ? { kind: 'time', duration: durationOf(duration / 60, 'min'), unit: 'min' }
    : { kind: 'time', duration: durationOf(duration, 's'), unit: 's' }
}

const shortenParts = (parts: readonly Part[], share: number): readonly Part[] =>
  parts.map((part) => {
    if (part.kind === 'repeat') return { ...part, steps: shortenParts(part.steps, share) }
    return part.kind === 'step' && isWork(part) && isAmount(part.extent)
      ? { ...part, extent: shorter(part.extent, share) }
      : part
  })

const isWork = ({ role }: Step): boolean =>
  role === 'work' || role === 'tempo' || role === 'hill' || role === 'fartlek' || role === 'kick'

/** Fewer repetitions first: 5 x 1200 becomes 4 x 1200 before it becomes anything else. */
const fewer = (repeat: Repeat, share: number): Repeat => {
  const { times } = repeat
  if (times === null || times === 1) return { ...repeat, steps: shortenParts(repeat.steps, share) }
  const least = Math.max(2, Math.ceil(times * LEAST_SHARE))
  const kept = Math.max(least, Math.floor(times * share + 1e-9))
  const rest = (times * share) / kept
  const { timesTo: _range, ...exact } = repeat
  return {
    ...exact,
    times: Math.min(times, kept),
    steps: rest < 0.95 ? shortenParts(repeat.steps, rest) : repeat.steps,
  }
}

const holdsFamily = (part: Part, family: Family, pacing: Pacing): boolean => {
  const alone: Workout = { kind: 'run', total: null, remainder: null, steps: [part], alternatives: [] }
  return (workByFamily(estimate(alone, pacing.speedAt, pacing.goal).bouts).get(family) ?? 0) > 0
}

/** The work of one family in a workout brought down to a share of what it was, keeping the session's character. */
export const scaleFamily = (workout: Workout, family: Family, share: number, pacing: Pacing): Workout => ({
  ...workout,
  steps: workout.steps.map((part) => {
    if (!holdsFamily(part, family, pacing)) return part
    if (part.kind === 'repeat') return fewer(part, share)
    return shortenParts([part], share)[0] ?? part
  }),
})

/** What a run comes to, in metres; unknown counts nothing here and is told elsewhere. */
export const lengthOf = (workout: Workout, pacing: Pacing): Distance =>
  estimate(workout, pacing.speedAt, pacing.goal).distance ?? metres(0)

export const sumOf = (workouts: readonly Workout[], pacing: Pacing): Distance =>
  addDistances(workouts.map((workout) => lengthOf(workout, pacing)))
