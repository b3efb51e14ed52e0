import type { EstimatedBout } from '../workout/estimate.ts'
import { isQuality } from '../workout/hardness.ts'
import type { ScheduledSession } from './schedule.ts'

/** A bout of work with the rest that follows it before the next bout of work. */
export interface Repetition {
  readonly work: EstimatedBout
  /** In order; a float and a jog between two sets are two. */
  readonly rest: readonly EstimatedBout[]
  readonly next: EstimatedBout
}

/** The bouts of work of a session that are followed by rest and then by more work. */
export const repetitionsOf = (session: ScheduledSession): readonly Repetition[] => {
  const repetitions: Repetition[] = []
  if (session.work.length < 2) return repetitions
  let work: EstimatedBout | undefined
  let rest: EstimatedBout[] = []
  for (const bout of session.estimate.bouts) {
    if (bout.recovery) rest.push(bout)
    else {
      if (work && rest.length > 0 && isQuality(bout)) repetitions.push({ work, rest, next: bout })
      work = isQuality(bout) ? bout : undefined
      rest = []
    }
  }
  return repetitions
}

const sumOf = (bouts: readonly EstimatedBout[], of: 'distance' | 'duration'): number | undefined =>
  bouts.some((bout) => bout[of] === null) ? undefined : bouts.reduce((sum, bout) => sum + (bout[of] ?? 0), 0)

/** Seconds of rest for each second of work; undefined where one of them is not known. */
export const restToWork = ({ work, rest }: Repetition): number | undefined => {
  const resting = sumOf(rest, 'duration')
  return resting === undefined || !work.duration ? undefined : resting / work.duration
}

/** Metres of rest for each metre of work, where the text states both as distances; undefined elsewhere. */
export const restToWorkMetres = ({ work, rest }: Repetition): number | undefined => {
  const stated = work.step.extent?.kind === 'distance' && rest.every(isCovered)
  const covered = sumOf(rest, 'distance')
  return !stated || covered === undefined || !work.distance ? undefined : covered / work.distance
}

const isCovered = ({ step: { extent } }: EstimatedBout): boolean =>
  extent?.kind === 'distance' ||
  (extent?.kind === 'relative' && extent.relative !== 'full' && extent.measure !== 'time')
