/** A text of the file. `clean` is false where its bytes were not UTF-8 and were taken for Latin-1. */
export interface FitText {
  readonly text: string
  readonly clean: boolean
}

/** Bytes of a well-formed sequence that starts with this byte (RFC 3629); 0 where none can. */
const sequenceLength = (lead: number): number =>
  lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0

const LEAST = [0, 0, 0x80, 0x800, 0x10000]

/** The code point at a place, or undefined where the bytes there are not UTF-8. */
const codePointAt = (view: DataView, at: number, to: number): number | undefined => {
  const lead = view.getUint8(at)
  const length = sequenceLength(lead)
  if (length === 0 || at + length > to) return undefined
  if (length === 1) return lead
  let point = lead & (0xff >> (length + 1))
  for (let next = 1; next < length; next++) {
    const byte = view.getUint8(at + next)
    if ((byte & 0xc0) !== 0x80) return undefined
    point = (point << 6) | (byte & 0x3f)
  }
  const surrogate = point >= 0xd800 && point <= 0xdfff
  return point < (LEAST[length] ?? 0) || point > 0x10ffff || surrogate ? undefined : point
}

const latin1 = (view: DataView, from: number, to: number): string => {
  let text = ''
  for (let at = from; at < to; at++) text += String.fromCharCode(view.getUint8(at))
  return text
}

/** A text ends at its first zero byte; control characters are no part of a name. */
export const readText = (view: DataView, from: number, size: number): FitText => {
  let to = from
  while (to < from + size && view.getUint8(to) !== 0) to++
  let text = ''
  for (let at = from; at < to;) {
    const point = codePointAt(view, at, to)
    if (point === undefined) return { text: printable(latin1(view, from, to)), clean: false }
    text += String.fromCodePoint(point)
    at += sequenceLength(view.getUint8(at))
  }
  return { text: printable(text), clean: true }
}

const printable = (text: string): string => text.replace(/\p{Cc}/gu, ' ').trim()

const pushPoint = (bytes: number[], point: number): void => {
  if (point < 0x80) bytes.push(point)
  else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f))
  else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f))
  else
    bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f))
}

/** UTF-8 of as many whole characters as fit, with the closing zero byte. */
export const writeText = (text: string, most: number): Uint8Array => {
  const bytes: number[] = []
  for (const character of text.toWellFormed()) {
    const before = bytes.length
    pushPoint(bytes, character.codePointAt(0) ?? 0)
    if (bytes.length > most - 1) {
      bytes.length = before
      break
    }
  }
  bytes.push(0)
  return Uint8Array.from(bytes)
}
