import type { HeartRate } from './quantity.ts'

export const beatsPerMinute = (amount: number): HeartRate => amount as HeartRate
