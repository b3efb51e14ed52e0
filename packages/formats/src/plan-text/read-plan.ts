import { isNotation } from './notation/is-notation.ts'
import { parsePlan, type TolerantReader } from './notation/parse-plan.ts'
import { coverageOf } from './page/coverage.ts'
import { readPage, type PageContext } from './page/read-page.ts'
import { readWorkout } from './prose/read-workout.ts'
import type { PlanReading, Span } from './reading.ts'

/**
 * Reads a plan, in the notation or as a page of prose, lists and tables; which of the two it is says the text itself.
 * Never fails: what could not be read is in the findings and in the coverage. Time is linear in the text.
 * `context.unit` is the unit of distances that have none, where the page does not tell.
 */
export const readPlan = (text: string, context: PageContext = {}): PlanReading =>
  isNotation(text) ? readNotation(text, context) : readPage(text, readWorkout, context)

const readNotation = (text: string, context: PageContext): PlanReading => {
  const { plan, spanOf, findings, unread, notes } = parsePlan(text, tolerant(context))
  return { plan, spanOf, findings, coverage: coverageOf(text.length, notes, unread), form: 'notation', source: text }
}

/** A session line that is not in the notation is read as coaches write it. */
const tolerant =
  (context: PageContext): TolerantReader =>
  (text, offset) => {
    const { workout, findings, unread } = readWorkout(text, context)
    const moved = <Place extends Span>(place: Place): Place => ({
      ...place,
      from: place.from + offset,
      to: place.to + offset,
    })
    return unread.length > 0 ? undefined : { workout, findings: findings.map(moved), unread: [] }
  }
