import {
  makeDay,
  speedAt,
  speedsOf,
  type PrescribedSession,
  type Season,
  type SeasonSession,
  type SpeedAt,
} from '@bell-lap/core'
import { makeWorkout } from '@bell-lap/formats'
import type { SessionCard } from '../views/season.ts'
import type { IntensityShown } from '../views/words.ts'
import { clockOf } from './clock.ts'
import { hardestOf } from './intensity.ts'
import { blocksOf, reckon, type Reckoned } from './parts.ts'
import { shortTitle } from './title.ts'

/** What of a card the season alone decides; the rest is what became of the session. */
export type PlannedCard = Omit<SessionCard, 'standing' | 'fixed' | 'activity'>

/** The athlete's own speeds on the session's day, else those of the nominal runner: for drawing, never for a target. */
const speedsFor = (season: Season, { book }: Pick<PrescribedSession, 'book'>): SpeedAt =>
  book.ok ? (pace) => speedAt(book.value, pace) : speedsOf(season.plan)

export const reckonSession = (season: Season, prescribed: PrescribedSession): Reckoned =>
  reckon(prescribed.prescription.parts, prescribed.session.workout, speedsFor(season, prescribed))

const RUNNING = ['run', 'race', 'test', 'mixed']

/** A session as it stands in the calendar. `before`: as the base has it, undefined for one that it has not. */
export const plannedCard = (
  season: Season,
  prescribed: PrescribedSession,
  before: SeasonSession | undefined,
): PlannedCard => {
  const { session } = prescribed
  const { id, day, slot, start, workout, hardness, pillars, estimated } = session
  const { parts, bouts } = reckonSession(season, prescribed)
  const intensity = intensityOfSession(session, hardestOf(bouts))
  const whole = estimated.duration === null ? null : { duration_s: estimated.duration, intensity }
  return {
    id,
    day: makeDay(day),
    slot,
    start: clockOf(start),
    kind: workout.kind,
    hardness,
    pillar: pillars[0] ?? null,
    title: shortTitle(session, season.athlete.unit ?? season.plan.unit),
    text: makeWorkout(workout),
    estimated: { distance_m: estimated.distance, duration_s: estimated.duration },
    intensity,
    blocks: RUNNING.includes(workout.kind) ? blocksOf(parts, whole) : whole ? [whole] : [],
    changed: before === undefined || isMoved(session, before) || makeWorkout(before.workout) !== makeWorkout(workout),
  }
}

const isMoved = (a: SeasonSession, b: SeasonSession): boolean =>
  a.day !== b.day || a.slot !== b.slot || a.start !== b.start

const intensityOfSession = ({ workout }: SeasonSession, hardest: IntensityShown): IntensityShown => {
  if (workout.kind === 'rest') return 'rest'
  if (workout.kind === 'strength' || workout.kind === 'plyometrics') return 'strength'
  return RUNNING.includes(workout.kind) ? hardest : 'other'
}
