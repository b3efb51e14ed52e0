import { distanceBetween, lengthPrice, type Evidence, type Stretch } from './align.ts'
import { scoreOf } from './emission.ts'

/** Seconds to each side within which the ends of a repetition may move. */
const REACH = 6
const STEP = 0.5

/** Moves the ends of each repetition that no lap tells to where speed and planned length agree best. */
export const refine = (evidence: Evidence, stretches: readonly Stretch[]): readonly Stretch[] => {
  const refined: Stretch[] = []
  stretches.forEach((stretch, index) => {
    if (stretch.lap) return refined.push(stretch)
    const earliest = refined.at(-1)?.end ?? 0
    const latest = stretches[index + 1]?.start ?? evidence.timeline.count - 1
    return refined.push(bestNear(evidence, stretch, { earliest, latest }))
  })
  return refined
}

interface Room {
  readonly earliest: number
  readonly latest: number
}

const bestNear = (evidence: Evidence, stretch: Stretch, { earliest, latest }: Room): Stretch => {
  const rep = evidence.reps[stretch.rep]
  const emission = evidence.emissions.get(rep?.group ?? -1)
  if (!rep || !emission) return stretch
  let [best, bestScore] = [stretch, -Infinity]
  for (let start = stretch.start - REACH; start <= stretch.start + REACH; start += STEP) {
    if (start < earliest) continue
    for (let end = stretch.end - REACH; end <= stretch.end + REACH; end += STEP) {
      if (end > latest || end <= start + 1) continue
      const price = lengthPrice(rep, distanceBetween(evidence.timeline, start, end), end - start)
      // What is not work counts for the recoveries around, so that the work is wanted twice.
      const score = 2 * scoreOf(emission, start, end) - price
      if (score > bestScore) [best, bestScore] = [{ ...stretch, start, end }, score]
    }
  }
  return best
}
