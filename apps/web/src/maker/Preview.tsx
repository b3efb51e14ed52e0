import type { ReactNode } from 'react'
import type { LibraryView, PlanChoice, SeasonPreview } from '@bell-lap/server'
import { t } from '../words/t.ts'
import type { Answers } from './answers.ts'
import { Decisions } from './Decisions.tsx'
import { PreviewFindings } from './PreviewFindings.tsx'
import { SeasonBars } from './SeasonBars.tsx'

interface Made {
  readonly season: SeasonPreview
  readonly answers: Answers
  readonly plan: PlanChoice
  readonly library: LibraryView
  readonly onPlan: (plan: Answers['plan']) => void
  readonly children: ReactNode
}

/** The season before it is lived: its weeks, what stands in its way, other ways, why it is as it is. */
export const Preview = ({ season, answers, plan, library, onPlan, children }: Made) => {
  const { name, weeks, findings, decisions, alternatives, too_much: tooMuch } = season
  return (
    <div className="preview">
      <header>
        <p className="kicker">{t('maker.plan')}</p>
        <h2>{name}</h2>
        <p className="soft">
          {t('maker.planWeeks', { count: weeks.length })}{' '}
          {answers.plan ? (
            <button type="button" className="ask" onClick={() => onPlan(null)}>
              {t('maker.letChoose')}
            </button>
          ) : (
            t(plan.kind === 'recipe' ? 'maker.byRecipe' : 'maker.byLibrary')
          )}
        </p>
      </header>
      {tooMuch !== null && (
        <div className="too-much" role="status">
          <h3>{t('maker.tooMuch')}</h3>
          <p>{tooMuch}</p>
        </div>
      )}
      <SeasonBars weeks={weeks} />
      {children}
      <Others {...{ alternatives, library, plan, onPlan }} />
      <PreviewFindings findings={findings} />
      <Decisions decisions={decisions} />
    </div>
  )
}

const sameChoice = (one: PlanChoice, other: PlanChoice): boolean => JSON.stringify(one) === JSON.stringify(other)

interface Offered {
  readonly alternatives: SeasonPreview['alternatives']
  readonly library: LibraryView
  readonly plan: PlanChoice
  readonly onPlan: (plan: Answers['plan']) => void
}

/** Other plans, this one at another length: one click each. */
const Others = ({ alternatives, library, plan, onPlan }: Offered) => {
  const own = library.plans
    .filter(({ kept }) => kept === 'own')
    .map(({ id, name, weeks }) => ({ plan: { kind: 'plan', id } as const, name, weeks, because: t('maker.ownPlan') }))
  const offered = [...alternatives, ...own].filter((each) => !sameChoice(each.plan, plan))
  if (offered.length === 0) return null
  return (
    <section className="lane">
      <h3>{t('maker.others')}</h3>
      <ul className="others">
        {offered.map((each) => (
          <li key={JSON.stringify(each.plan)}>
            <button type="button" onClick={() => onPlan({ choice: each.plan, name: each.name })}>
              {each.name}, {t('maker.weeks', { count: each.weeks })}
            </button>
            <span className="kicker">{each.because}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
