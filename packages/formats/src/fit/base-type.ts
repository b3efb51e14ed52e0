/** How a field's bytes are to be read; the numbers are those of the FIT protocol's base types. */
export const BASE_TYPE = {
  enum: 0x00,
  sint8: 0x01,
  uint8: 0x02,
  sint16: 0x83,
  uint16: 0x84,
  sint32: 0x85,
  uint32: 0x86,
  string: 0x07,
  float32: 0x88,
  float64: 0x89,
  uint8z: 0x0a,
  uint16z: 0x8b,
  uint32z: 0x8c,
  byte: 0x0d,
  sint64: 0x8e,
  uint64: 0x8f,
  uint64z: 0x90,
} as const

/** The ways of reading a number that the base types come down to. */
export const READ = {
  uint8: 0,
  sint8: 1,
  uint16: 2,
  sint16: 3,
  uint32: 4,
  sint32: 5,
  float32: 6,
  float64: 7,
  uint64: 8,
  sint64: 9,
} as const
export type Read = (typeof READ)[keyof typeof READ]

/** A base type that holds numbers. `invalid` is what a device writes for "not measured"; NaN where no number says so. */
export interface NumberType {
  readonly read: Read
  readonly size: number
  readonly invalid: number
}

const NUMBER_TYPES: ReadonlyMap<number, NumberType> = new Map<number, NumberType>([
  [BASE_TYPE.enum, { read: READ.uint8, size: 1, invalid: 0xff }],
  [BASE_TYPE.sint8, { read: READ.sint8, size: 1, invalid: 0x7f }],
  [BASE_TYPE.uint8, { read: READ.uint8, size: 1, invalid: 0xff }],
  [BASE_TYPE.uint8z, { read: READ.uint8, size: 1, invalid: 0 }],
  [BASE_TYPE.byte, { read: READ.uint8, size: 1, invalid: 0xff }],
  [BASE_TYPE.sint16, { read: READ.sint16, size: 2, invalid: 0x7fff }],
  [BASE_TYPE.uint16, { read: READ.uint16, size: 2, invalid: 0xffff }],
  [BASE_TYPE.uint16z, { read: READ.uint16, size: 2, invalid: 0 }],
  [BASE_TYPE.sint32, { read: READ.sint32, size: 4, invalid: 0x7fffffff }],
  [BASE_TYPE.uint32, { read: READ.uint32, size: 4, invalid: 0xffffffff }],
  [BASE_TYPE.uint32z, { read: READ.uint32, size: 4, invalid: 0 }],
  [BASE_TYPE.float32, { read: READ.float32, size: 4, invalid: NaN }],
  [BASE_TYPE.float64, { read: READ.float64, size: 8, invalid: NaN }],
  [BASE_TYPE.sint64, { read: READ.sint64, size: 8, invalid: 2 ** 63 }],
  [BASE_TYPE.uint64, { read: READ.uint64, size: 8, invalid: 2 ** 64 }],
  [BASE_TYPE.uint64z, { read: READ.uint64, size: 8, invalid: 0 }],
])

/** Undefined for text and for numbers that the protocol does not know. */
export const numberType = (baseType: number): NumberType | undefined => NUMBER_TYPES.get(baseType)

/**
 * The number at a place as it is written, "not measured" included.
 * Whole numbers of 64 bits lose what lies beyond 2^53: no field that is read here is that large.
 */
export const readNumber = (view: DataView, at: number, read: Read, little: boolean): number => {
  switch (read) {
    case READ.uint8:
      return view.getUint8(at)
    case READ.sint8:
      return view.getInt8(at)
    case READ.uint16:
      return view.getUint16(at, little)
    case READ.sint16:
      return view.getInt16(at, little)
    case READ.uint32:
      return view.getUint32(at, little)
    case READ.sint32:
      return view.getInt32(at, little)
    case READ.float32:
      return view.getFloat32(at, little)
    case READ.float64:
      return view.getFloat64(at, little)
    case READ.uint64:
      return view.getUint32(little ? at + 4 : at, little) * 2 ** 32 + view.getUint32(little ? at : at + 4, little)
    case READ.sint64:
      return view.getInt32(little ? at + 4 : at, little) * 2 ** 32 + view.getUint32(little ? at : at + 4, little)
    default:
      return read satisfies never
  }
}

/** The number at a place, or undefined where nothing was measured. */
export const readValid = (view: DataView, at: number, type: NumberType, little: boolean): number | undefined => {
  const value = readNumber(view, at, type.read, little)
  return value === type.invalid || Number.isNaN(value) ? undefined : value
}
