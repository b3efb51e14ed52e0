import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText, writeText } from './text.ts'

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

test('any well-formed text comes back, and agrees with the decoder of the platform', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const bytes = writeText(text, 100_000)
      expect(bytes).toEqual(new TextEncoder().encode(`${text}\0`))
      const visible = (text.split('\0')[0] ?? '').replace(/\p{Cc}/gu, ' ').trim()
      expect(readText(viewOf(bytes), 0, bytes.length)).toEqual({ text: visible, clean: true })
    }),
  )
})

test('any bytes are read, and called clean exactly where the platform takes them for UTF-8', () => {
  fc.assert(
    fc.property(fc.uint8Array({ min: 1, maxLength: 12 }), (bytes) => {
      let clean = true
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      } catch {
        clean = false
      }
      expect(readText(viewOf(bytes), 0, bytes.length).clean).toBe(clean)
    }),
    { numRuns: 5000 },
  )
})

test('a text that is too long is cut between characters', () => {
  expect([...writeText('aé', 3)]).toEqual([0x61, 0])
  expect([...writeText('aé', 4)]).toEqual([0x61, 0xc3, 0xa9, 0])
})
