import type { Day } from '../../calendar/day.ts'
import { WEEKDAYS } from '../../calendar/week.ts'
import { lengthText } from '../../rules/say.ts'
import { lastKeySession } from '../../rules/race/last-key-session.ts'
import type { LongUnit } from '../../units/distance.ts'
import type { PlacementDay } from '../place/problem.ts'
import type { Decision } from '../season.ts'
import { isEasy, isKey, isLong, lengthOf, redraft, type SessionDraft } from './draft.ts'
import { easyRunWith, halves, sixStrides } from './easy-run.ts'
import { atMost } from './lengths.ts'
import type { Pacing } from './pacing.ts'
import { dayOf, wishIndex } from './work.ts'

export interface TaperRequest {
  readonly monday: Day
  readonly raceDay: Day
  readonly room: readonly PlacementDay[]
  readonly unit: LongUnit
  readonly pacing: Pacing
}

interface Tapered {
  readonly drafts: readonly SessionDraft[]
  readonly decisions: readonly Decision[]
}

/** Days before a race that are its taper, where its week does not hold them all (rule taper). */
const LAST_DAYS = 6
/** Of easy and long runs on these days so much is left (R42, R37: the last week of document 000 holds three fifths). */
const TAPERED = 0.6
/** From the last key session to the race (rule last-key-session). */
const KEY_DAYS = lastKeySession.parameters.days.value
/** Of a key session that comes too late so much is left as an easy run. */
const EASY_SHARE = 0.6

/** What the calendar moves into the last days before the race: runs of the week before it, and key sessions without a day. */
export const taperAround = (drafts: readonly SessionDraft[], request: TaperRequest): Tapered => {
  const { monday, raceDay } = request
  if (raceDay >= monday + WEEKDAYS.length) return lastDays(drafts, request)
  return raceDay >= monday ? lateKeys(drafts, request) : { drafts, decisions: [] }
}

const lastDays = (drafts: readonly SessionDraft[], request: TaperRequest): Tapered => {
  const { monday, raceDay } = request
  const decisions: Decision[] = []
  const tapered = drafts.map((draft) => {
    const before = draft.wish.day === undefined || draft.fixed ? Infinity : raceDay - monday - wishIndex(draft)
    if (isKey(draft) && before < KEY_DAYS) return withStrides(draft, request, decisions)
    return before <= LAST_DAYS && (isEasy(draft) || isLong(draft)) ? shorter(draft, request, decisions) : draft
  })
  return { drafts: tapered, decisions }
}

/** A key session of the race's week that finds no day three days before the race is an easy run with strides. */
const lateKeys = (drafts: readonly SessionDraft[], request: TaperRequest): Tapered => {
  const { monday, raceDay, room } = request
  const decisions: Decision[] = []
  const early = room.filter(({ day }) => monday + WEEKDAYS.indexOf(day) <= raceDay - KEY_DAYS)
  const spare = early.length - drafts.filter(({ fixed }) => early.some(({ day }) => day === fixed?.day)).length
  const keys = drafts.filter((draft) => isKey(draft) && !draft.fixed)
  const late = new Set(keys.slice(Math.max(0, spare)))
  return {
    drafts: drafts.map((draft) => (late.has(draft) ? withStrides(draft, request, decisions) : draft)),
    decisions,
  }
}

const shorter = (draft: SessionDraft, { unit, pacing }: TaperRequest, decisions: Decision[]): SessionDraft => {
  const after = atMost(draft, lengthOf(draft) * TAPERED, pacing)
  if (after === draft) return draft
  decisions.push({
    about: 'session',
    session: draft.id,
    rule: 'R42',
    what: `${dayOf(draft)}: ${lengthText(lengthOf(after), unit)} instead of ${lengthText(lengthOf(draft), unit)}`,
    because: 'race day comes so early in its week that this day belongs to the taper',
  })
  return after
}

const withStrides = (draft: SessionDraft, { unit, pacing }: TaperRequest, decisions: Decision[]): SessionDraft => {
  if (draft.distance === null) return draft
  decisions.push({
    about: 'session',
    session: draft.id,
    rule: 'R42',
    what: `${dayOf(draft)}: an easy run with strides instead`,
    because: `no day that has time for it lies ${KEY_DAYS} days or more before the race`,
  })
  const { cue: _cue, ...rest } = draft
  const easy = easyRunWith(halves(draft.distance * EASY_SHARE, unit), [sixStrides])
  return redraft({ ...rest, exercises: [], hardness: 'easy' }, easy, pacing)
}
