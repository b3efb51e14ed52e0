import { seconds } from '../units/duration.ts'
import { metresPerSecond } from '../units/speed.ts'
import type { Distance, Duration, Speed } from '../units/quantity.ts'

/** The two ends of a middle-distance runner: maximal aerobic and maximal sprinting speed. */
export interface SpeedReserve {
  /** MAS: held all-out for five to six minutes. */
  readonly aerobic: Speed
  /** MSS: the fastest ten metres of a sprint, or 100 m speed as a stand-in. */
  readonly sprint: Speed
}

/** Anaerobic speed reserve (ASR) in m/s. */
export const speedReserve = ({ aerobic, sprint }: SpeedReserve): Speed => metresPerSecond(sprint - aerobic)

/** Speed reserve ratio (SRR). */
export const speedReserveRatio = ({ aerobic, sprint }: SpeedReserve): number => sprint / aerobic

const RUNNER_TYPES = ['400-800', '800', '800-1500', 'endurance'] as const
export type RunnerType = (typeof RUNNER_TYPES)[number]

/**
 * Type of an 800 m runner by the ratio: from 1.58 a 400-800 type, from 1.48 a specialist, from 1.36 an 800-1500 type.
 * `endurance` lies outside the sample. Source: Sandford and others 2019, IJSPP 14:501-508 (elite men).
 */
export const runnerType = (reserve: SpeedReserve): RunnerType => {
  const ratio = speedReserveRatio(reserve)
  if (ratio >= 1.58) return '400-800'
  if (ratio >= 1.48) return '800'
  return ratio >= 1.36 ? '800-1500' : 'endurance'
}

/** How fast the reserve is used up, for each second of running (Bundle, Hoyt & Weyand 2003). */
const DECAY = 0.013

/**
 * Speed that can be held for so long, up to 300 s: MAS + (MSS - MAS) e^(-0.013 t).
 * Source: Bundle, Hoyt & Weyand 2003, J Appl Physiol 95:1955.
 */
export const reserveSpeed = (reserve: SpeedReserve, time: Duration): Speed =>
  metresPerSecond(reserve.aerobic + speedReserve(reserve) * Math.exp(-DECAY * time))

const BISECTIONS = 80

/** Time over a distance at the speed that can be held for that time; the distance covered grows with time. */
export const reserveTime = (reserve: SpeedReserve, distance: Distance): Duration => {
  let short = distance / reserve.sprint
  let long = distance / reserve.aerobic
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (short + long) / 2
    if (middle * reserveSpeed(reserve, seconds(middle)) < distance) short = middle
    else long = middle
  }
  return seconds((short + long) / 2)
}
