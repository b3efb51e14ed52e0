import { refresh } from './queries.ts'

/** What the server tells while one looks. */
type Told = { readonly kind: 'import'; readonly id: string } | { readonly kind: 'season'; readonly version: number }

/** Events of an import come with every file: the screen asks at most this often. */
const PAUSE_MS = 400

/** Listens to the server, and asks anew for what changed elsewhere; returns how to stop. */
export const listen = (): (() => void) => {
  const source = new EventSource('/api/events')
  let waiting: ReturnType<typeof setTimeout> | undefined
  const heard = (event: MessageEvent<string>): void => {
    const told: Told = JSON.parse(event.data)
    if (told.kind === 'season') void refresh('season')
    else waiting ??= setTimeout(() => ((waiting = undefined), void refresh('import', 'season')), PAUSE_MS)
  }
  for (const name of ['message', 'import', 'season']) source.addEventListener(name, heard)
  return () => {
    clearTimeout(waiting)
    source.close()
  }
}
