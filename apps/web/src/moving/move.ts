import type { MovesView, Place } from '@bell-lap/server'
import { call, Refusal } from '../api/client.ts'
import { asking, queryClient, refresh } from '../api/queries.ts'
import { refuseChange, sayChanged } from '../shell/undo.ts'

/** Every cell around the session, asked for once as the drag or the menu begins. */
export const askMoves = (session: string): Promise<MovesView> =>
  queryClient.fetchQuery({ ...asking('GET /api/sessions/:id/moves', { params: { id: session } }), staleTime: 0 })

/** Moves a session, says so, and offers to take it back. True where it was done. */
export const moveTo = async (moves: MovesView, to: Place, repair: boolean): Promise<boolean> => {
  try {
    const body = { version: moves.version, to, repair }
    const changed = await call('POST /api/sessions/:id/move', { params: { id: moves.session }, body })
    await refresh('season')
    sayChanged(changed)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refuseChange(error)
    return false
  }
}

/** Leaves a session out. True where it was done. */
export const skip = async (session: string, version: number, because: string): Promise<boolean> => {
  try {
    const body = { version, ...(because === '' ? {} : { because }) }
    const changed = await call('POST /api/sessions/:id/skip', { params: { id: session }, body })
    // Where only this session is shown, the page is left before it is asked for again.
    sayChanged(changed)
    void refresh('season')
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refuseChange(error)
    return false
  }
}
