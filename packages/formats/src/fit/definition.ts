import { BASE_TYPE, numberType } from './base-type.ts'

/** A field as a definition message lays it out: where in the message, how many bytes, of which base type. */
export interface FieldLayout {
  readonly number: number
  readonly at: number
  readonly size: number
  readonly baseType: number
}

/** A developer field: its base type stands in a description elsewhere. */
export interface DeveloperFieldLayout {
  readonly number: number
  readonly at: number
  readonly size: number
  readonly developer: number
}

/** The layout of the data messages that follow under one local number. */
export interface Definition {
  readonly message: number
  readonly little: boolean
  /** Bytes of a message without its header byte. */
  readonly size: number
  readonly fields: readonly FieldLayout[]
  readonly developer: readonly DeveloperFieldLayout[]
  /** Where the message has its time, -1 where it has none. */
  readonly timeAt: number
  /** The bytes it was read from, to know it again. */
  readonly source: Uint8Array
}

const TIMESTAMP_NUMBER = 253
const { uint32: UINT32, string: STRING } = BASE_TYPE
const UINT32_SIZE = 4

/** Bytes that a definition message takes in all, undefined where the file ends before that is known. */
const definitionLength = (view: DataView, at: number, to: number): number | undefined => {
  if (at + 6 > to) return undefined
  const ofFields = 6 + 3 * view.getUint8(at + 5)
  if ((view.getUint8(at) & 0x20) === 0) return ofFields
  if (at + ofFields + 1 > to) return undefined
  return ofFields + 1 + 3 * view.getUint8(at + ofFields)
}

const fieldsOf = (view: DataView, from: number, count: number): FieldLayout[] => {
  const fields: FieldLayout[] = []
  let at = 0
  for (let entry = from; entry < from + 3 * count; entry += 3) {
    const size = view.getUint8(entry + 1)
    fields.push({ number: view.getUint8(entry), at, size, baseType: view.getUint8(entry + 2) })
    at += size
  }
  return fields
}

const developerFieldsOf = (view: DataView, from: number, count: number, start: number): DeveloperFieldLayout[] => {
  const fields: DeveloperFieldLayout[] = []
  let at = start
  for (let entry = from; entry < from + 3 * count; entry += 3) {
    const size = view.getUint8(entry + 1)
    fields.push({ number: view.getUint8(entry), at, size, developer: view.getUint8(entry + 2) })
    at += size
  }
  return fields
}

const end = (field: { readonly at: number; readonly size: number } | undefined): number =>
  field === undefined ? 0 : field.at + field.size

const isTime = (field: FieldLayout): boolean =>
  field.number === TIMESTAMP_NUMBER && field.size === UINT32_SIZE && field.baseType === UINT32

/** `cut`: the file ends inside it. `bad`: its byte order is none of the two. */
export type DefinitionReading =
  | { readonly kind: 'definition'; readonly definition: Definition; readonly length: number }
  | { readonly kind: 'cut' | 'bad' }

/** Reads the definition message whose header byte is at `at`; nothing beyond `to` belongs to it. */
export const readDefinition = (view: DataView, at: number, to: number): DefinitionReading => {
  const length = definitionLength(view, at, to)
  if (length === undefined || at + length > to) return { kind: 'cut' }
  const order = view.getUint8(at + 2)
  if (order > 1) return { kind: 'bad' }
  const little = order === 0
  const count = view.getUint8(at + 5)
  const fields = fieldsOf(view, at + 6, count)
  const ofFields = 6 + 3 * count
  const hasDeveloper = (view.getUint8(at) & 0x20) !== 0
  const developer = hasDeveloper
    ? developerFieldsOf(view, at + ofFields + 1, view.getUint8(at + ofFields), end(fields.at(-1)))
    : []
  const definition: Definition = {
    message: view.getUint16(at + 3, little),
    little,
    size: developer.length > 0 ? end(developer.at(-1)) : end(fields.at(-1)),
    fields,
    developer,
    timeAt: fields.find(isTime)?.at ?? -1,
    source: new Uint8Array(view.buffer, view.byteOffset + at, length),
  }
  return { kind: 'definition', definition, length }
}

/** Whether the bytes at `at` are the same definition, but for the local number in the header. */
export const isSameDefinition = (definition: Definition, view: DataView, at: number, to: number): boolean => {
  const { source } = definition
  if (at + source.length > to) return false
  if (((source[0] ?? 0) & 0x20) !== (view.getUint8(at) & 0x20)) return false
  for (let index = 1; index < source.length; index++) if (source[index] !== view.getUint8(at + index)) return false
  return true
}

/** Whether the field whose three bytes are at `entry` is of a known type and whole numbers of it. */
const isSoundField = (view: DataView, entry: number): boolean => {
  const size = view.getUint8(entry + 1)
  const baseType = view.getUint8(entry + 2)
  const unit = baseType === STRING ? 1 : numberType(baseType)?.size
  return unit !== undefined && size > 0 && size % unit === 0
}

/**
 * Bytes of the definition at `at` if there is nothing odd about it: one of the two byte orders, every field once, of a
 * known type, in whole numbers. 0 if not. Looks at no more than it must.
 */
export const soundLength = (view: DataView, at: number, to: number): number => {
  const length = definitionLength(view, at, to)
  if (length === undefined || at + length > to || view.getUint8(at + 2) > 1) return 0
  const end = at + 6 + 3 * view.getUint8(at + 5)
  for (let entry = at + 6; entry < end; entry += 3) if (!isSoundField(view, entry)) return 0
  const seen = new Set<number>()
  for (let entry = at + 6; entry < end; entry += 3) if (seen.size === seen.add(view.getUint8(entry)).size) return 0
  return length
}

/** Noise that looks like a definition has hardly a sound field; devices get one wrong now and then. `at`: of one read. */
export const isNoise = (view: DataView, at: number): boolean => {
  const count = view.getUint8(at + 5)
  let sound = 0
  for (let entry = at + 6; entry < at + 6 + 3 * count; entry += 3) if (isSoundField(view, entry)) sound++
  return 2 * sound < count
}
