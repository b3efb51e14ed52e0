import type { PrescribedStep, Prescription, Target } from '@bell-lap/core'
import { makeTarget } from '../plan-text/notation/make-target.ts'
import { stepsOf } from './parts.ts'
import type { Loss } from './report.ts'

const BY_FEEL: ReadonlySet<string> = new Set(['stride', 'hard', 'max', 'walk'])

const whyWithout = (target: Target): string => {
  switch (target.kind) {
    case 'pace':
      if (BY_FEEL.has(target.pace) || BY_FEEL.has(target.to ?? '')) return 'run by feel, without a figure'
      if (target.pace === 'goal' || target.basis === 'goal') return 'no goal is set that gives a pace'
      return 'the marks of the day give no such pace'
    case 'rep time':
      return 'the length of the repetition is not stated'
    case 'speed':
      return 'no speed that can be run'
    case 'heart rate':
    case 'heart rate share':
    case 'zone':
      return 'no measured heart rate to count it from'
    case 'rpe':
      return 'an effort has no speed: it stands in the words of the step'
    default:
      return target satisfies never
  }
}

/** A role says it by itself, the plan does not ask for it. */
const isImplied = (target: Target): boolean => target.kind === 'pace' && target.implied === true

/** What the plan asks of a step that no figure can be given for. */
const withoutAim = ({ target, aim }: PrescribedStep): readonly Loss[] =>
  target === null || aim !== null || isImplied(target) ? [] : [{ what: makeTarget(target), how: whyWithout(target) }]

/** What every list of steps loses of a session: choices that had to be made, and asks without a figure. */
export const lossesOf = ({ parts, assumptions }: Prescription): readonly Loss[] => [
  ...assumptions.map((how) => ({ what: 'left open by the plan', how })),
  ...stepsOf(parts).flatMap(withoutAim),
]
