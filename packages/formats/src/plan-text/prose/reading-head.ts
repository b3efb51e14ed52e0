import type { Atom, Word } from './atoms.ts'
import type { Figure } from './figures.ts'
import type { Sense } from './senses.ts'
import { unitWord, type WrittenUnit } from './units.ts'

/** Senses of a word; none for anything else. */
export const senseAt = (atoms: readonly Atom[], at: number): Sense => {
  const atom = atoms[at]
  return atom?.kind === 'word' ? atom.sense : NO_SENSE
}
const NO_SENSE: Sense = {}

export const figureAt = (atoms: readonly Atom[], at: number): Figure | undefined => {
  const atom = atoms[at]
  return atom?.kind === 'figure' ? atom : undefined
}

export const wordAt = (atoms: readonly Atom[], at: number): Word | undefined => {
  const atom = atoms[at]
  return atom?.kind === 'word' ? atom : undefined
}

export const isMark = (atoms: readonly Atom[], at: number, marks: string): boolean => {
  const atom = atoms[at]
  return atom?.kind === 'mark' && atom.text !== '' && marks.includes(atom.text)
}

/** A hyphen that joins words (`jog-recover`), not a dash between parts. */
export const isHyphen = (atoms: readonly Atom[], at: number): boolean => {
  const atom = atoms[at]
  return atom?.kind === 'mark' && atom.text === '-' && !atom.spaced && !atom.loose
}

/** Steps over words that carry no meaning of their own. */
export const skipFillers = (atoms: readonly Atom[], at: number): number => {
  let next = at
  while (senseAt(atoms, next).filler && !senseAt(atoms, next).label && next - at < 4) next++
  return next
}

/** The unit that a word names: `km`, `mile`, `k`. */
export const unitAt = (atoms: readonly Atom[], at: number): WrittenUnit | undefined => {
  const word = wordAt(atoms, at)
  if (!word) return undefined
  return word.sense.unit ?? unitWord(word.text) ?? (word.text === 'k' ? 'km' : undefined)
}
