import type { ProgressView } from '@bell-lap/server'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { ChartFrame } from './ChartFrame.tsx'

const UNITS = ['by_time', 'by_distance', 'by_sessions'] as const

/** The easy share in three units, the plan's own beside each. */
export const EasyShares = ({ easy }: { readonly easy: ProgressView['easy'] }) => {
  const figures = useFigures()
  const share = (amount: number | null): string => (amount === null ? '–' : figures.percent(amount))
  const { done, planned } = easy
  const summary =
    done.by_time === null
      ? t('progress.easy.none')
      : planned.by_time === null
        ? t('progress.easy.sumAlone', { done: share(done.by_time) })
        : t('progress.easy.sum', { done: share(done.by_time), planned: share(planned.by_time) })
  const twin = {
    head: [t('progress.unit'), t('progress.done'), t('progress.planned')],
    rows: UNITS.map((unit) => ({
      key: unit,
      cells: [t(`progress.easy.${unit}`), share(done[unit]), share(planned[unit])],
    })),
  }
  return (
    <ChartFrame title={t('progress.easy')} summary={summary} twin={twin}>
      <ul className="shares">
        {UNITS.map((unit) => (
          <li key={unit}>
            <span>{t(`progress.easy.${unit}`)}</span>
            <span className="share-lane" aria-hidden="true">
              <i className="share-done" style={{ width: `${(done[unit] ?? 0) * 100}%` }} />
              {planned[unit] !== null && <i className="share-planned" style={{ left: `${planned[unit] * 100}%` }} />}
            </span>
            <b className="figure">{share(done[unit])}</b>
            <span className="soft small">
              {planned[unit] !== null && `${share(planned[unit])} ${t('progress.planned')}`}
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}
