import type { SessionCard, WeekSum, WeekView } from '../views/season.ts'
import type { DoneActivity, DoneSoFar } from './done-so-far.ts'
import type { PlannedWeek } from './face.ts'
import { withStanding } from './standing.ts'

/** A week with what became of its sessions, and what was done beside them. */
export const weekView = ({ week, days, planned }: PlannedWeek, done: DoneSoFar, today: string): WeekView => {
  const matched = new Set([...done.sessions.values()].map(({ activity }) => activity))
  const first = days[0]?.day ?? ''
  const last = days.at(-1)?.day ?? ''
  const activities = done.activities.filter(({ day }) => day >= first && day <= last)
  const shown = days.map(({ cards, skipped, ...day }) => ({
    ...day,
    sessions: [...cards.map((card) => withStanding(card, done, today)), ...skipped].toSorted(byStart),
    unplanned: activities.filter((each) => each.day === day.day && !matched.has(each.activity)).map(unplannedCard),
  }))
  return {
    number: week.number,
    monday: first,
    kind: week.kind,
    phase: week.phase,
    objective: week.objective,
    days: shown,
    planned,
    done: doneSum(
      activities,
      shown.flatMap(({ sessions }) => sessions),
      done,
    ),
  }
}

const byStart = (a: SessionCard, b: SessionCard): number => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)

const unplannedCard = ({ activity, day, start, title, done }: DoneActivity) => ({ activity, day, start, title, done })

const KEY = ['key', 'test']

const doneSum = (activities: readonly DoneActivity[], cards: readonly SessionCard[], done: DoneSoFar): WeekSum => {
  const runs = activities.filter(({ sport }) => sport === 'running')
  return {
    distance_m: runs.reduce((sum, each) => sum + (each.done.distance_m ?? 0), 0),
    duration_s: runs.reduce((sum, each) => sum + (each.done.duration_s ?? 0), 0),
    // Told with the progress of weeks, where each recording's seconds at each intensity are added up.
    easy_share: null,
    key_sessions: cards.filter(({ id, hardness }) => KEY.includes(hardness) && done.sessions.get(id)?.state === 'done')
      .length,
  }
}
