import { pushTimed } from './columns.ts'
import { readNumber } from './base-type.ts'
import type { Definition } from './definition.ts'
import type { BeatClock, Draft } from './draft.ts'
import { listField, numberAt, type ListField } from './list-field.ts'
import { HR, HRV_TIME } from './profile.ts'
import type { Column } from './recorded.ts'

/** The lists of the two messages that hold heart beats, found once for a definition. */
export interface BeatLists {
  readonly intervals: ListField | undefined
  readonly fraction: ListField | undefined
  readonly time256: ListField | undefined
  readonly rates: ListField | undefined
  readonly ticks: ListField | undefined
  readonly packedTicks: ListField | undefined
}

export const beatLists = (definition: Definition): BeatLists => ({
  intervals: listField(definition, HRV_TIME),
  fraction: listField(definition, HR.fraction),
  time256: listField(definition, HR.time256),
  rates: listField(definition, HR.beats),
  ticks: listField(definition, HR.eventTime),
  packedTicks: listField(definition, HR.eventTime12),
})

/** RR intervals: a message has five or so and no time of its own, so the last time stated stands for it. */
export const readIntervals = (view: DataView, at: number, { intervals }: BeatLists, draft: Draft): void => {
  if (!intervals) return
  const { type, little, scale } = intervals
  const end = at + intervals.at + intervals.count * type.size
  for (let place = at + intervals.at; place < end; place += type.size) {
    const written = readNumber(view, place, type.read, little)
    // Zero and NaN are no time between two beats either.
    if (written !== type.invalid && written > 0) pushTimed(draft.intervals, written / scale, draft.lastTime)
  }
}

const TICKS_A_SECOND = HR.eventTime.scale
/** Packed times are the low twelve bits of the strap's clock. */
const PACKED_RANGE = 4096

const keepBeat = (draft: Draft, ticks: number, rate: number): void => {
  const { anchor, anchorTicks } = draft.beatClock
  if (Number.isNaN(rate) || rate === 0 || Number.isNaN(ticks) || Number.isNaN(anchor)) return
  pushTimed(draft.beats, rate, anchor + (ticks - anchorTicks) / TICKS_A_SECOND)
}

/** A message with a time of the watch's says what the strap's clock was then. */
const setClock = (view: DataView, at: number, lists: BeatLists, clock: BeatClock, time: number): void => {
  const first = numberAt(view, at, lists.ticks, 0)
  if (Number.isNaN(first)) return
  const fraction = numberAt(view, at, lists.fraction, 0) / HR.fraction.scale
  const rest = fraction || numberAt(view, at, lists.time256, 0) / HR.time256.scale || 0
  clock.anchor = time + rest
  clock.anchorTicks = first
}

const readTicks = (view: DataView, at: number, lists: BeatLists, draft: Draft): void => {
  for (let index = 0; index < (lists.ticks?.count ?? 0); index++) {
    const ticks = numberAt(view, at, lists.ticks, index)
    if (Number.isNaN(ticks)) continue
    draft.beatClock.lastTicks = ticks
    keepBeat(draft, ticks, numberAt(view, at, lists.rates, index))
  }
}

/** Each beat is the next moment whose low bits are these: two beats in three bytes, low bits first. */
const readPackedTicks = (view: DataView, at: number, lists: BeatLists, draft: Draft): void => {
  const { beatClock } = draft
  const from = at + (lists.packedTicks?.at ?? 0)
  const beats = Math.floor((lists.packedTicks?.size ?? 0) / 3) * 2
  for (let index = 0; index < beats; index++) {
    const pair = from + 3 * (index >> 1)
    const low =
      index % 2 === 0
        ? view.getUint8(pair) | ((view.getUint8(pair + 1) & 0x0f) << 8)
        : (view.getUint8(pair + 1) >> 4) | (view.getUint8(pair + 2) << 4)
    const before = beatClock.lastTicks % PACKED_RANGE
    beatClock.lastTicks += low - before + (low < before ? PACKED_RANGE : 0)
    keepBeat(draft, beatClock.lastTicks, numberAt(view, at, lists.rates, index))
  }
}

/**
 * Heart rate that a strap remembered while no radio reached the watch (FIT profile, `hr`).
 * `time` is the message's own in seconds of the FIT clock, NaN where it has none.
 */
export const readBeats = (view: DataView, at: number, lists: BeatLists, draft: Draft, time: number): void => {
  if (!Number.isNaN(time)) setClock(view, at, lists, draft.beatClock, time)
  readTicks(view, at, lists, draft)
  readPackedTicks(view, at, lists, draft)
}

/** Seconds that a remembered rate may lie before a sample that it stands for. */
const NEAR = 5

/**
 * Fills the samples that have no heart rate from remembered beats, in place: the mean of the beats since the sample
 * before, of the last seconds at most, or the last beat when none fell in between. Times of beats must not go back.
 */
export const mergeBeats = (times: Column, rates: Column, beatTimes: Column, beatRates: Column): void => {
  let next = 0
  for (let row = 0; row < times.length; row++) {
    const time = times[row] ?? NaN
    let sum = 0
    let count = 0
    for (; next < beatTimes.length && (beatTimes[next] ?? Infinity) <= time; next++) {
      if (time - (beatTimes[next] ?? 0) > NEAR) continue
      sum += beatRates[next] ?? 0
      count++
    }
    if (!Number.isNaN(rates[row]) || Number.isNaN(time)) continue
    const last = next - 1
    if (count > 0) rates[row] = Math.round(sum / count)
    else if (time - (beatTimes[last] ?? -Infinity) <= NEAR) rates[row] = beatRates[last] ?? NaN
  }
}
