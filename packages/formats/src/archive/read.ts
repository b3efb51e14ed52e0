import type { Problem } from '../fit/recorded.ts'
import {
  readRecording,
  readUnpacked,
  RECORDING_LIMITS,
  type RecordingFile,
  type RecordingOptions,
} from '../recording.ts'
import { directoryOf, isZip, type Directory } from './directory.ts'
import { dataPlace, type Entry } from './entry.ts'
import type { ArchiveLimits } from './limits.ts'
import { sameAmong, type KnownRun, type SameAs } from './known-runs.ts'
import { nameFault, sameName, shownName } from './names.ts'
import { parseStravaTable, type StravaActivity, type StravaTable } from './strava.ts'
import { unpackAll } from './unpack-all.ts'
import type { Contents } from './unpacked.ts'
import { entryFault, unpack } from './unzip.ts'

/** What became of one file of an archive. */
export type ArchiveVerdict =
  | {
      readonly kind: 'recording'
      readonly name: string
      readonly file: RecordingFile
      /** What the export tells of it beside. */
      readonly strava?: StravaActivity
      /** The same run came before, from another source or as a copy. */
      readonly sameAs?: SameAs
    }
  /** The table of a Strava export; its activities without a file were typed in, or their files are missing. */
  | {
      readonly kind: 'table'
      readonly name: string
      readonly activities: readonly StravaActivity[]
      readonly withoutFile: readonly StravaActivity[]
      readonly problems: readonly Problem[]
    }
  | {
      readonly kind: 'refused'
      readonly name: string
      readonly code: Problem['code']
      readonly message: string
      readonly problems: readonly Problem[]
    }
  /** No recording, by its name or its contents. */
  | { readonly kind: 'passed over'; readonly name: string; readonly message: string }

type RecordingVerdict = Extract<ArchiveVerdict, { kind: 'recording' }>

/** All that is needed for one entry after the other. */
interface Opened {
  /** Of the archive itself. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly directory: Directory
  readonly options: ArchiveOptions
  readonly limits: ArchiveLimits
  readonly overlapping: ReadonlySet<Entry>
  /** Tables of a Strava export by their names, and its activities by the file that each names. */
  readonly tables: ReadonlyMap<string, StravaTable>
  readonly strava: ReadonlyMap<string, StravaActivity>
  /** Names that came before. */
  readonly seen: Set<string>
  /** Bytes that came out of the archive so far. */
  unpacked: number
}

const refused = (name: string, problem: Problem, problems: readonly Problem[] = [problem]): ArchiveVerdict => ({
  kind: 'refused',
  name: shownName(name),
  code: problem.code,
  message: problem.message,
  problems,
})

/** Entries that share bytes with others or with the directory: no packer writes so. */
const overlappingIn = (bytes: Uint8Array, { entries, from }: Directory): ReadonlySet<Entry> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ranges = entries
    .flatMap((entry) => {
      const place = dataPlace(view, entry)
      return 'from' in place ? [{ entry, to: place.from + entry.packed }] : []
    })
    .toSorted((one, other) => one.entry.at - other.entry.at)
  const overlapping = new Set<Entry>()
  let farthest: (typeof ranges)[number] | undefined
  for (const range of ranges) {
    if (farthest && range.entry.at < farthest.to) overlapping.add(range.entry).add(farthest.entry)
    if (range.to > from) overlapping.add(range.entry)
    if (!farthest || range.to > farthest.to) farthest = range
  }
  return overlapping
}

const RECORDING = /\.(?:fit|tcx|gpx|csv|json|xml|txt)(?:\.gz)?$|(?:^|\/)[^./]+$|\.gz$/i
const ARCHIVE = /\.(?:zip|7z|rar|tar|tgz|bz2|xz|zst)$/i
/** Names under which nothing but a recording can stand. */
const SURE = /\.(?:fit|tcx|gpx)(?:\.gz)?$/i
const isFolder = ({ name }: Entry): boolean => /[/\\]$/.test(name)
/** What packers of one system add for themselves. */
const OWN = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$)/

const doubtOf = (entry: Entry, opened: Opened): Problem | undefined => {
  const { limits, seen, overlapping } = opened
  const fault = nameFault(entry.name, limits)
  if (fault) return fault
  const name = sameName(entry.name)
  if (seen.has(name)) return { code: 'duplicate-name', message: 'An entry of this name came before.' }
  seen.add(name)
  if (overlapping.has(entry)) return { code: 'overlap', message: 'The entry shares bytes with another one.' }
  if (ARCHIVE.test(entry.name)) return { code: 'nested-archive', message: 'The entry is an archive itself.' }
  return entryFault(entry, limits.entryBytes)
}

const contentsOf = (entry: Entry, opened: Opened): Contents | Problem => {
  const { bytes, limits } = opened
  const left = limits.bytes - opened.unpacked
  if (left <= 0) return { code: 'too-large', message: `The archive unpacks to more than ${limits.bytes} bytes.` }
  const contents = unpackAll(bytes, entry, Math.min(limits.entryBytes, left), limits)
  if (!contents.ok) return contents.fault
  opened.unpacked += contents.value.bytes.length
  return contents.value
}

/** The path of a file that another one names from its own folder. */
const besides = (name: string, file: string): string => name.slice(0, name.lastIndexOf('/') + 1) + file

const tableVerdict = (name: string, { activities, problems }: StravaTable, { directory }: Opened): ArchiveVerdict => {
  const names = new Set(directory.entries.map((entry) => sameName(entry.name)))
  const isThere = ({ file }: StravaActivity): boolean => file !== undefined && names.has(sameName(besides(name, file)))
  return { kind: 'table', name, activities, withoutFile: activities.filter((one) => !isThere(one)), problems }
}

const verdictOf = (entry: Entry, opened: Opened): ArchiveVerdict => {
  const { name } = entry
  const doubt = doubtOf(entry, opened)
  if (doubt) return refused(name, doubt)
  const table = opened.tables.get(name)
  if (table) return tableVerdict(name, table, opened)
  if (OWN.test(name) || !RECORDING.test(name))
    return { kind: 'passed over', name, message: 'By its name this is no recording.' }
  const contents = contentsOf(entry, opened)
  if ('code' in contents) return refused(name, contents)
  const reading = readUnpacked(contents.bytes, opened.options, contents.problems)
  if (!reading.ok && reading.fault.code === 'not-recognised' && !SURE.test(name))
    return { kind: 'passed over', name, message: reading.fault.message }
  if (!reading.ok) return refused(name, reading.fault, reading.fault.problems)
  const strava = opened.strava.get(sameName(name))
  const within = opened.name === '' ? name : `${opened.name}/${name}`
  return { ...recorded(name, reading.value, opened.options, within), ...(strava ? { strava } : {}) }
}

/** `within`: the name with that of its archive, by which others are told that they are the same run. */
const recorded = (name: string, file: RecordingFile, { known }: ArchiveOptions, within = name): RecordingVerdict => {
  const sameAs = known && file.activity ? sameAmong(known, within, file.activity) : undefined
  return { kind: 'recording', name, file, ...(sameAs ? { sameAs } : {}) }
}

const MOST_TABLES = 20

const TABLE = /(?:^|[/\\])activities\.csv$/i

/** The tables of a Strava export, wherever in the archive it lies. */
const tablesIn = (bytes: Uint8Array, { entries }: Directory, limits: ArchiveLimits): Map<string, StravaTable> => {
  const named = entries.filter(({ name }) => TABLE.test(name)).slice(0, MOST_TABLES)
  return new Map(
    named.flatMap((entry) => {
      const contents = unpack(bytes, entry, limits.entryBytes, limits)
      const table = contents.ok ? parseStravaTable(contents.value.bytes) : undefined
      return table ? [[entry.name, table] as const] : []
    }),
  )
}

const byFile = (tables: ReadonlyMap<string, StravaTable>): Map<string, StravaActivity> =>
  new Map(
    [...tables].flatMap(([name, { activities }]) =>
      activities.flatMap((activity) =>
        activity.file === undefined ? [] : [[sameName(besides(name, activity.file)), activity] as const],
      ),
    ),
  )

/** Where reading goes on after a file that it had to be stopped at. */
export interface Resumed {
  /** So many verdicts were given before. */
  readonly from: number
  /** Why the next file is refused without being opened. */
  readonly because: Problem
}

export interface ArchiveOptions extends RecordingOptions {
  readonly resumed?: Resumed
  /** Recordings that came before, this archive's and others': each is held against them, and added. */
  readonly known?: KnownRun[]
}

/** Counts an entry that came before as if it had been read. */
const passBy = ({ name, size }: Entry, { seen, limits }: Opened): number => {
  seen.add(sameName(name))
  return Math.min(size ?? 0, limits.entryBytes)
}

function* verdicts(opened: Opened, resumed: Resumed | undefined): Generator<ArchiveVerdict, void> {
  const files = opened.directory.entries.filter((entry) => !isFolder(entry))
  const from = resumed?.from ?? 0
  for (const [place, entry] of files.entries()) {
    if (resumed && place <= from) opened.unpacked += passBy(entry, opened)
    if (resumed && place === from) yield refused(entry.name, resumed.because)
    if (!resumed || place > from) yield verdictOf(entry, opened)
  }
  for (const problem of opened.directory.problems.slice(Math.max(0, from - files.length)))
    yield refused(opened.name, problem)
}

/** A table beside the files that it names, in a folder: whether they are there is not seen here. */
const tableAlone = (bytes: Uint8Array, name: string): ArchiveVerdict | undefined => {
  const table = /activities\.csv$/i.test(name) ? parseStravaTable(bytes) : undefined
  if (!table) return undefined
  return { kind: 'table', name, ...table, withoutFile: table.activities.filter(({ file }) => file === undefined) }
}

const alone = (bytes: Uint8Array, name: string, options: ArchiveOptions): ArchiveVerdict => {
  const table = tableAlone(bytes, name)
  if (table) return table
  const reading = readRecording(bytes, undefined, options)
  return reading.ok ? recorded(name, reading.value, options) : refused(name, reading.fault, reading.fault.problems)
}

/**
 * One verdict for each file of an archive, in its order, never stopping at a bad one: ZIP archives, those of a Strava
 * export with what `activities.csv` tells of each file. What is no archive is a recording by itself, under `name`.
 * An archive of which nothing is read gives one verdict with that name; so does what is wrong with all of it, last.
 */
export function* readArchive(
  bytes: Uint8Array,
  name = '',
  options: ArchiveOptions = {},
): Generator<ArchiveVerdict, void> {
  if (!isZip(bytes)) {
    yield options.resumed ? refused(name, options.resumed.because) : alone(bytes, name, options)
    return
  }
  const limits = { ...RECORDING_LIMITS.archive, ...options.limits?.archive }
  const directory = directoryOf(bytes, limits)
  if (!directory.ok) {
    yield refused(name, directory.fault)
    return
  }
  const tables = tablesIn(bytes, directory.value, limits)
  const opened: Opened = {
    name,
    bytes,
    directory: directory.value,
    options,
    limits,
    overlapping: overlappingIn(bytes, directory.value),
    tables,
    strava: byFile(tables),
    seen: new Set(),
    unpacked: 0,
  }
  yield* verdicts(opened, options.resumed)
}
