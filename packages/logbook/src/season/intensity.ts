import { FAMILIES, isQuality, type EstimatedBout, type Family, type PrescribedStep } from '@bell-lap/core'
import type { IntensityShown } from '../views/words.ts'

/** Strides and all-out work have no colour of their own: they stand with the fastest. */
const OF_FAMILY: { readonly [F in Family]: IntensityShown } = {
  easy: 'easy',
  steady: 'steady',
  threshold: 'threshold',
  '5K': '5K',
  mile: 'mile',
  '800': '800',
  sprint: '800',
}

/** What of effort a step is, on the one ramp of the interface. */
export const intensityOf = (step: PrescribedStep, bout: Pick<EstimatedBout, 'family'> | undefined): IntensityShown => {
  if (step.beside) return step.beside.kind === 'exercise' || step.beside.activity === 'strength' ? 'strength' : 'other'
  if (step.role === 'rest' || step.mode === 'stand') return 'rest'
  if (step.role === 'recovery' || step.mode === 'walk' || step.mode === 'jog') return 'recovery'
  return bout ? OF_FAMILY[bout.family] : 'easy'
}

/** The hardest of a run: its work, where it has any; strides alone make no hard day. */
export const hardestOf = (bouts: readonly EstimatedBout[]): IntensityShown => {
  const rank = ({ family }: EstimatedBout): number => FAMILIES.indexOf(family)
  const work = bouts.filter(isQuality)
  const plain = bouts.filter(({ recovery, step }) => !recovery && step.role !== 'strides' && step.role !== 'pickups')
  const [hardest] = (work.length > 0 ? work : plain).toSorted((a, b) => rank(b) - rank(a))
  if (plain.length > 0 && plain.every(({ step }) => step.role === 'recovery')) return 'recovery'
  return hardest ? OF_FAMILY[hardest.family] : 'easy'
}
