import { Agent, request } from 'node:http'

/** One thing to ask, as somebody. */
export interface Question {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly headers: { readonly [name: string]: string }
  readonly body?: string
  /** Hears the whole answer. */
  readonly hear?: (body: string) => void
}

export interface Measured {
  readonly name: string
  /** Milliseconds from when it was to be sent until the whole answer was there. */
  readonly ms: number
  /** 0 where there was none. */
  readonly status: number
}

/** One request; the time counts from `due`, so that a server that falls behind is not excused by the asker waiting for it. */
const ask = (port: number, agent: Agent, question: Question, due: number): Promise<Measured> =>
  new Promise((resolve) => {
    const { name, method, path, headers, body } = question
    const end = (status: number): void => resolve({ name, ms: performance.now() - due, status })
    const sent = request({ host: '127.0.0.1', port, agent, method, path, headers }, (reply) => {
      let heard = ''
      reply.on('data', (chunk: Buffer) => (heard += chunk.toString()))
      reply.on('end', () => {
        end(reply.statusCode ?? 0)
        question.hear?.(heard)
      })
    })
    sent.on('error', () => end(0))
    sent.end(body)
  })

/** Asks `rate` questions a second for `seconds`, whether earlier ones are answered or not (open loop). */
export const openLoop = async (
  port: number,
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
  next: (index: number) => Question,
): Promise<readonly Measured[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const [begun, all] = [performance.now() + 50, rate * seconds]
  const answers: Promise<Measured>[] = []
  await new Promise<void>((resolve) => {
    const tick = (): void => {
      const now = performance.now()
      while (answers.length < all && begun + (answers.length * 1_000) / rate <= now) {
        answers.push(ask(port, agent, next(answers.length), begun + (answers.length * 1_000) / rate))
      }
      if (answers.length === all) resolve()
      else setTimeout(tick, 1)
    }
    tick()
  })
  const measured = await Promise.all(answers)
  agent.destroy()
  return measured
}

/** Milliseconds below which this share of them lies. */
export const percentile = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
