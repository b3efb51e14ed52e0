import type { ReactNode } from 'react'
import type { ReviewView } from '@bell-lap/server'
import { Popover } from '../shell/Popover.tsx'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'

/** The figures of a review; each can be asked what it means. */
export const ReviewFigures = ({ review }: { readonly review: ReviewView }) => {
  const { distance, clock, number } = useFigures()
  const { done, fade_percent, cv_percent, decoupling_percent, kick } = review
  const percent = (amount: number) => t('session.percent', { amount: number(amount) })
  const facts: readonly (readonly [ReactNode, string | undefined])[] = [
    [t('session.done'), done.distance_m === null ? undefined : distance(done.distance_m)],
    [t('activity.time'), done.duration_s === null ? undefined : clock(done.duration_s)],
    [asked(t('reps.fade'), t('session.fade')), fade_percent === null ? undefined : percent(fade_percent)],
    [asked(t('reps.evenness'), t('session.spread')), cv_percent === null ? undefined : percent(cv_percent)],
    [asked(t('reps.drift'), t('session.drift')), decoupling_percent === null ? undefined : percent(decoupling_percent)],
    [t('reps.kick'), kick ? clock(kick.last_200_s, true) : undefined],
    [t('reps.confidence'), t(`confidence.${review.confidence}`)],
  ]
  return (
    <dl className="facts">
      {facts.map(([name, figure], index) =>
        figure === undefined ? null : (
          // oxlint-disable-next-line react/no-array-index-key -- the figures stand in one order for ever
          <div key={index}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

const asked = (name: string, meaning: string): ReactNode => (
  <Popover label={name} name={name}>
    <p>{meaning}</p>
  </Popover>
)
