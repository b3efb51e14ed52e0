import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of an archive that is made by hand, with all the lies that it is to tell. */
export interface ZipEntry {
  readonly name: string | Uint8Array
  readonly contents: Uint8Array
  readonly method?: number
  readonly flags?: number
  readonly mode?: number
  /** Sizes and checksum as stated, where they are not the true ones. */
  readonly size?: number
  readonly packed?: number
  readonly crc?: number
  /** Stated in the entry's own header only. */
  readonly ownSize?: number
  readonly ownName?: string
  /** Where the directory says that it stands. */
  readonly at?: number
  /** Bytes that stand in the archive for its contents. */
  readonly data?: Uint8Array
}

interface Placed {
  readonly entry: ZipEntry
  readonly at: number
  readonly data: Uint8Array
}

const encoder = new TextEncoder()
const nameOf = ({ name }: ZipEntry): Uint8Array => (typeof name === 'string' ? encoder.encode(name) : name)

/** Numbers in little endian, each with its width. */
const numbers = (...fields: readonly (readonly [width: 2 | 4, value: number])[]): Uint8Array => {
  const bytes = new Uint8Array(fields.reduce((sum, [width]) => sum + width, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  return bytes
}

const common = ({ entry, data }: Placed, size: number): Uint8Array =>
  numbers(
    [2, 20],
    [2, entry.flags ?? 0x800],
    [2, entry.method ?? 8],
    [4, 0],
    [4, entry.crc ?? crc32(entry.contents)],
    [4, entry.packed ?? data.length],
    [4, size],
  )

const ownHeader = (placed: Placed): Uint8Array => {
  const { entry } = placed
  const name = entry.ownName === undefined ? nameOf(entry) : encoder.encode(entry.ownName)
  const size = entry.ownSize ?? entry.size ?? entry.contents.length
  return joined([numbers([4, 0x04034b50]), common(placed, size), numbers([2, name.length], [2, 0]), name])
}

const listed = (placed: Placed): Uint8Array => {
  const { entry, at } = placed
  const name = nameOf(entry)
  return joined([
    numbers([4, 0x02014b50], [2, 0x0314]),
    common(placed, entry.size ?? entry.contents.length),
    numbers([2, name.length], [2, 0], [2, 0], [2, 0], [2, 0]),
    numbers([4, ((entry.mode ?? 0o100644) << 16) >>> 0], [4, entry.at ?? at]),
    name,
  ])
}

export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** A ZIP archive of these entries; `count` is what its end says that it lists. */
export const zipOf = (entries: readonly ZipEntry[], count = entries.length): Uint8Array => {
  const placed: Placed[] = []
  const parts: Uint8Array[] = []
  let at = 0
  for (const entry of entries) {
    const data = entry.data ?? (entry.method === 0 ? entry.contents : new Uint8Array(deflateRawSync(entry.contents)))
    const one = { entry, at, data }
    const bytes = joined([ownHeader(one), data])
    placed.push(one)
    parts.push(bytes)
    at += bytes.length
  }
  const directory = joined(placed.map(listed))
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, directory.length], [4, at], [2, 0])
  return joined([...parts, directory, end])
}
