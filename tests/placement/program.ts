/** A mixed-integer program as it is written down: columns to pay for, rows to keep. */
export interface Program {
  readonly objective: Map<string, number>
  readonly rows: string[]
  readonly binaries: Set<string>
  readonly integers: Set<string>
}

export type Terms = readonly (readonly [number, string])[]

export const newProgram = (): Program => ({ objective: new Map(), rows: [], binaries: new Set(), integers: new Set() })

const sumText = (terms: Terms): string =>
  terms.length === 0
    ? '0 zero'
    : terms.map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join(' ')

export const row = (program: Program, terms: Terms, sense: '<=' | '>=' | '=', bound: number): void => {
  program.rows.push(`${sumText(terms)} ${sense} ${bound}`)
}

export const charge = (program: Program, column: string, cost: number): void => {
  if (cost > 0) program.objective.set(column, (program.objective.get(column) ?? 0) + cost)
}

export const textOf = ({ objective, rows, binaries, integers }: Program): string => {
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

export const scaled = (terms: Terms, factor: number): Terms => terms.map(([value, name]) => [value * factor, name])

/** A column that costs at least what its row says where the terms and their constant add up to nothing. */
export const chargeRow = (
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
