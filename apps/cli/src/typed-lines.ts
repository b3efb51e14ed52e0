import { createInterface } from 'node:readline'

/** Lines as somebody types or pastes them; what arrives before it is asked for waits. */
export interface TypedLines {
  /** The next line; undefined once the input has ended. */
  readonly next: () => Promise<string | undefined>
  readonly close: () => void
}

export const typedLines = (input: NodeJS.ReadableStream): TypedLines => {
  const waiting: string[] = []
  const state = { ended: false }
  let wake = (): void => undefined
  const reader = createInterface({ input })
  reader.on('line', (line) => {
    waiting.push(line)
    wake()
  })
  reader.on('close', () => {
    state.ended = true
    wake()
  })
  const next = async (): Promise<string | undefined> => {
    while (waiting.length === 0 && !state.ended) await new Promise<void>((resolve) => (wake = resolve))
    return waiting.shift()
  }
  return { next, close: () => reader.close() }
}
