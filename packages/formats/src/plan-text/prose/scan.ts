import type { Role } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import type { Atom } from './atoms.ts'
import { emptyBout, type Break, type Draft, type DraftBout } from './draft.ts'
import type { PaceReading } from './paces.ts'
import { isMark } from './reading-head.ts'

/** Where the reading of one stretch of atoms stands; `out` grows, `current` is the bout that words attach to. */
export interface Scan {
  /** Every stretch of words without a reading, whatever becomes of it. */
  readonly words: Span[]
  readonly atoms: readonly Atom[]
  /** Index of the bracket that closes each opening one. */
  readonly closing: ReadonlyMap<number, number>
  readonly reading: PaceReading
  readonly depth: number
  readonly end: number
  /** Reads the atoms of a bracket or block on their own. */
  readonly deeper: (scan: Scan, from: number, end: number) => Draft[]
  readonly out: Draft[]
  current: DraftBout | undefined
  /** Words without a reading, not yet given to anything. */
  cue: Span | undefined
  /** `last`, `first`, `flying`: for the next length. */
  last: boolean
  inner: boolean
  flying: boolean
  run: boolean
  /** The line began with a bullet. */
  bulleted: boolean
  /** Last position of `miles 5-7`, so that `8-10` goes on from it. */
  position: { readonly unit: 'mi' | 'km'; readonly to: number } | undefined
}

/** Reads one thing at a place and says where the next begins. */
export type Reader = (scan: Scan, at: number) => number | undefined

/** What a new reading starts from; `deeper` reads a stretch inside of this one. */
export interface ScanBase extends Pick<Scan, 'atoms' | 'closing' | 'reading' | 'depth' | 'words'> {
  readonly end: number
  readonly deeper: (scan: Scan, from: number, end: number) => Draft[]
}

export const newScan = (base: ScanBase): Scan => ({
  ...base,
  out: [],
  current: undefined,
  cue: undefined,
  last: false,
  inner: false,
  flying: false,
  run: false,
  bulleted: false,
  position: undefined,
})

/** Brackets that have a partner, matched in one pass; a bracket without one is only a mark. */
export const matchBrackets = (atoms: readonly Atom[]): Map<number, number> => {
  const closing = new Map<number, number>()
  const open: number[] = []
  for (const [index, atom] of atoms.entries()) {
    if (atom.kind !== 'mark') continue
    if (isMark(atoms, index, '([{')) open.push(index)
    else if (isMark(atoms, index, ')]}')) {
      const start = open.pop()
      if (start !== undefined) closing.set(start, index)
    }
  }
  return closing
}

export const spanAt = (scan: Scan, at: number, next: number = at + 1): Span => ({
  from: scan.atoms[at]?.from ?? 0,
  to: scan.atoms[next - 1]?.to ?? scan.atoms[at]?.to ?? 0,
})

/** Gives gathered words to the bout they stand by, or leaves them as a remark. */
export const flushCue = (scan: Scan): void => {
  const { cue } = scan
  if (!cue) return
  scan.cue = undefined
  scan.words.push(cue)
  if (scan.current) scan.current.cues.push(cue)
  else scan.out.push({ kind: 'remark', ...cue })
}

/** Opens a bout; what follows in the same segment attaches to it. */
export const openBout = (scan: Scan, at: number): DraftBout => {
  flushCue(scan)
  const bout = emptyBout(spanAt(scan, at))
  if (scan.last) bout.last = true
  if (scan.inner) bout.inner = true
  if (scan.flying) bout.flying = true
  if (scan.run) bout.run = true
  scan.run = false
  scan.last = false
  scan.inner = false
  scan.flying = false
  scan.out.push(bout)
  scan.current = bout
  return bout
}

/** `Tempo run: 10 min easy, ...`: a word of its own takes the place of the heading. */
export const replaceHeading = (bout: DraftBout, role: Role): void => {
  if (!bout.label || !OWN.has(role) || !bout.figure) return
  bout.roles = bout.roles.filter((known) => !HEADINGS.has(known))
}
const OWN: ReadonlySet<Role> = new Set<Role>(['easy', 'steady', 'warmup', 'cooldown', 'recovery'])
const HEADINGS: ReadonlySet<Role> = new Set<Role>(['tempo', 'long', 'fartlek', 'steady', 'easy'])

export const breakOff = (scan: Scan, at: number, strength: Break, next: number = at + 1): number => {
  flushCue(scan)
  scan.current = undefined
  scan.out.push({ kind: 'break', strength, ...spanAt(scan, at, next) })
  return next
}

/** A bout that still waits for its length. */
export const awaits = (bout: DraftBout | undefined): bout is DraftBout =>
  bout !== undefined && bout.figure === undefined
