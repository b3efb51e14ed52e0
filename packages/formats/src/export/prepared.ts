import {
  prescriber,
  makeDay,
  WEEKDAYS,
  weekdayIndex,
  weekdayOf,
  type LongUnit,
  type PaceBook,
  type Prescription,
  type Season,
  type SeasonSession,
  type SeasonWeek,
} from '@bell-lap/core'
import { labelOf, titleOf } from './label.ts'

/** A session of the season as every exporter needs it. */
export interface PreparedSession {
  readonly week: SeasonWeek
  readonly session: SeasonSession
  readonly prescription: Prescription
  /** The paces of the day; null where the marks carry none. */
  readonly book: PaceBook | null
  /** In notation: `8mi with 5 x 1000m @T, jog 200m`. */
  readonly title: string
  readonly unit: LongUnit
  /** `w05-2-tue-am`: the same for as long as the session stays where it is; safe on any file system. */
  readonly stem: string
}

export interface PreparedSeason {
  readonly season: Season
  readonly sessions: readonly PreparedSession[]
  /** What the paces rest on, where that is worth knowing: old marks, none at all. Each told once. */
  readonly notes: readonly string[]
}

const stemOf = ({ number }: SeasonWeek, { day, slot }: SeasonSession): string => {
  const weekday = weekdayOf(day)
  const week = String(Math.max(0, Math.trunc(number))).padStart(2, '0')
  return `w${week}-${weekdayIndex(weekday) + 1}-${(WEEKDAYS[weekdayIndex(weekday)] ?? 'Mon').toLowerCase()}-${slot}`
}

/** Stems told apart where several sessions share a slot: the second is `w05-2-tue-am-2`. */
const distinct = (): ((stem: string) => string) => {
  const seen = new Map<string, number>()
  return (stem) => {
    const count = (seen.get(stem) ?? 0) + 1
    seen.set(stem, count)
    return count === 1 ? stem : `${stem}-${count}`
  }
}

/** All sessions of a season in the order of their days, resolved for the athlete on each. */
export const prepareSeason = (season: Season): PreparedSeason => {
  const unit = season.athlete.unit ?? season.plan.unit
  const prescribed = prescriber(season, labelOf)
  const notes = new Set<string>()
  const own = distinct()
  const sessions = season.weeks.flatMap((week) =>
    week.sessions
      .toSorted((one, other) => one.day - other.day || one.start - other.start)
      .map((session) => {
        const { prescription, book } = prescribed(session)
        for (const note of book.ok ? book.value.notes : [`No paces on ${makeDay(session.day)}: ${book.fault.message}`])
          notes.add(note)
        const title = titleOf(session.workout, session.exercises)
        return {
          week,
          session,
          prescription,
          book: book.ok ? book.value : null,
          title,
          unit,
          stem: own(stemOf(week, session)),
        }
      }),
  )
  return { season, sessions, notes: shortened([...notes]) }
}

/** A season without marks would say so for each of its days: once is enough. */
const shortened = (notes: readonly string[]): readonly string[] => {
  const [first, ...others] = notes.filter((note) => note.startsWith('No paces on '))
  const rest = notes.filter((note) => !note.startsWith('No paces on '))
  if (first === undefined) return rest
  return [...rest, others.length > 0 ? `${first} The same on ${others.length} other days.` : first]
}
