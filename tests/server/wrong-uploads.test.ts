import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ImportView } from '@bell-lap/logbook'
import { ProblemJson } from '../../apps/server/src/routes.ts'
import { zipOf } from '../../packages/formats/src/archive/zip.arbitrary.ts'
import { FIT_BOMBS } from '../../packages/formats/src/fit/bombs.arbitrary.ts'
import { ARCHIVE_BOMBS, bytes, PACKED_BOMBS, TEXT_BOMBS } from '../recordings/bombs.ts'
import { folderFor, startServe, type Serving } from './serving.ts'
import { BORDER, multipart } from './trial.ts'

type Wrong = readonly [what: string, name: string, make: () => Uint8Array]

const text = (content: string) => (): Uint8Array => bytes(content)
const zipped = (name: string, content: Uint8Array): Uint8Array =>
  zipOf([{ name, contents: content, data: new Uint8Array(deflateRawSync(content)) }])

/** What is no recording, whatever it says that it is. */
const IMPOSTORS: readonly Wrong[] = [
  ['nothing', 'empty.fit', text('')],
  ['one byte', 'one.fit', text('x')],
  [
    'a picture',
    'run.fit',
    () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array(500).fill(7)]),
  ],
  ['a document', 'plan.gpx', text('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n')],
  ['a program', 'run.tcx', () => new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...Array(2_000).fill(0)])],
  ['a page', 'run.gpx', text('<!doctype html><html><body><h1>404</h1></body></html>')],
  ['prose', 'run.csv', text('Dear diary, today I ran around the lake and it was lovely.')],
  ['JSON of something else', 'run.json', text('{"name": "bell-lap", "version": "0.1.0"}')],
  ['JSON that is cut off', 'cut.json', text('{"samples": [{"time": 1, "hr"')],
  [
    'a head of FIT and noise',
    'noise.fit',
    () => new Uint8Array([14, 32, 0, 8, 255, 255, 255, 0, 0x2e, 0x46, 0x49, 0x54, 0, 0, ...Array(900).fill(3)]),
  ],
  ['noise', 'noise.zip', () => Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 251)],
  ['an archive that is cut off', 'cut.zip', () => zipped('a.gpx', bytes('<gpx/>')).slice(0, 40)],
  ['an empty archive', 'empty.zip', () => zipOf([])],
  ['packed nothing', 'empty.gz', () => new Uint8Array(gzipSync(''))],
  ['packed noise', 'noise.gz', () => new Uint8Array(gzipSync('this is no recording either'))],
  [
    'an entity from elsewhere',
    'xxe.gpx',
    text('<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]><gpx>&x;</gpx>'),
  ],
  ['a path up', 'up.zip', () => zipped('../../../../tmp/bell-lap-was-here.gpx', bytes('<gpx/>'))],
  ['an absolute path', 'absolute.zip', () => zipped('/etc/cron.d/bell-lap', bytes('* * * * * root id'))],
  ['a path of Windows', 'windows.zip', () => zipped('C:\\Windows\\bell-lap.gpx', bytes('<gpx/>'))],
]

const bombs = (list: readonly (readonly [string, () => Uint8Array, ...unknown[]])[], end: string): readonly Wrong[] =>
  list.map(([what, make], index) => [what, `bomb-${index}${end}`, make])

const WRONG: readonly Wrong[] = [
  ...IMPOSTORS,
  ...bombs(TEXT_BOMBS, '.gpx'),
  ...bombs(PACKED_BOMBS, '.gz'),
  ...bombs(ARCHIVE_BOMBS, '.zip'),
  ...bombs(FIT_BOMBS, '.fit'),
]

/** Loaded before the server: writes how long its event loop was kept waiting, in milliseconds, when it ends. */
const LAG = `
import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'
if (isMainThread) {
  const lag = monitorEventLoopDelay({ resolution: 5 })
  // What starting takes is no lag of serving.
  setTimeout(() => lag.enable(), 1000).unref()
  const inMs = (nanoseconds) => Math.round(nanoseconds / 1e5) / 10
  process.on('exit', () =>
    writeFileSync(process.env.BELL_LAP_LAG_FILE, JSON.stringify({ p99: inMs(lag.percentile(99)), most: inMs(lag.max) })))
}`

const cleaning: (() => void)[] = []
const data = folderFor((clean) => cleaning.push(clean))
const lagFile = join(
  folderFor((clean) => cleaning.push(clean)),
  'lag.json',
)

let server: Serving
beforeAll(async () => {
  server = await startServe({
    args: ['--port', '0', '--data', data],
    env: {
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(LAG)}`,
      BELL_LAP_LAG_FILE: lagFile,
      LOG_LEVEL: 'warn',
    },
  })
})
afterAll(() => {
  server.child.kill('SIGKILL')
  for (const clean of cleaning) clean()
})

const Answer = z.union([ImportView, ProblemJson])

const send = async (name: string, content: Uint8Array): Promise<z.infer<typeof Answer>> => {
  const reply = await fetch(`${server.address}api/imports`, {
    method: 'POST',
    headers: { origin: new URL(server.address).origin, 'content-type': `multipart/form-data; boundary=${BORDER}` },
    body: multipart([{ name, bytes: content }]),
  })
  return Answer.parse(await reply.json())
}

const ended = async (id: string): Promise<ImportView> => {
  for (;;) {
    const view = ImportView.parse(await (await fetch(`${server.address}api/imports/${id}`)).json())
    if (view.state !== 'running') return view
    await wait(20)
  }
}

/** Everything below a folder but what the store itself is made of. */
const keptFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

test('there are at least thirty', () => expect(WRONG.length).toBeGreaterThanOrEqual(30))

describe('a wrong upload', () => {
  test.each(WRONG)('%s (%s) is refused by name, and nothing of it is kept', async (_what, name, make) => {
    const begun = await send(name, make())
    if ('status' in begun) {
      expect(begun.detail).toContain(name)
      expect([400, 413]).toContain(begun.status)
    } else {
      const { files, counts } = await ended(begun.id)
      expect(counts.added).toBe(0)
      expect(files.length).toBeGreaterThan(0)
      for (const file of files) {
        expect(file).toMatchObject({
          state: 'refused',
          code: expect.stringMatching(/./),
          message: expect.stringMatching(/./),
        })
      }
    }
    expect((await fetch(`${server.address}healthz`)).status).toBe(200)
    expect(keptFiles(join(data, 'files'))).toEqual([])
    expect(keptFiles(join(data, 'uploads'))).toEqual([])
  })

  test('of a gigabyte is refused while it comes', async () => {
    const { hostname, port, origin, host } = new URL(server.address)
    const problem = await new Promise<unknown>((resolve, reject) => {
      const sending = request(
        {
          hostname,
          port,
          path: '/api/imports',
          method: 'POST',
          headers: { host, origin, 'content-type': `multipart/form-data; boundary=${BORDER}` },
        },
        (reply) => {
          let heard = ''
          reply.on('data', (chunk: Buffer) => (heard += chunk.toString()))
          reply.on('end', () => resolve(JSON.parse(heard)))
        },
      )
      sending.on('error', reject)
      sending.write(multipart([{ name: 'endless.fit', bytes: new Uint8Array() }], false).subarray(0, -2))
      let sent = 0
      const more = (): void => {
        while (sent < 2 ** 30 && !sending.destroyed) {
          sent += 2 ** 16
          if (!sending.write(Buffer.alloc(2 ** 16))) return void sending.once('drain', more)
        }
        sending.end()
      }
      more()
    }).catch(() => undefined)
    // Whoever sends on and on after the answer is cut off: the answer came all the same, or the line was closed.
    if (problem !== undefined)
      expect(problem).toMatchObject({ status: 413, detail: expect.stringContaining('endless.fit') })
    expect((await fetch(`${server.address}healthz`)).status).toBe(200)
    expect(keptFiles(join(data, 'uploads'))).toEqual([])
  })

  test('adds nothing, and kept nobody waiting', async () => {
    expect(await (await fetch(`${server.address}api/state`)).json()).toMatchObject({ activities: 0 })
    expect((await server.stop()).code).toBe(0)
    const lag: unknown = JSON.parse(readFileSync(lagFile, 'utf8'))
    console.log('event loop of the server, ms:', lag)
    expect(z.object({ p99: z.number() }).parse(lag).p99).toBeLessThan(100)
    expect(server.err()).not.toMatch(/"level":50/)
  })
})
