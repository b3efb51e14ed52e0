import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPlacement, moveSession, place, type DaySlot, type Placed, type PlacementProblem } from './core.ts'
import { drawn, weekNumber } from './weeks.ts'

const seed = fc.readConfigureGlobal()?.seed ?? 0
const WORTH_MOVING = 10
const HALVES = ['am', 'pm'] as const

interface Case {
  readonly problem: PlacementProblem
  readonly placed: Placed
  readonly session: string
  readonly to: DaySlot
  readonly locked: ReadonlySet<string>
  readonly now: DaySlot
}

/** A week with a placement, a session of it, a slot, others that are locked, and where the past ends. */
const caseOf = (number: number): Case | undefined => {
  const problem = weekNumber(seed, number)
  const placed = place(problem)
  const cells = problem.days.flatMap(({ day, slots }) =>
    HALVES.flatMap((slot) => (slots[slot] === undefined ? [] : [{ day, slot }])),
  )
  const { oneOf, chance } = drawn(seed * 7 + number)
  if (placed.kind === 'impossible') return undefined
  const session = oneOf(problem.sessions).id
  const locked = new Set(problem.sessions.flatMap(({ id }) => (id !== session && chance(0.2) ? [id] : [])))
  return {
    problem,
    placed,
    session,
    to: oneOf(cells),
    locked,
    now: { day: oneOf(['Mon', 'Tue', 'Wed'] as const), slot: 'am' },
  }
}

const CASES = Array.from({ length: 80 }, (_, number) => caseOf(number)).filter((one) => one !== undefined)
const pinned = ({ problem, session, to }: Case): PlacementProblem => ({
  ...problem,
  sessions: problem.sessions.map((one) => (one.id === session ? { ...one, fixed: to } : one)),
})
const dayNumber = ({ day }: DaySlot): number => ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(day)

describe(`moves of seed ${seed}`, () => {
  test('a move is legal where the checker finds nothing wrong, and a repair leaves nothing wrong', () => {
    const seen = { legal: 0, repaired: 0, impossible: 0 }
    for (const one of CASES) {
      const { problem, placed, session, to } = one
      const answer = moveSession(problem, placed.placement, { session, to })
      if (!answer.ok) throw new Error(answer.fault.message)
      const alone = checkPlacement(pinned(one), new Map(placed.placement).set(session, to))
      expect(answer.value.legal).toBe(alone.violations.length === 0)
      expect(answer.value.after).toBe(alone.cost)
      const { repair, better } = answer.value
      if (repair.kind === 'impossible') {
        expect(place(pinned(one)).kind).toBe('impossible')
        seen.impossible++
        continue
      }
      expect(checkPlacement(pinned(one), repair.placement)).toMatchObject({ cost: repair.cost, violations: [] })
      expect(repair.moved.length === 0).toBe(answer.value.legal)
      if (better) {
        const more = better.moved.length - repair.moved.length
        expect(checkPlacement(pinned(one), better.placement)).toMatchObject({ cost: better.cost, violations: [] })
        expect(repair.cost - better.cost).toBeGreaterThanOrEqual(more * WORTH_MOVING)
      }
      seen[answer.value.legal ? 'legal' : 'repaired']++
    }
    expect(Math.min(seen.legal, seen.repaired, seen.impossible)).toBeGreaterThan(0)
  })

  test('what is locked or past never moves, and nothing moves into the past', () => {
    let repaired = 0
    for (const { problem, placed, session, to, locked, now } of CASES) {
      const answer = moveSession(problem, placed.placement, { session, to, locked, now })
      if (!answer.ok) {
        expect(answer.fault.code).toBe('past')
        continue
      }
      const { repair, better } = answer.value
      for (const { placement } of [...(repair.kind === 'repair' ? [repair] : []), ...(better ? [better] : [])]) {
        for (const [id, was] of placed.placement) {
          if (id === session) continue
          const past = dayNumber(was) < dayNumber(now)
          if (locked.has(id) || past) expect(placement.get(id)).toEqual(was)
          else expect(dayNumber(placement.get(id) ?? was)).toBeGreaterThanOrEqual(dayNumber(now))
        }
        repaired++
      }
    }
    expect(repaired).toBeGreaterThan(0)
  })

  test('a session that is not there, is locked or goes where there is no slot is a named fault', () => {
    const [one] = CASES
    if (!one) throw new Error('no case')
    const { problem, placed, session, to } = one
    const code = (request: Parameters<typeof moveSession>[2]): string | undefined => {
      const answer = moveSession(problem, placed.placement, request)
      return answer.ok ? undefined : answer.fault.code
    }
    const without = { ...problem, days: problem.days.filter(({ day }) => day !== to.day) }
    const nowhere = moveSession(without, placed.placement, { session, to })
    expect(code({ session: 'nobody', to })).toBe('unknown-session')
    expect(code({ session, to, locked: new Set([session]) })).toBe('locked')
    expect(nowhere.ok ? undefined : nowhere.fault.code).toBe('no-such-slot')
  })
})
