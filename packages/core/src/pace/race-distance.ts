import { sameDistance } from '../athlete/mark.ts'
import { metres } from '../units/distance.ts'
import type { Distance } from '../units/quantity.ts'
import { PACE_NAMES, type PaceName, RACE_PACES, type RacePace } from './names.ts'

export const isRacePace = (pace: PaceName): pace is RacePace => pace in RACE_PACES

const RACES = PACE_NAMES.filter(isRacePace)

/** The distance that a race pace is raced over. */
export const distanceOfRace = (race: RacePace): Distance => metres(RACE_PACES[race])

/** The race pace that is raced over a distance, if one has a name: 5000 m is `5K`. */
export const raceOver = (distance: Distance): RacePace | undefined =>
  RACES.find((race) => sameDistance(distanceOfRace(race), distance))

/** Something for each race pace, where there is something. */
export const racesWith = <Value>(
  value: (race: RacePace) => Value | undefined,
): readonly (readonly [RacePace, Value])[] =>
  RACES.flatMap((race) => {
    const found = value(race)
    return found === undefined ? [] : [[race, found] as const]
  })
