import { useSyncExternalStore } from 'react'

/** One sentence about what was just done or refused, and what may be done about it. */
export interface Said {
  readonly id: number
  readonly text: string
  readonly kind: 'done' | 'refused'
  readonly act?: { readonly label: string; readonly run: () => void }
}

let now: Said | undefined
let count = 0
const listeners = new Set<() => void>()

const put = (next: Said | undefined): void => {
  now = next
  for (const listener of listeners) listener()
}

/** Says something at the foot of the page; for ten seconds, or until the next. */
export const say = (text: string, act?: Said['act']): void => {
  count += 1
  put({ id: count, text, kind: 'done', ...(act ? { act } : {}) })
}

/** Says why something was not done. */
export const refuse = (problem: { readonly message: string; readonly change?: string | undefined }): void => {
  count += 1
  put({ id: count, text: [problem.message, problem.change].filter(Boolean).join(' '), kind: 'refused' })
}

export const unsay = (): void => put(undefined)

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSaid = (): Said | undefined => useSyncExternalStore(subscribe, () => now)
