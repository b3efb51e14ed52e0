import { BASE_TYPE } from './base-type.ts'
import { crc16 } from './crc.ts'
import { FIELD_DESCRIPTION, FILE_ID, LAP, MESSAGE, SESSION, TIMESTAMP, type Field } from './profile.ts'
import type { MessageShape } from './writer.ts'
import { fitFile, numberField, textField, writeMessage, type Writer } from './writer.ts'

// Files of a few messages that tests are made of.

/** Seconds of the FIT clock on 2024-06-01, 08:00 UTC. */
export const MORNING = 1_086_163_200

const recordField = (number: number, baseType: number): { readonly field: Field; readonly baseType: number } => ({
  field: { number, scale: 1, offset: 0 },
  baseType,
})
const sized = ({ field, baseType }: ReturnType<typeof recordField>) => numberField(field, baseType)

export const FILE_ID_SHAPE: MessageShape = {
  message: MESSAGE.fileId,
  fields: [numberField(FILE_ID.type, BASE_TYPE.enum), numberField(FILE_ID.manufacturer, BASE_TYPE.uint16)],
}

/** Time, distance in centimetres, heart rate: as written, without a scale. */
export const RECORD_SHAPE: MessageShape = {
  message: MESSAGE.record,
  fields: [
    numberField(TIMESTAMP, BASE_TYPE.uint32),
    sized(recordField(5, BASE_TYPE.uint32)),
    sized(recordField(3, BASE_TYPE.uint8)),
  ],
}

export const LAP_SHAPE: MessageShape = {
  message: MESSAGE.lap,
  fields: [numberField(LAP.start, BASE_TYPE.uint32), numberField(LAP.elapsed, BASE_TYPE.uint32)],
}

const SESSION_SHAPE: MessageShape = {
  message: MESSAGE.session,
  fields: [
    numberField(SESSION.start, BASE_TYPE.uint32),
    numberField(SESSION.elapsed, BASE_TYPE.uint32),
    numberField(SESSION.distance, BASE_TYPE.uint32),
    numberField(SESSION.sport, BASE_TYPE.enum),
  ],
}

export const shapeOf = (
  message: number,
  ...fields: readonly (readonly [number: number, baseType: number])[]
): MessageShape => ({
  message,
  fields: fields.map(([number, baseType]) => numberField({ number, scale: 1, offset: 0 }, baseType)),
})

/** A shape with fields of any size, as only a bomb has them. */
export const wideShape = (
  message: number,
  fields: readonly (readonly [number, size: number, baseType: number])[],
): MessageShape => ({
  message,
  fields: fields.map(([number, size, baseType]) => ({ field: { number, scale: 1, offset: 0 }, size, baseType })),
})

export const descriptionShape = (name: string, unit: string): MessageShape => ({
  message: MESSAGE.fieldDescription,
  fields: [
    numberField(FIELD_DESCRIPTION.developer, BASE_TYPE.uint8),
    numberField(FIELD_DESCRIPTION.number, BASE_TYPE.uint8),
    numberField(FIELD_DESCRIPTION.baseType, BASE_TYPE.uint8),
    textField(FIELD_DESCRIPTION.name, name.length + 1),
    textField(FIELD_DESCRIPTION.units, unit.length + 1),
  ],
})

/** Ten seconds of running at 4 m/s, one lap, one session. */
export const writeRun = (writer: Writer, seconds = 10): void => {
  writeMessage(writer, 0, FILE_ID_SHAPE, [4, 1])
  for (let second = 0; second <= seconds; second++)
    writeMessage(writer, 1, RECORD_SHAPE, [MORNING + second, 400 * second, 120 + (second % 60)])
  writeMessage(writer, 2, LAP_SHAPE, [MORNING, seconds])
  writeMessage(writer, 3, SESSION_SHAPE, [MORNING, seconds, 4 * seconds, 1])
}

export const run = (seconds = 10): Uint8Array => fitFile((writer) => writeRun(writer, seconds))

/** The same bytes with the checksum that they should have. */
export const withChecksum = (bytes: Uint8Array): Uint8Array => {
  const fixed = bytes.slice()
  new DataView(fixed.buffer).setUint16(fixed.length - 2, crc16(fixed, 0, fixed.length - 2), true)
  return fixed
}

/** The same bytes with some of them changed. */
export const patched = (bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array => {
  const changed = bytes.slice()
  changed.set(values, at)
  return changed
}

export const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
