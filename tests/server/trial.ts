import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AthleteId } from '@bell-lap/logbook'
import { fail } from '@bell-lap/core'
import type { Doors } from '../../apps/server/src/doors.ts'
import { openLog, type LogLevel } from '../../apps/server/src/logs.ts'
import { DOORS } from '../../apps/server/src/open-doors.ts'
import { ROUTES, type Door } from '../../apps/server/src/routes.ts'
import { makeServer, type ServerParts } from '../../apps/server/src/server.ts'

export type App = Awaited<ReturnType<typeof makeServer>>
export type Reply = Awaited<ReturnType<App['inject']>>
/** A request of a method and a path, as the server is asked without a socket. */
export interface Asking {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers: { readonly [name: string]: string }
  readonly payload?: string | Buffer
}

/** A server whose doors are the test's own: what stands before them is what is tried. */
export interface Trial {
  readonly app: App
  /** Doors that were reached, in order. */
  readonly reached: readonly Door[]
  readonly log: readonly string[]
  /** Names of what lies in the folder for uploads. */
  kept(): readonly string[]
  close(): Promise<void>
}

export const ATHLETE = AthleteId.parse('athlete-of-the-trial')
export const HOST = 'localhost:4170'
/** Headers of a request of the app's own page. */
export const OWN = { host: HOST, origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' }

/** Each door refuses, so that what comes through is seen by its reason; `own` are doors that the test gives. */
const doorsOf = (own: Partial<Doors>, reached: Door[]): Doors => {
  const refusing = Object.fromEntries(
    DOORS.map((door) => [
      door,
      (asked: never) => {
        reached.push(door)
        const given: ((asked: never) => Promise<unknown>) | undefined = own[door]
        return given ? given(asked) : Promise.resolve(fail({ code: 'refused', reason: 'reached', message: door }))
      },
    ]),
  )
  // The list of doors is the table's own: none is missing.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return refusing as unknown as Doors
}

export const openTrial = async (
  own: Partial<Doors> = {},
  parts: Partial<ServerParts> = {},
  level: LogLevel = 'debug',
): Promise<Trial> => {
  const folder = mkdtempSync(join(tmpdir(), 'bell-lap-trial-'))
  const uploadFolder = join(folder, 'uploads')
  const [reached, log]: [Door[], string[]] = [[], []]
  const app = await makeServer({
    doors: doorsOf(own, reached),
    feed: async () => fail({ code: 'not-found', message: 'no such feed' }),
    athleteOf: () => ATHLETE,
    isReady: async () => true,
    log: openLog(level, { write: (line) => void log.push(line) }),
    uploadFolder,
    version: '0.0.0',
    ...parts,
  })
  return {
    app,
    reached,
    log,
    kept: () => readdirSync(uploadFolder),
    close: async () => {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Example = { readonly [name: string]: unknown }

/** A place of the season that the schemas let pass. */
const PLACE = { day: '2027-02-16', slot: 'am' }
const BODIES: { readonly [door: string]: Example } = {
  'POST /api/sessions/:id/move': { version: 1, to: PLACE, repair: false },
  'POST /api/sessions/:id/skip': { version: 1 },
  'POST /api/season/undo': { version: 1 },
  'POST /api/seasons/preview': { plan: { kind: 'plan', id: 'x' }, athlete: {}, race_day: '2027-03-21' },
  'POST /api/seasons': { plan: { kind: 'plan', id: 'x' }, athlete: {}, race_day: '2027-03-21' },
  'POST /api/plans': { name: 'x', text: 'y' },
  'PUT /api/plans/:id': { name: 'x', text: 'y', version: 1 },
  'DELETE /api/plans/:id': { version: 1 },
  'POST /api/activities/:id/match': { session: null },
  'PUT /api/settings': { version: 1 },
  'DELETE /api/everything': { sure: 'delete' },
}
const TARGETS: { readonly [door: string]: string } = { 'GET /api/sessions/:id/export/:target': 'fit' }

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const
export const BORDER = 'a-border-that-no-file-holds'

/** A request that gets through to the door: right path, right body, right headers. */
export const requestFor = (door: Door): Asking => {
  const [method = '', path = ''] = door.split(' ')
  const url = path.replace(':id', 'some-id').replace(':target', TARGETS[door] ?? 'ics')
  const body = BODIES[door]
  const chosen = { method: METHODS.find((each) => each === method) ?? 'GET', url }
  if ('upload' in ROUTES[door]) {
    return {
      ...chosen,
      headers: { ...OWN, 'content-type': `multipart/form-data; boundary=${BORDER}` },
      payload: multipart([{ name: 'a.gpx', bytes: Buffer.from('<gpx/>') }]),
    }
  }
  return body
    ? { ...chosen, headers: { ...OWN, 'content-type': 'application/json' }, payload: JSON.stringify(body) }
    : { ...chosen, headers: { ...OWN } }
}

export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** The whole Content-Disposition, where the test writes its own. */
  readonly disposition?: string
}

/** multipart/form-data as a browser sends it. */
export const multipart = (files: readonly SentFile[], end = true): Buffer =>
  Buffer.concat([
    ...files.flatMap(({ name, bytes, disposition }) => [
      Buffer.from(
        `--${BORDER}\r\nContent-Disposition: ${disposition ?? `form-data; name="files"; filename="${name}"`}\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(end ? `--${BORDER}--\r\n` : ''),
  ])
