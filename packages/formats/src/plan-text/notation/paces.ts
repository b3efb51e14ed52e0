import { isPaceName, PACE_NAMES, type PaceName } from '@bell-lap/core'

/** Other spellings that are read; `T` is also the one that prints. */
const SPELLINGS: readonly (readonly [string, PaceName])[] = [
  ['t', 'threshold'],
  ['3000', '3K'],
  ['5000', '5K'],
  ['8000', '8K'],
  ['10000', '10K'],
]

const BY_SPELLING: ReadonlyMap<string, PaceName> = new Map([
  ...PACE_NAMES.map((name) => [name.toLowerCase(), name] as const),
  ...SPELLINGS,
])

/** The pace that a word names, whatever its case; `undefined` when it names none. */
export const readPaceName = (text: string): PaceName | undefined => BY_SPELLING.get(text.toLowerCase())

/** `T` for threshold, every other name as it is. */
export const makePaceName = (pace: PaceName): string => (pace === 'threshold' ? 'T' : pace)

/** Whether a figure alone names a pace (`1500`), so that it cannot open a range of seconds. */
export const isPaceFigure = (text: string): boolean => isPaceName(text) || readPaceName(text) !== undefined
