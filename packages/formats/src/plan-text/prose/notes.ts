import type { ReaderRule, Span, TextFinding } from '../reading.ts'

/** Collects findings, one for each rule and place. */
export interface Notes {
  readonly list: TextFinding[]
  readonly add: (rule: ReaderRule, span: Span, message: string) => void
}

const LEVELS: { readonly [Rule in ReaderRule]?: TextFinding['level'] } = {
  unread: 'warning',
  'bad-number': 'warning',
  'out-of-range': 'warning',
  'total-mismatch': 'warning',
}

/** More findings than this say no more. */
const MOST = 200

export const newNotes = (): Notes => {
  const list: TextFinding[] = []
  const seen = new Set<string>()
  return {
    list,
    add: (rule, { from, to }, message) => {
      const key = `${rule} ${from}`
      const weighty = rule === 'unread' || rule === 'out-of-range'
      if (seen.has(key) || (list.length >= MOST && !weighty)) return
      seen.add(key)
      list.push({ level: LEVELS[rule] ?? 'note', rule, message, from, to })
    },
  }
}
