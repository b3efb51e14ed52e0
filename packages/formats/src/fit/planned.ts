import type { Distance, Duration, HeartRate, Speed } from '@bell-lap/core'
import type { LapIntensity, Sport, SubSport } from './recorded.ts'

/** How long a step lasts. `other` is a way of the profile that has no word here, with its number and value. */
export type StepDuration =
  | { readonly kind: 'time'; readonly time: Duration }
  | { readonly kind: 'distance'; readonly distance: Distance }
  /** Until the lap button is pressed. */
  | { readonly kind: 'open' }
  | { readonly kind: 'heart rate'; readonly until: 'below' | 'above'; readonly heartRate: HeartRate }
  | { readonly kind: 'heart rate share'; readonly until: 'below' | 'above'; readonly percentOfMax: number }
  | { readonly kind: 'other'; readonly type: number; readonly value?: number }

/** What a value is averaged over before it is held against the target; a moment when nothing is said. */
export type Averaging = 'lap' | '3 s' | '10 s' | '30 s'

/** What to aim at, from low to high as the file has it. */
export type StepTarget =
  | { readonly kind: 'none' }
  | { readonly kind: 'speed'; readonly low: Speed; readonly high: Speed; readonly over?: Averaging }
  | { readonly kind: 'heart rate'; readonly low: HeartRate; readonly high: HeartRate; readonly over?: Averaging }
  /** Per cent of the highest heart rate. */
  | { readonly kind: 'heart rate share'; readonly low: number; readonly high: number; readonly over?: Averaging }
  /** One foot, per minute. */
  | { readonly kind: 'cadence'; readonly low: number; readonly high: number }
  /** Watts. */
  | { readonly kind: 'power'; readonly low: number; readonly high: number; readonly over?: Averaging }
  /** Per cent of the threshold power. */
  | { readonly kind: 'power share'; readonly low: number; readonly high: number; readonly over?: Averaging }
  | {
      readonly kind: 'zone'
      readonly of: 'speed' | 'heart rate' | 'cadence' | 'power'
      readonly zone: number
      readonly over?: Averaging
    }
  | {
      readonly kind: 'other'
      readonly type: number
      readonly value?: number
      readonly low?: number
      readonly high?: number
    }

export interface PlannedBout {
  readonly kind: 'step'
  readonly name?: string
  readonly notes?: string
  readonly intensity?: LapIntensity
  readonly duration: StepDuration
  readonly target: StepTarget
}

/** Stands AFTER the steps that it repeats: all from `from` (an index of the list) up to itself. */
export interface PlannedRepeat {
  readonly kind: 'repeat'
  readonly name?: string
  readonly intensity?: LapIntensity
  readonly from: number
  readonly until:
    | { readonly kind: 'times'; readonly times: number }
    /** Until a time, distance, heart rate, ...: the profile's number of the way, and its value. */
    | { readonly kind: 'other'; readonly type: number; readonly value?: number }
}

export type PlannedStep = PlannedBout | PlannedRepeat

/** A workout as a watch holds it: a flat list in which repeats point back. */
export interface PlannedWorkout {
  readonly name?: string
  readonly sport?: Sport
  readonly subSport?: SubSport
  readonly steps: readonly PlannedStep[]
}

/** Numbers of the FIT profile (`wkt_step_duration`). */
export const DURATION = {
  time: 0,
  distance: 1,
  heartRateBelow: 2,
  heartRateAbove: 3,
  open: 5,
  repeatTimes: 6,
} as const

/** All ways of the profile that end a repeat instead of a step. */
export const REPEAT_DURATIONS: ReadonlySet<number> = new Set([6, 7, 8, 9, 10, 11, 12, 13, 17, 18, 27])

/** The profile's targets (`wkt_step_target`) that have bounds or zones: what is measured, and over how long. */
export const TARGETS: {
  readonly [type: number]: { readonly of: 'speed' | 'heart rate' | 'cadence' | 'power'; readonly over?: Averaging }
} = {
  0: { of: 'speed' },
  1: { of: 'heart rate' },
  3: { of: 'cadence' },
  4: { of: 'power' },
  7: { of: 'power', over: '3 s' },
  8: { of: 'power', over: '10 s' },
  9: { of: 'power', over: '30 s' },
  10: { of: 'power', over: 'lap' },
  12: { of: 'speed', over: 'lap' },
  13: { of: 'heart rate', over: 'lap' },
}
export const NO_TARGET = 2

/** Up to 100 a heart rate is per cent of the highest; above it is beats a minute and this (FIT profile, `workout_hr`). */
export const HEART_RATE_OFFSET = 100
/** Up to 1000 a power is per cent of the threshold; above it is watts and this (FIT profile, `workout_power`). */
export const POWER_OFFSET = 1000
export const SPEED_SCALE = 1000
export const TIME_SCALE = 1000
export const DISTANCE_SCALE = 100
