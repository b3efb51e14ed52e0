/**
 * A smallest set of numbers that has at least one of each family's; the first in the order of the branches, so the same
 * each time. Undefined where none has fewer than `below`. For the few dozen small families of one clash.
 */
export const smallestHittingSet = (
  families: readonly (readonly number[])[],
  below: number,
): readonly number[] | undefined => {
  let best: readonly number[] | undefined
  let limit = below

  const branch = (chosen: readonly number[]): void => {
    const missed = smallestMissed(families, chosen)
    if (!missed) {
      best = chosen
      limit = chosen.length
      return
    }
    if (chosen.length + disjoint(families, chosen) >= limit) return
    for (const member of missed) branch([...chosen, member])
  }

  branch([])
  return best
}

const hits = (family: readonly number[], chosen: readonly number[]): boolean =>
  family.some((member) => chosen.includes(member))

const smallestMissed = (
  families: readonly (readonly number[])[],
  chosen: readonly number[],
): readonly number[] | undefined => {
  let smallest: readonly number[] | undefined
  for (const family of families) {
    if (!hits(family, chosen) && (!smallest || family.length < smallest.length)) smallest = family
  }
  return smallest
}

/** Families that share no member each need one of their own: a lower bound. */
const disjoint = (families: readonly (readonly number[])[], chosen: readonly number[]): number => {
  const used = new Set<number>()
  let count = 0
  for (const family of families) {
    if (hits(family, chosen) || family.some((member) => used.has(member))) continue
    for (const member of family) used.add(member)
    count++
  }
  return count
}
