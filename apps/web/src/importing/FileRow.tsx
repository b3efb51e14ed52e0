import { Link } from '@tanstack/react-router'
import type { ImportView } from '@bell-lap/server'
import { useDoing } from '../api/queries.ts'
import { Icon, type IconName } from '../shell/Icon.tsx'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'

type File = ImportView['files'][number]

const ICON = {
  waiting: 'planned',
  reading: 'adapted',
  added: 'done',
  known: 'skipped',
  duplicate: 'close',
  refused: 'missed',
  cancelled: 'cross',
} as const satisfies { readonly [S in File['state']]: IconName }

/** What became of one file, and the question that it raises, answered in place. */
export const FileRow = ({ file }: { readonly file: File }) => {
  const figures = useFigures()
  const { name, state, message, problems, activity, verdict } = file
  return (
    <li className="import-file" data-state={state}>
      <span className="file-state">
        <Icon name={ICON[state]} size={16} /> {t(`import.file.${state}`)}
      </span>
      <div>
        <p className="file-name">
          {activity ? (
            <>
              <Link to="/activities/$id" params={{ id: activity.id }}>
                {activity.title}
              </Link>{' '}
              <span className="soft">
                {[
                  activity.day === null ? t('import.noDate') : figures.dayShort(activity.day),
                  activity.done.distance_m === null ? '' : figures.distance(activity.done.distance_m),
                  activity.done.duration_s === null ? '' : figures.duration(activity.done.duration_s),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </>
          ) : (
            name
          )}
        </p>
        {activity && <p className="kicker">{name}</p>}
        {message !== null && <p className={state === 'refused' ? 'not-taken' : 'soft'}>{message}</p>}
        {problems.map((problem) => (
          <p key={problem} className="kicker">
            {problem}
          </p>
        ))}
        <Question file={file} />
      </div>
      {activity?.session && (
        <span className="file-session">
          <span className="soft">{activity.session.title}</span>
          {verdict !== null && <b>{verdict}</b>}
          <Link to="/sessions/$id" params={{ id: activity.session.id }}>
            {t('import.reps')}
          </Link>
        </span>
      )}
    </li>
  )
}

/** "Is this that session?" */
const Question = ({ file: { asks, activity } }: { readonly file: File }) => {
  const match = useDoing('POST /api/activities/:id/match', 'import', 'season')
  if (!asks || !activity) return null
  const answer = (session: string | null): void => match.mutate({ params: { id: activity.id }, body: { session } })
  return (
    <div className="file-asks">
      <p>
        <b>{t('import.ask', { title: asks.title })}</b> <span className="soft">{asks.because}</span>
      </p>
      <div className="acts">
        <button type="button" disabled={match.isPending} onClick={() => answer(asks.session)}>
          {t('import.yes')}
        </button>
        <button type="button" disabled={match.isPending} onClick={() => answer(null)}>
          {t('import.no')}
        </button>
      </div>
      {match.error && <p className="not-taken">{match.error.message}</p>}
    </div>
  )
}
