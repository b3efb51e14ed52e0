import type { Review, ReviewedRecovery, ReviewedRep } from '@bell-lap/core'
import { makePart, makeWorkout } from '@bell-lap/formats'
import type { RepView, ReviewView } from '../views/review.ts'

const round = (value: number | null, decimals: number): number | null =>
  value === null || !Number.isFinite(value) ? null : Number(value.toFixed(decimals))
const rounded = (value: number, decimals: number): number => round(value, decimals) ?? 0

const plannedOf = ({ planned }: ReviewedRep): RepView['planned'] =>
  planned && {
    text: makePart(planned.step),
    distance_m: planned.distance ?? null,
    duration_s: planned.duration ?? null,
    speed_mps: planned.target ? [rounded(planned.target.low, 3), rounded(planned.target.high, 3)] : null,
  }

const recoveryOf = (recovery: ReviewedRecovery | undefined): RepView['recovery'] =>
  recovery
    ? {
        duration_s: rounded(recovery.duration, 1),
        distance_m: rounded(recovery.distance, 1),
        verdict: recovery.verdict,
      }
    : null

const repOf = (rep: ReviewedRep, recoveries: readonly ReviewedRecovery[]): RepView => ({
  planned: plannedOf(rep),
  start_s: round(rep.start, 1),
  end_s: round(rep.end, 1),
  distance_m: round(rep.distance, 1),
  duration_s: round(rep.timer ?? rep.duration, 1),
  speed_mps: round(rep.speed, 3),
  heart_rate_bpm: round(rep.heartRate, 0),
  verdict: rep.verdict,
  recovery: rep.end === null ? null : recoveryOf(recoveries.find(({ start }) => start === rep.end)),
})

/** A review for the screen, in SI units, rounded to what a stopwatch tells. */
export const reviewView = (review: Review, activity: string | null): ReviewView => ({
  activity,
  done: {
    distance_m: round(review.totals?.distance ?? null, 1),
    duration_s: round(review.totals?.timer ?? null, 1),
  },
  workout: review.workout && makeWorkout(review.workout),
  recognised: review.recognised,
  reps: review.reps.map((rep) => repOf(rep, review.recoveries)),
  judged_by: review.yardstick,
  fade_percent: round(review.fadePercent, 2),
  cv_percent: round(review.cvPercent, 2),
  decoupling_percent: round(review.decouplingPercent, 2),
  kick: review.kick && {
    last_400_s: rounded(review.kick.last400, 1),
    last_200_s: rounded(review.kick.last200, 1),
    ratio_400: rounded(review.kick.ratio400, 3),
    ratio_200: rounded(review.kick.ratio200, 3),
  },
  verdict: review.verdict,
  confidence: review.confidence,
  because: [...review.because],
  notes: [...review.notes],
})
