import { CONFLICTS, type Conflict } from './conflicts.ts'
import type { Level } from './finding.ts'
import type { Rule } from './rule.ts'
import type { Settings } from './check.ts'
import { plainNumber } from '../units/text.ts'
import { STATEMENTS, type StatementText } from './statements.ts'

/** A figure of a rule as it is in force. */
export interface ParameterInForce {
  readonly name: string
  readonly value: number
  readonly default: number
  readonly unit: string
  readonly meaning: string
}

/** Everything that can be said about a rule. */
export interface Explanation {
  readonly id: string
  readonly level: Level
  /** Which plans it binds at its full level. */
  readonly binds: string
  readonly what: string
  readonly why: string
  /** Statements of the documents that it rests on. */
  readonly statements: readonly StatementText[]
  readonly basis?: string
  readonly conflicts: readonly Conflict[]
  readonly parameters: readonly ParameterInForce[]
  readonly example: string
  readonly change: string
}

/** What a rule wants, why, where it comes from, an example, and how to change it, with the figures in force. */
export const explain = (rule: Rule, settings: Settings = {}): Explanation => ({
  id: rule.id,
  level: rule.level,
  binds: bindsText(rule),
  what: rule.what,
  why: rule.why,
  statements: STATEMENTS.filter(({ number }) => rule.statements.some((statement) => statement.number === number)),
  ...(rule.basis === undefined ? {} : { basis: rule.basis }),
  conflicts: CONFLICTS.filter(({ number }) => rule.conflicts?.includes(number)),
  parameters: Object.entries(rule.parameters).map(([name, { value, unit, meaning }]) => ({
    name,
    value: settings[rule.id]?.[name] ?? value,
    default: value,
    unit,
    meaning,
  })),
  example: rule.example,
  change: rule.change,
})

const bindsText = ({ always, style, statements }: Rule): string => {
  if (always) return 'every plan: it is a rule of safety'
  if (statements.length === 0) return 'every plan'
  const documents = [...new Set(statements.map(({ document }) => document))].join(' or ')
  return style
    ? `plans that follow ${documents}; to others it speaks as a note`
    : `plans that follow ${documents}, or no document; to others it speaks as a note`
}

/** An explanation as lines of text. */
export const explanationText = (explanation: Explanation): string => {
  const { id, level, binds, what, why, statements, basis, conflicts, parameters, example, change } = explanation
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['', [`${id} (${level}; binds ${binds})`, what]],
    ['Why', [why]],
    [
      'Source',
      [...statements.map(({ number, document, text }) => `${number} ${document}  ${text}`), ...(basis ? [basis] : [])],
    ],
    ['Conflicts', conflicts.map(({ number, text, settled }) => `${number}  ${text} ${settled}`)],
    ['Figures', parameters.map(parameterText)],
    ['Breaks it', [example]],
    ['Change it', [change]],
  ]
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) =>
      title === '' ? lines.join('\n') : `${title}\n${lines.map((line) => `  ${line}`).join('\n')}`,
    )
    .join('\n\n')
}

const parameterText = (parameter: ParameterInForce): string => {
  const { name, value, unit, meaning } = parameter
  const changed = value === parameter.default ? '' : ` (default ${plainNumber(parameter.default)})`
  return `${name} = ${plainNumber(value)}${unit === '' ? '' : ` ${unit}`}${changed}: ${meaning}`
}
