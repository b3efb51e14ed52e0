import type {
  Activity,
  ActivitySession,
  Device,
  Lap,
  Problem,
  Review,
  ReviewedRecovery,
  ReviewedRep,
} from '@bell-lap/core'
import { makeWorkout } from '../plan-text/notation/make-workout.ts'
import { makeExtent, makeTarget, type Json } from './workout.ts'

const round = (value: number | null | undefined, decimals = 2): number | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : Number(value.toFixed(decimals))

/** Keys whose value is not known are left out. */
const known = (entries: { readonly [key: string]: unknown }): Json =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined && value !== null))

const summary = (of: Lap | ActivitySession): Json =>
  known({
    start_s: round(of.start),
    elapsed_s: round(of.elapsed, 3),
    timer_s: round(of.timer, 3),
    moving_s: round(of.moving, 3),
    distance_m: round(of.distance),
    heart_rate_bpm: round(of.heartRate),
    max_heart_rate_bpm: round(of.maxHeartRate),
    sport: of.sport,
    sub_sport: of.subSport,
  })

const lap = (one: Lap): Json =>
  known({ ...summary(one), intensity: one.intensity, trigger: one.trigger, step: one.step })

const device = (one: Device | undefined): Json | null =>
  one ? known({ maker: one.maker, product: one.product, name: one.name }) : null

const problem = (one: Problem): Json => known({ code: one.code, message: one.message, at: one.at, sample: one.sample })

const planned = ({ planned: rep }: ReviewedRep): Json | null =>
  rep && {
    path: rep.path,
    role: rep.step.role,
    extent: rep.step.extent && makeExtent(rep.step.extent),
    target: rep.step.target && makeTarget(rep.step.target),
    ...(rep.distance === undefined ? {} : { distance_m: rep.distance }),
    ...(rep.duration === undefined ? {} : { duration_s: rep.duration }),
    ...(rep.target ? { speed_mps: [round(rep.target.low, 3), round(rep.target.high, 3)] } : {}),
  }

const rep = (one: ReviewedRep): Json => ({
  planned: planned(one),
  start_s: round(one.start),
  end_s: round(one.end),
  distance_m: round(one.distance),
  duration_s: round(one.duration),
  timer_s: round(one.timer),
  speed_mps: round(one.speed, 3),
  heart_rate_bpm: round(one.heartRate, 0),
  verdict: one.verdict,
  ...(one.lap === undefined ? {} : { lap: one.lap }),
})

const recovery = (one: ReviewedRecovery): Json => ({
  planned: one.planned && {
    ...(one.planned.distance === undefined ? {} : { distance_m: one.planned.distance }),
    ...(one.planned.duration === undefined ? {} : { duration_s: one.planned.duration }),
    ...(one.planned.step.mode ? { mode: one.planned.step.mode } : {}),
  },
  start_s: round(one.start),
  end_s: round(one.end),
  distance_m: round(one.distance),
  duration_s: round(one.duration),
  verdict: one.verdict,
})

/** A moment as the formats write it: seconds, in UTC, or the day's own parts where a fraction counts. */
const moment = (start: Activity['start']): string | null =>
  start === null ? null : Temporal.Instant.fromEpochMilliseconds(Math.round(start)).toString()

const activityJson = (activity: Activity, review: Review): Json => ({
  start: moment(activity.start),
  duration_s: round(review.totals?.elapsed, 3),
  timer_s: round(review.totals?.timer, 3),
  moving_s: round(review.totals?.moving, 3),
  distance_m: round(review.totals?.distance),
  samples: activity.samples.count,
  laps: activity.laps.map(lap),
  sessions: activity.sessions.map(summary),
  device: device(activity.device),
  problems: activity.problems.map(problem),
})

/** A review as `bell-lap review --json` prints it; `activity` is null where splits were typed. */
export const makeReviewJson = (review: Review, activity: Activity | null): Json => ({
  activity: activity && activityJson(activity, review),
  workout: review.workout && makeWorkout(review.workout),
  recognised: review.recognised,
  reps: review.reps.map(rep),
  recoveries: review.recoveries.map(recovery),
  judged_by: review.yardstick,
  fade_percent: round(review.fadePercent),
  cv_percent: round(review.cvPercent),
  decoupling_percent: round(review.decouplingPercent),
  kick: review.kick && {
    last_400_s: round(review.kick.last400, 1),
    last_200_s: round(review.kick.last200, 1),
    ratio_400: round(review.kick.ratio400, 3),
    ratio_200: round(review.kick.ratio200, 3),
  },
  pacing: review.pacing && {
    cv_percent: round(review.pacing.cv),
    halves: round(review.pacing.halves, 4),
    shape: review.pacing.shape,
    u_shaped: review.pacing.uShaped,
  },
  verdict: review.verdict,
  confidence: review.confidence,
  because: review.because,
  notes: review.notes,
})
