import type { LongUnit } from '@bell-lap/core'
import type { ReadingContext, Span, TextFinding } from '../reading.ts'
import type { DayItem } from './draft.ts'
import type { PageKey } from './key.ts'
import { readEntry, remembering, type EntrySession, type EntrySink, type ReadWorkout } from './sessions.ts'
import type { PageWeeks } from './weeks.ts'

/** Every entry of a page with what it was read as. */
export interface Entries {
  readonly of: ReadonlyMap<DayItem, readonly EntrySession[]>
  readonly unread: readonly Span[]
}

/** Reads the entries of all weeks, each once, in the light of the page's key and unit. */
export const readEntries = (matter: EntryMatter, light: Light, note: (finding: TextFinding) => void): Entries => {
  const { page, weeks, readWorkout } = matter
  const frame = { page, key: light.key, unit: light.unit, read: remembering(readWorkout, contextOf(light)) }
  const of = new Map<DayItem, readonly EntrySession[]>()
  const unread: Span[] = []
  let rewritten: Span | undefined
  const sink: EntrySink = {
    note,
    leave: (span) => unread.push(span),
    rewrite: (span) => (rewritten ??= span),
  }
  for (const phase of weeks.phases) {
    for (const week of phase.weeks) {
      for (const { item } of week.days) if (!of.has(item)) of.set(item, readEntry(frame, item, sink))
    }
  }
  if (rewritten) note(keyApplied(rewritten, light.key))
  return { of, unread }
}

/** What entries are read from, and by whom. */
export interface EntryMatter {
  readonly page: string
  readonly weeks: PageWeeks
  readonly readWorkout: ReadWorkout
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
