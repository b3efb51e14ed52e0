import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { writeZip, type ZipEntry } from './zip.ts'

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

async function* listed(entries: readonly ZipEntry[]): AsyncGenerator<ZipEntry, void> {
  yield* entries
}

const whole = async (parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return Buffer.concat(all)
}

describe('a ZIP archive written as it goes', () => {
  test('another program reads the same files out of it', async () => {
    const files = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\.[a-z]{3}$/), fc.uint8Array({ maxLength: 5000 }), {
      maxKeys: 6,
    })
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 999 }), async (all, size) => {
        const entries = Object.entries(all).map(([name, bytes]) => ({ name, bytes: chunks(bytes, size) }))
        const zip = await whole(writeZip(listed(entries)))
        const found = unzipSync(zip)
        expect(Object.keys(found).toSorted()).toEqual(Object.keys(all).toSorted())
        for (const [name, bytes] of Object.entries(all))
          expect(crc32(found[name] ?? new Uint8Array())).toBe(crc32(bytes))
      }),
      { numRuns: 50 },
    )
  })

  test('a reader that leaves in the middle lets every file go', async () => {
    let ended = 0
    async function* endless(): AsyncGenerator<Uint8Array, void> {
      try {
        for (let seed = 1; ; seed++) yield Uint8Array.from({ length: 65_536 }, (_, at) => (at * seed * 7919) >> 3)
      } finally {
        ended++
      }
    }
    const body = Readable.from(writeZip(listed([{ name: 'endless', bytes: endless() }])))
    for await (const part of body) if (part instanceof Uint8Array && part.length > 1000) break
    await expect.poll(() => ended).toBe(1)
  })

  test('a file that cannot be read ends the archive with that reason', async () => {
    const entry = { name: 'gone', bytes: createReadStream('/nowhere/at/all') }
    await expect(whole(writeZip(listed([entry])))).rejects.toThrow('ENOENT')
  })
})
