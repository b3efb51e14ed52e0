import { fail, ok, undo, type Ledger, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { ChangedView } from '../views/season.ts'
import { eventText, lastEvent } from './changes.ts'
import { asFault, changeSeason } from './keep-changes.ts'
import { doneSessions } from './see-moves.ts'

/** Takes back what happened last, all that happened at once with it; refused where it has reached into the past. */
export const undoChange = (
  logbook: Logbook,
  athlete: AthleteId,
  edit: { readonly version: number },
): Promise<Result<ChangedView, LogbookFault>> =>
  changeSeason(logbook, athlete, edit, async ({ face, today, tx }) => {
    const { base, ledger } = face.kept
    const last = lastEvent(face.kept)
    if (!last) return fail(NOTHING)
    const done = await doneSessions(tx, athlete, face.kept.id)
    const isDone = last.changes.some(({ before, after: then }) => done.has(then?.id ?? before?.id ?? ''))
    if (isDone) return fail({ ...DONE, message: `${eventText(last, face.unit)}: ${DONE.message}` })
    let after: Ledger = ledger
    for (const _ of last.changes) {
      const undone = undo(base, after, today)
      if (!undone.ok) return fail(asFault(undone.fault))
      after = undone.value
    }
    return ok({ entries: after.slice(ledger.length), said: `Took back: ${eventText(last, face.unit)}.` })
  })

const DONE: LogbookFault = {
  code: 'refused',
  reason: 'done',
  message: 'it is done since, and stays where it was done.',
}
const NOTHING: LogbookFault = { code: 'refused', reason: 'nothing-to-undo', message: 'There is nothing to take back.' }
