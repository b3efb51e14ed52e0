import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { readArchive } from '../../packages/formats/src/archive/read.ts'
import { zipOf } from '../../packages/formats/src/archive/zip.arbitrary.ts'
import { diceOf, type Dice } from '../../packages/formats/src/fit/mutants.arbitrary.ts'
import type { Activity } from '../../packages/formats/src/fit/recorded.ts'
import { makeGpx } from '../../packages/formats/src/gpx/make.ts'
import { readRecording, type RecordingFile } from '../../packages/formats/src/recording.ts'
import { TEXT_LIMITS } from '../../packages/formats/src/samples/limits.ts'
import { gpxActivities, tcxActivities } from '../../packages/formats/src/samples/recordings.arbitrary.ts'
import { makeTcx } from '../../packages/formats/src/tcx/make.ts'

// Damaged text files and archives by the thousand: what bad cables, bad exporters, bad editors and attackers make.

export { diceOf, type Dice }

const encoder = new TextEncoder()
const REAL = new URL('../../../shared/data/files/', import.meta.url)
/** Larger files would only make fewer mutants of the same kind. */
const LARGEST_BYTES = 30_000

const csvOf = ({ samples }: Activity): string => {
  const { time, distance, heartRate, latitude } = samples
  const row = (index: number): string =>
    [time[index], distance?.[index], heartRate?.[index], latitude?.[index]].map((value) => value ?? '').join(',')
  return [
    'time,distance (m),"heart ""rate""",lat',
    ...Array.from({ length: samples.count }, (_, index) => row(index)),
  ].join('\n')
}

const jsonOf = ({ samples }: Activity): string =>
  JSON.stringify({
    streams: { time: { data: [...samples.time] }, heartrate: { data: [...(samples.heartRate ?? [])] } },
  })

const realFiles = (): readonly Uint8Array[] =>
  existsSync(REAL)
    ? readdirSync(REAL)
        .filter((name) => /\.(?:tcx|gpx|csv|gz|zwo)$/.test(name))
        .map((name) => new Uint8Array(readFileSync(new URL(name, REAL))))
        .filter(({ length }) => length <= LARGEST_BYTES)
    : []

/** Sound files to start from, the same for the same seed. */
export const soundFiles = (seed: number): readonly Uint8Array[] => {
  const tcx = fc.sample(tcxActivities, { seed, numRuns: 10 })
  const gpx = fc.sample(gpxActivities, { seed, numRuns: 10 })
  const texts = [
    ...tcx.map((one) => makeTcx(one) ?? ''),
    ...gpx.map(makeGpx),
    ...tcx.slice(0, 5).map(csvOf),
    ...tcx.slice(0, 5).map(jsonOf),
  ]
  const plain = texts.map((text) => new Uint8Array(encoder.encode(text)))
  const packed = plain.slice(0, 6).map((bytes) => new Uint8Array(gzipSync(bytes)))
  const zips = [0, 1, 2].map((from) =>
    zipOf(plain.slice(from * 4, from * 4 + 4).map((contents, index) => ({ name: `${index}.tcx`, contents }))),
  )
  return [...plain, ...packed, ...zips, ...realFiles()]
}

type Mutation = (bytes: Uint8Array, dice: Dice, other: Uint8Array) => Uint8Array

const inserted = (bytes: Uint8Array, at: number, more: Uint8Array): Uint8Array => {
  const longer = new Uint8Array(bytes.length + more.length)
  longer.set(bytes.subarray(0, at))
  longer.set(more, at)
  longer.set(bytes.subarray(at), at + more.length)
  return longer
}
const without = (bytes: Uint8Array, from: number, to: number): Uint8Array => {
  const left = new Uint8Array(bytes.length - (to - from))
  left.set(bytes.subarray(0, from))
  left.set(bytes.subarray(to), from)
  return left
}
const setByte = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  if (at < bytes.length) bytes[at] = value
  return bytes
}

/** The next place of one of the signs from somewhere on. */
const somewhere = (bytes: Uint8Array, dice: Dice, signs: string): number => {
  const start = dice(bytes.length)
  for (let at = start; at < bytes.length; at++) if (signs.includes(String.fromCharCode(bytes[at] ?? 0))) return at
  return start
}

/** What means something to one of the readers. */
const TELLING = [
  '<!DOCTYPE x>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?xml version="1.1" encoding="utf-16"?>',
  '&',
  '&#0;',
  '&#x10FFFF;',
  '&amp;',
  '&lol;',
  '<Trackpoint>',
  '</Trackpoint>',
  '<trkpt lat="100" lon="0">',
  '<trkseg>',
  '</trk>',
  '<Lap>',
  '</TrainingCenterDatabase>',
  '<Workout><Step xsi:type="Repeat_t"><Repetitions>9</Repetitions><Child/></Step></Workout>',
  '<a>'.repeat(70),
  '"',
  "'",
  '<',
  '>',
  '/',
  '1e999',
  '-1e308',
  'NaN',
  'Infinity',
  '99999999999999999999',
  '0x10',
  '9999-12-31T23:59:59Z',
  '0000-00-00T00:00:00Z',
  '2016-02-30T00:00:00Z',
  '1970-01-01T00:00:00+14:00',
  '\u0000',
  '\uFEFF',
  '\u202E',
  'ÿþ',
  '\r\n',
  ',,,,',
  '[[[[',
  '}}}',
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  '__proto__',
  'constructor',
].map((text) => new Uint8Array(encoder.encode(text)))

const MUTATIONS: readonly Mutation[] = [
  (bytes, dice) => {
    const at = dice(bytes.length)
    return setByte(bytes, at, (bytes[at] ?? 0) ^ (1 << dice(8)))
  },
  (bytes, dice) => setByte(bytes, dice(bytes.length), dice(256)),
  // Cut short, or its head lost.
  (bytes, dice) => bytes.slice(0, dice(bytes.length)),
  (bytes, dice) => bytes.slice(dice(Math.min(bytes.length, 200))),
  // A stretch lost, doubled, moved, filled, exchanged for one of another file.
  (bytes, dice) => {
    const from = dice(bytes.length)
    return without(bytes, from, Math.min(bytes.length, from + 1 + dice(64)))
  },
  (bytes, dice) => {
    const from = dice(bytes.length)
    return inserted(bytes, dice(bytes.length), bytes.slice(from, from + 1 + dice(512)))
  },
  (bytes, dice) => bytes.copyWithin(dice(bytes.length), dice(bytes.length), dice(bytes.length)),
  (bytes, dice) => {
    const from = dice(bytes.length)
    return bytes.fill(dice(256), from, from + 1 + dice(128))
  },
  (bytes, dice, other) => {
    const from = dice(other.length)
    return inserted(bytes, dice(bytes.length), other.slice(from, from + 1 + dice(2000)))
  },
  // What means something, anywhere, and where it means most.
  (bytes, dice) => inserted(bytes, dice(bytes.length), TELLING[dice(TELLING.length)] ?? new Uint8Array()),
  (bytes, dice) => inserted(bytes, somewhere(bytes, dice, '>'), TELLING[dice(TELLING.length)] ?? new Uint8Array()),
  (bytes, dice) => inserted(bytes, somewhere(bytes, dice, '<') + 1, TELLING[dice(TELLING.length)] ?? new Uint8Array()),
  (bytes, dice) =>
    inserted(bytes, somewhere(bytes, dice, '0123456789'), TELLING[dice(TELLING.length)] ?? new Uint8Array()),
  // A tag, a quote, a number lost.
  (bytes, dice) => {
    const from = somewhere(bytes, dice, '<')
    const to = bytes.indexOf(62, from)
    return to < 0 ? bytes : without(bytes, from, to + 1)
  },
  (bytes, dice) => {
    const at = somewhere(bytes, dice, '"=/>,:')
    return without(bytes, at, Math.min(bytes.length, at + 1))
  },
  // Sizes and counts of the archive's directory, which stands at the end.
  (bytes, dice) => setByte(bytes, bytes.length - 1 - dice(Math.min(bytes.length, 120)), dice(256)),
]

/** One to six things done to one of the files; some are packed after it. */
export const mutantOf = (files: readonly Uint8Array[], dice: Dice): Uint8Array => {
  let bytes: Uint8Array = (files[dice(files.length)] ?? new Uint8Array()).slice()
  const other = files[dice(files.length)] ?? bytes
  for (let left = 1 + dice(6); left > 0 && bytes.length > 0; left--)
    bytes = MUTATIONS[dice(MUTATIONS.length)]?.(bytes, dice, other) ?? bytes
  return dice(12) === 0 ? new Uint8Array(gzipSync(bytes)) : bytes
}

const columnsOf = ({ samples }: Activity): readonly Float64Array[] =>
  Object.values(samples).filter((part) => part instanceof Float64Array)

const activityFault = (activity: Activity): string | undefined => {
  const { samples, laps, sessions } = activity
  const columns = columnsOf(activity)
  if (columns.some((column) => column.length !== samples.count)) return 'columns of different lengths'
  if (columns.some((column) => column.some((value) => Math.abs(value) === Infinity))) return 'a value without bounds'
  if (columns.some((column) => column.buffer.byteLength !== column.byteLength)) return 'memory that is not needed'
  if (samples.count > TEXT_LIMITS.samples || laps.length > TEXT_LIMITS.laps) return 'more than the limits'
  const numbers = [...laps, ...sessions].flatMap((part) =>
    Object.values(part).filter((value) => typeof value === 'number'),
  )
  return numbers.every(Number.isFinite) ? undefined : 'a summary without bounds'
}

const fileFault = ({ activity, activities, workouts, problems }: RecordingFile): string | undefined => {
  if (!activity && workouts.length === 0) return 'a file with nothing in it'
  if (activities.some((one) => one.problems !== problems)) return 'an activity without the problems of its file'
  return [...activities, ...(activity ? [activity] : [])].map(activityFault).find((fault) => fault !== undefined)
}

/** What became of one mutant. `fault` is what must never be: a throw, a hang, nonsense in the result. */
export interface Examined {
  readonly code: string
  readonly seconds: number
  readonly fault?: string
}

const LONGEST_SECONDS = 2

const examineFile = (bytes: Uint8Array): Omit<Examined, 'seconds'> => {
  const result = readRecording(bytes, 'mutant')
  if (!result.ok) {
    const { code, problems } = result.fault
    return problems.length > 0 ? { code } : { code, fault: 'refused without a problem' }
  }
  const fault = fileFault(result.value)
  return {
    code: result.value.problems.length > 0 ? 'read with problems' : 'read',
    ...(fault === undefined ? {} : { fault }),
  }
}

const examineArchive = (bytes: Uint8Array): Omit<Examined, 'seconds'> => {
  const verdicts = [...readArchive(bytes, 'mutant')]
  const faults = verdicts.map((verdict) => (verdict.kind === 'recording' ? fileFault(verdict.file) : undefined))
  const fault = faults.find((one) => one !== undefined)
  return { code: `archive of ${verdicts.length}`, ...(fault === undefined ? {} : { fault }) }
}

/** Reads a mutant by both doors and looks at what came of it. */
export const examine = (bytes: Uint8Array): Examined => {
  const start = performance.now()
  try {
    const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
    const found = isArchive ? examineArchive(bytes) : examineFile(bytes)
    if (isArchive) readRecording(bytes)
    const seconds = (performance.now() - start) / 1000
    return seconds > LONGEST_SECONDS ? { ...found, seconds, fault: `it took ${seconds} s` } : { ...found, seconds }
  } catch (error) {
    const words = error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1] ?? ''}` : String(error)
    return { code: 'thrown', seconds: (performance.now() - start) / 1000, fault: `it threw ${words}` }
  }
}
