import type { PaceName } from '../../pace/names.ts'
import { kilometres, metres, miles, type DistanceUnit } from '../../units/distance.ts'
import type { Distance } from '../../units/quantity.ts'
import type { RecipeRace } from './request.ts'

/** What the race's distance does to the plan. */
export interface RaceShape {
  readonly race: RecipeRace
  /** As the plan's header and the race line name it. */
  readonly name: string
  readonly distance: Distance
  /** Unit that the name of the race is told in. */
  readonly unit: DistanceUnit
  /** The current race pace that repetitions are run at, never the goal (C13). */
  readonly pace: PaceName
  /** Long run as a share of the week with five and more running days; the longer the race, the longer (convention). */
  readonly longShare: number
  /** Least running a week that its sessions fit into (convention). */
  readonly least: Distance
  /** The controlled test that ends a block (R151). */
  readonly test: Distance
  /** What the athlete takes to the line. */
  readonly cue: string
}

/** Race cues follow the pacing of fast races: positive over 800 m, even and a kick beyond (Abbiss & Laursen 2008, Casado 2021). */
export const RACE_SHAPES: { readonly [Race in RecipeRace]: RaceShape } = {
  '800': {
    race: '800',
    name: '800m',
    distance: metres(800),
    unit: 'm',
    pace: '800',
    longShare: 0.23,
    least: kilometres(24),
    test: metres(2000),
    cue: 'first lap a second or two under half, relax down the back straight, then drive the arms',
  },
  '1500': {
    race: '1500',
    name: '1500m',
    distance: metres(1500),
    unit: 'm',
    pace: '1500',
    longShare: 0.24,
    least: kilometres(24),
    test: metres(2000),
    cue: 'even laps to 1100 m, move up, then the kick that was practised',
  },
  mile: {
    race: 'mile',
    name: 'mile',
    distance: miles(1),
    unit: 'mi',
    pace: 'mile',
    longShare: 0.24,
    least: kilometres(24),
    test: metres(2000),
    cue: 'even laps to the bell, then the kick that was practised',
  },
  '3000': {
    race: '3000',
    name: '3000m',
    distance: metres(3000),
    unit: 'm',
    pace: '3K',
    longShare: 0.25,
    least: kilometres(26),
    test: metres(2000),
    cue: 'even laps, stay in touch from 1600 to 2400 m, change gear with 400 m to go',
  },
  '5K': {
    race: '5K',
    name: '5K',
    distance: kilometres(5),
    unit: 'K',
    pace: '5K',
    longShare: 0.26,
    least: kilometres(28),
    test: metres(3000),
    cue: 'first 400 m held back, even to 4 km, then everything that was practised',
  },
  '10K': {
    race: '10K',
    name: '10K',
    distance: kilometres(10),
    unit: 'K',
    pace: '10K',
    longShare: 0.27,
    least: kilometres(30),
    test: metres(3000),
    cue: 'first kilometre held back, even to 8 km, then race whoever is near',
  },
}
