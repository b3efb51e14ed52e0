import type { ChangedView } from '@bell-lap/server'
import { call, Refusal } from '../api/client.ts'
import { queryClient, refresh } from '../api/queries.ts'
import { spoken } from '../drawing/spoken.ts'
import { t } from '../words/t.ts'
import { refuse, say } from './said.ts'

/** Says what was done to the season, with the undo button for as long as it is said. */
export const sayChanged = (changed: ChangedView): void => {
  const act = { label: t('shell.undo'), run: () => void undo(changed.version) }
  say(spoken(changed.said), changed.undoable === null ? undefined : act)
}

/** Says why the season was not changed; a stale edit brings up what stands now. */
export const refuseChange = (refusal: Refusal): void => {
  if (refusal.code !== 'stale') return refuse(refusal)
  void refresh('season')
  return refuse({ message: t('shell.stale') })
}

/** Takes the last change of the season back. */
export const undo = async (version: number): Promise<void> => {
  try {
    const changed = await call('POST /api/season/undo', { body: { version } })
    await refresh('season')
    say(spoken(changed.said))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refuseChange(error)
  }
}

/** `u` anywhere: undo, where the page that is shown knows of something to take back. */
export const undoLast = (): void => {
  const seen =
    queryClient.getQueryData<{ version: number; undoable: string | null }>(['GET /api/today', { query: {} }]) ??
    queryClient.getQueryData<{ version: number; undoable: string | null }>(['GET /api/calendar', {}])
  if (seen && seen.undoable !== null) void undo(seen.version)
}
