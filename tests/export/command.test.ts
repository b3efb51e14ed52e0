import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '../../packages/core/src/calendar/day.ts'
import type { Season } from '../../packages/core/src/season/season.ts'
import { runExport, type ExportCommandOptions } from '../../apps/cli/src/commands/export.ts'
import * as formats from '../../packages/formats/src/index.ts'
import { dayOf, planFile, seasonAsWritten } from './session.ts'

/** What formats' reading list has, by name: these tests start when it names the season's file and the exports. */
const listed = new Map<string, unknown>(Object.entries(formats))
const makeSeason = listed.get('makeSeasonJson')
const ready = ['makeSeasonJson', 'parseSeasonJson', 'exportSeason'].every((name) => listed.has(name))

const season = seasonAsWritten(planFile('advanced-5k.plan'), dayOf('2026-12-28'))
const MADE = '2026-12-21T08:00:00Z'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bell-lap-export-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const keep = (of: Season): void => {
  if (typeof makeSeason !== 'function') throw new Error('no season file')
  writeFileSync(join(folder, 'season.json'), JSON.stringify(makeSeason(of)))
}

const run = async (options: Partial<ExportCommandOptions>, path = folder) => {
  const said: string[] = []
  const told: string[] = []
  const code = await runExport(
    path,
    { to: 'fit', out: join(folder, 'out'), made: MADE, ...options },
    { say: (text) => said.push(text), tell: (text) => told.push(text) },
  )
  return { code, said: said.join('\n'), told: told.join('\n') }
}

const left = (): readonly string[] => readdirSync(join(folder, 'out')).toSorted()

describe.skipIf(!ready)(
  'bell-lap export (needs the season file and the exports in the reading list of formats)',
  () => {
    test.each(['ics', 'fit', 'zwo', 'icu', 'csv', 'html', 'json'] as const)(
      '%s: files, a list of them, a report',
      async (to) => {
        keep(season)
        const { code, said, told } = await run({ to })
        expect({ code, told }).toEqual({ code: 0, told: '' })
        expect(said).toMatch(new RegExp(`^${to}: 84 sessions, \\d+ exact, \\d+ degraded, \\d+ refused$`, 'm'))
        const manifest: unknown = JSON.parse(readFileSync(join(folder, 'out', `export-${to}.json`), 'utf8'))
        expect(manifest).toMatchObject({
          target: to,
          made: MADE,
          files: left().filter((name) => name !== `export-${to}.json`),
        })
        expect(readdirSync(folder).toSorted()).toEqual(['out', 'season.json'])
      },
    )

    test('--json prints the report', async () => {
      keep(season)
      const report: unknown = JSON.parse((await run({ json: true })).said)
      expect(report).toMatchObject({ target: 'fit', counts: { refused: 0 } })
    })

    test('to json and back is the identity', async () => {
      keep(season)
      await run({ to: 'json' })
      expect(readFileSync(join(folder, 'out', 'season.json'))).toEqual(readFileSync(join(folder, 'season.json')))
    })

    test('the same season gives the same bytes', async () => {
      keep(season)
      const bytes = () => left().map((name) => readFileSync(join(folder, 'out', name)).toString('base64'))
      await run({})
      const first = bytes()
      await run({})
      expect(bytes()).toEqual(first)
    })

    test('what moved leaves no file behind, and what is not ours stays', async () => {
      keep(season)
      await run({})
      writeFileSync(join(folder, 'out', 'mine.fit'), 'own')
      expect(left()).toContain('w01-1-mon-am.fit')
      const [week] = season.weeks
      if (!week) throw new Error('no week')
      const sessions = week.sessions.map((one) =>
        one.id === 'w1-1' ? { ...one, day: addDays(one.day, 1), slot: 'pm' as const } : one,
      )
      keep({ ...season, weeks: [{ ...week, sessions }, ...season.weeks.slice(1)] })
      await run({})
      expect(left()).not.toContain('w01-1-mon-am.fit')
      expect(left()).toContain('w01-2-tue-pm.fit')
      expect(left()).toContain('mine.fit')
    })

    test('a list that somebody changed removes nothing outside the folder', async () => {
      keep(season)
      await run({})
      writeFileSync(join(folder, 'out', 'export-fit.json'), JSON.stringify({ files: ['../season.json', '/etc/hosts'] }))
      await run({})
      expect(existsSync(join(folder, 'season.json'))).toBe(true)
    })

    test('no season, no JSON, a season that is none, a file for a folder: named, exit code 2, nothing left', async () => {
      expect(await run({})).toMatchObject({ code: 2, told: expect.stringContaining('there is no such file') })
      writeFileSync(join(folder, 'season.json'), '{')
      expect(await run({})).toMatchObject({ code: 2, told: expect.stringContaining('is no JSON') })
      writeFileSync(join(folder, 'season.json'), '{}')
      expect(await run({})).toMatchObject({ code: 2, told: expect.stringContaining('is no season') })
      keep(season)
      expect(await run({ out: join(folder, 'season.json') })).toMatchObject({ code: 2 })
      expect(await run({ made: 'yesterday' })).toMatchObject({
        code: 2,
        told: expect.stringContaining('--made yesterday'),
      })
      expect(readdirSync(folder)).toEqual(['season.json'])
    })

    test('without a browser a PDF is refused with what to do', async () => {
      keep(season)
      const before = process.env['BROWSER_BIN']
      process.env['BROWSER_BIN'] = join(folder, 'no-browser')
      try {
        expect(await run({ to: 'pdf' })).toMatchObject({ code: 2, told: expect.stringContaining('--to html') })
      } finally {
        if (before === undefined) delete process.env['BROWSER_BIN']
        else process.env['BROWSER_BIN'] = before
      }
      expect(readdirSync(folder)).toEqual(['season.json'])
    })
  },
)
