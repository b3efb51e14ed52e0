import type { Change, Ledger } from '@bell-lap/core'

/**
 * Every time that a ledger changed a session, in order: an acceptance as the change says it, an undoing the other way
 * round. So a session that was moved and moved back has changed twice, and a calendar takes it back as well.
 */
export const changedBy = (ledger: Ledger): readonly Change[] => {
  const changes = new Map(
    ledger.flatMap((entry) => (entry.kind === 'proposed' ? [[entry.change.id, entry.change] as const] : [])),
  )
  const accepted = new Set<string>()
  return ledger.flatMap((entry): readonly Change[] => {
    if (entry.kind === 'proposed' || entry.kind === 'declined') return []
    const change = changes.get(entry.id)
    if (!change) return []
    if (entry.kind === 'accepted') {
      accepted.add(entry.id)
      return [change]
    }
    return accepted.delete(entry.id) ? [{ ...change, before: change.after, after: change.before }] : []
  })
}
