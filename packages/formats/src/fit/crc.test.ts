import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crc16 } from './crc.ts'

/** Bit by bit, as the polynomial is defined. */
const bitwise = (bytes: Uint8Array): number => {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1
  }
  return crc
}

test('the check value of CRC-16/ARC', () => {
  expect(crc16(new TextEncoder().encode('123456789'), 0, 9)).toBe(0xbb3d)
})

test('eight at a time is the same as bit by bit, from any byte and in any two pieces', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), fc.nat(70), fc.nat(70), (bytes, one, other) => {
      const from = Math.min(one, bytes.length)
      const middle = Math.max(from, Math.min(other, bytes.length))
      expect(crc16(bytes, from, bytes.length)).toBe(bitwise(bytes.subarray(from)))
      expect(crc16(bytes, middle, bytes.length, crc16(bytes, from, middle))).toBe(bitwise(bytes.subarray(from)))
    }),
  )
})
