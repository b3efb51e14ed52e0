import { SLOTS, WEEKDAYS, weekdayIndex } from '../../calendar/week.ts'
import type { Hardness } from '../../workout/hardness.ts'
import type { Entry, Waived } from './model.ts'
import type { DaySlot, PlacementProblem, PlacementSession } from './problem.ts'
import { RUNS } from './rules.ts'

/** The sessions that are kept, in the order of the search and of ties. */
export const entriesOf = ({ sessions }: PlacementProblem, waived: Waived): readonly Entry[] => {
  const sorted = sessions
    .filter(({ id }) => !waived.sessions.has(id))
    .map((session) => keyed(entryOf(session, waived)))
    .sort((a, b) => compareKeys(a.key, b.key) || byName(a, b))
  return sorted.map(({ entry, key }, index) => {
    const previous = sorted[index - 1]
    return { ...entry, twin: previous !== undefined && compareKeys(previous.key, key) === 0 }
  })
}

const entryOf = (session: PlacementSession, waived: Waived): Entry => {
  const { fixed, ...free } = session
  const { hardness, minutes, id } = session
  return {
    session: fixed && !waived.fixed.has(id) ? session : free,
    hardness,
    minutes,
    needs: waived.minutes.has(id) ? 0 : minutes,
    run: RUNS.some((run) => run === hardness),
    leads: !session.afterRun,
    trains: hardness !== 'mobility' && hardness !== 'rest',
    twin: false,
  }
}

/** Hardest first, as the coach would place them. */
const ORDER: readonly Hardness[] = [
  'race',
  'test',
  'key',
  'hard',
  'long',
  'heavy-strength',
  'plyometrics',
  'light-strength',
  'rest',
  'easy',
  'mobility',
]

interface Keyed {
  readonly entry: Entry
  /** Everything that tells two sessions apart but their names. */
  readonly key: readonly number[]
}

const keyed = (entry: Entry): Keyed => {
  const { session, hardness, minutes, needs } = entry
  const what = [session.fixed ? 0 : 1, ORDER.indexOf(hardness), session.afterRun ? 1 : 0, -minutes, -needs]
  return { entry, key: [...what, placeKey(session.fixed), placeKey(session.wish)] }
}

const placeKey = (place: Partial<DaySlot> | undefined): number => {
  if (!place) return -1
  const half = place.slot === undefined ? 0 : SLOTS.indexOf(place.slot) + 1
  return (place.day === undefined ? WEEKDAYS.length : weekdayIndex(place.day)) * (SLOTS.length + 1) + half
}

const compareKeys = (a: readonly number[], b: readonly number[]): number => {
  for (let position = 0; position < a.length; position++) {
    const more = (a[position] ?? 0) - (b[position] ?? 0)
    if (more !== 0) return more
  }
  return 0
}

const byName = (a: Keyed, b: Keyed): number => (a.entry.session.id < b.entry.session.id ? -1 : 1)
