import type { Activity, Instant } from '@bell-lap/core'
import { makeFitActivity } from '@bell-lap/formats'
import type { Leg } from '../demo/legs.ts'
import { randomOf } from '../demo/random.ts'
import { simulateRun } from '../demo/simulate.ts'

/** A run that somebody simulated: when, and what was run. */
export interface RunOf {
  /** `2026-10-20T06:30:00Z`. */
  readonly at: string
  readonly legs?: readonly Leg[]
  readonly seed?: number
}

const BODY = { restingHeartRate: 50, maxHeartRate: 190, raceSpeed: 4.5 }

export const easy = (kilometres: number): Leg => ({
  speed: 3.3,
  metres: 1000 * kilometres,
  seconds: (1000 * kilometres) / 3.3,
  intensity: 'active',
})

/** So many repetitions with a jog between and easy running around. */
export const intervals = (times: number, distance: number, speed: number): readonly Leg[] => {
  const rep: Leg = { speed, metres: distance, seconds: distance / speed, intensity: 'active' }
  const jog: Leg = { speed: 2.5, metres: 200, seconds: 80, intensity: 'rest' }
  const around = (intensity: 'warmup' | 'cooldown'): Leg => ({ ...easy(3), intensity })
  const sets = Array.from({ length: times }, (_, index) => (index < times - 1 ? [rep, jog] : [rep])).flat()
  return [around('warmup'), ...sets, around('cooldown')]
}

export const runOf = ({ at, legs = [easy(5)], seed = 1 }: RunOf): Activity =>
  simulateRun(legs, BODY, { instant: Date.parse(at) as Instant, utcOffset: 0 }, randomOf(seed))

export const fitOf = (run: RunOf): Uint8Array => makeFitActivity(runOf(run))
