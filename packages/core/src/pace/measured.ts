import { metresPerSecond, speedOver } from '../units/speed.ts'
import { minutes } from '../units/duration.ts'
import { metres } from '../units/distance.ts'
import { distanceOfRace, isRacePace } from './race-distance.ts'
import { TRAINING_SHARES } from './training-paces.ts'
import type { Mark } from '../athlete/mark.ts'
import type { Distance, Duration, Speed } from '../units/quantity.ts'
import { clockText, paceText, plainNumber } from '../units/text.ts'
import { type CriticalSpeedFit, fitCriticalSpeed } from './critical-speed-fit.ts'
import { criticalSpeedRefusals, effortsTogether } from './critical-speed-limits.ts'
import { equivalentPaces, LONG_RACES } from './equivalent.ts'
import { indexOf, oxygenCost } from './daniels-gilbert.ts'
import type { Anchor, Fitness } from './fitness.ts'
import { markText, raceText } from './mark-text.ts'
import type { PaceName, RacePace } from './names.ts'
import { around, pointOf, spanOf, type PaceTable, type ResolvedPace, WIDTH } from './resolved.ts'
import { exponentBetween, personalExponent, RIEGEL_STRETCH, RIEGEL_TIMES, riegelTime } from './riegel.ts'

/** What an athlete's own marks make together: the races, their exponent, critical speed where it may be used. */
interface OwnCurve {
  /** From 1500 m up, shortest first; at least two. */
  readonly races: readonly Mark[]
  readonly exponent: number
  readonly critical: CriticalSpeedFit | undefined
}

/** From 1500 m: the power law is not for sprints. */
const RACES_FROM = 1498

/** The curve of an athlete; `undefined` with fewer than two distances, or where they are not two maximal races. */
const ownCurve = ({ marks }: Fitness): OwnCurve | undefined => {
  const races = marks.filter(({ distance }) => distance >= RACES_FROM)
  const exponent = personalExponent(races)
  if (exponent === undefined) return undefined
  const fit = fitCriticalSpeed(effortsTogether(marks))
  return { races, exponent, critical: fit && criticalSpeedRefusals(fit).length === 0 ? fit : undefined }
}

interface Predicted {
  readonly time: Duration
  readonly from: string
  readonly exponent: number
}

const inLaw = (time: Duration): boolean => time >= RIEGEL_TIMES.shortest && time <= RIEGEL_TIMES.longest

/** Through the two own races on either side; beyond them from the nearest, as far as the power law may be stretched. */
const predict = ({ races, exponent }: OwnCurve, distance: Distance): Predicted | undefined => {
  const above = races.findIndex((race) => race.distance >= distance)
  const [low, high] = [races[above - 1], races[above]]
  if (low && high) {
    const own = exponentBetween(low, high)
    const from = `between own ${raceText(low.distance)} and ${raceText(high.distance)}`
    return { time: riegelTime(low, distance, own), from, exponent: own }
  }
  const nearest = high ?? races.at(-1)
  if (!nearest) return undefined
  const stretch = Math.max(distance / nearest.distance, nearest.distance / distance)
  const time = riegelTime(nearest, distance, exponent)
  if (stretch > RIEGEL_STRETCH || !inLaw(time)) return undefined
  return { time, from: `own ${raceText(nearest.distance)}, exponent ${exponent.toFixed(3)}`, exponent }
}

const LAW = 'T2 = T1 (D2 / D1)^b with the runner’s own exponent b (Riegel 1981)'

const racePace = (curve: OwnCurve, race: RacePace): ResolvedPace | undefined => {
  const distance = distanceOfRace(race)
  const predicted = predict(curve, distance)
  if (!predicted) return undefined
  return {
    speed: around(speedOver(distance, predicted.time), WIDTH.model),
    basis: 'model',
    from: `${clockText(predicted.time)}, ${predicted.from}`,
    formula: LAW,
    inputs: { exponent: predicted.exponent.toFixed(3), marks: curve.races.map(markText).join(', ') },
    notes: [],
  }
}

/** Distances, in metres, between which a time is looked for. */
const SEARCH = { low: 800, high: 60_000 } as const
const BISECTIONS = 60

/** Speed of the race that takes so long; `undefined` where the own curve does not reach. */
const speedLasting = (curve: OwnCurve, time: Duration): Speed | undefined => {
  let { low, high }: { low: number; high: number } = SEARCH
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (low + high) / 2
    const nearest = curve.races.reduce((a, b) =>
      Math.abs(Math.log(b.distance / middle)) < Math.abs(Math.log(a.distance / middle)) ? b : a,
    )
    const predicted = predict(curve, metres(middle))?.time ?? riegelTime(nearest, metres(middle), curve.exponent)
    if (predicted < time) low = middle
    else high = middle
  }
  return predict(curve, metres(low)) && speedOver(metres(low), time)
}

/** What could be raced for so many minutes. Threshold: R17's hour and a little more. VO2max: where 97.5 % of the index lies. */
const LASTING = {
  threshold: { shortest: 60, longest: 70 },
  vo2max: { shortest: 11, longest: 15 },
} as const

const effortPace = (curve: OwnCurve, pace: keyof typeof LASTING): ResolvedPace | undefined => {
  const { shortest, longest } = LASTING[pace]
  const fast = speedLasting(curve, minutes(shortest))
  const slow = speedLasting(curve, minutes(longest))
  if (fast === undefined || slow === undefined) return undefined
  const limit = pace === 'threshold' ? (curve.critical?.speed ?? fast) : fast
  const capped = limit < fast
  return {
    speed: spanOf(metresPerSecond(Math.min(slow, limit)), metresPerSecond(Math.min(fast, limit))),
    basis: 'model',
    from: `what you could race for ${shortest} to ${longest} min${capped ? ', at most critical speed' : ''}`,
    formula: LAW,
    inputs: {
      exponent: curve.exponent.toFixed(3),
      minutes: `${shortest}-${longest}`,
      ...(curve.critical ? { 'critical speed': paceText(curve.critical.speed, 'km') } : {}),
    },
    notes: [],
  }
}

const STANDS_IN = 'The own marks do not reach this pace: it follows from the index that they show nearest to it.'

/**
 * The model `measured`: race paces on the curve of the athlete's own marks, threshold and VO2max from what that curve
 * holds for so many minutes, threshold no faster than critical speed. Where the marks do not reach, equivalents stand in.
 */
export const measuredPaces = (fitness: Fitness): PaceTable => {
  const curve = ownCurve(fitness)
  if (!curve) return equivalentPaces(fitness)
  const threshold = effortPace(curve, 'threshold')
  const measured: readonly (readonly [PaceName, ResolvedPace | undefined])[] = [
    ...LONG_RACES.map((race) => [race, racePace(curve, race)] as const),
    ['threshold', threshold],
    ['vo2max', effortPace(curve, 'vo2max')],
  ]
  const table = new Map<PaceName, ResolvedPace>()
  for (const [pace, resolved] of equivalentPaces(ownFitness(fitness, curve, threshold)))
    table.set(pace, standIn(pace, resolved))
  for (const [pace, resolved] of measured) if (resolved) table.set(pace, resolved)
  return table
}

/** Where the power law ends on either side, with the index there: equivalents go on from the end of the own curve. */
const endsOf = (curve: OwnCurve): readonly Anchor[] => {
  const ends = [
    { race: curve.races[0], stretch: 1 / RIEGEL_STRETCH, limit: RIEGEL_TIMES.shortest },
    { race: curve.races.at(-1), stretch: RIEGEL_STRETCH, limit: RIEGEL_TIMES.longest },
  ]
  return ends.flatMap(({ race, stretch, limit }) => {
    if (!race || !inLaw(race.time)) return []
    const byTime = (limit / race.time) ** (1 / curve.exponent)
    const distance = metres(race.distance * (stretch < 1 ? Math.max(stretch, byTime) : Math.min(stretch, byTime)))
    const index = indexOf({ distance, time: riegelTime(race, distance, curve.exponent) })
    return distance >= RACES_FROM && indexIsReal(index) ? [{ distance, index }] : []
  })
}

const indexIsReal = (index: number): boolean => index > 0 && Number.isFinite(index)

/** The fitness that the own curve shows: its ends join the marks, and slow training rests on the threshold it holds. */
const ownFitness = (fitness: Fitness, curve: OwnCurve, threshold: ResolvedPace | undefined): Fitness => ({
  ...fitness,
  anchors: [...fitness.anchors, ...endsOf(curve)].toSorted((a, b) => a.distance - b.distance),
  endurance: threshold ? oxygenCost(pointOf(threshold.speed)) / TRAINING_SHARES.threshold : fitness.endurance,
})

const standIn = (pace: PaceName, resolved: ResolvedPace): ResolvedPace => ({
  ...resolved,
  basis: 'estimate',
  ...(isRacePace(pace)
    ? { speed: around(pointOf(resolved.speed), WIDTH.estimate), notes: [STANDS_IN] }
    : { notes: [STANDS_IN, ...resolved.notes] }),
})

/** What the model `measured` has to go by, for whoever asks. */
export const measuredNotes = (fitness: Fitness): readonly string[] => {
  const curve = ownCurve(fitness)
  if (!curve) {
    return [
      'Two maximal races of different distance from 1500 m up make the model "measured"; until then equivalents stand in.',
    ]
  }
  const { critical } = curve
  const fit = fitCriticalSpeed(effortsTogether(fitness.marks))
  const exponent = `Own exponent ${curve.exponent.toFixed(3)} from ${curve.races.map(markText).join(', ')}.`
  if (critical) {
    const figures = `${paceText(critical.speed, 'km')}, D′ ${plainNumber(critical.reserve, 0)} m`
    return [exponent, `Critical speed ${figures} from ${critical.efforts.length} efforts.`]
  }
  if (!fit) return [exponent, 'Critical speed needs three efforts between 2 and 20 minutes within three weeks.']
  return [exponent, `Critical speed is not used: ${criticalSpeedRefusals(fit).join(', ')}.`]
}
