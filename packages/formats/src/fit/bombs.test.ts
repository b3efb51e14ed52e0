import { describe, expect, test } from 'vitest'
import { BASE_TYPE } from './base-type.ts'
import { parseFit } from './parse.ts'
import { MESSAGE } from './profile.ts'
import type { ProblemCode } from './recorded.ts'
import {
  descriptionShape,
  joined,
  LAP_SHAPE,
  MORNING,
  RECORD_SHAPE,
  run,
  shapeOf,
  wideShape,
  withChecksum,
  writeRun,
} from './small-files.arbitrary.ts'
import { fitFile, writeMessage, type MessageShape, type Writer } from './writer.ts'

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

const times = (count: number, write: (index: number) => void): void => {
  for (let index = 0; index < count; index++) write(index)
}

/** So many bytes of messages without any field, each of one byte: the amplifier that ends other readers. */
const emptyMessages = (count: number, message: number): Uint8Array => {
  const one = fitFile((writer) => writeMessage(writer, 0, { message, fields: [] }, []))
  const bytes = joined(one.subarray(0, one.length - 2), new Uint8Array(count - 1 + 2))
  new DataView(bytes.buffer).setUint32(4, bytes.length - 16, true)
  return withChecksum(bytes)
}

/** 255 fields of 255 bytes: one message is 65 kB. */
const widest = (message: number, baseType: number): MessageShape =>
  wideShape(
    message,
    Array.from({ length: 255 }, (_, number) => [number, 255, baseType] as const),
  )

/** A layout of its own before every message. */
const manyDefinitions = (writer: Writer): void =>
  times(9_000, (index) => {
    const typeOf = (number: number): number => ((index >> (number % 14)) & 1 ? BASE_TYPE.uint8 : BASE_TYPE.enum)
    const fields = Array.from({ length: 254 }, (_, number) => [number, typeOf(number)] as const)
    writeMessage(writer, index % 16, shapeOf(MESSAGE.record, ...fields), [])
  })

const developers = (writer: Writer): void => {
  times(60_000, (index) => {
    const name = `x${index}`
    writeMessage(writer, 1, descriptionShape(name, ''), [index >> 8, index & 0xff, BASE_TYPE.uint8, name, ''])
  })
}

describe('bombs are refused by name, soon and in bounded memory', () => {
  test.each<[string, () => Uint8Array, ProblemCode]>([
    ['1 MB of records without fields', () => emptyMessages(1_000_000, MESSAGE.record), 'too-many-messages'],
    ['5 MB of records without fields', () => emptyMessages(5_000_000, MESSAGE.record), 'too-many-messages'],
    ['20 MB of records without fields', () => emptyMessages(20_000_000, MESSAGE.record), 'too-large'],
    ['50 MB of records without fields', () => emptyMessages(50_000_000, MESSAGE.record), 'too-large'],
    ['1 MB of unknown messages without fields', () => emptyMessages(1_000_000, 0xff00), 'too-many-messages'],
    ['a million laps without fields', () => emptyMessages(1_000_000, MESSAGE.lap), 'too-many-laps'],
    ['a million sessions without fields', () => emptyMessages(1_000_000, MESSAGE.session), 'too-many-messages'],
    ['a million events without fields', () => emptyMessages(1_000_000, MESSAGE.event), 'too-many-messages'],
    ['a million heart-beat messages without fields', () => emptyMessages(1_000_000, MESSAGE.hrv), 'too-many-messages'],
    [
      'a million descriptions without fields',
      () => emptyMessages(1_000_000, MESSAGE.fieldDescription),
      'too-many-messages',
    ],
    [
      '100,000 laps, each as a watch writes it',
      () => fitFile((writer) => times(100_000, (lap) => writeMessage(writer, 0, LAP_SHAPE, [MORNING + lap, 1000]))),
      'too-many-laps',
    ],
    [
      'records for three days and nights, one a second',
      () =>
        fitFile((writer) => times(260_000, (row) => writeMessage(writer, 0, RECORD_SHAPE, [MORNING + row, row, 120]))),
      'too-many-messages',
    ],
    [
      '255 fields of 255 bytes',
      () => fitFile((writer) => times(20, () => writeMessage(writer, 0, widest(MESSAGE.record, BASE_TYPE.uint8), []))),
      'oversized-message',
    ],
    [
      '255 texts of 255 bytes',
      () =>
        fitFile((writer) => times(20, () => writeMessage(writer, 0, widest(MESSAGE.workout, BASE_TYPE.string), []))),
      'oversized-message',
    ],
  ])('%s', (_, make, code) => {
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
