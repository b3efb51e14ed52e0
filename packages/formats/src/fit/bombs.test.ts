import { describe, expect, test } from 'vitest'
import { BASE_TYPE } from './base-type.ts'
import { developers, FIT_BOMBS, manyDefinitions, times } from './bombs.arbitrary.ts'
import { parseFit } from './parse.ts'
import { MESSAGE } from './profile.ts'
import type { ProblemCode } from './recorded.ts'
import { descriptionShape, joined, run, shapeOf, writeRun } from './small-files.arbitrary.ts'
import { fitFile, writeMessage, type MessageShape } from './writer.ts'

/** Largest time and memory that a file may take before it is refused; far above what it takes, far below a hang. */
const MOST_SECONDS = 2
const MOST_BYTES = 128_000_000

/** Of this process's own work: other processes of the machine do not count. */
const secondsSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

const bytesInUse = (): number => process.memoryUsage().rss

const outcome = (
  bytes: Uint8Array,
): { readonly code: ProblemCode | 'read'; readonly seconds: number; readonly grown: number } => {
  const before = bytesInUse()
  const start = process.cpuUsage()
  const result = parseFit(bytes)
  const seconds = secondsSince(start)
  return { code: result.ok ? 'read' : result.fault.code, seconds, grown: bytesInUse() - before }
}

describe('bombs are refused by name, soon and in bounded memory', () => {
  test.each(FIT_BOMBS)('%s', (_, make, code) => {
    const found = outcome(make())
    expect(found.code).toBe(code)
    expect(found.seconds).toBeLessThan(MOST_SECONDS)
    expect(found.grown).toBeLessThan(MOST_BYTES)
  })

  test.each<[string, () => Uint8Array]>([
    ['9 MB of definitions', () => fitFile(manyDefinitions)],
    [
      '60,000 developer fields',
      () =>
        fitFile((writer) => {
          writeRun(writer)
          developers(writer)
        }),
    ],
    [
      'as many records and columns as the limits let through',
      () =>
        fitFile((writer) => {
          const numbers = [253, 0, 1, 2, 3, 4, 5, 6, 7, 13, 39, 40, 41, 48, 53, 73, 78, 83, 84, 85, 99, 108]
          times(32, (number) =>
            writeMessage(writer, 1, descriptionShape('x', ''), [0, number, BASE_TYPE.uint8, 'x', '']),
          )
          const developer = Array.from({ length: 32 }, (_, number) => ({
            field: { number, scale: 1, offset: 0 },
            baseType: BASE_TYPE.uint8,
            size: 1,
            developer: 0,
          }))
          const native = shapeOf(MESSAGE.record, ...numbers.map((number) => [number, BASE_TYPE.uint8] as const))
          const values = Array.from({ length: numbers.length + 32 }, () => 7)
          const shape: MessageShape = { ...native, developer }
          times(170_000, () => writeMessage(writer, 0, shape, values))
        }),
    ],
  ])('%s cost little enough to be read', (_, make) => {
    const found = outcome(make())
    expect(found.seconds).toBeLessThan(MOST_SECONDS)
    expect(found.grown).toBeLessThan(2 * MOST_BYTES)
  })

  test('a recording is not believed because a bomb follows it', () => {
    const bytes = fitFile((writer) => {
      writeRun(writer)
      times(300_000, () => writeMessage(writer, 9, { message: 0xff00, fields: [] }, []))
    })
    expect(outcome(bytes).code).toBe('too-many-messages')
  })

  test.each<[string, readonly number[]]>([
    ['one byte', [0x0b]],
    ['heads of definitions', [0x40, 0, 0, 20, 0, 255]],
    ['heads of definitions with a sound field', [0x40, 0, 0, 20, 0, 255, 3, 1, 2]],
    ['records of another day', [1, 0, 0, 0, 0xf0, 1, 1, 1, 1, 99]],
    ['records that jump a day and back', [1, 0, 0, 0, 0x50, 1, 1, 1, 1, 99, 1, 0, 0, 0, 0x40, 1, 1, 1, 1, 99]],
  ])('three megabytes of damage are searched soon: %s', (_, pattern) => {
    const bytes = joined(
      run(),
      Uint8Array.from({ length: 3_000_000 }, (__, at) => pattern[at % pattern.length] ?? 0),
    )
    new DataView(bytes.buffer).setUint32(4, bytes.length - 16, true)
    const start = process.cpuUsage()
    const result = parseFit(bytes, { beyondDamage: true, limits: { messages: 10_000_000 } })
    expect(secondsSince(start)).toBeLessThan(MOST_SECONDS)
    expect(result.ok && result.value.activity?.samples.count).toBeGreaterThanOrEqual(11)
  })

  test('the limits are the caller’s to set', () => {
    const bytes = fitFile((writer) => writeRun(writer, 100))
    expect(parseFit(bytes, { limits: { messages: 50 } })).toMatchObject({ fault: { code: 'too-many-messages' } })
    expect(parseFit(bytes, { limits: { bytes: 50 } })).toMatchObject({ fault: { code: 'too-large' } })
    expect(parseFit(bytes, { limits: { laps: 0 } })).toMatchObject({ fault: { code: 'too-many-laps' } })
  })
})
