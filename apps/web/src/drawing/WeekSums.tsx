import type { WeekView } from '@bell-lap/server'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import './week-sums.css'

/** A week in sums: planned, done, how much of it easy. */
export const WeekSums = ({ week, past }: { readonly week: WeekView; readonly past: boolean }) => {
  const { distance, percent } = useFigures()
  const { planned, done } = week
  const share = past && done.easy_share !== null ? done.easy_share : planned.easy_share
  return (
    <p className="sums">
      <span className="figure">{distance(planned.distance_m)}</span>
      {done.distance_m > 0 && <span>{t('week.done', { distance: distance(done.distance_m) })}</span>}
      {share !== null && <span>{t('week.easy', { share: percent(share) })}</span>}
      {planned.key_sessions > 0 && <span>{t('week.key', { count: planned.key_sessions })}</span>}
    </p>
  )
}
