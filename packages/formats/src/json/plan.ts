import {
  statedDistance,
  statedDuration,
  type Stated,
  WEEKDAYS,
  type Amount,
  type PlanRace,
  type Session,
  type Week,
  type Workout,
} from '@bell-lap/core'
import type { PlanReading, Span, TextFinding } from '../plan-text/reading.ts'
import { makeExtent, makeWorkoutJson, type Json } from './workout.ts'

/**
 * A plan that was read, as `bell-lap read --json` prints it: weeks in the order of the text, always seven days Monday to
 * Sunday, sessions on no day under `any`. Lengths in metres and seconds; offsets count UTF-16 units of the text.
 */
export const makePlanJson = (reading: PlanReading, text: string = reading.source ?? ''): Json => {
  const { plan, findings, coverage } = reading
  const within = findingsWithin(findings)
  const workoutJson = sharedWorkouts()
  let index = 0
  const weeks = plan.phases.flatMap((phase) =>
    phase.weeks.map((week) => makeWeek(week, phase.name, { reading, text, within, workoutJson, index: index++ })),
  )
  return {
    name: plan.name,
    race: plan.races[0]?.name ?? null,
    races: plan.races.map(makeRace),
    unit: plan.unit,
    weeks,
    ...notesOf(plan.notes),
    findings,
    coverage: { ...coverage },
  }
}

interface WeekFrame {
  readonly reading: PlanReading
  readonly text: string
  readonly within: (span: Span) => readonly TextFinding[]
  readonly workoutJson: (workout: Workout, findings: readonly TextFinding[]) => Json
  /** Over all phases, from 0. */
  readonly index: number
}

const makeRace = ({ name, distance, detail }: PlanRace): Json => ({ name, distance_m: round(distance), ...detail })

/** Millimetres and milliseconds are enough for anything that is run. */
const round = (amount: number): number => Math.round(amount * 1000) / 1000

const notesOf = (notes: readonly string[] | undefined): Json => (notes && notes.length > 0 ? { notes } : {})

const makeWeek = (week: Week, phase: string | null, frame: WeekFrame): Json => {
  const sessions = week.sessions.map((session, at) => ({ day: session.day, json: makeSession(session, at, frame) }))
  const on = (day: Session['day']): readonly Json[] =>
    sessions.flatMap((session) => (session.day === day ? [session.json] : []))
  const any = on('any')
  return {
    number: week.number,
    kind: week.kind,
    phase,
    objective: week.objective,
    stated_total: week.statedTotal && makeExtent(week.statedTotal),
    computed_total: makeComputed(week),
    days: WEEKDAYS.map((day) => ({ day, sessions: on(day) })),
    ...(any.length > 0 ? { any } : {}),
    ...notesOf(week.notes),
  }
}

const makeSession = ({ slot, clock, workout, notes }: Session, at: number, frame: WeekFrame): Json => {
  const place = { kind: 'session', week: frame.index, session: at } as const
  const span = frame.reading.spanOf(place)
  return {
    slot,
    ...(clock === undefined ? {} : { clock: clockOf(clock) }),
    text: frame.reading.wordsOf?.(place) ?? (span ? frame.text.slice(span.from, span.to) : ''),
    ...(span ? { from: span.from, to: span.to } : {}),
    workout: frame.workoutJson(workout, span ? frame.within(span) : []),
    ...notesOf(notes),
  }
}

/** A long plan says the same session over and over: what is the same is made once. */
const sharedWorkouts = (): WeekFrame['workoutJson'] => {
  const made = new Map<Workout, Json>()
  return (workout, findings) => {
    if (findings.length > 0) return makeWorkoutJson(workout, findings)
    const json = made.get(workout) ?? makeWorkoutJson(workout)
    made.set(workout, json)
    return json
  }
}

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Findings inside a stretch, found by their place and not by looking at all of them. */
const findingsWithin = (findings: readonly TextFinding[]): ((span: Span) => readonly TextFinding[]) => {
  const sorted = findings.toSorted((one, other) => one.from - other.from)
  return ({ from, to }) => {
    const found: TextFinding[] = []
    for (let at = firstFrom(sorted, from); at < sorted.length; at++) {
      const finding = sorted[at]
      if (!finding || finding.from >= to) break
      if (finding.to <= to) found.push(finding)
    }
    return found
  }
}

const firstFrom = (sorted: readonly TextFinding[], from: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.from ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

/** What the texts of the days come to: a floor where `complete` is false, null where they state nothing of that kind. */
const makeComputed = ({ sessions, statedTotal }: Week): Json => {
  const running = sessions
    .map(({ workout }) => workout)
    .filter(({ kind }) => kind !== 'strength' && kind !== 'mobility')
  const distance = added(running.map((workout) => statedDistance(workout)))
  const duration = added(running.map((workout) => statedDuration(workout)))
  const measure: Amount['kind'] = statedTotal?.kind ?? (distance.sum > 0 ? 'distance' : 'time')
  const timed = measure === 'time' || duration.complete
  return {
    distance_m: distance.sum > 0 || distance.complete ? round(distance.sum) : null,
    duration_s: timed && (duration.sum > 0 || duration.complete) ? round(duration.sum) : null,
    complete: measure === 'distance' ? distance.complete : duration.complete,
  }
}

const added = (parts: readonly Stated<number>[]): Stated<number> => ({
  sum: parts.reduce((sum, part) => sum + part.sum, 0),
  complete: parts.every(({ complete }) => complete),
})
