import type { Rule } from '../rule.ts'
import { afterRace } from './after-race.ts'
import { lastKeySession } from './last-key-session.ts'
import { raceGaps } from './race-gaps.ts'
import { raceReplica } from './race-replica.ts'
import { raceSimulation } from './race-simulation.ts'
import { raceWeekSharpness } from './race-week-sharpness.ts'
import { taper } from './taper.ts'
import { tuneUps } from './tune-ups.ts'

/** Races, the days before them and the days after. */
export const RACE_RULES: readonly Rule[] = [
  taper,
  raceWeekSharpness,
  lastKeySession,
  raceGaps,
  tuneUps,
  raceSimulation,
  raceReplica,
  afterRace,
]
