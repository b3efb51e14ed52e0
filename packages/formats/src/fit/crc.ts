/** Remainders of every byte for the polynomial x^16 + x^15 + x^2 + 1, lowest bit first (FIT protocol, "CRC"). */
const byteTable = (): Uint16Array => {
  const table = new Uint16Array(256)
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1
    table[byte] = crc
  }
  return table
}

/** Table k holds the remainder of a byte that is followed by k more bytes, so that eight are done in one step. */
const slicedTables = (): Uint16Array => {
  const first = byteTable()
  const tables = new Uint16Array(8 * 256)
  tables.set(first)
  for (let index = 256; index < tables.length; index++) {
    const before = tables[index - 256] ?? 0
    tables[index] = (first[before & 0xff] ?? 0) ^ (before >>> 8)
  }
  return tables
}

const TABLES = slicedTables()

/**
 * Checksum of the bytes from `from` up to `to`, continuing `crc`.
 * Over data that is followed by its own checksum, low byte first, it is 0.
 */
export const crc16 = (bytes: Uint8Array, from: number, to: number, crc = 0): number => {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let rest = crc
  let at = from
  for (; at + 8 <= to; at += 8) {
    const head = rest ^ data.getUint16(at, true)
    rest =
      (TABLES[1792 + (head & 0xff)] ?? 0) ^
      (TABLES[1536 + (head >>> 8)] ?? 0) ^
      (TABLES[1280 + data.getUint8(at + 2)] ?? 0) ^
      (TABLES[1024 + data.getUint8(at + 3)] ?? 0) ^
      (TABLES[768 + data.getUint8(at + 4)] ?? 0) ^
      (TABLES[512 + data.getUint8(at + 5)] ?? 0) ^
      (TABLES[256 + data.getUint8(at + 6)] ?? 0) ^
      (TABLES[data.getUint8(at + 7)] ?? 0)
  }
  for (; at < to; at++) rest = (TABLES[(rest ^ data.getUint8(at)) & 0xff] ?? 0) ^ (rest >>> 8)
  return rest
}
