import { at, type Entry, type PairTable, type PlaceModel } from './model.ts'
import { FORBIDDEN } from './relation.ts'

/** Tables as they are worked out: entry x entry, filled where the first comes before the second in the order of ties. */
type Tables = Pick<PlaceModel, 'entries' | 'slots' | 'alone' | 'pairs'>

/**
 * Of two placements that differ only in two entries which could as well change places, the later in the order of ties is
 * barred: a twin never stands before the entry that it equals, nor a longer peer behind a shorter one whose slot it fits.
 * Returns the tables with those places forbidden.
 */
export const withoutMirrors = (tables: Tables): PairTable[] => {
  const { entries, pairs } = tables
  const allLead = entries.every(({ leads }) => leads)
  const barred = pairs.slice()
  entries.forEach((first, i) => {
    for (let j = i + 1; j < entries.length && entries[j]?.hardness === first.hardness; j++) {
      if (areTwins(tables, i, j) || (allLead && arePeers(tables, i, j))) {
        barred[i * entries.length + j] = withoutMirror(tables, i, j)
      }
    }
  })
  return barred
}

const withoutMirror = ({ entries, slots, alone, pairs }: Tables, i: number, j: number): Int32Array => {
  const width = slots.length
  const table = pairs[i * entries.length + j]?.slice() ?? new Int32Array(width * width)
  const blank = !pairs[i * entries.length + j]
  for (let s = 0; s < width; s++) {
    if (blank) table[s * width + s] = FORBIDDEN
    for (let t = 0; t < s; t++) if (at(alone, i * width + t) < FORBIDDEN) table[s * width + t] = FORBIDDEN
  }
  return table
}

const areTwins = ({ entries }: Tables, i: number, j: number): boolean => {
  for (let index = i + 1; index <= j; index++) if (!entries[index]?.twin) return false
  return true
}

/** They differ in nothing but minutes that no rule minds. Where something may follow a run, minutes always count. */
const arePeers = (tables: Tables, i: number, j: number): boolean => {
  const [a, b] = [tables.entries[i], tables.entries[j]]
  if (!a || !b || !isFree(a) || !isFree(b) || a.needs < b.needs) return false
  return (
    sameAlone(tables, i, j) &&
    noWorseInOrder(tables, i, j) &&
    tables.entries.every((_, k) => sameBeside(tables, i, j, k))
  )
}

const isFree = ({ session }: Entry): boolean => !session.fixed && !session.wish

/** Where the longer one can stand, the shorter one can at the same cost. */
const sameAlone = ({ alone, slots }: Tables, i: number, j: number): boolean => {
  for (let slot = 0; slot < slots.length; slot++) {
    const cost = at(alone, i * slots.length + slot)
    if (cost < FORBIDDEN && cost !== at(alone, j * slots.length + slot)) return false
  }
  return true
}

/** The longer one first costs no more than the shorter one first. */
const noWorseInOrder = ({ pairs, entries, slots }: Tables, i: number, j: number): boolean => {
  const table = pairs[i * entries.length + j]
  if (!table) return true
  for (let s = 0; s < slots.length; s++) {
    for (let t = 0; t < s; t++) {
      if (at(table, t * slots.length + s) > at(table, s * slots.length + t)) return false
    }
  }
  return true
}

/** Two entries cost the same against a third, which may come before, between or behind them in the order of ties. */
const sameBeside = ({ pairs, entries, slots }: Tables, i: number, j: number, other: number): boolean => {
  if (other === i || other === j) return true
  const width = slots.length
  const one = pairs[Math.min(i, other) * entries.length + Math.max(i, other)]
  const two = pairs[Math.min(j, other) * entries.length + Math.max(j, other)]
  if (!one && !two) return true
  for (let s = 0; s < width; s++) {
    for (let t = 0; t < width; t++) {
      if (s === t) continue
      const mine = one ? at(one, i < other ? s * width + t : t * width + s) : 0
      const theirs = two ? at(two, j < other ? s * width + t : t * width + s) : 0
      if (mine !== theirs) return false
    }
  }
  return true
}
