import fc from 'fast-check'
import type { Athlete } from '../../athlete/athlete.ts'
import { addDays, parseDay, type Day } from '../../calendar/day.ts'
import { SLOT_START, SLOTS, type Slot } from '../../calendar/week.ts'
import { minutes } from '../../units/duration.ts'
import type { Hardness } from '../../workout/hardness.ts'
import type { WorkoutKind } from '../../workout/workout.ts'
import type { Season, SeasonSession } from '../season.ts'

/** A Monday. */
export const MONDAY = parseDay('2027-02-01') ?? (0 as Day)

const KINDS: { readonly [H in Hardness]?: WorkoutKind } = {
  'heavy-strength': 'strength',
  'light-strength': 'strength',
  plyometrics: 'plyometrics',
  mobility: 'mobility',
  race: 'race',
  test: 'test',
}

export interface Placed {
  readonly id: string
  /** Days from the first Monday. */
  readonly on: number
  readonly slot: Slot
  readonly hardness: Hardness
  readonly takes?: number
}

const sessionAt = ({ id, on, slot, hardness, takes = 40 }: Placed): SeasonSession => ({
  id,
  day: addDays(MONDAY, on),
  slot,
  start: SLOT_START[slot] * 60,
  workout: { kind: KINDS[hardness] ?? 'run', total: null, remainder: null, steps: [], alternatives: [] },
  exercises: [],
  hardness,
  pillars: [],
  estimated: { distance: null, duration: minutes(takes) },
  origin: { kind: 'plan', week: 0, session: 0 },
  why: [],
})

/** Three weeks with a race on the last Sunday, made on the first Monday. */
export const seasonOf = (sessions: readonly Placed[], athlete: Partial<Athlete> = {}): Season => {
  const race: Placed = { id: 'race', on: 20, slot: 'am', hardness: 'race' }
  const all = [...sessions, race].map(sessionAt).toSorted((a, b) => a.day - b.day || a.start - b.start)
  return {
    plan: {
      name: null,
      races: [],
      unit: 'km',
      paces: null,
      definitions: [],
      follows: [],
      library: [],
      phases: [],
    },
    athlete: { marks: [], ...athlete },
    race: { name: 'race', day: addDays(MONDAY, 20) },
    today: MONDAY,
    decisions: [],
    weeks: [0, 1, 2].map((week) => ({
      number: week + 1,
      monday: addDays(MONDAY, week * 7),
      kind: null,
      phase: null,
      objective: null,
      sessions: all.filter(({ day }) => day >= MONDAY + week * 7 && day < MONDAY + week * 7 + 7),
    })),
  }
}

const HARDNESSES = ['key', 'hard', 'easy', 'long', 'heavy-strength', 'light-strength', 'mobility'] as const

/** Up to eight sessions in the second week, each in a slot of its own. */
export const busyWeek: fc.Arbitrary<readonly Placed[]> = fc
  .uniqueArray(
    fc.record({ half: fc.nat(13), hardness: fc.constantFrom(...HARDNESSES), takes: fc.integer({ min: 20, max: 90 }) }),
    {
      selector: ({ half }) => half,
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((placed) =>
    placed.map(({ half, hardness, takes }, index) => ({
      id: `s${index}`,
      on: 7 + Math.floor(half / 2),
      slot: SLOTS[half % 2] ?? 'am',
      hardness,
      takes,
    })),
  )
