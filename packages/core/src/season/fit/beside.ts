import type { Athlete } from '../../athlete/athlete.ts'
import type { StrengthWeek } from '../../strength/phases.ts'
import type { Decision } from '../season.ts'
import type { SessionDraft } from './draft.ts'
import type { FixedRace } from './races.ts'
import { strengthDrafts } from './strength.ts'
import type { ChosenWeek } from './weeks.ts'

export interface BesideRequest {
  readonly week: ChosenWeek
  /** Ours; undefined: the plan has its own. */
  readonly strength: StrengthWeek | undefined
  readonly athlete: Athlete
  /** Races of the week. */
  readonly races: readonly FixedRace[]
}

export interface Beside {
  readonly drafts: readonly SessionDraft[]
  readonly decisions: readonly Decision[]
}

/** What stands beside the running: the plan's own, without heavy work in the week of the race (R112); and ours. */
export const besideRuns = (planned: readonly SessionDraft[], request: BesideRequest): Beside => {
  const { week, strength, athlete, races } = request
  const reason = reasonAgainstHeavy(request)
  const gone = reason ? planned.filter(({ hardness }) => hardness === 'heavy-strength') : []
  const own = planned
    .filter((draft) => !gone.includes(draft))
    .map((draft): SessionDraft => (draft.workout.kind === 'cross' ? draft : { ...draft, afterRun: true }))
  return {
    drafts: strength ? [...own, ...strengthDrafts(week, strength, athlete, races)] : own,
    decisions: gone.map((draft) => ({
      about: 'session',
      session: draft.id,
      what: `${draft.planned?.day ?? 'any day'}: heavy strength left out`,
      ...(reason ?? RACE_WEEK),
    })),
  }
}

/** Heavy work lasts eight weeks and ends three weeks before the race week, where a week is done over and over (R106). */
const SHARPENING = 3
const MOST_HEAVY = 8

const RACE_WEEK = {
  rule: 'R112',
  because: 'in the week of the race freshness comes first: nothing heavy in its last seven days',
}
const NOT_YET = {
  rule: 'R106',
  because: 'heavy work lasts eight weeks; until then the lighter session prepares for it',
}
const NO_MORE = {
  rule: 'R106',
  because: 'heavy work ends where the race-specific weeks begin: the lighter session holds it',
}

const reasonAgainstHeavy = ({ week: { before, source }, races }: BesideRequest): typeof RACE_WEEK | undefined => {
  if (races.some(({ priority }) => priority === undefined)) return RACE_WEEK
  if (source === null || before === 0) return undefined
  if (before <= SHARPENING) return NO_MORE
  return before > SHARPENING + MOST_HEAVY ? NOT_YET : undefined
}
