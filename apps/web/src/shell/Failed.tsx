import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { Refusal } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'
import { t } from '../words/t.ts'

/** A page that could not be shown: what happened, and what to do. */
export const Failed = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter()
  const again = async () => {
    queryClient.clear()
    reset()
    await router.invalidate()
  }
  return (
    <div className="page">
      <div className="stack empty">
        <h1>{t('shell.failed')}</h1>
        <p>{error instanceof Error ? error.message : String(error)}</p>
        {error instanceof Refusal && error.change !== undefined && <p className="soft">{error.change}</p>}
        <div className="acts">
          <button type="button" className="go" onClick={() => void again()}>
            {t('shell.retry')}
          </button>
          <Link to="/" className="button">
            {t('shell.home')}
          </Link>
        </div>
      </div>
    </div>
  )
}
