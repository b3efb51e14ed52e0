import { fail, ok, type Result } from '@bell-lap/core'
import { directoryOf, isZip } from './archive/directory.ts'
import { gunzip, isGzip } from './archive/gzip.ts'
import { ARCHIVE_LIMITS, type ArchiveLimits } from './archive/limits.ts'
import { nameFault } from './archive/names.ts'
import { unpackAll } from './archive/unpack-all.ts'
import { FIT_LIMITS, type FitLimits } from './fit/limits.ts'
import { parseFit } from './fit/parse.ts'
import type { PlannedWorkout } from './fit/planned.ts'
import type { Activity, Problem } from './fit/recorded.ts'
import { parseGpx } from './gpx/parse.ts'
import { formatOf, type RecordingFormat } from './samples/format.ts'
import { joinActivities } from './samples/join.ts'
import { TEXT_LIMITS, type TextLimits } from './samples/limits.ts'
import { parseCsv } from './samples/parse-csv.ts'
import { parseJson } from './samples/parse-json.ts'
import { refuse, type Refusal } from './samples/refusal.ts'
import { parseTcx } from './tcx/parse.ts'

/** What a file of a watch, an app or a site holds, whatever its format. */
export interface RecordingFile {
  readonly format: RecordingFormat
  /** What the file was packed in. */
  readonly packed?: 'gzip' | 'zip'
  /** Everything that was recorded, as one; null where the file only plans. */
  readonly activity: Activity | null
  /** One by one: more than one where a file holds several activities that are no one outing. */
  readonly activities: readonly Activity[]
  readonly workouts: readonly PlannedWorkout[]
  /** As the athlete or the app named it. */
  readonly title?: string
  readonly notes?: string
  /** Everything that is wrong with the file; those of its activities among them. */
  readonly problems: readonly Problem[]
}

/** Why nothing of a file is taken. */
export interface RecordingRefusal extends Refusal {
  /** What the file was taken for, where it was recognised. */
  readonly format?: RecordingFormat
}

export interface RecordingLimits {
  readonly fit: FitLimits
  readonly text: TextLimits
  readonly archive: ArchiveLimits
}
export const RECORDING_LIMITS: RecordingLimits = { fit: FIT_LIMITS, text: TEXT_LIMITS, archive: ARCHIVE_LIMITS }

export interface RecordingOptions {
  readonly limits?: { readonly [Part in keyof RecordingLimits]?: Partial<RecordingLimits[Part]> }
  /** FIT: after damage, look for what makes sense again. The text formats always do. */
  readonly beyondDamage?: boolean
}

type Reading = Result<RecordingFile, RecordingRefusal>
type Parts = Omit<RecordingFile, 'format' | 'activity'>

const limitsIn = ({ limits = {} }: RecordingOptions): RecordingLimits => ({
  fit: { ...FIT_LIMITS, ...limits.fit },
  text: { ...TEXT_LIMITS, ...limits.text },
  archive: { ...ARCHIVE_LIMITS, ...limits.archive },
})

const fromFit = (bytes: Uint8Array, limits: RecordingLimits, beyondDamage: boolean): Result<Parts, Refusal> => {
  const result = parseFit(bytes, { limits: limits.fit, beyondDamage })
  if (!result.ok) return result
  const { activity, workout, problems } = result.value
  return ok({ activities: activity ? [activity] : [], workouts: workout ? [workout] : [], problems })
}

const partsOf = (
  format: RecordingFormat,
  bytes: Uint8Array,
  limits: RecordingLimits,
  beyondDamage: boolean,
): Result<Parts, Refusal> => {
  if (format === 'fit') return fromFit(bytes, limits, beyondDamage)
  if (format === 'tcx') return parseTcx(bytes, { limits: limits.text })
  const options = { limits: limits.text }
  const result =
    format === 'gpx'
      ? parseGpx(bytes, options)
      : format === 'csv'
        ? parseCsv(bytes, options)
        : parseJson(bytes, options)
  if (!result.ok) return result
  const { activity, ...rest } = result.value
  return ok({ ...rest, activities: [activity], workouts: [] })
}

/** What unpacking found wrong is wrong with the activities as well. */
const withProblems = (problems: readonly Problem[], activities: readonly Activity[]): readonly Activity[] =>
  activities.map((activity) => ({ ...activity, problems }))

/** Reads a file that is not packed any more. `before`: what was found wrong when it was unpacked. */
export const readUnpacked = (
  bytes: Uint8Array,
  options: RecordingOptions,
  before: readonly Problem[] = [],
): Reading => {
  const recognised = formatOf(bytes)
  if ('other' in recognised) {
    return refuse(recognised.code, `This is ${recognised.other}, and no recording that is read here.`, before)
  }
  const { format } = recognised
  const parts = partsOf(format, bytes, limitsIn(options), options.beyondDamage ?? false)
  if (!parts.ok) return fail({ ...parts.fault, problems: [...before, ...parts.fault.problems], format })
  const problems = [...before, ...parts.value.problems]
  const activities = withProblems(problems, parts.value.activities)
  return ok({ ...parts.value, format, activity: joinActivities(activities) ?? null, activities, problems })
}

const readGzip = (bytes: Uint8Array, options: RecordingOptions): Reading => {
  const { archive } = limitsIn(options)
  const contents = gunzip(bytes, archive.entryBytes, archive)
  if (!contents.ok) return contents
  const file = readUnpacked(contents.value.bytes, options, contents.value.problems)
  return file.ok ? ok({ ...file.value, packed: 'gzip' }) : file
}

const RECORDING_NAME = /\.(?:fit|tcx|gpx|csv|json)(?:\.gz)?$/i

/** Sites give a single recording in a ZIP archive, at times with something beside it. */
const readOnly = (bytes: Uint8Array, options: RecordingOptions): Reading => {
  const { archive } = limitsIn(options)
  const directory = directoryOf(bytes, archive)
  if (!directory.ok) return refuse(directory.fault.code, directory.fault.message)
  const { entries, problems } = directory.value
  const files = entries.filter(({ name }) => RECORDING_NAME.test(name) && !name.startsWith('__MACOSX/'))
  const [only] = files
  if (!only || files.length > 1)
    return refuse(
      'not-recognised',
      `This is an archive of ${files.length} recordings: it is read as one, file by file.`,
    )
  const fault = nameFault(only.name, archive)
  if (fault) return refuse(fault.code, fault.message)
  const contents = unpackAll(bytes, only, archive.entryBytes, archive)
  if (!contents.ok) return refuse(contents.fault.code, contents.fault.message, [...problems, contents.fault])
  const file = readUnpacked(contents.value.bytes, options, [...problems, ...contents.value.problems])
  return file.ok ? ok({ ...file.value, packed: 'zip' }) : file
}

/**
 * The one door for recordings: recognises FIT, TCX, GPX, CSV and JSON of samples by their contents, also packed by gzip
 * once or alone in a ZIP archive, and returns what is recoverable with what is wrong named. `name` only words refusals.
 */
export const readRecording = (bytes: Uint8Array, name?: string, options: RecordingOptions = {}): Reading => {
  const reading = isZip(bytes)
    ? readOnly(bytes, options)
    : isGzip(bytes)
      ? readGzip(bytes, options)
      : readUnpacked(bytes, options)
  if (reading.ok || name === undefined || reading.fault.code !== 'not-recognised') return reading
  return fail({ ...reading.fault, message: `${name}: ${reading.fault.message}` })
}
