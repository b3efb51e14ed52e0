import {
  MODES,
  OTHER_ACTIVITIES,
  PILLARS,
  ROLES,
  SLOTS,
  SURFACES,
  WORKOUT_KINDS,
  type Distance,
  type Duration,
  type Exercise,
  type Load,
  type Other,
  type Part,
  type RaceDetail,
  type Repeat,
  type Role,
  type Step,
  type Total,
  type Workout,
} from '@bell-lap/core'
import fc, { type Arbitrary } from 'fast-check'
import {
  amountArbitrary,
  compact,
  farEnd,
  extent,
  figure,
  flag,
  maybe,
  nameable,
  quotable,
  smallFigure,
} from './length.arbitrary.ts'
import { targetOf } from './target.arbitrary.ts'

/**
 * Every workout in its normal form. Where the types have two ways to say one thing, or can say what means nothing, the
 * generators give one:
 *
 * - A figure is a decimal of at most six digits in the unit that it is stated in.
 * - The twin of a length (`9mi (90min)`) has no twin of its own; a share stands with `share` alone; a range from itself to itself only where the type has no other way (heart rates, shares, per cents).
 * - A role that implies a pace never has a null target (`impliedTarget`); nor has the role of a total.
 * - The goal pace (`goal`, no far end) has no `basis`; that is for the goal of another distance.
 * - `race` stands on races and tests only, and says something.
 * - A ladder or `within` is done once, without a range or budget; `within` has no recoveries. A range of times needs its
 *   low end; `afterLast` needs a recovery.
 * - An exercise has one dose or none, the far end of a range only with its near end; lists that are there are not empty.
 * - The remainder of a stated total is null or the total's own role, easy where it has none.
 * - A strength, plyometrics, mobility or cross session with nothing in it is one `Other` without more words.
 */
export const workoutArbitrary = (): Arbitrary<Workout> => workouts.workout.map((workout) => structuredClone(workout))

const raceDetail: Arbitrary<RaceDetail | undefined> = fc
  .record({
    round: maybe(fc.constantFrom('heat', 'semi', 'final')),
    priority: maybe(fc.constantFrom('B', 'C')),
  })
  .map((detail) => ((detail.round ?? detail.priority) === undefined ? undefined : compact<RaceDetail>(detail)))

export const raceDetailArbitrary = raceDetail

const slot = maybe(fc.constantFrom(...SLOTS))

const stepOfRole = (role: Role): Arbitrary<Step> =>
  fc
    .record({
      extent,
      target: targetOf(role),
      mode: maybe(fc.constantFrom(...MODES)),
      cue: maybe(quotable),
      implied: flag,
      position: flag,
      continuous: flag,
      effort: maybe(fc.constantFrom('max', 'controlled')),
      race: role === 'race' || role === 'test' ? raceDetail : fc.constant(undefined),
      session: slot,
    })
    .map(({ position, ...rest }) => compact<Step>({ kind: 'step', role, ...rest, position: position && 'last' }))

const step: Arbitrary<Step> = fc.constantFrom(...ROLES).chain(stepOfRole)

const load: Arbitrary<Load> = fc.oneof(
  fc.tuple(smallFigure, farEnd(smallFigure)).map(([rpe, to]): Load => ({ kind: 'rpe', rpe, ...to })),
  fc.tuple(smallFigure, farEnd(smallFigure)).map(([percent, to]): Load => ({ kind: 'percent', percent, ...to })),
  fc.tuple(smallFigure, farEnd(smallFigure)).map(([kilograms, to]): Load => ({ kind: 'weight', kilograms, ...to })),
  fc
    .oneof(fc.constantFrom('bodyweight', 'moderate-heavy', 'RPE'), quotable)
    .map((text): Load => ({ kind: 'word', word: text })),
)

const count = fc.integer({ min: 1, max: 40 })

const dose: Arbitrary<Partial<Exercise>> = fc.oneof(
  fc.tuple(count, maybe(count)).map(([reps, repsTo]) => (repsTo === undefined ? { reps } : { reps, repsTo })),
  fc.tuple(fc.integer({ min: 1, max: 900 }), maybe(fc.integer({ min: 1, max: 900 }))).map(([low, high]) => ({
    duration: low as Duration,
    ...(high === undefined ? {} : { durationTo: high as Duration }),
  })),
  figure.map((distance) => ({ distance: distance as Distance })),
  fc.constant({}),
)

const exercise: Arbitrary<Exercise> = fc
  .record({
    name: nameable,
    or: maybe(fc.array(nameable, { minLength: 1, maxLength: 2 })),
    sets: fc.tuple(fc.option(count), maybe(count)),
    dose,
    eachSide: flag,
    load: maybe(load),
    rest: maybe(fc.integer({ min: 1, max: 600 }).map((rest) => rest as Duration)),
    cue: maybe(quotable),
  })
  .map(({ name, or, sets: [sets, to], dose: own, ...rest }) => ({
    ...compact<Exercise>({
      kind: 'exercise',
      name,
      or,
      sets,
      setsTo: sets === null ? undefined : to,
      ...rest,
      reps: undefined,
      repsTo: undefined,
      duration: undefined,
      durationTo: undefined,
      distance: undefined,
    }),
    ...own,
  }))

const other: Arbitrary<Other> = fc
  .record({
    activity: fc.constantFrom(...OTHER_ACTIVITIES),
    extent: fc.option(amountArbitrary),
    name: maybe(nameable),
    session: slot,
  })
  .map((value) => compact<Other>({ kind: 'other', ...value }))

const total: Arbitrary<Total> = fc
  .option(fc.constantFrom(...ROLES))
  .chain((role) => fc.record({ extent: amountArbitrary, role: fc.constant(role), target: targetOf(role) }))

type Tree = {
  readonly part: Part
  readonly repeat: Repeat
  readonly workout: Workout
}

const repeated = (parts: Arbitrary<readonly Part[]>): Arbitrary<Repeat> =>
  fc
    .record({
      times: fc.tuple(fc.option(count), maybe(count)),
      steps: parts,
      between: fc.option(step),
      afterLast: fc.boolean(),
      until: maybe(amountArbitrary),
      continuous: flag,
      session: slot,
      total: maybe(total),
      form: fc.constantFrom('ladder', 'within', undefined, undefined),
    })
    .map(({ times: [times, to], between, afterLast, ...rest }) => {
      const once = rest.form !== undefined
      const within = rest.form === 'within'
      const recovery = within ? null : between
      return compact<Repeat>({
        kind: 'repeat',
        times: once ? 1 : times,
        timesTo: once || times === null ? undefined : to,
        steps: rest.steps,
        between: recovery,
        afterLast: recovery !== null && afterLast,
        form: rest.form,
        total: within ? rest.total : undefined,
        until: once ? undefined : rest.until,
        continuous: within ? undefined : rest.continuous,
        session: rest.session,
      })
    })

/** Role and target that several rungs share, so that ladders with a common manner are frequent. */
const alike: Arbitrary<Repeat> = fc
  .tuple(step, fc.array(fc.tuple(extent, maybe(quotable)), { minLength: 2, maxLength: 4 }), fc.option(step))
  .map(([like, rungs, between]) => ({
    kind: 'repeat',
    times: 1,
    steps: rungs.map(([length, cue]) => ({ ...like, extent: length, ...(cue === undefined ? {} : { cue }) })),
    between,
    afterLast: false,
    form: 'ladder',
  }))

const whole: Arbitrary<Pick<Workout, 'total' | 'remainder'>> = fc.oneof(
  fc.constant({ total: null, remainder: null }),
  fc.constantFrom(...ROLES).map((remainder) => ({ total: null, remainder })),
  fc.tuple(total, fc.boolean()).map(([stated, parts]) => ({
    total: stated,
    remainder: parts ? null : (stated.role ?? 'easy'),
  })),
)

const normal = (workout: Workout): Workout => {
  const { steps, kind, total: stated, remainder } = workout
  const activity = OTHER_ACTIVITIES.find((one) => one === kind)
  if (steps.length > 0 || stated !== null || remainder !== null || activity === undefined) return workout
  return { ...workout, steps: [{ kind: 'other', activity, extent: null }] }
}

const workouts = fc.letrec<Tree>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: step },
    { weight: 2, arbitrary: exercise },
    { weight: 2, arbitrary: other },
    { weight: 4, arbitrary: tie('repeat') },
  ),
  repeat: fc.oneof(
    { weight: 3, arbitrary: repeated(fc.array(tie('part'), { maxLength: 3 })) },
    { weight: 1, arbitrary: alike },
  ),
  workout: fc
    .record({
      kind: fc.constantFrom(...WORKOUT_KINDS),
      whole,
      steps: fc.array(tie('part'), { maxLength: 3 }),
      alternatives: fc.oneof(
        { depthSize: 'small' },
        { weight: 3, arbitrary: fc.constant<readonly Workout[]>([]) },
        { weight: 1, arbitrary: fc.array<Workout>(tie('workout'), { maxLength: 2 }) },
      ),
      pillars: maybe(fc.array(fc.constantFrom(...PILLARS), { minLength: 1, maxLength: 3 })),
      key: flag,
      optional: flag,
      surface: maybe(fc.constantFrom(...SURFACES)),
      afterRun: flag,
      cue: maybe(quotable),
      also: maybe(fc.array(fc.constantFrom(...WORKOUT_KINDS), { minLength: 1, maxLength: 2 })),
    })
    .map(({ whole: { total: stated, remainder }, ...rest }) =>
      normal(compact<Workout>({ ...rest, total: stated, remainder })),
    ),
}))
