import { metres } from '../units/distance.ts'
import { distanceBetween, type Evidence, type Stretch } from './align.ts'
import { scoreOf, type Emission } from './emission.ts'
import { quantile } from './levels.ts'
import type { PlannedRep } from './planned-rep.ts'

/** How much longer or shorter a device may measure all ways than they are: an oval by positions, a belt, a foot pod. */
const MOST = 0.12
/** What is expected of that before anything was seen, as a share, and how well an end is told by speed, in seconds. */
const USUAL = 0.02
const END = 3
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
  const off =
    quantile(
      seen.map(({ ratio }) => ratio),
      0.5,
    ) - 1
  const unsure =
    END /
    quantile(
      seen.map(({ length }) => length),
      0.5,
    ) /
    Math.sqrt(seen.length)
  const trusted = USUAL ** 2 / (USUAL ** 2 + unsure ** 2)
  return 1 + Math.max(-MOST, Math.min(MOST, off * trusted))
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
