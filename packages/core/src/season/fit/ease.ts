import { parseDay, type Day } from '../../calendar/day.ts'
import type { Athlete } from '../../athlete/athlete.ts'
import { lastKeySession } from '../../rules/race/last-key-session.ts'
import { metres, type LongUnit } from '../../units/distance.ts'
import type { Decision } from '../season.ts'
import { isKey, redraft, type SessionDraft } from './draft.ts'
import { easyRun, halves } from './easy-run.ts'
import type { Pacing } from './pacing.ts'
import { easyDaysAfter, type FixedRace } from './races.ts'
import { dayOf, wishIndex } from './work.ts'

/** What a race asks of the days around it. */
interface Around {
  readonly day: Day
  readonly easyDays: number
  readonly priority?: 'B' | 'C' | undefined
  readonly isGoal: boolean
}

export interface EaseRequest {
  readonly monday: Day
  readonly today: Day
  readonly athlete: Athlete
  readonly races: readonly FixedRace[]
  readonly unit: LongUnit
  readonly pacing: Pacing
}

export interface Eased {
  readonly drafts: readonly SessionDraft[]
  readonly decisions: readonly Decision[]
}

/** Days that a race lies back at most to be felt in the first week. */
const FELT = 14

/**
 * The days around races (R72, R62, C18): a race takes the day of whatever stood there and the place of one key session
 * of its week; until the legs are back all is easy; before a B race the last days hold no key session.
 */
export const easeAroundRaces = (drafts: readonly SessionDraft[], request: EaseRequest): Eased => {
  const races = [...recentRaces(request), ...request.races.map(aroundOf)]
  const desk: Desk = { ...request, decisions: [] }
  const free = drafts.filter((draft) => !isRaceDay(draft, races, desk))
  const taken = new Set(drafts.filter((draft) => !free.includes(draft) && isKey(draft)))
  const replaced = new Set(
    races.flatMap((race) =>
      isHere(race, desk) && !race.isGoal && taken.size === 0 ? (replacedBy(race, free, desk) ?? []) : [],
    ),
  )
  return { drafts: free.map((draft) => eased(draft, races, replaced, desk)), decisions: desk.decisions }
}

interface Desk extends EaseRequest {
  readonly decisions: Decision[]
}

const aroundOf = ({ day, easyDays, priority }: FixedRace): Around => ({
  day,
  easyDays,
  priority,
  isGoal: priority === undefined,
})

/** Races that the athlete has run in the last two weeks, entered or told as a mark. */
const recentRaces = ({ athlete: { races = [], marks }, today }: EaseRequest): readonly Around[] =>
  [...races, ...marks.filter(({ kind }) => kind === 'race')].flatMap(({ day, distance }) => {
    const on = day === undefined ? undefined : parseDay(day)
    if (on === undefined || on >= today || on < today - FELT) return []
    return [{ day: on, easyDays: easyDaysAfter(distance), isGoal: false }]
  })

const isHere = ({ day }: Around, { monday }: Desk): boolean => day >= monday && day < monday + 7

const dateOf = (draft: SessionDraft, { monday }: Desk): number => monday + wishIndex(draft)

const tell = (desk: EasyDesk, draft: SessionDraft, what: string, because: string, rule = 'R72'): void => {
  desk.decisions.push({ about: 'session', session: draft.id, rule, what: `${dayOf(draft)}: ${what}`, because })
}

const isRaceDay = (draft: SessionDraft, races: readonly Around[], desk: Desk): boolean => {
  const race = races.find(({ day }) => draft.wish.day !== undefined && day === dateOf(draft, desk))
  if (!race || draft.fixed) return false
  tell(desk, draft, 'left out', 'a race has its day')
  return true
}

/** The key session of its week that a race stands for: the last before it, else the first after it. */
const replacedBy = (race: Around, drafts: readonly SessionDraft[], desk: Desk): SessionDraft | undefined => {
  const keys = drafts.filter((draft) => isKey(draft) && !draft.fixed && draft.wish.day !== undefined)
  const before = keys.filter((draft) => dateOf(draft, desk) < race.day)
  const after = keys.filter((draft) => dateOf(draft, desk) > race.day)
  const byDate = (a: SessionDraft, b: SessionDraft): number => dateOf(a, desk) - dateOf(b, desk)
  return before.toSorted(byDate).at(-1) ?? after.toSorted(byDate)[0]
}

const eased = (
  draft: SessionDraft,
  races: readonly Around[],
  replaced: ReadonlySet<SessionDraft>,
  desk: Desk,
): SessionDraft => {
  const hard = isKey(draft) || draft.hardness === 'hard'
  if (draft.fixed || !hard || draft.wish.day === undefined) return draft
  if (replaced.has(draft)) return toEasy(draft, 'the race is the key session of its week', desk)
  const date = dateOf(draft, desk)
  const behind = races.find(({ day, easyDays }) => date > day && date - day < easyDays)
  if (behind) return toEasy(draft, 'until the legs are back from a race all running is easy', desk)
  const days = lastKeySession.parameters.days.value
  const ahead = races.find(({ day, priority }) => priority === 'B' && date < day && day - date < days)
  return ahead && isKey(draft) ? toEasy(draft, `no key session within ${days} days of a B race`, desk) : draft
}

/** Of the running of a hard session so much is left when it becomes an easy run (convention). */
const EASY_SHARE = 0.8

type EasyDesk = Pick<Desk, 'unit' | 'pacing' | 'decisions'>

const toEasy = (draft: SessionDraft, because: string, desk: EasyDesk, rule = 'R72'): SessionDraft => {
  const distance = metres((draft.distance ?? 0) * EASY_SHARE)
  const extent = draft.distance === null ? null : halves(distance, desk.unit)
  if (!extent) return draft
  tell(desk, draft, 'an easy run instead', because, rule)
  const { cue: _cue, ...rest } = draft
  return redraft({ ...rest, exercises: [], hardness: 'easy' }, easyRun(extent), desk.pacing)
}

/** So many days without running make a break; the first days after it are easy (convention). */
const BREAK = 7
const EASY_AFTER_BREAK = 2

/** The first days of a week that follows a break in the season are easy: what was lost is not made up for at once. */
export const easeAfterBreak = (
  drafts: readonly SessionDraft[],
  { monday, lastRun, unit, pacing }: Pick<EaseRequest, 'monday' | 'unit' | 'pacing'> & { readonly lastRun: Day | null },
): Eased => {
  const decisions: Decision[] = []
  if (lastRun === null || monday - lastRun <= BREAK) return { drafts, decisions }
  const because = `after ${monday - lastRun - 1} days without running the first two are easy`
  const eases = (draft: SessionDraft): boolean =>
    !draft.fixed &&
    (isKey(draft) || draft.hardness === 'hard') &&
    draft.wish.day !== undefined &&
    wishIndex(draft) < EASY_AFTER_BREAK
  return {
    drafts: drafts.map((draft) => (eases(draft) ? toEasy(draft, because, { unit, pacing, decisions }, 'R130') : draft)),
    decisions,
  }
}
