import type { PaceBook } from '../pace/book.ts'
import { speedAt as speedIn, makePaceBook } from '../pace/book.ts'
import { resolve } from '../pace/resolve.ts'
import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import type { Distance, Duration, Range, Speed } from '../units/quantity.ts'
import { estimate, type EstimatedBout } from '../workout/estimate.ts'
import type { Family } from '../workout/family.ts'
import type { Path } from '../workout/flatten.ts'
import type { Role, Step, Workout } from '../workout/workout.ts'

/** The rest that the plan puts after a repetition. */
export interface PlannedRecovery {
  readonly step: Step
  /** What the text states, one of both; neither where it leaves it open. */
  readonly distance?: Distance
  readonly duration?: Duration
}

/** One bout of work as planned: what a review looks for in a recording. */
export interface PlannedRep {
  readonly path: Path
  readonly step: Step
  readonly family: Family
  /** What the text states; one of both, or neither for an open bout. */
  readonly distance?: Distance
  readonly duration?: Duration
  /** About how long it takes, by the athlete's paces or by nominal ones. */
  readonly expected: number
  /** Bouts of one length and target: what is compared with one another. */
  readonly group: number
  /** Speeds that hit the target; null where there is no athlete or no target that has a speed. */
  readonly target: Range<Speed> | null
  readonly recovery: PlannedRecovery | null
}

/** Bouts that are the work of a session. */
const WORK: ReadonlySet<Role> = new Set<Role>([
  'work',
  'tempo',
  'strides',
  'pickups',
  'hill',
  'kick',
  'fartlek',
  'test',
  'race',
])
/** Bouts that are the work where there is no harder one beside them. */
const STEADY_WORK: ReadonlySet<Role> = new Set<Role>(['steady', 'build'])
/** More repetitions than anybody runs: what goes beyond is not looked for, and said so. */
export const MOST_REPS = 200

/** Lengths of bouts are guessed for a runner of 5 km in 22 minutes where nobody is named: only an order of size. */
const nominalBook = (): PaceBook | undefined => {
  const book = makePaceBook({ marks: [{ distance: metres(5000), time: seconds(1320) }] })
  return book.ok ? book.value : undefined
}

const isWork = ({ step, recovery, family }: EstimatedBout): boolean =>
  !recovery && WORK.has(step.role) && !(step.role === 'work' && family === 'easy')

const statedOf = (step: Step): { readonly distance?: Distance; readonly duration?: Duration } => {
  if (step.extent?.kind === 'distance') return { distance: step.extent.distance }
  return step.extent?.kind === 'time' ? { duration: step.extent.duration } : {}
}

const recoveryAfter = (bouts: readonly EstimatedBout[], index: number): PlannedRecovery | null => {
  const next = bouts[index + 1]
  if (!next?.recovery) return null
  const stated = statedOf(next.step)
  if (stated.distance !== undefined || stated.duration !== undefined) return { step: next.step, ...stated }
  if (next.step.extent?.kind === 'relative' && !next.assumed) {
    const { measure } = next.step.extent
    const far = measure !== 'time' && next.distance !== null && bouts[index]?.step.extent?.kind === 'distance'
    if (far && next.distance !== null) return { step: next.step, distance: next.distance }
    if (next.duration !== null) return { step: next.step, duration: next.duration }
  }
  if (next.step.extent?.kind === 'cycle' && next.duration !== null) return { step: next.step, duration: next.duration }
  return { step: next.step }
}

/** Length of a bout nobody states, in seconds: long enough to be seen, short enough to be one of many. */
const UNSTATED = 60

/** The repetitions of a workout in the order they are run, with the speeds that hit their targets for this athlete. */
export const plannedReps = (workout: Workout, book?: PaceBook): readonly PlannedRep[] => {
  const paces = book ?? nominalBook()
  const { bouts } = estimate(workout, (pace) => paces && speedIn(paces, pace))
  const hard = bouts.some(isWork)
  const groups = new Map<string, number>()
  const reps: PlannedRep[] = []
  bouts.forEach((bout, index) => {
    const counts = hard ? isWork(bout) : STEADY_WORK.has(bout.step.role) && !bout.unlisted && bouts.length > 1
    if (!counts) return
    const stated = statedOf(bout.step)
    const key = JSON.stringify([stated, bout.step.target, bout.step.role])
    if (!groups.has(key)) groups.set(key, groups.size)
    reps.push({
      path: bout.path,
      step: bout.step,
      family: bout.family,
      ...stated,
      expected: Math.max(5, bout.duration ?? UNSTATED),
      group: groups.get(key) ?? 0,
      target: targetOf(bout, book),
      recovery: recoveryAfter(bouts, index),
    })
  })
  return reps
}

const targetOf = ({ step, distance }: EstimatedBout, book: PaceBook | undefined): Range<Speed> | null => {
  if (!step.target) return null
  if (step.target.kind === 'rep time' || step.target.kind === 'speed') {
    const paces = book ?? nominalBook()
    return (paces && resolve(step.target, paces, distance ?? undefined)?.speed) ?? null
  }
  return (book && resolve(step.target, book, distance ?? undefined)?.speed) ?? null
}
