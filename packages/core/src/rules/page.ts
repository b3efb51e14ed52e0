import { plainNumber } from '../units/text.ts'
import { RULES, RULES_BY_SUBJECT } from './all.ts'
import { CONFLICTS } from './conflicts.ts'
import { explain, type Explanation } from './explain.ts'
import { DOCUMENTS, type Document, type Rule } from './rule.ts'
import { STATEMENTS, UNCHECKED, type StatementText } from './statements.ts'

/** Every subject has to have a title: a new one does not compile without. */
const TITLES = {
  volume: 'Volume',
  intensity: 'Intensity',
  recovery: 'Recovery',
  spacing: 'Spacing',
  race: 'Races',
  strength: 'Strength',
  fusion: 'Endurance and speed together',
  entry: 'Whom a plan is for',
} as const satisfies { readonly [Subject in keyof typeof RULES_BY_SUBJECT]: string }

const isSubject = (name: string): name is keyof typeof RULES_BY_SUBJECT => name in RULES_BY_SUBJECT

const DOCUMENT_NAMES: { readonly [D in Document]: string } = {
  '000': '000, the advanced 5K plan',
  '001': '001, strength for the 5K',
  '002': '002, endurance and speed for the middle distances',
}

/** docs/rules.md: every rule, every statement with what checks it, every conflict with what is done. */
export const rulesPage = (): string =>
  [
    head(),
    ...Object.keys(RULES_BY_SUBJECT)
      .filter(isSubject)
      .map((subject) => subjectPart(TITLES[subject], RULES_BY_SUBJECT[subject])),
    ...DOCUMENTS.map(documentPart),
    conflictsPart(),
  ].join('\n')

const head = (): string => `# The rules

This page is made from the rules: change the rule, then run \`node_modules/.bin/node scripts/make-rules-page.ts\`.

A plan is checked against ${RULES.length} rules. A finding is an **error** (cannot be run, or dangerous), a **warning** (likely
harm) or a **note** (worth knowing). Rules of safety bind every plan. A document's rules bind the plans that follow it
(\`follows 000\`); to plans that follow another one they speak as notes. General practice also binds plans that follow none;
a document's own style does not.

\`allow RULE "reason"\` under a session, week, phase or plan silences a rule there; an allow that silences nothing is
reported. \`bell-lap check --explain RULE\` prints what stands here. Figures are parameters.
`

const subjectPart = (title: string, rules: readonly Rule[]): string =>
  [`## ${title}\n`, ...rules.map((rule) => rulePart(explain(rule)))].join('\n')

const rulePart = ({
  id,
  level,
  binds,
  what,
  why,
  statements,
  basis,
  conflicts,
  parameters,
  example,
  change,
}: Explanation): string => {
  const sources = [
    ...statements.map(({ number, document }) => `${number} ${document}`),
    ...(basis ? [basis] : []),
  ].join(', ')
  const settles = conflicts.length > 0 ? ` Settles ${conflicts.map(({ number }) => number).join(', ')}.` : ''
  const figures = parameters.map(
    ({ name, value, unit, meaning }) =>
      `- \`${name}\` ${plainNumber(value)}${unit === '' ? '' : ` ${unit}`}: ${meaning}`,
  )
  return `### ${id}

${what} (${level}; binds ${binds}.)

${why}

Source: ${sources}.${settles}
${figures.length > 0 ? `\n${figures.join('\n')}\n` : ''}
Breaks it: ${
    example.includes('\n')
      ? `\n\n${example
          .split('\n')
          .map((line) => `    ${line}`)
          .join('\n')}\n`
      : example
  }

To change it: ${change}
`
}

const documentPart = (document: Document): string => {
  const rows = STATEMENTS.filter((statement) => statement.document === document).map(statementRow)
  return [
    `## Statements of document ${DOCUMENT_NAMES[document]}\n`,
    '| | says | checked by |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

const statementRow = (statement: StatementText): string =>
  `| ${statement.number} | ${statement.text} | ${checkText(statement)} |`

const checkText = ({ number, unchecked }: StatementText): string => {
  const ids = RULES.filter(({ statements }) => statements.some((statement) => statement.number === number)).map(
    ({ id }) => id,
  )
  const links = ids.map((id) => `[${id}](#${id})`).join(', ')
  const reason = unchecked ? UNCHECKED[unchecked] : ''
  return [links, reason].filter((text) => text !== '').join('; also ')
}

const conflictsPart = (): string =>
  [
    '## Where the documents contradict one another\n',
    '| | conflict | what is done |',
    '| --- | --- | --- |',
    ...CONFLICTS.map(({ number, text, settled }) => `| ${number} | ${text} | ${settled} |`),
    '',
  ].join('\n')
