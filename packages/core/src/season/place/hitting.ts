/** Which families a member is in, one bit each. */
interface Member {
  readonly number: number
  readonly hits: bigint
}

/**
 * A smallest set of numbers that has at least one of each family's; the first in the order of the branches, so the same
 * each time. Undefined where none has fewer than `below`. For the few dozen small families of one clash.
 */
export const smallestHittingSet = (
  families: readonly (readonly number[])[],
  below: number,
): readonly number[] | undefined => {
  const members = families.map((family) => family.map((number) => ({ number, hits: hitsOf(families, number) })))
  let best: readonly number[] | undefined
  let limit = below

  /** `tried`: numbers whose sets have been looked at already. */
  const branch = (chosen: readonly number[], missed: bigint, tried: ReadonlySet<number>): void => {
    if (missed === 0n) {
      best = chosen
      limit = chosen.length
      return
    }
    if (chosen.length + apart(members, missed, tried) >= limit) return
    const gone = new Set(tried)
    for (const { number, hits } of worthwhile(narrowest(members, missed, tried), missed)) {
      branch([...chosen, number], missed & ~hits, gone)
      gone.add(number)
    }
  }

  if (below > 0) branch([], (1n << BigInt(families.length)) - 1n, new Set())
  return best
}

const hitsOf = (families: readonly (readonly number[])[], number: number): bigint =>
  families.reduce((bits, family, index) => (family.includes(number) ? bits | (1n << BigInt(index)) : bits), 0n)

/** What is left of the missed family that has the fewest left. */
const narrowest = (
  families: readonly (readonly Member[])[],
  missed: bigint,
  tried: ReadonlySet<number>,
): readonly Member[] => {
  let fewest: readonly Member[] | undefined
  families.forEach((family, index) => {
    if (!((missed >> BigInt(index)) & 1n)) return
    const left = family.filter(({ number }) => !tried.has(number))
    if (!fewest || left.length < fewest.length) fewest = left
  })
  return fewest ?? []
}

/** Without those that hit no more of what is missed than another does. */
const worthwhile = (members: readonly Member[], missed: bigint): readonly Member[] =>
  members.filter(({ hits }, index) => {
    const mine = hits & missed
    return !members.some((other, at) => {
      const theirs = other.hits & missed
      return at !== index && (mine & ~theirs) === 0n && (mine !== theirs || at < index)
    })
  })

/** Families that share no number that is left each need one of their own: a lower bound. */
const apart = (families: readonly (readonly Member[])[], missed: bigint, tried: ReadonlySet<number>): number => {
  let [rest, count] = [missed, 0]
  families.forEach((family, index) => {
    if (!((rest >> BigInt(index)) & 1n)) return
    count++
    for (const { number, hits } of family) if (!tried.has(number)) rest &= ~hits
  })
  return count
}
