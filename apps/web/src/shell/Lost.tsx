import { Link } from '@tanstack/react-router'
import { t } from '../words/t.ts'

/** An address that names nothing. */
export const Lost = () => (
  <div className="page">
    <div className="stack empty">
      <h1>{t('shell.lost')}</h1>
      <p className="soft">{t('shell.lost.change')}</p>
      <div className="acts">
        <Link to="/" className="button go">
          {t('shell.home')}
        </Link>
      </div>
    </div>
  </div>
)
