import { crc16 } from './crc.ts'

/** Where the data of one part of the file lie. A file has one part, or several chained. */
export interface Header {
  readonly dataFrom: number
  /** Bytes of data that the header promises; it may be wrong. */
  readonly dataSize: number
  /** What is wrong with the header, in words. */
  readonly fault?: string
}

const SHORT = 12
const LONG = 14

const hasMagic = (view: DataView, at: number): boolean =>
  at + SHORT <= view.byteLength && view.getUint32(at + 8, false) === 0x2e464954 // ".FIT"

const isDefinitionByte = (view: DataView, at: number): boolean =>
  at < view.byteLength && (view.getUint8(at) & 0xd0) === 0x40

/** A header of another length than the two known: data begin where a first definition can stand. */
const guessLength = (view: DataView, at: number): number => (isDefinitionByte(view, at + LONG) ? LONG : SHORT)

const checksumFault = (view: DataView, at: number): string | undefined => {
  const stated = view.getUint16(at + 12, true)
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  return stated === 0 || stated === crc16(bytes, at, at + 12) ? undefined : 'its own checksum does not match'
}

/** Whether a part of a file may begin here. */
export const isHeader = (view: DataView, at: number): boolean => hasMagic(view, at)

/** The header whose sizes fit the file exactly is one even where its four letters are damaged. */
const fitsExactly = (view: DataView, at: number): boolean => {
  if (at + SHORT > view.byteLength) return false
  const size = view.getUint8(at)
  if (size !== SHORT && size !== LONG) return false
  return at + size + view.getUint32(at + 4, true) + 2 === view.byteLength && isDefinitionByte(view, at + size)
}

/** Reads the header at `at`; undefined where none stands. */
export const readHeader = (view: DataView, at: number): Header | undefined => {
  const magic = hasMagic(view, at)
  if (!magic && !fitsExactly(view, at)) return undefined
  const dataSize = view.getUint32(at + 4, true)
  const stated = view.getUint8(at)
  if (!magic) return { dataFrom: at + stated, dataSize, fault: 'it does not say ".FIT"' }
  if ((stated !== SHORT && stated !== LONG) || at + stated > view.byteLength) {
    const dataFrom = Math.min(at + guessLength(view, at), view.byteLength)
    return { dataFrom, dataSize, fault: `it says that it is ${stated} bytes long` }
  }
  const fault = stated === LONG ? checksumFault(view, at) : undefined
  return fault === undefined ? { dataFrom: at + stated, dataSize } : { dataFrom: at + stated, dataSize, fault }
}
