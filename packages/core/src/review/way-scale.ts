import { metres } from '../units/distance.ts'
import { distanceBetween, type Evidence, type Stretch } from './align.ts'
import { scoreOf, type Emission } from './emission.ts'
import type { PlannedRep } from './planned-rep.ts'

/** How much longer or shorter a device may measure all ways than they are: an oval by positions, a belt, a foot pod. */
const MOST = 0.12
/** What is expected of that before anything was seen, as a share, and how well an end is told by speed, in seconds. */
const USUAL = 0.02
const END = 3
/** Share by which one repetition is measured differently from the next. */
const UNEVEN = 0.015
/** Seconds around the ends that were found within which speed alone may have others. */
const REACH = 15
const STEP = 1
const FEWEST = 3

/** The ends that speed alone would give a repetition. */
const bySpeed = (emission: Emission, { start, end }: Stretch): readonly [number, number] => {
  const middle = (start + end) / 2
  let [from, to, most, last] = [start, end, -Infinity, -Infinity]
  for (let moment = start - REACH; moment <= Math.min(start + REACH, middle); moment += STEP) {
    const score = scoreOf(emission, moment, middle)
    if (score > most) [from, most] = [moment, score]
  }
  for (let moment = Math.max(end - REACH, middle); moment <= end + REACH; moment += STEP) {
    const score = scoreOf(emission, middle, moment)
    if (score > last) [to, last] = [moment, score]
  }
  return [from, to]
}

/**
 * How long this device measures the planned distances, as a share of them, by the repetitions whose ends speed tells: 1
 * where nothing speaks against it. Few and short repetitions tell little, and leave it near 1.
 */
export const wayScale = ({ timeline, reps, emissions }: Evidence, stretches: readonly Stretch[]): number => {
  const seen = stretches.flatMap((stretch) => {
    const rep = reps[stretch.rep]
    const emission = emissions.get(rep?.group ?? -1)
    if (rep?.distance === undefined || !emission || stretch.lap) return []
    const [from, to] = bySpeed(emission, stretch)
    return [{ ratio: distanceBetween(timeline, from, to) / rep.distance, length: to - from }]
  })
  if (seen.length < FEWEST) return 1
  // Each counts by how well its ends tell its length; how much they differ says how well they tell it together.
  const weights = seen.map(({ length }) => 1 / ((END / length) ** 2 + UNEVEN ** 2))
  const sum = weights.reduce((one, other) => one + other, 0)
  const mean = seen.reduce((total, { ratio }, index) => total + ratio * (weights[index] ?? 0), 0) / sum
  const spread = seen.reduce((total, { ratio }, index) => total + (ratio - mean) ** 2 * (weights[index] ?? 0), 0) / sum
  const unsure = Math.max(1 / sum, spread / (seen.length - 1))
  const trusted = USUAL ** 2 / (USUAL ** 2 + unsure)
  return 1 + Math.max(-MOST, Math.min(MOST, (mean - 1) * trusted))
}

/** The plan in metres as this device measures them. */
export const scaled = (reps: readonly PlannedRep[], scale: number): readonly PlannedRep[] =>
  reps.map((rep) => ({
    ...rep,
    ...(rep.distance === undefined ? {} : { distance: metres(rep.distance * scale) }),
    ...(rep.recovery?.distance === undefined
      ? {}
      : { recovery: { ...rep.recovery, distance: metres(rep.recovery.distance * scale) } }),
  }))
