import {
  makeDay,
  parseDay,
  type Athlete,
  type Change,
  type Day,
  type Exercise,
  type Ledger,
  type SeasonSession,
  type SeasonWeek,
} from '@bell-lap/core'
import { plainId, seasonIdOf } from '../export/identity.ts'
import { exerciseLabel, titleOf } from '../export/label.ts'
import { paceLine } from '../export/pace-text.ts'
import { stepsOf } from '../export/parts.ts'
import type { PreparedSeason, PreparedSession } from '../export/prepared.ts'
import { weekTotalText } from '../export/week-total.ts'
import { changedBy } from './changed.ts'
import { makeCalendar, type CalendarEntry, type EntryTime } from './make.ts'
import { isZone } from './time-zone.ts'

export interface CalendarOptions {
  /** Instant that the calendar is made at: `2026-12-21T08:00:00Z`. */
  readonly made: string
  /** Tells this season from others in the same calendar; from plan, athlete and race when left out. */
  readonly seasonId?: string
  /** All changes of the season so far, in order: each raises the sequence of its session. */
  readonly changes?: readonly Change[]
  /** The season's ledger, in the place of `changes`: what it accepted and what it took back, each counted. */
  readonly ledger?: Ledger
  /**
   * Sequence that this season begins at; 0 when left out. A season fitted anew keeps the addresses of its sessions, so
   * it has to begin above what the calendars of the one before it have seen.
   */
  readonly firstSequence?: number
  /** Whole days instead of the hours of the slots. */
  readonly allDay?: boolean
  /** One entry over each week, with its objective and totals. */
  readonly weekBanner?: boolean
}

/** Minutes that a session takes in the calendar while nobody knows better. */
const USUAL_MINUTES = 60
/** The shortest entry that a calendar shows well. */
const LEAST_MINUTES = 15

/**
 * A season as a calendar. An entry is its session wherever it is moved to: its address is made of the session's id and
 * the season's, never of a day, and its sequence counts the changes of that session (RFC 5546, 2.1.4). Sessions that
 * changes took away are in it once more as cancelled. Sessions leave the time free, a race does not.
 */
export const makeSeasonCalendar = (prepared: PreparedSeason, options: CalendarOptions): string => {
  const { season, sessions } = prepared
  const { zone } = season.athlete
  const changes = [...(options.changes ?? []), ...changedBy(options.ledger ?? [])]
  const desk: Desk = {
    options,
    athlete: season.athlete,
    seasonId: options.seasonId ?? seasonIdOf(season),
    changes,
    counts: countsOf(changes),
  }
  const entries = [
    ...sessions.map((session) => entryOf(session, desk)),
    ...cancelled(prepared, desk),
    ...(options.weekBanner ? season.weeks.map((week) => bannerOf(week, prepared, desk)) : []),
  ]
  return makeCalendar({
    name: season.plan.name ?? season.race.name,
    ...(zone !== undefined && isZone(zone) ? { zone } : {}),
    entries,
  })
}

interface Desk {
  readonly options: CalendarOptions
  readonly athlete: Athlete
  readonly seasonId: string
  readonly changes: readonly Change[]
  /** Changes of each session so far. */
  readonly counts: ReadonlyMap<string, number>
}

const idOf = ({ before, after }: Change): string | undefined => (after ?? before)?.id

const countsOf = (changes: readonly Change[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const change of changes) {
    const id = idOf(change)
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

const identityOf = (id: string, { seasonId, counts, options }: Desk) => ({
  uid: `${plainId(id)}.${plainId(seasonId)}@bell-lap`,
  sequence: (options.firstSequence ?? 0) + (counts.get(id) ?? 0),
  changed: options.made,
})

const entryOf = (prepared: PreparedSession, desk: Desk): CalendarEntry => {
  const { session, title } = prepared
  return {
    ...identityOf(session.id, desk),
    title,
    description: descriptionOf(prepared),
    busy: session.hardness === 'race',
    time: timeOf(session, desk),
    categories: categoriesOf(session),
  }
}

const categoriesOf = ({ workout, hardness }: SeasonSession): readonly string[] =>
  workout.kind === hardness ? [workout.kind] : [workout.kind, hardness]

/** Sessions that changes took away, so that calendars that have them take them away too. */
const cancelled = ({ sessions }: PreparedSeason, desk: Desk): readonly CalendarEntry[] => {
  const there = new Set(sessions.map(({ session }) => session.id))
  const gone = new Map<string, SeasonSession>()
  for (const { before, after } of desk.changes) {
    const last = after ?? before
    if (last && !there.has(last.id)) gone.set(last.id, last)
  }
  return [...gone.values()].map((session) => ({
    ...identityOf(session.id, desk),
    title: titleOf(session.workout, session.exercises),
    description: '',
    busy: false,
    cancelled: true,
    time: timeOf(session, desk),
  }))
}

const minutesOf = ({ estimated }: SeasonSession): number =>
  estimated.duration === null ? USUAL_MINUTES : Math.max(LEAST_MINUTES, Math.round(estimated.duration / 60))

const timeOf = (session: SeasonSession, { options, athlete }: Desk): EntryTime =>
  options.allDay
    ? { kind: 'all day', day: session.day, days: 1 }
    : { kind: 'timed', ...startOf(session, athlete), minutes: minutesOf(session) }

interface Start {
  readonly day: Day
  readonly startMinutes: number
}

/** A start on the clock of the calendar's zone; away from home a session starts by the clock there. */
const startOf = ({ day, start }: SeasonSession, { zone, travel = [] }: Athlete): Start => {
  const date = makeDay(day)
  const away = travel.find(({ from, to }) => from <= date && date <= to)?.zone
  if (zone === undefined || away === undefined || away === zone || !isZone(zone) || !isZone(away))
    return { day, startMinutes: start }
  const there = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: start }).toZonedDateTime(away)
  const home = there.withTimeZone(zone)
  return { day: parseDay(home.toPlainDate().toString()) ?? day, startMinutes: home.hour * 60 + home.minute }
}

const exerciseLine = (exercise: Exercise): string =>
  exercise.cue === undefined ? exerciseLabel(exercise) : `${exerciseLabel(exercise)}: ${exercise.cue}`

/** The athlete's own figures, why the session is there, what to think of. */
const descriptionOf = ({ session, prescription, unit }: PreparedSession): string => {
  const steps = stepsOf(prescription.parts)
  const paces = steps.flatMap((step) => paceLine(step, unit) ?? [])
  const exercises = steps.flatMap(({ beside }) => (beside?.kind === 'exercise' ? [exerciseLine(beside)] : []))
  const cues = steps.flatMap(({ cue, text, beside }) => (cue === undefined || beside ? [] : [`${text}: ${cue}`]))
  const { cue = session.workout.cue, why } = session
  return [
    ...new Set([...paces, ...exercises]),
    ...(cue === undefined ? [] : [cue]),
    ...new Set(cues),
    ...(why.length > 0 ? [`why: ${why.join(', ')}`] : []),
  ].join('\n')
}

/** `week 5, Speed: 59 km`: over the seven days, leaving them free. */
const bannerOf = (week: SeasonWeek, { season }: PreparedSeason, desk: Desk): CalendarEntry => {
  const { number, monday, kind, phase, objective } = week
  const title = [`week ${number}`, ...(kind === null ? [] : [kind]), ...(phase === null ? [] : [phase])].join(', ')
  const total = weekTotalText(week, season.athlete.unit ?? season.plan.unit)
  return {
    ...identityOf(`week-${number}`, desk),
    sequence: (desk.options.firstSequence ?? 0) + desk.changes.length,
    title: total === '' ? title : `${title}: ${total}`,
    description: objective ?? '',
    busy: false,
    time: { kind: 'all day', day: monday, days: 7 },
    categories: ['week'],
  }
}
