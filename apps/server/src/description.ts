import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import * as logbook from '@bell-lap/logbook'
import { ProblemJson } from './routes.ts'

/** Schemas that the description names once and points to: every view of the logbook, by its own name. */
const named = (): z.core.$ZodRegistry<{ id?: string }> => {
  const registry = z.registry<{ id?: string }>()
  for (const [name, value] of Object.entries(logbook)) {
    if (value instanceof z.ZodType) registry.add(value, { id: name })
  }
  registry.add(ProblemJson, { id: 'Problem' })
  return registry
}

/** What an upload takes: files alone, whatever the parts are called. */
const FILES = {
  type: 'object',
  required: ['files'],
  properties: { files: { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } } },
}

const ABOUT = `Everything that the app itself asks, for programs of your own.

Every failure is problem+json (RFC 9457) with a code, a reason where there are several, and what to do.
A change names the version that it rests on; an older one is refused with 409 and what stands now.
Requests that change something carry the header Origin with the address of the server itself.
Amounts carry their unit in their name: _m metres, _s seconds, _mps metres a second. Null means unknown.`

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Names of the schemas that a value points to. */
const pointersIn = (value: unknown): readonly string[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, inner]) =>
        key === '$ref' && typeof inner === 'string' ? [inner.split('/').at(-1) ?? ''] : pointersIn(inner),
      )
    : []

/** Only the schemas that something points to, directly or through another. */
const pruned = (schemas: object, paths: unknown): object => {
  const all = new Map(Object.entries(schemas))
  const wanted = new Set<string>()
  const waiting = [...pointersIn(paths)]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (wanted.has(name)) continue
    wanted.add(name)
    waiting.push(...pointersIn(all.get(name)))
  }
  return Object.fromEntries([...all].filter(([name]) => wanted.has(name)).toSorted(([a], [b]) => a.localeCompare(b)))
}

/** Describes the routes that are opened after this, and answers with it at `/api/openapi.json`. */
export const describeApi = async (app: FastifyInstance, version: string): Promise<void> => {
  const schemaRegistry = named()
  const transform = createJsonSchemaTransform({ schemaRegistry })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Bell Lap',
        description: ABOUT,
        version,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
    },
    hideUntagged: true,
    transform: (route) => {
      const made = transform(route)
      return route.schema?.consumes ? { ...made, schema: { ...made.schema, body: FILES } } : made
    },
    transformObject: createJsonSchemaTransformObject({ schemaRegistry }),
  })
  let made: object | undefined
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    const whole = app.swagger()
    made ??= {
      ...whole,
      components: {
        schemas: pruned(
          ('components' in whole && whole.components?.schemas) || {},
          'paths' in whole ? whole.paths : {},
        ),
      },
    }
    return reply.type('application/json').send(made)
  })
}
