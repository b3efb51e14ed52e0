import { numberType, readNumber, type NumberType } from './base-type.ts'
import type { Definition } from './definition.ts'
import type { Field } from './profile.ts'

/** A field that holds several numbers of one type, found once for a definition. */
export interface ListField {
  readonly at: number
  readonly size: number
  readonly count: number
  readonly type: NumberType
  readonly little: boolean
  readonly scale: number
}

/** The field of a definition as a list; undefined where the definition has none, or none that holds numbers. */
export const listField = (definition: Definition, field: Field): ListField | undefined => {
  const layout = definition.fields.find(({ number }) => number === field.number)
  const type = layout && numberType(layout.baseType)
  if (!layout || !type) return undefined
  const count = Math.floor(layout.size / type.size)
  return { at: layout.at, size: layout.size, count, type, little: definition.little, scale: field.scale }
}

/** A number of the list as it is written, NaN where it was not measured or the list is shorter. */
export const numberAt = (view: DataView, at: number, list: ListField | undefined, index: number): number => {
  if (!list || index >= list.count) return NaN
  const value = readNumber(view, at + list.at + index * list.type.size, list.type.read, list.little)
  return value === list.type.invalid ? NaN : value
}
