import { distanceOfRace, racesWith } from './race-distance.ts'
import { metresPerSecond } from '../units/speed.ts'
import { type Mark, sameDistance, speedOfMark } from '../athlete/mark.ts'
import type { Distance, Speed } from '../units/quantity.ts'
import { horwillSpeed } from './horwill.ts'
import { markText, raceText } from './mark-text.ts'
import type { PaceName, RacePace } from './names.ts'
import { around, pointOf, type PaceTable, type ResolvedPace, WIDTH } from './resolved.ts'

/** Mile over 1500 m in time, the constant of the track (the index gives 1.0795 to 1.0806). */
const MILE_OVER_1500 = 1.0802

const MILE = distanceOfRace('mile')
const M1500 = distanceOfRace('1500')
const SHORT_RACES = ['1200', '1000', '800', '600', '400'] as const satisfies readonly RacePace[]

/** Metres: shorter marks tell of sprinting, not of a race pace. */
const SHORTEST = 399

/** Conventions of an estimate over 800 m and less: by feel first. */
const ESTIMATE_NOTE = 'An estimate: run no harder than RPE 8, and race one to know.'

const ownMark = (marks: readonly Mark[], race: RacePace): Mark | undefined =>
  marks.find((mark) => sameDistance(mark.distance, distanceOfRace(race)))

/** Whose marks: what the athlete has run, or the goal taken for run. */
export type Owner = 'own' | 'goal'

const byMark = (mark: Mark, owner: Owner, notes: readonly string[] = []): ResolvedPace => ({
  speed: around(speedOfMark(mark), WIDTH.mark),
  basis: 'mark',
  from: `${owner} ${markText(mark)}`,
  formula: 'distance over time of the mark',
  inputs: { mark: markText(mark) },
  notes,
})

/** Race paces of the athlete's own marks, which win over any model. */
export const ownRaces = (marks: readonly Mark[], owner: Owner = 'own'): PaceTable =>
  new Map(
    racesWith((race) => {
      const mark = ownMark(marks, race)
      return mark && byMark(mark, owner)
    }),
  )

const byRatio = (known: ResolvedPace, from: '1500' | 'mile', ratio: number): ResolvedPace => ({
  speed: around(metresPerSecond(pointOf(known.speed) * ratio), WIDTH.model),
  basis: 'model',
  from: `${from === 'mile' ? 'mile' : '1500 m'} pace: mile = 1500 m x ${MILE_OVER_1500}`,
  formula: `time over the mile is ${MILE_OVER_1500} times that over 1500 m`,
  inputs: { from: known.from },
  notes: [],
})

/** Speed over 1500 m as a multiple of that over the mile. */
const SPEED_RATIO = (MILE_OVER_1500 * M1500) / MILE

const isModelled = ({ basis }: ResolvedPace): boolean => basis === 'model' || basis === 'estimate'

/** Mile and 1500 m are raced alike: the one that nobody ran, or that the model leaves open, follows from the other. */
const mileAnd1500 = (table: PaceTable): readonly (readonly [PaceName, ResolvedPace])[] => {
  const [mile, m1500] = [table.get('mile'), table.get('1500')]
  if (m1500?.basis === 'mark' && mile && isModelled(mile)) return [['mile', byRatio(m1500, '1500', 1 / SPEED_RATIO)]]
  if (mile && (!m1500 || (mile.basis === 'mark' && isModelled(m1500))))
    return [['1500', byRatio(mile, 'mile', SPEED_RATIO)]]
  return []
}

interface Rung {
  readonly distance: Distance
  readonly speed: Speed
  readonly text: string
}

const between = (race: RacePace, low: Rung, high: Rung): ResolvedPace => {
  const distance = distanceOfRace(race)
  const share = Math.log(distance / low.distance) / Math.log(high.distance / low.distance)
  const speed = metresPerSecond(low.speed * (high.speed / low.speed) ** share)
  return {
    speed: around(speed, WIDTH.model),
    basis: 'estimate',
    from: `between ${low.text} and ${high.text}`,
    formula: 'speed along the straight line of the logarithms between two races',
    inputs: { shorter: low.text, longer: high.text },
    notes: [],
  }
}

const byHorwill = (race: RacePace, known: Rung): ResolvedPace => ({
  speed: around(horwillSpeed(known.speed, known.distance, distanceOfRace(race)), WIDTH.estimate),
  basis: 'estimate',
  from: `estimate: ${known.text} less 4 s/400 m a step`,
  formula: 'four seconds a lap for each step 400, 800, mile (Horwill)',
  inputs: { from: known.text },
  notes: [ESTIMATE_NOTE],
})

/** From the own marks on both sides, else from the nearest by the four-second rule. Rungs stand shortest first. */
const shortRace = (race: RacePace, rungs: readonly Rung[]): ResolvedPace | undefined => {
  const distance = distanceOfRace(race)
  const above = rungs.findIndex((rung) => rung.distance >= distance)
  const [low, high] = [rungs[above - 1], rungs[above]]
  if (low && high) return between(race, low, high)
  return high ? byHorwill(race, high) : undefined
}

const outOfOrder = (mark: Mark, mile: Rung): readonly string[] =>
  speedOfMark(mark) > mile.speed ? [] : [`${markText(mark)} is slower than ${mile.text}: was it run all out?`]

/**
 * The table with its middle distance: mile and 1500 m completed, and 1200 to 400 m from the athlete's own short marks,
 * else from mile pace less four seconds a lap for each step (800 m is one step, 400 m two), called an estimate.
 */
export const withMiddleDistance = (table: PaceTable, marks: readonly Mark[], owner: Owner = 'own'): PaceTable => {
  const full = new Map([...table, ...mileAnd1500(table)])
  const mile = full.get('mile')
  if (!mile) return full
  const top: Rung = { distance: MILE, speed: pointOf(mile.speed), text: 'mile pace' }
  const short = marks.filter(
    ({ distance }) => distance >= SHORTEST && distance < M1500 && !sameDistance(distance, M1500),
  )
  const rungs: readonly Rung[] = [
    ...short.map((mark) => ({
      distance: mark.distance,
      speed: speedOfMark(mark),
      text: `${owner} ${raceText(mark.distance)}`,
    })),
    top,
  ]
  for (const race of SHORT_RACES) {
    const mark = ownMark(short, race)
    const resolved = mark ? byMark(mark, owner, outOfOrder(mark, top)) : shortRace(race, rungs)
    if (resolved && (mark || !full.has(race))) full.set(race, resolved)
  }
  return full
}
