import type { Distance, Duration, HeartRate, Quantity, Speed } from '../units/quantity.ts'

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Quantity<'instant'>

/** Sports as far as a runner's record tells them apart; `other` is one that has no word here. */
export const SPORTS = [
  'running',
  'walking',
  'hiking',
  'cycling',
  'swimming',
  'rowing',
  'training',
  'fitness equipment',
  'cross country skiing',
  'e-biking',
  'multisport',
  'transition',
  'generic',
  'other',
] as const
export type Sport = (typeof SPORTS)[number]

/** How or where the sport was done, as the device names it. */
export const SUB_SPORTS = [
  'generic',
  'street',
  'trail',
  'track',
  'treadmill',
  'indoor running',
  'ultra',
  'obstacle',
  'virtual',
  'strength',
  'cardio',
  'road',
  'mountain',
  'gravel',
  'indoor cycling',
  'lap swimming',
  'open water',
  'other',
] as const
export type SubSport = (typeof SUB_SPORTS)[number]

/** What the device says a lap was for. Often the same on every lap: evidence, never proof. */
export const INTENSITIES = ['active', 'rest', 'warmup', 'cooldown', 'recovery', 'interval', 'other'] as const
export type LapIntensity = (typeof INTENSITIES)[number]

/** What ended a lap. */
export const LAP_TRIGGERS = [
  'manual',
  'time',
  'distance',
  'position',
  'heart rate',
  'session end',
  'fitness equipment',
  'other',
] as const
export type LapTrigger = (typeof LAP_TRIGGERS)[number]

/** Columns that samples may have, with their units. Cadence counts one foot (or crank): 90 is 180 steps a minute. */
export const COLUMN_UNITS = {
  distance: 'm', // since the start, as the device counted it
  speed: 'm/s',
  altitude: 'm',
  heartRate: '/min',
  cadence: '/min',
  power: 'W',
  latitude: 'degrees', // WGS 84, north positive
  longitude: 'degrees', // WGS 84, east positive
  temperature: 'degrees C',
  groundContact: 's', // of one step
  groundContactShare: '%', // of the step
  groundContactBalance: '%', // left foot's part
  verticalOscillation: 'm',
  verticalRatio: '%', // oscillation over step length
  stepLength: 'm',
  respiration: '/min',
} as const
export type ColumnName = keyof typeof COLUMN_UNITS

/** One number a sample; NaN where the device recorded none. */
export type Column = Float64Array

/** A column that an app on the watch or a sensor of another maker added, under the name it gave itself. */
export interface DeveloperColumn {
  readonly name: string
  /** As written by the app; missing when it named none. */
  readonly unit?: string
  /** The app says that it measures what this column measures. */
  readonly standsFor?: ColumnName
  readonly values: Column
}

/** What was measured over time, column by column. A column is missing where nothing was recorded. */
export type Samples = {
  readonly count: number
  /**
   * Seconds of the watch's clock since the start of the activity, in the order of the file; NaN where no time is known.
   * Jumps of the clock and steps back in time are left in and named in the problems.
   */
  readonly time: Column
  readonly developer: readonly DeveloperColumn[]
} & { readonly [Name in ColumnName]?: Column }

/** What the device summed up over a lap or a session. What it did not write is missing. */
export interface Summary {
  /** Seconds since the start of the activity. */
  readonly start?: Duration
  /** From start to end, stops included. */
  readonly elapsed?: Duration
  /** While the timer ran. */
  readonly timer?: Duration
  readonly moving?: Duration
  readonly distance?: Distance
  readonly speed?: Speed
  readonly maxSpeed?: Speed
  readonly heartRate?: HeartRate
  readonly maxHeartRate?: HeartRate
  /** One foot, per minute. */
  readonly cadence?: number
  /** Watts. */
  readonly power?: number
  readonly ascent?: Distance
  readonly descent?: Distance
  readonly sport?: Sport
  readonly subSport?: SubSport
}

export interface Lap extends Summary {
  readonly intensity?: LapIntensity
  readonly trigger?: LapTrigger
  /** Index of the step of the planned workout that the watch was in. */
  readonly step?: number
}

/** One sport of a recording: a triathlon has several, with the transitions between them. */
export interface ActivitySession extends Summary {
  /** Index of its first lap. */
  readonly firstLap?: number
  readonly lapCount?: number
}

/** Something that happened at a moment. `stop` and `start` are those of the timer. */
export const EVENT_KINDS = ['start', 'stop', 'lap', 'workout step', 'marker', 'recovery heart rate', 'session'] as const
export interface ActivityEvent {
  readonly kind: (typeof EVENT_KINDS)[number]
  /** Seconds since the start of the activity. */
  readonly time: Duration
  /** Who pressed: missing when the device does not say. */
  readonly by?: 'hand' | 'device'
  /** The number that comes with it: index of the workout step, beats a minute. */
  readonly data?: number
}

/** The timer stood still from `start` to `end`, in seconds since the start of the activity. */
export interface Pause {
  readonly start: Duration
  readonly end: Duration
  readonly by?: 'hand' | 'device'
}

/** Times from one heart beat to the next, in order. */
export interface Beats {
  readonly count: number
  /** Seconds from the beat before. */
  readonly interval: Column
  /** Seconds since the start of the activity at which the device wrote it: the beat lies up to a few seconds before. */
  readonly time: Column
}

export interface Device {
  /** Lower case, as the format's registry spells it: `garmin`. */
  readonly maker?: string
  /** The maker's own number for the product. */
  readonly product?: number
  readonly name?: string
}

/** Closed list of what can be wrong with a recording that was read all the same, or that could not be read at all. */
export const PROBLEM_CODES = [
  // the bytes
  'not-recognised', // not a file of this format
  'too-large', // more bytes than the limit
  'too-many-messages', // more messages, points or rows than the limit
  'too-many-laps',
  'oversized-message', // a message longer than any device writes
  'bad-header', // the header contradicts the file
  'crc', // the checksum does not match
  'truncated', // the file ends inside a message
  'lost-sync', // bytes from here on make no sense
  'undefined-local-type', // data whose layout nothing defines; the rest cannot be read
  'bad-definition', // a layout that cannot be
  'trailing-bytes', // something follows the end of the file
  'bad-text', // a text is not UTF-8
  'too-many-columns', // more developer columns than are kept
  'doctype', // a document type, which could make much of a small file: nothing of it is read
  'too-deep', // nested deeper than anything that records
  'oversized-text', // a text longer than any device writes
  'passed-over', // sound, but nothing that was recorded
  // archives
  'bad-name', // a name that could lead out of a folder, or that no system can keep
  'duplicate-name',
  'symlink', // points elsewhere instead of holding something
  'encrypted',
  'unknown-compression',
  'overlap', // two entries share bytes: nothing packs like that but a bomb
  'wrong-size', // unpacks to another size than stated
  'bomb', // unpacks to far more than it is
  'nested-archive', // an archive in an archive
  'too-many-entries',
  // the reading itself
  'too-much-memory', // stopped: it took more memory than a file may
  'too-slow', // stopped: it took longer than a file may
  'reader-fault', // the reader broke on it, which is a fault of the reader
  // what they say
  'empty', // nothing that was recorded or planned
  'no-session', // the device wrote no totals: they have to come from the samples
  'no-samples',
  'no-times', // some or all samples have no usable time
  'no-date', // times count from an unknown moment
  'no-zone', // times without a zone: taken for UTC
  'no-distance', // no distances: they are computed from the positions
  'other-unit', // a column came in another unit than its own, and was converted
  'clock-jump', // the watch's clock leapt forward
  'time-backwards', // a sample is older than the one before
  'impossible-position',
  'bad-value', // a value that no runner can have
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export interface Problem {
  readonly code: ProblemCode
  /** One sentence with its numbers. */
  readonly message: string
  /** Byte of the file, or character of the text. */
  readonly at?: number
  /** Index of the sample. */
  readonly sample?: number
  /** Seconds by which the clock is off from this sample on. */
  readonly seconds?: number
}

/** What a device recorded. Plain data: it can be sent from one thread to another as it is. */
export interface Activity {
  /** Null where the file knows no date; `time` then counts from the first sample. */
  readonly start: Instant | null
  /** What local time is ahead of UTC, as the watch had it. */
  readonly utcOffset?: Duration
  readonly device?: Device
  /** As written, in order; empty where the device wrote none. */
  readonly sessions: readonly ActivitySession[]
  /** As written, in order. */
  readonly laps: readonly Lap[]
  readonly samples: Samples
  readonly events: readonly ActivityEvent[]
  readonly pauses: readonly Pause[]
  readonly beats?: Beats
  readonly problems: readonly Problem[]
}
