import { existsSync, readFileSync } from 'node:fs'
import type { Activity } from '../../packages/core/src/activity/activity.ts'
import { readRecording } from '../../packages/formats/src/recording.ts'

const SHARED = new URL('../../../shared/data/', import.meta.url)
/** The recordings lie beside the checkout, and not everywhere. */
export const hasShared = existsSync(new URL('files.jsonl', SHARED))

/** An interval session of ../shared/data with the laps that were its repetitions. */
export interface SharedSession {
  readonly file: string
  readonly text: string
  readonly activity: Activity
  readonly work: readonly number[]
}

export const activityIn = (file: string): Activity => {
  const reading = readRecording(new Uint8Array(readFileSync(new URL(`files/${file}`, SHARED))))
  if (!reading.ok || !reading.value.activity) throw new Error(`${file} is not read`)
  return reading.value.activity
}

interface Line {
  readonly file: string
  readonly as_planned?: string
  readonly work_laps?: readonly number[]
}

export const sharedSessions = (): readonly SharedSession[] => {
  if (!hasShared) return []
  const lines = readFileSync(new URL('files.jsonl', SHARED), 'utf8').trim().split('\n')
  return lines.flatMap((line) => {
    const { file, as_planned, work_laps }: Line = JSON.parse(line)
    if (as_planned === undefined || work_laps === undefined) return []
    return [{ file, text: as_planned, activity: activityIn(file), work: work_laps }]
  })
}

/** Seconds between the end of a lap's timer and the next lap from which the watch stood still within the lap. */
const STOPPED = 5

/**
 * When the repetitions of a session were run, by its laps: from the start for as long as the timer ran. One lap of these
 * begins with the watch standing still (no positions, no way covered, timer 57 s of 71 s): it was run at its end.
 */
export const truthsOf = ({
  activity,
  work,
}: SharedSession): readonly { readonly start: number; readonly end: number }[] =>
  work.map((index) => {
    const [lap, next] = [activity.laps[index], activity.laps[index + 1]]
    const [start, timer] = [lap?.start ?? NaN, lap?.timer ?? NaN]
    const until = next?.start ?? NaN
    return until - start > timer + STOPPED ? { start: until - timer, end: until } : { start, end: start + timer }
  })
