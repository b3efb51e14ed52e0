import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  ActivityList,
  ActivityView,
  CalendarView,
  ChangedView,
  FeedMade,
  ImportView,
  LibraryView,
  MovesView,
  openLogbook,
  PlanView,
  ProgressView,
  RestoredView,
  SeasonPreview,
  SessionView,
  SettingsView,
  StateView,
  StreamView,
  TodayView,
  type Logbook,
} from '@bell-lap/logbook'
import { openLog } from '../../apps/server/src/logs.ts'
import { ProblemJson } from '../../apps/server/src/routes.ts'
import { partsOf } from '../../apps/server/src/serve.ts'
import { makeServer } from '../../apps/server/src/server.ts'
import { startPostgres } from '../postgres/server.ts'
import { BORDER, multipart, OWN, type App, type Reply } from './trial.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** The same through every door, whatever the rows are kept in. */
const journey = (place: () => Promise<{ readonly databaseUrl?: string }>): void => {
  const folder = mkdtempSync(join(tmpdir(), 'bell-lap-journey-'))

  let logbook: Logbook
  let app: App
  const lines: string[] = []
  beforeAll(async () => {
    const opened = await openLogbook({
      folder: join(folder, 'data'),
      planFolder: join(root, 'plans'),
      now: () => Date.UTC(2026, 10, 18, 12),
      ...(await place()),
    })
    if (!opened.ok) throw new Error(opened.fault.message)
    logbook = opened.value
    const log = openLog('debug', { write: (line) => void lines.push(line) })
    app = await makeServer(partsOf(logbook, { log, version: '0.0.0' }))
  })
  afterAll(async () => {
    await app.close()
    await logbook.close()
    rmSync(folder, { recursive: true, force: true })
  })

  type Sent = 'GET' | 'POST' | 'PUT' | 'DELETE'
  const send = (method: Sent, url: string, body?: object): Promise<Reply> =>
    app.inject({
      method,
      url,
      headers: body ? { ...OWN, 'content-type': 'application/json' } : OWN,
      ...(body ? { payload: JSON.stringify(body) } : {}),
    })
  const upload = (url: string, name: string, bytes: Uint8Array): Promise<Reply> =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...OWN, 'content-type': `multipart/form-data; boundary=${BORDER}` },
      payload: multipart([{ name, bytes }]),
    })
  const as = <Schema extends z.ZodType>(schema: Schema, reply: Reply): z.output<Schema> => {
    expect(reply.statusCode, reply.body.slice(0, 500)).toBe(200)
    return schema.parse(reply.json())
  }
  const get = async <Schema extends z.ZodType>(schema: Schema, url: string): Promise<z.output<Schema>> =>
    as(schema, await send('GET', url))
  const problem = (reply: Reply): ProblemJson => ProblemJson.parse(reply.json())

  describe('a season, through the doors', () => {
    test('an empty logbook says so everywhere, and breaks nowhere', async () => {
      expect(await get(StateView, '/api/state')).toMatchObject({ season: null, activities: 0 })
      expect(problem(await send('GET', '/api/today')).status).toBe(404)
      expect(problem(await send('GET', '/api/calendar')).status).toBe(404)
      expect(problem(await send('GET', '/api/sessions/none')).status).toBe(404)
      expect(problem(await send('GET', '/api/season/export/ics')).status).toBe(404)
      expect(await get(ActivityList, '/api/activities')).toEqual({ activities: [], next: null })
      await get(ProgressView, '/api/progress')
      await get(SettingsView, '/api/settings')
      expect((await get(LibraryView, '/api/library')).plans.length).toBeGreaterThan(1)
    })

    test('is previewed and made', async () => {
      const request = {
        plan: { kind: 'plan', id: 'advanced-5k' },
        athlete: {
          name: 'CANARY-name',
          unit: 'km',
          marks: [{ distance_m: 5000, time: '19:45', day: '2026-10-11', kind: 'race' }],
          weekly_km: 64,
          days: 6,
          gym: true,
        },
        race_day: '2027-02-21',
      }
      expect(as(SeasonPreview, await send('POST', '/api/seasons/preview', request)).weeks.length).toBeGreaterThan(10)
      expect(as(StateView, await send('POST', '/api/seasons', request)).season).not.toBeNull()
      await get(TodayView, '/api/today')
      await get(TodayView, '/api/today?day=2026-12-01')
    })

    test('is moved, skipped and undone, each resting on a version', async () => {
      const calendar = await get(CalendarView, '/api/calendar')
      const session = calendar.weeks
        .flatMap(({ days }) => days.flatMap(({ sessions }) => sessions))
        .find((each) => !each.fixed)
      if (!session) throw new Error('No session of the season can be moved.')
      await get(SessionView, `/api/sessions/${session.id}`)
      const moves = await get(MovesView, `/api/sessions/${session.id}/moves`)
      const cell = moves.cells.find(({ legal, closed, to }) => legal && closed === null && to.day !== session.day)
      if (!cell) throw new Error('There is nowhere to move it.')
      const url = `/api/sessions/${session.id}`
      const moved = as(
        ChangedView,
        await send('POST', `${url}/move`, { version: moves.version, to: cell.to, repair: false }),
      )
      expect(moved.version).toBeGreaterThan(moves.version)
      const stale = problem(await send('POST', `${url}/skip`, { version: moves.version }))
      expect(stale).toMatchObject({ status: 409, code: 'stale', current: { version: moved.version } })
      const undone = as(ChangedView, await send('POST', '/api/season/undo', { version: moved.version }))
      const skipped = as(
        ChangedView,
        await send('POST', `${url}/skip`, { version: undone.version, because: 'CANARY-because' }),
      )
      as(ChangedView, await send('POST', '/api/season/undo', { version: skipped.version }))
    })

    test.each(['ics', 'fit', 'zwo', 'icu', 'csv', 'html', 'json'])('is taken out as %s', async (target) => {
      const reply = await send('GET', `/api/season/export/${target}`)
      expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200)
      expect(reply.rawPayload.length).toBeGreaterThan(500)
      expect(reply.headers['content-disposition']).toMatch(/^attachment; filename="[^"]+"/)
    })

    test('has plans of its own, changed by one at a time', async () => {
      const made = as(
        PlanView,
        await send('POST', '/api/plans', { name: 'CANARY-plan', text: 'plan "x"\n\nweek 1\n  Mon: 5km easy\n' }),
      )
      const edit = { name: 'CANARY-plan', text: 'plan "y"\n\nweek 1\n  Tue: 6km easy\n', version: made.version }
      const saved = as(PlanView, await send('PUT', `/api/plans/${made.id}`, edit))
      expect(problem(await send('PUT', `/api/plans/${made.id}`, edit))).toMatchObject({ code: 'stale' })
      as(z.strictObject({}), await send('DELETE', `/api/plans/${made.id}`, { version: saved.version }))
      expect(problem(await send('GET', `/api/plans/${made.id}`)).status).toBe(404)
    })

    test('has settings, of which a stale one is refused', async () => {
      const { version, display } = await get(SettingsView, '/api/settings')
      const saved = as(
        SettingsView,
        await send('PUT', '/api/settings', { version, display: { ...display, unit: 'mi' } }),
      )
      expect(saved.display.unit).toBe('mi')
      expect(problem(await send('PUT', '/api/settings', { version, display })).code).toBe('stale')
    })
  })

  describe('recordings, through the doors', () => {
    const points = Array.from({ length: 900 }, (_, second) => {
      const time = new Date(Date.UTC(2026, 10, 17, 6, 0, second)).toISOString()
      return `<trkpt lat="${(50 + second * 3e-5).toFixed(6)}" lon="8.0"><time>${time}</time></trkpt>`
    })
    const run = Buffer.from(
      `<gpx version="1.1" creator="t"><trk><type>running</type><trkseg>${points.join('')}</trkseg></trk></gpx>`,
    )
    const ended = async (id: string): Promise<ImportView> => {
      for (;;) {
        const view = await get(ImportView, `/api/imports/${id}`)
        if (view.state !== 'running') return view
        await wait(20)
      }
    }
    let id = ''

    test('are taken in once', async () => {
      const first = await ended(as(ImportView, await upload('/api/imports', 'CANARY-file.gpx', run)).id)
      expect(first.counts).toEqual({ added: 1, known: 0, duplicate: 0, refused: 0 })
      const again = await ended(as(ImportView, await upload('/api/imports', 'again.gpx', run)).id)
      expect(again.counts).toEqual({ added: 0, known: 1, duplicate: 0, refused: 0 })
      expect((await get(ImportView, `/api/imports/${first.id}`)).files[0]?.name).toBe('CANARY-file.gpx')
      expect(readdirSync(join(folder, 'data', 'uploads'))).toEqual([])
    })

    test('are looked at, matched and taken out', async () => {
      const { activities } = await get(ActivityList, '/api/activities?limit=5')
      id = activities[0]?.id ?? ''
      const { choices } = await get(ActivityView, `/api/activities/${id}`)
      expect((await get(StreamView, `/api/activities/${id}/stream?points=200`)).time_s.length).toBeGreaterThan(50)
      as(ActivityView, await send('POST', `/api/activities/${id}/match`, { session: choices[0]?.session ?? null }))
      const file = await send('GET', `/api/activities/${id}/file`)
      expect(file.rawPayload.equals(run)).toBe(true)
      await get(ProgressView, '/api/progress?weeks=12')
    })

    test('are not there for who asks for others', async () => {
      for (const path of ['', '/stream', '/file']) {
        expect(problem(await send('GET', `/api/activities/of-another${path}`)).status).toBe(404)
      }
      expect(problem(await send('DELETE', '/api/activities/of-another')).status).toBe(404)
      expect(problem(await send('GET', '/api/imports/of-another')).status).toBe(404)
    })
  })

  describe('everything, through the doors', () => {
    test('the feed opens by its token and ends when it is revoked', async () => {
      const { path } = as(FeedMade, await send('POST', '/api/feed'))
      const calendar = await app.inject({ url: path, headers: { host: OWN.host } })
      expect(calendar.body).toMatch(/^BEGIN:VCALENDAR\r\n/)
      as(z.strictObject({}), await send('DELETE', '/api/feed'))
      expect((await app.inject({ url: path, headers: { host: OWN.host } })).statusCode).toBe(404)
      expect(lines.join('')).not.toContain(path.slice(6, 20))
    })

    test('goes out, away and in again', async () => {
      const archive = await send('GET', '/api/archive')
      expect(archive.statusCode).toBe(200)
      expect(archive.headers['content-type']).toBe('application/zip')
      writeFileSync(join(folder, 'all.zip'), archive.rawPayload)
      const before = await get(StateView, '/api/state')
      expect((await send('DELETE', '/api/everything', { sure: 'perhaps' })).statusCode).toBe(400)
      as(z.strictObject({}), await send('DELETE', '/api/everything', { sure: 'delete' }))
      expect(await get(StateView, '/api/state')).toMatchObject({ season: null, activities: 0 })
      const restored = as(RestoredView, await upload('/api/restore', 'all.zip', archive.rawPayload))
      expect(restored).toMatchObject({ seasons: 1, activities: 1, files: 1 })
      expect(await get(StateView, '/api/state')).toEqual(before)
      expect(problem(await upload('/api/restore', 'all.zip', archive.rawPayload)).status).toBeGreaterThanOrEqual(400)
    })

    test('is not made of what is no archive', async () => {
      as(z.strictObject({}), await send('DELETE', '/api/everything', { sure: 'delete' }))
      expect(problem(await upload('/api/restore', 'no.zip', Buffer.from('no archive'))).status).toBeGreaterThanOrEqual(
        400,
      )
      expect(await get(StateView, '/api/state')).toMatchObject({ season: null })
    })

    test('leaves no trace in the log', () => {
      expect(lines.length).toBeGreaterThan(50)
      expect(lines.join('')).not.toMatch(/CANARY|all\.zip|19:45/)
      expect(lines.filter((line) => line.includes('"level":50'))).toEqual([])
    })
  })
}

describe('in a folder, with SQLite:', () => journey(async () => ({})))

const postgres = await startPostgres().catch(() => undefined)
afterAll(() => postgres?.stop())
describe.skipIf(postgres === undefined && !process.env.CI)('with PostgreSQL (skipped where none can start):', () =>
  journey(async () => {
    if (postgres === undefined) throw new Error('No PostgreSQL can be started.')
    return { databaseUrl: await postgres.makeDatabase('journey') }
  }),
)
