import { fail, ok, type Result } from '@bell-lap/core'
import { Inflate } from 'fflate'
import type { Problem } from '../fit/recorded.ts'
import { crc32 } from './crc32.ts'
import { dataPlace, type Entry } from './entry.ts'
import type { ArchiveLimits } from './limits.ts'
import { collect, excessOf, flateFault, joined, nothingUnpacked, PUSH, type Contents } from './unpacked.ts'

const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 0x2041
const FILE_TYPE = 0o170000
const REGULAR = 0o100000

/** Why an entry is not unpacked, as far as the directory tells. */
export const entryFault = (entry: Entry, most: number): Problem | undefined => {
  const { flags, method, mode, size } = entry
  const type = mode & FILE_TYPE
  if (type !== 0 && type !== REGULAR) return { code: 'symlink', message: 'The entry is a link or a device, no file.' }
  if ((flags & ENCRYPTED) !== 0) return { code: 'encrypted', message: 'The entry is encrypted.' }
  if (method !== STORED && method !== DEFLATED)
    return { code: 'unknown-compression', message: `The entry is packed in a way (${method}) that is not read here.` }
  if (size !== undefined && size > most)
    return { code: 'too-large', message: `The contents have ${size} bytes; ${most} are read at most.` }
  return undefined
}

interface Inflated {
  readonly bytes: Uint8Array
  /** The library found the data to make no sense. */
  readonly damage?: Problem
}

const NOTHING = new Uint8Array(0)

const inflate = (packed: Uint8Array, most: number, limits: ArchiveLimits): Result<Inflated, Problem> => {
  const out = nothingUnpacked()
  const stream = new Inflate(collect(out))
  try {
    for (let at = 0; at < packed.length; at += PUSH) {
      stream.push(packed.subarray(at, at + PUSH))
      const excess = excessOf(out.length, Math.min(packed.length, at + PUSH), most, limits)
      if (excess) return fail(excess)
    }
    // The end apart, so that what comes before it has come out when it is missing.
    stream.push(NOTHING, true)
  } catch (error) {
    return ok({ bytes: joined(out), damage: flateFault(error) })
  }
  return ok({ bytes: joined(out) })
}

const damaged = (bytes: Uint8Array, damage: Problem): Result<Contents, Problem> =>
  bytes.length > 0 ? ok({ bytes, problems: [damage] }) : fail(damage)

const checked = ({ bytes, damage }: Inflated, { size = bytes.length, crc }: Entry): Result<Contents, Problem> => {
  if (damage) return damaged(bytes, damage)
  const isSound = crc === undefined || crc32(bytes) === crc
  if (bytes.length < size && !isSound)
    return damaged(bytes, { code: 'truncated', message: `${bytes.length} of ${size} bytes come out of the entry.` })
  if (bytes.length !== size)
    return fail({ code: 'wrong-size', message: `The entry states ${size} bytes and unpacks to ${bytes.length}.` })
  return ok({
    bytes,
    problems: isSound ? [] : [{ code: 'crc', message: 'The checksum of the entry does not match.' }],
  })
}

/** The contents of an entry, at most `most` bytes of them, or why they are refused. */
export const unpack = (
  bytes: Uint8Array,
  entry: Entry,
  most: number,
  limits: ArchiveLimits,
): Result<Contents, Problem> => {
  const fault = entryFault(entry, most)
  if (fault) return fail(fault)
  const place = dataPlace(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), entry)
  if ('fault' in place) return fail(place.fault)
  const packed = bytes.subarray(place.from, place.from + entry.packed)
  if (entry.method === STORED) return checked({ bytes: packed }, entry)
  const inflated = inflate(packed, most, limits)
  return inflated.ok ? checked(inflated.value, entry) : inflated
}
