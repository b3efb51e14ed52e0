import type { PlanCard } from '@bell-lap/server'
import { call, Refusal } from '../api/client.ts'
import { refresh } from '../api/queries.ts'
import { refuse, say } from '../shell/said.ts'
import { t } from '../words/t.ts'

/** Does it, and says why where it is refused. */
const attempt = async (doing: () => Promise<void>): Promise<void> => {
  try {
    await doing()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refuse(error)
  } finally {
    await refresh('plans')
  }
}

export const copyPlan = ({ id, name }: PlanCard): Promise<void> =>
  attempt(async () => {
    const { text } = await call('GET /api/plans/:id', { params: { id } })
    await call('POST /api/plans', { body: { name: t('library.copyOf', { name }), text } })
    say(t('library.copied', { name }))
  })

/** Deleted at once, and brought back by the button that says so: its text is held until then. */
export const deletePlan = ({ id, name, version }: PlanCard): Promise<void> =>
  attempt(async () => {
    const { text } = await call('GET /api/plans/:id', { params: { id } })
    await call('DELETE /api/plans/:id', { params: { id }, body: { version } })
    const back = () =>
      attempt(async () => {
        await call('POST /api/plans', { body: { name, text } })
        say(t('library.restored', { name }))
      })
    say(t('library.deleted', { name }), { label: t('library.undo'), run: () => void back() })
  })
