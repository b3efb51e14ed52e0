import { availableParallelism } from 'node:os'
import type { Activity, Problem, Result, Review, ReviewQuestion } from '@bell-lap/core'
import type { FileToRead, FileVerdict, Resumed, Wanted } from './messages.ts'
import { startThread, type Thread, type ThreadLimits } from './thread.ts'

/** How recordings are read. */
export interface ReaderOptions extends Partial<ThreadLimits> {
  /** Where the worker's code lies: beside this file, unless all is bundled into one. */
  readonly worker?: URL
  /** How many files are read at once: one fewer than the processor has cores, unless said otherwise. */
  readonly workers?: number
}

/** Reads recordings and archives beside the main thread, which neither their size nor their damage reaches. */
export interface Reader {
  /** One verdict for each file, as they come; a file that takes too much is refused by name, and the next one read. */
  verdicts(file: FileToRead, wanted?: Wanted): AsyncGenerator<FileVerdict, void>
  /** The same all at once: for a single recording exactly one verdict. */
  read(file: FileToRead, wanted?: Wanted): Promise<readonly FileVerdict[]>
  /** Reviews a recording that was read before. */
  review(activity: Activity, question?: ReviewQuestion): Promise<Result<Review, Problem>>
  /** Ends the workers; what is still being read fails. */
  close(): Promise<void>
}

const LIMITS: ThreadLimits = { heapMegabytes: 256, seconds: 10 }
const WORKER = new URL('./worker.ts', import.meta.url)

/** A file that is not opened twice in vain: what stops the reader twice at one place is the archive itself. */
const MOST_TRIES = 2

/** Lends workers, each to one at a time, and starts them when they are first needed. */
const lending = (start: () => Promise<Thread>, most: number) => {
  const idle: Thread[] = []
  const all = new Set<Thread>()
  const waiting: (() => void)[] = []
  let lent = 0
  return {
    all,
    lend: async (): Promise<Thread> => {
      while (lent >= most) await new Promise<void>((resolve) => waiting.push(resolve))
      lent++
      const free = idle.pop()
      if (free?.isAlive()) return free
      try {
        const thread = await start()
        all.add(thread)
        return thread
      } catch (error) {
        lent--
        waiting.shift()?.()
        throw error
      }
    },
    takeBack: (thread: Thread): void => {
      lent--
      if (thread.isAlive()) idle.push(thread)
      else all.delete(thread)
      waiting.shift()?.()
    },
  }
}

const refused = ({ name }: FileToRead, problem: Problem): FileVerdict => ({
  kind: 'refused',
  name,
  code: problem.code,
  message: problem.message,
  problems: [problem],
})

/** Opens a reader. Its workers start with the first file, stay for the next ones, and do not keep the process alive. */
export const openReader = (options: ReaderOptions = {}): Reader => {
  const { worker = WORKER, workers = Math.max(1, availableParallelism() - 1), ...limits } = options
  const pool = lending(() => startThread(worker, { ...LIMITS, ...limits }), workers)

  const open = async (thread: Thread, file: FileToRead, wanted: Wanted, resumed?: Resumed): Promise<void> => {
    // A copy changes hands: the caller's bytes stay the caller's, and are there for a second try.
    const sent = 'bytes' in file ? { name: file.name, bytes: new Uint8Array(file.bytes) } : file
    const share = 'bytes' in sent ? [sent.bytes.buffer] : []
    await thread.ask({ kind: 'open', file: sent, wanted, ...(resumed ? { resumed } : {}) }, share)
  }

  async function* verdicts(file: FileToRead, wanted: Wanted = {}): AsyncGenerator<FileVerdict, void> {
    let resumed: Resumed | undefined
    let [given, tries] = [0, 0]
    for (;;) {
      const thread = await pool.lend()
      try {
        await open(thread, file, wanted, resumed)
        for (;;) {
          const answer = await thread.ask({ kind: 'next' })
          if (!answer.ok) {
            if (++tries >= MOST_TRIES) return yield refused(file, answer.fault)
            resumed = { from: given, because: answer.fault }
            break
          }
          if (answer.value.kind !== 'verdict') return
          yield answer.value.verdict
          ;[given, tries] = [given + 1, 0]
        }
      } finally {
        pool.takeBack(thread)
      }
    }
  }

  return {
    verdicts,
    read: (file, wanted) => Array.fromAsync(verdicts(file, wanted)),
    review: async (activity, question = {}) => {
      const thread = await pool.lend()
      try {
        const answer = await thread.ask({ kind: 'review', activity, question })
        if (!answer.ok) return answer
        if (answer.value.kind !== 'review') throw new Error(`The reader answered ${answer.value.kind} to a review.`)
        return { ok: true, value: answer.value.review }
      } finally {
        pool.takeBack(thread)
      }
    },
    close: async () => {
      await Promise.all([...pool.all].map((thread) => thread.stop()))
    },
  }
}
