import { useSyncExternalStore } from 'react'

/** The moment from which the answers on the screen were kept, while the server is not heard; undefined while it is. */
let since: string | undefined
const listeners = new Set<() => void>()

/** Notes whether an answer came from what the service worker kept. */
export const noteKept = (moment: string | null): void => {
  const next = moment ?? undefined
  if (next === since) return
  since = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useKeptSince = (): string | undefined => useSyncExternalStore(subscribe, () => since)
