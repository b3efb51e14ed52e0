import { Link } from '@tanstack/react-router'
import { useDoing } from '../api/queries.ts'
import { refuse } from '../shell/said.ts'
import { t } from '../words/t.ts'
import { Lanes } from './Lanes.tsx'
import { Restore } from './Restore.tsx'
import './welcome.css'

/** The first screen: nothing is kept yet, and there are three ways on. */
export const WelcomePage = () => {
  const demo = useDoing('POST /api/demo', 'season', 'import', 'settings', 'plans')
  return (
    <div className="page welcome">
      <Lanes />
      <div className="welcome-words">
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.said')}</p>
        <ul className="ways">
          <li>
            <Link to="/season/new" className="button go">
              {t('welcome.make')}
            </Link>
            <span className="soft">{t('welcome.make.said')}</span>
          </li>
          <li>
            <button type="button" disabled={demo.isPending} onClick={() => demo.mutate({}, { onError: refuse })}>
              {demo.isPending ? t('welcome.demo.making') : t('welcome.demo')}
            </button>
            <span className="soft">{t('welcome.demo.said')}</span>
          </li>
          <li>
            <Restore />
            <span className="soft">{t('welcome.restore.said')}</span>
          </li>
        </ul>
      </div>
    </div>
  )
}
