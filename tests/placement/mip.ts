import {
  PLACEMENT_RULES,
  WEEKDAYS,
  type Placement,
  type PlacementProblem,
  type PlacementRule,
  type PlacementSession,
} from './core.ts'
import { chargeOnTheClock } from './mip-clock.ts'
import {
  costOfTwo,
  DAY,
  daysCost,
  endIn,
  hostsOf,
  isRun,
  slotsOf,
  x,
  type End,
  type MipSlot,
  type Week,
} from './mip-week.ts'
import { charge, chargeRow, newProgram, row, scaled, textOf, type Program, type Terms } from './program.ts'

/**
 * The placement of one week as a mixed-integer program in CPLEX LP text: a second way to the same optimum, for a solver
 * that knows nothing of running. It shares the table of rules with the search, and nothing else.
 *
 * x_i_s is 1 where session i stands in slot s. Costs of pairs are columns held up by rows that act where both stand; all
 * costs are whole, so all their columns are. `needs`: minutes that a session's slot has to have for it.
 */
export const mipOf = (
  problem: PlacementProblem,
  rules: readonly PlacementRule[] = PLACEMENT_RULES,
  needs = ({ minutes }: PlacementSession): number => minutes,
): string => {
  const program = newProgram()
  const week: Week = { problem, rules, slots: slotsOf(problem), sessions: problem.sessions, needs }
  placeAll(program, week)
  shareSlots(program, week)
  chargeWishes(program, week)
  chargeNeighbours(program, week)
  week.sessions.forEach((_, i) =>
    week.sessions.slice(i + 1).forEach((__, offset) => chargePair(program, week, i, i + 1 + offset)),
  )
  chargeDays(program, week)
  return textOf(program)
}

/** Where the sessions stand, from the solver's columns. */
export const placementOfColumns = (problem: PlacementProblem, value: (column: string) => number): Placement => {
  const slots = slotsOf(problem)
  return new Map(
    problem.sessions.flatMap(({ id }, i) => {
      const slot = slots.find((_, s) => value(x(i, s)) > 0.5)
      return slot ? [[id, { day: slot.day, slot: slot.slot }] as const] : []
    }),
  )
}

const placeAll = (program: Program, { slots, sessions, needs }: Week): void => {
  sessions.forEach((session, i) => {
    const { fixed } = session
    slots.forEach((slot, s) => {
      program.binaries.add(x(i, s))
      const barred = needs(session) > slot.room || (fixed && (fixed.day !== slot.day || fixed.slot !== slot.slot))
      if (barred) row(program, [[1, x(i, s)]], '=', 0)
    })
    row(
      program,
      slots.map((_, s) => [1, x(i, s)]),
      '=',
      1,
    )
  })
}

const shareSlots = (program: Program, { slots, sessions, needs }: Week): void => {
  const numbered = sessions.map((session, i) => ({ session, i }))
  const leading = numbered.filter(({ session }) => !session.afterRun)
  const following = numbered.filter(({ session }) => session.afterRun)
  slots.forEach(({ room }, s) => {
    const columns = (list: typeof numbered): Terms => list.map(({ i }) => [1, x(i, s)])
    row(program, columns(leading), '<=', 1)
    row(program, columns(following.filter(({ session }) => session.hardness !== 'mobility')), '<=', 1)
    row(
      program,
      numbered.map(({ session, i }) => [needs(session), x(i, s)]),
      '<=',
      room,
    )
    const others = columns(leading.filter(({ session }) => !isRun(session)))
    for (const { i } of following) row(program, [[1, x(i, s)], ...others], '<=', 1)
  })
}

const chargeWishes = (program: Program, { rules, slots, sessions }: Week): void => {
  for (const rule of rules) {
    if (rule.kind !== 'wish') continue
    sessions.forEach(({ wish }, i) => {
      slots.forEach((slot, s) => {
        const days = wish?.day ? Math.abs(WEEKDAYS.indexOf(wish.day) - slot.dayNumber) : 0
        charge(program, x(i, s), days * rule.costPerDay + (wish?.slot && wish.slot !== slot.slot ? rule.slotCost : 0))
      })
    })
  }
}

/** Terms that add up to how far "i stands in s behind this run" is from being so: 0 where it is so, negative otherwise. */
const standsBehind = (week: Week, i: number, s: number, run: number | null): { terms: Terms; constant: number } => {
  const others = hostsOf(week, i).flatMap((host): Terms => (host.run === null ? [] : [[-1, x(host.run, s)]]))
  return run === null
    ? { terms: [[1, x(i, s)], ...others], constant: -1 }
    : {
        terms: [
          [1, x(i, s)],
          [1, x(run, s)],
        ],
        constant: -2,
      }
}

const neighboursOf = ({ problem }: Week): readonly (End & { readonly past: boolean })[] => [
  ...problem.before.map(({ hardness, endedHoursBeforeWeek }) => {
    const end = -Math.round(endedHoursBeforeWeek * 60)
    return { hardness, day: Math.ceil(end / DAY) - 1, start: end, end, past: true }
  }),
  ...problem.after.map(({ hardness, startsHoursAfterWeek }) => {
    const start = 7 * DAY + Math.round(startsHoursAfterWeek * 60)
    return { hardness, day: Math.floor(start / DAY), start, end: start, past: false }
  }),
]

const neighboursCost = (week: Week, session: PlacementSession, slot: MipSlot, delay: number): number | undefined => {
  const here = endIn(session, slot, delay)
  let cost = 0
  for (const neighbour of neighboursOf(week)) {
    const one = neighbour.past ? costOfTwo(week.rules, neighbour, here) : costOfTwo(week.rules, here, neighbour)
    if (one === undefined) return undefined
    cost += one
  }
  return cost
}

const chargeNeighbours = (program: Program, week: Week): void => {
  week.sessions.forEach((session, i) => {
    const hosts = hostsOf(week, i)
    week.slots.forEach((slot, s) => {
      for (const { run, delay } of hosts) {
        const cost = neighboursCost(week, session, slot, delay)
        if (cost === 0) continue
        if (hosts.length === 1 && cost !== undefined) {
          charge(program, x(i, s), cost)
          continue
        }
        const stands = standsBehind(week, i, s, run)
        if (cost === undefined) row(program, stands.terms, '<=', -1 - stands.constant)
        else {
          charge(program, `n_${i}`, program.objective.has(`n_${i}`) ? 0 : 1)
          row(program, [[1, `n_${i}`], ...scaled(stands.terms, -cost)], '>=', cost * (1 + stands.constant))
        }
      }
    })
  })
}

const chargePair = (program: Program, week: Week, i: number, j: number): void => {
  const [a, b] = [week.sessions[i], week.sessions[j]]
  if (!a || !b) return
  if (a.afterRun && b.afterRun && hoursBetween(week, a, b)) return chargeOnTheClock(program, week, i, j)
  if (!hoursBetween(week, a, b)) return chargeByDay(program, week, i, j)
  if (b.afterRun && !a.afterRun) return chargeTable(program, week, j, i)
  chargeTable(program, week, i, j)
}

/** Whether hours or the order within a day count for two sessions, and not only their days. */
const hoursBetween = ({ rules }: Week, a: PlacementSession, b: PlacementSession): boolean =>
  rules.some((rule) => {
    if (rule.kind !== 'hours' && rule.kind !== 'order') return false
    const [from, to] = rule.kind === 'hours' ? [rule.from, rule.to] : [rule.later, rule.first]
    return (
      (from.includes(a.hardness) && to.includes(b.hardness)) || (from.includes(b.hardness) && to.includes(a.hardness))
    )
  })

/** Only the days matter: one row for each day of i. */
const chargeByDay = (program: Program, week: Week, i: number, j: number): void => {
  const [a, b] = [week.sessions[i], week.sessions[j]]
  if (!a || !b) return
  const onDay = (session: number, day: number, factor: number): Terms =>
    week.slots.flatMap(({ dayNumber }, s) => (dayNumber === day ? [[factor, x(session, s)] as const] : []))
  const stand = ({ hardness }: PlacementSession, day: number): End => ({ hardness, day, start: 0, end: 0 })
  WEEKDAYS.forEach((_, day) => {
    const costs = WEEKDAYS.flatMap((__, other) => onDay(j, other, daysCost(week.rules, stand(a, day), stand(b, other))))
    chargeRow(program, { terms: onDay(i, day, 1), constant: -1 }, `z_${i}_${j}`, costs)
  })
}

/** Session j leads its slot: one row for each slot of i and each run that i may follow there. */
const chargeTable = (program: Program, week: Week, i: number, j: number): void => {
  const [a, b] = [week.sessions[i], week.sessions[j]]
  if (!a || !b) return
  const hosts = hostsOf(week, i)
  week.slots.forEach((slot, s) => {
    for (const { run, delay } of hosts) {
      if (run === j) continue
      const here = endIn(a, slot, delay)
      const costs = week.slots.map((other, t) => {
        if (t === s) return daysCost(week.rules, here, endIn(b, other))
        return t < s ? costOfTwo(week.rules, endIn(b, other), here) : costOfTwo(week.rules, here, endIn(b, other))
      })
      const only =
        hosts.length === 1 ? { terms: [[1, x(i, s)]] as Terms, constant: -1 } : standsWithout(week, i, s, run, j)
      forbid(
        program,
        only,
        costs.flatMap((cost, t) => (cost === undefined ? [x(j, t)] : [])),
      )
      chargeRow(
        program,
        only,
        `z_${i}_${j}`,
        costs.map((cost, t) => [cost ?? 0, x(j, t)]),
      )
    }
  })
}

/** As standsBehind, but that j leads the slot itself is told by j's own column. */
const standsWithout = (
  week: Week,
  i: number,
  s: number,
  run: number | null,
  j: number,
): { terms: Terms; constant: number } => {
  const stands = standsBehind(week, i, s, run)
  return { ...stands, terms: stands.terms.filter(([, name]) => name !== x(j, s)) }
}

const forbid = (
  program: Program,
  { terms, constant }: { terms: Terms; constant: number },
  columns: readonly string[],
): void => {
  if (columns.length > 0) row(program, [...terms, ...columns.map((name) => [1, name] as const)], '<=', -constant)
}

const chargeDays = (program: Program, { rules, slots, sessions }: Week): void => {
  const onDay = (day: number, counts: (session: PlacementSession) => boolean): Terms =>
    sessions.flatMap((session, i) =>
      slots.flatMap((slot, s) => (slot.dayNumber === day && counts(session) ? [[1, x(i, s)] as const] : [])),
    )
  rules.forEach((rule) => {
    if (rule.kind === 'double') {
      WEEKDAYS.forEach((_, day) => {
        charge(program, `double_${day}`, rule.cost)
        row(
          program,
          [
            [1, `double_${day}`],
            ...scaled(
              onDay(day, (session) => isRun(session) && !session.afterRun),
              -1,
            ),
          ],
          '>=',
          -1,
        )
      })
    }
    if (rule.kind !== 'rest-day') return
    charge(program, 'restless', rule.cost)
    const trains = ({ hardness }: PlacementSession): boolean => hardness !== 'mobility' && hardness !== 'rest'
    for (const [day] of WEEKDAYS.entries()) {
      for (const [, column] of onDay(day, trains))
        row(
          program,
          [
            [1, `train_${day}`],
            [-1, column],
          ],
          '>=',
          0,
        )
    }
    row(program, [[1, 'restless'], ...WEEKDAYS.map((_, day) => [-1, `train_${day}`] as const)], '>=', -6)
  })
}
