import { acceptedIn, stateOf, type Change, type Ledger, type LongUnit, type SeasonSession } from '@bell-lap/core'
import type { ChangeView } from '../views/season.ts'
import type { KeptSeason } from './kept-season.ts'
import { entryDay } from './ledger-rows.ts'
import { shortTitle } from './title.ts'
import { placeText } from './words.ts'

/** What happened at once and is in force, the last of it. */
export interface LastEvent {
  readonly event: string
  /** In the order in which they were accepted. */
  readonly changes: readonly Change[]
}

/** The last changes in force that came at once: what undo takes back; undefined where none is. */
export const lastEvent = ({ ledger, events }: Pick<KeptSeason, 'ledger' | 'events'>): LastEvent | undefined => {
  const eventOf = new Map(
    ledger.flatMap((entry, index) => (entry.kind === 'accepted' ? [[entry.id, events[index] ?? ''] as const] : [])),
  )
  const accepted = acceptedIn(ledger).map(({ change }) => change)
  const last = accepted.at(-1)
  const event = last && eventOf.get(last.id)
  if (event === undefined) return undefined
  return { event, changes: accepted.filter(({ id }) => eventOf.get(id) === event) }
}

/** What undo would take back, in words: `10 mi easy from Tue 16 Feb am to Thu 18 Feb pm, and 1 more`. */
export const eventText = ({ changes }: LastEvent, unit: LongUnit): string => {
  const [first, ...others] = changes
  if (!first) return ''
  return others.length > 0 ? `${changeText(first, unit)}, and ${others.length} more` : changeText(first, unit)
}

/** Sessions that changes in force took out, as they stood last. */
export const skippedIn = ({ season, ledger }: Pick<KeptSeason, 'season' | 'ledger'>): readonly SeasonSession[] => {
  const there = new Set(season.weeks.flatMap(({ sessions }) => sessions.map(({ id }) => id)))
  const gone = acceptedIn(ledger).flatMap(({ change: { before, after } }) => (before && !after ? [before] : []))
  return gone.filter(({ id }) => !there.has(id))
}

/** One change in words. */
const changeText = ({ before, after }: Change, unit: LongUnit): string => {
  if (before && after && isElsewhere(before, after))
    return `${shortTitle(after, unit)} from ${placeText(before)} to ${placeText(after)}`
  if (before && after) return `${shortTitle(before, unit)} becomes ${shortTitle(after, unit)} on ${placeText(after)}`
  if (before) return `${shortTitle(before, unit)} of ${placeText(before)} left out`
  return after ? `${shortTitle(after, unit)} added on ${placeText(after)}` : ''
}

const isElsewhere = (before: SeasonSession, after: SeasonSession): boolean =>
  before.day !== after.day || before.slot !== after.slot

/** All that the ledger holds about a session, in order. */
export const changesOf = (ledger: Ledger, session: string, unit: LongUnit): ChangeView[] =>
  ledger.flatMap((entry): readonly ChangeView[] => {
    if (entry.kind !== 'proposed') return []
    const { change } = entry
    if (change.before?.id !== session && change.after?.id !== session) return []
    return [
      {
        id: change.id,
        on: entryDay(entry),
        state: stateOf(ledger, change.id) ?? 'proposed',
        what: changeText(change, unit),
        because: change.cause,
        rule: change.rule ?? null,
      },
    ]
  })
