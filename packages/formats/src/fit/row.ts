import { BASE_TYPE, numberType, readValid } from './base-type.ts'
import type { Definition } from './definition.ts'
import type { Field } from './profile.ts'
import { readText } from './text.ts'

/** A message that is kept as it is: its numbers as written and its texts, by number of the field. */
export type Row = ReadonlyMap<number, number | string>

/** The quantity in a row, in the unit of its field; undefined where it was not measured. */
export const numberIn = (row: Row | undefined, field: Field): number | undefined => {
  const value = row?.get(field.number)
  return typeof value === 'number' ? value / field.scale - field.offset : undefined
}

/** The text in a row; undefined where there is none, or an empty one. */
export const textIn = (row: Row | undefined, field: Field): string | undefined => {
  const value = row?.get(field.number)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Reads the wanted fields of a message; of a list of numbers its first. `garbled` is told of texts that are not UTF-8. */
export const readRow = (
  view: DataView,
  at: number,
  definition: Definition,
  wanted: ReadonlySet<number>,
  garbled: (text: string) => void,
): Row => {
  const row = new Map<number, number | string>()
  for (const field of definition.fields) {
    if (!wanted.has(field.number)) continue
    if (field.baseType === BASE_TYPE.string) {
      const { text, clean } = readText(view, at + field.at, field.size)
      if (!clean) garbled(text)
      row.set(field.number, text)
      continue
    }
    const type = numberType(field.baseType)
    if (type === undefined || field.size < type.size) continue
    const value = readValid(view, at + field.at, type, definition.little)
    if (value !== undefined) row.set(field.number, value)
  }
  return row
}
