import type { PaceName } from '../../pace/names.ts'
import { distanceOf, metres, type LongUnit } from '../../units/distance.ts'
import { seconds } from '../../units/duration.ts'
import type {
  DistanceExtent,
  Extent,
  Mode,
  PaceTarget,
  Part,
  Repeat,
  Role,
  Step,
  Target,
  TimeExtent,
  Workout,
} from '../../workout/workout.ts'

// The notation's own words as functions: `10km with 8 x 45s hill @RPE8, jog down` is `within(...)` of `sets(8, hill(...))`.

/** `400m`. */
export const m = (amount: number): DistanceExtent => ({ kind: 'distance', distance: metres(amount), unit: 'm' })

/** `12km`, `7.5mi`. */
export const long = (amount: number, unit: LongUnit): DistanceExtent => ({
  kind: 'distance',
  distance: distanceOf(amount, unit),
  unit,
})

/** `45s`, `90s`; whole minutes from two on read `2min`. */
export const s = (amount: number): TimeExtent => ({
  kind: 'time',
  duration: seconds(amount),
  unit: amount >= 120 && amount % 60 === 0 ? 'min' : 's',
})

export const min = (amount: number): TimeExtent => ({ kind: 'time', duration: seconds(amount * 60), unit: 'min' })

/** `@5K`; `@800>400` goes from the one to the other. */
export const at = (pace: PaceName, to?: PaceName): PaceTarget => ({
  kind: 'pace',
  pace,
  ...(to === undefined ? {} : { to, progressive: true }),
})

/** `@RPE8`. */
export const effort = (rpe: number): Target => ({ kind: 'rpe', rpe })

export const bout = (extent: Extent, target: Target | null, role: Role = 'work'): Step => ({
  kind: 'step',
  role,
  extent,
  target,
})

/** Roles that say their pace by themselves carry it, marked as implied (what the notation reads). */
const told = (role: Role, pace: PaceName, extent: Extent): Step =>
  bout(extent, { kind: 'pace', pace, implied: true }, role)

export const warmup = (extent: Extent): Step => told('warmup', 'easy', extent)
export const cooldown = (extent: Extent): Step => told('cooldown', 'easy', extent)
export const strides = (extent: Extent): Step => told('strides', 'stride', extent)
export const hill = (extent: Extent, target: Target): Step => bout(extent, target, 'hill')
export const kick = (extent: Extent, target: Target): Step => bout(extent, target, 'kick')
export const tempo = (extent: Extent, pace: PaceName): Step => bout(extent, at(pace), 'tempo')

const between = (mode: Mode, extent: Extent): Step => ({ kind: 'step', role: 'recovery', extent, target: null, mode })

export const jog = (extent: Extent): Step => between('jog', extent)
export const walk = (extent: Extent): Step => between('walk', extent)
/** Standing between parts of the work is a rest of the work, not a recovery run. */
export const stand = (extent: Extent): Step => ({ ...between('stand', extent), role: 'rest' })
/** Rest whose manner is left to the runner. */
export const rest = (extent: Extent): Step => ({ kind: 'step', role: 'rest', extent, target: null })
/** Running on between surges, at a pace of its own. */
export const float = (extent: Extent, pace: PaceName): Step => ({
  kind: 'step',
  role: 'float',
  extent,
  target: at(pace),
  mode: 'float',
})

/** The way back, down the hill, as far as the repetition, or half of it. */
export const BACK: Extent = { kind: 'relative', relative: 'back' }
export const DOWN: Extent = { kind: 'relative', relative: 'down' }
export const EQUAL: Extent = { kind: 'relative', relative: 'equal' }
export const HALF: Extent = { kind: 'relative', relative: 'half' }

/** `5 x 1000m @T, jog 200m`. */
export const sets = (times: number, steps: Part | readonly Part[], recovery: Step): Repeat => ({
  kind: 'repeat',
  times,
  steps: 'kind' in steps ? [steps] : steps,
  between: recovery,
  afterLast: false,
})

/** The same with the recovery after the last one too: floats. */
export const floating = (times: number, step: Part, recovery: Step): Repeat => ({
  ...sets(times, step, recovery),
  afterLast: true,
})

/** `(600m @1500, 400m @1500), jog equal`. */
export const ladder = (rungs: readonly Step[], recovery: Step): Repeat => ({
  ...sets(1, rungs, recovery),
  form: 'ladder',
})

/** `(24min tempo @T with 6 x 20s @mile)`: surges inside a longer bout. */
export const surging = (extent: TimeExtent, pace: PaceName, surges: Repeat): Repeat => ({
  kind: 'repeat',
  times: 1,
  steps: [{ ...surges, between: null }],
  between: null,
  afterLast: false,
  form: 'within',
  total: { extent, role: 'tempo', target: at(pace) },
})

const RUN = { kind: 'run', total: null, remainder: null, alternatives: [] } as const satisfies Omit<Workout, 'steps'>

/** Parts and nothing else. */
export const workout = (steps: readonly Part[], kind: Workout['kind'] = 'run'): Workout => ({ ...RUN, kind, steps })

export const REST: Workout = workout([], 'rest')

/** `12km with ...`: the rest of the distance is easy. */
export const within = (extent: DistanceExtent, steps: readonly Part[]): Workout => ({
  ...RUN,
  total: { extent, role: null, target: null },
  remainder: 'easy',
  steps,
})

/** `9km easy with ...`, `14km long with ...`. */
export const during = (extent: DistanceExtent, role: 'easy' | 'long', steps: readonly Part[]): Workout => ({
  ...RUN,
  total: { extent, role, target: { kind: 'pace', pace: role, implied: true } },
  remainder: role,
  steps,
})

export const easy = (extent: Extent): Workout => workout([told('easy', 'easy', extent)])
/** A recovery run: nobody can run it too slowly. */
export const recovery = (extent: Extent): Workout => workout([bout(extent, null, 'recovery')])

/** `strength A`, `mobility flow`: a session of the plan's own library. */
export const named = (activity: 'strength' | 'plyometrics' | 'mobility', name: string): Workout =>
  workout([{ kind: 'other', activity, extent: null, name }], activity)
