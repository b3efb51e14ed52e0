import type { PrescribedPart, PrescribedSet, PrescribedStep } from '@bell-lap/core'
import type { Loss } from './report.ts'

/** Parts as a target takes them, with what had to be changed. */
export interface Fitted {
  readonly parts: readonly PrescribedPart[]
  readonly losses: readonly Loss[]
}

/** Steps and sets in a list, each counted once: what a flat file takes. */
const recordsOf = (parts: readonly PrescribedPart[]): number =>
  parts.reduce((sum, part) => sum + 1 + (part.kind === 'set' ? recordsOf(part.parts) : 0), 0)

/** Steps as they are run, sets written out; Infinity where nobody would count on. */
export const runStepsOf = (parts: readonly PrescribedPart[]): number =>
  parts.reduce((sum, part) => sum + (part.kind === 'set' ? part.times * runStepsOf(part.parts) : 1), 0)

/** How deep sets lie in sets; 0 without a set. */
const depthOf = (parts: readonly PrescribedPart[]): number =>
  parts.reduce((most, part) => Math.max(most, part.kind === 'set' ? 1 + depthOf(part.parts) : 0), 0)

/** Every step once, in order. */
export const stepsOf = (parts: readonly PrescribedPart[]): readonly PrescribedStep[] =>
  parts.flatMap((part) => (part.kind === 'set' ? stepsOf(part.parts) : [part]))

/** A set as its repetitions, one after the other. */
export const writtenOut = ({ times, parts }: PrescribedSet): readonly PrescribedPart[] =>
  Array.from({ length: times }, () => parts).flat()

const WRITTEN_OUT: Loss = { what: 'sets inside sets', how: 'the outer set is written out repetition by repetition' }

/** The same running with sets at most so deep: the outermost are written out first, so that inner sets stay sets. */
export const withDepth = (parts: readonly PrescribedPart[], deepest: number): Fitted => {
  if (depthOf(parts) <= deepest) return { parts, losses: [] }
  const flatter = parts.flatMap((part) =>
    part.kind === 'set' && depthOf([part]) > deepest ? writtenOut(part) : [part],
  )
  return { parts: withDepth(flatter, deepest).parts, losses: [WRITTEN_OUT] }
}

/** The same running with sets of at most so many repetitions, as several sets of them. */
export const withTimes = (parts: readonly PrescribedPart[], most: number): Fitted => {
  const losses: Loss[] = []
  const split = (list: readonly PrescribedPart[]): readonly PrescribedPart[] =>
    list.flatMap((part) => {
      if (part.kind === 'step') return [part]
      const whole: PrescribedSet = { ...part, parts: split(part.parts) }
      if (part.times <= most) return [whole]
      losses.push({ what: `${part.times} repetitions`, how: `several sets of at most ${most}` })
      const full: readonly PrescribedSet[] = Array.from({ length: Math.floor(part.times / most) }, () => ({
        ...whole,
        times: most,
      }))
      const rest = part.times % most
      return [...full, ...(rest > 1 ? [{ ...whole, times: rest }] : rest === 1 ? whole.parts : [])]
    })
  const fitted = split(parts)
  return { parts: fitted, losses }
}

/**
 * The parts in lists of at most so many records each. A set that is larger than a whole list is written out, so that
 * the list can end inside it.
 */
export const inLists = (parts: readonly PrescribedPart[], most: number): readonly (readonly PrescribedPart[])[] => {
  const lists: PrescribedPart[][] = []
  let free = 0
  const put = (part: PrescribedPart): void => {
    const size = recordsOf([part])
    if (size > most && part.kind === 'set') return writtenOut(part).forEach(put)
    if (size > free) {
      lists.push([])
      free = most
    }
    lists.at(-1)?.push(part)
    free -= size
  }
  parts.forEach(put)
  return lists
}

/** The cue of a session, told with its first step: there is where it is read. */
export const withCue = (parts: readonly PrescribedPart[], cue: string | undefined): readonly PrescribedPart[] => {
  const [first, ...others] = parts
  if (cue === undefined || cue === '' || !first) return parts
  if (first.kind === 'set') return [{ ...first, parts: withCue(first.parts, cue) }, ...others]
  return [{ ...first, cue: first.cue === undefined ? cue : `${cue}; ${first.cue}` }, ...others]
}
