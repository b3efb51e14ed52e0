import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Athlete } from '../../packages/core/src/athlete/athlete.ts'
import { addDays, mondayOf, parseDay, type Day } from '../../packages/core/src/calendar/day.ts'
import { weekdayIndex } from '../../packages/core/src/calendar/week.ts'
import { exercisesOf } from '../../packages/core/src/plan/library.ts'
import { weeksOf, type Plan } from '../../packages/core/src/plan/plan.ts'
import { prescriber, type PrescribedSession } from '../../packages/core/src/season/prescribe-session.ts'
import type { Season, SeasonSession, SeasonWeek } from '../../packages/core/src/season/season.ts'
import { metres } from '../../packages/core/src/units/distance.ts'
import { seconds } from '../../packages/core/src/units/duration.ts'
import { beatsPerMinute } from '../../packages/core/src/units/heart-rate.ts'
import { besideRunning } from '../../packages/core/src/workout/flatten.ts'
import type { Exercise, Workout } from '../../packages/core/src/workout/workout.ts'
import { labelOf } from '../../packages/formats/src/export/label.ts'
import { parseWorkout } from '../../packages/formats/src/plan-text/notation/parse-workout.ts'
import { readPlan } from '../../packages/formats/src/plan-text/read-plan.ts'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export const dayOf = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}

export const planFile = (name: string): Plan => readPlan(readFileSync(join(root, 'plans', name), 'utf8')).plan

export const workoutOf = (text: string): Workout => {
  const workout = parseWorkout(text)
  if (!workout.ok) throw new Error(`${text}: ${workout.fault.message}`)
  return workout.value
}

/** Runs a 5K in 20:00, with everything measured that a target may ask for. */
export const athlete: Athlete = {
  name: 'Ada',
  unit: 'km',
  marks: [{ distance: metres(5000), time: seconds(1200), day: '2026-10-11', kind: 'race' }],
  goal: { distance: metres(5000), time: seconds(1170) },
  maxHeartRate: beatsPerMinute(190),
  thresholdHeartRate: beatsPerMinute(172),
  zone: 'Europe/Berlin',
}

const exercisesIn = (plan: Plan, workout: Workout): readonly Exercise[] =>
  besideRunning(workout.steps).flatMap((part) => {
    if (part.kind === 'exercise') return [part]
    const named = plan.library.find(({ kind, name }) => kind === part.activity && name === part.name)
    return named ? exercisesOf(named) : []
  })

const sessionOf = (plan: Plan, workout: Workout, at: Pick<SeasonSession, 'id' | 'day' | 'slot'>): SeasonSession => ({
  ...at,
  start: at.slot === 'am' ? 420 : 1080,
  workout,
  exercises: exercisesIn(plan, workout),
  hardness: workout.kind === 'race' ? 'race' : 'easy',
  pillars: [],
  estimated: { distance: null, duration: null },
  origin: { kind: 'plan', week: 0, session: 0 },
  why: ['R46'],
})

/** A plan on dates as it is written, without fitting: what goes out is what the plan says. */
export const seasonAsWritten = (plan: Plan, first: Day, who: Athlete = athlete): Season => {
  const monday = mondayOf(first)
  const weeks = weeksOf(plan).map((week, index): SeasonWeek => ({
    number: index + 1,
    monday: addDays(monday, index * 7),
    kind: week.kind,
    phase: null,
    objective: week.objective,
    sessions: week.sessions.map((session, at) =>
      sessionOf(plan, session.workout, {
        id: `w${index + 1}-${at + 1}`,
        day: addDays(monday, index * 7 + (session.day === 'any' ? 0 : weekdayIndex(session.day))),
        slot: session.slot ?? 'am',
      }),
    ),
  }))
  return {
    plan,
    athlete: who,
    today: monday,
    race: { name: plan.races[0]?.name ?? 'race', day: addDays(monday, weeks.length * 7 - 1) },
    weeks,
    decisions: [],
  }
}

/** A plan that has nothing in it, to hold single sessions. */
const EMPTY: Plan = {
  name: 'Empty',
  races: [],
  unit: 'km',
  paces: null,
  definitions: [],
  follows: [],
  library: [],
  phases: [],
}

/** A season of one session. */
export const seasonOf = (workout: Workout, who: Athlete = athlete): Season => {
  const monday = dayOf('2026-12-21')
  const session = sessionOf(EMPTY, workout, { id: 'w1-1', day: addDays(monday, 1), slot: 'am' })
  return {
    plan: EMPTY,
    athlete: who,
    today: monday,
    race: { name: '5K', day: addDays(monday, 6) },
    weeks: [{ number: 1, monday, kind: null, phase: null, objective: null, sessions: [session] }],
    decisions: [],
  }
}

/** The sessions of a season with the athlete's figures. */
export const prescribedIn = (season: Season): readonly PrescribedSession[] => {
  const prescribe = prescriber(season, labelOf)
  return season.weeks.flatMap(({ sessions }) => sessions.map(prescribe))
}
