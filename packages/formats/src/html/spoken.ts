import type { PrescribedPart, PrescribedStep } from '@bell-lap/core'

/** Parts as a coach says them: `5 times 1000 m, jog 200 m between`, where a watch counts four and one. */
export type SpokenPart =
  | PrescribedStep
  | {
      readonly kind: 'set'
      readonly times: number
      readonly parts: readonly SpokenPart[]
      readonly between?: PrescribedStep
    }

const same = (one: readonly PrescribedPart[], other: readonly PrescribedPart[]): boolean =>
  one.length === other.length && one.every((part, index) => JSON.stringify(part) === JSON.stringify(other[index]))

/** A set whose last repetition stands after it, without the recovery, is told as one set with the recovery between. */
export const asSpoken = (parts: readonly PrescribedPart[]): readonly SpokenPart[] => {
  const spoken: SpokenPart[] = []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    if (!part) continue
    if (part.kind === 'step') {
      spoken.push(part)
      continue
    }
    const between = part.parts.at(-1)
    const work = part.parts.slice(0, -1)
    if (between?.kind === 'step' && work.length > 0 && same(work, parts.slice(at + 1, at + 1 + work.length))) {
      spoken.push({ kind: 'set', times: part.times + 1, parts: asSpoken(work), between })
      at += work.length
    } else spoken.push({ kind: 'set', times: part.times, parts: asSpoken(part.parts) })
  }
  return spoken
}
