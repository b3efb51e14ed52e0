import type { Athlete } from '../athlete/athlete.ts'
import type { Mark } from '../athlete/mark.ts'
import { makePaceBook, speedAt, type PaceBook } from '../pace/book.ts'
import type { Plan } from '../plan/plan.ts'
import { metres } from '../units/distance.ts'
import { minutes } from '../units/duration.ts'
import type { SpeedAt } from '../workout/estimate.ts'

/** Whom a plan is looked at for while nobody is named: a 5K of 20:00, where the readers of document 000 start (R5). */
export const NOMINAL_MARK: Mark = { distance: metres(5000), time: minutes(20) }

/**
 * Paces of an athlete by the model and the definitions that a plan means; of the nominal runner where no athlete is
 * given, or where the athlete's marks carry none.
 */
export const paceBookFor = (plan: Plan, athlete?: Athlete | null): PaceBook => {
  const own = athlete ? makePaceBook({ ...questionOf(plan, athlete.marks), ...goalOf(athlete) }) : undefined
  if (own?.ok) return own.value
  const nominal = makePaceBook(questionOf(plan, [NOMINAL_MARK]))
  if (!nominal.ok) throw new Error(`The nominal mark makes no paces: ${nominal.fault.message}`)
  return nominal.value
}

const questionOf = ({ paces, definitions }: Plan, marks: readonly Mark[]) => ({
  marks,
  definitions,
  ...(paces === null ? {} : { model: paces }),
})

const goalOf = ({ goal }: Athlete) => (goal ? { goal } : {})

/** The speeds that a plan is estimated by, for an athlete or the nominal runner. */
export const speedsOf = (plan: Plan, athlete?: Athlete | null): SpeedAt => {
  const book = paceBookFor(plan, athlete)
  return (pace) => speedAt(book, pace)
}
