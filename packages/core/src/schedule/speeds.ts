import { PACE_NAMES, RACE_PACES, type PaceName, type RacePace } from '../pace/names.ts'
import { isRacePace } from '../pace/race-distance.ts'
import type { Plan } from '../plan/plan.ts'
import type { Distance, Speed } from '../units/quantity.ts'
import type { SpeedAt } from '../workout/estimate.ts'

const RACE_NAMES = PACE_NAMES.filter(isRacePace)

/** The named race pace nearest to a distance. */
export const racePaceOf = (distance: Distance): RacePace => {
  const off = (name: RacePace): number => Math.abs(Math.log(RACE_PACES[name] / distance))
  return RACE_NAMES.reduce((best, name) => (off(name) < off(best) ? name : best))
}

/** What an estimate takes where a model has no figure for a name: the paces that come nearest, best first (convention). */
const INSTEAD: { readonly [Name in PaceName]?: readonly PaceName[] } = {
  recovery: ['easy'],
  long: ['easy'],
  steady: ['marathon', 'easy'],
  vo2max: ['3K', '5K'],
  hard: ['5K'],
  stride: ['800', 'mile', '1500'],
  max: ['400', '800', 'mile'],
  '400': ['800', 'mile'],
  '600': ['800', 'mile'],
  '800': ['mile', '1500'],
  '1000': ['mile', '1500'],
  '1200': ['mile', '1500'],
  '1500': ['mile'],
  mile: ['1500'],
}

/** Speeds for estimates: `goal` is the plan's own race, and names that a model leaves out take the nearest it has. */
export const speedsFor =
  (plan: Plan, speedAt: SpeedAt): SpeedAt =>
  (pace) => {
    const own = speedAt(pace)
    if (own !== undefined) return own
    return firstOf(pace === 'goal' ? goalPaces(plan) : (INSTEAD[pace] ?? []), speedAt)
  }

const goalPaces = ({ races }: Plan): readonly PaceName[] => {
  const [race] = races
  return race && race.distance > 0 ? [racePaceOf(race.distance)] : ['5K']
}

const firstOf = (paces: readonly PaceName[], speedAt: SpeedAt): Speed | undefined => {
  for (const pace of paces) {
    const speed = speedAt(pace)
    if (speed !== undefined) return speed
  }
  return undefined
}
