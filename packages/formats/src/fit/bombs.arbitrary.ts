import { BASE_TYPE } from './base-type.ts'
import { MESSAGE } from './profile.ts'
import type { ProblemCode } from './recorded.ts'
import {
  descriptionShape,
  joined,
  LAP_SHAPE,
  MORNING,
  RECORD_SHAPE,
  shapeOf,
  wideShape,
  withChecksum,
} from './small-files.arbitrary.ts'
import { fitFile, writeMessage, type MessageShape, type Writer } from './writer.ts'

/** A small file, or one that is quickly made, that costs a careless reader its memory or its time. */
export type Bomb = readonly [name: string, make: () => Uint8Array, code: ProblemCode]

export const times = (count: number, write: (index: number) => void): void => {
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
export const manyDefinitions = (writer: Writer): void =>
  times(9_000, (index) => {
    const typeOf = (number: number): number => ((index >> (number % 14)) & 1 ? BASE_TYPE.uint8 : BASE_TYPE.enum)
    const fields = Array.from({ length: 254 }, (_, number) => [number, typeOf(number)] as const)
    writeMessage(writer, index % 16, shapeOf(MESSAGE.record, ...fields), [])
  })

export const developers = (writer: Writer): void => {
  times(60_000, (index) => {
    const name = `x${index}`
    writeMessage(writer, 1, descriptionShape(name, ''), [index >> 8, index & 0xff, BASE_TYPE.uint8, name, ''])
  })
}

/** FIT files that are refused by name. */
export const FIT_BOMBS: readonly Bomb[] = [
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
    () => fitFile((writer) => times(20, () => writeMessage(writer, 0, widest(MESSAGE.workout, BASE_TYPE.string), []))),
    'oversized-message',
  ],
]
