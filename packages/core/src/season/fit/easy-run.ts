import { distanceOf, type LongUnit } from '../../units/distance.ts'
import { impliedTarget } from '../../workout/implied.ts'
import type { Amount, DistanceExtent, Part, Workout } from '../../workout/workout.ts'

/** Halves of the unit, one at least: what a coach would write. */
export const halves = (distance: number, unit: LongUnit): DistanceExtent => {
  const whole = Math.max(2, Math.round((distance / distanceOf(1, unit)) * 2))
  return { kind: 'distance', distance: distanceOf(whole / 2, unit), unit }
}

/** `8km easy`, `16km long`: one bout and nothing else. */
export const easyRun = (extent: Amount, role: 'easy' | 'long' = 'easy'): Workout => ({
  kind: 'run',
  total: null,
  remainder: null,
  alternatives: [],
  steps: [{ kind: 'step', role, extent, target: impliedTarget(role) }],
})

/** `8km easy with 6 x 80m strides`. */
export const easyRunWith = (extent: Amount, steps: readonly Part[]): Workout => ({
  kind: 'run',
  total: { extent, role: 'easy', target: impliedTarget('easy') },
  remainder: 'easy',
  alternatives: [],
  steps,
})

/** Strides of the fit's own weeks: few and short, and always the same (R124; figures are convention). */
export const sixStrides: Part = {
  kind: 'repeat',
  times: 6,
  steps: [
    {
      kind: 'step',
      role: 'strides',
      extent: { kind: 'distance', distance: distanceOf(80, 'm'), unit: 'm' },
      target: impliedTarget('strides'),
    },
  ],
  between: null,
  afterLast: false,
}
