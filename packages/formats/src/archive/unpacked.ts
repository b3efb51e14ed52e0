import type { Problem } from '../fit/recorded.ts'
import type { ArchiveLimits } from './limits.ts'

/** What came out of a packed form, with what is wrong with it where it came out all the same. */
export interface Contents {
  readonly bytes: Uint8Array
  readonly problems: readonly Problem[]
}

/** Bytes as they come out of a packed form, piece by piece, and no more of them than is allowed. */
export interface Unpacked {
  readonly pieces: Uint8Array[]
  length: number
}

export const nothingUnpacked = (): Unpacked => ({ pieces: [], length: 0 })

/** Bytes that are pushed at once: at 1032:1, the most that DEFLATE can, they come to 8 MB. */
export const PUSH = 8_192

/** Why contents are refused while they come out: a size or a ratio beyond the limits. `packed`: bytes taken so far. */
export const excessOf = (length: number, packed: number, most: number, limits: ArchiveLimits): Problem | undefined => {
  if (length > Math.max(limits.freeBytes, packed * limits.ratio)) {
    const message = `${packed} bytes unpack to ${length} and more: over ${limits.ratio} times as many.`
    return { code: 'bomb', message }
  }
  if (length <= most) return undefined
  return { code: 'too-large', message: `The contents have more than the ${most} bytes that are read.` }
}

export const joined = ({ pieces, length }: Unpacked): Uint8Array => {
  const [only] = pieces
  if (only && pieces.length === 1) return only
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** What the library finds wrong with packed data, which it throws. */
export const flateFault = (error: unknown): Problem => {
  const words = error instanceof Error ? error.message : String(error)
  return words.includes('EOF')
    ? { code: 'truncated', message: 'The packed data are cut off.' }
    : { code: 'lost-sync', message: `The packed data make no sense: ${words}.` }
}

/** Takes the pieces of a stream of the library as they come. */
export const collect =
  (out: Unpacked) =>
  (piece: Uint8Array): void => {
    if (piece.length === 0) return
    out.pieces.push(piece)
    out.length += piece.length
  }
