import type { Athlete, Opening } from '../../athlete/athlete.ts'
import { addDays, type Day } from '../../calendar/day.ts'
import { SLOTS, WEEKDAYS, weekdayIndex } from '../../calendar/week.ts'
import { holdsRepetitions } from './scale.ts'
import type { DaySlot, PlacementDay } from '../place/problem.ts'
import type { Decision } from '../season.ts'
import { isKey, minutesOf, type SessionDraft } from './draft.ts'
import { slotMinutes, startTimesOf, trackHours } from './room.ts'
import { dayOf } from './work.ts'

/** A slot in which a track is open long enough. */
interface OpenTrack {
  readonly place: DaySlot
  /** Minutes after midnight at which slot and track are both open; undefined where that is the slot's own start. */
  readonly start?: number
}

export interface Grounds {
  readonly drafts: readonly SessionDraft[]
  readonly decisions: readonly Decision[]
}

interface Week {
  readonly athlete: Athlete
  readonly monday: Day
  readonly room: readonly PlacementDay[]
}

/**
 * Sessions on grounds that the athlete can reach: those of the plan on a track go where one is open, sets of
 * repetitions like to; a surface that is out of reach is left to the athlete.
 */
export const onGrounds = (drafts: readonly SessionDraft[], week: Week): Grounds => {
  const decisions: Decision[] = []
  const taken = new Set<string>()
  const placed = drafts.map((draft) => {
    const { surface } = draft.workout
    if (surface === 'track') return onTrack(draft, week, { decisions, taken })
    if (surface && week.athlete.surfaces && !week.athlete.surfaces.includes(surface)) return without(draft, decisions)
    return week.athlete.resources?.['track'] && isKey(draft) && holdsRepetitions(draft.workout)
      ? nearTrack(draft, week, taken)
      : draft
  })
  return { drafts: placed, decisions }
}

interface Desk {
  readonly decisions: Decision[]
  /** Slots that a session of this week has been given on the track. */
  readonly taken: Set<string>
}

const onTrack = (draft: SessionDraft, week: Week, { decisions, taken }: Desk): SessionDraft => {
  if (draft.fixed || !isLimited(week)) return draft
  const open = nearest(draft, openTracks(draft, week), taken)
  if (!open) return without(draft, decisions)
  taken.add(nameOf(open.place))
  return {
    ...draft,
    wish: open.place,
    fixed: open.place,
    moved: TRACK_HOURS,
    ...(open.start === undefined ? {} : { start: open.start }),
  }
}

/** Only a wish: the same session is done on a road where spacing asks for another day. */
const nearTrack = (draft: SessionDraft, week: Week, taken: Set<string>): SessionDraft => {
  if (draft.fixed || !isLimited(week)) return draft
  const open = nearest(draft, openTracks(draft, week), taken)
  if (!open || daysApart(draft, open.place) > 1) return draft
  taken.add(nameOf(open.place))
  return { ...draft, wish: open.place, moved: TRACK_HOURS }
}

const TRACK_HOURS = { rule: 'resources', because: 'that is when the track is open and there is time' }

const nameOf = ({ day, slot }: DaySlot): string => `${day} ${slot}`

/** Whether any day of the week has hours for the track. */
const isLimited = ({ athlete, monday }: Week): boolean =>
  WEEKDAYS.some((_, index) => trackHours(athlete, addDays(monday, index)) !== null)

const openTracks = (draft: SessionDraft, { athlete, monday, room }: Week): readonly OpenTrack[] =>
  WEEKDAYS.flatMap((day, index) => {
    const hours = trackHours(athlete, addDays(monday, index))
    return SLOTS.flatMap((slot) => {
      const minutes = slotMinutes(room, { day, slot })
      const start = startTimesOf(athlete)[slot]
      const takes = Math.min(minutesOf(draft), minutes)
      if (minutes === 0 || takes < minutesOf(draft) * WORK_SHARE) return []
      if (hours === null) return [{ place: { day, slot } }]
      const at = hours.map((opening) => startIn(opening, { start, minutes, takes })).find((time) => time !== undefined)
      return at === undefined ? [] : [{ place: { day, slot }, ...(at === start ? {} : { start: at }) }]
    })
  })

/** Of a session on the track so much has to fall into its hours: warming up and cooling down go anywhere (convention). */
const WORK_SHARE = 0.6

/** When a session can start within its slot so that its work falls into an opening; undefined where the two do not meet. */
const startIn = (
  { from, to }: Opening,
  { start, minutes, takes }: { readonly start: number; readonly minutes: number; readonly takes: number },
): number | undefined => {
  const at = Math.min(Math.max(from, start), start + minutes - takes)
  return Math.min(to, at + takes) - Math.max(from, at) >= takes * WORK_SHARE ? at : undefined
}

const daysApart = ({ wish }: SessionDraft, { day }: DaySlot): number =>
  wish.day === undefined ? 0 : Math.abs(weekdayIndex(day) - weekdayIndex(wish.day))

const nearest = (
  draft: SessionDraft,
  tracks: readonly OpenTrack[],
  taken: ReadonlySet<string>,
): OpenTrack | undefined =>
  tracks
    .filter(({ place }) => !taken.has(nameOf(place)))
    .toSorted(
      (a, b) =>
        daysApart(draft, a.place) - daysApart(draft, b.place) || weekdayIndex(a.place.day) - weekdayIndex(b.place.day),
    )[0]

const without = (draft: SessionDraft, decisions: Decision[]): SessionDraft => {
  const { surface, ...workout } = draft.workout
  decisions.push({
    about: 'session',
    session: draft.id,
    rule: 'resources',
    what: `${dayOf(draft)}: not on the ${surface}`,
    because: `no ${surface} is within reach in that week: measure the same distances where you run`,
  })
  return { ...draft, workout }
}
