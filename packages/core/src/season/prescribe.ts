import { seconds } from '../units/duration.ts'
import { metres } from '../units/distance.ts'
import type { Distance, Duration } from '../units/quantity.ts'
import { isRecovery, type Path } from '../workout/flatten.ts'
import type { Amount, Extent, Part, Repeat, Step, Total, Workout } from '../workout/workout.ts'
import type { Aim, Lasting, PrescribedPart, PrescribedStep, Prescription } from './prescription.ts'

/** How hard a step is for the athlete on the day; null where nothing honest can be said. */
export type AimOf = (step: Step) => Aim | null

/** The plan's own words for a step, given by whoever can print them. */
export type TextOf = (step: Step) => string

interface Desk {
  readonly aimOf: AimOf
  readonly textOf: TextOf
  readonly assumptions: Set<string>
  /** The last bout that was no recovery: what `equal` and `half` refer to. */
  before: PrescribedStep | undefined
}

/**
 * A workout as bouts and sets with the athlete's figures, the way watches count them. Nothing is invented: what the
 * text leaves open lasts until the button, and every choice that had to be made is told in `assumptions`.
 */
export const prescribe = (workout: Workout, aimOf: AimOf, textOf: TextOf): Prescription => {
  const desk: Desk = { aimOf, textOf, assumptions: new Set(), before: undefined }
  if (workout.alternatives.length > 0) desk.assumptions.add('the first of the options')
  const listed = partsOf(workout.steps, [], desk)
  const parts = workout.total && workout.remainder ? around(workout.total, workout.steps, listed, desk) : listed
  return { parts, assumptions: [...desk.assumptions] }
}

const partsOf = (parts: readonly Part[], path: Path, desk: Desk): readonly PrescribedPart[] =>
  parts.flatMap((part, index) => {
    if (part.kind === 'step') return [stepOf(part, [...path, index], desk)]
    return part.kind === 'repeat' ? repeatOf(part, [...path, index], desk) : []
  })

const stepOf = (step: Step, path: Path, desk: Desk): PrescribedStep => {
  const aim = desk.aimOf(step)
  const prescribed: PrescribedStep = {
    kind: 'step',
    path,
    role: step.role,
    lasting: lastingOf(step.extent, desk),
    aim,
    text: desk.textOf(step),
    ...(step.mode ? { mode: step.mode } : {}),
    ...(step.cue === undefined ? {} : { cue: step.cue }),
  }
  if (!isRecovery(step)) desk.before = prescribed
  return prescribed
}

const lastingOf = (extent: Extent | null, desk: Desk): Lasting => {
  switch (extent?.kind) {
    case 'distance':
    case 'time':
      return amountOf(extent, desk)
    case 'relative':
      return relativeTo(desk.before, extent, desk)
    case 'cycle':
      return { kind: 'open', because: `until the next start, every ${extent.duration} s` }
    case 'remaining':
      return { kind: 'open', because: 'what is left of the total' }
    case 'open':
      return { kind: 'open', because: 'until the button' }
    default:
      return { kind: 'open', because: 'the plan states no length' }
  }
}

const amountOf = (amount: Amount, desk: Desk): Lasting => {
  if (amount.to !== undefined) desk.assumptions.add('the low end of each range')
  return amount.kind === 'distance'
    ? { kind: 'distance', distance: amount.distance }
    : { kind: 'time', duration: amount.duration }
}

const WORDS = { full: 'until recovered', back: 'the way back', down: 'down the hill' } as const

const relativeTo = (
  before: PrescribedStep | undefined,
  extent: Extract<Extent, { kind: 'relative' }>,
  desk: Desk,
): Lasting => {
  const { relative, measure } = extent
  if (relative === 'full' || relative === 'back' || relative === 'down')
    return { kind: 'open', because: WORDS[relative] }
  const share = relative === 'half' ? 0.5 : relative === 'share' ? (extent.share?.low ?? 1) : 1
  const lasting = before?.lasting
  if (lasting?.kind === 'distance' && measure !== 'time')
    return { kind: 'distance', distance: metres(lasting.distance * share) }
  if (lasting?.kind === 'time' && measure !== 'distance')
    return { kind: 'time', duration: seconds(lasting.duration * share) }
  const duration = lasting?.kind === 'distance' ? timeOf(before, lasting.distance) : undefined
  if (duration === undefined) return { kind: 'open', because: `${Math.round(share * 100)} % of the repetition before` }
  desk.assumptions.add('recoveries by time from the middle of the target pace')
  return { kind: 'time', duration: seconds(Math.round(duration * share)) }
}

const timeOf = (step: PrescribedStep | undefined, distance: Distance): Duration | undefined => {
  if (step?.aim?.kind !== 'speed') return undefined
  return seconds(distance / ((step.aim.speed.low + step.aim.speed.high) / 2))
}

const repeatOf = (repeat: Repeat, path: Path, desk: Desk): readonly PrescribedPart[] => {
  if (repeat.form === 'within' && repeat.total) return [withinOf(repeat, repeat.total, path, desk)]
  if (repeat.form === 'ladder') return ladderOf(repeat, path, desk)
  const parts = partsOf(repeat.steps, path, desk)
  const between = repeat.between ? [stepOf(repeat.between, [...path, 'between'], desk)] : []
  const times = timesOf(repeat, [...parts, ...between], desk)
  const whole = [...parts, ...between]
  if (between.length === 0 || repeat.afterLast) return setOf(path, times, whole)
  return [...setOf(path, times - 1, whole), ...parts]
}

const setOf = (path: Path, times: number, parts: readonly PrescribedPart[]): readonly PrescribedPart[] => {
  if (times <= 0 || parts.length === 0) return []
  return times === 1 ? parts : [{ kind: 'set', path, times, parts }]
}

/** How often: as stated, the low end of a range, as often as fits a budget, else once. */
const timesOf = (repeat: Repeat, parts: readonly PrescribedPart[], desk: Desk): number => {
  if (repeat.times !== null) {
    if (repeat.timesTo !== undefined) desk.assumptions.add('the low end of each range')
    return repeat.times
  }
  const fits = repeat.until ? fitsInto(repeat.until, parts) : undefined
  if (fits !== undefined) return fits
  desk.assumptions.add('a set without a count once: repeat it with the button')
  return 1
}

/** Whole repetitions in a budget, where every bout is measured like the budget. */
const fitsInto = (budget: Amount, parts: readonly PrescribedPart[]): number | undefined => {
  const one = lengthOf(parts, budget.kind)
  const all = budget.kind === 'distance' ? budget.distance : budget.duration
  return one === undefined || one === 0 ? undefined : Math.max(1, Math.round(all / one))
}

/** Length of parts in one measure; undefined where a bout is measured otherwise. */
const lengthOf = (parts: readonly PrescribedPart[], measure: 'distance' | 'time'): number | undefined => {
  let sum = 0
  for (const part of parts) {
    const one = part.kind === 'set' ? lengthOf(part.parts, measure) : lengthOfStep(part, measure)
    if (one === undefined) return undefined
    sum += part.kind === 'set' ? one * part.times : one
  }
  return sum
}

const lengthOfStep = ({ lasting }: PrescribedStep, measure: 'distance' | 'time'): number | undefined => {
  if (lasting.kind === 'distance') return measure === 'distance' ? lasting.distance : undefined
  return lasting.kind === 'time' && measure === 'time' ? lasting.duration : undefined
}

const ladderOf = (ladder: Repeat, path: Path, desk: Desk): readonly PrescribedPart[] =>
  ladder.steps.flatMap((rung, index) => {
    const parts = partsOf([rung], path, desk).map((part) =>
      part.kind === 'step' ? { ...part, path: [...path, index] } : part,
    )
    const follows = ladder.between && (ladder.afterLast || index < ladder.steps.length - 1)
    return follows && ladder.between ? [...parts, stepOf(ladder.between, [...path, 'between'], desk)] : parts
  })

/** Bouts that lie anywhere in a longer one are told as its cue: a watch cannot know when they come. */
const withinOf = (repeat: Repeat, total: Total, path: Path, desk: Desk): PrescribedStep => {
  const inner = partsOf(repeat.steps, path, desk)
  desk.assumptions.add('bouts inside a longer one are a cue, not steps')
  return { ...stepOf(fillerOf(total), path, desk), cue: `with ${describe(inner)}` }
}

const describe = (parts: readonly PrescribedPart[]): string =>
  parts.map((part) => (part.kind === 'set' ? `${part.times} x ${describe(part.parts)}` : part.text)).join(' + ')

const fillerOf = (total: Total): Step => ({
  kind: 'step',
  role: total.role ?? 'easy',
  extent: total.extent,
  target: total.target,
})

/** The listed bouts with the rest of the total around them: before a last part, else before and after, by the button. */
const around = (
  total: Total,
  steps: readonly Part[],
  listed: readonly PrescribedPart[],
  desk: Desk,
): readonly PrescribedPart[] => {
  const last = steps.at(-1)
  const inner = lengthOf(listed, total.extent.kind)
  const all = total.extent.kind === 'distance' ? total.extent.distance : total.extent.duration
  if (last?.kind === 'step' && last.position === 'last' && steps.length === 1 && inner !== undefined && inner < all) {
    return [stepOf({ ...fillerOf(total), extent: withLength(total.extent, all - inner) }, [], desk), ...listed]
  }
  desk.assumptions.add('the easy running of the total lies before and after the set')
  const open = (role: 'warmup' | 'cooldown'): PrescribedStep => ({
    ...stepOf({ ...fillerOf(total), role }, [], desk),
    lasting: { kind: 'open', because: 'part of the total that the set leaves over' },
  })
  return [open('warmup'), ...listed, open('cooldown')]
}

const withLength = (extent: Amount, length: number): Amount =>
  extent.kind === 'distance'
    ? { kind: 'distance', distance: metres(length), unit: extent.unit }
    : { kind: 'time', duration: seconds(length), unit: extent.unit }
