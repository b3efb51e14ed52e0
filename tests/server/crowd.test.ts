import { afterEach, describe, expect, test } from 'vitest'
import { fail } from '@bell-lap/core'
import { openTrial, OWN, type Trial } from './trial.ts'

let trial: Trial
afterEach(() => trial.close())

const waitUntil = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1))
}

describe('a crowd', () => {
  test('is turned away with a time to come again, and let in when those inside have left', async () => {
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    trial = await openTrial(
      {
        'GET /api/state': async () => {
          await held
          return fail({ code: 'refused', reason: 'reached', message: 'state' })
        },
      },
      { mostAtOnce: 2 },
    )
    const ask = (url: string) => trial.app.inject({ method: 'GET', url, headers: OWN })
    const inside = [ask('/api/state'), ask('/api/state')]
    await waitUntil(() => trial.reached.length === 2)

    const refused = await ask('/api/state')
    expect(refused.statusCode).toBe(503)
    expect(refused.headers['retry-after']).toBe('2')
    expect(refused.json()).toMatchObject({ code: 'crowded', status: 503 })
    expect((await ask('/healthz')).statusCode).toBe(200)

    letGo()
    for (const answer of await Promise.all(inside)) expect(answer.statusCode).toBe(422)
    expect((await ask('/api/state')).statusCode).toBe(422)
  })
})
