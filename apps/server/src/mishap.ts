import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, ResponseSerializationError } from 'fastify-type-provider-zod'
import { Refused, sendRefusal, type Refusal } from './problem.ts'

/** What Fastify itself refuses, in words for the one who sent it. */
const BY_STATUS: { readonly [status: number]: Pick<Refusal, 'title' | 'code' | 'detail'> } = {
  400: { title: 'It cannot be understood', code: 'invalid', detail: 'The request is not what this address takes.' },
  413: { title: 'It is too large', code: 'too-large', detail: 'The request is larger than 1 MB.' },
  415: {
    title: 'It is of the wrong kind',
    code: 'unsupported-type',
    detail: 'This address takes application/json; only uploads are multipart/form-data.',
  },
  429: { title: 'Too often', code: 'too-many', detail: 'This was asked for too often; wait before asking again.' },
}

const placeOf = (path: string): string => path.replace(/^\//, '').replaceAll('/', '.')

const refusalOf = (error: FastifyError): Refusal | undefined => {
  if (error instanceof Refused) return error.refusal
  if (hasZodFastifySchemaValidationErrors(error)) {
    const told = error.validation.map(({ instancePath, message }) => `${placeOf(instancePath) || 'body'}: ${message}`)
    return {
      status: 400,
      title: 'It cannot be understood',
      code: 'invalid',
      reason: 'fields',
      detail: told.slice(0, 10).join('; '),
    }
  }
  const status = error.statusCode ?? 500
  const known = BY_STATUS[status]
  if (status >= 500) return undefined
  return { status, ...(known ?? { title: 'It was refused', code: 'refused', detail: 'The request was refused.' }) }
}

/** The stack without the message: messages may hold what an athlete wrote. */
const framesOf = (error: Error): readonly string[] =>
  (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))

/** What a log may know of a bug: its kind, its place, and which fields of an answer were wrong; never a value. */
export const traceOf = (error: unknown): object =>
  error instanceof Error ? traceOfError(error) : { error: typeof error }

const traceOfError = (error: Error): object => ({
  error: error.name,
  ...('code' in error ? { code: String(error.code) } : {}),
  ...(error instanceof ResponseSerializationError
    ? { fields: error.cause.issues.slice(0, 10).map((issue) => `${issue.path.join('.')}: ${issue.code}`) }
    : { at: framesOf(error).slice(0, 12) }),
})

const NOTHING_THERE: Refusal = {
  status: 404,
  title: 'There is no such thing',
  code: 'not-found',
  detail: 'Nothing is at this address. What there is stands in /api/openapi.json.',
}

const BUG: Refusal = {
  status: 500,
  title: 'Something is broken',
  code: 'bug',
  detail: 'Bell Lap failed at this; nothing was changed by halves. The log says where.',
}

/** Every failure leaves as problem+json; what is inside stays inside. */
export const answerMishaps = (app: FastifyInstance): void => {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = refusalOf(error)
    if (refusal) return sendRefusal(reply, refusal)
    request.log.error(traceOf(error), 'bug')
    return sendRefusal(reply, BUG)
  })
  app.setNotFoundHandler((_request, reply) => sendRefusal(reply, NOTHING_THERE))
}
