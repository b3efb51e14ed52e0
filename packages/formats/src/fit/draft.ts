import { emptyColumns, emptyList, type Columns, type TimedList } from './columns.ts'
import type { FitLimits } from './limits.ts'
import { ACTIVITY, DEVICE_INFO, EVENT, FIELD_DESCRIPTION, FILE_ID, LAP, MESSAGE, SESSION } from './profile.ts'
import { MESSAGE_INDEX, TIMESTAMP, WORKOUT, WORKOUT_STEP, type Field } from './profile.ts'
import type { PackedDistance } from './read-records.ts'
import type { DeveloperRead } from './record-plan.ts'
import type { ColumnName, Problem, ProblemCode } from './recorded.ts'
import type { Row } from './row.ts'

/** A developer field of the record message, as its description names it. */
export interface DeveloperDescription {
  readonly name: string
  readonly unit: string | undefined
  readonly standsFor: ColumnName | undefined
}

/** Where the beats of a strap's memory count from: a moment of the watch and the strap's own clock then. */
export interface BeatClock {
  /** Seconds of the FIT clock; NaN before the first anchor. */
  anchor: number
  /** The strap's 1024ths of a second at the anchor, and at the last beat. */
  anchorTicks: number
  lastTicks: number
}

/** Everything that one pass over the bytes gathers, before any of it is judged. */
export interface Draft {
  readonly limits: FitLimits
  readonly records: Columns
  readonly packed: PackedDistance
  readonly rows: { readonly [message: number]: Row[] }
  /** RR intervals with the moments they were written, in seconds of the FIT clock. */
  readonly intervals: TimedList
  /** Heart rates from a strap's memory with their moments. */
  readonly beats: TimedList
  readonly beatClock: BeatClock
  /** Developer fields of the part of the file that is being read, by developer and number. */
  readonly described: Map<number, DeveloperRead>
  /** By name of the column. */
  readonly developerColumns: Map<string, DeveloperDescription>
  readonly problems: Problem[]
  messages: number
  /** The last time that any message stated, in seconds of the FIT clock; NaN before the first. */
  lastTime: number
}

const numbersOf = (fields: { readonly [name: string]: Field }): ReadonlySet<number> =>
  new Set([TIMESTAMP.number, MESSAGE_INDEX.number, ...Object.values(fields).map(({ number }) => number)])

/** The messages that are kept row by row, with the fields that are read of each. */
export const ROW_FIELDS: { readonly [message: number]: ReadonlySet<number> } = {
  [MESSAGE.fileId]: numbersOf(FILE_ID),
  [MESSAGE.session]: numbersOf(SESSION),
  [MESSAGE.lap]: numbersOf(LAP),
  [MESSAGE.event]: numbersOf(EVENT),
  [MESSAGE.deviceInfo]: numbersOf(DEVICE_INFO),
  [MESSAGE.activity]: numbersOf(ACTIVITY),
  [MESSAGE.workout]: numbersOf(WORKOUT),
  [MESSAGE.workoutStep]: numbersOf(WORKOUT_STEP),
}

export const DESCRIPTION_FIELDS = numbersOf(FIELD_DESCRIPTION)

export const emptyDraft = (limits: FitLimits): Draft => ({
  limits,
  records: emptyColumns(),
  packed: { last: 0, total: 0 },
  rows: Object.fromEntries(Object.keys(ROW_FIELDS).map((message) => [message, []])),
  intervals: emptyList(),
  beats: emptyList(),
  beatClock: { anchor: NaN, anchorTicks: 0, lastTicks: 0 },
  described: new Map(),
  developerColumns: new Map(),
  problems: [],
  messages: 0,
  lastTime: NaN,
})

export const rowsOf = (draft: Draft, message: number): readonly Row[] => draft.rows[message] ?? []

/** Each kind of problem is listed so often; a broken file could have one on every byte. */
const MOST_PROBLEMS_A_KIND = 50

export const noteProblem = (problems: Problem[], problem: Problem): void => {
  const before = problems.filter(({ code }) => code === problem.code).length
  if (before < MOST_PROBLEMS_A_KIND) problems.push(problem)
}

export const noteOnce = (problems: Problem[], code: ProblemCode, message: string, at?: number): void => {
  if (problems.every((problem) => problem.code !== code))
    problems.push({ code, message, ...(at === undefined ? {} : { at }) })
}
