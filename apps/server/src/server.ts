import rateLimit from '@fastify/rate-limit'
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Logger } from 'pino'
import type { AthleteId } from '@bell-lap/logbook'
import { limitCrowd } from './crowd.ts'
import { describeApi } from './description.ts'
import type { Doors } from './doors.ts'
import { openEventStreams } from './event-streams.ts'
import { serveFeed, type Feed } from './feed.ts'
import { guard } from './guard.ts'
import { secure } from './headers.ts'
import { tellHealth } from './health.ts'
import { logRequests } from './logs.ts'
import { answerMishaps } from './mishap.ts'
import { openDoors } from './open-doors.ts'
import { acceptMultipart, openIntake, RESTORE_LIMITS, UPLOAD_LIMITS, type UploadLimits } from './uploads.ts'
import { serveWeb } from './web.ts'

const MEGABYTE = 2 ** 20
/** Milliseconds in which a whole request has to be in, the largest upload over a slow line included. */
const REQUEST_TIME = 300_000
const AN_HOUR = 3_600_000
/** Of one athlete. A folder goes up in a few. */
const UPLOADS_AN_HOUR = 600

/** What a server is made of. */
export interface ServerParts {
  readonly doors: Doors
  readonly feed: Feed
  /** Who asks. A server of one person knows the answer; benchmarks and tests may ask as somebody else. */
  readonly athleteOf: (request: FastifyRequest) => AthleteId
  readonly isReady: () => Promise<boolean>
  readonly log: Logger
  /** Where uploads wait; nothing else may lie in it. */
  readonly uploadFolder: string
  /** What recordings may be, where it is not what is usual. */
  readonly uploadLimits?: UploadLimits
  /** The built web app; without it there is the API alone. */
  readonly webFolder?: string
  /** Names beside the loopback ones that the server is reached by. */
  readonly hosts?: readonly string[]
  readonly version: string
  /** Requests answered at the same time, where it is not what is usual. */
  readonly mostAtOnce?: number
  /** Milliseconds between two signs of life of an event stream. */
  readonly heartbeat?: number
}

/** The whole server, ready to listen or to be asked without a socket. Closing it ends the event streams first. */
export const makeServer = async (parts: ServerParts): Promise<FastifyInstance> => {
  const log: FastifyBaseLogger = parts.log
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MEGABYTE,
    requestTimeout: REQUEST_TIME,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  answerMishaps(app)
  logRequests(app)
  await secure(app)
  guard(app, parts.hosts ?? [])
  limitCrowd(app, parts.mostAtOnce)

  const streams = openEventStreams(parts.heartbeat)
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
    streams.close()
  })
  tellHealth(app, async () => !closing && (await parts.isReady()))

  await describeApi(app, parts.version)
  const intake = await openIntake(parts.uploadFolder)
  const limits = { recordings: parts.uploadLimits ?? UPLOAD_LIMITS, archive: RESTORE_LIMITS }
  const surroundings = { doors: parts.doors, athleteOf: parts.athleteOf, intake, limits, streams }
  openDoors(app, surroundings, false)
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    await acceptMultipart(scope)
    await scope.register(rateLimit, { max: UPLOADS_AN_HOUR, timeWindow: AN_HOUR, keyGenerator: parts.athleteOf })
    openDoors(scope, surroundings, true)
  })
  await app.register(async (scope) => serveFeed(scope, parts.feed))
  if (parts.webFolder !== undefined) await serveWeb(app, parts.webFolder)
  return app
}
