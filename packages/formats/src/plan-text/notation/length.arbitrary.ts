import {
  distanceOf,
  DISTANCE_UNITS,
  durationOf,
  TIME_UNITS,
  type Amount,
  type DistanceExtent,
  type Extent,
  type TimeExtent,
} from '@bell-lap/core'
import fc, { type Arbitrary } from 'fast-check'

/** Decimals from 0.001 to 9999.99, as they are written. */
export const figure: Arbitrary<number> = fc
  .tuple(fc.integer({ min: 1, max: 999999 }), fc.integer({ min: 0, max: 3 }))
  .map(([digits, decimals]) => Number((digits / 10 ** decimals).toFixed(decimals)))

export const smallFigure = fc.oneof(fc.integer({ min: 1, max: 20 }), figure)

/** Leaves out what is undefined, so that a key is there only where it says something. */
export const compact = <Value extends object>(value: {
  readonly [Key in keyof Value]: Value[Key] | undefined
}): Value => Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Value

export const maybe = <Value>(arbitrary: Arbitrary<Value>): Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 })

/** The far end of a range, where there is one. */
export const farEnd = (arbitrary: Arbitrary<number>) => maybe(arbitrary).map((to) => (to === undefined ? {} : { to }))

export const flag: Arbitrary<true | undefined> = fc.constantFrom(undefined, undefined, undefined, true as const)

/** Any text that a person, a page or an attacker may put in quotes: line ends, quotes, backslashes, half surrogates. */
export const quotable: Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('"', '\\', '`', 'n', '\n', '\r', '#', ' ', '\uD800', '\uDC00', '“', '”', '\u00A0'),
    maxLength: 8,
  }),
  fc.constantFrom('relaxed form', 'fast up, stop before form goes', 'sprint tall'),
)

const word = fc.constantFrom(
  'back',
  'squat',
  'single-leg',
  'pogo',
  'hill',
  'jog',
  'or',
  'on',
  'track',
  'x',
  'strength',
  'A2',
  'note',
  'last',
)
export const nameable: Arbitrary<string> = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  quotable,
)

const plainDistance: Arbitrary<DistanceExtent> = fc
  .record({ low: figure, high: maybe(figure), unit: fc.constantFrom(...DISTANCE_UNITS) })
  .map(({ low, high, unit }) =>
    compact<DistanceExtent>({
      kind: 'distance',
      distance: distanceOf(low, unit),
      to: high === undefined ? undefined : distanceOf(high, unit),
      unit,
      or: undefined,
    }),
  )

const plainTime: Arbitrary<TimeExtent> = fc
  .record({ low: figure, high: maybe(figure), unit: fc.constantFrom(...TIME_UNITS) })
  .map(({ low, high, unit }) =>
    compact<TimeExtent>({
      kind: 'time',
      duration: durationOf(low, unit),
      to: high === undefined ? undefined : durationOf(high, unit),
      unit,
      or: undefined,
    }),
  )

export const amountArbitrary: Arbitrary<Amount> = fc.oneof(
  plainDistance,
  plainTime,
  fc.tuple(plainDistance, plainTime).map(([distance, or]) => ({ ...distance, or })),
  fc.tuple(plainTime, plainDistance).map(([time, or]) => ({ ...time, or })),
)

/** Whole per cents, as fractions or as they are. */
export const percents = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }))

const relative: Arbitrary<Extent> = fc
  .record({
    relative: fc.constantFrom('equal', 'half', 'full', 'back', 'down', 'share'),
    share: maybe(percents.map(([low, high]) => ({ low: low / 100, high: high / 100 }))),
    measure: maybe(fc.constantFrom('distance', 'time')),
  })
  .map(({ share, ...extent }) =>
    compact<Extract<Extent, { kind: 'relative' }>>({
      kind: 'relative',
      ...extent,
      share: extent.relative === 'share' ? share : undefined,
    }),
  )

export const extent: Arbitrary<Extent | null> = fc.oneof(
  { weight: 6, arbitrary: amountArbitrary },
  { weight: 2, arbitrary: relative },
  fc
    .tuple(figure, fc.constantFrom(...TIME_UNITS))
    .map(([amount, unit]): Extent => ({ kind: 'cycle', duration: durationOf(amount, unit), unit })),
  fc.constantFrom<Extent | null>(null, { kind: 'remaining' }, { kind: 'open' }),
)
