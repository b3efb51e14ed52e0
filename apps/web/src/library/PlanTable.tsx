import { Link, useNavigate } from '@tanstack/react-router'
import { METRES_PER } from '@bell-lap/core'
import type { PlanCard } from '@bell-lap/server'
import { beginWith } from '../maker/answers.ts'
import { useFigures } from '../words/display.ts'
import type { Figures } from '../words/figures.ts'
import { t } from '../words/t.ts'
import { copyPlan, deletePlan } from './keeping.ts'

const DOCUMENTS = {
  '000': 'library.document.000',
  '001': 'library.document.001',
  '002': 'library.document.002',
} as const

const followed = (document: string): string =>
  document === '000' || document === '001' || document === '002' ? t(DOCUMENTS[document]) : document

/** Plans with what tells them apart, and what can be done with each. */
export const PlanTable = ({ plans }: { readonly plans: readonly PlanCard[] }) => (
  <div className="wide">
    <table className="rows plan-table">
      <thead>
        <tr>
          <th scope="col">{t('library.name')}</th>
          <th scope="col" className="words">
            {t('library.race')}
          </th>
          <th scope="col">{t('library.weeks')}</th>
          <th scope="col">{t('library.volume')}</th>
          <th scope="col" className="words">
            {t('library.follows')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <Row key={plan.id} plan={plan} />
        ))}
      </tbody>
    </table>
  </div>
)

const Row = ({ plan }: { readonly plan: PlanCard }) => {
  const figures = useFigures()
  const navigate = useNavigate()
  const season = async (): Promise<void> => {
    beginWith({ kind: 'plan', id: plan.id }, plan.name)
    await navigate({ to: '/season/new' })
  }
  return (
    <tr>
      <th scope="row" className="plan-name">
        <Link to="/plans/$id" params={{ id: plan.id }}>
          {plan.name}
        </Link>
      </th>
      <td className="words">{plan.race ?? '–'}</td>
      <td>{plan.weeks}</td>
      <td>{plan.distance_m === null ? '–' : volume(plan.distance_m, figures)}</td>
      <td className="words soft small">{plan.follows.map(followed).join(', ') || '–'}</td>
      <td>
        <span className="plan-acts">
          <button type="button" className="quiet" onClick={() => void season()}>
            {t('library.season')}
          </button>
          <button type="button" className="quiet" onClick={() => void copyPlan(plan)}>
            {t('library.copy')}
          </button>
          {plan.kept === 'own' && (
            <button type="button" className="quiet" onClick={() => void deletePlan(plan)}>
              {t('library.delete')}
            </button>
          )}
        </span>
      </td>
    </tr>
  )
}

/** `56–70 km`: a plan's volume says nothing below a whole one. */
const volume = ([from, to]: readonly [number, number], figures: Figures): string => {
  const whole = (metres: number): number => Math.round(metres / METRES_PER[figures.unit])
  return t('figure.range', { from: whole(from), to: figures.distance(whole(to) * METRES_PER[figures.unit]) })
}
