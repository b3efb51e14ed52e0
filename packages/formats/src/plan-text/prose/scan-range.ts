import type { Atom } from './atoms.ts'
import type { Draft } from './draft.ts'
import { flushCue, newScan, type Reader, type Scan } from './scan.ts'
import { readCount, readFigure, readPositionFigure, readRunWalk, readTimes, readUnitAlone } from './scan-figures.ts'
import { readBracket, readBreak, readOtherMark } from './scan-marks.ts'
import { readRecoveryHere, readTargetHere } from './scan-modifiers.ts'
import { readAgain } from './scan-again.ts'
import { readAside } from './scan-asides.ts'
import { readDay } from './scan-days.ts'
import { readEvent } from './scan-events.ts'
import { readLabel, readRole, readSign, readUnknown } from './scan-words.ts'
import { readTotal } from './scan-totals.ts'

/** What may begin with each kind of atom, in the order in which they are asked; the first that reads something wins. */
const READERS: { readonly [Kind in Atom['kind']]: readonly Reader[] } = {
  count: [readAgain, readCount],
  times: [readAgain, readTimes],
  figure: [readAgain, readAside, readPositionFigure, readRunWalk, readRecoveryHere, readTargetHere, readFigure],
  word: [
    readAgain,
    readAside,
    readTotal,
    readLabel,
    readUnitAlone,
    readPositionFigure,
    readRecoveryHere,
    readDay,
    readEvent,
    readTargetHere,
    readSign,
    readRole,
    readUnknown,
  ],
  mark: [readBreak, readBracket, readTotal, readRecoveryHere, readTargetHere, readOtherMark, readUnknown],
}

/** Reads a stretch of atoms into drafts. */
export const scanRange = (
  base: Pick<Scan, 'atoms' | 'closing' | 'reading' | 'depth' | 'words'>,
  from: number,
  end: number,
): Draft[] => {
  const { atoms, closing, reading, depth, words } = base
  const scan = newScan({ atoms, closing, reading, words, depth: depth + 1, end, deeper: scanRange })
  let at = from
  while (at < end) {
    let next: number | undefined
    const atom = scan.atoms[at]
    for (const reader of atom ? READERS[atom.kind] : []) {
      next = reader(scan, at)
      if (next !== undefined) break
    }
    at = next ?? at + 1
  }
  flushCue(scan)
  return scan.out
}
