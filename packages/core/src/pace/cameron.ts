import { seconds } from '../units/duration.ts'
import type { Mark } from '../athlete/mark.ts'
import type { Distance, Duration } from '../units/quantity.ts'

const factor = (distance: Distance): number => 13.49681 - 0.000030363 * distance + 835.7114 / distance ** 0.7905

/** Time over another distance, 800 m to 50 miles: T2 = T1 (D2 / D1) f(D1) / f(D2). Source: D. Cameron, 1998. */
export const cameronTime = (mark: Pick<Mark, 'distance' | 'time'>, distance: Distance): Duration =>
  seconds(mark.time * (distance / mark.distance) * (factor(mark.distance) / factor(distance)))
