import type { SessionView } from '@bell-lap/server'
import { spoken } from '../drawing/spoken.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'

/** Beside a session: its length, what it is for, why it stands there, what was changed. */
export const SessionAside = ({ view }: { readonly view: SessionView }) => {
  const { distance, duration, date } = useFigures()
  const { session, assumptions, decisions, changes } = view
  const { distance_m, duration_s } = session.estimated
  return (
    <aside>
      <section className="lane">
        <dl className="pairs">
          <dt>{t('session.start')}</dt>
          <dd>{session.start}</dd>
          {distance_m !== null && (
            <>
              <dt>{t('steps.inAll')}</dt>
              <dd>{distance(distance_m)}</dd>
            </>
          )}
          {duration_s !== null && (
            <>
              <dt>{t('steps.about')}</dt>
              <dd>{duration(duration_s)}</dd>
            </>
          )}
          {session.pillar !== null && (
            <>
              <dt>{t('session.pillar')}</dt>
              <dd>{t(`session.pillar.${session.pillar}`)}</dd>
            </>
          )}
        </dl>
      </section>
      {decisions.length > 0 && (
        <section className="lane">
          <h2>{t('session.decisions')}</h2>
          <ul>
            {decisions.map((decision) => (
              <li key={decision.what + decision.because} className="finding">
                <b>{decision.what}</b> {decision.because}
                {decision.rule !== undefined && ` (${decision.rule})`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {assumptions.length > 0 && (
        <section className="lane">
          <h2>{t('session.assumed')}</h2>
          <ul>
            {assumptions.map((assumption) => (
              <li key={assumption} className="finding">
                {assumption}
              </li>
            ))}
          </ul>
        </section>
      )}
      {changes.length > 0 && (
        <section className="lane">
          <h2>{t('session.changes')}</h2>
          <ul>
            {changes.map((change) => (
              <li key={change.id} className="finding">
                <b>{date(change.on)}</b> {spoken(change.what)}, {change.because} ({t(`session.state.${change.state}`)})
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}
