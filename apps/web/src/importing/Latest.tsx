import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { asking } from '../api/queries.ts'
import { spoken } from '../drawing/spoken.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'

/** What was done lately: so that one sees that the last run is in. */
export const Latest = () => {
  const figures = useFigures()
  const { data } = useQuery(asking('GET /api/activities', { query: { limit: 12 } }))
  if (!data) return <div className="coming import-coming" aria-hidden="true" />
  return (
    <section>
      <h2>{t('import.latest')}</h2>
      {data.activities.length === 0 && <p className="soft">{t('import.latest.none')}</p>}
      <ul className="latest">
        {data.activities.map(({ id, day, title, done, session }) => (
          <li key={id}>
            <span className="soft">{day === null ? t('import.noDate') : figures.dayShort(day)}</span>
            <Link to="/activities/$id" params={{ id }}>
              {title}
            </Link>
            <span>{done.distance_m === null ? '' : figures.distance(done.distance_m)}</span>
            <span className="soft">
              {session ? (
                <Link to="/sessions/$id" params={{ id: session.id }}>
                  {spoken(session.title)}
                </Link>
              ) : (
                t('import.unplanned')
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
