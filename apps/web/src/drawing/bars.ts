import type { StepView } from '@bell-lap/server'
import type { Shown } from './gather.ts'

/** One bout as it is drawn: a step, each time that it is done. */
export interface Bar {
  readonly key: string
  readonly step: StepView
  readonly width: number
}

/** A bracket under a set: its bars, from `from` up to and without `to`. */
export interface Bracket {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly depth: number
  readonly times: number
  readonly step: StepView | undefined
  /** False for what stands once: a name under it, no bracket. */
  readonly repeated: boolean
}

export interface Drawing {
  readonly bars: readonly Bar[]
  readonly brackets: readonly Bracket[]
  readonly depth: number
}

export type Measure = 'time' | 'distance'

/** A screen shows so many bars; a session of more is drawn by its first ones. */
const MOST_BARS = 160

/** Every bout of the parts in order, sets unrolled, with the brackets that gather them again. */
export const drawingOf = (parts: readonly Shown[], by: Measure): Drawing => {
  const bars: Bar[] = []
  const brackets: Bracket[] = []
  const draw = (part: Shown, depth: number, key: string): void => {
    if (bars.length >= MOST_BARS) return
    const from = bars.length
    if (part.kind === 'step') bars.push({ key, step: part, width: widthOf(part, by) })
    else {
      for (let time = 0; time < part.times; time += 1) {
        const last = part.between && time === part.times - 1
        for (const [index, inner] of (last ? part.parts.slice(0, -1) : part.parts).entries()) {
          draw(inner, depth + 1, `${key}-${time}-${index}`)
        }
      }
      brackets.push({ key, from, to: bars.length, depth, times: part.times, step: mainOf(part), repeated: true })
    }
    if (depth === 0 && part.kind === 'step') {
      brackets.push({ key, from, to: bars.length, depth, times: 1, step: part, repeated: false })
    }
  }
  for (const [index, part] of parts.entries()) draw(part, 0, String(index))
  const depth = Math.max(0, ...brackets.map((bracket) => bracket.depth)) + 1
  return { bars, brackets, depth }
}

const SHORTEST = { time: 12, distance: 40 } as const

const widthOf = (step: StepView, by: Measure): number => {
  const { distance_m, duration_s } = step.estimated
  const amount = by === 'distance' ? distance_m : (duration_s ?? (distance_m === null ? null : distance_m / 3.5))
  return Math.max(SHORTEST[by], amount ?? 0)
}

const RAMP = ['rest', 'recovery', 'other', 'easy', 'steady', 'strength', 'threshold', '5K', 'mile', '800'] as const

/** The step that a session or a set is about: the hardest, the first of equals. */
const mainOf = (part: Shown): StepView | undefined => (part.kind === 'step' ? part : mainStep(part.parts))

export const mainStep = (parts: readonly Shown[]): StepView | undefined => {
  let main: StepView | undefined
  for (const step of parts.map(mainOf)) {
    if (step && (!main || RAMP.indexOf(step.intensity) > RAMP.indexOf(main.intensity))) main = step
  }
  return main
}

/** Every step once, as it is written: for lists and counts. */
export const stepsIn = (parts: readonly Shown[]): readonly StepView[] =>
  parts.flatMap((part) => (part.kind === 'step' ? [part] : stepsIn(part.parts)))
