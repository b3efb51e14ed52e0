import { strFromU8 } from 'fflate'
import { noteOnce } from '../fit/draft.ts'
import type { Problem } from '../fit/recorded.ts'
import { asciiSpot, decodeUtf16, decodeWindows1252 } from '../plan-text/decode-bytes.ts'

const PIECE = 8192
const REPLACEMENT = 0xfffd
const LEAST = [0, 0, 0x80, 0x800, 0x10000] as const
const FIRST_BITS = [0, 0, 0x1f, 0x0f, 0x07] as const

/** Bytes of the character that starts so; 0 where none does. */
const lengthFrom = (first: number): number => {
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (first >= 0xe0 && first <= 0xef) return 3
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0
}

/** The character beyond ASCII at a byte; -1 where the bytes are none (RFC 3629: no overlong forms, no surrogates). */
const characterAt = (bytes: Uint8Array, at: number, length: number): number => {
  if (length === 0 || at + length > bytes.length) return -1
  let code = (bytes[at] ?? 0) & (FIRST_BITS[length] ?? 0)
  for (let index = 1; index < length; index++) {
    const next = bytes[at + index] ?? 0
    if ((next & 0xc0) !== 0x80) return -1
    code = (code << 6) | (next & 0x3f)
  }
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  return code < (LEAST[length] ?? 0) || code > 0x10ffff || isSurrogate ? -1 : code
}

interface Utf8Text {
  readonly text: string
  readonly wrong: number
  readonly sound: number
}

/** Text of UTF-8; `wrong` counts the bytes that are none, each of them U+FFFD, `sound` the characters beyond ASCII. */
const fromDamagedUtf8 = (bytes: Uint8Array): Utf8Text => {
  const piece = new Uint16Array(PIECE + 2)
  let [text, at, wrong, sound] = ['', 0, 0, 0]
  while (at < bytes.length) {
    let used = 0
    while (at < bytes.length && used < PIECE) {
      const byte = bytes[at] ?? 0
      if (byte < 0x80) {
        piece[used++] = byte
        at++
        continue
      }
      const length = lengthFrom(byte)
      const code = characterAt(bytes, at, length)
      if (code < 0) wrong++
      else sound++
      if (code >= 0x10000) piece[used++] = 0xd800 + ((code - 0x10000) >> 10)
      piece[used++] = code < 0 ? REPLACEMENT : code >= 0x10000 ? 0xdc00 + ((code - 0x10000) & 0x3ff) : code
      at += code < 0 ? 1 : length
    }
    text += Reflect.apply(String.fromCharCode, null, piece.subarray(0, used))
  }
  return { text, wrong, sound }
}

const isAscii = (bytes: Uint8Array): boolean => {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) >= 0x80) return false
  return true
}

/** The platform's own decoder is many times faster, but tells nothing of what was wrong. */
const fromUtf8 = (bytes: Uint8Array): Utf8Text => {
  if (isAscii(bytes)) return { text: strFromU8(bytes), wrong: 0, sound: 0 }
  return fromDamagedUtf8(bytes)
}

/** The declaration at the head of an XML file, with the blanks before it, which should not be there. */
export const XML_DECLARATION = /^\s*<\?xml\b[^>]{0,500}\?>/
const ENCODING = /\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i

/** The encoding that the declaration names, in lower case. */
const declaredIn = (bytes: Uint8Array): string | undefined => {
  const head = String.fromCharCode(...bytes.subarray(0, 600))
  return ENCODING.exec(XML_DECLARATION.exec(head)?.[0] ?? '')?.[1]?.toLowerCase()
}

const ONE_BYTE = /^(?:iso[-_]?8859[-_]?(?:1|15)|latin-?[19]|windows-?1252|cp-?1252|us-ascii|ascii)$/
const UNICODE = /^(?:utf-?8|us-ascii|ascii)$/

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

const fromUtf16 = (bytes: Uint8Array): string | undefined => {
  if (startsWith(bytes, 0xff, 0xfe)) return decodeUtf16(bytes.subarray(2), 'little')
  if (startsWith(bytes, 0xfe, 0xff)) return decodeUtf16(bytes.subarray(2), 'big')
  const order = bytes.subarray(0, 64).includes(0) ? asciiSpot(bytes) : undefined
  return order && decodeUtf16(bytes, order)
}

const fromBytes = (bytes: Uint8Array, problems: Problem[]): string => {
  const declared = declaredIn(bytes)
  const { text, wrong, sound } = fromUtf8(startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes)
  if (declared !== undefined && !UNICODE.test(declared)) {
    if (wrong > 0 && ONE_BYTE.test(declared)) return decodeWindows1252(bytes)
    if (wrong === 0 && (sound > 0 || declared.startsWith('utf')))
      noteOnce(problems, 'bad-header', `The file says that it is written in ${declared}; it is UTF-8.`)
  }
  if (wrong === 0) return text
  if (wrong <= sound) {
    noteOnce(problems, 'bad-text', `${wrong} bytes are not UTF-8: each is shown as \uFFFD.`)
    return text
  }
  noteOnce(
    problems,
    'bad-text',
    `The text is not ${declared ?? 'UTF-8'} that is known here: it is read as Windows-1252.`,
  )
  return decodeWindows1252(bytes)
}

/**
 * Text of the bytes of an XML, CSV or JSON file: UTF-8 or UTF-16 with or without a byte order mark, or what the XML
 * declaration names. What contradicts the declaration, or is no text, is named in the problems.
 */
export const decodeBytes = (bytes: Uint8Array, problems: Problem[]): string => {
  const text = fromUtf16(bytes) ?? fromBytes(bytes, problems)
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** A short text without a declaration, such as a name: UTF-8 where it is, else Windows-1252. */
export const decodeName = (bytes: Uint8Array): string => {
  const { text, wrong } = fromUtf8(bytes)
  return wrong === 0 ? text : decodeWindows1252(bytes)
}
