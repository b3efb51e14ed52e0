import { daysCost, DAY, endIn, hostsOf, isRun, x, type Week } from './mip-week.ts'
import { charge, chargeRow, row, type Program, type Terms } from './program.ts'

const BIG = 20 * DAY

/** Both may follow a run: their starts are columns, the missing hours whole numbers. */
export const chargeOnTheClock = (program: Program, week: Week, i: number, j: number): void => {
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
