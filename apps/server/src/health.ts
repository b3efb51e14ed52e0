import type { FastifyInstance } from 'fastify'
import { sendRefusal } from './problem.ts'

/** `/healthz`: the process answers. `/readyz`: what it stands on answers too, and it is not on its way out. */
export const tellHealth = (app: FastifyInstance, isReady: () => Promise<boolean>): void => {
  const told = { schema: { hide: true }, logLevel: 'silent' as const }
  app.get('/healthz', told, async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  app.get('/readyz', told, async (_request, reply) => {
    void reply.header('cache-control', 'no-store')
    if (await isReady()) return reply.send({ status: 'ready' })
    return sendRefusal(reply, {
      status: 503,
      title: 'Not now',
      code: 'not-ready',
      detail: 'Bell Lap is starting, stopping, or cannot reach its store.',
      retryAfter: 2,
    })
  })
}
