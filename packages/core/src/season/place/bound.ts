import { WEEKDAYS } from '../../calendar/week.ts'
import type { PlaceModel } from './model.ts'

/** Days, as bits, that hold a run of their own and that hold training at all. */
export interface Days {
  readonly runs: number
  readonly training: number
}

export const NO_DAYS: Days = { runs: 0, training: 0 }

const runsFrom = ({ entries }: PlaceModel, depth: number): number => {
  let runs = 0
  for (let index = depth; index < entries.length; index++) if (entries[index]?.run && entries[index]?.leads) runs++
  return runs
}

/** What second runs and a missing rest day cost, once every entry stands. */
export const daysCost = (model: PlaceModel, { runs, training }: Days): number =>
  (runsFrom(model, 0) - bits(runs)) * model.doubleCost + (bits(training) === WEEKDAYS.length ? model.restDayCost : 0)

/** What they cost at least, while the entries from `depth` on are still open. */
export const daysBound = (model: PlaceModel, { runs, training }: Days, depth: number): number => {
  const all = runsFrom(model, 0)
  const most = Math.min(WEEKDAYS.length, bits(runs) + runsFrom(model, depth))
  const noRest = model.restDayCost + (all - most) * model.doubleCost
  if (bits(training) === WEEKDAYS.length) return noRest
  return Math.min(noRest, (all - Math.min(most, WEEKDAYS.length - 1)) * model.doubleCost)
}

const bits = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
