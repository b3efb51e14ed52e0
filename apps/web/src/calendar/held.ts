import { useSyncExternalStore } from 'react'
import type { MoveCell, MovesView } from '@bell-lap/server'

/** A session that is being moved: over which cell it is, and what was learned of all cells. */
export interface Held {
  readonly session: string
  readonly title: string
  readonly by: 'pointer' | 'keys'
  readonly moves?: MovesView
  readonly cell?: MoveCell | undefined
}

/** What is held, and what was let go over a cell that has to be asked about. */
interface State {
  readonly held?: Held
  readonly asked?: { readonly moves: MovesView; readonly cell: MoveCell; readonly title: string }
}

let state: State = {}
const listeners = new Set<() => void>()

export const put = (next: State): void => {
  state = next
  for (const listener of listeners) listener()
}

export const heldNow = (): Held | undefined => state.held

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useHeld = (): State => useSyncExternalStore(subscribe, () => state)
