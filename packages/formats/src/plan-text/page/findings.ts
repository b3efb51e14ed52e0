import type { TextFinding } from '../reading.ts'

/** More findings of one kind than a person reads are told as a number. */
export const MOST_FINDINGS = 200

/** Takes findings one by one and keeps so many of each kind. */
export interface FindingLedger {
  readonly add: (finding: TextFinding) => void
  /** In the order of the text; where some were left out, one more says how many. */
  readonly all: () => readonly TextFinding[]
}

interface Kept {
  readonly first: TextFinding[]
  more: number
  from: number
  to: number
}

/** A ledger that never holds more than a page of findings of a kind, however many there are. */
export const findingLedger = (): FindingLedger => {
  const kinds = new Map<string, Kept>()
  return {
    add: (finding) => {
      const kind = `${finding.rule} ${finding.level}`
      const kept = kinds.get(kind)
      if (!kept) kinds.set(kind, { first: [finding], more: 0, from: Infinity, to: 0 })
      else if (kept.first.length < MOST_FINDINGS) kept.first.push(finding)
      else {
        kept.more++
        kept.from = Math.min(kept.from, finding.from)
        kept.to = Math.max(kept.to, finding.to)
      }
    },
    all: () =>
      [...kinds.values()].flatMap(withRest).toSorted((one, other) => one.from - other.from || one.to - other.to),
  }
}

const withRest = ({ first, more, from, to }: Kept): readonly TextFinding[] => {
  const [one] = first
  if (more === 0 || !one) return first
  const message = `${more} more of this kind (${one.rule}) between here and the end of this stretch.`
  return [...first, { level: one.level, rule: one.rule, from, to, message }]
}
