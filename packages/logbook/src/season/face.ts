import {
  addDays,
  checkSeason,
  distributionOf,
  easyShare,
  makeDay,
  paceBookOn,
  planOfSeason,
  prescriber,
  scheduleOf,
  speedAt,
  speedsOf,
  WEEKDAYS,
  type LongUnit,
  type PrescribedSession,
  type Season,
  type SeasonSession,
  type SeasonWeek,
  type SpeedAt,
} from '@bell-lap/core'
import { makePart } from '@bell-lap/formats'
import type { SessionCard, WeekSum } from '../views/season.ts'
import type { FindingView } from '../views/words.ts'
import { plannedCard, type PlannedCard } from './card.ts'
import { skippedIn } from './changes.ts'
import { isBlocked } from './clock.ts'
import type { KeptSeason } from './kept-season.ts'
import { skippedCard } from './standing.ts'
import { findingView } from './words.ts'

/** One day of a season as far as the season alone decides it. */
export interface PlannedDay {
  readonly day: string
  readonly cards: readonly PlannedCard[]
  readonly skipped: readonly SessionCard[]
  readonly blocked: boolean
  readonly race: string | null
}

export interface PlannedWeek {
  readonly week: SeasonWeek
  readonly days: readonly PlannedDay[]
  readonly planned: WeekSum
}

/** How a season looks, each part made when it is asked for and kept as long as the season is. */
export interface Face {
  readonly kept: KeptSeason
  readonly unit: LongUnit
  findings(): readonly FindingView[]
  /** Week by its number from 1. */
  week(week: SeasonWeek): PlannedWeek
  card(session: SeasonSession): PlannedCard
  prescribed(session: SeasonSession): PrescribedSession
}

const faces = new WeakMap<KeptSeason, Face>()

export const faceOf = (kept: KeptSeason): Face => {
  const known = faces.get(kept)
  if (known) return known
  const face = makeFace(kept)
  faces.set(kept, face)
  return face
}

const makeFace = (kept: KeptSeason): Face => {
  const { season, base } = kept
  const speeds = once(() => seasonSpeeds(season))
  const based = new Map(base.weeks.flatMap(({ sessions }) => sessions.map((session) => [session.id, session] as const)))
  const prescribe = prescriber(season, makePart)
  const card = perObject((session: SeasonSession) => plannedCard(season, prescribe(session), based.get(session.id)))
  const skipped = once(() => skippedIn(kept))
  const shares = once(() => easyShares(season, speeds()))
  return {
    kept,
    unit: season.athlete.unit ?? season.plan.unit,
    findings: once(() => checkSeason(season, speeds()).map(findingView)),
    card,
    prescribed: perObject(prescribe),
    week: perObject((week: SeasonWeek) => ({
      week,
      planned: sumOf(week, shares().get(week.number) ?? null),
      days: WEEKDAYS.map((_, index) => dayOf({ week, index, season, card, skipped: skipped() })),
    })),
  }
}

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

const perObject = <Key extends object, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const made = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const known = made.get(key) ?? { value: make(key) }
    made.set(key, known)
    return known.value
  }
}

/** The athlete's speeds on the day on which the season was made; of the nominal runner without marks. */
export const seasonSpeeds = (season: Season): SpeedAt => {
  const book = paceBookOn(season, season.today)
  return book.ok ? (pace) => speedAt(book.value, pace) : speedsOf(season.plan)
}

/** Share of the running time that is easy, by the number of the week. */
const easyShares = (season: Season, speeds: SpeedAt): ReadonlyMap<number, number | null> => {
  const { weeks } = scheduleOf(planOfSeason(season), speeds)
  return new Map(
    season.weeks.map(({ number }, index) => [
      number,
      easyShare(distributionOf(weeks[index]?.sessions ?? [], 'time')) ?? null,
    ]),
  )
}

const RUNNING = ['run', 'race', 'test', 'mixed']
const KEY = ['key', 'test']

const sumOf = ({ sessions }: SeasonWeek, share: number | null): WeekSum => {
  const runs = sessions.filter(({ workout }) => RUNNING.includes(workout.kind))
  const sum = (of: 'distance' | 'duration'): number =>
    runs.reduce((all, { estimated }) => all + (estimated[of] ?? 0), 0)
  return {
    distance_m: sum('distance'),
    duration_s: sum('duration'),
    easy_share: share,
    key_sessions: sessions.filter(({ hardness }) => KEY.includes(hardness)).length,
  }
}

interface DayQuestion {
  readonly week: SeasonWeek
  readonly index: number
  readonly season: Season
  readonly card: (session: SeasonSession) => PlannedCard
  readonly skipped: readonly SeasonSession[]
}

const dayOf = ({ week, index, season, card, skipped }: DayQuestion): PlannedDay => {
  const day = addDays(week.monday, index)
  const sessions = week.sessions.filter((session) => session.day === day).toSorted((a, b) => a.start - b.start)
  const race = sessions.find(({ hardness }) => hardness === 'race')
  return {
    day: makeDay(day),
    cards: sessions.map(card),
    skipped: skipped.filter((session) => session.day === day).map((session) => skippedCard(card(session))),
    blocked: isBlocked(season.athlete, day),
    race: day === season.race.day ? season.race.name : race ? card(race).title : null,
  }
}
