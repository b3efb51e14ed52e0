import { noteOnce, type Draft } from './draft.ts'
import { FIELD_DESCRIPTION, MESSAGE } from './profile.ts'
import { columnOfField } from './record-plan.ts'
import { numberIn, textIn, type Row } from './row.ts'

/** Column of a developer field: its own name would not do, since two apps may choose the same. */
const columnName = (developer: number, number: number, name: string): string => `${developer}.${number} ${name}`

/**
 * Takes a field description message: from now on the field has a column of its own, unless there are too many.
 * Descriptions without a number, type or name describe nothing.
 */
export const describeField = (draft: Draft, row: Row): void => {
  const developer = numberIn(row, FIELD_DESCRIPTION.developer)
  const number = numberIn(row, FIELD_DESCRIPTION.number)
  const baseType = numberIn(row, FIELD_DESCRIPTION.baseType)
  const name = textIn(row, FIELD_DESCRIPTION.name)
  if (developer === undefined || number === undefined || baseType === undefined || name === undefined) return
  const column = columnName(developer, number, name)
  if (!draft.developerColumns.has(column)) {
    if (draft.developerColumns.size >= draft.limits.developerColumns) {
      const most = draft.limits.developerColumns
      noteOnce(
        draft.problems,
        'too-many-columns',
        `Only ${most} developer fields are kept; "${name}" is not among them.`,
      )
      return
    }
    const ofRecord = numberIn(row, FIELD_DESCRIPTION.nativeMessage) === MESSAGE.record
    const native = numberIn(row, FIELD_DESCRIPTION.nativeField)
    draft.developerColumns.set(column, {
      name,
      unit: textIn(row, FIELD_DESCRIPTION.units),
      standsFor: ofRecord && native !== undefined ? columnOfField(native) : undefined,
    })
  }
  draft.described.set((developer << 8) | number, {
    column,
    baseType,
    scale: numberIn(row, FIELD_DESCRIPTION.scale) || 1,
    offset: numberIn(row, FIELD_DESCRIPTION.offset) ?? 0,
  })
}
