import { join } from 'node:path'
import { addDays, makeDay } from '@bell-lap/core'
import { resumeImports } from '../../packages/logbook/src/done/resume-imports.ts'
import { seeImport } from '../../packages/logbook/src/done/see-import.ts'
import { startImport } from '../../packages/logbook/src/done/start-import.ts'
import { deleteEverything } from '../../packages/logbook/src/keeping/delete-everything.ts'
import { restoreEverything } from '../../packages/logbook/src/keeping/restore-everything.ts'
import type { Logbook } from '../../packages/logbook/src/logbook.ts'
import { openLogbook } from '../../packages/logbook/src/open.ts'
import { addPlan, deletePlan, savePlan } from '../../packages/logbook/src/plans/edit-plan.ts'
import { activeSeason } from '../../packages/logbook/src/season/kept-season.ts'
import { beginSeason } from '../../packages/logbook/src/season/make-season.ts'
import { moveSession } from '../../packages/logbook/src/season/move-session.ts'
import { REQUEST, valueOf } from '../../packages/logbook/src/season/season.arbitrary.ts'
import { skipSession } from '../../packages/logbook/src/season/skip-session.ts'
import { undoChange } from '../../packages/logbook/src/season/undo-change.ts'
import { withExtras } from './migrations.ts'
import { gpxOf, NOW, numbersFrom, tell } from './told.ts'

// Does things to a logbook until it is killed, and tells each before it begins and after it is done.

const [mode = 'life', folder = '', seed = '0', extras = '0', archive = ''] = process.argv.slice(2)
const next = numbersFrom(Number(seed))
const databaseUrl = process.env['KILL_DATABASE_URL']

const open = async (): Promise<Logbook> => {
  tell({ begins: { deed: 'open' } })
  const began = performance.now()
  const opened = await openLogbook({
    folder,
    now: () => NOW,
    planFolder: join(import.meta.dirname, '../../plans'),
    migrations: withExtras(Number(extras)),
    ...(databaseUrl ? { databaseUrl } : {}),
  })
  const logbook = valueOf(opened)
  tell({ done: { deed: 'open', ms: performance.now() - began } })
  return logbook
}

const changeSomething = async (logbook: Logbook): Promise<void> => {
  const me = logbook.owner
  const kept = await activeSeason(logbook, logbook.store.db, me)
  if (!kept) {
    tell({ begins: { deed: 'season' } })
    const made = valueOf(await beginSeason(logbook, me, REQUEST))
    return tell({ done: { deed: 'season', version: made.version } })
  }
  const sessions = kept.season.weeks.flatMap((week) => week.sessions)
  const session = sessions[next(sessions.length)]
  if (!session) return
  const { version } = kept
  tell({ begins: { deed: 'change' } })
  const what = next(4)
  const day = makeDay(addDays(session.day, next(9) - 4))
  const slot = next(2) === 0 ? 'am' : 'pm'
  const done =
    what === 0
      ? await undoChange(logbook, me, { version })
      : what === 1
        ? await skipSession(logbook, me, session.id, { version })
        : await moveSession(logbook, me, session.id, { to: { day, slot }, repair: true, version })
  tell({ done: done.ok ? { deed: 'change', version: done.value.version } : { deed: 'nothing' } })
}

const importSomething = async (logbook: Logbook, runs: number): Promise<void> => {
  const me = logbook.owner
  const run = next(runs)
  tell({ begins: { deed: 'import', run } })
  const started = valueOf(await startImport(logbook, me, [{ name: `run-${run}.gpx`, bytes: gpxOf(run) }]))
  tell({ done: { deed: 'import', run, id: started.id, activity: null } })
  for (;;) {
    const view = valueOf(await seeImport(logbook, me, started.id))
    const activity = view.files[0]?.activity?.id ?? null
    if (view.state === 'done') return tell({ done: { deed: 'import', run, id: started.id, activity } })
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const planSomething = async (logbook: Logbook): Promise<void> => {
  const me = logbook.owner
  const rows = await logbook.store.db.selectFrom('plans').select(['id', 'version']).where('athlete', '=', me).execute()
  const plan = rows[next(Math.max(1, rows.length))]
  const text = `plan Kill\nweek 1\n  Tue ${next(900)}min easy\n`
  const what = plan && rows.length > 3 ? next(3) : 2
  tell({ begins: { deed: 'plan', id: what === 2 ? null : (plan?.id ?? null) } })
  if (plan && what === 0) {
    valueOf(await deletePlan(logbook, me, plan.id, { version: plan.version }))
    return tell({ done: { deed: 'plan', id: plan.id, version: null, text: '' } })
  }
  const kept =
    plan && what === 1
      ? valueOf(await savePlan(logbook, me, plan.id, { name: 'Kill', text, version: plan.version }))
      : valueOf(await addPlan(logbook, me, { name: 'Kill', text }))
  tell({ done: { deed: 'plan', id: kept.id, version: kept.version, text: kept.text } })
}

const live = async (logbook: Logbook): Promise<never> => {
  await resumeImports(logbook)
  for (let count = 0; ; count++) {
    const what = next(3)
    if (what === 0) await importSomething(logbook, 400)
    else if (what === 1) await planSomething(logbook)
    else await changeSomething(logbook)
  }
}

const restoreAgainAndAgain = async (logbook: Logbook): Promise<never> => {
  for (;;) {
    tell({ begins: { deed: 'delete' } })
    valueOf(await deleteEverything(logbook, logbook.owner))
    tell({ done: { deed: 'delete' } })
    tell({ begins: { deed: 'restore' } })
    valueOf(await restoreEverything(logbook, logbook.owner, { path: archive }))
    tell({ done: { deed: 'restore' } })
  }
}

const logbook = await open()
if (mode === 'life') await live(logbook)
if (mode === 'restore') await restoreAgainAndAgain(logbook)
// A migration is done with the opening: the process waits to be killed.
setInterval(() => {}, 1000)
