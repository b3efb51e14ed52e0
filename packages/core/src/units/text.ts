import { amountIn, type DistanceUnit } from './distance.ts'
import { SECONDS_PER, type TimeUnit } from './duration.ts'
import type { Distance, Duration, Speed } from './quantity.ts'
import { paceOf, type PaceUnit } from './speed.ts'

/** A number with at most so many decimals and no trailing zeros: 8, 1.5, 0.25. */
export const plainNumber = (amount: number, decimals = 4): string => String(Number(amount.toFixed(decimals)))

/** `8mi`, `1.5km`, `400m`, `5K`. */
export const distanceText = (distance: Distance, unit: DistanceUnit, decimals = 4): string =>
  `${plainNumber(amountIn(distance, unit), decimals)}${unit}`

/** `20min`, `90s`, `1.5h`. */
export const durationText = (duration: Duration, unit: TimeUnit): string =>
  `${plainNumber(duration / SECONDS_PER[unit])}${unit}`

const two = (amount: number): string => String(amount).padStart(2, '0')

/** `0:58`, `19:30`, `1:08:00`; rounded once, to whole seconds. */
export const clockText = (duration: Duration): string => {
  const whole = Math.round(duration)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/** `4:05/km`; standing still has no pace and reads `-`. */
export const paceText = (speed: Speed, unit: PaceUnit): string => {
  const pace = paceOf(speed, unit)
  return pace === undefined ? '-' : `${clockText(pace)}/${unit}`
}

/**
 * Reads `19:30`, `1:08:00` or `58.4` (seconds) as a duration.
 * Returns `undefined` for anything else, minutes or seconds of 60 and more included.
 */
export const parseClock = (text: string): Duration | undefined => {
  const match = /^(?:(\d{1,3}):)?(?:(\d{1,3}):)?(\d{1,4}(?:\.\d{1,3})?)$/.exec(text.trim())
  if (!match) return undefined
  const [, first, second, last] = match
  const lastSeconds = Number(last)
  if (first === undefined) return lastSeconds as Duration
  if (lastSeconds >= 60 || !/^\d\d/.test(last ?? '')) return undefined
  if (second === undefined) return (Number(first) * 60 + lastSeconds) as Duration
  return Number(second) < 60 ? ((Number(first) * 3600 + Number(second) * 60 + lastSeconds) as Duration) : undefined
}
