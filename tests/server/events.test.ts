import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { ok } from '@bell-lap/core'
import type { AppEvent } from '../../apps/server/src/app-event.ts'
import { openTrial, type Trial } from './trial.ts'

let trial: Trial
const listeners = new Set<(event: AppEvent) => void>()
const tell = (event: AppEvent): void => listeners.forEach((hear) => hear(event))
afterEach(async () => {
  await trial.close()
  listeners.clear()
})

const open = async (heartbeat = 60_000): Promise<number> => {
  trial = await openTrial(
    {
      'GET /api/events': async () =>
        ok((hear) => {
          listeners.add(hear)
          return () => listeners.delete(hear)
        }),
    },
    { heartbeat },
  )
  await trial.app.listen({ host: '127.0.0.1', port: 0 })
  const address = trial.app.server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const stream = (port: number) => {
  const stop = new AbortController()
  const heard = { text: '', ended: false }
  const reply = fetch(`http://127.0.0.1:${port}/api/events`, { signal: stop.signal })
  const reading = reply.then(async ({ body }) => {
    if (!body) return
    const decoder = new TextDecoder()
    for await (const chunk of body) heard.text += decoder.decode(chunk)
    heard.ended = true
  })
  reading.catch(() => undefined)
  return { heard, reply, close: () => stop.abort() }
}

describe('the event stream', () => {
  test('tells what changes, as messages', async () => {
    const { heard, reply, close } = stream(await open())
    expect(Object.fromEntries((await reply).headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    await expect.poll(() => heard.text).toBe('retry: 3000\n\n')
    tell({ kind: 'season', version: 3 })
    tell({ kind: 'import', id: 'x' })
    await expect
      .poll(() => heard.text)
      .toBe('retry: 3000\n\ndata: {"kind":"season","version":3}\n\ndata: {"kind":"import","id":"x"}\n\n')
    close()
  })

  test('shows that it lives', async () => {
    const { heard, close } = stream(await open(10))
    await expect.poll(() => heard.text).toContain(': \n\n: \n\n')
    close()
  })

  test('stops listening when its reader goes', async () => {
    const { heard, close } = stream(await open())
    await expect.poll(() => heard.text).not.toBe('')
    expect(listeners.size).toBe(1)
    close()
    await expect.poll(() => listeners.size).toBe(0)
  })

  test('ends when the server stops, which does not wait for it', async () => {
    const { heard } = stream(await open())
    await expect.poll(() => heard.text).not.toBe('')
    await trial.app.close()
    await expect.poll(() => heard.ended).toBe(true)
    expect(listeners.size).toBe(0)
  })

  test('cuts a reader off that does not read', async () => {
    const port = await open()
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(`GET /api/events HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`)
    socket.pause()
    await expect.poll(() => listeners.size).toBe(1)
    const id = 'x'.repeat(10_000)
    await expect
      .poll(
        () => {
          for (let count = 0; count < 100; count++) tell({ kind: 'import', id })
          return listeners.size
        },
        { timeout: 20_000 },
      )
      .toBe(0)
    socket.destroy()
  })
})
