import { describe, expect, test } from 'vitest'
import { openerOf } from '../../apps/server/src/browser.ts'
import { openLog, plainLine } from '../../apps/server/src/logs.ts'

describe('the log', () => {
  test('is a plain line for people', () => {
    const at = new Date(2027, 1, 16, 6, 4, 11).getTime()
    expect(
      plainLine(JSON.stringify({ level: 30, time: at, reqId: 'r', status: 200, ms: 3, msg: 'GET /api/today' })),
    ).toBe('06:04:11 info  GET /api/today reqId=r status=200 ms=3')
    expect(plainLine(JSON.stringify({ level: 50, time: at, at: ['  at x'], msg: 'bug' }))).toBe(
      '06:04:11 error bug at=["  at x"]',
    )
  })

  test('has nothing of a request in it, whoever logs one', () => {
    const lines: string[] = []
    const log = openLog('debug', { write: (line) => void lines.push(line) })
    const secret = { url: '/feed/CANARY.ics', headers: { cookie: 'CANARY' }, message: 'CANARY', stack: 'CANARY' }
    log.info({ req: secret, res: secret, err: secret }, 'said')
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain('CANARY')
  })

  test('is as loud as it is told to be', () => {
    const lines: string[] = []
    const log = openLog('warn', { write: (line) => void lines.push(line) })
    log.info('no')
    log.warn('yes')
    expect(lines).toHaveLength(1)
  })
})

describe('the browser', () => {
  test.each([
    ['darwin', {}, ['open']],
    ['win32', {}, ['cmd', '/c', 'start', '""']],
    ['linux', { DISPLAY: ':0' }, ['xdg-open']],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open']],
    ['linux', {}, undefined],
  ] as const)('of %s with %j is opened by %j', (platform, environment, opener) => {
    expect(openerOf(platform, environment)).toEqual(opener)
  })
})
