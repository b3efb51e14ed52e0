import type { Activity } from '../activity/activity.ts'
import { decouplingOfRun } from '../activity/decoupling.ts'
import { flatSpeed } from '../activity/flat-speed.ts'
import { timelineOf, type Timeline } from '../activity/timeline.ts'
import { totalsOf, type Totals } from '../activity/totals.ts'
import type { Athlete } from '../athlete/athlete.ts'
import { speedAt, type PaceBook } from '../pace/book.ts'
import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import { beatsPerMinute } from '../units/heart-rate.ts'
import { metresPerSecond } from '../units/speed.ts'
import { clockText, plainNumber } from '../units/text.ts'
import { estimate } from '../workout/estimate.ts'
import type { Workout } from '../workout/workout.ts'
import { distanceBetween } from './align.ts'
import { fadeReasons } from './because.ts'
import { easyEffort } from './easy-run.ts'
import { ANYWHERE, findReps, type Found } from './find-reps.ts'
import { judgeReps } from './judge-rep.ts'
import { MOST_REPS, plannedReps, type PlannedRep } from './planned-rep.ts'
import { recognise } from './recognise.ts'
import type { Confidence, Review, ReviewedRecovery, ReviewedRep, RepVerdict, SessionVerdict } from './reviewed.ts'
import { measureRep, type FoundRep } from './run-reps.ts'
import { evennessOf, kickOver, pacingOver } from './session-measures.ts'
import { countReason, isStride, verdictByLength, verdictByReps } from './session-verdict.ts'

/** What a recording is held against. */
export interface ReviewQuestion {
  /** Without one the structure is recognised and offered. */
  readonly workout?: Workout
  /** The athlete's paces: without them repetitions are judged by one another. */
  readonly book?: PaceBook
  readonly athlete?: Athlete
  /** Judge from the samples alone. */
  readonly ignoreLaps?: boolean
}

/**
 * Planned against done: finds the repetitions of a workout in a recording, judges each, and the session by them. Grows
 * with the length of the recording and the number of repetitions. Never fails: what cannot be told is said so.
 */
export const reviewActivity = (activity: Activity, question: ReviewQuestion = {}): Review => {
  const timeline = timelineOf(activity)
  const totals = totalsOf(activity, timeline)
  const offered = question.workout ? undefined : recognise(activity, timeline, question.ignoreLaps)
  const workout = question.workout ?? offered?.workout ?? null
  const all = workout ? plannedReps(workout, question.book) : []
  const planned = all.slice(0, MOST_REPS)
  const notes = [...timeline.notes, ...leftOut(all.length)]
  const seen: Seen = { activity, timeline, totals, workout, question, notes }
  const review = planned.length > 0 ? reviewReps(seen, planned) : reviewRun(seen)
  if (!offered) return review
  if (timeline.count < SHORTEST_SESSION || distanceBetween(timeline, 0, timeline.count) < SHORTEST_WAY) {
    const reason = 'Cannot tell what session this was: too little of it was recorded.'
    return { ...review, recognised: true, workout: null, verdict: null, confidence: 'cannot tell', because: [reason] }
  }
  const because = [`Recognised, not planned: ${offered.reason}`, ...review.because]
  return { ...review, recognised: true, verdict: null, because }
}

const leftOut = (all: number): readonly string[] =>
  all > MOST_REPS ? [`The plan has ${all} repetitions: only the first ${MOST_REPS} were looked for.`] : []

/** Less than five minutes or 500 m shows no structure. */
const SHORTEST_SESSION = 300
const SHORTEST_WAY = 500

interface Seen {
  readonly activity: Activity
  readonly timeline: Timeline
  readonly totals: Totals
  readonly workout: Workout | null
  readonly question: ReviewQuestion
  readonly notes: readonly string[]
}

/** Contrast of speed between work and the rest below which a structure cannot be told. */
const LEAST_CONTRAST = 0.04
const CLEAR_CONTRAST = 0.1
/** So much of what is as fast lies elsewhere that the repetitions may be chance. */
const OFTEN = 0.25

const contrastOf = ({ levels }: Found): number =>
  levels.size === 0 ? 0 : Math.min(...[...levels.values()].map(({ work, edge }) => (work > 0 ? 1 - edge / work : 0)))

/** Seconds of rest within which the heart rate falls, and the fewest of them that show it. */
const HEART_FALL = 60
const HEART_WINDOW = 15

/** Whether the heart beat faster at the ends of the repetitions than a minute later; true where it was not measured. */
const heartFollows = ({ heartRate }: Timeline, { stretches }: Found): boolean => {
  if (!heartRate) return true
  const falls = stretches.slice(0, -1).flatMap(({ end }, index) => {
    const later = Math.min(end + HEART_FALL, stretches[index + 1]?.start ?? Infinity)
    const [high, low] = [heartRate[Math.round(end)] ?? NaN, heartRate[Math.round(later)] ?? NaN]
    return Number.isNaN(high) || Number.isNaN(low) || later - end < HEART_WINDOW ? [] : [high - low]
  })
  return falls.length < 2 || falls.reduce((sum, fall) => sum + fall, 0) > 0
}

/** How much longer than its one bout a recording may be for the bout to be all of it. */
const WHOLE = 0.15

/** A race or a test often fills its recording: nothing is slower, and nothing has to be. */
const wholeRun = (timeline: Timeline, planned: readonly PlannedRep[]): Found | undefined => {
  const [only] = planned
  if (planned.length !== 1 || !only || timeline.source === 'none') return undefined
  const end = timeline.count - 1
  const done = only.distance === undefined ? end : distanceBetween(timeline, 0, end)
  const wanted = only.distance ?? only.duration
  if (wanted === undefined || done < wanted * (1 - WHOLE) || done > wanted * (1 + WHOLE)) return undefined
  return { stretches: [{ rep: 0, start: 0, end }], extras: [], levels: new Map(), stray: 0 }
}

/** Without its own laps a repetition is told by speed alone. */
const confidenceOf = (found: Found, planned: readonly PlannedRep[], timeline: Timeline): Confidence => {
  if (timeline.source === 'none') return 'cannot tell'
  const contrast = contrastOf(found)
  if (contrast < LEAST_CONTRAST) return 'cannot tell'
  const lapped = found.stretches.filter(({ lap }) => lap).length
  if (lapped === planned.length) return 'high'
  if (contrast < CLEAR_CONTRAST || found.stray > OFTEN || !heartFollows(timeline, found)) return 'low'
  return found.stretches.length === planned.length ? 'medium' : 'low'
}

const reviewedRep = (rep: FoundRep, verdict: RepVerdict): ReviewedRep => ({
  planned: rep.planned,
  start: seconds(rep.start),
  end: seconds(rep.end),
  distance: metres(rep.distance),
  duration: seconds(rep.end - rep.start),
  timer: seconds(rep.timer),
  speed: metresPerSecond(rep.speed),
  heartRate: rep.heartRate === null ? null : beatsPerMinute(rep.heartRate),
  verdict,
  ...(rep.lap === undefined ? {} : { lap: rep.lap }),
})

export const missedRep = (planned: PlannedRep): ReviewedRep => ({
  planned,
  start: null,
  end: null,
  distance: null,
  duration: null,
  timer: null,
  speed: null,
  heartRate: null,
  verdict: 'missed',
})

/** In the order they were run; the missed ones where the plan has them. */
const withMissed = (run: readonly ReviewedRep[], planned: readonly PlannedRep[]): readonly ReviewedRep[] => {
  const done = new Set(run.map((rep) => rep.planned))
  const all = [...run]
  planned.forEach((rep, index) => {
    if (done.has(rep)) return
    const later = all.findIndex((one) => one.planned !== null && planned.indexOf(one.planned) > index)
    all.splice(later < 0 ? all.length : later, 0, missedRep(rep))
  })
  return all
}

/** How much a recovery may differ from the planned one and still be kept: 15 %, or 10 s. */
const RECOVERY_ROOM = 0.15
const RECOVERY_SECONDS = 10

const recoveriesOf = (timeline: Timeline, reps: readonly FoundRep[]): readonly ReviewedRecovery[] =>
  reps.slice(1).map((rep, index) => {
    const before = reps[index]
    const start = before?.end ?? 0
    const planned = before?.planned?.recovery ?? null
    const [distance, duration] = [distanceBetween(timeline, start, rep.start), Math.max(0, rep.start - start)]
    return {
      planned,
      start: seconds(start),
      end: seconds(rep.start),
      distance: metres(distance),
      duration: seconds(duration),
      verdict: recoveryVerdict(planned, distance, duration),
    }
  })

const recoveryVerdict = (
  planned: ReviewedRecovery['planned'],
  distance: number,
  duration: number,
): ReviewedRecovery['verdict'] => {
  const [done, wanted] =
    planned?.duration === undefined ? [distance, planned?.distance] : [duration, Number(planned.duration)]
  if (wanted === undefined) return null
  // A recovery over a distance is measured by positions, whose slack at a jog is metres rather than seconds.
  const room = Math.max(
    RECOVERY_ROOM * wanted,
    planned?.duration === undefined ? 2 * RECOVERY_SECONDS : RECOVERY_SECONDS,
  )
  if (done < wanted - room) return 'short'
  return done > wanted + room ? 'long' : 'kept'
}

const reviewReps = (seen: Seen, planned: readonly PlannedRep[]): Review => {
  const { activity, timeline, question } = seen
  const told = findReps(activity, timeline, planned, { ignoreLaps: question.ignoreLaps ?? false })
  const whole = contrastOf(told) < CLEAR_CONTRAST ? wholeRun(timeline, planned) : undefined
  const found = whole ?? told
  const confidence = whole ? 'high' : confidenceOf(found, planned, timeline)
  const stretches = confidence === 'cannot tell' ? [] : found.stretches
  const run = [
    ...stretches.map((stretch) => measureRep(timeline, stretch, planned[stretch.rep] ?? null)),
    ...(stretches.length > 0 ? found.extras.map((extra) => measureRep(timeline, extra, null)) : []),
  ].toSorted((one, other) => one.start - other.start)
  const verdicts = judgeReps(run)
  const reps = withMissed(
    run.map((rep, index) => reviewedRep(rep, verdicts[index] ?? 'on')),
    planned,
  )
  const recoveries = recoveriesOf(timeline, run)
  const evenness = evennessOf(run, verdicts)
  const byReps =
    confidence === 'cannot tell' && !planned.every(isStride) ? 'different' : sessionVerdict(seen, reps, planned)
  const verdict = confidence === 'low' && byReps === 'as planned' ? 'close' : byReps
  const byTarget = planned.some(({ target }) => target !== null)
  const effort = effortOf(timeline, run)
  const strides = planned.every(isStride) ? lengthOf(seen) : undefined
  return {
    ...common(seen),
    reps,
    recoveries,
    yardstick: byTarget ? 'target' : 'consistency',
    fadePercent: evenness?.fade ?? null,
    cvPercent: evenness?.cv ?? null,
    kick: effort?.kick ?? null,
    pacing: effort?.pacing ?? null,
    verdict,
    confidence,
    because: [
      ...(confidence === 'cannot tell' ? [cannotTell(timeline)] : [countReason(reps, planned.length, byTarget)]),
      ...(found.stray > ANYWHERE ? ['As much was run as fast elsewhere: this was another session.'] : []),
      ...(byTarget || reps.length < 2 ? [] : ['No paces were given: repetitions are judged by one another.']),
      ...(strides ? [strides.reason] : []),
      ...targetReasons(reps),
      ...(evenness && !strides ? fadeReasons(evenness, { activity, timeline, recoveries }) : []),
      ...recoveryReasons(recoveries),
      ...(effort ? effort.reasons : []),
      ...lapReasons(seen, stretches.filter(({ lap }) => lap).length, stretches.length),
    ],
  }
}

interface Length {
  readonly done: number
  readonly wanted: number
  readonly reason: string
}

/** How long a run was, and was to be: by its distance where the plan states one, else by time. */
const lengthOf = ({ totals, workout, question }: Seen): Length | undefined => {
  const { book } = question
  const planned = workout && estimate(workout, (pace) => book && speedAt(book, pace))
  const byWay = planned?.distance && (workout?.total?.extent.kind === 'distance' || planned.duration === null)
  const [done, wanted] = byWay
    ? [Number(totals.distance), Number(planned.distance)]
    : [Number(totals.moving), Number(planned?.duration ?? 0)]
  const text = (amount: number): string => (byWay ? `${plainNumber(amount / 1000, 1)} km` : clockText(seconds(amount)))
  return wanted > 0 ? { done, wanted, reason: `${text(done)} of ${text(wanted)} planned.` } : undefined
}

/** An easy run with strides in it is that run first: it is judged by its length, and close where the strides are not seen. */
const verdictWithStrides = ({ done, wanted }: Length, byReps: SessionVerdict): SessionVerdict => {
  const byLength = verdictByLength(done, wanted)
  return byLength === 'as planned' && byReps !== 'as planned' ? 'close' : byLength
}

const sessionVerdict = (seen: Seen, reps: readonly ReviewedRep[], planned: readonly PlannedRep[]): SessionVerdict => {
  const byReps = verdictByReps(reps, planned)
  const length = planned.every(isStride) ? lengthOf(seen) : undefined
  if (length) return verdictWithStrides(length, byReps)
  if (byReps !== 'missed') return byReps
  // Something else was run instead: that is another session, not none.
  const expected = planned.reduce((sum, rep) => sum + rep.expected, 0)
  return seen.totals.moving >= expected ? 'different' : 'missed'
}

const cannotTell = ({ source }: Timeline): string =>
  source === 'none'
    ? 'Cannot tell: the recording has neither distance nor speed nor positions.'
    : 'Cannot tell: the speed hardly changes, so that repetitions do not stand out from the rest of the run.'

/** Races, tests and single long bouts are looked at from inside: pacing and the end. */
const effortOf = (timeline: Timeline, run: readonly FoundRep[]) => {
  const [only] = run.filter(({ planned }) => planned?.step.role === 'race' || planned?.step.role === 'test')
  if (!only) return undefined
  const [kick, pacing] = [kickOver(timeline, only.start, only.end), pacingOver(timeline, only.start, only.end)]
  const change = (ratio: number): string =>
    `${plainNumber(100 * Math.abs(ratio - 1), 1)} % ${ratio >= 1 ? 'faster' : 'slower'}`
  return {
    kick,
    pacing,
    reasons: [
      ...(pacing
        ? [
            `Paced ${pacing.shape}: second half ${plainNumber(pacing.halves, 3)} of the first, CV ${plainNumber(pacing.cv, 1)} %.`,
          ]
        : []),
      ...(kick ? [`Last 400 m ${change(kick.ratio400)} than before, last 200 m ${change(kick.ratio200)} (R110).`] : []),
    ],
  }
}

const targetReasons = (reps: readonly ReviewedRep[]): readonly string[] => {
  const fast = reps.filter(({ verdict }) => verdict === 'fast')
  const threshold = fast.filter(({ planned }) => planned?.family === 'threshold' && planned.target)
  if (threshold.length === 0) return []
  return [`Threshold was not controlled: ${threshold.length} of its bouts faster than the range (R15).`]
}

const recoveryReasons = (recoveries: readonly ReviewedRecovery[]): readonly string[] => {
  const judged = recoveries.filter(({ verdict }) => verdict !== null)
  if (judged.length === 0) return []
  const count = (verdict: string): number => judged.filter((one) => one.verdict === verdict).length
  const [short, long] = [count('short'), count('long')]
  if (short + long === 0) return [`All ${judged.length} recoveries were kept.`]
  const parts = [...(short > 0 ? [`${short} shorter`] : []), ...(long > 0 ? [`${long} longer`] : [])]
  return [`Of ${judged.length} recoveries ${parts.join(' and ')} than planned.`]
}

const lapReasons = ({ activity, question }: Seen, lapped: number, all: number): readonly string[] => {
  if (all === 0) return []
  if (question.ignoreLaps)
    return ['Laps were left aside: ends of repetitions are those of the speed, within some seconds.']
  if (lapped === all) return ['Times are those of the lap button.']
  const some = lapped > 0 ? `${lapped} of ${all} times are those of the lap button` : 'No lap fits the repetitions'
  return [
    activity.laps.length > 1
      ? `${some}; the others are told by speed, within some seconds.`
      : 'No lap was pressed: times are told by speed, within some seconds.',
  ]
}

const common = (seen: Seen) => {
  const decoupling =
    seen.workout && isContinuous(seen.workout) ? decouplingOfRun(seen.timeline, flatSpeed(seen.timeline)) : undefined
  return {
    totals: seen.totals,
    workout: seen.workout,
    recognised: false,
    decouplingPercent: decoupling ?? null,
    notes: seen.notes,
  }
}

/** Drift says something of steady running only. */
const isContinuous = ({ steps }: Workout): boolean => steps.every((part) => part.kind === 'step')

/** A run without repetitions: by its length, and whether easy was easy. */
const reviewRun = (seen: Seen): Review => {
  const { timeline, workout, question } = seen
  const length = lengthOf(seen)
  const base = common(seen)
  const effort = workout && isEasy(workout) ? easyEffort(timeline, question.athlete) : undefined
  const byLength: SessionVerdict = length ? verdictByLength(length.done, length.wanted) : 'close'
  const drift = base.decouplingPercent
  return {
    ...base,
    reps: [],
    recoveries: [],
    yardstick: 'consistency',
    fadePercent: null,
    cvPercent: null,
    kick: null,
    pacing: null,
    verdict: effort?.tooHard && byLength === 'as planned' ? 'close' : byLength,
    confidence: length ? 'high' : 'cannot tell',
    because: [
      length?.reason ?? 'Cannot tell: the plan states no length.',
      ...(effort ? [effort.reason] : []),
      ...(drift === null ? [] : [driftReason(drift)]),
    ],
  }
}

const isEasy = ({ steps, remainder }: Workout): boolean =>
  remainder === 'easy' || steps.some((part) => part.kind === 'step' && ['easy', 'long', 'recovery'].includes(part.role))

const driftReason = (drift: number): string => {
  const word = drift < 5 ? 'coupled' : drift <= 10 ? 'moderate drift' : 'strong drift'
  return `Speed for each heart beat fell by ${plainNumber(drift, 1)} % from the first half to the second: ${word}.`
}
