import type { TextFinding } from '../reading.ts'

/** More findings of one kind than a person reads are told as a number. */
export const MOST_FINDINGS = 200

/** Findings in the order of the text, so many of each kind; one more says how many were left out. */
export const cappedFindings = (findings: readonly TextFinding[]): readonly TextFinding[] => {
  const byRule = new Map<string, TextFinding[]>()
  for (const finding of findings) {
    const kind = `${finding.rule} ${finding.level}`
    const same = byRule.get(kind)
    if (same) same.push(finding)
    else byRule.set(kind, [finding])
  }
  return [...byRule.values()].flatMap(capped).toSorted((one, other) => one.from - other.from)
}

const capped = (same: readonly TextFinding[]): readonly TextFinding[] => {
  const first = same[MOST_FINDINGS]
  if (!first) return same
  const last = same.at(-1) ?? first
  const more: TextFinding = {
    level: first.level,
    rule: first.rule,
    from: first.from,
    to: Math.max(first.to, last.to),
    message: `${same.length - MOST_FINDINGS} more of this kind (${first.rule}) up to here.`,
  }
  return [...same.slice(0, MOST_FINDINGS), more]
}
