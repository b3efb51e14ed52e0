/** What was typed and not saved yet, kept in this browser: a closed tab loses nothing. */
export interface Draft {
  readonly text: string
  /** The version of the kept plan that the draft began with; null for a plan that is not kept yet. */
  readonly version: number | null
}

const keyOf = (id: string | undefined): string => `plan-draft:${id ?? 'new'}`

export const keptDraft = (id: string | undefined): Draft | null => {
  try {
    const kept: Partial<Draft> | null = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null')
    return kept && typeof kept.text === 'string' ? { text: kept.text, version: kept.version ?? null } : null
  } catch {
    return null
  }
}

export const keepDraft = (id: string | undefined, draft: Draft): void => {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(draft))
  } catch {
    // Storage is shut or full: the text stands in the editor all the same.
  }
}

export const dropDraft = (id: string | undefined): void => {
  try {
    localStorage.removeItem(keyOf(id))
  } catch {
    // Nothing was kept.
  }
}
