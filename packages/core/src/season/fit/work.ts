import { weekdayIndex } from '../../calendar/week.ts'
import { kilometres, metres } from '../../units/distance.ts'
import type { Distance } from '../../units/quantity.ts'
import { estimate, type EstimatedBout } from '../../workout/estimate.ts'
import type { Family } from '../../workout/family.ts'
import { isQuality } from '../../workout/hardness.ts'
import type { Part, Workout } from '../../workout/workout.ts'
import type { Decision } from '../season.ts'
import { isFixedLength, redraft, type SessionDraft } from './draft.ts'
import type { Pacing } from './pacing.ts'
import { lessOf } from './scale.ts'

/** Most work of a family in one session: share of the week and metres (Daniels, Running Formula; science 1). */
const CAPS: { readonly [F in Family]?: { readonly share: number; readonly most: Distance; readonly text: string } } = {
  threshold: { share: 0.1, most: metres(Infinity), text: 'threshold work is kept to a tenth of the week' },
  '5K': { share: 0.08, most: kilometres(10), text: 'work at 5K pace is kept to 8 % of the week and 10 km' },
  mile: { share: 0.05, most: kilometres(8), text: 'work at mile pace is kept to 5 % of the week and 8 km' },
  '800': { share: 0.05, most: kilometres(8), text: 'work at 800 m pace is kept to 5 % of the week and 8 km' },
}
/** A session is not changed for less than this above its cap. */
const TOLERANCE = 1.1

/** Metres of work by family; bouts of unknown length count nothing. */
const workByFamily = (bouts: readonly EstimatedBout[]): ReadonlyMap<Family, number> => {
  const work = new Map<Family, number>()
  for (const bout of bouts.filter(isQuality)) work.set(bout.family, (work.get(bout.family) ?? 0) + (bout.distance ?? 0))
  return work
}

const workIn = (workout: Workout, { speedAt, goal }: Pacing): ReadonlyMap<Family, number> =>
  workByFamily(estimate(workout, speedAt, goal).bouts)

/** What is left of the work of one family when it is brought down to a share; the session keeps its character. */
const shorterFamily = (workout: Workout, family: Family, share: number, pacing: Pacing): Workout => ({
  ...workout,
  steps: workout.steps.map((part) => (holdsFamily(part, family, pacing) ? lessOf(part, share) : part)),
})

const holdsFamily = (part: Part, family: Family, pacing: Pacing): boolean => {
  const alone: Workout = { kind: 'run', total: null, remainder: null, steps: [part], alternatives: [] }
  return (workIn(alone, pacing).get(family) ?? 0) > 0
}

/** Less of all the work of a session: what is left when there are not the minutes for it. */
export const lessWork = (workout: Workout, share: number): Workout => ({
  ...workout,
  steps: workout.steps.map((part) => lessOf(part, share)),
})

export interface Capped {
  readonly draft: SessionDraft
  readonly decisions: readonly Decision[]
}

/** The work of a session within what a week of so many metres carries. Races and tests are as long as they are. */
export const capWork = (draft: SessionDraft, weekly: number, week: number, pacing: Pacing): Capped => {
  if (isFixedLength(draft) || !(weekly > 0)) return { draft, decisions: [] }
  let workout = draft.workout
  const decisions: Decision[] = []
  for (const [family, done] of workIn(workout, pacing)) {
    const cap = CAPS[family]
    const most = cap ? Math.min(cap.share * weekly, cap.most) : Infinity
    if (!cap || done <= most * TOLERANCE) continue
    workout = shorterFamily(workout, family, most / done, pacing)
    const left = workIn(workout, pacing).get(family) ?? 0
    if (left < done) decisions.push(decisionOf(draft, week, { family, done, left, text: cap.text }))
  }
  return decisions.length === 0 ? { draft, decisions } : { draft: redraft(draft, workout, pacing), decisions }
}

const decisionOf = (
  draft: SessionDraft,
  week: number,
  { family, done, left, text }: { family: Family; done: number; left: number; text: string },
): Decision => ({
  about: 'session',
  session: draft.id,
  week,
  rule: 'quality-caps',
  what: `${dayOf(draft)}: ${Math.round(left)} m at ${FAMILY_WORDS[family]} instead of ${Math.round(done)} m`,
  because: `${text} (Daniels), fewer repetitions before shorter ones`,
})

const FAMILY_WORDS: { readonly [F in Family]: string } = {
  easy: 'easy pace',
  steady: 'steady pace',
  threshold: 'threshold',
  '5K': '5K effort',
  mile: 'mile pace',
  '800': '800 m pace',
  sprint: 'sprint',
}

/** `Tue`, by the plan where it names a day, else by the wish. */
export const dayOf = ({ planned, wish }: SessionDraft): string => planned?.day ?? wish.day ?? 'a session'

/** Days from Monday on which a draft is wished; 0 where no day is. */
export const wishIndex = ({ wish }: SessionDraft): number => (wish.day === undefined ? 0 : weekdayIndex(wish.day))

/** Metres of work in a session, whatever its pace. */
export const workOf = (workout: Workout, pacing: Pacing): number =>
  [...workIn(workout, pacing).values()].reduce((sum, metresOf) => sum + metresOf, 0)

/** A session keeps half of its work at least (convention). */
const LEAST_WORK = 0.5

/** The work of a week that eases off within so many metres, each session its share; races and tests are as long as they are. */
export const easeWork = (
  drafts: readonly SessionDraft[],
  most: number,
  pacing: Pacing,
): { readonly drafts: readonly SessionDraft[]; readonly decisions: readonly Decision[] } => {
  const sum = (list: readonly SessionDraft[]): number =>
    list.reduce((all, { workout }) => all + workOf(workout, pacing), 0)
  const trained = drafts.filter(({ hardness }) => hardness !== 'race')
  const fixed = sum(trained.filter(isFixedLength))
  const open = sum(trained.filter((draft) => !isFixedLength(draft)))
  if (fixed + open <= most || open === 0) return { drafts, decisions: [] }
  const share = Math.max(LEAST_WORK, (most - fixed) / open)
  const decisions: Decision[] = []
  const eased = drafts.map((draft) => {
    const work = isFixedLength(draft) ? 0 : workOf(draft.workout, pacing)
    const workout = work > 0 ? lessWork(draft.workout, share) : draft.workout
    const left = work > 0 ? workOf(workout, pacing) : 0
    if (left >= work) return draft
    decisions.push({
      about: 'session',
      session: draft.id,
      rule: 'R148',
      what: `${dayOf(draft)}: ${Math.round(left)} m of work instead of ${Math.round(work)} m`,
      because: 'the week eases off, in its work as well as in its distance',
    })
    return redraft(draft, workout, pacing)
  })
  return { drafts: eased, decisions }
}
