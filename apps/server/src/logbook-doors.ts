import {
  activityFile,
  addPlan,
  cancelImport,
  deleteActivity,
  deleteEverything,
  deletePlan,
  exportEverything,
  exportSeasonFiles,
  exportSessionFile,
  feedCalendar,
  listActivities,
  listLibrary,
  makeDemo,
  makeFeed,
  makeSeason,
  matchActivity,
  moveSession,
  previewSeason,
  restoreEverything,
  revokeFeed,
  savePlan,
  saveSettings,
  seeActivity,
  seeCalendar,
  seeImport,
  seeMoves,
  seePlan,
  seeProgress,
  seeSession,
  seeSettings,
  seeState,
  seeStream,
  seeToday,
  skipSession,
  startImport,
  undoChange,
  type Logbook,
} from '@bell-lap/logbook'
import { ok } from '@bell-lap/core'
import type { AppEvent } from './app-event.ts'
import type { Doors, Listen } from './doors.ts'
import type { Feed } from './feed.ts'

/** What stands behind each door: one question to the logbook. */
export const logbookDoors = (logbook: Logbook): Doors => ({
  'GET /api/state': ({ athlete }) => seeState(logbook, athlete),
  'POST /api/demo': ({ athlete }) => makeDemo(logbook, athlete),

  'GET /api/today': ({ athlete, query }) => seeToday(logbook, athlete, query),
  'GET /api/calendar': ({ athlete }) => seeCalendar(logbook, athlete),
  'GET /api/sessions/:id': ({ athlete, params }) => seeSession(logbook, athlete, params.id),
  'GET /api/sessions/:id/moves': ({ athlete, params }) => seeMoves(logbook, athlete, params.id),
  'POST /api/sessions/:id/move': ({ athlete, params, body }) => moveSession(logbook, athlete, params.id, body),
  'POST /api/sessions/:id/skip': ({ athlete, params, body }) => skipSession(logbook, athlete, params.id, body),
  'GET /api/sessions/:id/export/:target': ({ athlete, params }) =>
    exportSessionFile(logbook, athlete, params.id, params.target),
  'POST /api/season/undo': ({ athlete, body }) => undoChange(logbook, athlete, body),
  'GET /api/season/export/:target': ({ athlete, params }) => exportSeasonFiles(logbook, athlete, params.target),

  'POST /api/seasons/preview': ({ athlete, body }) => previewSeason(logbook, athlete, body),
  'POST /api/seasons': ({ athlete, body }) => makeSeason(logbook, athlete, body),

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

  'GET /api/progress': ({ athlete, query }) => seeProgress(logbook, athlete, query),

  'GET /api/settings': ({ athlete }) => seeSettings(logbook, athlete),
  'PUT /api/settings': ({ athlete, body }) => saveSettings(logbook, athlete, body),
  'POST /api/feed': ({ athlete }) => makeFeed(logbook, athlete),
  'DELETE /api/feed': ({ athlete }) => revokeFeed(logbook, athlete),
  'GET /api/archive': ({ athlete }) => exportEverything(logbook, athlete),
  'POST /api/restore': ({ athlete, files }) => restoreEverything(logbook, athlete, files[0]),
  'DELETE /api/everything': ({ athlete }) => deleteEverything(logbook, athlete),
})

/** The calendar behind a feed's token. */
export const logbookFeed =
  (logbook: Logbook): Feed =>
  (token) =>
    feedCalendar(logbook, token)

/** Whether the store answers. */
export const isReady = async (logbook: Logbook): Promise<boolean> => (await seeState(logbook, logbook.owner)).ok

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
