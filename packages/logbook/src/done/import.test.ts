import { existsSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { onBoth } from '../../../../tests/postgres/both.ts'
import type { Logbook } from '../logbook.ts'
import type { ImportView } from '../views/done.ts'
import { cancelImport } from './cancel-import.ts'
import { deleteActivity } from './delete-activity.ts'
import { listActivities } from './list-activities.ts'
import { resumeImports } from './resume-imports.ts'
import { runImport } from './run-import.ts'
import { easy, fitOf, intervals } from './runs.arbitrary.ts'
import { seeActivity } from './see-activity.ts'
import { seeImport } from './see-import.ts'
import { beginImport, type IncomingFile } from './start-import.ts'
import { activityFile } from './activity-file.ts'
import { seeStream } from './see-stream.ts'

const file = (name: string, bytes: Uint8Array): IncomingFile => ({ name, bytes })
const MONDAY = fitOf({ at: '2026-10-19T07:00:00Z', legs: [easy(8)] })
const TUESDAY = fitOf({ at: '2026-10-20T07:00:00Z', legs: intervals(5, 1000, 4.5) })
const WEDNESDAY = fitOf({ at: '2026-10-21T07:00:00Z', legs: [easy(6)] })

const begun = async (logbook: Logbook, files: readonly IncomingFile[]): Promise<string> => {
  const id = await beginImport(logbook, logbook.owner, files)
  if (!id.ok) throw new Error(id.fault.message)
  return id.value
}

const seen = async (logbook: Logbook, id: string): Promise<ImportView> => {
  const view = await seeImport(logbook, logbook.owner, id)
  if (!view.ok) throw new Error(view.fault.message)
  return view.value
}

const imported = async (logbook: Logbook, ...files: readonly IncomingFile[]): Promise<ImportView> => {
  const id = await begun(logbook, files)
  await runImport(logbook, logbook.owner, id)
  return seen(logbook, id)
}

const states = ({ files }: ImportView): unknown => files.map(({ name, state }) => [name, state])

const hashesIn = async ({ store }: Logbook): Promise<readonly string[]> => {
  const rows = await store.db.selectFrom('files').select('hash').execute()
  return rows.map(({ hash }) => hash)
}

onBoth('an import', (bench) => {
  test('takes files in one by one; a bad one stops no other', async () => {
    const logbook = await bench.open()
    const told: string[] = []
    logbook.events.subscribe((event) => told.push(event.kind))
    const view = await imported(
      logbook,
      file('mon.fit', MONDAY),
      file('empty.fit', new Uint8Array()),
      file('words.txt', strToU8('not a run at all')),
      file('half.fit', TUESDAY.subarray(0, 200)),
      file('wed.fit', WEDNESDAY),
    )
    expect(states(view)).toEqual([
      ['mon.fit', 'added'],
      ['empty.fit', 'refused'],
      ['words.txt', 'refused'],
      ['half.fit', expect.stringMatching(/added|refused/)],
      ['wed.fit', 'added'],
    ])
    expect(view).toMatchObject({ state: 'done', total: 5, finished: 5 })
    expect(view.files[1]).toMatchObject({ code: 'empty' })
    expect(view.files[2]).toMatchObject({ code: 'not-recognised' })
    expect(view.files[0]?.activity).toMatchObject({ day: '2026-10-19', start: '07:00', sport: 'running' })
    expect(told.length).toBeGreaterThanOrEqual(5)
  })

  test('the same bytes again add nothing, whatever they are called', async () => {
    const logbook = await bench.open()
    await imported(logbook, file('mon.fit', MONDAY))
    const view = await imported(logbook, file('again.fit', MONDAY), file('and again.fit', MONDAY))
    expect(states(view)).toEqual([
      ['again.fit', 'known'],
      ['and again.fit', 'known'],
    ])
    expect(view.files[0]?.activity?.day).toBe('2026-10-19')
    const list = await listActivities(logbook, logbook.owner)
    expect(list.ok && list.value.activities.length).toBe(1)
  })

  test('the same run from another device is a duplicate, and nothing of it is kept', async () => {
    const logbook = await bench.open()
    await imported(logbook, file('watch.fit', TUESDAY))
    const phone = fitOf({ at: '2026-10-20T07:00:04Z', legs: intervals(5, 1000, 4.5) })
    const view = await imported(logbook, file('phone.fit', phone))
    expect(states(view)).toEqual([['phone.fit', 'duplicate']])
    expect(view.files[0]?.message).toMatch(/same run/)
    expect((await hashesIn(logbook)).length).toBe(1)
  })

  test('archives give a verdict for each file in them, twice the same', async () => {
    const logbook = await bench.open()
    const zip = zipSync({
      'runs/mon.fit': MONDAY,
      'runs/tue.fit': TUESDAY,
      'readme.txt': strToU8('hello'),
      '../out.fit': WEDNESDAY,
    })
    const first = await imported(logbook, file('all.zip', zip), file('wed.fit', WEDNESDAY))
    expect(states(first)).toEqual([
      ['all.zip/runs/mon.fit', 'added'],
      ['all.zip/runs/tue.fit', 'added'],
      ['all.zip/readme.txt', 'refused'],
      [expect.stringContaining('out.fit'), 'refused'],
      ['wed.fit', 'added'],
    ])
    const again = await imported(logbook, file('all.zip', zip))
    expect(again.counts).toMatchObject({ added: 0, known: 2, refused: 2 })
  })

  test('what was refused leaves no file behind', async () => {
    const logbook = await bench.open()
    const id = await begun(logbook, [file('words.txt', strToU8('nothing'))])
    const rows = await logbook.store.db.selectFrom('import_files').select('hash').execute()
    const path = logbook.files.path(rows[0]?.hash ?? '')
    expect(existsSync(path)).toBe(true)
    await runImport(logbook, logbook.owner, id)
    expect(existsSync(path)).toBe(false)
    expect(await hashesIn(logbook)).toEqual([])
  })

  test('goes on after the logbook was closed in the middle, and comes to the same', async () => {
    const logbook = await bench.open()
    const all = [file('mon.fit', MONDAY), file('a.zip', zipSync({ 't.fit': TUESDAY, 'w.fit': WEDNESDAY }))]
    const id = await begun(logbook, all)
    const running = runImport(logbook, logbook.owner, id)
    await new Promise<void>((resolve) => {
      const stop = logbook.events.subscribe(() => {
        stop()
        resolve()
      })
    })
    await logbook.close()
    await running
    const again = await bench.open()
    const { done } = await resumeImports(again)
    await done
    const view = await seen(again, id)
    expect(states(view)).toEqual([
      ['mon.fit', 'added'],
      ['a.zip/t.fit', 'added'],
      ['a.zip/w.fit', 'added'],
    ])
    expect(view.state).toBe('done')
    const list = await listActivities(again, again.owner)
    expect(list.ok && list.value.activities.length).toBe(3)
  })

  test('cancelled before it runs, takes nothing in and keeps nothing', async () => {
    const logbook = await bench.open()
    const id = await begun(logbook, [file('mon.fit', MONDAY), file('tue.fit', TUESDAY)])
    const view = await cancelImport(logbook, logbook.owner, id)
    expect(view).toMatchObject({ ok: true, value: { state: 'cancelled' } })
    await runImport(logbook, logbook.owner, id)
    const after = await seen(logbook, id)
    expect(states(after)).toEqual([
      ['mon.fit', 'cancelled'],
      ['tue.fit', 'cancelled'],
    ])
    expect(await hashesIn(logbook)).toEqual([])
  })

  test('a file that breaks off on its way in leaves no import behind', async () => {
    const logbook = await bench.open()
    const breaking = async function* (): AsyncGenerator<Uint8Array> {
      yield MONDAY
      throw new Error('the line is down')
    }
    const files = [file('tue.fit', TUESDAY), { name: 'mon.fit', bytes: breaking() }]
    await expect(beginImport(logbook, logbook.owner, files)).rejects.toThrow('the line is down')
    expect(await logbook.store.db.selectFrom('imports').selectAll().execute()).toEqual([])
    expect(await logbook.files.sweep()).toBe(0)
  })

  test('an activity shows what its watch said, its stream, and the file byte for byte', async () => {
    const logbook = await bench.open()
    const { files } = await imported(logbook, file('tue.fit', TUESDAY))
    const id = files[0]?.activity?.id ?? ''
    const view = await seeActivity(logbook, logbook.owner, id)
    expect(view).toMatchObject({ ok: true, value: { file: { name: 'tue.fit', bytes: TUESDAY.length } } })
    expect(view.ok && view.value.laps.length).toBe(11)
    expect(view.ok && view.value.review?.recognised).toBe(true)
    expect(view.ok && view.value.review?.reps.length).toBe(5)
    const stream = await seeStream(logbook, logbook.owner, id, { points: 300 })
    expect(stream.ok && stream.value.time_s.length).toBeLessThanOrEqual(300)
    const original = await activityFile(logbook, logbook.owner, id)
    expect(original.ok && Buffer.compare(original.value.body, TUESDAY)).toBe(0)
  })

  test('a deleted activity takes its file with it, unless another one came in the same', async () => {
    const logbook = await bench.open()
    const zip = zipSync({ 'mon.fit': MONDAY, 'tue.fit': TUESDAY })
    const { files } = await imported(logbook, file('two.zip', zip))
    const [first, second] = files.map(({ activity }) => activity?.id ?? '')
    const [hash = ''] = await hashesIn(logbook)
    await deleteActivity(logbook, logbook.owner, first ?? '')
    expect(existsSync(logbook.files.path(hash))).toBe(true)
    await deleteActivity(logbook, logbook.owner, second ?? '')
    expect(existsSync(logbook.files.path(hash))).toBe(false)
    expect(await deleteActivity(logbook, logbook.owner, second ?? '')).toMatchObject({
      ok: false,
      fault: { code: 'not-found' },
    })
    expect(await logbook.store.db.selectFrom('streams').selectAll().execute()).toEqual([])
  })

  test('pages list every activity once, newest first', async () => {
    const logbook = await bench.open()
    const days = Array.from({ length: 7 }, (_, day) => `2026-09-0${day + 1}T07:00:00Z`)
    await imported(logbook, ...days.map((at, index) => file(at, fitOf({ at, legs: [easy(1 + index)], seed: index }))))
    const found: (string | null)[] = []
    let before: string | undefined
    for (let page = 0; page < 4; page++) {
      const list = await listActivities(logbook, logbook.owner, { before, limit: 3 })
      if (!list.ok) throw new Error(list.fault.message)
      found.push(...list.value.activities.map(({ day }) => day))
      if (list.value.next === null) break
      before = list.value.next
    }
    expect(found).toEqual(days.map((at) => at.slice(0, 10)).toReversed())
    expect(await listActivities(logbook, logbook.owner, { before: 'nonsense' })).toMatchObject({ ok: false })
  })
})
