import type { DayItem, DraftItem, NoteItem, PhaseItem, TotalItem, WeekItem } from './draft.ts'

/** What stands under one heading, up to the next. */
export interface Segment {
  /** `block`: a phase with days right under it, which are every week of it. */
  readonly kind: 'week' | 'phase' | 'block'
  readonly heading: WeekItem | PhaseItem
  readonly items: (DayItem | TotalItem | NoteItem)[]
}

export interface Segments {
  readonly segments: readonly Segment[]
  /** What stands before the first heading. */
  readonly before: readonly (DayItem | TotalItem | NoteItem)[]
}

interface Cut {
  readonly heading: WeekItem | PhaseItem
  readonly items: (DayItem | TotalItem | NoteItem)[]
}

/** Cuts the page at its headings, and makes notes of headings that only speak of weeks. */
export const segmentsOf = (items: readonly DraftItem[]): Segments => {
  const { cuts, before } = cutAt(items)
  const kinds = kindsOf(cuts)
  const segments: Segment[] = []
  cuts.forEach((cut, index) => {
    const kind = kinds[index] ?? 'note'
    if (kind !== 'note') segments.push({ kind, heading: cut.heading, items: cut.items })
    else {
      const above = segments.at(-1)?.items ?? before
      above.push(noteFrom(cut.heading))
      for (const item of cut.items) above.push(item)
    }
  })
  return { segments, before }
}

const cutAt = (items: readonly DraftItem[]) => {
  const cuts: Cut[] = []
  const before: (DayItem | TotalItem | NoteItem)[] = []
  for (const item of items) {
    if (item.kind === 'week' || item.kind === 'phase') cuts.push({ heading: item, items: [] })
    else (cuts.at(-1)?.items ?? before).push(item)
  }
  return { cuts, before }
}

/** A heading, a day or a total that turned out to be talk. */
export const noteFrom = ({ span }: DraftItem): NoteItem => ({ kind: 'note', span, apart: true, gap: true })

const hasDays = ({ items }: Cut): boolean => items.some((item) => item.kind === 'day')

type Kind = Segment['kind'] | 'note'

/** What each heading opens; a phase is one only when weeks come after it. */
const kindsOf = (cuts: readonly Cut[]): readonly Kind[] => {
  const numbered = new Set(
    cuts.flatMap((cut) => (cut.heading.kind === 'week' && hasDays(cut) ? [cut.heading.number] : [])),
  )
  const blocks = cuts.some(hasDays)
  const seen = new Set<number>()
  const kinds = cuts.map((cut): Kind => {
    if (cut.heading.kind === 'phase') return hasDays(cut) ? 'block' : 'phase'
    if (hasDays(cut)) return 'week'
    return blocks && standsAlone(cut.heading, numbered, seen) ? 'week' : 'note'
  })
  let next: Kind = 'note'
  for (let index = cuts.length - 1; index >= 0; index--) {
    const kind = kinds[index] ?? 'note'
    if (kind === 'phase' && next !== 'week' && next !== 'block') kinds[index] = 'note'
    else if (kind !== 'note') next = kind
  }
  return kinds
}

/** A week without days counts once, when the page has its number nowhere else. */
const standsAlone = (heading: WeekItem, numbered: ReadonlySet<number | null>, seen: Set<number>): boolean => {
  const { number } = heading
  if (heading.weak || number === null || numbered.has(number) || seen.has(number)) return false
  seen.add(number)
  return true
}
