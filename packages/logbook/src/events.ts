import type { Events, LogbookEvent } from './logbook.ts'

/** Tells each listener at once, in the order in which they came. */
export const eventsOf = (): Events => {
  const listeners = new Set<(event: LogbookEvent) => void>()
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell: (event) => {
      for (const listener of listeners) listener(event)
    },
  }
}
