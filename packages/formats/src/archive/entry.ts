import type { Problem } from '../fit/recorded.ts'

/** An entry as the archive's directory lists it. */
export interface Entry {
  readonly name: string
  readonly flags: number
  readonly method: number
  /** Undefined where the directory is lost and the entry does not say. */
  readonly crc: number | undefined
  readonly packed: number
  /** Bytes of the contents; undefined as for the checksum. */
  readonly size: number | undefined
  /** Where its own header stands. */
  readonly at: number
  /** Mode of the file in Unix; 0 where the archive was made on something else. */
  readonly mode: number
}

/** Where the packed data of an entry begin, or why they are not to be trusted. */
export type DataPlace = { readonly from: number } | { readonly fault: Problem }

export const LOCAL_HEADER = 0x04034b50
export const LOCAL_HEADER_LENGTH = 30

/** A size that stands in the extra field of ZIP64, or after the data. */
const ELSEWHERE = 0xffffffff
const SIZES_AFTER_DATA = 8

const fault = (code: Problem['code'], message: string, at: number): DataPlace => ({ fault: { code, message, at } })

/** The packed data of an entry, as its own header has them: what that says has to agree with the directory. */
export const dataPlace = (view: DataView, entry: Entry): DataPlace => {
  const { at } = entry
  if (at + LOCAL_HEADER_LENGTH > view.byteLength || view.getUint32(at, true) !== LOCAL_HEADER)
    return fault('bad-header', `No entry stands at byte ${at}, where the directory has one.`, at)
  const [packed, size] = [view.getUint32(at + 18, true), view.getUint32(at + 22, true)]
  const states = (view.getUint16(at + 6, true) & SIZES_AFTER_DATA) === 0 && packed !== ELSEWHERE && size !== ELSEWHERE
  if (states && (packed !== entry.packed || (entry.size !== undefined && size !== entry.size)))
    return fault('wrong-size', `The entry states ${packed} to ${size} bytes, the directory others.`, at)
  const from = at + LOCAL_HEADER_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (from + entry.packed > view.byteLength) return fault('truncated', 'The archive ends inside the entry.', at)
  return { from }
}
