import { addDays, distributionOf, easyShare, planOfSeason, scheduleOf, type Day } from '@bell-lap/core'
import type { KeptSeason } from '../season/kept-season.ts'
import { seasonSpeeds } from '../season/face.ts'
import type { ProgressView } from '../views/done.ts'
import type { DoneRow } from './see-progress.ts'

type EasyShare = ProgressView['easy']['done']

const EASY: ReadonlySet<string> = new Set(['recovery', 'easy', 'steady'])
const HARD: ReadonlySet<string> = new Set(['threshold', '5K', 'mile', '800'])
/**
 * Seconds at threshold pace and faster from which a run was no easy one (convention): a set of strides has about two
 * minutes of them, the shortest session of work five.
 */
const HARD_SECONDS = 240

const shareOf = (easy: number, hard: number): number | null => (easy + hard > 0 ? easy / (easy + hard) : null)

/** What of the running done was easy; standing and walking count on neither side, runs that were not measured nowhere. */
export const easyDone = (rows: readonly Pick<DoneRow, 'measures'>[]): EasyShare => {
  const sums = { easy_s: 0, hard_s: 0, easy_m: 0, hard_m: 0, easy: 0, hard: 0 }
  for (const { measures } of rows) {
    if (!measures.by_intensity) continue
    let hard = 0
    for (const { intensity, duration_s, distance_m } of measures.by_intensity) {
      if (EASY.has(intensity)) {
        sums.easy_s += duration_s
        sums.easy_m += distance_m
      } else if (HARD.has(intensity)) {
        sums.hard_s += duration_s
        sums.hard_m += distance_m
        hard += duration_s
      }
    }
    if (hard >= HARD_SECONDS) sums.hard++
    else sums.easy++
  }
  return {
    by_time: shareOf(sums.easy_s, sums.hard_s),
    by_distance: shareOf(sums.easy_m, sums.hard_m),
    by_sessions: shareOf(sums.easy, sums.hard),
  }
}

const NOTHING: EasyShare = { by_time: null, by_distance: null, by_sessions: null }

/** What the season itself plans to be easy on the days from one to another, both included. */
export const easyPlanned = (
  kept: KeptSeason | undefined,
  { from, to }: { readonly from: Day; readonly to: Day },
): EasyShare => {
  if (!kept) return NOTHING
  const [first] = kept.season.weeks
  if (!first) return NOTHING
  const { sessions: all } = scheduleOf(planOfSeason(kept.season), seasonSpeeds(kept.season))
  const sessions = all.filter((session) => {
    const day = session.day === null ? undefined : addDays(first.monday, session.day)
    return day !== undefined && day >= from && day <= to
  })
  return {
    by_time: easyShare(distributionOf(sessions, 'time')) ?? null,
    by_distance: easyShare(distributionOf(sessions, 'distance')) ?? null,
    by_sessions: easyShare(distributionOf(sessions, 'sessions')) ?? null,
  }
}
