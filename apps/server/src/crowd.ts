import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from './problem.ts'

/** Questions answered at the same time. More would only wait in memory behind one another. */
const MOST_AT_ONCE = 100
/** Seconds after which asking again makes sense. */
const AGAIN = 2

/** Streams stay open for hours, and health is asked just when there is a crowd. */
const isCounted = ({ routeOptions: { url } }: FastifyRequest): boolean =>
  url !== undefined && url.startsWith('/api/') && url !== '/api/events'

/** Turns requests away, 503 with the time to come again, while too many wait for their answers: a crowd passes, memory does not grow. */
export const limitCrowd = (app: FastifyInstance, most = MOST_AT_ONCE): void => {
  const inside = new Set<FastifyRequest>()
  app.addHook('onRequest', async (request) => {
    if (!isCounted(request)) return
    if (inside.size >= most) {
      throw new Refused({
        status: 503,
        title: 'Too many at once',
        code: 'crowded',
        detail: 'Too many requests wait for their answers.',
        change: 'Ask again in a moment.',
        retryAfter: AGAIN,
      })
    }
    inside.add(request)
  })
  const leave = async (request: FastifyRequest): Promise<void> => void inside.delete(request)
  app.addHook('onResponse', leave)
  app.addHook('onRequestAbort', leave)
}
