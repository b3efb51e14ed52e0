import { weeksOf, type Finding, type Level, type Place } from '@bell-lap/core'
import { lineAndColumn, type PlanReading, type Span, type TextFinding } from '@bell-lap/formats'
import { styled } from './screen.ts'

/** A finding of the reader or of a rule, at its place in the text: what `check --json` prints. */
export interface LocatedFinding {
  readonly level: Level
  readonly rule: string
  readonly source: string
  readonly message: string
  readonly week?: number
  readonly day?: string
  readonly line: number
  readonly column: number
  readonly from: number
  readonly to: number
  readonly fix?: string
}

/** Puts findings of the text and of the rules into one list, in the order of the text. */
export const locate = (text: string, reading: PlanReading, findings: readonly Finding[]): readonly LocatedFinding[] => {
  const position = lineAndColumn(text)
  const whole: Span = { from: 0, to: 0 }
  const ofText = reading.findings.map((finding) => ({
    ...fieldsOf(finding),
    source: 'reader',
    ...position(finding.from),
  }))
  const ofRules = findings.map((finding) => {
    const span = reading.spanOf(finding.place) ?? whole
    return {
      ...ruleFields(finding),
      ...whereIn(reading, finding.place),
      ...position(span.from),
      from: span.from,
      to: span.to,
    }
  })
  return [...ofText, ...ofRules].toSorted((a, b) => a.from - b.from || RANK[a.level] - RANK[b.level])
}

const RANK: { readonly [L in Level]: number } = { error: 0, warning: 1, note: 2 }

const fieldsOf = ({ level, rule, message, from, to }: TextFinding) => ({ level, rule, message, from, to })

const ruleFields = ({ level, rule, source, message, fix }: Finding) => ({
  level,
  rule,
  source,
  message,
  ...(fix === undefined ? {} : { fix }),
})

const whereIn = (reading: PlanReading, place: Place): { week?: number; day?: string } => {
  if (place.kind === 'plan' || place.kind === 'phase') return {}
  const week = weeksOf(reading.plan)[place.week]
  if (!week) return {}
  if (place.kind === 'week') return { week: week.number }
  const day = place.kind === 'day' ? place.day : week.sessions[place.session]?.day
  return { week: week.number, ...(day === undefined ? {} : { day }) }
}

const COLOUR = { error: 'red', warning: 'yellow', note: 'cyan' } as const

/** The way compilers print: place, level, message, rule, then the source line with a mark under it. */
export const printFinding = (file: string, lines: readonly string[], finding: LocatedFinding): string => {
  const { level, line, column, message, rule, source, fix } = finding
  const head = `${file}:${line}:${column} ${styled(COLOUR[level], level)} ${message} ${styled('dim', `[${rule}, ${source}]`)}`
  const shown = excerpt(lines[line - 1] ?? '', column, Math.max(1, finding.to - finding.from), String(line))
  return [head, ...shown, ...(fix === undefined ? [] : [`    ${styled('green', 'fix:')} ${fix}`])].join('\n')
}

const WIDEST = 100

const excerpt = (line: string, column: number, length: number, number: string): readonly string[] => {
  if (line.trim() === '') return []
  const start = column > WIDEST ? column - 20 : 0
  const shown = line.slice(start, start + WIDEST).replaceAll('\t', ' ')
  const mark = `${' '.repeat(column - 1 - start)}${'^'.repeat(Math.max(1, Math.min(length, shown.length - (column - 1 - start))))}`
  return [`  ${styled('dim', `${number} |`)} ${shown}`, `  ${' '.repeat(number.length)} ${styled('dim', '|')} ${mark}`]
}

/** `2 errors, 1 warning, 5 notes`. */
export const countText = (findings: readonly { readonly level: Level }[]): string => {
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length
  const part = (level: Level): string => `${count(level)} ${level}${count(level) === 1 ? '' : 's'}`
  return `${part('error')}, ${part('warning')}, ${part('note')}`
}

/** Exit code of a command that reports findings. */
export const exitCodeFor = (findings: readonly { readonly level: Level }[]): number =>
  findings.some(({ level }) => level === 'error') ? 1 : 0
