import { amountIn, distanceOf, metres } from '../../units/distance.ts'
import { durationOf } from '../../units/duration.ts'
import type { Amount, Part, Repeat, Step, Workout } from '../../workout/workout.ts'

/** Half miles and kilometres, hundreds of metres, five minutes: what a coach would write; never more than asked for. */
const shorterAmount = (amount: Amount, factor: number): Amount => {
  if (amount.kind === 'time') {
    const whole = Math.floor((amount.duration * factor) / 300 + 1e-6) * 5
    const minutes = whole >= 5 ? whole : Math.max(1, Math.floor((amount.duration * factor) / 60 + 1e-6))
    return { kind: 'time', duration: durationOf(minutes, 'min'), unit: 'min' }
  }
  const { unit } = amount
  const wanted = metres(amount.distance * factor)
  if (unit === 'm' || unit === 'yd') {
    const hundreds = Math.max(1, Math.floor(amountIn(wanted, unit) / 100 + 1e-6))
    return { kind: 'distance', distance: distanceOf(hundreds * 100, unit), unit }
  }
  const halves = Math.max(1, Math.floor(amountIn(wanted, unit) * 2 + 1e-6))
  return { kind: 'distance', distance: distanceOf(halves / 2, unit), unit }
}

const isAmount = (extent: Step['extent']): extent is Amount => extent?.kind === 'distance' || extent?.kind === 'time'

/** Running that only fills a session: it may be shorter without the session being another one. */
const isFilling = ({ role }: Step): boolean =>
  role === 'warmup' || role === 'cooldown' || role === 'easy' || role === 'long' || role === 'steady'

/** Whether a part only fills its session: a run of one bout is filled by that, whatever it is called. */
const fills = ({ steps }: Workout, part: Part): part is Step =>
  part.kind === 'step' && (isFilling(part) || (steps.length === 1 && part.role === 'recovery'))

/**
 * The whole of a run made shorter: its total, or the easy running that it is listed with. The work inside stays.
 * The same workout where nothing of it can be shortened.
 */
export const shorterWhole = (workout: Workout, factor: number): Workout => {
  if (!(factor < 1)) return workout
  const { total } = workout
  if (total) return { ...workout, total: { ...total, extent: shorterAmount(total.extent, factor) } }
  const steps = workout.steps.map((part) =>
    fills(workout, part) && isAmount(part.extent) ? { ...part, extent: shorterAmount(part.extent, factor) } : part,
  )
  return steps.every((part, index) => part === workout.steps[index]) ? workout : { ...workout, steps }
}

/** What a run holds beside the running that fills it. */
export const withoutFilling = (workout: Workout): Workout => ({
  ...workout,
  total: null,
  remainder: null,
  steps: workout.total ? workout.steps : workout.steps.filter((part) => !fills(workout, part)),
})

/** Below this share of the repetitions a set is another session: then the repetitions themselves get shorter. */
const LEAST_SHARE = 0.5
const LEAST_TIMES = 3
const LEAST_SETS = 2

/** Repetitions as coaches write them, in metres and in seconds (convention). */
const LENGTHS = [100, 150, 200, 300, 400, 500, 600, 800, 1000, 1200, 1600, 2000, 2400, 3000, 4000, 5000]
const TIMES = [15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 360, 480, 600, 720, 900, 1200, 1500, 1800, 2100, 2400]

const usual = (list: readonly number[], most: number): number => list.findLast((each) => each <= most + 1e-6) ?? most

/** A repetition keeps to lengths that are run; one that is shorter than any of them stays. */
const shorterBout = (extent: Amount, share: number): Amount => {
  if (extent.kind === 'distance') {
    const most = extent.distance * share
    if (most < (LENGTHS[0] ?? 0)) return extent
    const unit = extent.unit === 'yd' || extent.unit === 'mi' || extent.unit === 'km' ? 'm' : extent.unit
    return { kind: 'distance', distance: metres(usual(LENGTHS, most)), unit }
  }
  const most = extent.duration * share
  if (most < (TIMES[0] ?? 0)) return extent
  const time = usual(TIMES, most)
  return time % 60 === 0
    ? { kind: 'time', duration: durationOf(time / 60, 'min'), unit: 'min' }
    : { kind: 'time', duration: durationOf(time, 's'), unit: 's' }
}

const isWork = ({ role }: Step): boolean =>
  role === 'work' || role === 'tempo' || role === 'hill' || role === 'fartlek' || role === 'kick'

const shorterBouts = (parts: readonly Part[], share: number): readonly Part[] =>
  parts.map((part) => {
    if (part.kind === 'repeat') return { ...part, steps: shorterBouts(part.steps, share) }
    return part.kind === 'step' && isWork(part) && isAmount(part.extent)
      ? { ...part, extent: shorterBout(part.extent, share) }
      : part
  })

const isSet = ({ steps }: Repeat): boolean => steps.some(({ kind }) => kind === 'repeat')

/** Fewer repetitions first: 5 x 1200 becomes 4 x 1200 before it becomes anything else; of sets first fewer, then smaller ones. */
const fewer = (repeat: Repeat, share: number): Repeat => {
  const { times, form, total, timesTo: _range, ...exact } = repeat
  if (form === 'within' && total) return { ...repeat, total: { ...total, extent: shorterBout(total.extent, share) } }
  if (times === null || times === 1 || form === 'ladder' || form === 'within') {
    return { ...repeat, steps: shorterBouts(repeat.steps, share) }
  }
  const least = Math.min(
    times,
    Math.max(isSet(repeat) ? LEAST_SETS : LEAST_TIMES, Math.ceil(times * LEAST_SHARE - 1e-9)),
  )
  const kept = Math.min(times, Math.max(least, Math.floor(times * share + 1e-9)))
  const rest = (times * share) / kept
  return {
    ...exact,
    ...(form ? { form } : {}),
    ...(total ? { total } : {}),
    times: kept,
    steps: rest < 0.95 ? repeat.steps.map((part) => lessOf(part, rest)) : repeat.steps,
  }
}

/** Less of one part: fewer repetitions, or a shorter bout. */
export const lessOf = (part: Part, share: number): Part =>
  part.kind === 'repeat' ? fewer(part, share) : (shorterBouts([part], share)[0] ?? part)

/** Repetitions longer than this are run on roads as well as on a track (convention). */
const TRACK_LENGTH = 2000

/** Whether a workout repeats bouts of a track's length. */
export const holdsRepetitions = ({ steps }: Workout): boolean =>
  steps.some(
    (part) =>
      part.kind === 'repeat' &&
      (part.times ?? 2) > 1 &&
      part.steps.some(
        (step) =>
          step.kind === 'step' &&
          isWork(step) &&
          step.extent?.kind === 'distance' &&
          step.extent.distance <= TRACK_LENGTH,
      ),
  )
