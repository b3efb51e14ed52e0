/** Slices of the table of CRC-32 with polynomial 0xedb88320 (ISO-HDLC), eight bytes a step (Kounavis, Berry 2005). */
const SLICES = 8
const table = ((): Uint32Array => {
  const made = new Uint32Array(256 * SLICES)
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    made[byte] = crc
  }
  for (let place = 256; place < made.length; place++) {
    const before = made[place - 256] ?? 0
    made[place] = (before >>> 8) ^ (made[before & 0xff] ?? 0)
  }
  return made
})()

const at = (place: number): number => table[place] ?? 0

/** CRC-32 of the bytes, following on that of those before them. */
export const crc32 = (bytes: Uint8Array, before = 0): number => {
  let crc = ~before
  let index = 0
  for (const end = bytes.length - SLICES; index <= end; index += SLICES) {
    const low =
      crc ^
      ((bytes[index] ?? 0) |
        ((bytes[index + 1] ?? 0) << 8) |
        ((bytes[index + 2] ?? 0) << 16) |
        ((bytes[index + 3] ?? 0) << 24))
    crc =
      at(0x700 + (low & 0xff)) ^
      at(0x600 + ((low >>> 8) & 0xff)) ^
      at(0x500 + ((low >>> 16) & 0xff)) ^
      at(0x400 + (low >>> 24)) ^
      at(0x300 + (bytes[index + 4] ?? 0)) ^
      at(0x200 + (bytes[index + 5] ?? 0)) ^
      at(0x100 + (bytes[index + 6] ?? 0)) ^
      at(bytes[index + 7] ?? 0)
  }
  for (; index < bytes.length; index++) crc = (crc >>> 8) ^ at((crc ^ (bytes[index] ?? 0)) & 0xff)
  return ~crc >>> 0
}
