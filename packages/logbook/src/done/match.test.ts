import { expect, test } from 'vitest'
import { onBoth } from '../../../../tests/postgres/both.ts'
import type { Logbook } from '../logbook.ts'
import { deleteActivity } from './delete-activity.ts'
import { matchActivity } from './match-activity.ts'
import { remeasure } from './remeasure.ts'
import { rematch } from './rematch.ts'
import { runImport } from './run-import.ts'
import { easy, fitOf, intervals, type RunOf } from './runs.arbitrary.ts'
import { shortSeason } from './season.arbitrary.ts'
import { seeActivity } from './see-activity.ts'
import { seeImport } from './see-import.ts'
import { seeProgress } from './see-progress.ts'
import { beginImport } from './start-import.ts'

const take = async (logbook: Logbook, ...runs: readonly RunOf[]) => {
  const id = await beginImport(
    logbook,
    logbook.owner,
    runs.map((run) => ({ name: `${run.at}.fit`, bytes: fitOf(run) })),
  )
  if (!id.ok) throw new Error(id.fault.message)
  await runImport(logbook, logbook.owner, id.value)
  const view = await seeImport(logbook, logbook.owner, id.value)
  if (!view.ok) throw new Error(view.fault.message)
  return view.value.files
}

const reviews = (logbook: Logbook) =>
  logbook.store.db
    .selectFrom('reviews')
    .select(['session', 'activity', 'state', 'verdict'])
    .where('athlete', '=', logbook.owner)
    .orderBy('day')
    .execute()

const TUESDAY: RunOf = { at: '2026-10-20T07:05:00Z', legs: intervals(3, 1000, 5000 / 1110) }

onBoth('sessions and what was done', (bench) => {
  test('a run of the day completes its session and is reviewed by its reps', async () => {
    const logbook = await bench.open()
    const sessions = await shortSeason(logbook)
    const [file] = await take(logbook, TUESDAY)
    const session = sessions.get('2026-10-20')
    expect(file).toMatchObject({ state: 'added', verdict: 'as planned', activity: { session: { id: session?.id } } })
    const view = await seeActivity(logbook, logbook.owner, file?.activity?.id ?? '')
    expect(view.ok && view.value.review?.reps.map(({ verdict }) => verdict)).toEqual(['on', 'on', 'on'])
    expect(view.ok && view.value.review?.reps[0]?.planned?.text).toBe('1000m @5K')
    expect(view.ok && view.value.review?.reps[0]?.recovery?.verdict).toBe('kept')
    expect(view.ok && view.value.review?.reps[2]?.recovery).toBeNull()
    const choices = view.ok ? view.value.choices : []
    expect(choices.map((choice) => choice.session)).toContain(session?.id)
    expect(choices.every(({ day }) => day >= '2026-10-19' && day <= '2026-10-21')).toBe(true)
  })

  test('a run a day late asks, and the word of the athlete decides', async () => {
    const logbook = await bench.open()
    const sessions = await shortSeason(logbook)
    const [late] = await take(logbook, { at: '2026-10-24T18:00:00Z', legs: [easy(5)] })
    const friday = sessions.get('2026-10-23')?.id ?? ''
    expect(late).toMatchObject({ verdict: null, asks: { session: friday } })
    const id = late?.activity?.id ?? ''
    const yes = await matchActivity(logbook, logbook.owner, id, { session: friday })
    expect(yes).toMatchObject({ ok: true, value: { activity: { session: { id: friday } } } })
    expect(await reviews(logbook)).toContainEqual(
      expect.objectContaining({ session: friday, activity: id, state: 'done' }),
    )
    const no = await matchActivity(logbook, logbook.owner, id, { session: null })
    expect(no).toMatchObject({ ok: true, value: { activity: { session: null }, review: { recognised: true } } })
    await rematch(logbook, logbook.owner)
    expect((await reviews(logbook)).map(({ session }) => session)).not.toContain(friday)
    const unknown = await matchActivity(logbook, logbook.owner, id, { session: 'w9-9' })
    expect(unknown).toMatchObject({ ok: false, fault: { code: 'not-found' } })
  })

  test('one activity never completes two sessions, nor two one, whatever the order they come in', async () => {
    const runs: readonly RunOf[] = [
      { at: '2026-10-23T12:00:00Z', legs: [easy(3)], seed: 5 },
      { at: '2026-10-23T07:00:00Z', legs: [easy(5)], seed: 6 },
      TUESDAY,
    ]
    const matched: unknown[] = []
    for (const order of [runs, runs.toReversed()]) {
      const logbook = await bench.open({}, `order-${matched.length}`)
      await shortSeason(logbook)
      await take(logbook, ...order)
      const rows = await logbook.store.db
        .selectFrom('reviews')
        .innerJoin('activities', (join) =>
          join.onRef('activities.athlete', '=', 'reviews.athlete').onRef('activities.id', '=', 'reviews.activity'),
        )
        .select(['reviews.session', 'reviews.state', 'activities.start_ms'])
        .orderBy('reviews.session')
        .execute()
      expect(new Set(rows.map(({ start_ms }) => start_ms)).size).toBe(rows.length)
      matched.push(rows)
    }
    expect(matched[0]).toEqual(matched[1])
  })

  test('a session is open again once its activity is deleted, and the next best takes it', async () => {
    const logbook = await bench.open()
    const sessions = await shortSeason(logbook)
    const friday = sessions.get('2026-10-23')?.id
    const [best, other] = await take(
      logbook,
      { at: '2026-10-23T07:00:00Z', legs: [easy(5)] },
      { at: '2026-10-23T17:00:00Z', legs: [easy(4.5)], seed: 3 },
    )
    const of = async () => (await reviews(logbook)).find(({ session }) => session === friday)?.activity
    expect(await of()).toBe(best?.activity?.id)
    await deleteActivity(logbook, logbook.owner, best?.activity?.id ?? '')
    expect(await of()).toBe(other?.activity?.id)
  })

  test('a season that is made later finds what was done', async () => {
    const logbook = await bench.open()
    const [file] = await take(logbook, TUESDAY)
    expect(file?.activity?.session).toBeNull()
    await shortSeason(logbook)
    await rematch(logbook, logbook.owner)
    expect(await reviews(logbook)).toMatchObject([{ activity: file?.activity?.id, verdict: 'as planned' }])
  })

  test('runs that came before the first mark are measured once there is one', async () => {
    const logbook = await bench.open()
    await take(logbook, TUESDAY)
    const intensities = async (): Promise<string | undefined> => {
      const [row] = await logbook.store.db.selectFrom('activities').select('measures').execute()
      return row?.measures
    }
    expect(await intensities()).toContain('"by_intensity":null')
    await remeasure(logbook, logbook.owner)
    expect(await intensities()).toContain('"by_intensity":null')
    await shortSeason(logbook)
    await remeasure(logbook, logbook.owner)
    expect(await intensities()).toContain('"intensity":"5K"')
  })

  test('progress adds up what was measured, and says nothing of what nobody knows', async () => {
    const logbook = await bench.open({ now: () => Date.parse('2026-10-25T20:00:00Z') })
    const empty = await seeProgress(logbook, logbook.owner, { weeks: 2 })
    expect(empty).toMatchObject({
      ok: true,
      value: {
        easy: { done: { by_time: null }, planned: { by_time: null } },
        predicted: [],
        best_efforts: [],
        reps: [],
      },
    })
    await shortSeason(logbook)
    await take(logbook, { at: '2026-10-19T07:00:00Z', legs: [easy(8)] }, TUESDAY)
    const view = await seeProgress(logbook, logbook.owner, { weeks: 2 })
    if (!view.ok) throw new Error(view.fault.message)
    const [before, week] = view.value.weeks
    expect(before).toMatchObject({ monday: '2026-10-12', planned_m: null, done_m: 0 })
    expect(week?.done_m).toBeGreaterThan(17_000)
    expect(view.value.easy.done.by_sessions).toBe(0.5)
    expect(view.value.easy.planned.by_sessions).toBeGreaterThan(0.5)
    expect(view.value.easy.planned.by_sessions).toBeLessThan(1)
    expect(view.value.best_efforts.find(({ distance_m }) => distance_m === 1000)?.duration_s).toBeCloseTo(222, -1)
    expect(view.value.predicted.find(({ race }) => race === '5K')?.time_s).toBe(1110)
    expect(view.value.reps).toMatchObject([{ reps: 3, on: 3, kick_ratio: null }])
  })
})
