import type { Range, Speed } from '../units/quantity.ts'
import type { PlannedRep } from './planned-rep.ts'
import type { RepVerdict } from './reviewed.ts'

/** A repetition that was run, before it is judged. */
export interface RunRep {
  readonly planned: PlannedRep | null
  readonly distance: number
  readonly timer: number
  readonly speed: number
  /** Whether time and distance are those of a stopwatch or lap button over a known distance. */
  readonly exact: boolean
}

/** Share of the speed that positions, and half a second at both ends, leave open. */
const ROOM = 0.015
const EXACT_ROOM = 0.005
const HALF_SECONDS = 0.5
/** Without a target: as even as coaches call consistent (CV up to 2 %, twice that to each side). */
const EVEN = 0.03
/** Less than this share of the planned length is cut short, and by more metres than positions leave open. */
const SHORT = 0.92
const SHORT_METRES = 10

const isShort = ({ planned, distance, timer }: RunRep): boolean => {
  if (planned?.distance !== undefined) {
    return distance < Math.min(planned.distance * SHORT, planned.distance - SHORT_METRES)
  }
  return planned?.duration !== undefined && timer < planned.duration * SHORT - HALF_SECONDS
}

/** The median; of an even number the mean of the two in the middle. */
const middleOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other)
  const half = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 ? half : half - 1] ?? NaN, sorted[half] ?? NaN]
  return (low + high) / 2
}

/** Verdict on each repetition: by its target where that has a speed, else by the others of its group. */
export const judgeReps = (reps: readonly RunRep[]): readonly RepVerdict[] => {
  const groups = Map.groupBy(
    reps.filter((rep) => rep.planned && !isShort(rep)),
    (rep) => rep.planned?.group ?? -1,
  )
  const usual = new Map([...groups].map(([group, ofGroup]) => [group, middleOf(ofGroup.map(({ speed }) => speed))]))
  return reps.map((rep) => {
    if (!rep.planned) return 'extra'
    if (isShort(rep)) return 'short'
    const { target, group } = rep.planned
    const room = (rep.exact ? EXACT_ROOM : ROOM) + HALF_SECONDS / Math.max(rep.timer, 1)
    if (target) return against(rep.speed, target, room)
    const even = usual.get(group) ?? rep.speed
    return against(rep.speed, { low: even, high: even }, Math.max(EVEN, room))
  })
}

const against = (speed: number, { low, high }: Range<Speed> | Range<number>, room: number): RepVerdict => {
  if (speed > high * (1 + room)) return 'fast'
  return speed < low * (1 - room) ? 'slow' : 'on'
}
