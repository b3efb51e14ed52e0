import type { Allow, Annotated, Margin } from '@bell-lap/core'

/** Notes and allows that gather under an element while its lines are read. */
export interface Remarks {
  notes?: { readonly text: string; readonly margin: Margin | undefined }[]
  allows?: Allow[]
}

/** The comments before and beside a line; `undefined` where there are none. */
export const marginOf = (before: readonly string[], after: string | undefined): Margin | undefined => {
  if (before.length === 0 && after === undefined) return undefined
  return { ...(before.length === 0 ? {} : { before }), ...(after === undefined ? {} : { after }) }
}

/** What an element carries beside its own fields; keys only where there is something. */
export const annotationsOf = ({ notes, allows }: Remarks, margin: Margin | undefined): Annotated => ({
  ...(allows === undefined ? {} : { allows }),
  ...(notes === undefined ? {} : { notes: notes.map(({ text }) => text) }),
  ...(notes?.some((note) => note.margin !== undefined) ? { noteMargins: notes.map((note) => note.margin ?? {}) } : {}),
  ...(margin === undefined ? {} : { margin }),
})
