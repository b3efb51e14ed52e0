import { zstdCompressSync, zstdDecompressSync, constants } from 'node:zlib'
import { COLUMN_UNITS, type Activity, type ColumnName, type DeveloperColumn, type Samples } from '@bell-lap/core'
import { z } from 'zod'

// Samples as bytes: a head in JSON that names the columns, then column after column, all of it compressed. A column
// whose values are whole multiples of what its format writes is kept as the differences of those multiples, any other as
// it is. Nothing is rounded: what comes out is, bit for bit, what went in.

/** The way in which columns are packed; rows of other ways are refused by name. */
export const CODING = 'differences-zstd-1'

const Head = z.object({
  count: z.number(),
  columns: z.array(
    z.object({
      name: z.string(),
      /** Of the values: kept are the whole numbers `value * scale`; 0: the values themselves, eight bytes each. */
      scale: z.number(),
      bytes: z.number(),
      length: z.number(),
      developer: z.object({ unit: z.string().optional(), standsFor: z.string().optional() }).optional(),
    }),
  ),
})
type Head = z.infer<typeof Head>

/** What formats write in: whole numbers, tenths, fifths, cents, milli-units, 2^31 to a half turn. */
const SCALES = [1, 5, 10, 100, 1000, 2 ** 31 / 180]
/** Differences lie within these: further apart, and the value is kept as it is. */
const FARTHEST = 2 ** 47

const isExact = (values: Float64Array, scale: number): boolean =>
  values.every((value) => {
    if (Number.isNaN(value)) return true
    const whole = Math.round(value * scale)
    return Math.abs(whole) < FARTHEST && !Object.is(whole, -0) && Object.is(whole / scale, value)
  })

const LOW = 128

/** Unsigned numbers below 2^52 in bytes of seven bits, the low ones first. */
const pushNumber = (bytes: number[], number: number): void => {
  let left = number
  while (left >= LOW) {
    bytes.push((left % LOW) + LOW)
    left = Math.floor(left / LOW)
  }
  bytes.push(left)
}

/** 0 stands for NaN; a difference d is 1 + 2d, or -2d where it is negative. */
const packDifferences = (values: Float64Array, scale: number): Uint8Array => {
  const bytes: number[] = []
  let last = 0
  for (const value of values) {
    if (Number.isNaN(value)) bytes.push(0)
    else {
      const whole = Math.round(value * scale)
      const difference = whole - last
      pushNumber(bytes, difference >= 0 ? 1 + 2 * difference : -2 * difference)
      last = whole
    }
  }
  return Uint8Array.from(bytes)
}

const unpackDifferences = (bytes: Uint8Array, length: number, scale: number): Float64Array => {
  const values = new Float64Array(length)
  let [at, last] = [0, 0]
  for (let index = 0; index < length; index++) {
    let [number, factor] = [0, 1]
    let byte = bytes[at++] ?? 0
    while (byte >= LOW) {
      number += (byte - LOW) * factor
      factor *= LOW
      byte = bytes[at++] ?? 0
    }
    number += byte * factor
    if (number === 0) values[index] = NaN
    else {
      last += number % 2 === 1 ? (number - 1) / 2 : -number / 2
      values[index] = last / scale
    }
  }
  return values
}

const isLittle = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** Eight bytes each, the low one first, whatever the machine. */
const packPlain = (values: Float64Array): Uint8Array => {
  const bytes = new Uint8Array(values.slice().buffer)
  if (!isLittle) for (let at = 0; at < bytes.length; at += 8) bytes.subarray(at, at + 8).reverse()
  return bytes
}

const unpackPlain = (bytes: Uint8Array, length: number): Float64Array => {
  // A copy that begins at a whole number of eight bytes.
  const own = new Uint8Array(bytes.subarray(0, 8 * length))
  if (!isLittle) for (let at = 0; at < own.length; at += 8) own.subarray(at, at + 8).reverse()
  return new Float64Array(own.buffer)
}

interface Packed {
  readonly head: Head['columns'][number]
  readonly bytes: Uint8Array
}

const packColumn = (name: string, values: Float64Array, developer?: DeveloperColumn): Packed => {
  const scale = SCALES.find((one) => isExact(values, one)) ?? 0
  const bytes = scale === 0 ? packPlain(values) : packDifferences(values, scale)
  const { unit, standsFor } = developer ?? {}
  const own = { ...(unit === undefined ? {} : { unit }), ...(standsFor === undefined ? {} : { standsFor }) }
  const head = { name, scale, bytes: bytes.length, length: values.length, ...(developer ? { developer: own } : {}) }
  return { head, bytes }
}

const NAMES = Object.keys(COLUMN_UNITS).filter((name): name is ColumnName => name in COLUMN_UNITS)
const isColumnName = (name: string | undefined): name is ColumnName => name !== undefined && name in COLUMN_UNITS

/** Level 3 of zstd: twice as fast as gzip, and smaller. */
const LEVEL = 3

/** Columns and beats of a recording as compressed bytes: about 6 a second of running with heart rate and positions. */
export const packColumns = ({ samples, beats }: Activity): Uint8Array => {
  const packed = [
    packColumn('time', samples.time),
    ...NAMES.flatMap((name) => {
      const values = samples[name]
      return values ? [packColumn(name, values)] : []
    }),
    ...samples.developer.map((column) => packColumn(column.name, column.values, column)),
    ...(beats ? [packColumn('beats/interval', beats.interval), packColumn('beats/time', beats.time)] : []),
  ]
  const head: Head = { count: samples.count, columns: packed.map((one) => one.head) }
  const text = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(text.length)
  const whole = Buffer.concat([length, text, ...packed.map(({ bytes }) => bytes)])
  return zstdCompressSync(whole, { params: { [constants.ZSTD_c_compressionLevel]: LEVEL } })
}

/** Never more comes out of a row than a recording may have: 200,000 samples of some 40 columns. */
const MOST_BYTES = 100_000_000

/** Samples and beats out of what `packColumns` made. Throws where it did not. */
export const unpackColumns = (bytes: Uint8Array): Pick<Activity, 'samples' | 'beats'> => {
  const whole = zstdDecompressSync(bytes, { maxOutputLength: MOST_BYTES })
  const length = whole.readUInt32LE(0)
  const head = Head.parse(JSON.parse(whole.toString('utf8', 4, 4 + length)))
  let at = 4 + length
  const columns = head.columns.map((column) => {
    const part = whole.subarray(at, at + column.bytes)
    at += column.bytes
    const { scale } = column
    const values = scale === 0 ? unpackPlain(part, column.length) : unpackDifferences(part, column.length, scale)
    return { ...column, values }
  })
  const valuesOf = (name: string): Float64Array | undefined =>
    columns.find((column) => column.name === name && !column.developer)?.values
  const named = NAMES.flatMap((name) => {
    const values = valuesOf(name)
    return values ? [[name, values] as const] : []
  })
  const samples: Samples = {
    count: head.count,
    time: valuesOf('time') ?? new Float64Array(),
    developer: columns.flatMap(({ name, developer, values }) =>
      developer ? [ownColumn(name, developer, values)] : [],
    ),
    ...Object.fromEntries(named),
  }
  const [interval, time] = [valuesOf('beats/interval'), valuesOf('beats/time')]
  return { samples, ...(interval && time ? { beats: { count: interval.length, interval, time } } : {}) }
}

const ownColumn = (
  name: string,
  { unit, standsFor }: NonNullable<Head['columns'][number]['developer']>,
  values: Float64Array,
): DeveloperColumn => ({
  name,
  values,
  ...(unit === undefined ? {} : { unit }),
  ...(isColumnName(standsFor) ? { standsFor } : {}),
})
