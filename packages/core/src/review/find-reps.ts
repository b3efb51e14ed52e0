import type { Activity } from '../activity/activity.ts'
import type { Timeline } from '../activity/timeline.ts'
import { align, type Evidence, type Stretch } from './align.ts'
import { changePoints } from './change-points.ts'
import { emissionOf } from './emission.ts'
import { extraReps } from './extra-reps.ts'
import { lapSpans } from './lap-span.ts'
import { firstLevels, levelsOf, type Level } from './levels.ts'
import type { PlannedRep } from './planned-rep.ts'
import { plausible } from './plausible.ts'
import { refine } from './refine.ts'
import { strayShare } from './stray.ts'
import { scaled, wayScale } from './way-scale.ts'

export interface FindOptions {
  /** Judge from the samples alone. */
  readonly ignoreLaps?: boolean
}

/** What was found, and the speeds that part work from the rest. */
export interface Found {
  readonly stretches: readonly Stretch[]
  /** Repetitions beyond the plan. */
  readonly extras: readonly Omit<Stretch, 'rep'>[]
  readonly levels: ReadonlyMap<number, Level>
  /** How much was run as fast elsewhere, as a share of what was run so in the repetitions. */
  readonly stray: number
}

/** Times that the levels are taken anew from what was found with them. */
const ROUNDS = 3
/** A level that moves by less than this share stays. */
const SETTLED = 0.01
const SETTLED_SCALE = 0.004

/** As much is fast elsewhere: what was found are the fastest parts of another run. */
export const ANYWHERE = 0.5

const NOTHING: Found = { stretches: [], extras: [], levels: new Map(), stray: 0 }

/** The planned repetitions in a recording: levels of speed guessed, repetitions placed, levels taken anew, until both agree. */
export const findReps = (
  activity: Activity,
  timeline: Timeline,
  planned: readonly PlannedRep[],
  { ignoreLaps = false }: FindOptions = {},
): Found => {
  const laps = ignoreLaps ? [] : lapSpans(timeline, activity.laps)
  let levels = planned.length > 0 ? firstLevels(timeline, planned) : new Map<number, Level>()
  let [found, reps, scale] = [NOTHING, planned, 1]
  for (let round = 0; round < ROUNDS && levels.size > 0; round++) {
    const emissions = new Map([...levels].map(([group, level]) => [group, emissionOf(timeline, level)]))
    const points = changePoints({ timeline, reps, emissions, laps, pauses: activity.pauses })
    const evidence: Evidence = { timeline, reps, emissions, points, laps }
    const stretches = align(evidence)
    const refined = plausible(evidence, refine(evidence, stretches))
    const extras = extraReps(evidence, refined)
    found = { stretches: refined, extras, levels, stray: strayShare(evidence, [...refined, ...extras]) }
    if (refined.length === 0) return found
    const spans = found.stretches.map(({ start, end, rep }) => ({ start, end, group: reps[rep]?.group ?? 0 }))
    const next = new Map([...levels, ...levelsOf(timeline, spans)])
    const measured = wayScale({ ...evidence, reps: planned }, refined)
    if (isSettled(levels, next) && Math.abs(measured - scale) < SETTLED_SCALE) break
    levels = next
    scale = measured
    reps = scaled(planned, scale)
  }
  // Whoever pressed the button for most of them has told which they are.
  const pressed = found.stretches.filter(({ lap }) => lap).length * 2 > found.stretches.length
  return found.stray > ANYWHERE && !pressed ? { ...found, stretches: [], extras: [] } : found
}

const isSettled = (before: ReadonlyMap<number, Level>, after: ReadonlyMap<number, Level>): boolean =>
  [...after].every(([group, { work, edge }]) => {
    const old = before.get(group)
    return old !== undefined && Math.abs(old.work - work) + Math.abs(old.edge - edge) < SETTLED * work
  })
