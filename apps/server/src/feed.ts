import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Result } from '@bell-lap/core'
import type { LogbookFault } from '@bell-lap/logbook'
import { sendRefusal } from './problem.ts'

/** The text of the calendar that a token opens. */
export type Feed = (token: string) => Promise<Result<string, LogbookFault>>

const AN_HOUR = 3_600_000
const TIMES_AN_HOUR = 60

const Token = z.object({ token: z.string().min(1).max(200) })

/** Calendars ask again and again: each address may be asked for 60 times an hour from one place. Tokens are never logged. */
export const serveFeed = async (app: FastifyInstance, feed: Feed): Promise<void> => {
  await app.register(rateLimit, { global: false })
  app.get<{ Params: z.output<typeof Token> }>(
    '/feed/:token.ics',
    {
      schema: { hide: true, params: Token },
      config: {
        rateLimit: {
          max: TIMES_AN_HOUR,
          timeWindow: AN_HOUR,
          keyGenerator: (request) => createHash('sha256').update(`${request.ip} ${request.url}`).digest('base64'),
        },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex, nofollow')
      const calendar = await feed(request.params.token)
      if (calendar.ok) {
        return reply.type('text/calendar; charset=utf-8').header('content-disposition', 'inline').send(calendar.value)
      }
      return sendRefusal(reply, {
        status: 404,
        title: 'There is no such thing',
        code: 'not-found',
        detail: 'There is no calendar at this address, or no longer.',
      })
    },
  )
}
