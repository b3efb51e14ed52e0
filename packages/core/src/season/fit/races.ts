import type { Athlete, TuneUp } from '../../athlete/athlete.ts'
import { addDays, parseDay, weekdayOf, type Day } from '../../calendar/day.ts'
import type { Slot } from '../../calendar/week.ts'
import { RACE_PACES } from '../../pace/names.ts'
import { raceGaps } from '../../rules/race/race-gaps.ts'
import type { Schedule } from '../../schedule/schedule.ts'
import { racePaceOf } from '../../schedule/speeds.ts'
import { seconds } from '../../units/duration.ts'
import type { Distance } from '../../units/quantity.ts'
import { timeOver } from '../../units/speed.ts'
import type { Workout } from '../../workout/workout.ts'
import type { Decision } from '../season.ts'
import { draftOfPlan, type SessionDraft } from './draft.ts'
import { pacingOf } from './pacing.ts'
import { goalSession } from './race-week.ts'
import type { FitRequest } from './request.ts'
import { minutesOn, startTimesOf } from './room.ts'

/** A race that stands on its day, whatever the week looks like. */
export interface FixedRace {
  readonly day: Day
  readonly slot: Slot
  readonly draft: SessionDraft
  /** Undefined: the race that the season leads to. */
  readonly priority?: 'B' | 'C'
  /** Days after it that are easy. */
  readonly easyDays: number
}

/** Days of easy running after a race, by its length (R72; figures of the rule race-gaps). */
export const easyDaysAfter = (distance: number | null): number => {
  const { short, middle, long, half, marathon } = raceGaps.parameters
  if (distance === null || distance <= 2000) return short.value
  if (distance <= 8000) return middle.value
  if (distance <= 15_000) return long.value
  return distance <= 25_000 ? half.value : marathon.value
}

/** The races of the season in time order: the one that it leads to last. */
export const fixedRaces = (schedule: Schedule, request: FitRequest): readonly FixedRace[] => {
  const tuneUps = inSeason(request).map((tuneUp, index, all) =>
    tuneUpRace(tuneUp, all.slice(0, index), schedule, request),
  )
  return [...tuneUps, goalRace(schedule, request)]
}

const inSeason = ({ athlete: { races = [] }, today, raceDay }: FitRequest): readonly TuneUp[] =>
  races
    .filter(({ day }) => {
      const on = parseDay(day)
      return on !== undefined && on >= today && on < raceDay
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))

/** What was entered and lies outside the season. */
export const racesLeftOut = ({ athlete: { races = [] }, today, raceDay }: FitRequest): readonly Decision[] =>
  races.flatMap(({ day, distance }): readonly Decision[] => {
    const on = parseDay(day)
    if (on === undefined || (on >= today && on < raceDay)) return []
    const because = on < today ? 'it lies before today' : 'it comes after the race that the season leads to'
    return [{ about: 'races', rule: 'R72', what: `the ${distance} m race on ${day} is not in this season`, because }]
  })

/** The half of the day in which the athlete has time, the morning where both are alike. */
const slotOf = (athlete: Athlete, day: Day): Slot => {
  const weekday = weekdayOf(day)
  const [am, pm] = [minutesOn(athlete, { day: weekday, slot: 'am' }), minutesOn(athlete, { day: weekday, slot: 'pm' })]
  return am === 0 && pm > 0 ? 'pm' : 'am'
}

const goalRace = (schedule: Schedule, request: FitRequest): FixedRace => {
  const { raceDay, athlete } = request
  const planned = goalSession(schedule)
  const clock = planned?.source.clock
  const slot = planned?.source.slot ?? slotOf(athlete, raceDay)
  const fixed = { day: weekdayOf(raceDay), slot }
  const late = clock !== undefined && clock >= startTimesOf(athlete)[slot]
  const draft = planned ? draftOfPlan(planned, fixed.day, pacingOf(schedule)) : addedRace(schedule)
  return {
    day: raceDay,
    slot,
    easyDays: easyDaysAfter(draft.distance),
    draft: {
      ...draft,
      wish: fixed,
      fixed,
      stands: true,
      moved: { rule: 'R42', because: 'that is the day of the race' },
      ...(late ? { start: clock } : {}),
    },
  }
}

const raceWorkout = (distance: Distance | null, priority?: 'B' | 'C'): Workout => ({
  kind: 'race',
  total: null,
  remainder: null,
  alternatives: [],
  steps: [
    {
      kind: 'step',
      role: 'race',
      extent: distance === null ? null : { kind: 'distance', distance, unit: 'm' },
      target: null,
      ...(priority ? { race: { priority } } : {}),
    },
  ],
})

/** The race of a plan whose weeks do not hold one. */
const addedRace = ({ plan, speedAt }: Schedule): SessionDraft => {
  const distance = plan.races[0] && plan.races[0].distance > 0 ? plan.races[0].distance : null
  const speed = distance === null ? undefined : speedAt('goal')
  return {
    ...raceDraft('race', distance),
    origin: { kind: 'added', because: 'the race that the season leads to' },
    duration: speed && distance !== null ? timeOver(distance, speed) : null,
  }
}

const raceDraft = (id: string, distance: Distance | null, priority?: 'B' | 'C'): Omit<SessionDraft, 'origin'> => ({
  id,
  workout: raceWorkout(distance, priority),
  exercises: [],
  hardness: 'race',
  pillars: [],
  distance,
  duration: null,
  wish: {},
  why: ['R62', 'R72'],
})

/** The id names the race by what it is: one that is put off stays itself. */
const tuneUpRace = (
  { day: text, distance, priority }: TuneUp,
  earlier: readonly TuneUp[],
  { speedAt }: Schedule,
  { athlete, raceDay }: FitRequest,
): FixedRace => {
  const day = parseDay(text) ?? raceDay
  const alike = earlier.filter((other) => other.distance === distance && other.priority === priority).length
  const slot = slotOf(athlete, day)
  const fixed = { day: weekdayOf(day), slot }
  const speed = speedAt(racePaceOf(distance)) ?? speedAt('goal')
  const draft: SessionDraft = {
    ...raceDraft(`race-${priority}-${Math.round(distance)}m${alike === 0 ? '' : `-${alike + 1}`}`, distance, priority),
    origin: { kind: 'added', because: `${priority} race of the athlete` },
    duration: speed ? timeOver(distance, speed) : seconds((distance / RACE_PACES['5K']) * 1800),
    wish: fixed,
    fixed,
    stands: true,
    cue: 'rehearse what race day will need: breakfast, warm-up, first kilometre',
  }
  return { day, slot, draft, priority, easyDays: easyDaysAfter(distance) }
}

/** Races of a week, Monday to Sunday. */
export const racesIn = (races: readonly FixedRace[], monday: Day): readonly FixedRace[] =>
  races.filter(({ day }) => day >= monday && day <= addDays(monday, 6))
