import { closeGap, reserve } from './columns.ts'
import { isNoise, isSameDefinition, readDefinition, type Definition } from './definition.ts'
import { describeField } from './developer.ts'
import { DESCRIPTION_FIELDS, noteOnce, ROW_FIELDS, type Draft } from './draft.ts'
import { beatLists, readBeats, readIntervals } from './heart-rate.ts'
import type { Layout, Scan } from './layout.ts'
import { MESSAGE, TIMESTAMP } from './profile.ts'
import { readRecords, type Run } from './read-records.ts'
import { compileRecords } from './record-plan.ts'
import { isDamage } from './resume.ts'
import { readRow } from './row.ts'

/** Why reading came to an end, and where: `end` is the only good one. */
export interface Stop {
  readonly kind:
    | 'end'
    | 'cut'
    | 'bad-definition'
    | 'undefined-local-type'
    | 'lost-sync'
    | 'oversized-message'
    | 'too-many-messages'
    | 'too-many-laps'
  readonly at: number
}

const MOST_KNOWN = 64
/** Rows of a run that are read at once: few enough that their bytes stay in the nearest cache. */
const LONGEST_RUN = 512
const UNKNOWN_TIME = 0xffffffff

const COMPRESSED = 0x80
const DEFINITION = 0x40

const wayOf = (message: number): Layout['way'] => {
  if (message === MESSAGE.record) return 'record'
  if (message === MESSAGE.hrv) return 'intervals'
  if (message === MESSAGE.hr) return 'beats'
  if (message === MESSAGE.fieldDescription) return 'description'
  return ROW_FIELDS[message] ? 'row' : 'none'
}

const layoutOf = (definition: Definition): Layout => {
  const way = wayOf(definition.message)
  const lists = way === 'intervals' || way === 'beats' ? beatLists(definition) : undefined
  return { definition, way, lists, plan: undefined }
}

/** Puts a definition in force; its length in bytes, or why it cannot be. */
const define = ({ view, draft, local, known, careful }: Scan, at: number, to: number): number | Stop => {
  const number = view.getUint8(at) & 0x0f
  const again = known.find(({ definition }) => isSameDefinition(definition, view, at, to))
  if (again) {
    local[number] = again
    return again.definition.source.length
  }
  const reading = readDefinition(view, at, to)
  if (reading.kind !== 'definition') return { kind: reading.kind === 'cut' ? 'cut' : 'bad-definition', at }
  if (careful && isNoise(view, at)) return { kind: 'lost-sync', at }
  if (reading.definition.size > draft.limits.messageBytes) return { kind: 'oversized-message', at }
  const layout = layoutOf(reading.definition)
  if (known.length >= MOST_KNOWN) known.length = 0
  known.push(layout)
  local[number] = layout
  return reading.length
}

/** How many messages with this header byte follow one another without a gap. */
const runLength = ({ view, careful }: Scan, at: number, stride: number, to: number): number => {
  const header = view.getUint8(at)
  const most = careful || (header & COMPRESSED) !== 0 ? 1 : Math.min(Math.floor((to - at) / stride), LONGEST_RUN)
  let count = 1
  while (count < most && view.getUint8(at + count * stride) === header) count++
  return count
}

/** Five bits of time in the header: the next moment whose low bits they are (FIT protocol, "Compressed Timestamp"). */
const expandTime = (last: number, header: number): number => {
  const low = header & 0x1f
  const before = last % 32
  return last - before + low + (low < before ? 32 : 0)
}

/** The time a message states, NaN where it states none. */
const timeAt = (view: DataView, at: number, { timeAt: place, little }: Definition): number => {
  if (place < 0) return NaN
  const time = view.getUint32(at + place, little)
  return time === UNKNOWN_TIME ? NaN : time
}

/** A record without a time of its own takes that of its header. */
const stampRecord = ({ records, lastTime }: Draft): void => {
  const place = records.places.get('time') ?? -1
  const times = records.values[place]
  const row = records.rows - 1
  closeGap(records, place, records.rows)
  if (times && Number.isNaN(times[row])) times[row] = lastTime
}

const recordRun = (scan: Scan, run: Run, layout: Layout, to: number): void => {
  const { view, draft } = scan
  const compressed = (view.getUint8(run.at - 1) & COMPRESSED) !== 0
  // Neither data nor a time: nothing was recorded.
  if (layout.definition.size === 0 && !compressed) return
  const expected = Math.min(Math.ceil((to - run.at) / run.stride), draft.limits.messages)
  reserve(draft.records, run.count, expected)
  layout.plan ??= compileRecords(draft.records, layout.definition, (developer, number) =>
    draft.described.get((developer << 8) | number),
  )
  readRecords(view, run, layout.plan, draft.records, draft.packed)
  if (compressed) stampRecord(draft)
}

const garbled = (draft: Draft, at: number) => (text: string) =>
  noteOnce(draft.problems, 'bad-text', `The text "${text}" is not UTF-8 and was read as Latin-1.`, at)

/** A described field changes how records with developer fields are read. */
const describe = ({ view, draft, known, local }: Scan, at: number, { definition }: Layout): void => {
  describeField(draft, readRow(view, at, definition, DESCRIPTION_FIELDS, garbled(draft, at)))
  for (const layout of [...known, ...local]) if (layout?.definition.developer.length) layout.plan = undefined
}

const keepRow = ({ view, draft }: Scan, at: number, { definition }: Layout): Stop | undefined => {
  const wanted = ROW_FIELDS[definition.message]
  const rows = draft.rows[definition.message]
  if (!wanted || !rows) return undefined
  const row = readRow(view, at, definition, wanted, garbled(draft, at))
  const compressed = (view.getUint8(at - 1) & COMPRESSED) !== 0
  rows.push(compressed && !row.has(TIMESTAMP.number) ? new Map([...row, [TIMESTAMP.number, draft.lastTime]]) : row)
  const laps = definition.message === MESSAGE.lap
  if (rows.length <= (laps ? draft.limits.laps : draft.limits.rows)) return undefined
  return { kind: laps ? 'too-many-laps' : 'too-many-messages', at }
}

/** Keeps one message that is no record. */
const keepMessage = (scan: Scan, at: number, layout: Layout): Stop | undefined => {
  const { view, draft } = scan
  const { definition, lists } = layout
  if (layout.way === 'row') return keepRow(scan, at, layout)
  if (layout.way === 'description') describe(scan, at, layout)
  else if (lists && layout.way === 'intervals') readIntervals(view, at, lists, draft)
  else if (lists) readBeats(view, at, lists, draft, timeAt(view, at, definition))
  return undefined
}

/** Reads one run of messages of the same layout, all of which lie before `to`. */
const readRun = (scan: Scan, run: Run, layout: Layout, to: number): Stop | undefined => {
  const { view, draft } = scan
  const { definition, way } = layout
  const header = view.getUint8(run.at - 1)
  const last = timeAt(view, run.at + (run.count - 1) * run.stride, definition)
  if (!Number.isNaN(last)) draft.lastTime = last
  else if ((header & COMPRESSED) !== 0) draft.lastTime = expandTime(draft.lastTime, header)
  if (way === 'record') recordRun(scan, run, layout, to)
  else if (way !== 'none') {
    for (let index = 0; index < run.count; index++) {
      const stop = keepMessage(scan, run.at + index * run.stride, layout)
      if (stop) return stop
    }
  }
  return undefined
}

/** Reads what starts at `at`, a definition or a run of messages; where the next thing starts, or why there is none. */
const readNext = (scan: Scan, at: number, to: number): number | Stop => {
  const { view, draft, local, careful } = scan
  const header = view.getUint8(at)
  if ((header & (COMPRESSED | DEFINITION)) === DEFINITION) {
    const length = define(scan, at, to)
    draft.messages++
    return typeof length === 'number' ? at + length : length
  }
  const layout = local[(header & COMPRESSED) !== 0 ? (header >>> 5) & 3 : header & 0x0f]
  if (!layout) return { kind: 'undefined-local-type', at }
  const stride = layout.definition.size + 1
  if (at + stride > to) return { kind: 'cut', at }
  if (careful && isDamage(scan, at, to, layout)) return { kind: 'lost-sync', at }
  const run: Run = { at: at + 1, stride, count: runLength(scan, at, stride, to) }
  draft.messages += run.count
  return readRun(scan, run, layout, to) ?? at + run.count * stride
}

/** Reads the messages from `from` up to `to` into the draft, until they end or make no sense. */
export const readMessages = (scan: Scan, from: number, to: number): Stop => {
  const { draft } = scan
  let at = from
  while (at < to) {
    const next = readNext(scan, at, to)
    if (typeof next !== 'number') return next
    at = next
    if (draft.messages > draft.limits.messages) return { kind: 'too-many-messages', at }
  }
  return { kind: 'end', at }
}
