import { BASE_TYPE, numberType, type NumberType } from './base-type.ts'
import type { Definition, FieldLayout } from './definition.ts'
import { claim, type Columns } from './columns.ts'
import type { Field } from './profile.ts'
import type { ColumnName } from './recorded.ts'

/** Columns that are kept while reading and melt into others at the end. */
export type DraftColumn = ColumnName | 'time' | 'timeFraction' | 'cadenceFraction' | 'packedDistance' | 'packedSpeed'

/** A field of the record message: the column it fills, and from what is written to that column's unit. */
interface RecordField extends Field {
  readonly column: DraftColumn
}
const into = (column: DraftColumn, number: number, scale = 1, offset = 0): RecordField => ({
  column,
  number,
  scale,
  offset,
})

/** A half circle in degrees over 2^31 (FIT profile, `semicircles`). */
export const SEMICIRCLES = 2 ** 31 / 180

/** Numbers and scales of the FIT profile, `record`. Of two for one column the later one wins where it has a value. */
const RECORD_FIELDS: readonly RecordField[] = [
  into('time', 253),
  into('timeFraction', 48, 128),
  into('latitude', 0, SEMICIRCLES),
  into('longitude', 1, SEMICIRCLES),
  into('distance', 5, 100),
  into('speed', 6, 1000),
  into('speed', 73, 1000),
  into('altitude', 2, 5, 500),
  into('altitude', 78, 5, 500),
  into('heartRate', 3),
  into('cadence', 4),
  into('cadenceFraction', 53, 128),
  into('power', 7),
  into('temperature', 13),
  into('verticalOscillation', 39, 10_000),
  into('groundContactShare', 40, 100),
  into('groundContact', 41, 10_000),
  into('verticalRatio', 83, 100),
  into('groundContactBalance', 84, 100),
  into('stepLength', 85, 10_000),
  into('respiration', 99),
  into('respiration', 108, 100),
]

/** Speed and distance in three bytes, as foot pods wrote them (FIT profile, `compressed_speed_distance`). */
const PACKED_FIELD = 8

/** Which column a number of the profile's record message fills; undefined for those that are not read. */
export const columnOfField = (number: number): ColumnName | undefined => {
  const column = RECORD_FIELDS.find((field) => field.number === number)?.column
  if (column === undefined || column === 'time' || column === 'timeFraction') return undefined
  return column === 'cadenceFraction' || column === 'packedDistance' || column === 'packedSpeed' ? undefined : column
}

/** One read of a plan: from `at` in the message, divided and shifted, into a column. */
export interface ColumnRead {
  readonly at: number
  readonly type: NumberType
  readonly place: number
  readonly scale: number
  readonly offset: number
}

/** A definition of records, compiled: what to read where, without a look at the profile. */
export interface RecordPlan {
  readonly little: boolean
  readonly reads: readonly ColumnRead[]
  /** Where the three packed bytes lie, -1 where there are none. */
  readonly packedAt: number
  /** Columns of the packed distance and speed. */
  readonly packedPlaces: readonly number[]
}

/** How a developer field is to be read, once its description is known. */
export interface DeveloperRead {
  readonly column: string
  readonly baseType: number
  readonly scale: number
  readonly offset: number
}

const readOf = (columns: Columns, field: RecordField, layout: FieldLayout): ColumnRead | undefined => {
  const type = numberType(layout.baseType)
  if (type === undefined || layout.size < type.size) return undefined
  return { at: layout.at, type, place: claim(columns, field.column), scale: field.scale, offset: field.offset }
}

const nativeReads = (columns: Columns, definition: Definition): ColumnRead[] =>
  RECORD_FIELDS.flatMap((field) => {
    const layout = definition.fields.find(({ number }) => number === field.number)
    return (layout && readOf(columns, field, layout)) ?? []
  })

/** Only single numbers become columns: lists and texts a sample have no place there. */
const developerReads = (
  columns: Columns,
  definition: Definition,
  described: (developer: number, number: number) => DeveloperRead | undefined,
): ColumnRead[] =>
  definition.developer.flatMap((layout) => {
    const read = described(layout.developer, layout.number)
    const type = read && numberType(read.baseType)
    if (!type || layout.size !== type.size) return []
    return { at: layout.at, type, place: claim(columns, read.column), scale: read.scale, offset: read.offset }
  })

/** Compiles a definition of the record message. `described` knows the developer fields that have a place. */
export const compileRecords = (
  columns: Columns,
  definition: Definition,
  described: (developer: number, number: number) => DeveloperRead | undefined,
): RecordPlan => {
  const packed = definition.fields.find(
    ({ number, size, baseType }) => number === PACKED_FIELD && size === 3 && baseType === BASE_TYPE.byte,
  )
  claim(columns, 'time')
  return {
    little: definition.little,
    reads: [...nativeReads(columns, definition), ...developerReads(columns, definition, described)],
    packedAt: packed?.at ?? -1,
    packedPlaces: packed ? [claim(columns, 'packedDistance'), claim(columns, 'packedSpeed')] : [],
  }
}
