import type { Instant, LapIntensity, LapTrigger, Sport, SubSport } from './recorded.ts'

// Numbers of the FIT profile (messages, fields, scales), as far as they are read or written here.

/** Seconds from 1970-01-01 to 1989-12-31T00:00:00Z, where FIT starts to count. */
export const FIT_EPOCH = 631_065_600
/** Smaller times count from when the device was switched on (FIT profile, `date_time`). */
export const FIRST_DATE = 0x10000000

const isInstant = (milliseconds: number): milliseconds is Instant => Number.isSafeInteger(milliseconds)

/** The moment of so many seconds of the FIT clock; undefined where they count from when the device was switched on. */
export const instantOf = (seconds: number): Instant | undefined => {
  const milliseconds = Math.round((seconds + FIT_EPOCH) * 1000)
  return seconds >= FIRST_DATE && isInstant(milliseconds) ? milliseconds : undefined
}

export const MESSAGE = {
  fileId: 0,
  session: 18,
  lap: 19,
  record: 20,
  event: 21,
  deviceInfo: 23,
  workout: 26,
  workoutStep: 27,
  activity: 34,
  hrv: 78,
  hr: 132,
  fieldDescription: 206,
  developerDataId: 207,
} as const

/** What a file is for, by its number in `file_id`. */
export const FILE_TYPES: { readonly [type: number]: FileType } = { 4: 'activity', 5: 'workout', 6: 'course' }
export type FileType = 'activity' | 'workout' | 'course' | 'other'

/** A field of a message. What is written divided by `scale`, less `offset`, is the quantity in its unit. */
export interface Field {
  readonly number: number
  readonly scale: number
  readonly offset: number
}
const field = (number: number, scale = 1, offset = 0): Field => ({ number, scale, offset })

export const TIMESTAMP = field(253)
export const MESSAGE_INDEX = field(254)

export const FILE_ID = {
  type: field(0),
  manufacturer: field(1),
  product: field(2),
  serial: field(3),
  created: field(4),
  productName: field(8),
} as const

export const SESSION = {
  event: field(0),
  eventType: field(1),
  start: field(2),
  sport: field(5),
  subSport: field(6),
  elapsed: field(7, 1000),
  timer: field(8, 1000),
  distance: field(9, 100),
  speed: field(14, 1000),
  maxSpeed: field(15, 1000),
  heartRate: field(16),
  maxHeartRate: field(17),
  cadence: field(18),
  power: field(20),
  ascent: field(22),
  descent: field(23),
  firstLap: field(25),
  lapCount: field(26),
  moving: field(59, 1000),
  fractionalCadence: field(92, 128),
  enhancedSpeed: field(124, 1000),
  enhancedMaxSpeed: field(125, 1000),
} as const

export const LAP = {
  event: field(0),
  eventType: field(1),
  start: field(2),
  elapsed: field(7, 1000),
  timer: field(8, 1000),
  distance: field(9, 100),
  speed: field(13, 1000),
  maxSpeed: field(14, 1000),
  heartRate: field(15),
  maxHeartRate: field(16),
  cadence: field(17),
  power: field(19),
  ascent: field(21),
  descent: field(22),
  intensity: field(23),
  trigger: field(24),
  sport: field(25),
  subSport: field(39),
  moving: field(52, 1000),
  step: field(71),
  fractionalCadence: field(80, 128),
  enhancedSpeed: field(110, 1000),
  enhancedMaxSpeed: field(111, 1000),
} as const

export const EVENT = { event: field(0), type: field(1), data16: field(2), data: field(3) } as const

export const DEVICE_INFO = {
  index: field(0),
  manufacturer: field(2),
  product: field(4),
  productName: field(27),
} as const

export const ACTIVITY = {
  timer: field(0, 1000),
  sessionCount: field(1),
  type: field(2),
  event: field(3),
  eventType: field(4),
  localTimestamp: field(5),
} as const

export const WORKOUT = { sport: field(4), stepCount: field(6), name: field(8), subSport: field(11) } as const

export const WORKOUT_STEP = {
  name: field(0),
  durationType: field(1),
  durationValue: field(2),
  targetType: field(3),
  targetValue: field(4),
  low: field(5),
  high: field(6),
  intensity: field(7),
  notes: field(8),
} as const

export const FIELD_DESCRIPTION = {
  developer: field(0),
  number: field(1),
  baseType: field(2),
  name: field(3),
  scale: field(6),
  offset: field(7),
  units: field(8),
  nativeMessage: field(14),
  nativeField: field(15),
} as const

/** Heart rate that a strap kept under water. The packed times hold twelve bits each. */
export const HR = {
  fraction: field(0, 32768),
  time256: field(1, 256),
  beats: field(6),
  eventTime: field(9, 1024),
  eventTime12: field(10, 1024),
} as const

export const HRV_TIME = field(0, 1000)

export const SPORT_NAMES: { readonly [number: number]: Sport } = {
  0: 'generic',
  1: 'running',
  2: 'cycling',
  3: 'transition',
  4: 'fitness equipment',
  5: 'swimming',
  10: 'training',
  11: 'walking',
  12: 'cross country skiing',
  15: 'rowing',
  17: 'hiking',
  18: 'multisport',
  21: 'e-biking',
}

export const SUB_SPORT_NAMES: { readonly [number: number]: SubSport } = {
  0: 'generic',
  1: 'treadmill',
  2: 'street',
  3: 'trail',
  4: 'track',
  6: 'indoor cycling',
  7: 'road',
  8: 'mountain',
  17: 'lap swimming',
  18: 'open water',
  20: 'strength',
  26: 'cardio',
  45: 'indoor running',
  46: 'gravel',
  58: 'virtual',
  59: 'obstacle',
  67: 'ultra',
}

export const INTENSITY_NAMES: { readonly [number: number]: LapIntensity } = {
  0: 'active',
  1: 'rest',
  2: 'warmup',
  3: 'cooldown',
  4: 'recovery',
  5: 'interval',
  6: 'other',
}

/** The four kinds of place (start, lap, waypoint, marked) are one here. */
export const LAP_TRIGGER_NAMES: { readonly [number: number]: LapTrigger } = {
  0: 'manual',
  1: 'time',
  2: 'distance',
  3: 'position',
  4: 'position',
  5: 'position',
  6: 'position',
  7: 'session end',
  8: 'fitness equipment',
}

export const EVENT_NUMBER = { timer: 0, workoutStep: 4, session: 8, lap: 9, recoveryHeartRate: 21, marker: 32 } as const
export const EVENT_TYPE = { start: 0, stop: 1, marker: 3, stopAll: 4, stopDisable: 8, stopDisableAll: 9 } as const

/** Makers of watches, apps and straps that runners use; numbers of the registry. */
export const MAKERS: { readonly [number: number]: string } = {
  1: 'garmin',
  13: 'dynastream',
  15: 'dynastream',
  16: 'timex',
  23: 'suunto',
  28: 'peaksware',
  32: 'wahoo',
  52: 'seiko epson',
  61: 'geonaute',
  69: 'stages',
  70: 'sigma',
  71: 'tomtom',
  89: 'tacx',
  95: 'stryd',
  107: 'magene',
  115: 'igpsport',
  123: 'polar',
  129: 'coros',
  135: 'coospo',
  140: 'decathlon',
  142: 'tag heuer',
  144: 'zwift',
  148: 'ezon',
  255: 'development',
  260: 'zwift',
  262: 'recon',
  265: 'strava',
  267: 'bryton',
  281: 'trainerroad',
  282: 'sufferfest',
  289: 'hammerhead',
  294: 'coros',
  305: 'whoop',
  310: 'decathlon',
  326: 'nike',
  331: 'mywhoosh',
  337: 'runna',
  339: 'zepp',
  340: 'peloton',
}

/** The first number whose name this is: the one that is written. */
export const numberOf = <Name extends string>(
  names: { readonly [number: number]: Name },
  name: Name | undefined,
): number | undefined => {
  if (name === undefined) return undefined
  const entry = Object.entries(names).find(([, one]) => one === name)
  return entry === undefined ? undefined : Number(entry[0])
}
