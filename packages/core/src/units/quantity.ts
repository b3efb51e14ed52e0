declare const quantity: unique symbol

/** A number in one SI unit, branded so that a distance is never taken for a time. */
export type Quantity<Name extends string> = number & { readonly [quantity]: Name }

/** Metres. */
export type Distance = Quantity<'distance'>
/** Seconds. */
export type Duration = Quantity<'duration'>
/** Metres a second. Pace is only ever shown; what stands still has a speed of 0 and no pace. */
export type Speed = Quantity<'speed'>
/** Beats a minute. */
export type HeartRate = Quantity<'heart rate'>

/** Both ends of an interval, low first, in the quantity's own unit. */
export interface Range<Q> {
  readonly low: Q
  readonly high: Q
}
