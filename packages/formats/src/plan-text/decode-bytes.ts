/** Text of bytes that should be UTF-8; what is not is U+FFFD. */
export interface Utf8Reading {
  readonly text: string
  /** Bytes that belong to no character. */
  readonly wrong: number
  /** Characters beyond ASCII that were sound. */
  readonly sound: number
  /** Offset in the text of the first wrong byte; 0 when there is none. */
  readonly firstWrong: number
}

/** Code units are turned into text in pieces of this many: one call each, within what a call may take. */
const PIECE = 8192

/** Collects code units into a text. */
interface Collector {
  readonly add: (unit: number) => void
  readonly length: () => number
  readonly text: () => string
}

const collector = (): Collector => {
  const piece = new Uint16Array(PIECE)
  const pieces: string[] = []
  let used = 0
  const flush = (): void => {
    pieces.push(String.fromCharCode(...piece.subarray(0, used)))
    used = 0
  }
  return {
    add: (unit) => {
      piece[used++] = unit
      if (used === PIECE) flush()
    },
    length: () => pieces.length * PIECE + used,
    text: () => {
      flush()
      return pieces.join('')
    },
  }
}

const REPLACEMENT = 0xfffd

/** Decodes UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
export const decodeUtf8 = (bytes: Uint8Array): Utf8Reading => {
  const out = collector()
  let wrong = 0
  let sound = 0
  let firstWrong = 0
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0
    if (first < 0x80) {
      out.add(first)
      at++
      continue
    }
    const length = sequenceLength(first)
    const code = codePointAt(bytes, at, length)
    if (code === undefined) {
      if (wrong === 0) firstWrong = out.length()
      wrong++
      out.add(REPLACEMENT)
      at++
    } else {
      sound++
      addCodePoint(out, code)
      at += length
    }
  }
  return { text: out.text(), wrong, sound, firstWrong }
}

const sequenceLength = (first: number): number => {
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (first >= 0xe0 && first <= 0xef) return 3
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0
}

const LEAST = [0, 0, 0x80, 0x800, 0x10000] as const
const FIRST_BITS = [0, 0, 0x1f, 0x0f, 0x07] as const

const codePointAt = (bytes: Uint8Array, at: number, length: number): number | undefined => {
  if (length === 0 || at + length > bytes.length) return undefined
  let code = (bytes[at] ?? 0) & (FIRST_BITS[length] ?? 0)
  for (let index = 1; index < length; index++) {
    const next = bytes[at + index] ?? 0
    if ((next & 0xc0) !== 0x80) return undefined
    code = (code << 6) | (next & 0x3f)
  }
  const surrogate = code >= 0xd800 && code <= 0xdfff
  return code < (LEAST[length] ?? 0) || code > 0x10ffff || surrogate ? undefined : code
}

const addCodePoint = (out: Collector, code: number): void => {
  if (code < 0x10000) return out.add(code)
  out.add(0xd800 + ((code - 0x10000) >> 10))
  out.add(0xdc00 + ((code - 0x10000) & 0x3ff))
}

/** Decodes UTF-16 of either byte order; an odd last byte is left out. */
export const decodeUtf16 = (bytes: Uint8Array, order: 'little' | 'big'): string => {
  const out = collector()
  const [low, high] = order === 'little' ? [0, 1] : [1, 0]
  for (let at = 0; at + 1 < bytes.length; at += 2) out.add((bytes[at + low] ?? 0) | ((bytes[at + high] ?? 0) << 8))
  return out.text()
}

/** Windows-1252, 0x80 to 0x9f (WHATWG Encoding Standard, index windows-1252). */
const WINDOWS_HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

export const decodeWindows1252 = (bytes: Uint8Array): string => {
  const out = collector()
  for (const byte of bytes) out.add(byte >= 0x80 && byte <= 0x9f ? WINDOWS_HIGH.charCodeAt(byte - 0x80) : byte)
  return out.text()
}

/** Plain text in UTF-16 has a zero beside nearly every letter: its byte order, where that is so. */
export const asciiSpot = (bytes: Uint8Array): 'little' | 'big' | undefined => {
  const zeros = [0, 0]
  const seen = Math.min(bytes.length, 4096) & ~1
  for (let at = 0; at < seen; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = seen / 2
  if (odd > most * 0.8 && even < most * 0.05) return 'little'
  return even > most * 0.8 && odd < most * 0.05 ? 'big' : undefined
}
