import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitSeason } from '../../packages/core/src/season/fit/fit.ts'
import { makeSeasonJson } from '../../packages/formats/src/json/season.ts'
import { fileWith, root } from '../cli/run.ts'
import { requestNumbered } from './numbered.ts'

/** Two machines that agree in nothing but the program: clock zone, language, folder. */
const MACHINES = [
  { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
  { TZ: 'America/Anchorage', LANG: 'C', LC_ALL: 'C' },
] as const

const on = (machine: (typeof MACHINES)[number], command: string, args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: mkdtempSync(join(tmpdir(), 'bell-lap-elsewhere-')),
    env: { ...process.env, ...machine },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

const athlete = fileWith(
  'me.json',
  JSON.stringify({
    marks: [{ distance_m: 5000, time: '19:45' }],
    weekly_km: 70,
    longest_run_km: 18,
    zone: 'Europe/Berlin',
    races: [{ day: '2027-02-14', distance_m: 3000, priority: 'B' }],
    travel: [{ from: '2027-02-20', to: '2027-02-27', zone: 'America/Denver', gym: false }],
  }),
)

test('the same inputs give the same bytes on every machine: season, watch files, calendar', () => {
  const bellLap = join(root, 'node_modules/.bin/bell-lap')
  const [first, second] = MACHINES.map((machine) => {
    const out = mkdtempSync(join(tmpdir(), 'bell-lap-season-'))
    const plan = join(root, 'plans/advanced-5k.plan')
    const days = ['--race-day', '2027-03-21', '--today', '2026-12-21']
    on(machine, bellLap, ['season', plan, ...days, '--athlete', athlete, '--out', out])
    for (const target of ['fit', 'ics']) {
      on(machine, bellLap, [
        'export',
        out,
        '--to',
        target,
        '--out',
        join(out, target),
        '--made',
        '2026-12-21T08:00:00Z',
      ])
    }
    return readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${name} ${readFileSync(join(parentPath, name)).toString('base64')}`)
      .toSorted()
  })
  expect(first?.length).toBeGreaterThan(90)
  expect(first).toEqual(second)
})

const NUMBERS = 20
const seed = fc.readConfigureGlobal()?.seed ?? 0

const hashes = (): readonly string[] =>
  Array.from({ length: NUMBERS }, (_, number) => {
    const season = fitSeason(requestNumbered(number, seed))
    const text = season.ok ? JSON.stringify(makeSeasonJson(season.value)) : season.fault.code
    return createHash('sha256').update(text).digest('hex')
  })

test(`seasons 0 to ${NUMBERS - 1} come out the same in another process, BELL_LAP_SEED=${seed}`, () => {
  const script = `
    import { createHash } from 'node:crypto'
    const at = (path) => import(new URL(path, ${JSON.stringify(`file://${root}/`)}).href)
    const { fitSeason } = await at('packages/core/src/season/fit/fit.ts')
    const { makeSeasonJson } = await at('packages/formats/src/json/season.ts')
    const { requestNumbered } = await at('tests/season/numbered.ts')
    for (let number = 0; number < ${NUMBERS}; number++) {
      const season = fitSeason(requestNumbered(number, ${seed}))
      const text = season.ok ? JSON.stringify(makeSeasonJson(season.value)) : season.fault.code
      console.log(createHash('sha256').update(text).digest('hex'))
    }`
  const here = hashes()
  for (const machine of MACHINES) {
    const there = on(machine, process.execPath, ['--input-type=module', '-e', script])
    expect(there.trim().split('\n')).toEqual(here)
  }
})
