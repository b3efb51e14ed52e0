import { at, type Entry, type PlaceModel } from './model.ts'
import { FORBIDDEN } from './relation.ts'

type Tables = Pick<PlaceModel, 'entries' | 'slots' | 'alone'> & { readonly pairs: readonly (Int32Array | null)[] }

/**
 * Of two placements that differ only in two entries which could as well change places, the later in the order of ties is
 * barred: a twin never stands before the entry that it equals, nor a longer peer behind a shorter one whose slot it fits.
 * Returns the table of the pair with those places forbidden.
 */
export const withoutMirror = (tables: Tables, i: number, j: number): Int32Array | null => {
  const { entries, slots, alone, pairs } = tables
  const table = pairs[i * entries.length + j] ?? null
  const [first, second] = [entries[i], entries[j]]
  if (!first || !second || !(areTwins(tables, i, j) || arePeers(tables, i, j))) return table
  return Int32Array.from({ length: slots.length ** 2 }, (_, cell) => {
    const [s, t] = [Math.floor(cell / slots.length), cell % slots.length]
    const cost = table ? at(table, cell) : s === t ? FORBIDDEN : 0
    return s > t && at(alone, i * slots.length + t) < FORBIDDEN ? FORBIDDEN : cost
  })
}

const areTwins = ({ entries }: Tables, i: number, j: number): boolean => entries.slice(i + 1, j + 1).every(({ twin }) => twin)

/** They differ in nothing but minutes that no rule minds. Where something may follow a run, minutes always count. */
const arePeers = (tables: Tables, i: number, j: number): boolean => {
  const [a, b] = [tables.entries[i], tables.entries[j]]
  if (!a || !b || tables.entries.some(({ leads }) => !leads)) return false
  const alike = [a, b].every(isFree) && a.hardness === b.hardness && a.needs >= b.needs
  return alike && sameAlone(tables, i, j) && tables.entries.every((_, other) => other === i || other === j || sameTable(tables, [i, j], other))
}

const isFree = ({ session }: Entry): boolean => !session.fixed && !session.wish

/** Where the longer one can stand, the shorter one can at the same cost. */
const sameAlone = ({ alone, slots }: Tables, i: number, j: number): boolean =>
  slots.every((_, slot) => {
    const cost = at(alone, i * slots.length + slot)
    return cost >= FORBIDDEN || cost === at(alone, j * slots.length + slot)
  })

/** Costs of two entries against a third, whichever stands first in the order. */
const sameTable = ({ pairs, entries, slots }: Tables, [i, j]: readonly [number, number], other: number): boolean => {
  const cost = (index: number, slot: number, there: number): number => {
    const [first, second] = index < other ? [index, other] : [other, index]
    const table = pairs[first * entries.length + second]
    const cell = index < other ? slot * slots.length + there : there * slots.length + slot
    return table ? at(table, cell) : 0
  }
  return slots.every((_, slot) => slots.every((__, there) => slot === there || cost(i, slot, there) === cost(j, slot, there)))
}
