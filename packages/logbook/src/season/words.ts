import {
  makeDay,
  STATEMENTS,
  weekdayOf,
  type Day,
  type Decision,
  type SeasonFinding,
  type Slot,
  type StatementText,
} from '@bell-lap/core'
import type { DecisionView, FindingView, ReasonView } from '../views/words.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Tue 16 Feb`. */
const dayText = (day: Day): string => {
  const [, month, date] = makeDay(day).split('-').map(Number)
  return `${weekdayOf(day)} ${date} ${MONTHS[(month ?? 1) - 1]}`
}

/** `Tue 16 Feb am`. */
export const placeText = ({ day, slot }: { readonly day: Day; readonly slot: Slot }): string =>
  `${dayText(day)} ${slot}`

const BY_NUMBER = new Map<string, StatementText>(STATEMENTS.map((statement) => [statement.number, statement]))

/** What the documents say that a session serves: `R46` in its own words. A number without words is left out. */
export const reasonsOf = (why: readonly string[]): ReasonView[] =>
  why.flatMap((rule) => {
    const statement = BY_NUMBER.get(rule)
    return statement ? [{ rule, text: statement.text, source: statement.document }] : []
  })

export const decisionView = ({ what, because, rule, about, week, session }: Decision): DecisionView => ({
  what,
  because,
  ...(rule === undefined ? {} : { rule }),
  ...(about === undefined ? {} : { about }),
  ...(week === undefined ? {} : { week }),
  ...(session === undefined ? {} : { session }),
})

export const findingView = (finding: SeasonFinding): FindingView => ({
  level: finding.level,
  rule: finding.rule,
  source: finding.source,
  message: finding.message,
  ...(finding.fix === undefined ? {} : { fix: finding.fix }),
  ...(finding.week === undefined ? {} : { week: finding.week }),
  ...(finding.session ? { day: makeDay(finding.session.day), session: finding.session.id } : {}),
})
