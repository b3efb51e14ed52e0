import { writeSync } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pino, type DestinationStream, type Logger } from 'pino'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const NAMES: { readonly [level: number]: string } = { 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' }
const BESIDE = new Set(['level', 'time', 'msg', 'request'])

const valueText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** A line of the log for people: `12:04:11 info  GET /api/today status=200 ms=3`. */
export const plainLine = (json: string): string => {
  const entry: unknown = JSON.parse(json)
  if (typeof entry !== 'object' || entry === null) return json
  const fields = Object.entries(entry)
  const of = (name: string): unknown => fields.find(([key]) => key === name)?.[1]
  const time = new Date(Number(of('time'))).toTimeString().slice(0, 8)
  const level = NAMES[Number(of('level'))] ?? ''
  const rest = fields.filter(([key]) => !BESIDE.has(key)).map(([key, value]) => `${key}=${valueText(value)}`)
  return [time, level.padEnd(5), valueText(of('msg') ?? ''), ...rest].join(' ')
}

const toTerminal: DestinationStream = { write: (json) => void writeSync(2, `${plainLine(json)}\n`) }
const toStderr: DestinationStream = { write: (json) => void writeSync(2, json) }

/** Plain lines for a terminal, JSON lines for everything else, both on standard error. */
export const openLog = (
  level: LogLevel,
  destination: DestinationStream = process.stderr.isTTY ? toTerminal : toStderr,
): Logger =>
  pino(
    {
      level,
      base: null,
      // What a request holds is never written, whoever logs it: not its address, not its headers, not its sender.
      serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    },
    destination,
  )

/** The door that answered, as the table has it: no id, no token, no query of the request is in it. */
const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'nothing'

/** One line for each request: method, door, status, milliseconds. Bodies, names, ids and tokens stay out. */
export const logRequests = (app: FastifyInstance): void => {
  app.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const { statusCode: status } = reply
    const line = { status, ms: Math.round(reply.elapsedTime * 10) / 10 }
    const said = `${request.method} ${routeOf(request)}`
    if (status >= 500) request.log.error(line, said)
    else request.log.info(line, said)
  })
}
