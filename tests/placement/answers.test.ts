import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkPlacement,
  place,
  type DaySlot,
  type Placement,
  type PlacementAnswer,
  type PlacementProblem,
} from './core.ts'
import { judgeClash } from './oracle.ts'
import { drawn, weekNumber } from './weeks.ts'

const seed = fc.readConfigureGlobal()?.seed ?? 0
const LARGEST = 7
const EACH = 8

const slotsOf = ({ days }: PlacementProblem): readonly DaySlot[] =>
  days.flatMap(({ day, slots }) =>
    (['am', 'pm'] as const).flatMap((slot) => (slots[slot] === undefined ? [] : [{ day, slot }])),
  )

/** Every way to place the sessions, good or not. */
function* everyPlacement(problem: PlacementProblem): Generator<Placement> {
  const slots = slotsOf(problem)
  for (let number = 0; number < slots.length ** problem.sessions.length; number++) {
    let rest = number
    yield new Map(
      problem.sessions.flatMap(({ id }) => {
        const slot = slots[rest % slots.length]
        rest = Math.floor(rest / slots.length)
        return slot ? [[id, slot] as const] : []
      }),
    )
  }
}

const leastCost = (problem: PlacementProblem): number | undefined => {
  let least: number | undefined
  for (const placement of everyPlacement(problem)) {
    const { cost, violations } = checkPlacement(problem, placement)
    if (violations.length === 0 && (least === undefined || cost < least)) least = cost
  }
  return least
}

/** The first sessions and days of a week, few enough for every placement to be looked at. */
const small = (week: PlacementProblem, first: number): PlacementProblem => ({
  ...week,
  days: week.days.slice(first % 3, (first % 3) + 3),
  sessions: week.sessions.slice(first % 4, (first % 4) + 4).map(({ fixed: _fixed, ...session }) => session),
})

/** Everything that an answer says; a map as its entries in order. */
const said = (answer: PlacementAnswer): string =>
  JSON.stringify(answer, (_, value: unknown) =>
    value instanceof Map ? [...value].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)) : value,
  )

describe(`placements of seed ${seed}`, () => {
  test.each(Array.from({ length: 24 }, (_, number) => number))(
    'week %d cut small: no placement of all costs less',
    (number) => {
      const problem = small(weekNumber(seed, number), number)
      const answer = place(problem)
      expect(answer.kind === 'placed' ? answer.cost : undefined).toBe(leastCost(problem))
    },
  )

  test.each(Array.from({ length: EACH }, (_, number) => number * 8 + LARGEST))(
    'week %d of 14 sessions: the same answer to the same week, in whatever order it is told',
    (number) => {
      const problem = weekNumber(seed, number)
      const { shuffled } = drawn(seed + number)
      const told = {
        ...problem,
        days: shuffled(problem.days),
        sessions: shuffled(problem.sessions),
        before: shuffled(problem.before),
        after: shuffled(problem.after),
      }
      expect(said(place(told))).toBe(said(place(problem)))
    },
  )

  test('a clash holds nothing that it could do without, and each way out is one', () => {
    let judged = 0
    for (let number = 0; number < 30; number++) {
      const problem = weekNumber(seed, number)
      const answer = place(problem)
      if (answer.kind === 'placed') continue
      expect(judgeClash(problem, answer, 10)).toBe('agreed')
      judged++
    }
    expect(judged).toBeGreaterThan(0)
  })
})
