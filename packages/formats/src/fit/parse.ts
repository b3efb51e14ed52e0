import { fail, ok, type Result } from '@bell-lap/core'
import { deviceOf } from './device.ts'
import { emptyDraft, rowsOf, type Draft } from './draft.ts'
import { FIT_LIMITS, type FitLimits } from './limits.ts'
import type { PlannedWorkout } from './planned.ts'
import { FILE_ID, FILE_TYPES, instantOf, MESSAGE, type FileType } from './profile.ts'
import { readFile } from './read-file.ts'
import type { Activity, Device, Instant, Problem, ProblemCode } from './recorded.ts'
import { activityOf } from './recording.ts'
import { readHeader } from './header.ts'
import { numberIn } from './row.ts'
import { stated } from './stated.ts'
import { workoutOf } from './workout.ts'

/** What a FIT file holds: what was run, what is planned, or both. */
export interface FitFile {
  readonly type: FileType
  readonly created?: Instant
  readonly device?: Device
  /** Null where nothing was recorded. */
  readonly activity: Activity | null
  /** Null where nothing is planned. */
  readonly workout: PlannedWorkout | null
  /** Everything that is wrong with the file; those of the activity among them. */
  readonly problems: readonly Problem[]
}

/** Why nothing of a file is taken. */
export interface FitRefusal {
  readonly code: ProblemCode
  readonly message: string
  readonly problems: readonly Problem[]
}

export interface FitOptions {
  readonly limits?: Partial<FitLimits>
  /**
   * After damage that takes the sense from the bytes, look for the next messages that make sense again and read on.
   * Without it all that follows the damage in that part of the file is left; either way the problem is named.
   */
  readonly beyondDamage?: boolean
}

const refuse = (code: ProblemCode, message: string, problems: readonly Problem[] = []): Result<FitFile, FitRefusal> =>
  fail({ code, message, problems: problems.length > 0 ? problems : [{ code, message }] })

/** Damage after which nothing may be left of a file. */
const TAKES_ALL: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'oversized-message',
  'undefined-local-type',
  'bad-definition',
  'lost-sync',
  'truncated',
  'bad-header',
  'crc',
])

const createdOf = (draft: Draft): Instant | undefined => {
  const seconds = numberIn(rowsOf(draft, MESSAGE.fileId)[0], FILE_ID.created)
  return seconds === undefined ? undefined : instantOf(seconds)
}

const fileOf = (draft: Draft): FitFile => {
  const type = numberIn(rowsOf(draft, MESSAGE.fileId)[0], FILE_ID.type)
  const activity = activityOf(draft)
  return {
    type: FILE_TYPES[type ?? -1] ?? 'other',
    ...stated({ created: createdOf(draft), device: deviceOf(draft) }),
    activity,
    workout: workoutOf(draft),
    problems: draft.problems,
  }
}

/**
 * Reads a FIT file in one pass, all its parts, and returns what is recoverable with what is wrong named.
 * Refused is only what is no FIT file, holds neither a recording nor a workout, or goes beyond the limits.
 * Format: FIT protocol and profile 21; the bytes are not kept.
 */
export const parseFit = (bytes: Uint8Array, options: FitOptions = {}): Result<FitFile, FitRefusal> => {
  const limits = { ...FIT_LIMITS, ...options.limits }
  if (bytes.length > limits.bytes)
    return refuse('too-large', `The file has ${bytes.length} bytes; ${limits.bytes} are read at most.`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!readHeader(view, 0)) return refuse('not-recognised', 'This is not a FIT file: it has no FIT header.')
  const draft = emptyDraft(limits)
  const condemned = readFile(view, draft, options.beyondDamage ?? false)
  const last = draft.problems.at(-1)
  if (condemned && last) return refuse(last.code, last.message, draft.problems)
  const file = fileOf(draft)
  if (file.activity || file.workout) return ok(file)
  const damage = draft.problems.find(({ code }) => TAKES_ALL.has(code))
  if (damage) return refuse(damage.code, damage.message, draft.problems)
  return refuse('empty', 'The file holds neither a recording nor a workout.', draft.problems)
}
