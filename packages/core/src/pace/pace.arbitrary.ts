import fc from 'fast-check'
import type { Mark } from '../athlete/mark.ts'
import { metres } from '../units/distance.ts'
import { seconds } from '../units/duration.ts'
import type { Distance } from '../units/quantity.ts'
import { metresPerSecond } from '../units/speed.ts'
import { MODELS, type ModelName } from './book.ts'
import { equivalentTime } from './daniels-gilbert.ts'
import { PACE_NAMES, RACE_PACES } from './names.ts'
import type { Intensity } from './resolve.ts'

/** Indices of runners, from a slow jogger to a world record. */
export const arbitraryIndex = fc.double({ min: 18, max: 84, noNaN: true })

const arbitraryDistance: fc.Arbitrary<Distance> = fc.constantFrom(
  ...Object.values(RACE_PACES).map((distance) => metres(distance)),
)

/** Marks of one runner, who is up to 6 % off the index at each distance. */
export const arbitraryMarks: fc.Arbitrary<readonly Mark[]> = fc
  .tuple(
    arbitraryIndex,
    fc.uniqueArray(
      fc.tuple(
        arbitraryDistance.filter((distance) => distance >= 800),
        fc.double({ min: 0.97, max: 1.03, noNaN: true }),
      ),
      {
        minLength: 1,
        maxLength: 5,
        selector: ([distance]) => distance,
      },
    ),
  )
  .map(([index, races]) =>
    races.map(([distance, off]) => ({ distance, time: seconds(equivalentTime(index * off, distance)) })),
  )

export const arbitraryModel: fc.Arbitrary<ModelName> = fc.constantFrom(...(Object.keys(MODELS) as ModelName[]))

const pace = fc.constantFrom(...PACE_NAMES)
const figure = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** Targets of any kind, sensible and not. */
export const arbitraryIntensity: fc.Arbitrary<Intensity> = fc.oneof(
  fc
    .record(
      {
        kind: fc.constant('pace' as const),
        pace,
        to: pace,
        progressive: fc.constant(true as const),
        basis: fc.constant('goal' as const),
        offset: fc.record(
          { seconds: figure(-400, 400), to: figure(-400, 400), per: fc.constantFrom('km', 'mi', '400m') },
          { requiredKeys: ['seconds', 'per'] },
        ),
        percent: fc.tuple(figure(1, 150), figure(1, 150)).map((ends) => {
          const [low = 1, high = 1] = ends.toSorted((a, b) => a - b)
          return { low, high }
        }),
      },
      { requiredKeys: ['kind', 'pace'] },
    )
    .map((target): Intensity => target),
  fc.record({
    kind: fc.constant('rep time' as const),
    time: figure(0, 900).map(seconds),
    to: figure(0, 900).map(seconds),
  }),
  fc.record({
    kind: fc.constant('speed' as const),
    speed: figure(0, 10).map(metresPerSecond),
    to: figure(0, 10).map(metresPerSecond),
  }),
  fc.record({ kind: fc.constantFrom('heart rate' as const, 'heart rate share', 'zone', 'rpe') }),
)
