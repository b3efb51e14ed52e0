import { fail, ok, type Result } from '@bell-lap/core'
import type { Problem } from '../fit/recorded.ts'
import { decodeName } from '../samples/decode.ts'
import { LOCAL_HEADER, LOCAL_HEADER_LENGTH, type Entry } from './entry.ts'
import type { ArchiveLimits } from './limits.ts'

// Names and numbers of APPNOTE.TXT 6.3.10 (PKWARE 2022), sections 4.3 and 4.5.

const END = 0x06054b50
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const LOCATOR_64_LENGTH = 20
const LISTED = 0x02014b50
const LISTED_LENGTH = 46
const EXTRA_64 = 1
const ELSEWHERE = 0xffffffff

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6) || (bytes[2] === 7 && bytes[3] === 8))

/** What an archive lists. Without its directory, what can be found of its entries. */
export interface Directory {
  readonly entries: readonly Entry[]
  /** Where the directory begins: no entry may reach into it. */
  readonly from: number
  readonly problems: readonly Problem[]
}

interface End {
  readonly count: number
  readonly from: number
}

/** A 64-bit number as far as files here go; Infinity beyond. */
const long = (view: DataView, at: number): number => {
  const value = view.getBigUint64(at, true)
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Infinity : Number(value)
}

const endOf64 = (view: DataView, endAt: number): End | undefined => {
  const locator = endAt - LOCATOR_64_LENGTH
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return undefined
  const at = long(view, locator + 8)
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_64) return undefined
  return { count: long(view, at + 32), from: long(view, at + 48) }
}

/** The end of the directory, which stands at the end of the file; only a comment may follow. */
const endOf = (view: DataView): End | undefined => {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) !== END) continue
    const plain = { count: view.getUint16(at + 10, true), from: view.getUint32(at + 16, true) }
    return endOf64(view, at) ?? plain
  }
  return undefined
}

const nameAt = (view: DataView, at: number, length: number): string =>
  decodeName(new Uint8Array(view.buffer, view.byteOffset + at, length))

/** Sizes and place of an entry that do not fit into 32 bits, in the order in which they are missing. */
const sizes64 = (view: DataView, from: number, to: number, plain: readonly number[]): readonly number[] => {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA_64) continue
    let next = at + 4
    const end = Math.min(to, next + view.getUint16(at + 2, true))
    return plain.map((size) => {
      if (size !== ELSEWHERE || next + 8 > end) return size
      next += 8
      return long(view, next - 8)
    })
  }
  return plain
}

interface Listed {
  readonly entry: Entry
  readonly end: number
}

const listedAt = (view: DataView, at: number): Listed | undefined => {
  if (at + LISTED_LENGTH > view.byteLength || view.getUint32(at, true) !== LISTED) return undefined
  const nameLength = view.getUint16(at + 28, true)
  const extraFrom = at + LISTED_LENGTH + nameLength
  const extraTo = extraFrom + view.getUint16(at + 30, true)
  const end = extraTo + view.getUint16(at + 32, true)
  if (end > view.byteLength) return undefined
  const plain = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  const [size = 0, packed = 0, place = 0] = sizes64(view, extraFrom, extraTo, plain)
  const entry = {
    name: nameAt(view, at + LISTED_LENGTH, nameLength),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    at: place,
    mode: view.getUint32(at + 38, true) >>> 16,
  }
  return { entry, end }
}

const tooMany = (limits: ArchiveLimits): Problem => ({
  code: 'too-many-entries',
  message: `The archive has more than the ${limits.entries} entries that are read.`,
})

const listed = (view: DataView, end: End, limits: ArchiveLimits): Result<Directory, Problem> => {
  const entries: Entry[] = []
  const problems: Problem[] = []
  if (end.count > limits.entries) return fail(tooMany(limits))
  for (let at = end.from; entries.length < end.count;) {
    const next = listedAt(view, at)
    if (!next) {
      const message = `The directory lists ${end.count} entries; ${entries.length} can be read.`
      problems.push({ code: 'lost-sync', message, at })
      break
    }
    entries.push(next.entry)
    at = next.end
  }
  return ok({ entries, from: end.from, problems })
}

const nextHeader = (view: DataView, from: number): number => {
  for (let at = from; at + LOCAL_HEADER_LENGTH <= view.byteLength; at++)
    if (view.getUint32(at, true) === LOCAL_HEADER) return at
  return view.byteLength
}

/** An entry by its own header, where nothing else tells of it: it may end where the next one begins. */
const foundAt = (view: DataView, at: number): Listed => {
  const nameLength = view.getUint16(at + 26, true)
  const from = at + LOCAL_HEADER_LENGTH + nameLength + view.getUint16(at + 28, true)
  const [packed, size] = [view.getUint32(at + 18, true), view.getUint32(at + 22, true)]
  const flags = view.getUint16(at + 6, true)
  const states = (flags & 8) === 0 && packed !== ELSEWHERE && size !== ELSEWHERE
  const end = states ? from + packed : nextHeader(view, Math.min(from, view.byteLength))
  const held = Math.max(0, Math.min(end, view.byteLength) - from)
  const entry = {
    name: nameAt(
      view,
      at + LOCAL_HEADER_LENGTH,
      Math.max(0, Math.min(nameLength, view.byteLength - at - LOCAL_HEADER_LENGTH)),
    ),
    flags,
    method: view.getUint16(at + 8, true),
    crc: states && held === packed ? view.getUint32(at + 14, true) : undefined,
    packed: held,
    size: states && held === packed ? size : undefined,
    at,
    mode: 0,
  }
  return { entry, end: Math.max(end, at + LOCAL_HEADER_LENGTH) }
}

/** Entries of an archive that lost its directory, which stands at its end. */
const found = (view: DataView, limits: ArchiveLimits): Result<Directory, Problem> => {
  const entries: Entry[] = []
  for (let at = nextHeader(view, 0); at < view.byteLength;) {
    const { entry, end } = foundAt(view, at)
    entries.push(entry)
    if (entries.length > limits.entries) return fail(tooMany(limits))
    at = nextHeader(view, end)
  }
  const message = `The archive has lost its directory; ${entries.length} entries are found without it.`
  return ok({ entries, from: view.byteLength, problems: [{ code: 'truncated', message, at: view.byteLength }] })
}

/** What a ZIP archive lists; the problem for which all of it is refused. */
export const directoryOf = (bytes: Uint8Array, limits: ArchiveLimits): Result<Directory, Problem> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  return end ? listed(view, end, limits) : found(view, limits)
}
