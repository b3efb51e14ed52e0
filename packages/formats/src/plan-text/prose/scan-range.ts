import type { Draft } from './draft.ts'
import { flushCue, newScan, type Reader, type Scan } from './scan.ts'
import { readCount, readFigure, readPositionFigure, readRunWalk, readTimes, readUnitAlone } from './scan-figures.ts'
import { readBracket, readBreak, readOtherMark } from './scan-marks.ts'
import { readRecoveryHere, readTargetHere } from './scan-modifiers.ts'
import { readAgain } from './scan-again.ts'
import { readAside, readDay, readEvent, readLabel, readRole, readSign, readTotal, readUnknown } from './scan-words.ts'

/** In the order in which they are asked; the first that reads something wins. */
const READERS: readonly Reader[] = [
  readBreak, readBracket, readCount, readTimes, readAgain, readAside, readTotal, readLabel, readUnitAlone, readRunWalk, readPositionFigure, readRecoveryHere,
  readDay, readEvent, readTargetHere, readFigure, readSign, readRole, readOtherMark, readUnknown,
]

/** Reads a stretch of atoms into drafts. */
export const scanRange = (base: Pick<Scan, 'atoms' | 'closing' | 'reading' | 'depth'>, from: number, end: number): Draft[] => {
  const scan = newScan(base, end, base.depth + 1)
  let at = from
  while (at < end) {
    let next: number | undefined
    for (const reader of READERS) {
      next = reader(scan, at)
      if (next !== undefined) break
    }
    at = next ?? at + 1
  }
  flushCue(scan)
  return scan.out
}
