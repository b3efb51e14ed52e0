import type { Evidence, Stretch } from './align.ts'
import { fastScoreOf } from './emission.ts'

/** Seconds around a repetition that belong to speeding up and slowing down. */
const AROUND = 6

/**
 * How much was run as fast outside of the repetitions as in them, as a share of what was run so in them. Who runs a
 * session runs fast in it, and hardly elsewhere (up to 0.2 in real ones); a ride or a run over hills is fast anywhere.
 */
export const strayShare = ({ timeline, emissions }: Evidence, taken: readonly Omit<Stretch, 'rep'>[]): number => {
  const slowest = [...emissions.values()].toSorted((one, other) => one.level.work - other.level.work)[0]
  if (!slowest || taken.length === 0) return 0
  const inside = taken.reduce((sum, { start, end }) => sum + fastScoreOf(slowest, start - AROUND, end + AROUND), 0)
  return inside > 0 ? Math.max(0, fastScoreOf(slowest, 0, timeline.count) - inside) / inside : Infinity
}
