import {
  METRES_PER,
  metresPerSecond,
  PACE_NAMES,
  seconds,
  SECONDS_PER,
  speedOfPace,
  type HeartRate,
  type PaceOffset,
  type PaceTarget,
  type Role,
  type Speed,
  type SpeedForm,
  type Target,
} from '@bell-lap/core'
import fc, { type Arbitrary } from 'fast-check'
import { compact, farEnd, figure, flag, maybe, percents, smallFigure } from './length.arbitrary.ts'
import { impliedTarget } from '@bell-lap/core'

const offset: Arbitrary<PaceOffset> = fc
  .record({
    seconds: fc.integer({ min: -60, max: 60 }),
    to: maybe(fc.integer({ min: -60, max: 60 })),
    per: fc.constantFrom('km', 'mi', '400m'),
  })
  .map((value) => compact<PaceOffset>(value))

const paceTarget: Arbitrary<PaceTarget> = fc
  .record({
    pace: fc.constantFrom(...PACE_NAMES),
    to: maybe(fc.constantFrom(...PACE_NAMES)),
    progressive: flag,
    goal: flag,
    offset: maybe(offset),
    percent: maybe(percents.map(([low, high]) => ({ low, high }))),
    implied: flag,
  })
  .map(({ goal, ...rest }) =>
    compact<PaceTarget>({
      kind: 'pace',
      ...rest,
      basis: goal && (rest.pace !== 'goal' || rest.to !== undefined) ? 'goal' : undefined,
    }),
  )

const SPEEDS: { readonly [Form in SpeedForm]: (amount: number) => Speed } = {
  'min/km': (amount) => speedOfPace(amount, 'km'),
  'min/mi': (amount) => speedOfPace(amount, 'mi'),
  's/400m': (amount) => speedOfPace(amount, '400m'),
  's/200m': (amount) => speedOfPace(amount, '200m'),
  'km/h': (amount) => metresPerSecond((amount * METRES_PER.km) / SECONDS_PER.h),
  mph: (amount) => metresPerSecond((amount * METRES_PER.mi) / SECONDS_PER.h),
}

const speed: Arbitrary<Target> = fc
  .record({
    low: figure,
    high: maybe(figure),
    form: fc.constantFrom<SpeedForm>('min/km', 'min/mi', 's/400m', 's/200m', 'km/h', 'mph'),
  })
  .map(({ low, high, form }) => ({
    kind: 'speed',
    speed: SPEEDS[form](low),
    ...(high === undefined ? {} : { to: SPEEDS[form](high) }),
    form,
  }))

const beats = fc.integer({ min: 40, max: 230 }).map((amount) => amount as HeartRate)

const target: Arbitrary<Target> = fc.oneof(
  { weight: 5, arbitrary: paceTarget },
  { weight: 3, arbitrary: fc.constantFrom(...PACE_NAMES).map((pace): Target => ({ kind: 'pace', pace })) },
  fc.tuple(figure, maybe(figure)).map(([time, to]): Target => ({
    kind: 'rep time',
    time: seconds(time),
    ...(to === undefined ? {} : { to: seconds(to) }),
  })),
  speed,
  fc
    .record({ low: maybe(beats), high: maybe(beats) })
    .map(({ low, high }) => compact<Extract<Target, { kind: 'heart rate' }>>({ kind: 'heart rate', low, high })),
  fc
    .record({ of: fc.constantFrom('HRmax', 'LTHR'), percent: percents.map(([low, high]) => ({ low, high })) })
    .map(({ of, percent }): Target => ({ kind: 'heart rate share', of, percent })),
  fc.tuple(smallFigure, farEnd(smallFigure)).map(([zone, to]): Target => ({ kind: 'zone', zone, ...to })),
  fc.tuple(smallFigure, farEnd(smallFigure)).map(([rpe, to]): Target => ({ kind: 'rpe', rpe, ...to })),
)

/** A target that goes with a role: never null where the role implies one. */
export const targetOf = (role: Role | null): Arbitrary<Target | null> =>
  fc.oneof(fc.constant(role === null ? null : impliedTarget(role)), target)
