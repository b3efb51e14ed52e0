import { connect } from 'node:net'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { ok } from '@bell-lap/core'
import type { Doors } from '../../apps/server/src/doors.ts'
import { openIntake, UPLOAD_LIMITS } from '../../apps/server/src/uploads.ts'
import { BORDER, HOST, multipart, openTrial, OWN, type SentFile, type Trial } from './trial.ts'

const KILOBYTE = 1024
/** Limits that tests need not wait for; the shipped ones are looked at below. */
const SMALL = { file: 8 * KILOBYTE, archive: 32 * KILOBYTE, request: 64 * KILOBYTE, files: 20, name: 255, atOnce: 2 }
const ZIP = Buffer.from('PK\x03\x04')

const IMPORT = {
  id: 'i',
  state: 'running' as const,
  started: '2027-02-16T06:00:00.000Z',
  total: 0,
  finished: 0,
  counts: { added: 0, known: 0, duplicate: 0, refused: 0 },
  files: [],
}

interface Taken {
  readonly name: string
  readonly size: number
  readonly content: Buffer
}

let trial: Trial
let taken: Taken[] = []
afterEach(() => trial.close())

const taking: Partial<Doors> = {
  'POST /api/imports': async ({ files }) => {
    taken = files.map(({ name, path, size }) => ({ name, size, content: readFileSync(path) }))
    return ok(IMPORT)
  },
}
const open = async (doors = taking): Promise<void> => {
  taken = []
  trial = await openTrial(doors, { uploadLimits: SMALL })
}

const HEADERS = { ...OWN, 'content-type': `multipart/form-data; boundary=${BORDER}` }
const send = (payload: Buffer | Readable, headers: { readonly [name: string]: string } = HEADERS) =>
  trial.app.inject({ method: 'POST', url: '/api/imports', headers, payload })
const sendFiles = (...files: readonly SentFile[]) => send(multipart(files))

describe('an upload', () => {
  test('is handed over whole, and nothing of it stays behind', async () => {
    await open()
    const bytes = Buffer.from(Array.from({ length: 5_000 }, (_, index) => index % 256))
    const reply = await sendFiles({ name: 'läufe.fit', bytes }, { name: 'b.gpx', bytes: Buffer.from('<gpx/>') })
    expect(reply.json()).toEqual(IMPORT)
    expect(taken).toEqual([
      { name: 'läufe.fit', size: 5_000, content: bytes },
      { name: 'b.gpx', size: 6, content: Buffer.from('<gpx/>') },
    ])
    expect(trial.kept()).toEqual([])
  })

  test('may hold an empty file: the reader of recordings says what is wrong with it', async () => {
    await open()
    await sendFiles({ name: 'a.fit', bytes: Buffer.alloc(0) })
    expect(taken).toMatchObject([{ name: 'a.fit', size: 0 }])
  })

  test('leaves nothing behind where its door breaks', async () => {
    await open({
      'POST /api/imports': async () => {
        throw new Error('broken')
      },
    })
    expect((await sendFiles({ name: 'a.fit', bytes: Buffer.from('x') })).statusCode).toBe(500)
    expect(trial.kept()).toEqual([])
  })

  test.each([
    ['../../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['/absolute/path.fit', 'path.fit'],
    ['C:\\Users\\ada\\run.fit', 'run.fit'],
  ])('called %s is called %s, and lies where the server wants it', async (sent, name) => {
    await open()
    const reply = await sendFiles({ name: sent, bytes: Buffer.from('x') })
    expect(reply.statusCode).toBe(200)
    expect(taken).toMatchObject([{ name }])
  })

  test('may be an archive up to the size of archives', async () => {
    await open()
    const bytes = Buffer.concat([ZIP, Buffer.alloc(SMALL.archive - ZIP.length)])
    await sendFiles({ name: 'all.fit', bytes })
    expect(taken).toMatchObject([{ size: SMALL.archive }])
  })
})

describe('refused by name, with nothing handed over and nothing kept:', () => {
  const file = (name: string, bytes: number): SentFile => ({ name, bytes: Buffer.alloc(bytes) })
  const zip = (name: string, bytes: number): SentFile => ({
    name,
    bytes: Buffer.concat([ZIP, Buffer.alloc(bytes - 4)]),
  })
  test.each<readonly [string, Buffer, number, string]>([
    [
      'a recording that is too large',
      multipart([file('a.fit', 10), file('long.fit', SMALL.file + 1)]),
      413,
      'long.fit',
    ],
    ['an archive that is too large', multipart([zip('all.zip', SMALL.archive + 1)]), 413, 'all.zip'],
    ['a recording that is called an archive', multipart([file('no.zip', SMALL.file + 1)]), 413, 'no.zip'],
    [
      'files that are too large together',
      multipart([zip('a.zip', 30_000), zip('b.zip', 30_000), zip('c.zip', 10_000)]),
      413,
      'c.zip',
    ],
    ['too many files', multipart(Array.from({ length: 21 }, (_, index) => file(`${index}.fit`, 1))), 413, 'more than'],
    ['a name that is too long', multipart([file(`${'n'.repeat(300)}.fit`, 1)]), 400, 'nnn...'],
    ['a name with a control character', multipart([file('a\x01b.fit', 1)]), 400, 'name'],
    [
      'a file without a name',
      multipart([{ ...file('', 1), disposition: 'form-data; name="files"; filename=""' }]),
      400,
      'name',
    ],
    ['a field', multipart([{ ...file('', 1), disposition: 'form-data; name="athlete"' }]), 400, 'field'],
    [
      'a prototype',
      multipart([{ ...file('', 1), disposition: 'form-data; name="__proto__"; filename="a.fit"' }]),
      400,
      'part',
    ],
    ['no files', multipart([]), 400, 'no file'],
    ['nothing at all', Buffer.alloc(0), 400, 'file'],
    ['a cut-off upload', multipart([file('a.fit', 100)], false).subarray(0, -20), 400, 'cut off'],
    ['what is no multipart', Buffer.from('this is no multipart'), 400, 'multipart'],
  ])('%s', async (_what, payload, status, said) => {
    await open()
    const reply = await send(payload)
    expect(reply.json()).toMatchObject({ status, detail: expect.stringContaining(said) })
    expect(reply.statusCode).toBe(status)
    expect(taken).toEqual([])
    expect(trial.reached).toEqual([])
    expect(trial.kept()).toEqual([])
  })

  test.each([
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/mixed; boundary=x',
    'application/zip',
  ])('what comes as %s', async (type) => {
    await open()
    const reply = await send(multipart([file('a.fit', 1)]), { ...OWN, 'content-type': type })
    expect([400, 415]).toContain(reply.statusCode)
    expect(trial.reached).toEqual([])
    expect(trial.kept()).toEqual([])
  })
})

describe('over a real socket', () => {
  const listening = async (): Promise<number> => {
    await trial.app.listen({ host: '127.0.0.1', port: 0 })
    const address = trial.app.server.address()
    return typeof address === 'object' && address ? address.port : 0
  }
  const head = (port: number, length: number): string =>
    `POST /api/imports HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\nContent-Type: multipart/form-data; boundary=${BORDER}\r\nContent-Length: ${length}\r\n\r\n`

  test('a sender that goes away leaves nothing behind', async () => {
    await open()
    const port = await listening()
    const socket = connect(port, '127.0.0.1')
    socket.write(head(port, 30_000))
    socket.write(multipart([{ name: 'a.fit', bytes: Buffer.alloc(4_000) }], false))
    await expect.poll(() => trial.kept().length).toBe(1)
    socket.destroy()
    await expect.poll(() => trial.kept()).toEqual([])
    expect(trial.reached).toEqual([])
  })

  test('a gigabyte that is announced is refused before it comes', async () => {
    await open()
    const port = await listening()
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()))
    socket.write(head(port, 2 ** 30))
    await expect.poll(() => heard).toContain('413')
    expect(heard).toContain('application/problem+json')
    socket.destroy()
  })

  test('a sender that never ends is told, and cut off when it goes on', async () => {
    await open()
    const port = await listening()
    const socket = connect(port, '127.0.0.1')
    let [heard, gone] = ['', false]
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => (gone = true))
    socket.write(head(port, 2 ** 30).replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked'))
    const begin = multipart([{ name: 'endless.fit', bytes: Buffer.alloc(0) }], false).subarray(0, -2)
    const chunk = (bytes: Buffer): Buffer =>
      Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
    socket.write(chunk(begin))
    for (let sent = 0; sent < 2 ** 24 && !gone; sent += 16_384) {
      socket.write(chunk(Buffer.alloc(16_384)))
      // It has room to hear the answer before it goes on all the same.
      if (sent === 32_768) await expect.poll(() => heard).toContain('endless.fit is larger than')
      await wait(0)
    }
    await expect.poll(() => gone).toBe(true)
    expect(trial.kept()).toEqual([])
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
  })

  test('a third upload at a time waits', async () => {
    await open()
    const port = await listening()
    const sockets = [1, 2].map(() => {
      const socket = connect(port, '127.0.0.1')
      socket.write(head(port, 30_000))
      socket.write(multipart([{ name: 'a.fit', bytes: Buffer.alloc(4_000) }], false))
      return socket
    })
    await expect.poll(() => trial.kept().length).toBe(2)
    const third = await sendFiles({ name: 'c.fit', bytes: Buffer.from('x') })
    expect(third.statusCode).toBe(429)
    expect(third.headers['retry-after']).toBe('1')
    for (const socket of sockets) socket.destroy()
    await expect.poll(() => trial.kept()).toEqual([])
    expect((await sendFiles({ name: 'c.fit', bytes: Buffer.from('x') })).statusCode).toBe(200)
  })
})

test('what a kill left of an upload is gone with the next start', async () => {
  await open()
  const folder = mkdtempSync(join(tmpdir(), 'bell-lap-left-'))
  mkdirSync(join(folder, 'upload-abc'))
  writeFileSync(join(folder, 'upload-abc', '0'), 'half a run')
  await openIntake(folder)
  expect(readdirSync(folder)).toEqual([])
  rmSync(folder, { recursive: true })
})

test('six hundred uploads an hour are taken, and then no more', async () => {
  await open()
  const codes = new Set<number>()
  for (let count = 0; count < 600; count++)
    codes.add((await sendFiles({ name: 'a', bytes: Buffer.from('x') })).statusCode)
  expect([...codes]).toEqual([200])
  const reply = await sendFiles({ name: 'a', bytes: Buffer.from('x') })
  expect(reply.json()).toMatchObject({ status: 429, code: 'too-many' })
  expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
})

test('the shipped limits are those of the manual', async () => {
  await open()
  expect(UPLOAD_LIMITS).toEqual({
    file: 25 * 2 ** 20,
    archive: 250 * 2 ** 20,
    request: 500 * 2 ** 20,
    files: 5_000,
    name: 255,
    atOnce: 2,
  })
  expect(HOST).toContain('localhost')
})
