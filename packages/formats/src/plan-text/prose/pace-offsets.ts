import type { PaceOffset } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import type { Atom } from './atoms.ts'
import type { Figure } from './figures.ts'
import { figureAt, isMark, senseAt, unitAt, wordAt } from './reading-head.ts'

const isSeconds = (figure: Figure | undefined): figure is Figure =>
  figure !== undefined && (figure.unit === 's' || figure.unit === 'plural') && (figure.high ?? figure.low) <= 120

const readPer = (atoms: readonly Atom[], at: number): { per: PaceOffset['per']; next: number } | undefined => {
  const told = isMark(atoms, at, '/') || senseAt(atoms, at).per === true || wordAt(atoms, at)?.text === 'each'
  if (!told) return undefined
  const unit = unitAt(atoms, at + 1)
  if (unit === 'km' || unit === 'mi') return { per: unit, next: at + 2 }
  const lap = figureAt(atoms, at + 1)
  if (wordAt(atoms, at + 1)?.text === 'lap' || lap?.low === 400) return { per: '400m', next: at + 2 }
  return lap?.low === 1 && (lap.unit === 'km' || lap.unit === 'mi') ? { per: lap.unit, next: at + 2 } : undefined
}

export type OffsetBefore =
  | { readonly vague: false; readonly offset: PaceOffset; readonly next: number; readonly span: Span }
  /** `far`: by so much that the pace named is not the one meant. */
  | { readonly vague: true; readonly far: boolean; readonly next: number; readonly span: Span }

/** `8 seconds a mile quicker than`, `a touch faster than`, `sub`: what stands before the pace it changes. */
export const readOffsetBefore = (atoms: readonly Atom[], at: number): OffsetBefore | undefined => {
  const figure = figureAt(atoms, at)
  if (isSeconds(figure)) {
    const per = readPer(atoms, at + 1)
    const word = senseAt(atoms, per?.next ?? at + 1)
    const next = (per?.next ?? at + 1) + 1
    if (word.compare !== 'faster' && word.compare !== 'slower') return undefined
    const span = { from: figure.from, to: atoms[next - 1]?.to ?? figure.to }
    return per
      ? { vague: false, offset: offsetOf(figure, word.compare, per.per), next, span }
      : { vague: true, far: figure.low >= 15, next, span }
  }
  let next = at
  while (senseAt(atoms, next).compare === 'vague' && next - at < 4) next++
  const compare = senseAt(atoms, next).compare
  if (compare !== 'faster' && compare !== 'slower') return undefined
  return { vague: true, far: false, next: next + 1, span: { from: atoms[at]?.from ?? 0, to: atoms[next]?.to ?? 0 } }
}

const offsetOf = (figure: Figure, way: 'faster' | 'slower', per: PaceOffset['per']): PaceOffset => {
  const sign = way === 'faster' ? -1 : 1
  return { seconds: sign * figure.low, ...(figure.high === undefined ? {} : { to: sign * figure.high }), per }
}

const SIGNS: ReadonlyMap<string, 1 | -1> = new Map([
  ['+', 1],
  ['-', -1],
  ['plus', 1],
  ['minus', -1],
  ['less', -1],
])

/**
 * `MP -10 sec/mile`, `5K pace + 5s/km`, `mile pace -2 to -4 seconds`. Without the stretch that the seconds
 * are for there is no offset, only its words.
 */
export const readOffsetBehind = (
  atoms: readonly Atom[],
  at: number,
): { offset?: PaceOffset; next: number; span: Span } | undefined => {
  const signAtom = atoms[at]
  const sign = signAtom && 'text' in signAtom ? SIGNS.get(signAtom.text) : undefined
  const first = figureAt(atoms, at + 1)
  if (!sign || !first || !signAtom) return undefined
  const joined = wordAt(atoms, at + 2)?.text === 'to' || isMark(atoms, at + 2, '-/')
  const second = joined ? figureAt(atoms, isMark(atoms, at + 3, '+-') ? at + 4 : at + 3) : undefined
  const last = isSeconds(second) && (first.unit === null || isSeconds(first)) ? second : first
  const glued =
    signAtom.kind === 'mark' &&
    !signAtom.spaced &&
    !signAtom.loose &&
    first.unit === null &&
    first.low <= 90 &&
    (sign > 0 || first.low >= 10)
  if (glued && last === first) return { next: at + 2, span: { from: signAtom.from, to: first.to } }
  if (!isSeconds(last)) return undefined
  const end = atoms.indexOf(last, at) + 1
  const per = readPer(atoms, end)
  const recovers = senseAt(atoms, end).rest || senseAt(atoms, end).mode || senseAt(atoms, end).role
  if (recovers && !per) return undefined
  const next = per?.next ?? end
  const span = { from: signAtom.from, to: atoms[next - 1]?.to ?? last.to }
  if (!per) return { next, span }
  const to = last === first ? first.high : last.low
  return {
    offset: { seconds: sign * first.low, ...(to === undefined ? {} : { to: sign * to }), per: per.per },
    next,
    span,
  }
}
