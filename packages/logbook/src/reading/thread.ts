import { Worker } from 'node:worker_threads'
import { fail, ok, type Problem, type Result } from '@bell-lap/core'
import type { Answer, Order } from './messages.ts'

/** What one worker may take. */
export interface ThreadLimits {
  readonly heapMegabytes: number
  /** For one answer. */
  readonly seconds: number
}

/** One worker that answers one order at a time. Once an order has failed, it is gone. */
export interface Thread {
  ask(order: Order, share?: ArrayBuffer[]): Promise<Result<Answer, Problem>>
  /** False once it died or was stopped. */
  isAlive(): boolean
  stop(): Promise<void>
}

/** Milliseconds between two looks at memory that is not the heap's: columns and bytes. */
const LOOK = 50
/** Seconds in which a worker has to come up: code that cannot be loaded is a bug, and no file's fault. */
const START_SECONDS = 60
const MEGABYTE = 2 ** 20

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY'

/** Errors that come from another thread are no `Error` of this one everywhere. */
const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

const wordsOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : 'it left'

const tooMuchMemory = ({ heapMegabytes }: ThreadLimits): Problem => ({
  code: 'too-much-memory',
  message: `Reading it took more than the ${heapMegabytes} MB of memory that one file may take.`,
})

const tooSlow = ({ seconds }: ThreadLimits): Problem => ({
  code: 'too-slow',
  message: `Reading it took longer than the ${seconds} s that one file may take.`,
})

const faultOf = (error: unknown, limits: ThreadLimits): Problem =>
  codeOf(error) === OUT_OF_MEMORY
    ? tooMuchMemory(limits)
    : {
        code: 'reader-fault',
        message: `The reader broke on it: ${wordsOf(error)}.`,
      }

type Settle = (result: Result<Answer, Problem>) => void

/** Starts a worker and waits until it listens. Throws where its code cannot be loaded. */
export const startThread = async (code: URL, limits: ThreadLimits): Promise<Thread> => {
  const worker = new Worker(code, {
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 32 },
  })
  let [alive, stopping] = [true, false]
  let settle: Settle | undefined
  let broken: unknown
  const settled: Settle = (result) => {
    const waiting = settle
    settle = undefined
    waiting?.(result)
  }
  let death: Problem | undefined
  const die = (problem: Problem): void => {
    alive = false
    death ??= problem
    settled(fail(problem))
    void worker.terminate()
  }
  worker.on('message', (answer: Answer) => settled(ok(answer)))
  worker.on('messageerror', (error) => die(faultOf(error, limits)))
  worker.on('error', (error) => {
    broken = error
    die(faultOf(error, limits))
  })
  // Where the heap's limit ends a worker, its error gets lost at times: nothing else makes it leave by itself.
  worker.on('exit', () => die(broken === undefined && !stopping ? tooMuchMemory(limits) : faultOf(broken, limits)))

  /** Bytes of the file that is open. */
  let own = 0
  /** Columns and bytes lie outside of the heap, which alone the resource limits hold. */
  const look = async (): Promise<void> => {
    const { external_memory: outside } = await worker.getHeapStatistics()
    if (outside > limits.heapMegabytes * MEGABYTE + own) die(tooMuchMemory(limits))
  }
  const answerWithin = async (seconds: number, begin: () => void): Promise<Result<Answer, Problem>> => {
    const { promise, resolve } = Promise.withResolvers<Result<Answer, Problem>>()
    settle = resolve
    worker.ref()
    const clock = setTimeout(() => die(tooSlow({ ...limits, seconds })), 1000 * seconds)
    // A worker that has just left cannot be asked for its memory any more.
    const looks = setInterval(() => void look().catch(() => undefined), LOOK)
    begin()
    try {
      return await promise
    } finally {
      clearTimeout(clock)
      clearInterval(looks)
      worker.unref()
    }
  }

  const ready = await answerWithin(START_SECONDS, () => undefined)
  if (!ready.ok) throw new Error(`The reader does not start: ${ready.fault.message}`, { cause: broken })
  return {
    isAlive: () => alive,
    ask: async (order, share = []) => {
      if (!alive) return fail(death ?? faultOf(broken, limits))
      if (order.kind === 'open') own = share.reduce((sum, { byteLength }) => sum + byteLength, 0)
      const answer = await answerWithin(limits.seconds, () => worker.postMessage(order, share))
      if (answer.ok && answer.value.kind === 'opened') own = answer.value.bytes
      return answer
    },
    stop: async () => {
      stopping = true
      alive = false
      await worker.terminate()
    },
  }
}
