import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asking } from '../api/queries.ts'
import { Choice } from '../maker/Field.tsx'
import { maker } from '../maker/words.ts'
import { Coming } from '../shell/Coming.tsx'
import { addWords, t } from '../words/t.ts'
import { EasyShares } from './EasyShares.tsx'
import { EffortCurve } from './EffortCurve.tsx'
import type { ProgressWeek } from './intensities.ts'
import { Predictions } from './Predictions.tsx'
import { Reps } from './Reps.tsx'
import { WeekChart } from './WeekChart.tsx'
import './progress.css'

// Races are called here as the maker calls them.
addWords(maker)

const SPANS = ['8', '16', '26', '52', '104'] as const

/** What the running comes to. */
export const ProgressPage = () => {
  const [weeks, setWeeks] = useState<(typeof SPANS)[number]>('16')
  const { data, error } = useQuery({
    ...asking('GET /api/progress', { query: { weeks: Number(weeks) } }),
    placeholderData: keepPreviousData,
  })
  if (error) throw error
  if (!data) return <Coming />
  const weeksRun = sinceBegun(data.weeks)
  const nothing = data.weeks.every(({ done_m: done }) => done === 0) && data.best_efforts.length === 0
  return (
    <div className="page progress">
      <header className="progress-head">
        <h1>{t('progress.title')}</h1>
        <Choice
          label={t('progress.span')}
          value={weeks}
          options={SPANS.map((span) => [span, t('progress.span.weeks', { weeks: span })] as const)}
          onValue={setWeeks}
        />
      </header>
      {nothing && (
        <section className="stack progress-empty">
          <h2>{t('progress.empty')}</h2>
          <p className="soft">{t('progress.empty.all')}</p>
          <div className="acts">
            <Link to="/import" className="button go">
              {t('progress.import')}
            </Link>
          </div>
        </section>
      )}
      {!nothing && <WeekChart key={weeksRun.length} weeks={weeksRun} today={data.today} />}
      {!nothing && <EasyShares easy={data.easy} />}
      <Predictions predicted={data.predicted} />
      {!nothing && <EffortCurve efforts={data.best_efforts} predicted={data.predicted} />}
      {!nothing && <Reps reps={data.reps} />}
    </div>
  )
}

/** Weeks before the first run say nothing: what is shown begins where something was planned or run. */
const sinceBegun = (weeks: readonly ProgressWeek[]): readonly ProgressWeek[] => {
  const first = weeks.findIndex(({ planned_m: planned, done_m: done }) => (planned ?? 0) > 0 || done > 0)
  return first < 0 ? weeks : weeks.slice(first)
}
