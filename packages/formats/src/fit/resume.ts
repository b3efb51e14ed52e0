import { writtenRows } from './columns.ts'
import { soundLength } from './definition.ts'
import { FIRST_DATE, MESSAGE } from './profile.ts'
import type { Draft } from './draft.ts'
import type { Layout, Scan } from './layout.ts'

/** Messages in a row that have to make sense before they are believed. */
const CHAIN = 6
/** Seconds that a record may lie before and after the last time that was read. */
const BACK = 3600
const AHEAD = 86_400
/** Samples whose middle time stands for now. */
const RECENT = 31
const UNKNOWN_TIME = 0xffffffff

const isBelievableTime = (time: number, last: number): boolean =>
  Number.isNaN(last) ? time > FIRST_DATE && time < 0xf0000000 : time >= last - BACK && time <= last + AHEAD

/** Bytes of the message at `at` if it can be one; 0 if not. Records have to say when they were taken. */
const believableLength = ({ view, local }: Scan, at: number, to: number, last: number): number => {
  const header = view.getUint8(at)
  if ((header & 0xd0) === 0x40) return soundLength(view, at, to)
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

/** The middle one of the last times: damage leaves wild ones behind. NaN before the first record. */
const usualTime = ({ records }: Draft): number => {
  const last = [...writtenRows(records, 'time').subarray(-RECENT)]
  const known = last.filter((time) => !Number.isNaN(time)).sort((one, other) => one - other)
  return known[known.length >> 1] ?? NaN
}

/**
 * Whether the message at `at` is a record with a time that cannot be: far from the last ones, and not the first of
 * several that agree, as after a leap of the clock.
 */
export const isDamage = (scan: Scan, at: number, to: number, layout: Layout): boolean => {
  const { definition } = layout
  if (definition.message !== MESSAGE.record || definition.timeAt < 0) return false
  const time = scan.view.getUint32(at + 1 + definition.timeAt, definition.little)
  if (time === UNKNOWN_TIME || isBelievableTime(time, scan.draft.lastTime)) return false
  const usual = usualTime(scan.draft)
  if (Number.isNaN(usual) || isBelievableTime(time, usual)) return false
  return !isChain(scan, at, to, time)
}

/**
 * After damage: the first byte from `from` on at which several messages in a row make sense with the layouts in force
 * and the last times that were read. Undefined where there is none.
 */
export const resume = (scan: Scan, from: number, to: number): number | undefined => {
  const last = usualTime(scan.draft)
  for (let at = from; at < to; at++) if (isChain(scan, at, to, last)) return at
  return undefined
}
