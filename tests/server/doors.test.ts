import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fail, ok } from '@bell-lap/core'
import { LOGBOOK_FAULTS } from '@bell-lap/logbook'
import { DOORS } from '../../apps/server/src/open-doors.ts'
import { ProblemJson } from '../../apps/server/src/routes.ts'
import { ATHLETE, HOST, openTrial, OWN, requestFor, type Trial } from './trial.ts'

let trial: Trial
beforeAll(async () => void (trial = await openTrial()))
afterAll(() => trial.close())

const STATE = { program: '0.1.0', season: null, demo: false, athlete: null, activities: 0 }

describe('every door of the table', () => {
  test.each(DOORS)('%s reaches what stands behind it', async (door) => {
    const reply = await trial.app.inject(requestFor(door))
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(ProblemJson.parse(reply.json())).toMatchObject({
      status: 422,
      code: 'refused',
      reason: 'reached',
      detail: door,
    })
  })

  test.each(DOORS)('%s is there under no other method', async (door) => {
    const { method, url } = requestFor(door)
    const others = (['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const).filter(
      (other) => other !== method && !DOORS.includes(door.replace(/^\w+/, other) as typeof door),
    )
    for (const other of others) {
      const reply = await trial.app.inject({ method: other, url, headers: OWN })
      expect(reply.statusCode, `${other} ${url}`).toBe(404)
    }
  })
})

describe('a fault of the logbook', () => {
  const STATUS = { 'not-found': 404, stale: 409, refused: 422, invalid: 400, 'too-large': 413, busy: 409 }
  test.each(LOGBOOK_FAULTS)('%s leaves as problem+json with what to do', async (code) => {
    const current = { version: 7, value: { to: 'anything' } }
    const one = await openTrial({
      'GET /api/state': async () => fail({ code, reason: 'why', message: 'what', change: 'do', current }),
    })
    const reply = await one.app.inject({ url: '/api/state', headers: OWN })
    expect(reply.statusCode).toBe(STATUS[code])
    expect(reply.headers['retry-after']).toBe(code === 'busy' ? '5' : undefined)
    expect(ProblemJson.parse(reply.json())).toEqual({
      type: `urn:bell-lap:problem:${code}`,
      title: expect.any(String),
      status: STATUS[code],
      code,
      reason: 'why',
      detail: 'what',
      change: 'do',
      current,
    })
    await one.close()
  })
})

describe('what goes in', () => {
  const send = (payload: string, type = 'application/json') =>
    trial.app.inject({ method: 'PUT', url: '/api/plans/x', headers: { ...OWN, 'content-type': type }, payload })

  test('is checked by the schema of its door, and the field is named', async () => {
    const before = trial.reached.length
    const reply = await send('{"name": "x", "text": 4, "version": -1}')
    expect(reply.statusCode).toBe(400)
    expect(reply.json()).toMatchObject({ code: 'invalid', reason: 'fields' })
    expect(ProblemJson.parse(reply.json()).detail).toMatch(/version: .*; text: /)
    expect(trial.reached).toHaveLength(before)
  })

  test.each([
    ['no JSON', '{"name":', 400],
    ['nothing', '', 400],
    ['a prototype', '{"name": "x", "text": "y", "version": 1, "__proto__": {"admin": true}}', 400],
    ['2 MB', JSON.stringify({ name: 'x', text: 'y'.repeat(2_000_000), version: 1 }), 413],
  ])('%s is refused', async (_what, payload, status) => {
    const before = trial.reached.length
    const reply = await send(payload)
    expect(reply.statusCode).toBe(status)
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(trial.reached).toHaveLength(before)
  })

  test('fields that no schema names do not get through', async () => {
    let seen: unknown
    const one = await openTrial({
      'POST /api/plans': async (asked) => {
        seen = asked
        return fail({ code: 'refused', message: '' })
      },
    })
    await one.app.inject({
      method: 'POST',
      url: '/api/plans',
      headers: { ...OWN, 'content-type': 'application/json' },
      payload: JSON.stringify({ name: 'x', text: 'y', role: 'admin', athlete: 'another', athleteId: 'another' }),
    })
    expect(seen).toEqual({
      athlete: ATHLETE,
      params: undefined,
      query: undefined,
      body: { name: 'x', text: 'y' },
      files: undefined,
    })
    await one.close()
  })

  test('figures of an address are numbers', async () => {
    let seen: unknown
    const one = await openTrial({
      'GET /api/activities': async ({ query }) => {
        seen = query
        return ok({ activities: [], next: null })
      },
    })
    const reply = await one.app.inject({ url: '/api/activities?limit=20&before=x', headers: OWN })
    expect(reply.json()).toEqual({ activities: [], next: null })
    expect(seen).toEqual({ limit: 20, before: 'x' })
    expect((await one.app.inject({ url: '/api/activities?limit=201', headers: OWN })).statusCode).toBe(400)
    await one.close()
  })
})

describe('what comes out', () => {
  test('holds the fields of its schema and no other', async () => {
    const one = await openTrial({ 'GET /api/state': async () => ok({ ...STATE, secret: 'of another' }) })
    expect((await one.app.inject({ url: '/api/state', headers: OWN })).json()).toEqual(STATE)
    await one.close()
  })

  test('is a bug where it breaks its schema: nothing of it leaves, and the log names the field, not the value', async () => {
    const wrong = { ...STATE, activities: 'CANARY' as unknown as number }
    const one = await openTrial({ 'GET /api/state': async () => ok(wrong) })
    const reply = await one.app.inject({ url: '/api/state', headers: OWN })
    expect(reply.statusCode).toBe(500)
    expect(reply.json()).toMatchObject({ code: 'bug', status: 500 })
    expect(reply.body + one.log.join('')).not.toContain('CANARY')
    expect(one.log.join('')).toContain('activities: invalid_type')
    await one.close()
  })

  test('is told as a bug where something was thrown, without what is inside', async () => {
    const one = await openTrial({
      'GET /api/state': async () => {
        throw new Error('CANARY: /home/ada/secret.db')
      },
    })
    const reply = await one.app.inject({ url: '/api/state', headers: OWN })
    expect(reply.statusCode).toBe(500)
    expect(reply.body + one.log.join('')).not.toContain('CANARY')
    expect(one.log.join('')).toMatch(/"at":\["\s+at /)
    await one.close()
  })

  test('is a download with its name, the old way and the new', async () => {
    const bytes = Buffer.from('x')
    const one = await openTrial({
      'GET /api/activities/:id/file': async () =>
        ok({ name: 'Läufe "5K".fit', type: 'application/vnd.ant.fit', body: bytes }),
    })
    const reply = await one.app.inject({ url: '/api/activities/x/file', headers: OWN })
    expect(reply.rawPayload).toEqual(bytes)
    expect(reply.headers).toMatchObject({
      'content-type': 'application/vnd.ant.fit',
      'content-disposition': `attachment; filename="L_ufe _5K_.fit"; filename*=UTF-8''L%C3%A4ufe%20%225K%22.fit`,
    })
    await one.close()
  })
})

describe('addresses that are not there', () => {
  test.each(['/api', '/api/', '/api/nothing', '/api/today/', '/api/../package.json', '/apix', '/%00'])(
    '%s',
    async (url) => {
      const reply = await trial.app.inject({ url, headers: { host: HOST } })
      expect([400, 404]).toContain(reply.statusCode)
      expect(reply.headers['content-type']).toContain('application/problem+json')
      expect(ProblemJson.parse(reply.json()).detail).not.toContain('package.json')
    },
  )
})
