import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { crc32 } from './crc32.ts'
import { gunzip } from './gzip.ts'
import { ARCHIVE_LIMITS } from './limits.ts'

const encoder = new TextEncoder()
const packed = (text: string | Uint8Array): Uint8Array => new Uint8Array(gzipSync(text))
const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))
const unpack = (bytes: Uint8Array, limits = {}) => gunzip(bytes, 1_000_000, { ...ARCHIVE_LIMITS, ...limits })
const textOf = (result: ReturnType<typeof unpack>): string | undefined =>
  result.ok ? new TextDecoder().decode(result.value.bytes) : undefined
const codesOf = (result: ReturnType<typeof unpack>) =>
  (result.ok ? result.value.problems : result.fault.problems).map(({ code }) => code)

/** Not so regular that it packs like a bomb. */
const LONG = Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 10_007).join(' ')

test('CRC-32 of the bytes that everybody checks it with, at once and in pieces', () => {
  expect(crc32(encoder.encode('123456789'))).toBe(0xcbf43926)
  const bytes = encoder.encode(LONG)
  for (const cut of [0, 1, 7, 8, 9, 1000])
    expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(crc32(bytes))
})

describe('gzip', () => {
  test.each([
    ['short', 'hello'],
    ['long', LONG],
  ])('%s contents', (_, text) => {
    const result = unpack(packed(text))
    expect([textOf(result), codesOf(result)]).toEqual([text, []])
  })

  test('a file of several parts', () => {
    const result = unpack(joined(packed('one '), packed(LONG), packed(' three')))
    expect([textOf(result), codesOf(result)]).toEqual([`one ${LONG} three`, []])
  })

  test('cut off: what came out before', () => {
    const whole = packed(LONG)
    const result = unpack(whole.subarray(0, whole.length >> 1))
    expect(LONG.startsWith(textOf(result) ?? '-')).toBe(true)
    expect(textOf(result)?.length).toBeGreaterThan(LONG.length / 3)
    expect(codesOf(result)).toEqual(['truncated'])
  })

  test('cut off anywhere', () => {
    const whole = packed(LONG.slice(0, 2000))
    for (let length = 19; length < whole.length; length++)
      expect([length, codesOf(unpack(whole.subarray(0, length)))]).toEqual([length, ['truncated']])
  })

  test.each([0, 1, 4, 7])('only %i bytes of its checksum left', (bytes) => {
    const whole = packed(LONG)
    const result = unpack(whole.subarray(0, whole.length - 8 + bytes))
    expect([textOf(result), codesOf(result)]).toEqual([LONG, ['truncated']])
  })

  test('a wrong checksum, also of a part', () => {
    const wrong = packed('hello')
    wrong[wrong.length - 6] = 0
    expect(codesOf(unpack(wrong))).toEqual(['crc'])
    expect(codesOf(unpack(joined(wrong, packed('more'))))).toEqual(['crc'])
  })

  test.each([
    ['zeros', new Uint8Array(512)],
    ['words', encoder.encode('and more')],
    ['a few zeros', new Uint8Array(3)],
  ])('%s behind', (_, more) => {
    const result = unpack(joined(packed(LONG), more))
    expect([textOf(result), codesOf(result)]).toEqual([LONG, ['trailing-bytes']])
  })

  test('damage in the middle: what came out before', () => {
    const broken = packed(LONG)
    broken.fill(0xff, broken.length >> 1, (broken.length >> 1) + 64)
    const result = unpack(broken)
    expect(['lost-sync', 'crc', 'truncated']).toContain(codesOf(result)[0])
  })

  test('nothing in it, and nothing of it', () => {
    expect(codesOf(unpack(packed('')))).toEqual(['empty'])
    expect(unpack(Uint8Array.of(0x1f, 0x8b)).ok).toBe(false)
    expect(unpack(Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff)).ok).toBe(false)
  })

  test('a packed file in a packed file is refused', () => {
    expect(codesOf(unpack(packed(packed('hello'))))).toEqual(['nested-archive'])
    expect(codesOf(unpack(packed(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))))).toEqual(['nested-archive'])
  })

  test('too much, too large and too many are refused', () => {
    expect(codesOf(unpack(packed(new Uint8Array(900_000)), { freeBytes: 10_000 }))).toEqual(['bomb'])
    expect(codesOf(unpack(packed(new Uint8Array(900_000)), { ratio: 2000, freeBytes: 0 }))).toEqual([])
    expect(codesOf(gunzip(packed(LONG), 50_000, ARCHIVE_LIMITS))).toEqual(['too-large'])
    expect(codesOf(unpack(joined(...Array.from({ length: 102 }, () => packed('a')))))).toEqual(['bomb'])
  })
})
