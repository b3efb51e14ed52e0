import { useNavigate } from '@tanstack/react-router'
import type { PlanView } from '@bell-lap/server'
import { beginWith } from '../maker/answers.ts'
import { SeasonBars } from '../maker/SeasonBars.tsx'
import { t } from '../words/t.ts'
import type { ReadAnswer, SeasonAnswer } from './reading.ts'

interface Side {
  readonly reading: ReadAnswer | null
  readonly season: SeasonAnswer | null
  readonly raceDay: string | null
  readonly onRaceDay: (day: string | null) => void
  readonly text: string
  readonly kept: PlanView | null
}

/** The season that the text makes for this athlete, while it is typed. */
export const SeasonSide = ({ reading, season, raceDay, onRaceDay, text, kept }: Side) => {
  const navigate = useNavigate()
  const make = async (): Promise<void> => {
    const same = kept !== null && kept.text === text
    beginWith(same ? { kind: 'plan', id: kept.id } : { kind: 'text', text }, reading?.name ?? t('editor.untitled'))
    await navigate({ to: '/season/new' })
  }
  const any = (reading?.sessions ?? 0) > 0
  return (
    <aside className="desk-season" aria-label={t('editor.season')}>
      <h2>{t('editor.season')}</h2>
      <div className="field">
        <label htmlFor="side-race-day">{t('editor.raceDay')}</label>
        <input
          id="side-race-day"
          type="date"
          value={raceDay ?? season?.raceDay ?? ''}
          onChange={(event) => onRaceDay(event.target.value || null)}
        />
      </div>
      <div className="desk-bars">
        {season?.fault && (
          <p role="status">
            {season.fault.message} <span className="soft">{season.fault.change}</span>
          </p>
        )}
        {any && season && season.weeks.length > 0 && <SeasonBars weeks={season.weeks} short />}
        {!any && <p className="soft">{t('editor.season.none')}</p>}
      </div>
      <div className="acts">
        <button type="button" className="go" disabled={!any} onClick={() => void make()}>
          {t('editor.makeSeason')}
        </button>
      </div>
    </aside>
  )
}
