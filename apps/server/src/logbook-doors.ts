import {
  activityFile,
  addPlan,
  cancelImport,
  deleteActivity,
  deletePlan,
  listActivities,
  listLibrary,
  matchActivity,
  previewSeason,
  savePlan,
  seeActivity,
  seeCalendar,
  seeImport,
  seePlan,
  seeSession,
  seeStream,
  seeToday,
  startImport,
  type Logbook,
} from '@bell-lap/logbook'
import { fail, ok } from '@bell-lap/core'
import type { AppEvent } from './app-event.ts'
import type { Doors, Listen } from './doors.ts'
import type { Feed } from './feed.ts'

/** Doors whose question the kept record does not answer yet. */
const coming = async () => fail({ code: 'refused', reason: 'coming', message: 'This is not there yet.' } as const)

/** What stands behind each door: one question to the logbook. */
export const logbookDoors = (logbook: Logbook): Doors => ({
  'GET /api/state': coming,
  'POST /api/demo': coming,

  'GET /api/today': ({ athlete, query }) => seeToday(logbook, athlete, query),
  'GET /api/calendar': ({ athlete }) => seeCalendar(logbook, athlete),
  'GET /api/sessions/:id': ({ athlete, params }) => seeSession(logbook, athlete, params.id),
  'GET /api/sessions/:id/moves': coming,
  'POST /api/sessions/:id/move': coming,
  'POST /api/sessions/:id/skip': coming,
  'GET /api/sessions/:id/export/:target': coming,
  'POST /api/season/undo': coming,
  'GET /api/season/export/:target': coming,

  'POST /api/seasons/preview': ({ athlete, body }) => previewSeason(logbook, athlete, body),
  'POST /api/seasons': coming,

  'GET /api/library': ({ athlete }) => listLibrary(logbook, athlete),
  'GET /api/plans/:id': ({ athlete, params }) => seePlan(logbook, athlete, params.id),
  'POST /api/plans': ({ athlete, body }) => addPlan(logbook, athlete, body),
  'PUT /api/plans/:id': ({ athlete, params, body }) => savePlan(logbook, athlete, params.id, body),
  'DELETE /api/plans/:id': ({ athlete, params, body }) => deletePlan(logbook, athlete, params.id, body),

  'POST /api/imports': ({ athlete, files }) => startImport(logbook, athlete, files),
  'GET /api/imports/:id': ({ athlete, params }) => seeImport(logbook, athlete, params.id),
  'DELETE /api/imports/:id': ({ athlete, params }) => cancelImport(logbook, athlete, params.id),
  'GET /api/events': async ({ athlete }) => ok(listenTo(logbook, athlete)),

  'GET /api/activities': ({ athlete, query }) => listActivities(logbook, athlete, query),
  'GET /api/activities/:id': ({ athlete, params }) => seeActivity(logbook, athlete, params.id),
  'GET /api/activities/:id/stream': ({ athlete, params, query }) => seeStream(logbook, athlete, params.id, query),
  'GET /api/activities/:id/file': ({ athlete, params }) => activityFile(logbook, athlete, params.id),
  'POST /api/activities/:id/match': ({ athlete, params, body }) => matchActivity(logbook, athlete, params.id, body),
  'DELETE /api/activities/:id': ({ athlete, params }) => deleteActivity(logbook, athlete, params.id),

  'GET /api/progress': coming,

  'GET /api/settings': coming,
  'PUT /api/settings': coming,
  'POST /api/feed': coming,
  'DELETE /api/feed': coming,
  'GET /api/archive': coming,
  'POST /api/restore': coming,
  'DELETE /api/everything': coming,
})

/** The calendar behind a feed's token. */
export const logbookFeed =
  (_logbook: Logbook): Feed =>
  () =>
    coming()

/** Fills an empty logbook with the demo season. */
export const logbookDemo = (_logbook: Logbook): ReturnType<typeof coming> => coming()

/** Whether the store answers. */
export const isReady = async (logbook: Logbook): Promise<boolean> =>
  (await listActivities(logbook, logbook.owner, { limit: 1 })).ok

/** What changes for this athlete, and for nobody else. */
const listenTo =
  (logbook: Logbook, athlete: Logbook['owner']): Listen =>
  (hear) =>
    logbook.events.subscribe((event) => {
      if (event.athlete !== athlete) return
      const told: AppEvent =
        event.kind === 'import' ? { kind: 'import', id: event.id } : { kind: 'season', version: event.version }
      hear(told)
    })
