import type { SessionView } from '@bell-lap/server'
import { useDoing } from '../api/queries.ts'
import { refuse } from '../shell/said.ts'
import { t } from '../words/t.ts'

/** Something was done that may be this session: the athlete is asked, nothing is decided for them. */
export const Asks = ({ view }: { readonly view: SessionView }) => {
  const match = useDoing('POST /api/activities/:id/match', 'season', 'import')
  const { asks } = view
  if (!asks) return null
  const answer = (session: string | null) =>
    match.mutate({ params: { id: asks.activity }, body: { session } }, { onError: refuse })
  return (
    <section className="asks">
      <h2>{t('asks.title')}</h2>
      <p>
        {asks.title} <span className="soft">{asks.because}</span>
      </p>
      <div className="acts">
        <button type="button" className="go" disabled={match.isPending} onClick={() => answer(view.session.id)}>
          {t('asks.yes')}
        </button>
        <button type="button" disabled={match.isPending} onClick={() => answer(null)}>
          {t('asks.no')}
        </button>
      </div>
    </section>
  )
}
