import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zipOf } from '../../packages/formats/src/archive/zip.arbitrary.ts'
import { FIT_BOMBS } from '../../packages/formats/src/fit/bombs.arbitrary.ts'
import { run } from '../../packages/formats/src/fit/small-files.arbitrary.ts'
import type { FileVerdict } from '../../packages/logbook/src/reading/messages.ts'
import { openReader, type Reader } from '../../packages/logbook/src/reading/reader.ts'
import { ARCHIVE_BOMBS, bytes, gpx, PACKED_BOMBS, POINT, TEXT_BOMBS } from './bombs.ts'

/** Seconds in which a bomb is refused, and in which the main thread may be kept from everything else. */
const LONGEST_SECONDS = 3
const LONGEST_LAG = 0.1
const TICK = 5
/** Seconds that a busy machine may stand still for beside. */
const PATIENCE = 60

/** The main thread's own work between two turns of its loop, at most, in seconds: others on the machine do not count. */
const lagDuring = async (work: () => Promise<void>): Promise<number> => {
  let [longest, before] = [0, process.threadCpuUsage()]
  const look = (): void => {
    const now = process.threadCpuUsage()
    longest = Math.max(longest, (now.user - before.user + now.system - before.system) / 1e6)
    before = now
  }
  const ticks = setInterval(look, TICK)
  try {
    await work()
  } finally {
    clearInterval(ticks)
    look()
  }
  return longest
}

const codeOf = (verdict: FileVerdict): string => (verdict.kind === 'refused' ? verdict.code : verdict.kind)

describe('recordings read in a worker', () => {
  let reader: Reader
  beforeAll(async () => {
    reader = openReader({ workers: 1, seconds: PATIENCE })
    await reader.read({ name: 'first', bytes: run() })
  })
  afterAll(() => reader.close())

  test('a recording comes back with its samples, and with a review where it is wanted', async () => {
    const bytes = run(100)
    const [verdict] = await reader.read({ name: 'run.fit', bytes }, { review: {} })
    expect(verdict).toMatchObject({ kind: 'recording', name: 'run.fit', review: { recognised: true } })
    expect(verdict?.kind === 'recording' && verdict.file.activity?.samples.time.length).toBe(101)
    // The caller's bytes stay his.
    expect(bytes.length).toBeGreaterThan(0)
  })

  test('samples stay behind where only the summary is wanted', async () => {
    const [verdict] = await reader.read({ name: 'run.fit', bytes: run(100) }, { review: {}, summaryOnly: true })
    expect(verdict).toMatchObject({ file: { activity: { samples: { count: 0 } } }, review: { recognised: true } })
  })

  test('a recording that was read is reviewed', async () => {
    const [verdict] = await reader.read({ name: 'run.fit', bytes: run(100) })
    if (verdict?.kind !== 'recording' || !verdict.file.activity) throw new Error('not read')
    expect(await reader.review(verdict.file.activity)).toMatchObject({ ok: true, value: { recognised: true } })
  })

  test('an archive gives one verdict for each file, also from where it lies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bell-lap-reading-'))
    try {
      const path = join(folder, 'runs.zip')
      const entries = [
        { name: 'a.fit', contents: run() },
        { name: '../b.fit', contents: run() },
        { name: 'c.fit', contents: bytes('no recording') },
        { name: 'd.fit', contents: run() },
      ]
      writeFileSync(path, zipOf(entries))
      const found = await reader.read({ name: 'runs.zip', path })
      expect(found.map(codeOf)).toEqual(['recording', 'bad-name', 'not-recognised', 'recording'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('what cannot be opened is refused by name', async () => {
    const [verdict] = await reader.read({ name: 'gone.fit', path: join(tmpdir(), 'bell-lap', 'gone.fit') })
    expect(verdict).toMatchObject({ kind: 'refused', name: 'gone.fit', code: 'not-recognised' })
  })

  test.each([...FIT_BOMBS, ...TEXT_BOMBS, ...PACKED_BOMBS, ...ARCHIVE_BOMBS])(
    '%s: refused by name within 3 s, and the main thread stays free',
    async (_, make, code) => {
      const bomb = make()
      let found: readonly FileVerdict[] = []
      const before = process.cpuUsage()
      const lag = await lagDuring(async () => {
        found = await reader.read({ name: 'bomb', bytes: bomb })
      })
      // All threads together; what others do on the machine does not count.
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1e6).toBeLessThan(LONGEST_SECONDS)
      expect(new Set(found.map(codeOf))).toEqual(new Set([code]))
      expect(lag).toBeLessThan(LONGEST_LAG)
    },
  )
})

describe('what takes too much dies alone', () => {
  const small = { name: 'small.fit', bytes: run() }
  const without = { limits: { text: { bytes: 1e9, samples: 1e9, elements: 1e9 } } }

  test('of memory: refused by name, and the next file is read', async () => {
    const reader = openReader({ workers: 1, heapMegabytes: 32, seconds: PATIENCE })
    const hog = gpx(POINT.repeat(1_000_000))
    expect((await reader.read({ name: 'hog.gpx', bytes: hog }, { options: without })).map(codeOf)).toEqual([
      'too-much-memory',
    ])
    expect((await reader.read(small)).map(codeOf)).toEqual(['recording'])
    await reader.close()
  })

  test('of time: refused by name, and the rest of its archive is read', async () => {
    const reader = openReader({ workers: 1, seconds: 3, worker: new URL('./endless.worker.ts', import.meta.url) })
    const names = ['a.fit', 'endless b.fit', 'c.fit', 'endless d.fit']
    const found = await reader.read({
      name: 'runs.zip',
      bytes: zipOf(names.map((name) => ({ name, contents: run(), method: 0 }))),
    })
    expect(found.map(codeOf)).toEqual(['recording', 'too-slow', 'recording', 'too-slow'])
    expect(found.map(({ name }) => name)).toEqual(names)
    await reader.close()
  })

  test('code that does not load is no fault of the file', async () => {
    const reader = openReader({ workers: 1, worker: new URL('./nowhere.ts', import.meta.url) })
    await expect(reader.read(small)).rejects.toThrow('does not start')
  })

  test('nothing is read any more after it was closed', async () => {
    const reader = openReader()
    await reader.close()
    await expect(reader.read(small)).rejects.toThrow('closed')
  })
})
