import type { Hardness, LongUnit, Season, SeasonSession } from '@bell-lap/core'
import type { NeighbourView } from '../views/season.ts'
import { shortTitle } from './title.ts'

const MINUTES_A_DAY = 24 * 60
/** A session of unknown length is given an hour, as the placement does. */
const USUAL_SECONDS = 3600
/** Sessions that others keep their distance from. */
const WEIGHTY: readonly Hardness[] = ['race', 'test', 'key', 'hard', 'long', 'heavy-strength', 'plyometrics']
/** What lies further off than this touches no rule but those of races. */
const FAR_HOURS = 96

const startOf = ({ day, start }: SeasonSession): number => day * MINUTES_A_DAY + start

const endOf = (session: SeasonSession): number => startOf(session) + (session.estimated.duration ?? USUAL_SECONDS) / 60

const roundHours = (minutes: number): number => Math.round(minutes / 6) / 10

/**
 * What stands around a session: the next on either side, and the next that others keep their distance from, in hours
 * from the end of the earlier to the start of the later. The nearest first.
 */
export const neighboursOf = (season: Season, session: SeasonSession, unit: LongUnit): NeighbourView[] => {
  const others = season.weeks
    .flatMap(({ sessions }) => sessions)
    .filter(({ id, hardness }) => id !== session.id && hardness !== 'rest' && hardness !== 'mobility')
  const before = others
    .filter((other) => startOf(other) < startOf(session))
    .map((other) => ({
      other,
      hours: Math.max(0, roundHours(startOf(session) - endOf(other))),
      side: 'before' as const,
    }))
  const after = others
    .filter((other) => startOf(other) >= startOf(session))
    .map((other) => ({
      other,
      hours: Math.max(0, roundHours(startOf(other) - endOf(session))),
      side: 'after' as const,
    }))
  return [nearest(before), nearest(after)]
    .flat()
    .toSorted((a, b) => a.hours - b.hours)
    .map(({ other, hours, side }) => ({ session: other.id, title: shortTitle(other, unit), hours, side }))
}

interface Neighbour {
  readonly other: SeasonSession
  readonly hours: number
  readonly side: 'before' | 'after'
}

const nearest = (side: readonly Neighbour[]): readonly Neighbour[] => {
  const sorted = side.toSorted((a, b) => a.hours - b.hours)
  const [first] = sorted
  const weighty = sorted.find(({ other, hours }) => WEIGHTY.includes(other.hardness) && hours <= FAR_HOURS)
  if (!first) return []
  return weighty && weighty !== first ? [first, weighty] : [first]
}
