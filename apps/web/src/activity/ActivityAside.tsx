import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { ActivityView } from '@bell-lap/server'
import { addressOf } from '../api/client.ts'
import { useDoing } from '../api/queries.ts'
import { Dialog } from '../shell/Dialog.tsx'
import { refuse, say } from '../shell/said.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { WhichSession } from './WhichSession.tsx'

/** Beside a recording: which session it was, its best efforts, its file, and how to forget it. */
export const ActivityAside = ({ view }: { readonly view: ActivityView }) => {
  const { onTrack, clock } = useFigures()
  const { activity, best_efforts, device } = view
  return (
    <aside>
      <WhichSession view={view} />
      {best_efforts.length > 0 && (
        <section className="lane">
          <h2>{t('activity.best')}</h2>
          <dl className="pairs">
            {best_efforts.map(({ distance_m, duration_s }) => (
              <div key={distance_m} className="pair">
                <dt>{onTrack(distance_m)}</dt>
                <dd>{clock(duration_s)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section className="lane stack">
        {device !== null && <p className="soft small">{t('activity.device', { device })}</p>}
        <a href={addressOf('GET /api/activities/:id/file', { params: { id: activity.id } })} download>
          {t('activity.file')}
        </a>
        <Forget view={view} />
      </section>
    </aside>
  )
}

const Forget = ({ view }: { readonly view: ActivityView }) => {
  const { id, title } = view.activity
  const [asked, ask] = useState(false)
  const forget = useDoing('DELETE /api/activities/:id', 'import', 'season')
  const navigate = useNavigate()
  const done = () => {
    say(t('activity.forgotten'))
    void navigate({ to: '/import' })
  }
  return (
    <div className="acts">
      <button type="button" className="danger" onClick={() => ask(true)}>
        {t('activity.forget')}
      </button>
      {asked && (
        <Dialog title={t('activity.forget.title', { title })} onClose={() => ask(false)}>
          <p>{t('activity.forget.said')}</p>
          <div className="acts">
            <button
              type="button"
              className="danger"
              disabled={forget.isPending}
              onClick={() => forget.mutate({ params: { id } }, { onSuccess: done, onError: refuse })}
            >
              {t('activity.forget')}
            </button>
            <button type="button" onClick={() => ask(false)}>
              {t('shell.cancel')}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  )
}
