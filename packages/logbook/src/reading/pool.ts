import type { Thread } from './thread.ts'

/** Workers for the lending: each to one borrower at a time. */
export interface Pool {
  /** Waits for a free worker, or starts one where there are fewer than allowed. Throws once the pool is closed. */
  lend(): Promise<Thread>
  takeBack(thread: Thread): void
  close(): Promise<void>
}

/** `start` starts a worker; at most `most` of them live at a time. */
export const openPool = (start: () => Promise<Thread>, most: number): Pool => {
  const idle: Thread[] = []
  const all = new Set<Thread>()
  const waiting: (() => void)[] = []
  let [lent, closed] = [0, false]

  const makeRoom = (): void => {
    lent--
    waiting.shift()?.()
  }
  const started = async (): Promise<Thread> => {
    const thread = await start()
    all.add(thread)
    if (closed) await thread.stop()
    return thread
  }
  return {
    lend: async () => {
      while (lent >= most && !closed) await new Promise<void>((resolve) => waiting.push(resolve))
      if (closed) throw new Error('The reader is closed.')
      lent++
      try {
        return idle.pop() ?? (await started())
      } catch (error) {
        makeRoom()
        throw error
      }
    },
    takeBack: (thread) => {
      if (thread.isAlive()) idle.push(thread)
      else all.delete(thread)
      makeRoom()
    },
    close: async () => {
      closed = true
      for (const wake of waiting.splice(0)) wake()
      await Promise.all([...all].map((thread) => thread.stop()))
    },
  }
}
