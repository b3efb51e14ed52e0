import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APP_PATHS } from '../../apps/server/src/web.ts'
import { HOST, openTrial, type Trial } from './trial.ts'

const folder = mkdtempSync(join(tmpdir(), 'bell-lap-web-'))
const PAGE = '<!doctype html><title>Bell Lap</title>'
const SCRIPT = `export const lap = ${'400 + '.repeat(200)}0`

let trial: Trial
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), PAGE)
  writeFileSync(join(folder, 'service-worker.js'), 'self')
  writeFileSync(join(folder, '.env'), 'SECRET')
  for (const [end, make] of [
    ['', (text: string) => text],
    ['.br', brotliCompressSync],
    ['.gz', gzipSync],
  ] as const) {
    writeFileSync(join(folder, 'assets', `main-abc123.js${end}`), make(SCRIPT))
  }
  trial = await openTrial({}, { webFolder: folder })
})
afterAll(async () => {
  await trial.close()
  rmSync(folder, { recursive: true })
})

const get = (url: string, encoding = 'identity') =>
  trial.app.inject({ url, headers: { host: HOST, 'accept-encoding': encoding } })

describe('the web app', () => {
  test.each(APP_PATHS)('opens at %s', async (path) => {
    const reply = await get(path.replace(':id', 'x'))
    expect(reply.body).toBe(PAGE)
    expect(reply.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    expect(reply.headers['content-security-policy']).toContain("script-src 'self'")
  })

  test('knows the screens of its router and no others', () => {
    const router = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../../apps/web/src/router.tsx'), 'utf8')
    const paths = [...router.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path.replaceAll('$', ':'))
    expect([...APP_PATHS].toSorted()).toEqual(paths.toSorted())
  })

  test.each(['/nothing', '/index.php', '/assets/', '/assets/none.js', '/sessions', '/sessions/x/y'])(
    'is not at %s',
    async (path) => expect([403, 404]).toContain((await get(path)).statusCode),
  )

  test.each(['/.env', '/assets/../.env', '/%2e%2e/package.json', '/..%2fpackage.json', '/assets/%2e%2e%2f.env'])(
    'gives nothing away at %s',
    async (path) => {
      const reply = await get(path)
      expect([400, 403, 404]).toContain(reply.statusCode)
      expect(reply.body).not.toContain('SECRET')
    },
  )

  test('has its hashed files kept for good, and its worker asked for each time', async () => {
    expect((await get('/assets/main-abc123.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await get('/service-worker.js')).headers['cache-control']).toBe('no-cache')
  })

  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const)('is sent small to who takes %s', async (accepted, encoding, open) => {
    const reply = await get('/assets/main-abc123.js', accepted)
    expect(reply.headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': expect.stringMatching(/javascript/),
    })
    expect(reply.headers.vary).toMatch(/accept-encoding/i)
    expect(open(reply.rawPayload).toString()).toBe(SCRIPT)
  })

  test('is sent as it is to who takes nothing else', async () => {
    const reply = await get('/assets/main-abc123.js')
    expect(reply.body).toBe(SCRIPT)
    expect(reply.headers['content-encoding']).toBeUndefined()
  })

  test('is not sent again where it has not changed', async () => {
    const first = await get('/')
    const again = await trial.app.inject({
      url: '/',
      headers: { host: HOST, 'if-none-match': String(first.headers.etag) },
    })
    expect(again.statusCode).toBe(304)
  })
})
