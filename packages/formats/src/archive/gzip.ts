import { ok, type Result } from '@bell-lap/core'
import { FlateErrorCode, Gunzip } from 'fflate'
import { noteProblem } from '../fit/draft.ts'
import type { Problem } from '../fit/recorded.ts'
import { refuse, type Refusal } from '../samples/refusal.ts'
import { crc32 } from './crc32.ts'
import { isZip } from './directory.ts'
import type { ArchiveLimits } from './limits.ts'
import {
  collect,
  excessOf,
  flateFault,
  joined,
  nothingUnpacked,
  PUSH,
  type Contents,
  type Unpacked,
} from './unpacked.ts'

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Where a part of the file ends and what had come out by then. */
interface Member {
  readonly end: number
  readonly length: number
}

interface Reading {
  readonly out: Unpacked
  /** Parts that were followed by another one. */
  readonly members: Member[]
  /** What made an end of it before the end of the file. */
  stopped: Problem | undefined
  refused: Problem | undefined
}

const isHeaderFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === FlateErrorCode.InvalidHeader

/** Bytes that the library takes for the head of another part: zeros are none. */
const HEAD = 4
const ZERO = new Uint8Array(1)

/** Whether the packed data, or their checksum, go on beyond the file: else the next few bytes would be another part. */
const isCutOff = (stream: Gunzip): boolean => {
  stream.ondata = () => undefined
  try {
    for (let more = 0; more < HEAD; more++) stream.push(ZERO)
    return true
  } catch (error) {
    return !isHeaderFault(error)
  }
}

const TRAILER = 8

const CUT_OFF: Problem = { code: 'truncated', message: 'The packed data are cut off.' }

const pushAll = (bytes: Uint8Array, most: number, limits: ArchiveLimits): Reading => {
  const reading: Reading = { out: nothingUnpacked(), members: [], stopped: undefined, refused: undefined }
  const { out, members } = reading
  const stream = new Gunzip(collect(out))
  stream.onmember = (end) => members.push({ end, length: out.length })
  for (let at = 0; at < bytes.length && !reading.refused; at += PUSH) {
    const end = Math.min(bytes.length, at + PUSH)
    try {
      stream.push(bytes.subarray(at, end))
    } catch (error) {
      reading.stopped = { ...flateFault(error), at }
    }
    reading.refused = excessOf(out.length, end, most, limits)
    if (members.length > limits.members)
      reading.refused = { code: 'bomb', message: `The file is made of more than ${limits.members} parts.` }
    if (reading.stopped) break
  }
  if (!reading.stopped && !reading.refused && isCutOff(stream)) reading.stopped = CUT_OFF
  return reading
}

/** Whether the checksum and the length before the end of a part are those of what came out of it. */
const matches = (bytes: Uint8Array, end: number, contents: Uint8Array): boolean => {
  if (end < TRAILER) return false
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + end - TRAILER, TRAILER)
  return trailer.getUint32(0, true) === crc32(contents) && trailer.getUint32(4, true) === contents.length % 2 ** 32
}

/** Whether a sound part ends somewhere before the end of the file: what follows it is nothing of it. */
const endOfSound = (bytes: Uint8Array, from: number, contents: Uint8Array): number | undefined => {
  const [crc, view] = [crc32(contents), new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)]
  for (let at = from; at + TRAILER <= bytes.length; at++)
    if (view.getUint32(at, true) === crc && view.getUint32(at + 4, true) === contents.length) return at + TRAILER
  return undefined
}

const noteEnd = (bytes: Uint8Array, reading: Reading, contents: Uint8Array, problems: Problem[]): void => {
  const last = reading.members.at(-1)
  const own = contents.subarray(last?.length ?? 0)
  if (!reading.stopped && matches(bytes, bytes.length, own)) return
  const end = endOfSound(bytes, last?.end ?? 0, own)
  if (end !== undefined) {
    const message = `${bytes.length - end} bytes follow the packed data.`
    noteProblem(problems, { code: 'trailing-bytes', message, at: end })
    return
  }
  const wrong: Problem = { code: 'crc', message: 'The checksum of the packed data does not match.', at: bytes.length }
  noteProblem(problems, reading.stopped ?? wrong)
}

const noteMembers = (bytes: Uint8Array, { members }: Reading, contents: Uint8Array, problems: Problem[]): void => {
  for (const [index, { end, length }] of members.entries())
    if (!matches(bytes, end, contents.subarray(members[index - 1]?.length ?? 0, length)))
      noteProblem(problems, { code: 'crc', message: `The checksum of part ${index + 1} does not match.`, at: end })
}

/**
 * The contents of a gzip file (RFC 1952), at most `most` bytes of them, with what is wrong named. What came out before
 * damage is returned. Refused is what unpacks to too much, to another packed file, or to nothing.
 */
export const gunzip = (bytes: Uint8Array, most: number, limits: ArchiveLimits): Result<Contents, Refusal> => {
  if (bytes.length > most)
    return refuse('too-large', `The packed file has ${bytes.length} bytes; ${most} are read at most.`)
  const reading = pushAll(bytes, most, limits)
  if (reading.refused) return refuse(reading.refused.code, reading.refused.message)
  const contents = joined(reading.out)
  if (isGzip(contents) || isZip(contents)) return refuse('nested-archive', 'The packed file holds another packed file.')
  const problems: Problem[] = []
  noteMembers(bytes, reading, contents, problems)
  noteEnd(bytes, reading, contents, problems)
  if (contents.length > 0) return ok({ bytes: contents, problems })
  const { code, message } = problems[0] ?? { code: 'empty', message: 'The packed file holds nothing.' }
  return refuse(code, message, problems)
}
