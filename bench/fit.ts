// FIT readers side by side on the real recordings of ../shared/data, each in a process of its own:
//   node bench/fit.ts            all readers that are installed, and a bare pass over the records
//   node bench/fit.ts NAME       one reader, as JSON
// Ours is timed in turn with each of them, file by file. MB/s: bytes of the files that the reader reads over the sum of
// its times for them (lower quartile of many).
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { numberType, READ, readNumber, type Read } from '../packages/formats/src/fit/base-type.ts'
import { readDefinition, type Definition } from '../packages/formats/src/fit/definition.ts'
import { parseFit } from '../packages/formats/src/fit/parse.ts'
import { installedPeers, PEER_NAMES, type Peer, type PeerReading } from '../packages/formats/src/fit/peers.arbitrary.ts'

const SHARED = new URL('../../shared/data/', import.meta.url)
const OURS = 'bell-lap'
const BARE = 'bare pass'
/** Seconds that each file is read again and again for. */
const SECONDS_A_FILE = 0.25
const LEAST_RUNS = 5

interface Truth {
  readonly file: string
  readonly format: string
  readonly records: number
  readonly laps: number
  readonly sessions: number
  readonly distance_m?: number
  readonly workout?: unknown
}
interface Sample {
  readonly truth: Truth
  readonly bytes: Uint8Array
}
/** A way of reading a file that was looked at once: what it found is judged, then only the time counts. */
interface Trial {
  readonly read: boolean
  readonly right: boolean
  readonly again: () => unknown
}
type Reader = (sample: Sample) => Promise<Trial>

/** What became of one file in one reader, and in ours at the same time. */
interface Outcome {
  readonly file: string
  readonly bytes: number
  readonly read: boolean
  readonly right: boolean
  readonly seconds: number
  readonly ours: number
}
interface Report {
  readonly name: string
  readonly outcomes: readonly Outcome[]
}

const unzipped = (name: string, bytes: Uint8Array): Uint8Array =>
  new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes)

const samples = (): readonly Sample[] => {
  const truths = readFileSync(new URL('files.jsonl', SHARED), 'utf8').trim().split('\n')
  const ofFile = new Map(truths.map((line): [string, Truth] => [JSON.parse(line).file, JSON.parse(line)]))
  return readdirSync(new URL('files/', SHARED)).flatMap((name) => {
    const truth = ofFile.get(name)
    if (truth?.format !== 'fit' || truth.workout) return []
    return [{ truth, bytes: unzipped(name, readFileSync(new URL(`files/${name}`, SHARED))) }]
  })
}

/** The quarter of the runs that were fastest ends here: other work of the machine only ever adds. */
const lowerQuartile = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[times.length >> 2] ?? NaN

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)
const totalOf = (sessions: PeerReading['sessions']): number =>
  sessions.reduce((sum, session) => sum + numberOf(session['total_distance']), 0)

const isRight = (truth: Truth, found: { records: number; laps: number; sessions: number; distance: number }): boolean =>
  found.records === truth.records &&
  found.laps === truth.laps &&
  found.sessions === truth.sessions &&
  Math.abs(found.distance - (truth.distance_m ?? 0)) <= 0.001 * (truth.distance_m ?? 0) + 0.01

const secondsOf = async (read: () => unknown): Promise<number> => {
  const start = performance.now()
  await read()
  return (performance.now() - start) / 1000
}

/** Both in turn, over and over: what else the machine does hits both alike. */
const sideBySide = async (one: () => unknown, other: () => unknown): Promise<readonly [number, number]> => {
  const times: [number[], number[]] = [[], []]
  const end = performance.now() + 1000 * SECONDS_A_FILE
  while (times[0].length < LEAST_RUNS || performance.now() < end) {
    times[0].push(await secondsOf(one))
    times[1].push(await secondsOf(other))
  }
  return [lowerQuartile(times[0]), lowerQuartile(times[1])]
}

const peerReader =
  (peer: Peer): Reader =>
  async ({ truth, bytes }) => {
    const { records, laps, sessions } = peer.reading(await peer.decode(bytes))
    const found = { records: records.length, laps: laps.length, sessions: sessions.length, distance: totalOf(sessions) }
    return { read: records.length > 0, right: isRight(truth, found), again: () => peer.decode(bytes) }
  }

const ours: Reader = async ({ truth, bytes }) => {
  const result = parseFit(bytes)
  const activity = result.ok ? result.value.activity : null
  const found = activity && {
    records: activity.samples.count,
    laps: activity.laps.length,
    sessions: activity.sessions.length,
    distance: activity.sessions.reduce((sum, { distance }) => sum + (distance ?? 0), 0),
  }
  return { read: found !== null, right: found !== null && isRight(truth, found), again: () => parseFit(bytes) }
}

const RECORD = 20
/** Fields of the record message that ours reads too; of the developer fields it reads all. */
const FIELDS = new Set([253, 48, 0, 1, 2, 3, 4, 5, 6, 7, 13, 39, 40, 41, 53, 73, 78, 83, 84, 85, 99, 108])
const READ_OF_SIZE: { readonly [size: number]: Read } = {
  1: READ.uint8,
  2: READ.uint16,
  4: READ.uint32,
  8: READ.float64,
}

/** A layout as the bare pass needs it: where to read what. */
interface BareLayout {
  readonly size: number
  readonly little: boolean
  readonly reads: readonly { readonly at: number; readonly read: Read }[]
}

const bareLayout = ({ message, little, size, fields, developer }: Definition): BareLayout => {
  const native = fields.flatMap(({ number, at, baseType }) => {
    const read = FIELDS.has(number) ? numberType(baseType)?.read : undefined
    return read === undefined ? [] : [{ at, read }]
  })
  const added = developer.map((field) => ({ at: field.at, read: READ_OF_SIZE[field.size] ?? READ.uint8 }))
  return { size, little, reads: message === RECORD ? [...native, ...added] : [] }
}

/**
 * What no reader can do without: from message to message, and the fields of each record into typed columns. No
 * checksum, no "not measured", no scales, no times, no other messages, no laps; memory for just as many rows as come.
 */
const barePass = (bytes: Uint8Array, rows: number): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const columns = Array.from({ length: 64 }, () => new Float64Array(rows))
  const layouts: (BareLayout | undefined)[] = []
  let at = view.getUint8(0)
  const end = Math.min(at + view.getUint32(4, true), bytes.length - 2)
  let row = 0
  while (at < end) {
    const header = view.getUint8(at)
    if ((header & 0xc0) === 0x40) {
      const reading = readDefinition(view, at, end)
      if (reading.kind !== 'definition') break
      layouts[header & 0x0f] = bareLayout(reading.definition)
      at += reading.length
      continue
    }
    const layout = layouts[(header & 0x80) !== 0 ? (header >> 5) & 3 : header & 0x0f]
    if (!layout || at + layout.size + 1 > end) break
    const { reads, little } = layout
    for (let index = 0; index < reads.length; index++) {
      const field = reads[index]
      const column = columns[index]
      if (field && column) column[row] = readNumber(view, at + 1 + field.at, field.read, little)
    }
    if (reads.length > 0) row++
    at += layout.size + 1
  }
  return row
}

const bare: Reader = async ({ truth, bytes }) => {
  const rows = barePass(bytes, truth.records)
  return { read: rows > 0, right: rows === truth.records, again: () => barePass(bytes, truth.records) }
}

const readerOf = async (name: string): Promise<Reader | undefined> => {
  if (name === OURS) return ours
  if (name === BARE) return bare
  const peer = (await installedPeers()).find((one) => one.name === name)
  return peer && peerReader(peer)
}

const outcomeOf = async (reader: Reader, sample: Sample): Promise<Outcome> => {
  const { file } = sample.truth
  const bytes = sample.bytes.length
  try {
    const { read, right, again } = await reader(sample)
    const [seconds, own] = await sideBySide(again, () => parseFit(sample.bytes))
    return { file, bytes, read, right, seconds, ours: own }
  } catch {
    return { file, bytes, read: false, right: false, seconds: 0, ours: 0 }
  }
}

const measure = async (name: string): Promise<Report | undefined> => {
  const reader = await readerOf(name)
  if (!reader) return undefined
  const outcomes: Outcome[] = []
  for (const sample of samples()) outcomes.push(await outcomeOf(reader, sample))
  return { name, outcomes }
}

/** Most memory of a process that reads each file a few times and does nothing else, in bytes. */
const peakOf = async (name: string): Promise<number> => {
  const reader = await readerOf(name)
  for (const sample of reader ? samples() : []) {
    try {
      const trial = await reader?.(sample)
      for (let run = 0; run < LEAST_RUNS; run++) await trial?.again()
    } catch {
      // A file that it refuses costs what it costs.
    }
  }
  return process.resourceUsage().maxRSS * 1024
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0).padStart(5)

const line = ({ name, outcomes }: Report, peak: number): string => {
  const counted = outcomes.filter(({ read }) => read)
  const bytes = counted.reduce((sum, outcome) => sum + outcome.bytes, 0)
  const theirs = counted.reduce((sum, { seconds }) => sum + seconds, 0)
  const own = counted.reduce((sum, outcome) => sum + outcome.ours, 0)
  const columns = [
    name.padEnd(16),
    `${(bytes / 1e6 / theirs).toFixed(1).padStart(7)} MB/s`,
    `${(bytes / 1e6 / own).toFixed(1).padStart(7)} MB/s`,
    `${(theirs / own).toFixed(2).padStart(6)} x`,
    `${String(counted.length).padStart(3)} of ${outcomes.length} read`,
    `${String(outcomes.filter(({ right }) => right).length).padStart(3)} right`,
    `${megabytes(peak)} MB`,
  ]
  return columns.join('  ')
}

/** The bare pass is a bound where the records make up nearly all of a file. */
const printFiles = ({ outcomes }: Report): void => {
  console.log('\nfile by file: ours in MB/s, and as a multiple of the time of the bare pass over its records')
  for (const { file, bytes, read, seconds, ours: own } of outcomes) {
    if (!read || bytes < 50_000) continue
    console.log(`${megabytes(bytes / own)} MB/s  ${(own / seconds).toFixed(2).padStart(5)} x  ${file}`)
  }
}

const isReport = (value: unknown): value is Report => typeof value === 'object' && value !== null && 'outcomes' in value

const inProcess = (...given: readonly string[]): unknown => {
  const { stdout } = spawnSync(process.execPath, [import.meta.filename, ...given], { encoding: 'utf8', maxBuffer: 1e8 })
  // Readers may talk on the way: the last line is the report.
  const last = stdout.trim().split('\n').at(-1) ?? ''
  return /^[{\d]/.test(last) ? JSON.parse(last) : undefined
}

const compare = (): void => {
  console.log('reader                its rate          ours   faster        files           most memory')
  for (const name of [OURS, ...PEER_NAMES, BARE]) {
    const [report, peak] = [inProcess(name), inProcess('--peak', name)]
    console.log(isReport(report) ? line(report, numberOf(peak)) : `${name.padEnd(16)}  not installed`)
    if (name === BARE && isReport(report)) printFiles(report)
  }
}

const [first, second] = process.argv.slice(2)
if (!existsSync(SHARED)) console.log('skipped: ../shared/data is absent')
else if (first === undefined) compare()
else if (first === '--peak') console.log(await peakOf(second ?? OURS))
else console.log(JSON.stringify((await measure(first)) ?? null))
