/** Seconds in each zone: below the first bound, between two, from the last on. Bounds rise; unknown values count nowhere. */
export const timeInZones = (perSecond: Float64Array, bounds: readonly number[]): readonly number[] => {
  const result = Array.from({ length: bounds.length + 1 }, () => 0)
  for (const value of perSecond) {
    if (Number.isNaN(value)) continue
    let zone = 0
    while (zone < bounds.length && value >= (bounds[zone] ?? Infinity)) zone++
    result[zone] = (result[zone] ?? 0) + 1
  }
  return result
}
