import type { LongUnit } from '@bell-lap/core'
import type { ReadingContext, Span, TextFinding } from '../reading.ts'
import type { DayItem } from './page-draft.ts'
import type { PageKey } from './page-key.ts'
import { readEntry, remembering, type EntryReading, type ReadWorkout } from './page-sessions.ts'
import type { PageWeeks } from './page-weeks.ts'

/** Every entry of a page with what it was read as. */
export interface Entries {
  readonly of: ReadonlyMap<DayItem, EntryReading>
  readonly findings: readonly TextFinding[]
  readonly unread: readonly Span[]
}

/** Reads the entries of all weeks, each once, in the light of the page's key and unit. */
export const readEntries = (page: string, weeks: PageWeeks, readWorkout: ReadWorkout, light: Light): Entries => {
  const frame = { page, key: light.key, unit: light.unit, read: remembering(readWorkout, contextOf(light)) }
  const of = new Map<DayItem, EntryReading>()
  const findings: TextFinding[] = []
  const unread: Span[] = []
  let rewritten: Span | undefined
  for (const { item } of weeks.phases.flatMap((phase) => phase.weeks.flatMap((week) => week.days))) {
    if (of.has(item)) continue
    const reading = readEntry(frame, item)
    of.set(item, reading)
    for (const finding of reading.findings) findings.push(finding)
    for (const span of reading.unread) unread.push(span)
    const [first] = reading.rewritten
    if (first) rewritten ??= first
  }
  if (rewritten) findings.push(keyApplied(rewritten, light.key))
  return { of, findings, unread }
}

/** What the page says that its entries do not. */
export interface Light {
  readonly key: PageKey
  readonly unit: LongUnit
}

const contextOf = ({ key, unit }: Light): ReadingContext => ({
  unit,
  ...(key.meanings.size > 0 ? { key: key.meanings } : {}),
  ...(key.bareNumber ? { bareNumber: key.bareNumber } : {}),
})

const keyApplied = (span: Span, { used }: PageKey): TextFinding => ({
  ...span,
  level: 'note',
  rule: 'unit-guess',
  message: `Read by the page's own key: ${used.slice(0, 8).join(' ')}`.slice(0, 300),
})
