import { flatten, isRecovery, weekdayOf, type Day, type SeasonSession } from '@bell-lap/core'
import type { Running } from './legs.ts'

/** What happened to a session that lies in the past. */
export type Happening =
  | { readonly kind: 'run'; readonly running: Running; readonly twice?: true; readonly after?: 'a jog' }
  /** Run in the evening of the next day. */
  | { readonly kind: 'late'; readonly running: Running }
  | { readonly kind: 'missed' }

const RUNS: ReadonlySet<string> = new Set(['run', 'race', 'test', 'mixed'])
export const isRunSession = ({ workout }: SeasonSession): boolean => RUNS.has(workout.kind)

const USUAL: Happening = { kind: 'run', running: {} }
/** Slower in the last repetition than in the first, as a share: more than what counts as even. */
const FADE = 0.06
/** Bouts of work that make a set: fewer show neither fade nor evenness. */
const FEWEST = 3
const boutsOf = ({ workout }: SeasonSession): number => flatten(workout).filter(({ step }) => !isRecovery(step)).length
/** Repetitions left out of a session that was cut short. */
const CUT = 3

/**
 * What happened to each past session: most were run as planned, the key session before the last one faded, one easy run
 * was missed, one was run a day late, one threshold session was cut short, one run came in two files, one day had
 * a run that nobody planned.
 */
export const storyOf = (sessions: readonly SeasonSession[], today: Day): ReadonlyMap<string, Happening> => {
  const past = sessions.filter((session) => session.day < today && isRunSession(session))
  const story = new Map(past.map((session): [string, Happening] => [session.id, USUAL]))
  const sets = past.filter((session) => session.hardness === 'key' && boutsOf(session) >= FEWEST)
  const easy = past.filter(({ hardness }) => hardness === 'easy')
  const tell = (session: SeasonSession | undefined, happening: Happening): void => {
    if (session) story.set(session.id, happening)
  }
  tell(sets.at(2), { kind: 'run', running: { cut: CUT } })
  tell(sets.at(4), { kind: 'run', running: {}, twice: true })
  tell(sets.at(-2), { kind: 'run', running: { fade: FADE } })
  tell(
    easy.find(({ day }) => weekdayOf(day) === 'Wed' && day >= today - 21),
    { kind: 'late', running: {} },
  )
  tell(
    easy.find(({ day }) => weekdayOf(day) === 'Fri' && day >= today - 14),
    { kind: 'missed' },
  )
  tell(
    easy.find(({ day }) => weekdayOf(day) === 'Mon' && day >= today - 14),
    { kind: 'run', running: {}, after: 'a jog' },
  )
  return story
}
