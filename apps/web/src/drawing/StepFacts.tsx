import type { StepView } from '@bell-lap/server'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { aimOf, lastingText } from './aim.ts'

/** The target of one step: for the bout, for the kilometre and the mile, for the lap. */
export const StepFacts = ({ step }: { readonly step: StepView }) => {
  const figures = useFigures()
  const { split, pace, otherPace, lap, heartRate } = aimOf(step, figures)
  const lasts = lastingText(step, figures)
  const facts: readonly (readonly [string, string | undefined])[] = [
    split === undefined ? [t(`role.${step.role}`), lasts] : [t('steps.each', { what: lasts }), split],
    [t(`steps.per.${figures.unit}`), pace],
    [t('steps.lap'), lap],
    [t('steps.heartRate'), heartRate],
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
      {otherPace !== undefined && (
        <div className="other-unit">
          <dt>{t(`steps.per.${figures.unit === 'km' ? 'mi' : 'km'}`)}</dt>
          <dd>{otherPace}</dd>
        </div>
      )}
    </dl>
  )
}
