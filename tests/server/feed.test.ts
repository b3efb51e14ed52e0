import { afterEach, describe, expect, test } from 'vitest'
import { fail, ok } from '@bell-lap/core'
import { HOST, openTrial, type Trial } from './trial.ts'

const TOKEN = 'aFeedTokenThatIsUnguessable_0123456789-abcdef'
const TEXT = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'

let trial: Trial
afterEach(() => trial.close())
let token: string | null = TOKEN
const open = async (): Promise<void> => {
  token = TOKEN
  trial = await openTrial(
    {},
    { feed: async (asked) => (asked === token ? ok(TEXT) : fail({ code: 'not-found', message: `no ${asked}` })) },
  )
}
const get = (asked: string) => trial.app.inject({ url: `/feed/${asked}.ics`, headers: { host: HOST } })

describe('the calendar feed', () => {
  test('is a calendar that nobody keeps, indexes or is told the address of', async () => {
    await open()
    const reply = await get(TOKEN)
    expect(reply.body).toBe(TEXT)
    expect(reply.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    })
  })

  test('is not there for another token, and no longer for a revoked one', async () => {
    await open()
    expect((await get(`${TOKEN}x`)).statusCode).toBe(404)
    token = null
    const reply = await get(TOKEN)
    expect(reply.statusCode).toBe(404)
    expect(reply.body).not.toContain(TOKEN)
    expect(reply.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
  })

  test('may be asked for sixty times an hour', async () => {
    await open()
    const codes: number[] = []
    for (let count = 0; count < 62; count++) codes.push((await get(TOKEN)).statusCode)
    expect(codes.filter((code) => code === 200)).toHaveLength(60)
    const last = await get(TOKEN)
    expect(last.statusCode).toBe(429)
    expect(last.headers['content-type']).toContain('application/problem+json')
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(3_000)
  })

  test('never has its token in the log', async () => {
    await open()
    await get(TOKEN)
    token = null
    await get(TOKEN)
    await trial.app.inject({ url: `/feed/${TOKEN}`, headers: { host: HOST } })
    await trial.app.inject({ url: `/feed/${TOKEN}.ics`, headers: { host: 'elsewhere.example' } })
    expect(trial.log.length).toBeGreaterThan(3)
    expect(trial.log.join('')).not.toContain(TOKEN.slice(0, 12))
  })
})
