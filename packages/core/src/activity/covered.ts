import type { Activity, Column } from './activity.ts'
import { alongPath, isJittery, pathOf } from './path.ts'

const LONGEST_STEP = 30

const fromSpeed = (time: Column, speed: Column): Column => {
  const covered = new Float64Array(time.length).fill(NaN)
  let [sum, lastTime, lastSpeed] = [0, NaN, NaN]
  for (let index = 0; index < time.length; index++) {
    const [now, fast] = [time[index] ?? NaN, speed[index] ?? NaN]
    if (Number.isNaN(now) || Number.isNaN(fast)) continue
    const step = now - lastTime
    if (step > 0 && step <= LONGEST_STEP) sum += (step * (fast + lastSpeed)) / 2
    covered[index] = sum
    ;[lastTime, lastSpeed] = [now, fast]
  }
  return covered
}

const known = (column: Column | undefined): number => {
  let count = 0
  for (const value of column ?? []) if (!Number.isNaN(value)) count++
  return count
}

const moves = (column: Column | undefined): boolean => {
  for (const value of column ?? []) if (value > 0) return true
  return false
}

/** What the distance of the samples rests on. */
export type DistanceSource = 'distance' | 'speed' | 'positions' | 'none'

/** The distance is none of the device's own: it was summed up along its positions when the file was read. */
const isSummedUp = ({ problems }: Activity): boolean => problems.some(({ code }) => code === 'no-distance')

/**
 * Metres covered at each sample, from the device's own distance, else its speed, else the places. NaN where not known.
 * The device's distance follows a change of speed at once, while its speed is smoothed over some seconds.
 */
export const coveredBy = (
  activity: Activity,
  time: Column,
): { readonly covered: Column; readonly source: DistanceSource } => {
  const { samples } = activity
  const { distance, speed, latitude } = samples
  const enough = Math.max(2, samples.count / 10)
  const path = latitude && known(latitude) >= 2 ? pathOf(samples, time) : undefined
  if (distance && known(distance) >= enough && moves(distance)) {
    const jitters = path && isSummedUp(activity) && isJittery(path)
    return jitters
      ? { covered: alongPath(path, samples.count), source: 'positions' }
      : { covered: distance, source: 'distance' }
  }
  if (speed && known(speed) >= enough && moves(speed)) return { covered: fromSpeed(time, speed), source: 'speed' }
  if (path) return { covered: alongPath(path, samples.count), source: 'positions' }
  return { covered: new Float64Array(samples.count).fill(NaN), source: 'none' }
}
