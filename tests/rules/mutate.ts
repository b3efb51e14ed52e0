import type { Athlete } from '../../packages/core/src/athlete/athlete.ts'
import { WEEKDAYS } from '../../packages/core/src/calendar/week.ts'
import { PACE_NAMES } from '../../packages/core/src/pace/names.ts'
import {
  PACE_MODELS,
  WEEK_KINDS,
  type Phase,
  type Plan,
  type Session,
  type Week,
} from '../../packages/core/src/plan/plan.ts'
import { kilometres, metres } from '../../packages/core/src/units/distance.ts'
import { minutes, seconds } from '../../packages/core/src/units/duration.ts'
import type { Extent, Part, Step, Workout } from '../../packages/core/src/workout/workout.ts'

/** A number from 0 to 1; the same seed gives the same numbers (mulberry32). */
export type Chance = () => number
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = <Item>(items: readonly Item[], chance: Chance): Item => {
  const item = items[Math.floor(chance() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}

type Change<Thing> = (thing: Thing, chance: Chance) => Thing

/** A plan with one to eight random changes: sessions moved, lost, doubled, stretched, weeks renamed, paces swapped. */
export const mutate: Change<Plan> = (plan, chance) => {
  let changed = plan
  for (let left = 1 + Math.floor(chance() * 8); left > 0; left--) changed = pick(PLAN_CHANGES, chance)(changed, chance)
  return changed
}

const mapWeeks = (plan: Plan, change: (week: Week, index: number) => Week): Plan => {
  let index = 0
  const phases = plan.phases.map((phase): Phase => ({
    ...phase,
    weeks: phase.weeks.map((week) => change(week, index++)),
  }))
  return { ...plan, phases }
}

const weekCount = (plan: Plan): number => plan.phases.reduce((sum, { weeks }) => sum + weeks.length, 0)

/** Changes a random week, a random stretch of weeks, or all of them. */
const someWeeks =
  (change: Change<Week>): Change<Plan> =>
  (plan, chance) => {
    const first = Math.floor(chance() * weekCount(plan))
    const last = chance() < 0.5 ? first : first + Math.floor(chance() * weekCount(plan))
    const all = chance() < 0.2
    const seed = chance() * 2 ** 32
    return mapWeeks(plan, (week, index) =>
      all || (index >= first && index <= last) ? change(week, chanceFrom(seed)) : week,
    )
  }

const oneSession =
  (change: (session: Session, chance: Chance) => readonly Session[]): Change<Week> =>
  (week, chance) => {
    if (week.sessions.length === 0) return week
    const at = Math.floor(chance() * week.sessions.length)
    return {
      ...week,
      sessions: week.sessions.flatMap((session, index) => (index === at ? change(session, chance) : [session])),
    }
  }

const onDay = (day: Session['day'], workout: Workout, slot: Session['slot'] = null): Session => ({ day, slot, workout })

const workoutOf = (kind: Workout['kind'], steps: readonly Part[]): Workout => ({
  kind,
  total: null,
  remainder: null,
  steps,
  alternatives: [],
})

const step = (role: Step['role'], extent: Extent | null, target: Step['target'] = null): Step => ({
  kind: 'step',
  role,
  extent,
  target,
})

const metresLong = (length: number): Extent => ({ kind: 'distance', distance: metres(length), unit: 'm' })
const minutesLong = (length: number): Extent => ({ kind: 'time', duration: minutes(length), unit: 'min' })

const reps = (times: number, one: Step, between: Step | null): Part => ({
  kind: 'repeat',
  times,
  steps: [one],
  between,
  afterLast: false,
})

/** Sessions that a plan may get: what coaches write, sensible and not. */
const NEW_WORKOUTS: readonly ((chance: Chance) => Workout)[] = [
  (chance) =>
    workoutOf('run', [
      reps(
        3 + Math.floor(chance() * 12),
        step('work', metresLong(200 + Math.floor(chance() * 9) * 200), {
          kind: 'pace',
          pace: pick(PACE_NAMES, chance),
        }),
        chance() < 0.3 ? null : { ...step('recovery', metresLong(50 + Math.floor(chance() * 8) * 50)), mode: 'jog' },
      ),
    ]),
  (chance) =>
    workoutOf('run', [
      step('tempo', minutesLong(5 + Math.floor(chance() * 50)), { kind: 'pace', pace: 'threshold', implied: true }),
    ]),
  (chance) =>
    workoutOf('run', [
      step(
        pick(['easy', 'long', 'steady', 'recovery'] as const, chance),
        metresLong(2000 + Math.floor(chance() * 30_000)),
      ),
    ]),
  (chance) =>
    workoutOf('run', [
      reps(4, step('kick', metresLong(60 + Math.floor(chance() * 200))), {
        ...step('recovery', minutesLong(1 + Math.floor(chance() * 5))),
        mode: 'walk',
      }),
    ]),
  (chance) =>
    workoutOf('race', [
      {
        ...step('race', metresLong(pick([800, 1500, 3000, 5000, 10_000], chance))),
        ...(chance() < 0.4 ? { race: { priority: pick(['B', 'C'] as const, chance) } } : {}),
      },
    ]),
  (chance) =>
    workoutOf('test', [
      step(
        'test',
        metresLong(pick([1000, 2000, 3000, 5000], chance)),
        pick(
          [null, { kind: 'rpe', rpe: 9 }, { kind: 'rpe', rpe: 10 }, { kind: 'pace', pace: 'goal' }] as const,
          chance,
        ),
      ),
    ]),
  (chance) =>
    workoutOf('strength', [
      { kind: 'other', activity: 'strength', extent: null, name: pick(['A', 'B', 'M', 'Z'], chance) },
    ]),
  (chance) =>
    workoutOf('plyometrics', [
      { kind: 'exercise', name: 'pogo jump', sets: 1 + Math.floor(chance() * 8), reps: 5 + Math.floor(chance() * 25) },
    ]),
  (chance) =>
    workoutOf('strength', [
      {
        kind: 'exercise',
        name: 'back squat',
        sets: 3,
        reps: 5 + Math.floor(chance() * 10),
        load: { kind: 'rpe', rpe: 5 + Math.floor(chance() * 6) },
      },
    ]),
  () =>
    workoutOf('mobility', [
      { kind: 'other', activity: 'mobility', extent: { kind: 'time', duration: minutes(15), unit: 'min' } },
    ]),
  () => workoutOf('rest', []),
]

const newWorkout = (chance: Chance): Workout => pick(NEW_WORKOUTS, chance)(chance)

const WEEK_CHANGES: readonly Change<Week>[] = [
  oneSession(() => []),
  oneSession((session, chance) => [{ ...session, day: pick(WEEKDAYS, chance) }]),
  oneSession((session, chance) => [{ ...session, slot: pick(['am', 'pm', null] as const, chance) }]),
  oneSession((session, chance) => [session, { ...session, day: pick(WEEKDAYS, chance) }]),
  oneSession((session, chance) => [
    session,
    onDay(pick(WEEKDAYS, chance), newWorkout(chance), pick(['am', 'pm', null] as const, chance)),
  ]),
  oneSession((session, chance) => [{ ...session, workout: newWorkout(chance) }]),
  (week, chance) => ({
    ...week,
    sessions: week.sessions.filter(({ day }) => day !== WEEKDAYS[Math.floor(chance() * 7)]),
  }),
  (week, chance) => ({ ...week, kind: pick([...WEEK_KINDS, null], chance) }),
  (week) => ({ ...week, objective: null }),
  (week, chance) => ({
    ...week,
    statedTotal: { kind: 'distance', distance: kilometres(Math.round(20 + chance() * 80)), unit: 'km' },
  }),
  (week, chance) => stretchWeek(week, 0.4 + chance() * 1.6),
  (week, chance) => swapPaces(week, chance),
  (week, chance) => ({
    ...week,
    sessions: week.sessions.filter(
      ({ workout }) => workout.kind !== pick(['strength', 'mobility', 'test', 'run'] as const, chance),
    ),
  }),
  (week) => mapParts(week, (part) => (part.kind === 'repeat' ? { ...part, between: null } : part)),
  (week, chance) =>
    mapParts(week, (part) =>
      part.kind === 'repeat' && part.times
        ? { ...part, times: Math.max(1, Math.round(part.times * (0.5 + chance() * 2))) }
        : part,
    ),
  (week, chance) =>
    mapParts(week, (part) => withoutRole(part, pick(['strides', 'hill', 'kick', 'tempo'] as const, chance))),
  (week) => ({
    ...week,
    sessions: week.sessions.map((session) => ({ ...session, workout: withoutWords(session.workout) })),
  }),
]

const withoutRole = (part: Part, role: Step['role']): Part => {
  if (part.kind === 'step') return part.role === role ? { ...part, role: 'easy', target: null } : part
  return part.kind === 'repeat' ? { ...part, steps: part.steps.map((inner) => withoutRole(inner, role)) } : part
}

/** Without surface, cue and tags: what it is for and how it feels is no longer said. */
const withoutWords = ({ kind, total, remainder, steps, alternatives }: Workout): Workout => ({
  kind,
  total,
  remainder,
  steps,
  alternatives,
})

const mapParts = (week: Week, change: (part: Part) => Part): Week => ({
  ...week,
  sessions: week.sessions.map((session) => ({
    ...session,
    workout: { ...session.workout, steps: session.workout.steps.map(change) },
  })),
})

const stretchWeek = (week: Week, factor: number): Week => ({
  ...week,
  sessions: week.sessions.map((session) => ({ ...session, workout: stretch(session.workout, factor) })),
})

const stretch = (workout: Workout, factor: number): Workout => {
  const { total, steps } = workout
  return {
    ...workout,
    total:
      total?.extent.kind === 'distance'
        ? { ...total, extent: { ...total.extent, distance: metres(total.extent.distance * factor) } }
        : total,
    steps: steps.map((part) => (part.kind === 'step' ? stretchStep(part, factor) : part)),
  }
}

const stretchStep = (bout: Step, factor: number): Step => {
  const { extent } = bout
  if (extent?.kind === 'distance') return { ...bout, extent: { ...extent, distance: metres(extent.distance * factor) } }
  return extent?.kind === 'time'
    ? { ...bout, extent: { ...extent, duration: seconds(extent.duration * factor) } }
    : bout
}

const swapPaces: Change<Week> = (week, chance) => {
  const pace = pick(PACE_NAMES, chance)
  return mapParts(week, (part) => swapPace(part, pace))
}

const swapPace = (part: Part, pace: (typeof PACE_NAMES)[number]): Part => {
  if (part.kind === 'repeat') return { ...part, steps: part.steps.map((inner) => swapPace(inner, pace)) }
  return part.kind === 'step' && part.target?.kind === 'pace' ? { ...part, target: { kind: 'pace', pace } } : part
}

const PLAN_CHANGES: readonly Change<Plan>[] = [
  ...WEEK_CHANGES.map(someWeeks),
  ...WEEK_CHANGES.map(someWeeks),
  (plan, chance) => ({ ...plan, paces: pick([...PACE_MODELS, null], chance) }),
  (plan, chance) => ({
    ...plan,
    races:
      chance() < 0.2 ? [] : [{ distance: metres(pick([800, 1500, 3000, 5000, 10_000, 21_097], chance)), name: 'race' }],
  }),
  (plan, chance) => ({
    ...plan,
    definitions: [
      {
        pace: pick(['easy', 'threshold', 'mile'] as const, chance),
        base: '5K',
        from: Math.round(chance() * 100 - 40),
        to: Math.round(chance() * 160 - 40),
        per: 'mi',
      },
    ],
  }),
  (plan, chance) => ({
    ...plan,
    phases: plan.phases.map((phase) => ({
      ...phase,
      name: chance() < 0.5 ? phase.name : pick(['Base', 'Speed', 'Race-specific', 'Taper', null], chance),
    })),
  }),
  (plan, chance) => ({ ...plan, phases: plan.phases.filter(() => chance() < 0.8) }),
  (plan, chance) => ({
    ...plan,
    library: plan.library.map((session) => ({
      ...session,
      total: null,
      lines: session.lines.filter(() => chance() < 0.7),
    })),
  }),
  (plan, chance) => ({
    ...plan,
    library: plan.library.map((session) => ({
      ...session,
      lines: session.lines.map(({ workout }) => ({ workout: mapExercises(workout, chance) })),
    })),
  }),
  (plan, chance) =>
    plan.phases.length === 0 ? plan : { ...plan, phases: [...plan.phases, pick(plan.phases, chance)] },
  (plan, chance) => ({ ...plan, follows: pick([[], ['000'], ['001'], ['002'], ['000', '001', '002']], chance) }),
]

const mapExercises = (workout: Workout, chance: Chance): Workout => ({
  ...workout,
  steps: workout.steps.map((part) =>
    part.kind === 'exercise'
      ? {
          ...part,
          sets: 1 + Math.floor(chance() * 8),
          reps: 3 + Math.floor(chance() * 20),
          load: { kind: 'rpe', rpe: 5 + Math.floor(chance() * 6) },
        }
      : part,
  ),
})

/** Somebody, with some of it known. */
export const someAthlete = (chance: Chance): Athlete => {
  const known = <Value>(name: string, value: Value): { readonly [name: string]: Value } =>
    chance() < 0.7 ? { [name]: value } : {}
  return {
    marks:
      chance() < 0.9
        ? [{ distance: metres(pick([800, 1609.344, 5000, 10_000], chance)), time: seconds(130 + chance() * 2500) }]
        : [],
    ...known('sex', pick(['female', 'male'] as const, chance)),
    ...known('weekly', kilometres(10 + chance() * 80)),
    ...known('longestRun', kilometres(4 + chance() * 18)),
    ...known('days', 3 + Math.floor(chance() * 5)),
    ...known('runDaysRecent', 2 + chance() * 5),
    ...known('yearsRunning', chance() * 8),
    ...known('goal', { distance: metres(5000), time: seconds(900 + chance() * 800) }),
  }
}
