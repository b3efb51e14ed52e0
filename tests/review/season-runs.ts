import type { Activity } from '../../packages/core/src/activity/activity.ts'
import { speedAt, type PaceBook } from '../../packages/core/src/pace/book.ts'
import { makeDay } from '../../packages/core/src/calendar/day.ts'
import type { SeasonSession } from '../../packages/core/src/season/season.ts'
import { seconds } from '../../packages/core/src/units/duration.ts'
import { estimate, type EstimatedBout } from '../../packages/core/src/workout/estimate.ts'
import { record, type Habits } from './device.ts'
import { FITTED } from './fit-parameters.ts'
import { asWatch } from './hour-run.ts'
import type { Random } from './random.ts'
import { runLegs, type Leg } from './runner.ts'

const EASY: ReadonlySet<string> = new Set(['warmup', 'cooldown', 'easy', 'long', 'recovery', 'steady'])
/** Metres a second, and seconds of what the plan leaves open. */
const [JOG, WALK, OPEN] = [2.5, 1.4, 90]

const legOf = ({ step, recovery, distance, duration }: EstimatedBout, easy: number): Leg => {
  const slow = step.mode === 'stand' ? 0.1 : step.mode === 'walk' ? WALK : JOG
  const speed = recovery ? slow : distance !== null && duration !== null ? distance / duration : easy
  const kind = recovery ? 'recovery' : EASY.has(step.role) ? 'easy' : 'rep'
  const byWay = step.extent?.kind === 'distance' && distance !== null
  const length = duration ?? (distance === null ? OPEN : distance / speed)
  return { kind, speed, length, ...(byWay ? { distance } : { duration: Math.round(length) }) }
}

/** Strides whose recovery the plan leaves out have one all the same. */
const rested = (leg: Leg, index: number, legs: readonly Leg[]): readonly Leg[] => {
  if (leg.kind !== 'rep' || legs[index + 1]?.kind !== 'rep') return [leg]
  return [leg, { kind: 'recovery', speed: JOG, duration: 60, length: 60 }]
}

/** A session of a season as somebody ran it who keeps to the plan: what a total leaves over lies around the work. */
export const legsOf = ({ workout }: SeasonSession, book: PaceBook): readonly Leg[] => {
  const easy = speedAt(book, 'easy') ?? 3
  const { bouts } = estimate(workout, (pace) => speedAt(book, pace))
  const listed = bouts
    .filter(({ unlisted }) => !unlisted)
    .map((bout) => legOf(bout, easy))
    .flatMap(rested)
  const rest = bouts.find(({ unlisted }) => unlisted)
  if (!rest) return listed
  const around = legOf(rest, easy)
  const half: Leg = { kind: 'easy', speed: easy, length: around.length / 2, duration: Math.round(around.length / 2) }
  return listed.length === 0 ? [{ ...half, duration: Math.round(around.length) }] : [half, ...listed, half]
}

/** What went otherwise than planned. */
export interface Otherwise {
  /** Days later. */
  readonly later?: number
  /** Share of the session that was run. */
  readonly share?: number
  readonly button?: Habits['button']
}

/** The recording of a session of a season, at its time in a zone that is one hour ahead of UTC. */
export const runOf = (
  session: SeasonSession,
  legs: readonly Leg[],
  random: Random,
  otherwise: Otherwise = {},
): Activity => {
  const { later = 0, share = 1, button = 'every lap' } = otherwise
  const habits = { sampling: '1 s', button, treadmill: false, dropouts: 0 } as const
  const run = runLegs(legs, FITTED, random)
  const end = Math.round(run.speed.length * share)
  const kept = {
    speed: run.speed.subarray(0, end),
    truths: run.truths.filter((truth) => truth.end <= end),
    bounds: run.bounds.filter((bound) => bound.end <= end),
  }
  const start = Date.parse(`${makeDay(session.day)}T00:00:00Z`) + 86_400_000 * later + 60_000 * (session.start - 60)
  const length = { start: seconds(0), elapsed: seconds(end), timer: seconds(end), sport: 'running' } as const
  return asWatch({ ...record(kept, FITTED, { habits, random }), sessions: [length] }, start + 200_000, random)
}
