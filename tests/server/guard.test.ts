import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DOORS } from '../../apps/server/src/open-doors.ts'
import { HOST, openTrial, OWN, requestFor, type Trial } from './trial.ts'

let trial: Trial
beforeAll(async () => void (trial = await openTrial()))
afterAll(() => trial.close())

const unsafe = DOORS.filter((door) => !door.startsWith('GET '))
const without = (headers: { readonly [name: string]: string }, name: string): { [name: string]: string } =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))

/** Every way that a page elsewhere may try, by what it sends in place of what the own page sends. */
const FOREIGN: readonly (readonly [string, { readonly [name: string]: string | undefined }])[] = [
  ['a foreign origin', { origin: 'https://elsewhere.example' }],
  ['another port of this machine', { origin: 'http://localhost:9999' }],
  ['an origin that only begins like ours', { origin: `http://${HOST}.elsewhere.example` }],
  ['an origin with ours as its user', { origin: `http://${HOST}@elsewhere.example` }],
  ['the origin null', { origin: 'null' }],
  ['no origin', { origin: undefined }],
  ['an empty origin', { origin: '' }],
  ['another scheme', { origin: `file://${HOST}` }],
  ['the mark cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['the mark same-site', { 'sec-fetch-site': 'same-site' }],
  ['the mark of a typed address', { 'sec-fetch-site': 'none' }],
  ['a method override', { 'x-http-method-override': 'GET' }],
  ['another method override', { 'x-method-override': 'DELETE' }],
]

describe.each(unsafe)('%s', (door) => {
  test.each(FOREIGN)('with %s is refused before its door', async (_what, changed) => {
    const request = requestFor(door)
    const before = trial.reached.length
    let headers: { [name: string]: string } = { ...request.headers }
    for (const [name, value] of Object.entries(changed)) {
      headers = value === undefined ? without(headers, name) : { ...headers, [name]: value }
    }
    const reply = await trial.app.inject({ ...request, headers })
    expect(reply.statusCode).toBe(403)
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(trial.reached).toHaveLength(before)
    expect(trial.kept()).toEqual([])
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'text/xml', 'application/octet-stream'])(
    'as %s is not read',
    async (type) => {
      const request = requestFor(door)
      if (request.payload === undefined) return
      const before = trial.reached.length
      const reply = await trial.app.inject({ ...request, headers: { ...request.headers, 'content-type': type } })
      expect(reply.statusCode).toBe(415)
      expect(trial.reached).toHaveLength(before)
    },
  )

  test('is not reached by a simple GET', async () => {
    const { url, headers } = requestFor(door)
    const reply = await trial.app.inject({ url, headers, query: { _method: door.split(' ')[0] ?? '' } })
    expect(trial.reached.at(-1)).not.toBe(door)
    expect(reply.statusCode).not.toBe(500)
  })
})

describe('a host that is not this machine', () => {
  test.each([
    'elsewhere.example',
    'localhost.elsewhere.example',
    '127.0.0.1.nip.io',
    '192.168.0.4:4170',
    '[::2]',
    'localhost:4170:1',
  ])('%s is not served: rebinding of names', async (host) => {
    for (const url of ['/', '/api/state', '/feed/x.ics', '/healthz']) {
      const before = trial.reached.length
      const reply = await trial.app.inject({ url, headers: { host, origin: `http://${host}` } })
      expect([400, 421]).toContain(reply.statusCode)
      expect(trial.reached).toHaveLength(before)
    }
  })
  test.each(['localhost', 'LOCALHOST:4170', '127.0.0.1:80', '[::1]:4170'])('%s is this machine', async (host) => {
    expect((await trial.app.inject({ url: '/healthz', headers: { host } })).statusCode).toBe(200)
  })
  test('a configured one is served', async () => {
    const one = await openTrial({}, { hosts: ['bell-lap.home.arpa'] })
    expect((await one.app.inject({ url: '/healthz', headers: { host: 'bell-lap.home.arpa:4170' } })).statusCode).toBe(
      200,
    )
    await one.close()
  })
})

describe('reading from another site', () => {
  test('is refused to its scripts and pictures', async () => {
    for (const mode of ['cors', 'no-cors']) {
      const headers = { host: HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode }
      expect((await trial.app.inject({ url: '/api/state', headers })).statusCode).toBe(403)
    }
  })
  test('a link to a page works', async () => {
    const headers = { host: HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect((await trial.app.inject({ url: '/healthz', headers })).statusCode).toBe(200)
  })
  test('nothing grants another origin anything', async () => {
    const reply = await trial.app.inject({
      method: 'OPTIONS',
      url: '/api/state',
      headers: { host: HOST, origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    })
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('security headers', () => {
  test.each(['/healthz', '/api/state', '/api/nothing', '/api/openapi.json'])('stand on %s', async (url) => {
    const { headers } = await trial.app.inject({ url, headers: OWN })
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|http:|https:|blob:/)
    expect(headers['x-powered-by']).toBeUndefined()
  })
})
