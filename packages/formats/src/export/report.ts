import type { Cap } from './caps.ts'
import type { ExportTarget } from './targets.ts'

/** Something of a session that a file does not hold as the plan has it. */
export interface Loss {
  /** What the plan has. */
  readonly what: string
  /** How the file has it. */
  readonly how: string
}

/** What became of a session: all of it is in the file, some of it otherwise, or nothing, and why. */
export type Fate =
  | { readonly kind: 'exact' }
  | { readonly kind: 'degraded'; readonly losses: readonly Loss[] }
  | { readonly kind: 'refused'; readonly because: string; readonly change: string }

/** One session of the season with the files that it went into. */
export interface SessionReport {
  readonly id: string
  /** `2027-02-16`. */
  readonly day: string
  readonly slot: 'am' | 'pm'
  readonly title: string
  readonly fate: Fate
  readonly files: readonly string[]
}

/** What an export did: for each session exact, degraded (what, how) or refused (why), and the limits of the target. */
export interface ExportReport {
  readonly target: ExportTarget
  readonly caps: readonly Cap[]
  readonly sessions: readonly SessionReport[]
  /** What concerns all of them: marks that are old, paces that are missing. */
  readonly notes: readonly string[]
}

/** A file of an export: its name in the folder, and what it holds. */
export interface ExportFile {
  readonly name: string
  readonly content: string | Uint8Array
}

export interface Exported {
  readonly files: readonly ExportFile[]
  readonly report: ExportReport
}

const EXACT: Fate = { kind: 'exact' }

/** Exact where nothing was lost; the same loss is told once. */
export const fateOf = (losses: readonly Loss[]): Fate => {
  const seen = new Map(losses.map((loss) => [`${loss.what}\n${loss.how}`, loss]))
  return seen.size === 0 ? EXACT : { kind: 'degraded', losses: [...seen.values()] }
}

/** How many sessions met each fate. */
export const countsOf = ({ sessions }: ExportReport): { readonly [F in Fate['kind']]: number } => {
  const count = (kind: Fate['kind']): number => sessions.filter(({ fate }) => fate.kind === kind).length
  return { exact: count('exact'), degraded: count('degraded'), refused: count('refused') }
}

const fateLines = (fate: Fate): readonly string[] => {
  switch (fate.kind) {
    case 'exact':
      return []
    case 'degraded':
      return fate.losses.map(({ what, how }) => `    ${what}: ${how}`)
    case 'refused':
      return [`    ${fate.because} ${fate.change}`]
    default:
      return fate satisfies never
  }
}

const sessionLines = ({ day, slot, title, fate, files }: SessionReport): readonly string[] => [
  `${day} ${slot}  ${fate.kind.padEnd(8)} ${title}${files.length > 0 ? `  -> ${files.join(', ')}` : ''}`,
  ...fateLines(fate),
]

/** The report for people: one line a session, under it what was lost and how; the count last. */
export const reportText = (report: ExportReport): string => {
  const { exact, degraded, refused } = countsOf(report)
  return [
    ...report.notes.map((note) => `note: ${note}`),
    ...report.sessions.flatMap(sessionLines),
    `${report.target}: ${report.sessions.length} sessions, ${exact} exact, ${degraded} degraded, ${refused} refused`,
  ].join('\n')
}
