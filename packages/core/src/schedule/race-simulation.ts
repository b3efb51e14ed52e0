import { RACE_PACES } from '../pace/names.ts'
import type { Plan } from '../plan/plan.ts'
import type { EstimatedBout } from '../workout/estimate.ts'
import { workOf } from './work.ts'
import type { ScheduledSession } from './schedule.ts'

/** How far the parts of a broken race may be from its distance (convention). */
const NEAR = 0.05
/** A broken race has few parts; more are repetitions (document 000: 2000 + 2000 + 1000 m). */
const MOST_PARTS = 4

/** The distance that a plan leads to in metres; 5000 where it names no race. */
const raceDistanceOf = ({ races }: Plan): number => {
  const distance = races[0]?.distance
  return distance !== undefined && distance > 0 ? distance : RACE_PACES['5K']
}

/** A trial over the distance of the race. */
const isFullTrial = (session: ScheduledSession, plan: Plan): boolean =>
  session.hardness === 'test' &&
  session.estimate.bouts.some(
    ({ step, distance }) => step.role === 'test' && isNear(distance ?? 0, raceDistanceOf(plan)),
  )

/** A race broken into a few unequal parts, `2000m + 2000m + 1000m`, that together are as long as the race (R24). */
export const isBrokenRace = (session: ScheduledSession, plan: Plan): boolean => {
  const parts = lengthsOf(longestSet(session))
  const unequal = new Set(parts).size > 1
  return (
    unequal &&
    parts.length <= MOST_PARTS &&
    isNear(
      parts.reduce((sum, length) => sum + length, 0),
      raceDistanceOf(plan),
    )
  )
}

/** A session that does what the race does: a trial over its distance, or the race in parts. */
export const isRaceSimulation = (session: ScheduledSession, plan: Plan): boolean =>
  isFullTrial(session, plan) || isBrokenRace(session, plan)

const isNear = (length: number, distance: number): boolean => Math.abs(length / distance - 1) <= NEAR

const lengthsOf = (bouts: readonly EstimatedBout[]): readonly number[] =>
  bouts.map(({ distance }) => Math.round(distance ?? 0))

/** The bouts of the family that the session does most of. */
const longestSet = (session: ScheduledSession): readonly EstimatedBout[] => {
  const work = workOf(session)
  const metres = new Map<EstimatedBout['family'], number>()
  for (const { family, distance } of work) metres.set(family, (metres.get(family) ?? 0) + (distance ?? 0))
  const most = [...metres].toSorted((a, b) => b[1] - a[1])[0]?.[0]
  return work.filter(({ family }) => family === most)
}
