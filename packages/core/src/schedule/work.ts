import type { IntensityDistribution } from '../athlete/polarization.ts'
import type { EstimatedBout } from '../workout/estimate.ts'
import type { Family } from '../workout/family.ts'
import type { ScheduledSession } from './schedule.ts'

/** The bouts of a session above steady running; strides, pickups and recoveries left out. */
export const workOf = ({ work }: ScheduledSession): readonly EstimatedBout[] => work

/** Whether a session does work of a family that a coach counts; strides and pickups do not. */
const isWorkAt = (bout: EstimatedBout, family: Family): boolean =>
  bout.family === family && !bout.recovery && bout.step.role !== 'strides' && bout.step.role !== 'pickups'

/** Metres that sessions run in one family, recoveries left out; bouts of unknown length count nothing. */
export const metresAt = (sessions: readonly ScheduledSession[], family: Family): number => {
  let metres = 0
  for (const { estimate } of sessions) {
    for (const bout of estimate.bouts) if (isWorkAt(bout, family)) metres += bout.distance ?? 0
  }
  return metres
}

/** Metres above steady running; a race is no training and left out, a test is not. */
export const qualityMetres = (sessions: readonly ScheduledSession[]): number => {
  let metres = 0
  for (const session of sessions) {
    if (session.hardness !== 'race') for (const bout of workOf(session)) metres += bout.distance ?? 0
  }
  return metres
}

/** What a distribution of intensity may be told in. */
export const MEASURES = ['time', 'distance', 'sessions'] as const
export type Measure = (typeof MEASURES)[number]

/** Seiler's zone of a bout: up to steady 1, marathon to threshold pace 2, 5K pace and faster 3; jogs between count as 1. */
const zoneOf = ({ family, recovery, step }: EstimatedBout): keyof IntensityDistribution => {
  if (recovery && !step.target) return 'low'
  switch (family) {
    case 'easy':
      return 'low'
    case 'steady':
      return step.target?.kind === 'pace' && (step.target.to ?? step.target.pace) === 'marathon' ? 'middle' : 'low'
    case 'threshold':
      return 'middle'
    case '5K':
    case 'mile':
    case '800':
    case 'sprint':
      return 'high'
    default:
      return family satisfies never
  }
}

/** Running in three zones, in seconds, metres or sessions; a session counts once, as its hardest purpose. */
export const distributionOf = (sessions: readonly ScheduledSession[], measure: Measure): IntensityDistribution => {
  const zones = { low: 0, middle: 0, high: 0 }
  for (const session of sessions) {
    if (measure === 'sessions') zones[zoneOfSession(session)] += session.estimate.bouts.length > 0 ? 1 : 0
    else
      for (const bout of session.estimate.bouts)
        zones[zoneOf(bout)] += bout[measure === 'time' ? 'duration' : 'distance'] ?? 0
  }
  return zones
}

const zoneOfSession = (session: ScheduledSession): keyof IntensityDistribution => {
  const zones = workOf(session).map(zoneOf)
  if (zones.includes('high')) return 'high'
  return zones.includes('middle') ? 'middle' : 'low'
}

/** Fraction of a distribution that is easy; undefined without any running. */
export const easyShare = ({ low, middle, high }: IntensityDistribution): number | undefined => {
  const volume = low + middle + high
  return volume > 0 ? low / volume : undefined
}
