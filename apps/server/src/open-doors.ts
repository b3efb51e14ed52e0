import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod, RouteOptions } from 'fastify'
import { z } from 'zod'
import type { Result } from '@bell-lap/core'
import type { AthleteId, LogbookFault } from '@bell-lap/logbook'
import type { Doors, Download, EventDoor, FileDoor, Listen, Upload } from './doors.ts'
import type { EventStreams } from './event-streams.ts'
import { PROBLEM_TYPE, sendFault } from './problem.ts'
import { ProblemJson, ROUTES, type Door, type Route } from './routes.ts'
import type { Intake, UploadLimits } from './uploads.ts'

/** What the doors need of the server around them. */
export interface Surroundings {
  readonly doors: Doors
  readonly athleteOf: (request: FastifyRequest) => AthleteId
  readonly intake: Intake
  readonly limits: { readonly recordings: UploadLimits; readonly archive: UploadLimits }
  readonly streams: EventStreams
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const
type Method = (typeof METHODS)[number]

const isDoor = (text: string): text is Door => text in ROUTES
const isMethod = (text: string | undefined): text is Method => METHODS.some((method) => method === text)
const isFileDoor = (door: Door): door is FileDoor => ROUTES[door].reply === 'file'
const isEventDoor = (door: Door): door is EventDoor => ROUTES[door].reply === 'events'

export const DOORS: readonly Door[] = Object.keys(ROUTES).filter(isDoor)

/** Method and path of a door. */
const addressOf = (door: Door): { readonly method: Method; readonly path: string } => {
  const [method, path] = door.split(' ')
  if (!isMethod(method) || path === undefined) throw new Error(`${door} has no method that is known.`)
  return { method, path }
}

/** The types of a door are known where it is written; its schemas have checked what goes in before it is called here. */
interface AnyAsked {
  readonly athlete: AthleteId
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly files: readonly Upload[] | undefined
}
interface Behind<Given> {
  answer(asked: AnyAsked): Promise<Result<Given, LogbookFault>>
}

const quoted = (name: string): string => name.replace(/[^\w .()-]/g, '_')

/** RFC 6266: a plain name for old programs, the real one beside it. */
const disposition = (name: string): string =>
  `attachment; filename="${quoted(name)}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`

const sendFile = (reply: FastifyReply, file: Download): FastifyReply => {
  const content = 'bytes' in file ? file.bytes : file.body
  return reply
    .type(file.type)
    .header('content-disposition', disposition(file.name))
    .send(content instanceof Uint8Array ? content : Readable.from(content))
}

/** Lends the files of an upload to the answer, and has them back before anything is sent. */
type Lend = <Given>(answer: (files: readonly Upload[] | undefined) => Promise<Given>) => Promise<Given>

interface Call {
  readonly asked: AnyAsked
  readonly lend: Lend
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

const ask = <Given>(behind: Behind<Given>, { asked, lend }: Call): Promise<Result<Given, LogbookFault>> =>
  lend((files) => behind.answer({ ...asked, files }))

/** How what stands behind a door is called and what it gives is sent. */
const callerOf = (door: Door, { doors, streams }: Surroundings): ((call: Call) => Promise<FastifyReply>) => {
  if (isFileDoor(door)) {
    const behind: Behind<Download> = { answer: doors[door] }
    return async (call) => {
      const given = await ask(behind, call)
      return given.ok ? sendFile(call.reply, given.value) : sendFault(call.reply, given.fault)
    }
  }
  if (isEventDoor(door)) {
    const behind: Behind<Listen> = { answer: doors[door] }
    return async (call) => {
      const given = await ask(behind, call)
      return given.ok ? streams.send(given.value, call.request, call.reply) : sendFault(call.reply, given.fault)
    }
  }
  const behind: Behind<unknown> = { answer: doors[door] }
  return async (call) => {
    const given = await ask(behind, call)
    return given.ok ? call.reply.send(given.value) : sendFault(call.reply, given.fault)
  }
}

const FAILURE = {
  description: 'What went wrong, and what to do (RFC 9457)',
  content: { [PROBLEM_TYPE]: { schema: ProblemJson } },
}

const FILE = {
  description: 'The file',
  content: { 'application/octet-stream': { schema: z.file() } },
}

const EVENTS = {
  description:
    'Server-sent events; the data of each is JSON: {"kind": "import", "id"} or {"kind": "season", "version"}',
  content: { 'text/event-stream': { schema: z.string() } },
}

const answerSchema = (reply: Route['reply']): unknown =>
  reply === 'file'
    ? FILE
    : reply === 'events'
      ? EVENTS
      : { description: 'Done', content: { 'application/json': { schema: reply } } }

/** `GET /api/sessions/:id/moves` is `getSessionsByIdMoves` to programs that are made from the description. */
const operationOf = (door: Door): string => {
  const { method, path } = addressOf(door)
  const words = path
    .replace('/api/', '')
    .split('/')
    .map((part) => (part.startsWith(':') ? `by-${part.slice(1)}` : part))
    .flatMap((part) => part.split('-'))
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

const subjectOf = (path: string): string => path.split('/')[2] ?? 'state'

const routeOf = (door: Door, surroundings: Surroundings): RouteOptions => {
  const route: Route = ROUTES[door]
  const { method, path } = addressOf(door)
  const call = callerOf(door, surroundings)
  const { athleteOf, intake, limits } = surroundings
  const most = door === 'POST /api/restore' ? limits.archive : limits.recordings
  const handler: RouteHandlerMethod = async (request, reply) => {
    const athlete = athleteOf(request)
    const asked = {
      athlete,
      // What no schema has checked does not get through.
      params: route.params ? request.params : undefined,
      query: route.query ? request.query : undefined,
      body: route.body ? request.body : undefined,
      files: undefined,
    }
    const lend: Lend = (answer) => (route.upload ? intake.take(request, athlete, most, answer) : answer(undefined))
    return call({ asked, lend, request, reply })
  }
  return {
    method,
    url: path,
    schema: {
      summary: route.says,
      operationId: operationOf(door),
      tags: [subjectOf(path)],
      ...(route.upload ? { consumes: ['multipart/form-data'] } : {}),
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: route.body } : {}),
      response: { 200: answerSchema(route.reply), '4xx': FAILURE, '5xx': FAILURE },
    },
    handler,
  }
}

/** Opens every door of the table but those that take uploads, or those alone. */
export const openDoors = (app: FastifyInstance, surroundings: Surroundings, uploads: boolean): void => {
  for (const door of DOORS) {
    const route: Route = ROUTES[door]
    if ((route.upload === true) === uploads) app.route(routeOf(door, surroundings))
  }
}
