import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ImportView } from '@bell-lap/logbook'
import { root, startServe, type Serving } from './serving.ts'

/** It builds, packs and installs: a minute and a half, and the registry where npm's cache lacks something. */
const wanted = Boolean(process.env.BELL_LAP_LONG ?? process.env.CI)

const folder = mkdtempSync(join(tmpdir(), 'bell-lap-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }), 120_000)

const pinned = join(root, 'node_modules', '.bin', 'node')

/** A Node of the machine's own, older than the pinned one: the first on PATH that is not the project's. */
const machineNode = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((path) => !path.includes('node_modules'))
    .map((path) => join(path, 'node'))
    .find((path) => existsSync(path))

const run = (program: string, args: readonly string[], cwd: string): string => {
  const ran = spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, npm_config_loglevel: 'error' } })
  if (ran.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${ran.stderr}${ran.stdout}`)
  return ran.stdout
}

/** Ten minutes of running, one point a second: read by the worker, which has to be found. */
const recording = (): string => {
  const points = Array.from({ length: 600 }, (_, second) => {
    const time = new Date(Date.UTC(2026, 10, 20, 6, 0, second)).toISOString()
    return `<trkpt lat="${(50 + second * 3e-5).toFixed(6)}" lon="8.0"><time>${time}</time></trkpt>`
  })
  return `<gpx version="1.1" creator="a test"><trk><type>running</type><trkseg>${points.join('')}</trkseg></trk></gpx>`
}

const imported = async ({ address }: Serving): Promise<ImportView> => {
  const form = new FormData()
  form.append('files', new Blob([recording()]), 'run.gpx')
  const headers = { origin: new URL(address).origin }
  const begun = ImportView.parse(
    await (await fetch(`${address}api/imports`, { method: 'POST', headers, body: form })).json(),
  )
  for (;;) {
    const view = ImportView.parse(await (await fetch(`${address}api/imports/${begun.id}`)).json())
    if (view.state !== 'running') return view
    await wait(50)
  }
}

describe.runIf(wanted)('the package that would be published (asked for by BELL_LAP_LONG or CI)', () => {
  const bin = (...path: string[]): string => join(folder, 'node_modules', ...path)

  beforeAll(() => {
    run(pinned, [join(root, 'scripts', 'build.js'), '--if-older'], root)
    const tarball = readdirSync(join(root, 'dist')).find((name) => /^bell-lap-.*\.tgz$/.test(name)) ?? 'none'
    writeFileSync(join(folder, 'package.json'), '{"private": true}')
    run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', join(root, 'dist', tarball)], folder)
  }, 600_000)

  test('holds no source of the checkout, and everything that it needs', () => {
    const files = readdirSync(bin('bell-lap'), { recursive: true, encoding: 'utf8' })
    expect(files.filter((name) => /\.tsx?$|test|node_modules/.test(name))).toEqual([])
    for (const name of [
      'bin/bell-lap.js',
      'app/cli.js',
      'app/server.js',
      'app/reading-worker.js',
      'web/index.html',
      'LICENSE',
      'README.md',
      'plans/advanced-5k.plan',
    ]) {
      expect(files).toContain(join(name))
    }
  })

  const nodes: readonly (readonly [string, string | undefined])[] = [
    ['the Node of the machine', machineNode()],
    ['the pinned Node', pinned],
  ]
  test.each(nodes)('serves, reads and stops on %s (%s)', async (_which, node) => {
    if (node === undefined) throw new Error('There is no Node on PATH but the project’s own.')
    const data = join(folder, `data-of-${dirname(node).replaceAll(/\W/g, '-')}`)
    const server = await startServe({
      program: [node, bin('bell-lap', 'bin', 'bell-lap.js')],
      args: ['--port', '0', '--data', data],
      cwd: folder,
    })
    try {
      const page = await fetch(server.address, { headers: { 'accept-encoding': 'br' } })
      expect(page.headers.get('content-type')).toContain('text/html')
      expect(await (await fetch(`${server.address}api/library`)).text()).toContain('advanced-5k')
      expect((await fetch(`${server.address}api/openapi.json`)).status).toBe(200)
      expect(await imported(server)).toMatchObject({ state: 'done', counts: { added: 1, refused: 0 } })
      expect((await server.stop('SIGINT')).code).toBe(0)
    } finally {
      server.child.kill('SIGKILL')
    }
  })

  test('starts as npx bell-lap serve', async () => {
    const env = { ...process.env, PATH: `${dirname(machineNode() ?? pinned)}${delimiter}${process.env.PATH ?? ''}` }
    const args = ['--no-install', 'bell-lap', 'serve', '--port', '0', '--data', join(folder, 'data-of-npx')]
    const child = spawn('npx', args, { cwd: folder, env, detached: true })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
    try {
      await expect.poll(() => out, { timeout: 60_000 }).toMatch(/Bell Lap is at http:\/\/localhost:\d+\//)
      const [, address = ''] = /at (http:\S+)/.exec(out) ?? []
      expect((await fetch(`${address}readyz`)).status).toBe(200)
    } finally {
      // As Ctrl+C in a terminal does: to the whole group.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
      await ended
    }
  })

  test('the command line works from it as well', () => {
    const said = run(pinned, [bin('bell-lap', 'bin', 'bell-lap.js'), 'demo', '--5k', '19:30'], folder)
    expect(said).toContain('Advanced 5K: 12 weeks')
  })
})
