import type { ActivityView } from '@bell-lap/server'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'

/** A recording in figures; what it does not know is left out. */
export const ActivityFacts = ({ view }: { readonly view: ActivityView }) => {
  const { distance, clock, pace } = useFigures()
  const metres = view.activity.done.distance_m
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('activity.distance'), metres === null ? undefined : distance(metres)],
    [t('activity.moving'), clock(view.moving_s)],
    [t('activity.pace'), metres === null || view.moving_s <= 0 ? undefined : pace(metres / view.moving_s)],
    [t('activity.mean'), rateText(view.heart_rate_bpm)],
    [t('activity.highest'), rateText(view.max_heart_rate_bpm)],
    [t('activity.elapsed'), clock(view.elapsed_s)],
  ]
  return (
    <dl className="facts">
      {facts.map(([name, figure]) =>
        figure === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

const rateText = (rate: number | null): string | undefined => (rate === null ? undefined : String(Math.round(rate)))
