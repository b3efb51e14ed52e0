import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import type { Duration } from '../units/quantity.ts'
import { metresPerSecond } from '../units/speed.ts'
import { parseClock } from '../units/text.ts'
import type { PaceBook } from '../pace/book.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Workout } from '../workout/workout.ts'
import { fadeReasons } from './because.ts'
import { judgeReps, type RunRep } from './judge-rep.ts'
import { plannedReps, type PlannedRep } from './planned-rep.ts'
import { missedRep } from './review.ts'
import type { Review, ReviewedRep } from './reviewed.ts'
import { evennessOf } from './session-measures.ts'
import { countReason, verdictByReps } from './session-verdict.ts'

/** More splits than anybody types. */
const MOST_SPLITS = 200
/** `71`, `71.4`, `1:11`, `1:11,4`, `71"`, `71s`; what stands in brackets is a recovery or a word beside the splits. */
const SPLIT = /^(\d{1,2}:\d{2}(?:[.,]\d{1,2})?|\d{1,4}(?:[.,]\d{1,2})?)(?:"|s|sec)?$/

/**
 * Splits as typed on a phone: `71 72 70 73`, `1:11, 1:12.5`, `8x400: 71/72/70 (200 jog) 73`. Text before a colon and a
 * blank, brackets and what is no time are left out; fails where nothing is left. Seconds.
 */
export const parseSplits = (text: string): Result<readonly Duration[], string> => {
  const note = text.replace(/^[^:]*[A-Za-z][^:]*:(?=\s)/, ' ').replace(/\([^)]*\)/g, ' ')
  const words = note.split(/[\s;/|]+|,(?=\s|$)|(?<=[A-Za-z:\d]),(?=\d+:)|,(?=\d{2,3}(?:[,.\s]|$))/)
  const splits: Duration[] = []
  for (const word of words) {
    const match = SPLIT.exec(word.replace(/^#?\d{1,2}\)(?=\d)/, ''))
    const time = match?.[1] === undefined ? undefined : parseClock(match[1].replace(',', '.'))
    if (time !== undefined && time > 0) splits.push(time)
  }
  if (splits.length === 0) return fail(`"${text}" holds no splits: write them one after the other, as "71 72 70 73".`)
  if (splits.length > MOST_SPLITS)
    return fail(`${splits.length} splits are more than anybody runs: at most ${MOST_SPLITS}.`)
  return ok(splits)
}

/** Nobody runs a repetition faster, metres a second: a split that says so is part of one. */
const FASTEST = 9.5

/** Splits of laps within repetitions are summed up, where there is the same number of them in each. */
const gathered = (splits: readonly Duration[], planned: readonly PlannedRep[]): readonly number[] => {
  const parts = splits.length / planned.length
  const [split, distance] = [splits[0] ?? 0, planned[0]?.distance ?? 0]
  if (!Number.isInteger(parts) || parts < 2 || distance / split < FASTEST) return splits
  return planned.map((_, index) =>
    splits.slice(index * parts, (index + 1) * parts).reduce((sum, time) => sum + time, 0),
  )
}

const repOf = (time: number, planned: PlannedRep | null): RunRep => {
  const distance = planned?.distance ?? 0
  return { planned, distance, timer: time, speed: distance > 0 ? distance / time : 0, exact: true }
}

const reviewedSplit = (rep: RunRep, verdict: ReviewedRep['verdict']): ReviewedRep => ({
  planned: rep.planned,
  start: null,
  end: null,
  distance: rep.distance > 0 ? metres(rep.distance) : null,
  duration: seconds(rep.timer),
  timer: seconds(rep.timer),
  speed: rep.speed > 0 ? metresPerSecond(rep.speed) : null,
  heartRate: null,
  verdict,
})

/** Reviews splits that were taken by hand: a stopwatch on the track beats positions. */
export const reviewSplits = (splits: readonly Duration[], workout: Workout, book?: PaceBook): Review => {
  const planned = plannedReps(workout, book)
  const times = gathered(splits, planned)
  const run = times.map((time, index) => repOf(time, planned[index] ?? null))
  const verdicts = judgeReps(run)
  const reps = [
    ...run.map((rep, index) => reviewedSplit(rep, verdicts[index] ?? 'on')),
    ...planned.slice(times.length).map(missedRep),
  ]
  const evenness = evennessOf(run, verdicts)
  const byTarget = planned.some(({ target }) => target !== null)
  const untold = planned.some(({ distance }) => distance === undefined)
  const fewer = times.length < planned.length
  return {
    totals: null,
    workout,
    recognised: false,
    reps,
    recoveries: [],
    yardstick: byTarget ? 'target' : 'consistency',
    fadePercent: evenness?.fade ?? null,
    cvPercent: evenness?.cv ?? null,
    decouplingPercent: null,
    kick: null,
    pacing: null,
    verdict: planned.length === 0 ? 'different' : verdictByReps(reps, planned),
    confidence: planned.length === 0 ? 'cannot tell' : fewer || untold ? 'medium' : 'high',
    because: [
      planned.length === 0
        ? 'Cannot tell: the workout has no repetitions.'
        : countReason(reps, planned.length, byTarget),
      ...(byTarget ? [] : ['No paces were given: repetitions are judged by one another.']),
      ...(untold ? ['Cannot tell how fast: the workout gives times, and the splits no distances.'] : []),
      ...(fewer && planned.length > 0 ? ['Fewer splits than repetitions: the last ones are taken for missed.'] : []),
      ...(evenness ? fadeReasons(evenness, { activity: null, timeline: null, recoveries: [] }) : []),
      'Splits as typed.',
    ],
    notes: [],
  }
}
