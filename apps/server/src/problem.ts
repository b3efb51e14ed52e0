import type { FastifyReply } from 'fastify'
import type { LogbookFault } from '@bell-lap/logbook'
import type { ProblemJson } from './routes.ts'

export const PROBLEM_TYPE = 'application/problem+json'

type FaultCode = LogbookFault['code']

const STATUS: { readonly [Code in FaultCode]: number } = {
  'not-found': 404,
  stale: 409,
  refused: 422,
  invalid: 400,
  'too-large': 413,
  busy: 409,
}

const TITLES: { readonly [Code in FaultCode]: string } = {
  'not-found': 'There is no such thing',
  stale: 'It was changed meanwhile',
  refused: 'It would break what must hold',
  invalid: 'It cannot be understood',
  'too-large': 'It is too large',
  busy: 'Another such job runs',
}

/** Seconds after which asking again makes sense. */
const AGAIN = 5

/** What went wrong in the server itself, before or beside the logbook. */
export interface Refusal {
  readonly status: number
  readonly title: string
  readonly code: string
  readonly detail: string
  readonly reason?: string
  readonly change?: string
  /** Seconds after which asking again makes sense. */
  readonly retryAfter?: number
}

/** An answer of RFC 9457 that a hook or a reader of a body throws: the error handler tells it as it is. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

const typeOf = (code: string): string => `urn:bell-lap:problem:${code}`

export const sendRefusal = (reply: FastifyReply, { retryAfter, ...refusal }: Refusal): FastifyReply => {
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter))
  const problem: ProblemJson = { type: typeOf(refusal.code), ...refusal }
  return reply.code(refusal.status).type(PROBLEM_TYPE).send(problem)
}

/** A fault of the logbook as problem+json: code, reason, what to do, and of a stale edit what stands now. */
export const sendFault = (reply: FastifyReply, fault: LogbookFault): FastifyReply => {
  if (fault.code === 'busy') void reply.header('retry-after', String(AGAIN))
  const problem: ProblemJson = {
    type: typeOf(fault.code),
    title: TITLES[fault.code],
    status: STATUS[fault.code],
    detail: fault.message,
    code: fault.code,
    ...(fault.reason === undefined ? {} : { reason: fault.reason }),
    ...(fault.change === undefined ? {} : { change: fault.change }),
    ...(fault.current === undefined ? {} : { current: fault.current }),
  }
  return reply.code(problem.status).type(PROBLEM_TYPE).send(problem)
}
