import type { StepView } from '@bell-lap/server'
import type { Figures } from '../words/figures.ts'
import { t } from '../words/t.ts'

/** A lap of the track. */
const LAP_M = 400

/** A step's target in every way that a runner asks for it; what has no honest figure is left out. */
export interface AimFigures {
  /** How long the bout takes at its target. */
  readonly split?: string
  readonly pace?: string
  readonly otherPace?: string
  readonly lap?: string
  readonly heartRate?: string
}

export const aimOf = (step: StepView, figures: Figures): AimFigures => {
  const { aim, lasting } = step
  if (!aim) return {}
  if (aim.kind === 'heart rate') return { heartRate: heartRateText(aim.low_bpm, aim.high_bpm) }
  const other = figures.unit === 'km' ? 'mi' : 'km'
  const metres = lasting.kind === 'distance' ? lasting.distance_m : undefined
  const paced = { pace: figures.paces(aim.speed_mps), otherPace: figures.paces(aim.speed_mps, other) }
  const byFeel = step.intensity === 'easy' || step.intensity === 'recovery'
  if (byFeel) return paced
  const lapped = { ...paced, lap: figures.times(aim.speed_mps, LAP_M) }
  return metres === undefined || metres > 10_000 ? lapped : { ...lapped, split: figures.times(aim.speed_mps, metres) }
}

const heartRateText = (low: number | null, high: number | null): string => {
  if (low !== null && high !== null) return t('steps.bpm.range', { low, high })
  if (low !== null) return t('steps.bpm.from', { low })
  return high === null ? t('steps.byFeel') : t('steps.bpm.to', { high })
}

/** How long a step lasts, in words: work in metres, running by feel in the chosen unit. */
export const lastingText = (step: StepView, figures: Figures): string => {
  const { lasting } = step
  switch (lasting.kind) {
    case 'distance':
      return step.intensity === 'easy' && lasting.distance_m >= 1000
        ? figures.distance(lasting.distance_m)
        : figures.onTrack(lasting.distance_m)
    case 'time':
      return figures.duration(lasting.duration_s)
    case 'reps':
      return `${lasting.reps} ×`
    case 'open': {
      // What a total leaves is shared by the running before and after: each has its own part of it.
      const { distance_m, duration_s } = step.estimated
      if (distance_m !== null) return figures.distance(distance_m)
      return duration_s === null ? lasting.because : figures.duration(duration_s)
    }
    default:
      return lasting satisfies never
  }
}
