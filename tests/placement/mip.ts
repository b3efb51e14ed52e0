import {
  PLACEMENT_RULES,
  RUNS,
  SLOTS,
  WEEKDAYS,
  type Hardness,
  type Placement,
  type PlacementProblem,
  type PlacementRule,
  type PlacementSession,
} from './core.ts'

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

interface MipSlot {
  readonly day: (typeof WEEKDAYS)[number]
  readonly slot: (typeof SLOTS)[number]
  readonly dayNumber: number
  readonly start: number
  readonly room: number
}

interface Week {
  readonly problem: PlacementProblem
  readonly rules: readonly PlacementRule[]
  readonly slots: readonly MipSlot[]
  readonly sessions: readonly PlacementSession[]
  readonly needs: (session: PlacementSession) => number
}

interface Program {
  readonly objective: Map<string, number>
  readonly rows: string[]
  readonly binaries: Set<string>
  readonly integers: Set<string>
}

type Terms = readonly (readonly [number, string])[]

const DAY = 1440
const BIG = 20 * DAY

const newProgram = (): Program => ({ objective: new Map(), rows: [], binaries: new Set(), integers: new Set() })

const x = (i: number, s: number): string => `x_${i}_${s}`

const slotsOf = ({ days, startTimes }: PlacementProblem): readonly MipSlot[] =>
  WEEKDAYS.flatMap((day, dayNumber) =>
    SLOTS.flatMap((slot) => {
      const minutes = days.find((entry) => entry.day === day)?.slots[slot]
      const free = slot === 'am' ? startTimes.pm - startTimes.am : DAY - startTimes.pm + startTimes.am
      return minutes === undefined
        ? []
        : [{ day, slot, dayNumber, start: dayNumber * DAY + startTimes[slot], room: Math.min(minutes, free) }]
    }),
  )

const isRun = ({ hardness }: PlacementSession): boolean => (RUNS as readonly Hardness[]).includes(hardness)

const sumText = (terms: Terms): string =>
  terms.length === 0
    ? '0 zero'
    : terms.map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join(' ')

const row = (program: Program, terms: Terms, sense: '<=' | '>=' | '=', bound: number): void => {
  program.rows.push(`${sumText(terms)} ${sense} ${bound}`)
}

const charge = (program: Program, column: string, cost: number): void => {
  if (cost > 0) program.objective.set(column, (program.objective.get(column) ?? 0) + cost)
}

const textOf = ({ objective, rows, binaries, integers }: Program): string => {
  const whole = new Set([...integers, ...[...objective.keys()].filter((column) => !binaries.has(column))])
  return [
    'Minimize',
    ` cost: ${sumText([...objective].map(([name, cost]) => [cost, name]))}`,
    'Subject To',
    ...rows.map((text, index) => ` r${index}: ${text}`),
    'Bounds',
    ' zero = 0',
    'Binaries',
    ` ${[...binaries].join(' ')}`,
    ...(whole.size > 0 ? ['Generals', ` ${[...whole].join(' ')}`] : []),
    'End',
    '',
  ].join('\n')
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

interface End {
  readonly hardness: Hardness
  readonly day: number
  readonly start: number
  readonly end: number
}

/** What the rules ask for two sessions in different slots, `early` first; undefined where a limit forbids it. */
const costOfTwo = (rules: readonly PlacementRule[], early: End, late: End): number | undefined => {
  let cost = daysCost(rules, early, late)
  for (const rule of rules) {
    if (rule.kind === 'order' && early.day === late.day) {
      if (rule.later.includes(early.hardness) && rule.first.includes(late.hardness)) cost += rule.cost
    }
    if (rule.kind !== 'hours' || !rule.from.includes(early.hardness) || !rule.to.includes(late.hardness)) continue
    if (rule.sameDay && early.day !== late.day) continue
    const minutes = late.start - early.end
    if (rule.neverUnderHours !== undefined && minutes < rule.neverUnderHours * 60) return undefined
    cost += Math.max(0, Math.ceil(rule.underHours - minutes / 60)) * rule.costPerHour
  }
  return cost
}

const daysCost = (rules: readonly PlacementRule[], a: End, b: End): number => {
  const apart = Math.abs(a.day - b.day)
  let cost = 0
  for (const rule of rules) {
    if (rule.kind !== 'days' || apart > 1) continue
    const either = [
      [a, b],
      [b, a],
    ].some(([one, other]) => one && other && rule.one.includes(one.hardness) && rule.other.includes(other.hardness))
    if (either) cost += apart === 0 ? rule.sameDayCost : rule.nextDayCost
  }
  return cost
}

const endIn = ({ hardness, minutes }: PlacementSession, { dayNumber, start }: MipSlot, delay = 0): End => ({
  hardness,
  day: dayNumber,
  start: start + delay,
  end: start + delay + minutes,
})

/** Runs that a session may have to wait for in its slot, and first of all none. */
const hostsOf = ({ sessions }: Week, i: number): readonly { readonly run: number | null; readonly delay: number }[] => [
  { run: null, delay: 0 },
  ...(sessions[i]?.afterRun
    ? sessions.flatMap((session, run) => (isRun(session) && !session.afterRun ? [{ run, delay: session.minutes }] : []))
    : []),
]

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

const scaled = (terms: Terms, factor: number): Terms => terms.map(([value, name]) => [value * factor, name])

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

const chargeRow = (
  program: Program,
  { terms, constant }: { terms: Terms; constant: number },
  column: string,
  costs: Terms,
): void => {
  const most = Math.max(...costs.map(([cost]) => cost))
  if (most <= 0) return
  charge(program, column, program.objective.has(column) ? 0 : 1)
  row(
    program,
    [
      [1, column],
      ...scaled(terms, -most),
      ...scaled(
        costs.filter(([cost]) => cost > 0),
        -1,
      ),
    ],
    '>=',
    most * constant,
  )
}

/** Both may follow a run: their starts are columns, the missing hours whole numbers. */
const chargeOnTheClock = (program: Program, week: Week, i: number, j: number): void => {
  const [a, b] = [week.sessions[i], week.sessions[j]]
  if (!a || !b) return
  if (isRun(a) || isRun(b)) throw new Error('a run that follows a run is not in this model')
  defineStart(program, week, i)
  defineStart(program, week, j)
  chargeHours(program, week, i, j)
  chargeHours(program, week, j, i)
  week.slots.forEach((slot, s) => {
    const far = -1e6
    const costs = week.slots.map((other, t): readonly [number, string] => {
      const [here, there] = [endIn(a, { ...slot, start: far }), endIn(b, { ...other, start: far })]
      return [daysCost(week.rules, here, there), x(j, t)]
    })
    chargeRow(program, { terms: [[1, x(i, s)]], constant: -1 }, `z_${i}_${j}`, costs)
  })
}

const defineStart = (program: Program, week: Week, i: number): void => {
  if (program.integers.has(`start_${i}`)) return
  program.integers.add(`start_${i}`)
  const hosts = hostsOf(week, i).filter(({ run }) => run !== null)
  const waits = week.slots.flatMap((_, s) =>
    hosts.map(({ run, delay }) => {
      const behind = `y_${i}_${run}_${s}`
      program.binaries.add(behind)
      row(
        program,
        [
          [1, behind],
          [-1, x(i, s)],
          [-1, x(run ?? 0, s)],
        ],
        '>=',
        -1,
      )
      row(
        program,
        [
          [1, behind],
          [-1, x(i, s)],
        ],
        '<=',
        0,
      )
      row(
        program,
        [
          [1, behind],
          [-1, x(run ?? 0, s)],
        ],
        '<=',
        0,
      )
      return [-delay, behind] as const
    }),
  )
  const starts = week.slots.map(({ start }, s) => [-start, x(i, s)] as const)
  row(program, [[1, `start_${i}`], ...starts, ...waits], '=', 0)
}

const chargeHours = (program: Program, week: Week, i: number, j: number): void => {
  const [a, b] = [week.sessions[i], week.sessions[j]]
  if (!a || !b) return
  week.rules.forEach((rule, number) => {
    if (rule.kind !== 'hours' || rule.sameDay || !rule.from.includes(a.hardness) || !rule.to.includes(b.hardness))
      return
    const [first, short] = [`first_${i}_${j}`, `h_${i}_${j}_${number}`]
    sayFirst(program, week, i, j)
    program.integers.add(short)
    charge(program, short, rule.costPerHour)
    const gap: Terms = [
      [1, `start_${j}`],
      [-1, `start_${i}`],
    ]
    row(program, [[60, short], ...gap, [-BIG, first]], '>=', rule.underHours * 60 + a.minutes - BIG)
    if (rule.neverUnderHours !== undefined)
      row(program, [...gap, [-BIG, first]], '>=', rule.neverUnderHours * 60 + a.minutes - BIG)
  })
}

const sayFirst = (program: Program, { slots }: Week, i: number, j: number): void => {
  const first = `first_${i}_${j}`
  if (program.binaries.has(first)) return
  program.binaries.add(first)
  slots.forEach((_, s) => {
    const later = slots.flatMap((__, t) => (t > s ? [[-1, x(j, t)] as const] : []))
    row(program, [[1, first], [-1, x(i, s)], ...later], '>=', -1)
  })
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
