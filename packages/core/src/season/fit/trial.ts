import { sameDistance } from '../../athlete/mark.ts'
import type { Plan } from '../../plan/plan.ts'
import { shortRecovery } from '../../rules/intensity/short-recovery.ts'
import { kilometres, metres } from '../../units/distance.ts'
import { durationOf } from '../../units/duration.ts'
import type { Distance } from '../../units/quantity.ts'
import { timeOver } from '../../units/speed.ts'
import type { Part, Step } from '../../workout/workout.ts'
import type { Decision } from '../season.ts'
import { redraft, type SessionDraft } from './draft.ts'
import type { Pacing } from './pacing.ts'
import { dayOf } from './work.ts'

/** A 5K in three parts (R24); the rests are those that document 000 gives its longest repetitions at race pace. */
const PARTS: readonly Distance[] = [metres(2000), metres(2000), metres(1000)]
const LEAST_REST = 90

/** Seconds of rest: longer for whoever is longer on the way, so that the pace can be held (rule short-recovery). */
const restAfter = (longest: Distance, { speedAt }: Pacing): number => {
  const speed = speedAt('5K')
  const { interval } = shortRecovery.parameters
  return Math.max(LEAST_REST, Math.ceil(((speed ? timeOver(longest, speed) : 0) * interval.value) / 15) * 15)
}

const restStep = (rest: number): Step => ({
  kind: 'step',
  role: 'rest',
  extent: { kind: 'time', duration: durationOf(rest, 's'), unit: 's' },
  target: null,
})

/** A full trial of the race stands as written in a plan that is kept as written; in a scaled one it is run in parts (C9). */
export const brokenTrials = (
  drafts: readonly SessionDraft[],
  { races }: Plan,
  pacing: Pacing,
): { readonly drafts: readonly SessionDraft[]; readonly decisions: readonly Decision[] } => {
  const race = races[0]?.distance
  if (race === undefined || !sameDistance(race, kilometres(5))) return { drafts, decisions: [] }
  const decisions: Decision[] = []
  const rest = restAfter(metres(2000), pacing)
  const broken = drafts.map((draft) => {
    const steps = draft.workout.steps.flatMap((part) => (isTrial(part, race) ? inParts(part, rest) : [part]))
    if (draft.hardness !== 'test' || steps.length === draft.workout.steps.length) return draft
    decisions.push({
      about: 'session',
      session: draft.id,
      rule: 'C9',
      what: `${dayOf(draft)}: the 5K trial in parts, 2000 m, 2000 m and 1000 m with ${rest} s between them`,
      because:
        'a full trial costs what a race costs; it stands where a plan is kept as written, and this one is scaled (R24, R153)',
    })
    return redraft(draft, { ...draft.workout, steps }, pacing)
  })
  return { drafts: broken, decisions }
}

const isTrial = (part: Part, race: Distance): part is Step =>
  part.kind === 'step' &&
  part.role === 'test' &&
  part.extent?.kind === 'distance' &&
  sameDistance(part.extent.distance, race)

/** The cue stays with the first part. */
const inParts = ({ cue, ...trial }: Step, rest: number): readonly Part[] =>
  PARTS.flatMap((distance, index): readonly Part[] => {
    const part: Step = { ...trial, extent: { kind: 'distance', distance, unit: 'm' } }
    return index === 0 ? [cue === undefined ? part : { ...part, cue }] : [restStep(rest), part]
  })
