import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import { isRecovery, type Path } from '../workout/flatten.ts'
import type { Amount, Exercise, Other, Part, Repeat, Role, Step, Total, Workout } from '../workout/workout.ts'
import { lastingOf, lengthOf, REMAINING } from './prescribe-length.ts'
import { prescribeExercise, prescribeOther } from './prescribe-strength.ts'
import type { AimOf, Left, PrescribedPart, PrescribedStep, Prescription, TextOf } from './prescription.ts'

export type { AimOf, TextOf } from './prescription.ts'

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
  for (const assumption of assumptionsOf(workout)) desk.assumptions.add(assumption)
  const { total, remainder, steps } = workout
  if (total && remainder && !AROUND.has(remainder)) {
    return { parts: [insideOf(total, steps, [], desk)], assumptions: [...desk.assumptions] }
  }
  if (total && steps.length === 0) {
    const whole = stepOf(fillerOf({ ...total, role: total.role ?? remainder }), [], desk)
    return { parts: [whole], assumptions: [...desk.assumptions] }
  }
  const listed = partsOf(steps, [], desk)
  const settled = total ? withRemaining(listed, total.extent) : listed
  const parts = total && remainder ? around({ ...total, role: total.role ?? remainder }, steps, settled, desk) : settled
  return { parts, assumptions: [...desk.assumptions] }
}

/** Running that lies around what the text lists; a tempo or a build with bouts in it is one bout, and they are its cue. */
const AROUND: ReadonlySet<Role> = new Set<Role>(['easy', 'recovery', 'long', 'steady', 'warmup', 'cooldown'])

const assumptionsOf = ({ alternatives, also = [], steps }: Workout): readonly string[] => [
  ...(alternatives.length > 0 ? ['the first of the options'] : []),
  ...also.map((kind) => `${kind} of the same line is not among the steps`),
  ...(steps.some((part) => part.kind !== 'exercise' && part.session !== undefined)
    ? ['both sessions of the line, one after the other']
    : []),
]

const partsOf = (parts: readonly Part[], path: Path, desk: Desk): readonly PrescribedPart[] =>
  parts.flatMap((part, index) => partOf(part, [...path, index], desk))

const partOf = (part: Part, path: Path, desk: Desk): readonly PrescribedPart[] => {
  switch (part.kind) {
    case 'step':
      return [stepOf(part, path, desk)]
    case 'repeat':
      return repeatOf(part, path, desk)
    case 'exercise':
      return besideOf(part, path, desk)
    case 'other':
      return besideOf(part, path, desk)
    default:
      return part satisfies never
  }
}

const besideOf = (part: Exercise | Other, path: Path, desk: Desk): readonly PrescribedPart[] => {
  const { parts, assumptions } =
    part.kind === 'exercise' ? prescribeExercise(part, path, desk.textOf) : prescribeOther(part, path, desk.textOf)
  for (const assumption of assumptions) desk.assumptions.add(assumption)
  return parts
}

const stepOf = (step: Step, path: Path, desk: Desk): PrescribedStep => {
  const aim = desk.aimOf(step, { between: path.at(-1) === 'between' || desk.before !== undefined })
  const { lasting, assumptions } = lastingOf(step.extent, desk.before)
  for (const assumption of assumptions) desk.assumptions.add(assumption)
  const prescribed: PrescribedStep = {
    kind: 'step',
    path,
    role: step.role,
    lasting,
    aim,
    target: step.target,
    text: desk.textOf(step),
    ...(step.mode ? { mode: step.mode } : {}),
    ...(step.cue === undefined ? {} : { cue: step.cue }),
  }
  if (!isRecovery(step)) desk.before = prescribed
  return prescribed
}

const repeatOf = (repeat: Repeat, path: Path, desk: Desk): readonly PrescribedPart[] => {
  if (repeat.form === 'within' && repeat.total) return [insideOf(repeat.total, repeat.steps, path, desk)]
  if (repeat.form === 'ladder') return ladderOf(repeat, path, desk)
  const parts = partsOf(repeat.steps, path, desk)
  const between = betweenOf(repeat, repeat.steps, path, desk)
  const times = timesOf(repeat, [...parts, ...between], desk)
  const whole = [...parts, ...between]
  if (between.length === 0 || repeat.afterLast) return setOf(path, times, whole)
  return [...setOf(path, times - 1, whole), ...parts]
}

const setOf = (path: Path, times: number, parts: readonly PrescribedPart[]): readonly PrescribedPart[] => {
  if (times <= 0 || parts.length === 0) return []
  return times === 1 ? parts : [{ kind: 'set', path, times, parts }]
}

/** A recovery that nobody states is unknown, not nothing: it lasts until the button. */
const UNSTATED: Step = { kind: 'step', role: 'recovery', extent: null, target: null, implied: true }

/** What stands between repetitions of one bout. Several bouts in a row are as the coach joined them. */
const betweenOf = (repeat: Repeat, body: readonly Part[], path: Path, desk: Desk): readonly PrescribedStep[] => {
  const [only, ...others] = body
  if (repeat.between) return [stepOf(repeat.between, [...path, 'between'], desk)]
  if (repeat.continuous || only === undefined || others.length > 0 || !needsRecovery(only, repeat)) return []
  desk.assumptions.add('a recovery that is not stated lasts until the button')
  return [stepOf(UNSTATED, [...path, 'between'], desk)]
}

const needsRecovery = (body: Part, { times, until, form }: Repeat): boolean => {
  if (form === undefined && times !== null && times < 2 && until === undefined) return false
  if (body.kind === 'step') return !isRecovery(body) && !body.continuous
  return body.kind === 'repeat' && body.form !== 'within' && !body.afterLast
}

/** How often: as stated, the low end of a range, as often as fits a budget, else once. */
const timesOf = (repeat: Repeat, parts: readonly PrescribedPart[], desk: Desk): number => {
  if (repeat.times !== null) {
    if (repeat.timesTo !== undefined) desk.assumptions.add('the low end of each range')
    return repeat.timesTo === undefined ? repeat.times : Math.min(repeat.times, repeat.timesTo)
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

const ladderOf = (ladder: Repeat, path: Path, desk: Desk): readonly PrescribedPart[] =>
  ladder.steps.flatMap((rung, index) => {
    const parts = partOf(rung, [...path, index], desk)
    const next = ladder.steps[index + 1]
    if (next === undefined && !(ladder.between && ladder.afterLast)) return parts
    if (next?.kind === 'step' && (next.continuous || isRecovery(next)) && !ladder.between) return parts
    return [...parts, ...betweenOf(ladder, [rung], path, desk)]
  })

/** Bouts that lie anywhere in a longer one are told as its cue: a watch cannot know when they come. */
const insideOf = (total: Total, steps: readonly Part[], path: Path, desk: Desk): PrescribedStep => {
  desk.assumptions.add('bouts inside a longer one are a cue, not steps')
  return { ...stepOf(fillerOf(total), path, desk), cue: `with ${steps.map(desk.textOf).join(' + ')}` }
}

const fillerOf = (total: Total): Step => ({
  kind: 'step',
  role: total.role ?? 'easy',
  extent: total.extent,
  target: total.target,
})

/** Where one bout takes what a total leaves and all others are measured like it, its length is known. */
const withRemaining = (parts: readonly PrescribedPart[], total: Amount): readonly PrescribedPart[] => {
  const takers = parts.filter(isRemaining)
  const [taker] = takers
  const others = lengthOf(
    parts.filter((part) => !isRemaining(part)),
    total.kind,
  )
  const all = total.kind === 'distance' ? total.distance : total.duration
  if (!taker || takers.length > 1 || others === undefined || others >= all) return parts
  const lasting = lastingOf(withLength(total, all - others), undefined).lasting
  return parts.map((part) => (part === taker ? { ...taker, lasting } : part))
}

const isRemaining = (part: PrescribedPart): part is PrescribedStep =>
  part.kind === 'step' && part.lasting.kind === 'open' && part.lasting.because === REMAINING

/** The listed bouts with the rest of the total around them, by the button: before a last part, else before and after. */
const around = (
  total: Total,
  steps: readonly Part[],
  listed: readonly PrescribedPart[],
  desk: Desk,
): readonly PrescribedPart[] => {
  const last = steps.at(-1)
  const inner = lengthOf(listed, total.extent.kind)
  const all = total.extent.kind === 'distance' ? total.extent.distance : total.extent.duration
  const rest = inner === undefined ? undefined : Math.max(0, all - inner)
  if (last?.kind === 'step' && last.position === 'last') {
    if (!rest) return [openBout(total, { left: rest, bouts: 1 }, desk), ...listed]
    return [stepOf({ ...fillerOf(total), extent: withLength(total.extent, rest) }, [], desk), ...listed]
  }
  desk.assumptions.add('the easy running of the total lies before and after the set')
  // The role of the total says how hard; that it comes first and last says what it is for.
  const bout = (role: 'warmup' | 'cooldown'): PrescribedStep => {
    return { ...openBout(total, { left: rest, bouts: 2 }, desk), role }
  }
  return [bout('warmup'), ...listed, bout('cooldown')]
}

const openBout = (
  total: Total,
  { left, bouts }: { readonly left: number | undefined; readonly bouts: number },
  desk: Desk,
): PrescribedStep => ({
  ...stepOf({ ...fillerOf(total), extent: { kind: 'remaining' } }, [], { ...desk, before: undefined }),
  lasting: {
    kind: 'open',
    because: 'part of the total that the set leaves over',
    left: leftOf(total.extent, left, bouts),
  },
})

const leftOf = (extent: Amount, left: number | undefined, bouts: number): Left => ({
  distance: left === undefined || extent.kind !== 'distance' ? null : metres(left),
  duration: left === undefined || extent.kind !== 'time' ? null : seconds(left),
  bouts,
})

const withLength = (extent: Amount, length: number): Amount =>
  extent.kind === 'distance'
    ? { kind: 'distance', distance: metres(length), unit: extent.unit }
    : { kind: 'time', duration: seconds(length), unit: extent.unit }
