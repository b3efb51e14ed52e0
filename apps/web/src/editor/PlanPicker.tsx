import { useNavigate } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { asking } from '../api/queries.ts'
import { t } from '../words/t.ts'

const NEW = ''

/** Which plan is on the desk: a new one, one's own, one of the library. */
export const PlanPicker = ({ id }: { readonly id: string | undefined }) => {
  const navigate = useNavigate()
  const { data } = useQuery(asking('GET /api/library', {}))
  const plans = data?.plans ?? []
  const open = (chosen: string): void =>
    void (chosen === NEW ? navigate({ to: '/plans' }) : navigate({ to: '/plans/$id', params: { id: chosen } }))
  return (
    <label className="desk-picker">
      <span className="unseen">{t('editor.which')}</span>
      <select value={id ?? NEW} onChange={(event) => open(event.target.value)}>
        <option value={NEW}>{t('editor.newPlan')}</option>
        {(['own', 'library'] as const).map((kept) => {
          const group = plans.filter((plan) => plan.kept === kept)
          return (
            group.length > 0 && (
              <optgroup key={kept} label={t(`editor.kind.${kept}`)}>
                {group.map((plan) => (
                  <option key={plan.id} value={plan.id}>
                    {plan.name}
                  </option>
                ))}
              </optgroup>
            )
          )
        })}
      </select>
    </label>
  )
}
