import { useNavigate } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import type { SeasonRequest } from '@bell-lap/server'
import { asking, useDoing } from '../api/queries.ts'
import { say } from '../shell/said.ts'
import { t } from '../words/t.ts'
import { forgetPlan, type Answers } from './answers.ts'

interface Live {
  readonly request: SeasonRequest
  readonly answers: Answers
  readonly ready: boolean
}

/** The one button. */
export const LiveIt = ({ request, answers, ready }: Live) => {
  const navigate = useNavigate()
  const { data: state } = useQuery(asking('GET /api/state', {}))
  const live = useDoing('POST /api/seasons', 'season', 'settings', 'plans')
  const begin = async (): Promise<void> => {
    try {
      await live.mutateAsync({ body: request })
    } catch {
      return
    }
    forgetPlan(answers)
    say(t('maker.lived'))
    await navigate({ to: '/' })
  }
  return (
    <div className="live-it">
      <button type="button" className="go" disabled={!ready || live.isPending} onClick={() => void begin()}>
        {t('maker.live')}
      </button>
      {state?.season != null && <span className="kicker">{t('maker.replaces')}</span>}
      {live.error && (
        <p className="wrong" role="alert">
          {live.error.message} {live.error.change}
        </p>
      )}
    </div>
  )
}
