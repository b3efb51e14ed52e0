import type { Kysely } from 'kysely'
import type { Activity } from '@bell-lap/core'
import type { AthleteId } from '../owner.ts'
import type { Tables } from '../store/tables.ts'
import { CODING, unpackColumns } from './columns.ts'
import { parseSummary } from './summary.ts'

/** An activity as it was read from its file, out of the store; undefined where the athlete has no such one. */
export const recordingOf = async (
  db: Kysely<Tables>,
  athlete: AthleteId,
  id: string,
): Promise<Activity | undefined> => {
  const row = await db
    .selectFrom('activities')
    .innerJoin('streams', (join) =>
      join.onRef('streams.athlete', '=', 'activities.athlete').onRef('streams.activity', '=', 'activities.id'),
    )
    .select(['activities.summary', 'streams.coding', 'streams.columns'])
    .where('activities.athlete', '=', athlete)
    .where('activities.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.coding !== CODING)
    throw new Error(`The samples of ${id} are packed as ${row.coding}, which is not known here.`)
  return { ...parseSummary(row.summary), ...unpackColumns(row.columns) }
}
