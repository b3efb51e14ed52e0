import type { Part, Workout } from '../../workout/workout.ts'
import type { Brief } from './brief.ts'
import type { KeyWork, Statement } from './key-work.ts'
import {
  at,
  BACK,
  bout,
  cooldown,
  during,
  easy,
  effort,
  long,
  m,
  min,
  recovery,
  REST,
  sets,
  strides,
  walk,
  warmup,
  within,
  workout,
} from './parts.ts'

/** A run as it stands on its day, with the statements that it serves. */
export interface WrittenRun {
  readonly workout: Workout
  readonly why: readonly Statement[]
}

/** `12km with ...`: work, with easy running around it. */
export const keyRun = (brief: Brief, work: KeyWork, amount: number): WrittenRun => {
  const { parts, pillars, surface, cue, why } = work
  return {
    workout: {
      ...within(long(amount, brief.unit), parts),
      ...(pillars === undefined ? {} : { pillars }),
      ...(surface === undefined ? {} : { surface }),
      cue,
    },
    why,
  }
}

export const easyRun = (brief: Brief, amount: number): WrittenRun => ({
  workout: easy(long(amount, brief.unit)),
  why: ['R120'],
})

/** Short accelerations behind an easy run, with the walk back between them (R124, R127). */
export const stridesRun = (brief: Brief, amount: number, times: number): WrittenRun => ({
  workout: during(long(amount, brief.unit), 'easy', [sets(times, strides(m(80)), walk(BACK))]),
  why: ['R124'],
})

/** Five quick repetitions with the walk back. */
export const SHORT_SPEED: readonly Part[] = [sets(5, bout(m(120), at('800')), walk(BACK))]

/** Faster than strides and hardly longer: transition speed on an easy day, for who has trained for it (R117, R124). */
export const speedRun = (brief: Brief, amount: number): WrittenRun => ({
  workout: {
    ...during(long(amount, brief.unit), 'easy', SHORT_SPEED),
    cue: 'build over 40 m, then float along',
  },
  why: ['R117', 'R124'],
})

/** A run that may be left out, as slow as it likes (R122). */
export const spareRun = (brief: Brief, amount: number): WrittenRun => ({
  workout: { ...recovery(long(amount, brief.unit)), alternatives: [REST] },
  why: ['R122'],
})

/** By effort and on soft ground: easy surroundings for the longest run of the week (R123, R142, R150). */
export const longRun = (brief: Brief, amount: number): WrittenRun => ({
  workout: { ...workout([bout(long(amount, brief.unit), effort(3), 'long')]), surface: 'trail' },
  why: ['R142', 'R150'],
})

/** Share of a long run that ends at marathon pace where the race is long (convention). */
const FAST_END = 0.2

/** The same with a steady end, which stays clear of hard running. */
export const longRunWithEnd = (brief: Brief, amount: number): WrittenRun => {
  const end = {
    ...bout(long(Math.max(2, Math.round(amount * FAST_END)), brief.unit), at('marathon')),
    position: 'last' as const,
  }
  return {
    workout: {
      ...during(long(amount, brief.unit), 'long', [end]),
      surface: 'trail',
      cue: 'no faster than it feels calm',
    },
    why: ['R142', 'R150'],
  }
}

/** Warm-up and cool-down around a test, the longer half first. */
const aroundTest = ({ around }: Brief): readonly [number, number] => {
  const before = Math.ceil(around / 2)
  return [before, around - before]
}

/** The controlled test that ends a block, on the same track every time; its time is a mark (R151, R156, R157). */
export const testRun = (brief: Brief): WrittenRun => {
  const [before, after] = aroundTest(brief)
  const test = { ...bout(m(brief.test), effort(8), 'test'), effort: 'controlled' as const }
  const steps = [
    warmup(long(before, brief.unit)),
    bout(min(10), null, 'drills'),
    test,
    cooldown(long(after, brief.unit)),
  ]
  return {
    workout: {
      ...workout(steps, 'test'),
      surface: 'track',
      cue: 'controlled, even laps, the last 200 m as it comes; same track every time, and enter the time as a mark',
    },
    why: ['R151', 'R156', 'R157'],
  }
}

export const raceRun = ({ race }: Brief): WrittenRun => ({
  workout: {
    ...workout([bout({ kind: 'distance', distance: race.distance, unit: race.unit }, null, 'race')], 'race'),
    cue: race.cue,
  },
  why: ['R131'],
})

export const REST_DAY: WrittenRun = { workout: REST, why: ['R122'] }
