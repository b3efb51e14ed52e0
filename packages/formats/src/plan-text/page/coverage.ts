import type { Coverage, Span } from '../reading.ts'

/** How the characters of a page were used; where prose and unread stretches overlap, prose counts. */
export const coverageOf = (characters: number, notes: readonly Span[], unread: readonly Span[]): Coverage => {
  const talk = merged(notes)
  const open = merged(unread)
  const inNotes = lengthOf(talk)
  const inUnread = lengthOf(open) - sharedLength(talk, open)
  return { characters, structured: characters - inNotes - inUnread, notes: inNotes, unread: inUnread }
}

/** The same stretches in order, without overlap. */
const merged = (spans: readonly Span[]): readonly Span[] => {
  const kept: Span[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = kept.at(-1)
    if (last && span.from <= last.to) kept[kept.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else if (span.to > span.from) kept.push(span)
  }
  return kept
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0)

const sharedLength = (ones: readonly Span[], others: readonly Span[]): number => {
  let sum = 0
  let at = 0
  for (const one of ones) {
    while (at < others.length && (others[at]?.to ?? 0) <= one.from) at++
    for (let next = at; next < others.length; next++) {
      const other = others[next]
      if (!other || other.from >= one.to) break
      sum += Math.min(one.to, other.to) - Math.max(one.from, other.from)
    }
  }
  return sum
}
