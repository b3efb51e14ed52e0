import { noteProblem } from './draft.ts'
import type { ActivitySession, Column, Pause, Problem } from './recorded.ts'

/** No stop of a run is this long without the timer standing still, in seconds. */
const LONGEST_GAP = 86_400
/** A smaller leap shows where the recording spans so much more than the time that its summary states, in seconds. */
const SMALLEST_LEAP = 60
const AGREEMENT = 10

const isPaused = (pauses: readonly Pause[], from: number, to: number): boolean =>
  pauses.some((pause) => pause.start <= from + AGREEMENT && pause.end >= to - AGREEMENT)

interface Step {
  readonly sample: number
  readonly from: number
  readonly seconds: number
}

/** Steps from one known time to the next that go back, or forward by more than a minute. */
const oddSteps = (time: Column): Step[] => {
  const steps: Step[] = []
  let from = NaN
  for (let sample = 0; sample < time.length; sample++) {
    const to = time[sample] ?? NaN
    if (Number.isNaN(to)) continue
    if (to < from || to - from > SMALLEST_LEAP) steps.push({ sample, from, seconds: to - from })
    from = to
  }
  return steps
}

const sumOf = (amounts: readonly (number | undefined)[]): number | undefined =>
  amounts.some((amount) => amount === undefined) || amounts.length === 0
    ? undefined
    : amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)

/** What the samples span beyond the elapsed time of the only session; 0 where that cannot be said. */
const excessOf = (time: Column, sessions: readonly ActivitySession[]): number => {
  const elapsed = sessions.length === 1 ? sumOf(sessions.map((session) => session.elapsed)) : undefined
  if (elapsed === undefined) return 0
  const isKnown = (value: number): boolean => !Number.isNaN(value)
  return (time.findLast(isKnown) ?? 0) - (time.find(isKnown) ?? 0) - elapsed
}

const plain = (seconds: number): string => String(Math.round(seconds * 1000) / 1000)

/**
 * Names where the watch's clock leapt or went back. Nothing is changed: a reader of the samples decides.
 * A leap is a gap of over a day, or one that the summary of the session does not contain, with the timer running.
 */
export const noteClock = (
  time: Column,
  pauses: readonly Pause[],
  sessions: readonly ActivitySession[],
  problems: Problem[],
): void => {
  const excess = excessOf(time, sessions)
  for (const { sample, from, seconds } of oddSteps(time)) {
    if (seconds < 0) {
      const message = `Sample ${sample} is ${plain(-seconds)} s older than the one before it.`
      noteProblem(problems, { code: 'time-backwards', message, sample, seconds })
      continue
    }
    const unexplained = Math.abs(seconds - excess) <= AGREEMENT
    if ((seconds <= LONGEST_GAP && !unexplained) || isPaused(pauses, from, from + seconds)) continue
    const message = `The clock leaps ${plain(seconds)} s forward at sample ${sample}.`
    noteProblem(problems, { code: 'clock-jump', message, sample, seconds })
  }
}
