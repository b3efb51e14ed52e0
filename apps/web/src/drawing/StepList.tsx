import type { StepView } from '@bell-lap/server'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { aimOf, lastingText } from './aim.ts'
import type { Shown } from './gather.ts'

/** The drawing's twin in words: every step with its target, sets inside sets. */
export const StepList = ({ parts }: { readonly parts: readonly Shown[] }) => (
  <ol className="step-list">
    {parts.map((part, index) => (
      // oxlint-disable-next-line react/no-array-index-key -- a step is its place in the session
      <li key={index}>
        {part.kind === 'step' ? (
          <StepLine step={part} />
        ) : (
          <>
            <p className="times">{t(part.between ? 'blocks.times.between' : 'blocks.times', { times: part.times })}</p>
            <StepList parts={part.parts} />
          </>
        )}
      </li>
    ))}
  </ol>
)

const StepLine = ({ step }: { readonly step: StepView }) => {
  const figures = useFigures()
  const { split, pace, lap, heartRate } = aimOf(step, figures)
  const aims = [split, pace, lap === undefined ? undefined : t('figure.lap', { time: lap }), heartRate]
  return (
    <div data-intensity={step.intensity}>
      <span className="dot" aria-hidden="true" />
      <span>
        {lastingText(step, figures)} <span className="soft">{effortText(step)}</span>
      </span>
      <span className="aim">{aims.filter((aim) => aim !== undefined).join(' · ')}</span>
      {step.cue !== null && <span className="cue">{step.cue}</span>}
    </div>
  )
}

const MODES = ['jog', 'walk', 'stand', 'float'] as const

const effortText = (step: StepView): string => {
  const mode = MODES.find((known) => known === step.mode)
  if (mode) return t(`mode.${mode}`)
  return step.role === 'work' ? t(`intensity.${step.intensity}`) : t(`role.${step.role}`)
}
