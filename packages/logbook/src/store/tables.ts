import type { AthleteId } from '../owner.ts'

// The kept record, table by table. Each row is its athlete's: every primary key begins with the athlete, so that the
// tables can be split by athlete. Days are civil text, `2027-02-16`; moments are milliseconds since 1970 in UTC; JSON is
// text that is read whole through a schema. Yes and no are 1 and 0.

/** One row for each athlete: the athlete file and how the screens look. */
export interface AthletesTable {
  athlete: AthleteId
  /** JSON: the athlete file. */
  profile: string
  /** JSON: `Display`. */
  display: string
  version: number
  /** What is kept was made up for looking around. */
  demo: 0 | 1
  made: number
}

/** Plans of one's own. */
export interface PlansTable {
  athlete: AthleteId
  id: string
  name: string
  text: string
  version: number
  made: number
  changed: number
}

/** Seasons: the base as it was made, which nothing ever changes. At most one of an athlete is active. */
export interface SeasonsTable {
  athlete: AthleteId
  id: string
  name: string
  /** JSON: season.json. */
  base: string
  /** JSON: `SeasonRequest`, what it was made of. */
  request: string
  active: 0 | 1
  /** Counts up with each change that came into force or was taken back. */
  version: number
  made: number
}

/** What happened to a season, in order. Rows are added and never altered. */
export interface LedgerTable {
  athlete: AthleteId
  season: string
  /** From 1. */
  seq: number
  /** What happened at once, and is undone at once, has one event. */
  event: string
  /** JSON: a ledger entry. */
  entry: string
  /** The civil day on which it happened. */
  day: string
  at: number
}

/** What a device recorded: one row for each activity of a file. */
export interface ActivitiesTable {
  athlete: AthleteId
  id: string
  /** Null where the recording knows no date. */
  day: string | null
  start_ms: number | null
  /** Its place in the list: the start where it is known, else when it was taken in. */
  listed_ms: number
  sport: string
  title: string
  distance_m: number | null
  elapsed_s: number
  timer_s: number
  moving_s: number
  device: string | null
  /** SHA-256 of the file that it came in, and its place among the activities of that file, from 0. */
  file: string
  part: number
  /** JSON: the activity without its samples. */
  summary: string
  /** JSON: what was measured in the samples. */
  measures: string
  /** JSON: the review of what was recognised, where no session was planned. */
  recognised: string | null
  added: number
}

/** Samples of an activity as compressed columns. */
export interface StreamsTable {
  athlete: AthleteId
  activity: string
  /** How the columns are packed. */
  coding: string
  samples: number
  columns: Uint8Array
}

/** What a session was done as: `done`, or `asks` while the athlete has not said whether it is. */
export interface ReviewsTable {
  athlete: AthleteId
  season: string
  session: string
  activity: string
  state: 'done' | 'asks'
  /** As in `ReviewView`; null where there is nothing to judge. */
  verdict: string | null
  /** JSON: `ReviewView`; null while it asks. */
  review: string | null
  because: string
  day: string
  at: number
}

/** The athlete's own word on what an activity was: a session, or none. */
export interface MatchesTable {
  athlete: AthleteId
  activity: string
  season: string | null
  session: string | null
  at: number
}

/** Files as they came; the bytes lie in the folder by their hash. */
export interface FilesTable {
  athlete: AthleteId
  /** SHA-256, hexadecimal. */
  hash: string
  name: string
  bytes: number
  kept: number
}

export interface ImportsTable {
  athlete: AthleteId
  id: string
  state: 'running' | 'done' | 'cancelled'
  started: number
  finished: number | null
}

/** One file of an import, or of an archive in it. */
export interface ImportFilesTable {
  athlete: AthleteId
  import: string
  /** From 0, in the order in which they were given. */
  seq: number
  name: string
  /** SHA-256 of its bytes once they are taken in. */
  hash: string | null
  bytes: number
  /** As in `ImportFileView`. */
  state: string
  /** JSON: code, message, problems, what it asks. */
  verdict: string | null
  activity: string | null
}

/** What runs later. */
export interface JobsTable {
  athlete: AthleteId
  id: string
  kind: string
  /** JSON, as the kind has it. */
  payload: string
  run_at: number
  state: 'waiting' | 'running' | 'done' | 'failed'
  attempts: number
  /** Until when the one that runs it may; after that another may take it up. */
  lease_until: number | null
  error: string | null
}

/** The calendar feed of an athlete: of its secret the hash alone is kept. */
export interface FeedsTable {
  athlete: AthleteId
  /** SHA-256 of the token, hexadecimal. */
  token_hash: string
  made: number
  read: number | null
}

/** Which migrations the store has been through. */
export interface MigrationsTable {
  number: number
  name: string
  at: number
}

export interface Tables {
  athletes: AthletesTable
  plans: PlansTable
  seasons: SeasonsTable
  ledger: LedgerTable
  files: FilesTable
  activities: ActivitiesTable
  streams: StreamsTable
  reviews: ReviewsTable
  matches: MatchesTable
  imports: ImportsTable
  import_files: ImportFilesTable
  jobs: JobsTable
  feeds: FeedsTable
  migrations: MigrationsTable
}

/** Tables of the athletes, what others rest on first: the order in which rows can be put in. */
export const ATHLETE_TABLES = [
  'athletes',
  'plans',
  'seasons',
  'ledger',
  'files',
  'activities',
  'streams',
  'reviews',
  'matches',
  'imports',
  'import_files',
  'jobs',
  'feeds',
] as const satisfies readonly (keyof Tables)[]
