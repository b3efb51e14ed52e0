import { distanceOfRace } from './race-distance.ts'
import { clockText, paceText } from '../units/text.ts'
import { equivalentSpeed, equivalentTime, speedAtShare } from './daniels-gilbert.ts'
import { type Fitness, indexAt } from './fitness.ts'
import type { PaceName, RacePace } from './names.ts'
import { around, type PaceTable, type ResolvedPace, WIDTH } from './resolved.ts'
import { SHARE_BANDS, SLOW_RUNNER_INDEX, slowRunnerIndex, slowRunnerSpeeds, TRAINING_SHARES } from './training-paces.ts'

/** Races that the equation is made for. Shorter ones rest on the mile. */
export const LONG_RACES = ['marathon', 'hm', '10mi', '15K', '10K', '8K', '5K', '3K', '2mi', '1500', 'mile'] as const

/** Further than this from every mark, as a ratio of distances, an equivalent is an estimate. */
const FAR = 4

const COST_FORMULA = 'speed whose oxygen cost is a share of the Daniels-Gilbert index'
const RACE_FORMULA = 'race of the same Daniels-Gilbert index (Daniels & Gilbert 1979)'

const percent = (share: number): string => String(Number((share * 100).toFixed(1)))

const indexText = (index: number): string => index.toFixed(1)

/** A pace from one share of the index to another. */
const byShares = (index: number, low: number, high: number, notes: readonly string[] = []): ResolvedPace => ({
  speed: { low: speedAtShare(index, low), high: speedAtShare(index, high) },
  basis: 'model',
  from: `${percent(low)}-${percent(high)} % of index ${indexText(index)}`,
  formula: COST_FORMULA,
  inputs: { index: indexText(index), share: `${percent(low)}-${percent(high)} %` },
  notes,
})

const byShare = (index: number, share: number, { stretched }: Fitness): ResolvedPace => ({
  speed: around(speedAtShare(index, share), stretched ? WIDTH.estimate : WIDTH.model),
  basis: stretched ? 'estimate' : 'model',
  from: `${percent(share)} % of index ${indexText(index)}`,
  formula: COST_FORMULA,
  inputs: { index: indexText(index), share: `${percent(share)} %` },
  notes: [],
})

const farNote = ({ stretched }: Fitness): string =>
  stretched ? 'Stretched from a mark under 1500 m: a hint only.' : `More than ${FAR} times from any mark: an estimate.`

const raceAt = (fitness: Fitness, race: RacePace): ResolvedPace => {
  const distance = distanceOfRace(race)
  const index = indexAt(fitness.anchors, distance)
  const ratios = fitness.anchors.map((anchor) => Math.max(anchor.distance / distance, distance / anchor.distance))
  const far = fitness.stretched || Math.min(...ratios) > FAR
  return {
    speed: around(equivalentSpeed(index, distance), far ? WIDTH.estimate : WIDTH.model),
    basis: far ? 'estimate' : 'model',
    from: `${clockText(equivalentTime(index, distance))} at index ${indexText(index)}`,
    formula: RACE_FORMULA,
    inputs: { index: indexText(index), distance: `${distance} m` },
    notes: far ? [farNote(fitness)] : [],
  }
}

/** What the calculator of the index's owners says for slow runners, offered beside the formula and not instead of it. */
const slowRunnerNote = (index: number): readonly string[] => {
  if (index >= SLOW_RUNNER_INDEX) return []
  const { low, high } = slowRunnerSpeeds(index).easy
  const raised = indexText(slowRunnerIndex(index))
  const range = `${paceText(high, 'km')} to ${paceText(low, 'km')}`
  return [
    `By the slow-runner rule (index ${raised} for easy running) it is ${range}: no need to run faster than feels easy.`,
  ]
}

/** Fast end of the wide easy band, slow end of what is under the first threshold (science: Seiler 1 ends at 78-80 %). */
const STEADY = { low: SHARE_BANDS.easy.high, high: 0.8 } as const

/** What the model has to say of marks that differ: which index is whose. */
export const equivalentNotes = ({ index, endurance }: Fitness): readonly string[] => {
  if (Math.abs(index - endurance) < 0.05) return []
  return [`Threshold and all slower training rest on index ${indexText(endurance)}, that of 15 km by the marks.`]
}

/**
 * The model `equivalent`: training paces by their shares of the Daniels-Gilbert index, race paces by equal index.
 * Easy running keeps the plain formula at every level: raising a slow runner's index prescribes faster, not safer, paces.
 */
export const equivalentPaces = (fitness: Fitness): PaceTable => {
  const { index, endurance } = fitness
  const { low, high } = TRAINING_SHARES.easy
  const easy = byShares(endurance, low, high, slowRunnerNote(endurance))
  return new Map<PaceName, ResolvedPace>([
    ['recovery', byShares(endurance, SHARE_BANDS.easy.low, low)],
    ['easy', easy],
    ['long', easy],
    ['steady', byShares(endurance, STEADY.low, STEADY.high)],
    ['threshold', byShare(endurance, TRAINING_SHARES.threshold, fitness)],
    ['vo2max', byShare(index, TRAINING_SHARES.interval, fitness)],
    ...LONG_RACES.map((race) => [race, raceAt(fitness, race)] as const),
  ])
}
