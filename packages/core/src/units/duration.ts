import type { Duration } from './quantity.ts'

export const TIME_UNITS = ['s', 'min', 'h'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]

export const SECONDS_PER: { readonly [Unit in TimeUnit]: number } = { s: 1, min: 60, h: 3600 }

export const durationOf = (amount: number, unit: TimeUnit): Duration => (amount * SECONDS_PER[unit]) as Duration
export const seconds = (amount: number): Duration => amount as Duration
export const minutes = (amount: number): Duration => durationOf(amount, 'min')
export const hours = (amount: number): Duration => durationOf(amount, 'h')

export const addDurations = (durations: Iterable<Duration>): Duration => {
  let sum = 0
  for (const duration of durations) sum += duration
  return sum as Duration
}
