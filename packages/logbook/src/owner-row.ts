import { AthleteId } from './owner.ts'
import type { Store } from './store/store.ts'
import type { Display } from './views/keeping.ts'

/** How the screens look before anybody said otherwise. */
const FIRST_DISPLAY: Display = {
  unit: 'km',
  theme: 'system',
  shortcuts: true,
  locale: null,
}

interface Makers {
  readonly now: () => number
  readonly newId: () => string
}

/** The athlete of a logbook of one person: the first that it had, made at the first opening. */
export const ownerOf = (store: Store, { now, newId }: Makers): Promise<AthleteId> =>
  store.db.transaction().execute(async (tx) => {
    const first = await tx
      .selectFrom('athletes')
      .select('athlete')
      .orderBy('made')
      .orderBy('athlete')
      .limit(1)
      .execute()
    if (first[0]) return first[0].athlete
    const athlete = AthleteId.parse(newId())
    await tx.insertInto('athletes').values(firstRow(athlete, now())).execute()
    return athlete
  })

/** An athlete of whom nothing is known yet. */
export const firstRow = (athlete: AthleteId, made: number) => ({
  athlete,
  profile: JSON.stringify({ marks: [] }),
  display: JSON.stringify(FIRST_DISPLAY),
  version: 0,
  demo: 0 as const,
  made,
})
