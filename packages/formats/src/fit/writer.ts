import { BASE_TYPE, numberType, READ, type NumberType } from './base-type.ts'
import { crc16 } from './crc.ts'
import type { Field } from './profile.ts'
import { writeText } from './text.ts'

/** A field as it is written: its number and scale, its base type, how many bytes. */
export interface FieldShape {
  readonly field: Field
  readonly baseType: number
  readonly size: number
}

export interface DeveloperFieldShape extends FieldShape {
  readonly developer: number
}

/** A message as it is written; values come in this order, those of the developer fields last. */
export interface MessageShape {
  readonly message: number
  readonly fields: readonly FieldShape[]
  readonly developer?: readonly DeveloperFieldShape[]
}

/** Undefined and NaN are written as "not measured", and so is what the field has no room for. */
export type Value = number | string | readonly number[] | undefined

/** A file while it is written. */
export interface Writer {
  bytes: Uint8Array
  view: DataView
  length: number
  readonly little: boolean
  /** What each local number stands for at the moment. */
  readonly shapes: (MessageShape | undefined)[]
}

const HEADER = 14
const PROTOCOL = 0x20
const PROFILE = 2117
const MAGIC = 0x2e464954 // ".FIT"

/** A field of one number. */
export const numberField = (field: Field, baseType: number): FieldShape => ({
  field,
  baseType,
  size: numberType(baseType)?.size ?? 1,
})

export const enumField = (field: Field): FieldShape => numberField(field, BASE_TYPE.enum)
export const uint8 = (field: Field): FieldShape => numberField(field, BASE_TYPE.uint8)
export const uint16 = (field: Field): FieldShape => numberField(field, BASE_TYPE.uint16)
export const uint32 = (field: Field): FieldShape => numberField(field, BASE_TYPE.uint32)

export const messageShape = (message: number, fields: readonly FieldShape[]): MessageShape => ({ message, fields })

/** A field of a text that takes so many bytes, the closing zero included; a field holds 255 at most. */
export const textField = (field: Field, size: number): FieldShape => ({
  field,
  baseType: BASE_TYPE.string,
  size: Math.min(size, 255),
})

const emptyWriter = (little: boolean): Writer => {
  const bytes = new Uint8Array(4096)
  return { bytes, view: new DataView(bytes.buffer), length: HEADER, little, shapes: [] }
}

const makeRoom = (writer: Writer, more: number): void => {
  if (writer.length + more <= writer.bytes.length) return
  const bytes = new Uint8Array(Math.max(writer.length + more, writer.bytes.length * 2))
  bytes.set(writer.bytes)
  writer.bytes = bytes
  writer.view = new DataView(bytes.buffer)
}

const putByte = (writer: Writer, byte: number): void => writer.view.setUint8(writer.length++, byte)

const putDefinition = (writer: Writer, local: number, shape: MessageShape): void => {
  const developer = shape.developer ?? []
  makeRoom(writer, 7 + 3 * (shape.fields.length + developer.length))
  putByte(writer, 0x40 | (developer.length > 0 ? 0x20 : 0) | local)
  putByte(writer, 0)
  putByte(writer, writer.little ? 0 : 1)
  writer.view.setUint16(writer.length, shape.message, writer.little)
  writer.length += 2
  putByte(writer, shape.fields.length)
  for (const { field, size, baseType } of shape.fields) {
    for (const byte of [field.number, size, baseType]) putByte(writer, byte)
  }
  if (developer.length === 0) return
  putByte(writer, developer.length)
  for (const { field, size, developer: index } of developer) {
    for (const byte of [field.number, size, index]) putByte(writer, byte)
  }
}

const putNumber = (writer: Writer, type: NumberType, value: number): void => {
  const { view, length, little } = writer
  writer.length += type.size
  switch (type.read) {
    case READ.uint8:
      return view.setUint8(length, value)
    case READ.sint8:
      return view.setInt8(length, value)
    case READ.uint16:
      return view.setUint16(length, value, little)
    case READ.sint16:
      return view.setInt16(length, value, little)
    case READ.uint32:
      return view.setUint32(length, value, little)
    case READ.sint32:
      return view.setInt32(length, value, little)
    case READ.float32:
      return view.setFloat32(length, value, little)
    case READ.float64:
      return view.setFloat64(length, value, little)
    case READ.uint64:
    case READ.sint64:
      throw new RangeError('No field of 64 bits is written')
    default:
      return type.read satisfies never
  }
}

const RANGES: { readonly [baseType: number]: readonly [low: number, high: number] } = {
  [BASE_TYPE.enum]: [0, 0xfe],
  [BASE_TYPE.uint8]: [0, 0xfe],
  [BASE_TYPE.byte]: [0, 0xff],
  [BASE_TYPE.sint8]: [-0x80, 0x7e],
  [BASE_TYPE.uint16]: [0, 0xfffe],
  [BASE_TYPE.sint16]: [-0x8000, 0x7ffe],
  [BASE_TYPE.uint32]: [0, 0xfffffffe],
  [BASE_TYPE.uint32z]: [1, 0xffffffff],
  [BASE_TYPE.sint32]: [-0x80000000, 0x7ffffffe],
}

/** The number as it is written; the base type's "not measured" where there is none or no room for it. */
const written = (value: number | undefined, { field, baseType }: FieldShape, type: NumberType): number => {
  if (value === undefined || Number.isNaN(value)) return type.invalid
  const range = RANGES[baseType]
  if (!range) return value
  const rounded = Math.round((value + field.offset) * field.scale)
  return rounded >= range[0] && rounded <= range[1] ? rounded : type.invalid
}

const putField = (writer: Writer, shape: FieldShape, value: Value): void => {
  const end = writer.length + shape.size
  const type = numberType(shape.baseType)
  if (type) {
    const numbers = typeof value === 'object' ? value : [typeof value === 'number' ? value : undefined]
    for (let index = 0; writer.length + type.size <= end; index++)
      putNumber(writer, type, written(numbers[index], shape, type))
  } else {
    writer.bytes.fill(0, writer.length, end)
    writer.bytes.set(writeText(typeof value === 'string' ? value : '', shape.size), writer.length)
  }
  writer.length = end
}

const sizeOf = ({ fields, developer = [] }: MessageShape): number =>
  [...fields, ...developer].reduce((sum, { size }) => sum + size, 1)

const putData = (writer: Writer, header: number, shape: MessageShape, values: readonly Value[]): void => {
  makeRoom(writer, sizeOf(shape))
  putByte(writer, header)
  for (const [index, field] of shape.fields.entries()) putField(writer, field, values[index])
  for (const [index, field] of (shape.developer ?? []).entries())
    putField(writer, field, values[shape.fields.length + index])
}

const define = (writer: Writer, local: number, shape: MessageShape): void => {
  if (writer.shapes[local] === shape) return
  putDefinition(writer, local, shape)
  writer.shapes[local] = shape
}

/** Writes a message under a local number (0 to 15), and its definition first where another one is in force. */
export const writeMessage = (writer: Writer, local: number, shape: MessageShape, values: readonly Value[]): void => {
  define(writer, local, shape)
  putData(writer, local, shape, values)
}

/** Writes a message with the low five bits of its time in the header; only the local numbers 0 to 3 can. */
export const writeCompressed = (
  writer: Writer,
  local: number,
  shape: MessageShape,
  time: number,
  values: readonly Value[],
): void => {
  define(writer, local, shape)
  putData(writer, 0x80 | (local << 5) | (time & 0x1f), shape, values)
}

const putHeader = (writer: Writer): void => {
  const { view } = writer
  view.setUint8(0, HEADER)
  view.setUint8(1, PROTOCOL)
  view.setUint16(2, PROFILE, true)
  view.setUint32(4, writer.length - HEADER, true)
  view.setUint32(8, MAGIC, false)
  view.setUint16(12, crc16(writer.bytes, 0, 12), true)
}

/** A whole file of one part: header, what `write` writes, checksum. */
export const fitFile = (write: (writer: Writer) => void, little = true): Uint8Array => {
  const writer = emptyWriter(little)
  write(writer)
  makeRoom(writer, 2)
  putHeader(writer)
  writer.view.setUint16(writer.length, crc16(writer.bytes, 0, writer.length), true)
  return writer.bytes.slice(0, writer.length + 2)
}
