import { useEffect, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asking, useAnswer } from '../api/queries.ts'
import { useDisplay } from '../words/display.ts'
import { t } from '../words/t.ts'
import { keepAnswers, keptAnswers, requestOf, weeklyOf, wrongIn, type Answers } from './answers.ts'
import { civilToday } from './days.ts'
import { LiveIt } from './LiveIt.tsx'
import { Preview } from './Preview.tsx'
import { Questions } from './Questions.tsx'
import { refusedField } from './refused.ts'
import { useRested } from './useRested.ts'
import './maker.css'

/** Five questions at the left, the season that the answers make at the right. */
export const MakerPage = () => {
  const { athlete } = useAnswer('GET /api/settings', {})
  const library = useAnswer('GET /api/library', {})
  const { unit } = useDisplay()
  const [today] = useState(civilToday)
  const [answers, setAnswers] = useState<Answers>(() => keptAnswers(today))
  useEffect(() => keepAnswers(answers), [answers])
  const wrong = wrongIn(answers, today)
  const rested = useRested(answers)
  const sound = Object.keys(wrong).length === 0
  const body = requestOf(rested, athlete, { unit, weeklyKm: weeklyOf(athlete), today, library })
  const asked = asking('POST /api/seasons/preview', { body })
  const { data, error, isFetching } = useQuery({
    ...asked,
    enabled: sound,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const set = (change: Partial<Answers>): void => setAnswers((before) => ({ ...before, ...change }))
  const refused = error && sound ? refusedField(error) : undefined
  return (
    <div className="page maker">
      <div className="maker-head">
        <h1>{t('maker.title')}</h1>
        <p className="soft">{t('maker.lead')}</p>
      </div>
      <Questions answers={answers} onAnswer={set} wrong={wrong} refused={refused} athlete={athlete} />
      <section className="maker-season" aria-label={t('maker.season')} aria-busy={isFetching || rested !== answers}>
        {error && sound && (
          <div className="maker-refused" role="alert">
            <p>{error.message}</p>
            {error.change !== undefined && <p className="soft">{error.change}</p>}
          </div>
        )}
        {!sound && <p className="soft">{t('maker.mend')}</p>}
        {data && !error && (
          <Preview season={data} answers={answers} plan={body.plan} library={library} onPlan={(plan) => set({ plan })}>
            <LiveIt request={body} answers={answers} ready={sound && rested === answers && !isFetching} />
          </Preview>
        )}
        {!data && !error && sound && <div className="coming maker-coming" aria-hidden="true" />}
      </section>
    </div>
  )
}
