import { addDays, type Day } from '../calendar/day.ts'
import { WEEKDAYS } from '../calendar/week.ts'
import { fail, ok, type Result } from '../result.ts'
import { acceptedIn, notOpen, openIn, type Added, type Ledger, type LedgerFault } from './ledger.ts'
import type { Change, Season, SeasonSession, SeasonWeek } from './season.ts'

/** Why a change cannot be applied: it touches the past, a locked session, or one that is no longer as it was. */
export type ReplayFault = 'past' | 'locked' | 'stale'

/**
 * The season as it is now: the base with the changes in force, in the order in which they were accepted. The base stays
 * as it is. A change that cannot be applied any more leaves the season untouched: `left` names those.
 */
export const replay = (base: Season, ledger: Ledger): Season => replayed(base, ledger).season

/** The same, with the changes that could not be applied and why. */
export const replayed = (
  base: Season,
  ledger: Ledger,
): {
  readonly season: Season
  readonly left: readonly { readonly change: Change; readonly because: ReplayFault }[]
} => {
  let season = base
  const left: { change: Change; because: ReplayFault }[] = []
  for (const { change, on } of acceptedIn(ledger)) {
    const applied = applyChange(season, change, on)
    if (applied.ok) season = applied.value
    else left.push({ change, because: applied.fault })
  }
  return { season, left }
}

/** One change applied to a season on a day: past and locked sessions never change. */
export const applyChange = (season: Season, change: Change, on: Day): Result<Season, ReplayFault> => {
  const { before, after } = change
  const sessions = season.weeks.flatMap((week) => week.sessions)
  const current = before && sessions.find(({ id }) => id === before.id)
  const fault = faultOf(season, change, { current: current ?? null, sessions, on })
  if (fault) return fail(fault)
  const without = before ? mapWeeks(season, (week) => week.sessions.filter(({ id }) => id !== before.id)) : season
  return ok(
    after
      ? mapWeeks(without, (week) => (isIn(week, after.day) ? inOrder([...week.sessions, after]) : week.sessions))
      : without,
  )
}

interface Standing {
  /** The session of the change as it is now. */
  readonly current: SeasonSession | null
  readonly sessions: readonly SeasonSession[]
  readonly on: Day
}

const faultOf = (
  season: Season,
  { before, after }: Change,
  { current, sessions, on }: Standing,
): ReplayFault | undefined => {
  if ((current ?? before)?.locked) return 'locked'
  if ([before, current, after].some((session) => session && session.day < on)) return 'past'
  if (before && (!current || !isSame(current, before))) return 'stale'
  const taken = after && after.id !== before?.id && sessions.some(({ id }) => id === after.id)
  if (taken || (after && !season.weeks.some((week) => isIn(week, after.day)))) return 'stale'
  return undefined
}

const isIn = ({ monday }: SeasonWeek, day: Day): boolean => day >= monday && day < addDays(monday, WEEKDAYS.length)

const mapWeeks = (season: Season, sessionsOf: (week: SeasonWeek) => readonly SeasonSession[]): Season => ({
  ...season,
  weeks: season.weeks.map((week) => {
    const sessions = sessionsOf(week)
    const same =
      sessions.length === week.sessions.length && sessions.every((each, index) => each === week.sessions[index])
    return same ? week : { ...week, sessions }
  }),
})

/** By day, clock and id: the order of a season's own weeks, so that undoing brings back exactly what was. */
const inOrder = (sessions: readonly SeasonSession[]): readonly SeasonSession[] =>
  sessions.toSorted((a, b) => a.day - b.day || a.start - b.start || (a.id < b.id ? -1 : 1))

/** Same in every field, whatever their order: sessions are plain data. */
const isSame = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [inA, inB] = [Object.entries(a), new Map(Object.entries(b))]
  return inA.length === inB.size && inA.every(([key, value]) => inB.has(key) && isSame(value, inB.get(key)))
}

/**
 * Takes a proposed change into force. Fails where it would touch what is past on that day, a locked session, or a
 * session that is no longer as the change found it.
 */
export const accept = (base: Season, ledger: Ledger, id: string, on: Day): Added => {
  const change = openIn(ledger).find((each) => each.id === id)
  if (!change) return notOpen(ledger, id)
  const applied = applyChange(replay(base, ledger), change, on)
  return applied.ok ? ok([...ledger, { kind: 'accepted', id, on }]) : fail(refusal(change, applied.fault))
}

const MESSAGES: { readonly [Code in ReplayFault]: string } = {
  past: 'touches a day that is past',
  locked: 'touches a session that is locked',
  stale: 'is about a session that is no longer as it was when it was proposed',
}

const refusal = ({ id }: Change, code: ReplayFault): LedgerFault => ({
  code,
  message: `The change ${id} ${MESSAGES[code]}.`,
})

/** Takes the last change in force back. Fails where it has reached into days that are past by now. */
export const undo = (base: Season, ledger: Ledger, on: Day): Added => {
  const last = acceptedIn(ledger).at(-1)
  if (!last) return fail({ code: 'nothing-to-undo', message: 'No change is in force.' })
  const { before, after, id } = last.change
  const touched = [before, after].flatMap((session) => (session ? [session] : []))
  if (touched.some(({ day }) => day < on)) return fail(refusal(last.change, 'past'))
  if (
    replay(base, ledger).weeks.some(({ sessions }) => sessions.some((each) => each.id === after?.id && each.locked))
  ) {
    return fail(refusal(last.change, 'locked'))
  }
  return ok([...ledger, { kind: 'undone', id, on }])
}
