// Other readers of FIT files, for development only: what they say is compared with what is said here.

/** One sample as a peer has it; what it does not have is undefined or null. */
export interface PeerRecord {
  /** Milliseconds since 1970. */
  readonly time: number
  readonly [column: string]: unknown
}

export interface PeerReading {
  readonly records: readonly PeerRecord[]
  readonly laps: readonly Fields[]
  readonly sessions: readonly Fields[]
  readonly beats: readonly number[]
}

/** A message under the field names of the profile: `total_distance`. */
export type Fields = { readonly [name: string]: unknown }

export interface Peer {
  readonly name: string
  /** What the peer itself does; throws or rejects where it refuses the file. */
  readonly decode: (bytes: Uint8Array) => unknown
  /** What it found, in common words. */
  readonly reading: (decoded: unknown) => PeerReading
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const fieldsOf = (value: unknown): Fields => (isObject(value) ? value : {})
const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isObject) : [])

/** The bytes in a buffer of their own, as all three want them. */
const bufferOf = (bytes: Uint8Array): ArrayBuffer => {
  const buffer = new ArrayBuffer(bytes.length)
  new Uint8Array(buffer).set(bytes)
  return buffer
}

const instant = (value: unknown): number => {
  if (typeof value === 'string') return Temporal.Instant.from(value).epochMilliseconds
  return typeof value === 'object' ? Number(value) : NaN
}

const withTime = (record: Fields): PeerRecord => ({ ...record, time: instant(record['timestamp']) })

const timesOf = (messages: readonly Fields[]): number[] =>
  messages.flatMap(({ time }) => (Array.isArray(time) ? time : [time])).filter((one) => typeof one === 'number')

/** `avgHeartRate` as the profile spells it. */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const snaked = (message: Fields): Fields =>
  Object.fromEntries(Object.entries(message).map(([name, value]) => [snake(name), value]))

/** A module, undefined where it is not installed. */
const load = async (module: Promise<unknown>): Promise<Fields | undefined> => {
  try {
    return fieldsOf(await module)
  } catch {
    return undefined
  }
}

type Construct = new (...given: readonly unknown[]) => unknown
const isConstructor = (value: unknown): value is Construct => typeof value === 'function'
const call = (owner: unknown, name: string, ...given: readonly unknown[]): unknown => {
  const method = (typeof owner === 'function' ? Reflect.get(owner, name) : fieldsOf(owner)[name]) as unknown
  if (typeof method !== 'function') throw new TypeError(`No method ${name}`)
  return Reflect.apply(method, owner, given)
}

/** The vendor's SDK. It reports errors beside what it found; a file with an error is one that it refuses. */
const vendorSdk = async (): Promise<Peer | undefined> => {
  const { Decoder, Stream } = fieldsOf(await load(import('@garmin/fitsdk')))
  if (!isConstructor(Decoder)) return undefined
  return {
    name: '@garmin/fitsdk',
    decode: (bytes) => {
      const decoded = fieldsOf(call(new Decoder(call(Stream, 'fromArrayBuffer', bufferOf(bytes))), 'read'))
      const [error] = Array.isArray(decoded['errors']) ? decoded['errors'] : []
      if (error !== undefined) throw error
      return decoded['messages']
    },
    reading: (decoded) => {
      const messages = fieldsOf(decoded)
      return {
        records: listOf(messages['recordMesgs']).map(snaked).map(withTime),
        laps: listOf(messages['lapMesgs']).map(snaked),
        sessions: listOf(messages['sessionMesgs']).map(snaked),
        beats: timesOf(listOf(messages['hrvMesgs'])),
      }
    },
  }
}

const fitFileParser = async (): Promise<Peer | undefined> => {
  const { default: Parser } = fieldsOf(await load(import('fit-file-parser')))
  if (!isConstructor(Parser)) return undefined
  return {
    name: 'fit-file-parser',
    decode: (bytes) =>
      call(new Parser({ force: true, mode: 'list', speedUnit: 'm/s', lengthUnit: 'm' }), 'parseAsync', bufferOf(bytes)),
    reading: (decoded) => {
      const { records, laps, sessions, hrv } = fieldsOf(decoded)
      return {
        records: listOf(records).map(withTime),
        laps: listOf(laps),
        sessions: listOf(sessions),
        beats: timesOf(listOf(hrv)),
      }
    },
  }
}

const fitDecoder = async (): Promise<Peer | undefined> => {
  // @ts-expect-error it comes without types
  const module = fieldsOf(await load(import('fit-decoder')))
  const decoder = 'fit2json' in module ? module : module['default']
  if (!isObject(decoder)) return undefined
  return {
    name: 'fit-decoder',
    decode: (bytes) => call(decoder, 'parseRecords', call(decoder, 'fit2json', bufferOf(bytes))),
    reading: (decoded) => {
      const messages = listOf(fieldsOf(decoded)['records'])
      const ofType = (type: string): readonly Fields[] =>
        messages.filter((message) => message['type'] === type).map(({ data }) => fieldsOf(data))
      return {
        records: ofType('record').map(withTime),
        laps: ofType('lap'),
        sessions: ofType('session'),
        beats: timesOf(ofType('hrv')),
      }
    },
  }
}

export const PEER_NAMES = ['@garmin/fitsdk', 'fit-file-parser', 'fit-decoder'] as const

/** The peers that are installed. */
export const installedPeers = async (): Promise<readonly Peer[]> => {
  const found = await Promise.all([vendorSdk(), fitFileParser(), fitDecoder()])
  return found.filter((peer) => peer !== undefined)
}
