import type { Logbook } from '../../packages/logbook/src/logbook.ts'
import { must } from './checks.ts'
import type { Deed, Told } from './told.ts'

/** What a logbook must hold by all that was told of it so far. */
export interface Known {
  /** Plans by id: version and text, or null where it was deleted. */
  readonly plans: Map<string, { readonly version: number; readonly text: string } | null>
  /** The season's version that was told last; 0 before there is one. */
  version: number
  /** Runs that were taken in: their import, and the activity once that was told. */
  readonly runs: Map<number, { readonly id: string; readonly activity: string | null }>
  /** What had begun and was not told as done when the last process was killed. */
  open: Deed | undefined
}

export const nothingKnown = (): Known => ({ plans: new Map(), version: 0, runs: new Map(), open: undefined })

/** Adds what another process told before it was killed. */
export const learn = (known: Known, told: readonly Told[]): void => {
  for (const word of told) {
    if ('begins' in word) {
      known.open = word.begins
      continue
    }
    const { done } = word
    known.open = undefined
    if (done.deed === 'change' || done.deed === 'season') known.version = done.version
    if (done.deed === 'plan')
      known.plans.set(done.id, done.version === null ? null : { version: done.version, text: done.text })
    if (done.deed === 'import')
      known.runs.set(done.run, { id: done.id, activity: done.activity ?? known.runs.get(done.run)?.activity ?? null })
  }
}

/** Nothing that was told as done is missing; at most what was under way is there besides. Then that is known too. */
export const checkKept = async (logbook: Logbook, known: Known): Promise<void> => {
  await checkPlans(logbook, known)
  await checkVersion(logbook, known)
  await checkRuns(logbook, known)
  known.open = undefined
}

const checkPlans = async ({ store, owner }: Logbook, known: Known): Promise<void> => {
  const rows = await store.db
    .selectFrom('plans')
    .select(['id', 'version', 'text'])
    .where('athlete', '=', owner)
    .execute()
  const there = new Map(rows.map((row) => [row.id, row]))
  const under = known.open?.deed === 'plan' ? known.open : undefined
  for (const [id, want] of known.plans) {
    const row = there.get(id)
    const isSame = want === null ? row === undefined : row?.version === want.version && row.text === want.text
    const isNext = under?.id === id && want !== null && (row === undefined || row.version === want.version + 1)
    must(isSame || isNext, `the plan ${id} is not as it was told: ${JSON.stringify({ want, row })}`)
    known.plans.set(id, row ? { version: row.version, text: row.text } : null)
  }
  const more = rows.filter(({ id }) => !known.plans.has(id))
  must(more.length <= (under && under.id === null ? 1 : 0), 'there is a plan that nobody told of')
  for (const { id, version, text } of more) known.plans.set(id, { version, text })
}

const checkVersion = async ({ store, owner }: Logbook, known: Known): Promise<void> => {
  const row = await store.db
    .selectFrom('seasons')
    .select('version')
    .where('athlete', '=', owner)
    .where('active', '=', 1)
    .executeTakeFirst()
  const version = row?.version ?? 0
  const more = known.open?.deed === 'change' || known.open?.deed === 'season' ? 1 : 0
  must(version >= known.version, `version ${known.version} was told, and ${version} is there`)
  must(version <= known.version + more, `version ${version} is there, and nobody told of it after ${known.version}`)
  known.version = version
}

/** What an import says of its file. */
const fateOf = async ({ store, owner }: Logbook, id: string): Promise<string> => {
  const rows = await store.db
    .selectFrom('import_files')
    .select(['state', 'verdict'])
    .where('athlete', '=', owner)
    .where('import', '=', id)
    .execute()
  return rows.map(({ state, verdict }) => `${state} ${verdict ?? ''}`).join('; ')
}

/** Of each run that was taken in there is one activity, the one that was told. */
const checkRuns = async (logbook: Logbook, known: Known): Promise<void> => {
  const { store, owner } = logbook
  const imports = await store.db.selectFrom('imports').select(['id', 'state']).where('athlete', '=', owner).execute()
  const states = new Map(imports.map(({ id, state }) => [id, state]))
  const activities = await store.db
    .selectFrom('activities')
    .select(['id', 'title'])
    .where('athlete', '=', owner)
    .execute()
  const titles = activities.map(({ title }) => title)
  must(new Set(titles).size === titles.length, 'a run is there twice')
  for (const [run, { id, activity }] of known.runs) {
    must(states.get(id) === 'done', `the import of run ${run} is ${states.get(id) ?? 'gone'}`)
    const row = activities.find(({ title }) => title === `run ${run}`)
    must(row !== undefined, `run ${run} was taken in and is not there: ${await fateOf(logbook, id)}`)
    must(activity === null || row?.id === activity, `run ${run} is another activity than was told`)
    known.runs.set(run, { id, activity: row?.id ?? null })
  }
  const under = known.open?.deed === 'import' && !known.runs.has(known.open.run) ? 1 : 0
  must(activities.length <= known.runs.size + under, 'there is a run that nobody told of')
  if (under === 1 && known.open?.deed === 'import') {
    const row = activities.find(({ title }) => title === `run ${known.open?.deed === 'import' ? known.open.run : ''}`)
    const last = imports.at(-1)
    if (row && last) known.runs.set(known.open.run, { id: last.id, activity: row.id })
  }
}
