import { easyDone } from '../done/easy-share.ts'
import { isRun } from '../done/summary.ts'
import type { SessionCard, WeekSum, WeekView } from '../views/season.ts'
import type { DoneActivity, DoneSoFar } from './done-so-far.ts'
import type { PlannedWeek } from './face.ts'
import { withStanding } from './standing.ts'

/** A week with what became of its sessions, and what was done beside them. */
export const weekView = ({ week, days, planned }: PlannedWeek, done: DoneSoFar, today: string): WeekView => {
  const matched = new Set([...done.sessions.values()].map(({ activity }) => activity))
  const first = days[0]?.day ?? ''
  const last = days.at(-1)?.day ?? ''
  const activities = done.activities.filter(({ card }) => card.day >= first && card.day <= last)
  const shown = days.map(({ cards, skipped, ...day }) => ({
    ...day,
    sessions: [...cards.map((card) => withStanding(card, done, today)), ...skipped].toSorted(byStart),
    unplanned: activities.map(({ card }) => card).filter((card) => card.day === day.day && !matched.has(card.activity)),
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

const KEY = ['key', 'test']

const doneSum = (activities: readonly DoneActivity[], cards: readonly SessionCard[], done: DoneSoFar): WeekSum => {
  const runs = activities.filter(({ sport }) => isRun(sport))
  return {
    distance_m: runs.reduce((sum, { card }) => sum + (card.done.distance_m ?? 0), 0),
    duration_s: runs.reduce((sum, { card }) => sum + (card.done.duration_s ?? 0), 0),
    easy_share: easyDone(runs).by_time,
    key_sessions: cards.filter(({ id, hardness }) => KEY.includes(hardness) && done.sessions.get(id)?.state === 'done')
      .length,
  }
}
