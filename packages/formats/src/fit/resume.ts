import { readDefinition } from './definition.ts'
import { FIRST_DATE, MESSAGE } from './profile.ts'
import type { Layout, Scan } from './scan.ts'

/** Messages in a row that have to make sense before they are believed. */
const CHAIN = 6
/** Seconds that a record may lie before and after the last time that was read. */
const BACK = 3600
const AHEAD = 86_400

const isBelievableTime = (time: number, last: number): boolean =>
  Number.isNaN(last) ? time > FIRST_DATE && time < 0xf0000000 : time >= last - BACK && time <= last + AHEAD

/** Bytes of the message at `at` if it can be one; 0 if not. Records have to say when they were taken. */
const believableLength = ({ view, local }: Scan, at: number, to: number, last: number): number => {
  const header = view.getUint8(at)
  if ((header & 0xd0) === 0x40) {
    const reading = readDefinition(view, at, to)
    return reading.kind === 'definition' && reading.definition.fields.length > 0 ? reading.length : 0
  }
  if ((header & 0xf0) !== 0) return 0
  const layout = local[header & 0x0f]
  if (!layout || layout.definition.size === 0 || at + 1 + layout.definition.size > to) return 0
  return isBelievableMessage(view, at + 1, layout, last) ? layout.definition.size + 1 : 0
}

const isBelievableMessage = (view: DataView, at: number, { definition }: Layout, last: number): boolean => {
  if (definition.timeAt < 0) return definition.message !== MESSAGE.record
  return isBelievableTime(view.getUint32(at + definition.timeAt, definition.little), last)
}

/** Whether a chain of messages with at least one time in it starts here, or the data end in good order. */
const isChain = (scan: Scan, from: number, to: number, last: number): boolean => {
  const { view, local } = scan
  let at = from
  let timed = 0
  for (let link = 0; link < CHAIN && at < to - 2; link++) {
    const length = believableLength(scan, at, to, last)
    if (length === 0) return false
    const layout = local[view.getUint8(at) & 0x0f]
    if ((view.getUint8(at) & 0x40) === 0 && layout && layout.definition.timeAt >= 0) timed++
    at += length
  }
  return timed > 1
}

/**
 * After damage: the first byte from `from` on at which several messages in a row make sense with the layouts in force
 * and the last time that was read. Undefined where there is none.
 */
export const resume = (scan: Scan, from: number, to: number, last: number): number | undefined => {
  for (let at = from; at < to; at++) if (isChain(scan, at, to, last)) return at
  return undefined
}
