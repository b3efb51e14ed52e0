import { fail, ok, type Change, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { ChangedView } from '../views/season.ts'
import { acceptedAtOnce, changeSeason } from './keep-changes.ts'
import { doneSessions, whyFixed } from './see-moves.ts'
import { findSession, noSession } from './see-session.ts'
import { shortTitle } from './title.ts'
import { placeText } from './words.ts'

export interface SkipEdit {
  readonly because?: string | undefined
  readonly version: number
}

/** Leaves a session out; undo brings it back. What is past or done stays as it is. */
export const skipSession = (
  logbook: Logbook,
  athlete: AthleteId,
  id: string,
  edit: SkipEdit,
): Promise<Result<ChangedView, LogbookFault>> =>
  changeSeason(logbook, athlete, edit, async ({ face, today, tx, newId }) => {
    const place = findSession(face.kept.season, id)
    if (!place) return fail(noSession(id))
    const { session } = place
    const done = await doneSessions(tx, athlete, face.kept.id)
    if (done.has(id)) return fail(whyFixed({ code: 'done' }, session, face))
    if (session.day < today) return fail(whyFixed({ code: 'past' }, session, face))
    if (session.locked) return fail(whyFixed({ code: 'locked' }, session, face))
    const because = edit.because?.trim() ?? ''
    const change: Change = {
      id: newId(),
      cause: because === '' ? 'you left it out' : `you left it out: ${because}`,
      before: session,
      after: null,
    }
    const entries = acceptedAtOnce(face, [change], today)
    if (!entries.ok) return entries
    return ok({ entries: entries.value, said: `Left out ${shortTitle(session, face.unit)} of ${placeText(session)}.` })
  })
