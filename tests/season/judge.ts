import type { Athlete } from '../../packages/core/src/athlete/athlete.ts'
import { addDays, makeDay, weekdayOf, type Day } from '../../packages/core/src/calendar/day.ts'
import { SLOT_START, SLOTS, type Slot } from '../../packages/core/src/calendar/week.ts'
import { weeksOf } from '../../packages/core/src/plan/plan.ts'
import type { Season, SeasonSession, SeasonWeek } from '../../packages/core/src/season/season.ts'
import { checkPlacement } from '../../packages/core/src/season/place/check.ts'
import type { PlacementProblem } from '../../packages/core/src/season/place/problem.ts'

/** What is wrong with a season, told by whoever looks at nothing but the season itself and the athlete. Empty: nothing. */
export const wrongWith = (season: Season): readonly string[] => [
  ...outside(season),
  ...race(season),
  ...overMinutes(season),
  ...tooSoon(season),
  ...brokenPlacement(season),
  ...sameIds(season),
  ...unaccounted(season),
  ...silent(season),
]

export const sessionsOf = ({ weeks }: Pick<Season, 'weeks'>): readonly SeasonSession[] =>
  weeks.flatMap(({ sessions }) => sessions)

const told = ({ id, day, slot }: SeasonSession): string => `${id} on ${makeDay(day)} ${slot}`

/** Whole minutes; what nobody can estimate is taken for an hour. */
const minutesOf = ({ estimated: { duration } }: SeasonSession): number =>
  duration === null ? 60 : Math.ceil(duration / 60)

const outside = ({ weeks, today, race: { day: last }, athlete }: Season): readonly string[] =>
  weeks.flatMap((week) =>
    week.sessions.flatMap((session) => {
      if (session.day < today) return [`${told(session)} lies before today`]
      if (session.day > last) return [`${told(session)} comes after the race`]
      if (session.day < week.monday || session.day > addDays(week.monday, 6))
        return [`${told(session)} is not in its week`]
      return athlete.blackout?.includes(makeDay(session.day)) ? [`${told(session)} stands on a blackout day`] : []
    }),
  )

const race = (season: Season): readonly string[] => {
  const races = sessionsOf(season).filter(({ hardness, day }) => hardness === 'race' && day === season.race.day)
  return races.length > 0 ? [] : ['there is no race on race day']
}

/** The races that stand whatever the week looks like: the goal's, and those that the athlete entered. */
const isEntered = ({ athlete, race: { day: last } }: Season, { hardness, day }: SeasonSession): boolean =>
  hardness === 'race' && (day === last || athlete.races?.some((entered) => entered.day === makeDay(day)) === true)

const room = ({ availability }: Athlete, day: Day, slot: Slot): number =>
  availability ? Math.floor((availability[weekdayOf(day)]?.[slot] ?? 0) / 60) : Infinity

const overMinutes = (season: Season): readonly string[] => {
  const used = new Map<string, number>()
  for (const session of sessionsOf(season)) {
    if (isEntered(season, session)) continue
    const key = `${session.day} ${session.slot}`
    used.set(key, (used.get(key) ?? 0) + minutesOf(session))
  }
  return sessionsOf(season).flatMap((session) => {
    const minutes = used.get(`${session.day} ${session.slot}`) ?? 0
    const has = room(season.athlete, session.day, session.slot)
    return minutes > has && !isEntered(season, session) ? [`${told(session)}: ${minutes} min in a slot of ${has}`] : []
  })
}

/** Hours that are never gone under: heavy strength before key sessions (R105) and before races (R112). */
const tooSoon = (season: Season): readonly string[] => {
  const sessions = sessionsOf(season)
  const hours = (from: SeasonSession, to: SeasonSession): number =>
    (to.day - from.day) * 24 + (to.start - from.start - minutesOf(from)) / 60
  return sessions
    .filter(({ hardness }) => hardness === 'heavy-strength')
    .flatMap((heavy) =>
      sessions.flatMap((other) => {
        const least = other.hardness === 'race' ? 96 : other.hardness === 'key' || other.hardness === 'test' ? 24 : 0
        const between = hours(heavy, other)
        const follows = other.day > heavy.day || (other.day === heavy.day && other.start > heavy.start)
        return follows && between < least ? [`${told(other)} comes ${between.toFixed(1)} h after ${told(heavy)}`] : []
      }),
    )
}

const startTimes = ({ startTimes: stated }: Athlete): PlacementProblem['startTimes'] => ({
  am: stated?.am ?? SLOT_START.am * 60,
  pm: stated?.pm ?? SLOT_START.pm * 60,
})

const ALONG: readonly string[] = ['strength', 'plyometrics', 'mobility']

const problemOf = (season: Season, week: SeasonWeek): PlacementProblem => {
  const times = startTimes(season.athlete)
  const gap = { am: times.pm - times.am, pm: times.am + 1440 - times.pm }
  return {
    days: Array.from({ length: 7 }, (_, index) => {
      const day = addDays(week.monday, index)
      const raced = week.sessions.some((session) => session.day === day && isEntered(season, session))
      const slots = Object.fromEntries(
        SLOTS.map((slot) => [slot, raced ? 240 : Math.min(300, room(season.athlete, day, slot))]),
      )
      return { day: weekdayOf(day), slots }
    }),
    sessions: week.sessions.map((session) => ({
      id: session.id,
      kind: session.workout.kind,
      hardness: session.hardness,
      minutes: isEntered(season, session) ? Math.min(minutesOf(session), gap[session.slot], 240) : minutesOf(session),
      ...(ALONG.includes(session.workout.kind) ? { afterRun: true } : {}),
    })),
    startTimes: times,
    before: sessionsOf(season)
      .filter(({ day }) => day < week.monday && day >= week.monday - 7)
      .map((session) => ({
        hardness: session.hardness,
        endedHoursBeforeWeek: Math.max(0, (week.monday - session.day) * 24 - (session.start + minutesOf(session)) / 60),
      })),
    after: [],
  }
}

/** Each week by the checker of placement. */
const brokenPlacement = (season: Season): readonly string[] =>
  season.weeks.flatMap((week) => {
    const placement = new Map(week.sessions.map(({ id, day, slot }) => [id, { day: weekdayOf(day), slot }]))
    return checkPlacement(problemOf(season, week), placement).violations.map(
      ({ rule, sessions }) => `week ${week.number}: ${rule} ${sessions.join(', ')}`,
    )
  })

const sameIds = (season: Season): readonly string[] => {
  const ids = sessionsOf(season).map(({ id }) => id)
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two sessions are called ${id}`)
}

/** Each session of the plan is placed as written, changed or dropped with a decision that names a rule; or its week is left out. */
const unaccounted = ({ plan, weeks, decisions }: Season): readonly string[] => {
  const placed = new Map(sessionsOf({ weeks }).map((session) => [session.id, session]))
  const decided = new Set(decisions.flatMap(({ session, rule }) => (session !== undefined && rule ? [session] : [])))
  const leftOut = decisions
    .flatMap(({ about, what }) => (about === 'weeks' ? (/left out/.test(what) ? [what] : []) : []))
    .join(' ')
  return weeksOf(plan).flatMap((week, index) => {
    if (new RegExp(`\\b${week.number}\\b`).test(leftOut)) return []
    return week.sessions.flatMap(({ workout, day, slot }, number) => {
      const id = `w${index + 1}-${number + 1}`
      const session = placed.get(id)
      if (workout.kind === 'rest' || decided.has(id)) return []
      if (!session) return [`${id} is gone without a word`]
      const asWritten = JSON.stringify(session.workout) === JSON.stringify(workout)
      const there = (day === 'any' || weekdayOf(session.day) === day) && (slot === null || slot === session.slot)
      return asWritten && there ? [] : [`${id} is not as written, without a word`]
    })
  })
}

const silent = ({ decisions }: Season): readonly string[] =>
  decisions.flatMap(({ what, because }) =>
    what.trim() === '' || because.trim() === '' ? ['a decision says nothing'] : [],
  )
