import { fail, ok, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import type { ActivityList } from '../views/done.ts'
import { CARD_COLUMNS, cardsOfRows } from './card.ts'

/** How many are told at once where nobody says. */
const USUAL = 50
const MOST = 200

interface Cursor {
  readonly listed: number
  readonly id: string
}

const CURSOR = /^(-?\d{1,16})\.(.{1,100})$/

const parseCursor = (text: string): Cursor | undefined => {
  const [, listed, id] = CURSOR.exec(text) ?? []
  return listed === undefined || id === undefined ? undefined : { listed: Number(listed), id }
}

const rowsBefore = (logbook: Logbook, athlete: AthleteId, before: Cursor | undefined, limit: number) => {
  let query = logbook.store.db
    .selectFrom('activities')
    .select([...CARD_COLUMNS, 'listed_ms'])
    .where('athlete', '=', athlete)
  if (before)
    query = query
      .where('listed_ms', '<=', before.listed)
      .where((eb) => eb.or([eb('listed_ms', '<', before.listed), eb('id', '<', before.id)]))
  return query.orderBy('listed_ms', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** What was done, newest first, a page at a time. `before`: the `next` of the page before. */
export const listActivities = async (
  logbook: Logbook,
  athlete: AthleteId,
  { before, limit = USUAL }: { readonly before?: string | undefined; readonly limit?: number | undefined } = {},
): Promise<Result<ActivityList, LogbookFault>> => {
  const cursor = before === undefined ? undefined : parseCursor(before)
  if (before !== undefined && !cursor)
    return fail({ code: 'invalid', reason: 'cursor', message: `There is no page before ${before}.` })
  const most = Math.min(MOST, Math.max(1, limit))
  const rows = await rowsBefore(logbook, athlete, cursor, most + 1)
  const page = rows.slice(0, most)
  const cards = await cardsOfRows(logbook, athlete, page)
  const last = rows.length > most ? page.at(-1) : undefined
  return ok({
    activities: page.flatMap(({ id }) => cards.get(id)?.card ?? []),
    next: last ? `${last.listed_ms}.${last.id}` : null,
  })
}
