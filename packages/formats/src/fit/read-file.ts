import { crc16 } from './crc.ts'
import { noteProblem, type Draft } from './draft.ts'
import { isHeader, readHeader, type Header } from './header.ts'
import type { ProblemCode } from './recorded.ts'
import { resume } from './resume.ts'
import { startScan, type Scan } from './layout.ts'
import { readMessages, type Stop } from './scan.ts'

const CHECKSUM = 2

/** Stops that no file of a device comes to: all of it is refused. */
const isRefusal = (stop: Stop): boolean => stop.kind === 'too-many-messages' || stop.kind === 'too-many-laps'

const WORDS: { readonly [Kind in Exclude<Stop['kind'], 'end'>]: (at: number) => string } = {
  cut: (at) => `The data end inside the message at byte ${at}.`,
  'bad-definition': (at) => `The definition at byte ${at} has a byte order that does not exist.`,
  'undefined-local-type': (at) => `Nothing defines the message at byte ${at}.`,
  'lost-sync': (at) => `The message at byte ${at} makes no sense.`,
  'oversized-message': (at) => `The definition at byte ${at} makes messages longer than any device writes.`,
  'too-many-messages': (at) => `There are more messages than are read; the limit is reached at byte ${at}.`,
  'too-many-laps': (at) => `There are more laps than are read; the limit is reached at byte ${at}.`,
}

/** What follows makes no sense as it stands, though more may follow that does. */
const isNonsense = ({ kind }: Stop): boolean =>
  kind === 'undefined-local-type' || kind === 'bad-definition' || kind === 'lost-sync'

const noteStop = (draft: Draft, stop: Stop): void => {
  if (stop.kind === 'end') return
  const code: ProblemCode = stop.kind === 'cut' ? 'truncated' : stop.kind
  noteProblem(draft.problems, { code, message: WORDS[stop.kind](stop.at), at: stop.at })
}

const noteHeader = (draft: Draft, at: number, fault: string): void =>
  noteProblem(draft.problems, { code: 'bad-header', message: `The header at byte ${at} is wrong: ${fault}.`, at })

const noteLost = (draft: Draft, from: number, to: number, read: boolean): void => {
  const message = read
    ? `${to - from} bytes from byte ${from} on made no sense and were passed over.`
    : `The ${to - from} bytes from byte ${from} on could not be read.`
  noteProblem(draft.problems, { code: 'lost-sync', message, at: from })
}

/** One part of the file: where its header is, and how it is read. */
interface Part {
  readonly at: number
  readonly scan: Scan
  readonly beyondDamage: boolean
}

/** Reads a part up to its end; where a message makes no sense, it may look for the next one that does. */
const readThrough = ({ scan, beyondDamage }: Part, from: number, to: number): Stop => {
  const { view, draft } = scan
  let stop = readMessages(scan, from, to)
  while (isNonsense(stop)) {
    // What is left of a part without an end is its checksum.
    if (to === view.byteLength && to - stop.at <= CHECKSUM) return { kind: 'end', at: stop.at }
    const next = beyondDamage ? resume(scan, stop.at + 1, to) : undefined
    if (stop.kind !== 'lost-sync') noteStop(draft, stop)
    noteLost(draft, stop.at, next ?? to, next !== undefined)
    if (next === undefined) return stop
    stop = readMessages(scan, next, to)
  }
  return stop
}

/** What the header promised and the file does not hold. */
const noteBounds = (draft: Draft, view: DataView, at: number, header: Header): void => {
  const held = view.byteLength - header.dataFrom
  if (header.dataSize === 0 || header.dataSize === 0xffffffff) {
    if (held > CHECKSUM) noteHeader(draft, at, `it promises ${header.dataSize} bytes of data`)
    return
  }
  const message = `The header at byte ${at} promises ${header.dataSize} bytes of data and a checksum; ${held} bytes follow.`
  noteProblem(draft.problems, { code: 'truncated', message, at: view.byteLength })
}

const readUnbounded = (part: Part, from: number): Stop => {
  const { view, draft } = part.scan
  const stop = readThrough(part, from, view.byteLength)
  const isChecksum = stop.kind === 'cut' && view.byteLength - stop.at <= CHECKSUM
  if (!isNonsense(stop) && !isChecksum) noteStop(draft, stop)
  return isRefusal(stop) ? stop : { kind: 'end', at: view.byteLength }
}

/** A part whose end is in the file: judged by its checksum, and read on where the header stopped it too early. */
const readBounded = (part: Part, from: number, to: number): Stop => {
  const { at, scan } = part
  const { view, draft } = scan
  const stop = readThrough(part, from, to)
  if (isRefusal(stop)) {
    noteStop(draft, stop)
    return stop
  }
  const next = to + CHECKSUM
  const matches = crc16(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), at, next) === 0
  if (!matches && next < view.byteLength && !isHeader(view, next)) {
    noteHeader(draft, at, `the data go on beyond the ${to - from} bytes that it promises`)
    return readUnbounded(part, stop.kind === 'cut' ? stop.at : to)
  }
  if (stop.kind === 'cut' || stop.kind === 'oversized-message') noteStop(draft, stop)
  if (!matches)
    noteProblem(draft.problems, { code: 'crc', message: `The checksum at byte ${to} does not match.`, at: to })
  return { kind: 'end', at: next }
}

const readPart = (part: Part, header: Header): Stop => {
  const { view, draft } = part.scan
  draft.described.clear()
  if (header.fault !== undefined) noteHeader(draft, part.at, header.fault)
  const to = header.dataFrom + header.dataSize
  if (header.dataSize > 0 && to + CHECKSUM <= view.byteLength) return readBounded(part, header.dataFrom, to)
  noteBounds(draft, view, part.at, header)
  return readUnbounded(part, header.dataFrom)
}

/**
 * Reads all parts of a file into the draft, noting what is wrong.
 * Returns the stop that condemns the whole file, if there is one.
 */
export const readFile = (view: DataView, draft: Draft, beyondDamage: boolean): Stop | undefined => {
  let at = 0
  while (at < view.byteLength) {
    const header = readHeader(view, at)
    if (!header) {
      const message = `${view.byteLength - at} bytes from byte ${at} on belong to no part of the file.`
      noteProblem(draft.problems, { code: 'trailing-bytes', message, at })
      return undefined
    }
    const stop = readPart({ at, scan: startScan(view, draft, beyondDamage), beyondDamage }, header)
    if (isRefusal(stop)) return stop
    at = stop.at
  }
  return undefined
}
