import { addDurations, metres, ok, type Result } from '@bell-lap/core'
import { noteOnce } from '../fit/draft.ts'
import type { PlannedWorkout } from '../fit/planned.ts'
import type { Activity, Problem } from '../fit/recorded.ts'
import { stated } from '../fit/stated.ts'
import { activityOf } from '../samples/activity.ts'
import type { DraftSession } from '../samples/draft.ts'
import { TEXT_LIMITS, type TextLimits } from '../samples/limits.ts'
import { refuse, type Refusal } from '../samples/refusal.ts'
import { columnOf } from '../samples/rows.ts'
import { decodeXml } from '../xml/decode.ts'
import { readXml } from '../xml/read.ts'
import { emptyDraft, type TcxDraft, type TcxLap, type TcxRecording, type TcxSession } from './draft.ts'
import { pausesIn } from './gaps.ts'
import { tcxReader } from './reader.ts'
import { workoutOf } from './workout.ts'

/** What a TCX file holds. */
export interface TcxFile {
  /** One for each activity, and one for each session of several sports. */
  readonly activities: readonly Activity[]
  readonly workouts: readonly PlannedWorkout[]
  /** The name of the first workout that was followed, and the first notes. */
  readonly title?: string
  readonly notes?: string
  /** Everything that is wrong with the file; those of its activities among them. */
  readonly problems: readonly Problem[]
}

export interface TcxOptions {
  readonly limits?: Partial<TextLimits>
}

/** The sum, where every part states its own. */
const sumOf = <Q extends number>(amounts: readonly (Q | undefined)[], add: (all: Q[]) => Q): Q | undefined => {
  const known = amounts.filter((amount) => amount !== undefined)
  return known.length === amounts.length && known.length > 0 ? add(known) : undefined
}

/** An activity states no totals of its own: those of its laps are its own. */
const sessionOf = ({ summary, firstLap }: TcxSession, laps: readonly TcxLap[], until: number): DraftSession => {
  const own = laps.slice(firstLap, until).map((lap) => lap.summary)
  return {
    ...summary,
    ...stated({
      startAt: own[0]?.startAt ?? summary.startAt,
      timer: sumOf(
        own.map(({ timer }) => timer),
        addDurations,
      ),
      distance: sumOf(
        own.map(({ distance }) => distance),
        (all) => metres(all.reduce((sum, one) => sum + one, 0)),
      ),
    }),
    firstLap,
    lapCount: own.length,
  }
}

/** A lap that does not say when it began did so at its first sample. */
const startLaps = (laps: readonly TcxLap[], times: Float64Array | undefined): void => {
  for (const [index, lap] of laps.entries()) {
    if (lap.summary.startAt !== undefined) continue
    const start = times?.subarray(lap.firstRow, laps[index + 1]?.firstRow).find((time) => !Number.isNaN(time))
    if (start !== undefined) lap.summary.startAt = start
  }
}

const finish = ({ draft, laps, sessions, device }: TcxRecording, problems: Problem[]): Activity => {
  const time = columnOf(draft.rows, 'time')
  startLaps(laps, time)
  draft.laps.push(...laps.map(({ summary }) => summary))
  draft.sessions.push(
    ...sessions.map((session, index) => sessionOf(session, laps, sessions[index + 1]?.firstLap ?? laps.length)),
  )
  const measures = [...draft.rows.columns].flatMap(([name, column]) => (name === 'time' ? [] : [column]))
  if (time) draft.pauses.push(...pausesIn(laps, time, measures))
  draft.breaks.push(...laps.flatMap(({ trackStarts }) => trackStarts))
  if (Object.keys(device).length > 0) draft.device = device
  return activityOf(draft, problems)
}

const isRecorded = ({ draft, laps }: TcxRecording): boolean => draft.rows.count > 0 || laps.length > 0

const noteLeftOut = ({ courses, unread, firstUnread, problems }: TcxDraft): void => {
  if (courses > 0)
    noteOnce(problems, 'passed-over', `${courses} planned routes are no recording: they are passed over.`)
  if (unread > 0)
    noteOnce(problems, 'bad-value', `${unread} values are no number or time; the first is "${firstUnread}".`)
}

/**
 * Reads a TCX file (Training Center Database v2 and its extensions) in one pass and returns what is recoverable with
 * what is wrong named. Refused is what is no TCX file, holds neither a recording nor a workout, has a document type, or
 * goes beyond the limits.
 */
export const parseTcx = (bytes: Uint8Array, options: TcxOptions = {}): Result<TcxFile, Refusal> => {
  const limits = { ...TEXT_LIMITS, ...options.limits }
  if (bytes.length > limits.bytes)
    return refuse('too-large', `The file has ${bytes.length} bytes; ${limits.bytes} are read at most.`)
  const problems: Problem[] = []
  const draft = emptyDraft(limits, problems)
  const fault = readXml(decodeXml(bytes, problems), tcxReader(draft), limits, problems)
  if (fault) return refuse(fault.code, fault.message, [...problems, fault])
  noteLeftOut(draft)
  const recorded = draft.recordings.filter(isRecorded)
  if (recorded.length === 0 && draft.workouts.length === 0) return nothingIn(problems)
  return ok({
    activities: recorded.map((recording) => finish(recording, problems)),
    workouts: draft.workouts.map(workoutOf),
    ...stated({ title: draft.title, notes: draft.notes }),
    problems,
  })
}

const nothingIn = (problems: readonly Problem[]): Result<TcxFile, Refusal> => {
  const damage = problems.find(({ code }) => code === 'truncated' || code === 'lost-sync')
  if (damage) return refuse(damage.code, damage.message, problems)
  return refuse('empty', 'The file holds neither a recording nor a workout.', problems)
}
