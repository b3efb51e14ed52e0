import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { DOORS } from '../../apps/server/src/open-doors.ts'
import { ROUTES, type Route } from '../../apps/server/src/routes.ts'
import { HOST, openTrial, type Trial } from './trial.ts'

// The structure of OpenAPI 3.1 as far as the description uses it; anything it does not know is a fault.
const Schema: z.ZodType<object | boolean> = z.union([z.boolean(), z.record(z.string(), z.unknown())])
const Media = z.record(z.string().regex(/^\w+\/[\w.+-]+$/), z.strictObject({ schema: Schema }))
const Parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(['path', 'query']),
  required: z.boolean(),
  schema: Schema,
})
const Response = z.strictObject({ description: z.string().min(1), content: Media.optional() })
const Operation = z.strictObject({
  operationId: z.string().regex(/^[a-z]+[A-Za-z]*$/),
  summary: z.string().min(3),
  tags: z.array(z.string()).length(1),
  parameters: z.array(Parameter).optional(),
  requestBody: z.strictObject({ required: z.boolean().optional(), content: Media }).optional(),
  responses: z.record(z.string().regex(/^([1-5]\d\d|[1-5]XX|default)$/), Response),
})
const PathItem = z.partialRecord(z.enum(['get', 'put', 'post', 'delete']), Operation)
const Document = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.strictObject({
    title: z.string(),
    description: z.string(),
    version: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string() })),
  paths: z.record(z.string().startsWith('/api/'), PathItem),
  components: z.strictObject({ schemas: z.record(z.string().regex(/^[\w.-]+$/), Schema) }),
})
type Document = z.infer<typeof Document>

let trial: Trial
let description: Document
beforeAll(async () => {
  trial = await openTrial()
  const reply = await trial.app.inject({ url: '/api/openapi.json', headers: { host: HOST } })
  description = Document.parse(reply.json())
})
afterAll(() => trial.close())

const operationOf = (door: string): z.infer<typeof Operation> => {
  const [method = '', path = ''] = door.split(' ')
  const item = description.paths[path.replace(/:(\w+)/g, '{$1}')]
  const operation = item?.[z.enum(['get', 'put', 'post', 'delete']).parse(method.toLowerCase())]
  if (!operation) throw new Error(`${door} is not described.`)
  return operation
}

const pointersIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : pointersIn(inner)))
    : []

const fieldsOf = (schema: object | boolean | undefined): readonly string[] => {
  if (typeof schema !== 'object') return []
  if ('$ref' in schema) return fieldsOf(description.components.schemas[String(schema.$ref).split('/').at(-1) ?? ''])
  return 'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : []
}

describe.each(DOORS)('the description of %s', (door) => {
  const route: Route = ROUTES[door]

  test('has the words of the table', () => expect(operationOf(door).summary).toBe(route.says))

  test('names every part of the address and of the query', () => {
    const { parameters = [] } = operationOf(door)
    const names = (place: string): readonly string[] =>
      parameters.filter((each) => each.in === place).map(({ name }) => name)
    expect(names('path')).toEqual(Object.keys(route.params?.shape ?? {}))
    expect(names('query')).toEqual(Object.keys(route.query?.shape ?? {}))
    expect(parameters.filter((each) => each.in === 'path').every(({ required }) => required)).toBe(true)
  })

  test('says what goes in', () => {
    const { requestBody } = operationOf(door)
    const type = route.upload ? 'multipart/form-data' : route.body ? 'application/json' : undefined
    expect(Object.keys(requestBody?.content ?? {})).toEqual(type === undefined ? [] : [type])
    if (route.body instanceof z.ZodObject) {
      expect(fieldsOf(requestBody?.content['application/json']?.schema)).toEqual(Object.keys(route.body.shape))
    }
  })

  test('says what comes out, and how a failure looks', () => {
    const { responses } = operationOf(door)
    expect(Object.keys(responses).toSorted()).toEqual(['200', '4XX', '5XX'])
    const [type] = Object.keys(responses['200']?.content ?? {})
    if (route.reply instanceof z.ZodObject) {
      expect(fieldsOf(responses['200']?.content?.['application/json']?.schema)).toEqual(Object.keys(route.reply.shape))
    } else if (route.reply === 'events') expect(type).toBe('text/event-stream')
    else expect(type).toBe(route.reply === 'file' ? 'application/octet-stream' : 'application/json')
    for (const kind of ['4XX', '5XX']) {
      expect(responses[kind]?.content).toEqual({
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      })
    }
  })
})

describe('the description', () => {
  test('has the doors of the table and no other', () => {
    const described = Object.entries(description.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(described.toSorted()).toEqual([...DOORS].toSorted())
  })

  test('points to nothing that is not there, and has nothing that nobody points to', () => {
    const pointed = new Set(pointersIn(description))
    const there = Object.keys(description.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect([...pointed].toSorted()).toEqual(there.toSorted())
  })

  test('gives every operation a name of its own', () => {
    const names = DOORS.map((door) => operationOf(door).operationId)
    expect(new Set(names).size).toBe(names.length)
  })

  test('shows sets within sets as what they are', () => {
    expect(pointersIn(description.components.schemas.PartView)).toContain('#/components/schemas/SetView')
    expect(pointersIn(description.components.schemas.SetView)).toContain('#/components/schemas/PartView')
  })
})
