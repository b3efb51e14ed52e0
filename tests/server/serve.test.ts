import { existsSync, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ImportView } from '@bell-lap/logbook'
import { folderFor, runServe, startServe, type Serving, type Started } from './serving.ts'

const RUNS = 12

/** Half an hour of running on one day of a month, at a speed of its own. */
const recording = (run: number): string => {
  const points = Array.from({ length: 1_800 }, (_, second) => {
    const time = new Date(Date.UTC(2026, 8, run + 1, 6, 0, second)).toISOString()
    return `<trkpt lat="${(50 + second * (2.5e-5 + run * 1e-7)).toFixed(6)}" lon="8.0"><time>${time}</time></trkpt>`
  })
  return `<gpx version="1.1" creator="a test"><trk><type>running</type><trkseg>${points.join('')}</trkseg></trk></gpx>`
}

const serving = async (started: Started = {}): Promise<Serving> => {
  const one = await startServe({ args: ['--port', '0', '--data', folderFor(onTestFinished)], ...started })
  onTestFinished(() => void one.child.kill('SIGKILL'))
  return one
}

describe('bell-lap serve', () => {
  test('says where it is, and answers there', async () => {
    const { address, out } = await serving()
    expect(out()).toBe(`Bell Lap is at ${address} (Ctrl+C stops it)\n`)
    expect((await fetch(`${address}healthz`)).status).toBe(200)
    expect((await fetch(`${address}readyz`)).status).toBe(200)
    expect((await fetch(`${address}api/library`)).status).toBe(200)
    const page = await fetch(address)
    expect(page.headers.get('content-type')).toContain('text/html')
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends on %s, in good order and soon', async (signal) => {
    const folder = folderFor(onTestFinished)
    const { address, stop } = await serving({ args: ['--port', '0', '--data', folder] })
    const events = await fetch(`${address}api/events`)
    const reading = events.text()
    const { code, ms } = await stop(signal)
    expect(code).toBe(0)
    expect(ms).toBeLessThan(10_000)
    expect(await reading).toContain('retry: 3000')
    const again = await serving({ args: ['--port', '0', '--data', folder] })
    expect((await fetch(`${again.address}readyz`)).status).toBe(200)
  })

  test('stops in the middle of an import, and goes on with it at the next start', async () => {
    const args = ['--port', '0', '--data', folderFor(onTestFinished)]
    const first = await serving({ args })
    const form = new FormData()
    for (let run = 0; run < RUNS; run++) form.append('files', new Blob([recording(run)]), `${run}.gpx`)
    const headers = { origin: first.address.slice(0, -1) }
    const begun = ImportView.parse(
      await (await fetch(`${first.address}api/imports`, { method: 'POST', headers, body: form })).json(),
    )
    const { code, ms } = await first.stop()
    expect(code).toBe(0)
    expect(ms).toBeLessThan(15_000)
    const second = await serving({ args })
    const seen = async (): Promise<ImportView> =>
      ImportView.parse(await (await fetch(`${second.address}api/imports/${begun.id}`)).json())
    await expect.poll(async () => (await seen()).state, { timeout: 60_000, interval: 200 }).toBe('done')
    expect((await seen()).counts).toEqual({ added: RUNS, known: 0, duplicate: 0, refused: 0 })
  })

  test('makes the folder that it is given, for nobody else on this machine to read', async () => {
    const folder = join(folderFor(onTestFinished), 'new', 'one')
    await serving({ args: ['--port', '0'], env: { BELL_LAP_DATA: folder } })
    expect(statSync(folder).mode & 0o077).toBe(0)
    expect(statSync(join(folder, 'logbook.db')).mode & 0o077).toBe(0)
  })

  test('logs JSON lines where there is no terminal, without what was asked for', async () => {
    const { address, err, stop } = await serving()
    const canaries = ['canary-session', 'canary-token', 'canary-query', 'canary-plan', 'canary-header']
    await fetch(`${address}api/sessions/canary-session`)
    await fetch(`${address}feed/canary-token.ics`)
    await fetch(`${address}api/today?day=canary-query`, { headers: { cookie: 'canary-header' } })
    await fetch(`${address}canary-query?x=canary-query`)
    await fetch(`${address}api/plans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address.slice(0, -1) },
      body: JSON.stringify({ name: 'canary-plan', text: 'canary-plan' }),
    })
    const form = new FormData()
    form.append('files', new Blob(['canary-plan']), 'canary-plan.fit')
    await fetch(`${address}api/imports`, { method: 'POST', headers: { origin: address.slice(0, -1) }, body: form })
    await stop()
    const lines = err().trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(6)
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), msg: expect.any(String) })
    expect(err()).toContain('"GET /api/sessions/:id"')
    for (const canary of canaries) expect(err()).not.toContain(canary)
    expect(err()).not.toMatch(/127\.0\.0\.1|"::1"|authorization|cookie/i)
  })
})

describe('bell-lap serve does not begin, and says why:', () => {
  test.each(['0.0.0.0', '::', '192.168.0.4', 'example.org'])('beyond loopback, at %s', async (host) => {
    const folder = join(folderFor(onTestFinished), 'none')
    const { code, out, err } = await runServe({ args: ['--host', host, '--data', folder] })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('no accounts yet')
    expect(existsSync(folder)).toBe(false)
  })

  test('where the port is taken, with the next that is free', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, 'localhost', () => {
        const address = other.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    onTestFinished(() => void other.close())
    const { code, err } = await runServe({ args: ['--port', String(port), '--data', folderFor(onTestFinished)] })
    expect(code).toBe(2)
    const [, free] = /bell-lap serve --port (\d+)/.exec(err) ?? []
    expect(Number(free)).toBeGreaterThan(port)
  })

  test('where another one has the folder', async () => {
    const folder = folderFor(onTestFinished)
    await serving({ args: ['--port', '0', '--data', folder] })
    const { code, err } = await runServe({ args: ['--port', '0', '--data', folder] })
    expect(code).toBe(2)
    expect(err).toContain('Another Bell Lap has the folder')
  })

  test.each([
    [['--port', 'high'], 'high is no port (flag --port)'],
    [['--demo', '--data', 'x'], '--demo has a folder of its own'],
    [['--nothing'], "unknown option '--nothing'"],
  ])('with %j', async (args, said) => {
    const { code, err } = await runServe({ args })
    expect(code).toBe(2)
    expect(err).toContain(said)
  })
})

test('--print-config prints every setting, its value and where it comes from, and opens nothing', async () => {
  const folder = join(folderFor(onTestFinished), 'none')
  const { code, out } = await runServe({
    args: ['--print-config', '--port', '80', '--host', '0.0.0.0'],
    env: { BELL_LAP_DATA: folder, DATABASE_URL: 'postgres://lap:CANARY@db/lap' },
  })
  expect(code).toBe(0)
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/)),
  ).toEqual([
    ['port', '80', 'flag --port'],
    ['host', '0.0.0.0', 'flag --host'],
    ['data', folder, 'environment BELL_LAP_DATA'],
    ['database', 'postgres://lap:***@db/lap', 'environment DATABASE_URL'],
    ['log level', 'info', 'default'],
    ['demo', 'no', 'default'],
    ['open', 'no', 'default'],
  ])
  expect(existsSync(folder)).toBe(false)
})

test('the demo keeps nothing', async () => {
  const temporary = folderFor(onTestFinished)
  const { address, stop } = await serving({ args: ['--port', '0', '--demo'], env: { TMPDIR: temporary } })
  expect(await (await fetch(`${address}api/state`)).json()).toMatchObject({ demo: true })
  expect(readdirSync(temporary)).toHaveLength(1)
  expect((await stop()).code).toBe(0)
  expect(readdirSync(temporary)).toEqual([])
})
