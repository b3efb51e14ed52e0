import type { Mark } from '../athlete/mark.ts'
import type { Distance, Duration } from '../units/quantity.ts'
import { clockText, plainNumber } from '../units/text.ts'
import { raceOver } from './race-distance.ts'

/** `5K`, `mile`, `800 m`, `2400 m`, `half marathon`. */
export const raceText = (distance: Distance): string => {
  const race = raceOver(distance)
  if (race === 'hm') return 'half marathon'
  if (race === undefined || /^\d+$/.test(race)) return `${plainNumber(distance, 0)} m`
  return race
}

/** A time as results lists print it: `19:30`; under a minute in seconds, with tenths where they are known: `58.4`. */
export const timeText = (time: Duration): string => (time < 60 ? plainNumber(time, 1) : clockText(time))

/** `5K 19:30`, `800 m 2:10 (test, 2026-05-02)`. */
export const markText = (mark: Mark): string => {
  const origin = [mark.kind, mark.day].filter((part) => part !== undefined)
  const where = origin.length > 0 ? ` (${origin.join(', ')})` : ''
  return `${raceText(mark.distance)} ${timeText(mark.time)}${where}`
}
