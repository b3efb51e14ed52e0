import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { ok, type Activity, type Problem, type Result, type Review, type ReviewQuestion } from '@bell-lap/core'
import type { FileToRead, FileVerdict, Resumed, Wanted } from './messages.ts'
import { openPool } from './pool.ts'
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
  /** Ends the workers. Reading after that, or still, throws. */
  close(): Promise<void>
}

const LIMITS: ThreadLimits = { heapMegabytes: 256, seconds: 10 }
const WORKER = new URL('./worker.ts', import.meta.url)

/** A file that is not opened twice in vain: what stops the reader twice at one place is the archive itself. */
const MOST_TRIES = 2

/** Bytes that are copied in one turn of the loop. */
const COPIED = 4_000_000

/** A copy that keeps nobody waiting, however large the file is. */
const copyOf = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
  const copy = new Uint8Array(bytes.length)
  for (let from = 0; from < bytes.length; from += COPIED) {
    if (from > 0) await setImmediate()
    copy.set(bytes.subarray(from, from + COPIED), from)
  }
  return copy
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
  const pool = openPool(() => startThread(worker, { ...LIMITS, ...limits }), workers)

  const open = async (thread: Thread, file: FileToRead, wanted: Wanted, resumed?: Resumed): Promise<void> => {
    // A copy changes hands: the caller's bytes stay the caller's, and are there for a second try.
    const sent = 'bytes' in file ? { name: file.name, bytes: await copyOf(file.bytes) } : file
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
            tries++
            if (tries === MOST_TRIES) yield refused(file, answer.fault)
            if (tries === MOST_TRIES) return
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
    read: async (file, wanted) => {
      const all: FileVerdict[] = []
      for await (const verdict of verdicts(file, wanted)) all.push(verdict)
      return all
    },
    review: async (activity, question = {}) => {
      const thread = await pool.lend()
      try {
        const answer = await thread.ask({ kind: 'review', activity, question })
        if (!answer.ok) return answer
        if (answer.value.kind !== 'review') throw new Error(`The reader answered ${answer.value.kind} to a review.`)
        return ok(answer.value.review)
      } finally {
        pool.takeBack(thread)
      }
    },
    close: () => pool.close(),
  }
}
