import { READ, readNumber } from './base-type.ts'
import type { Columns } from './columns.ts'
import type { RecordPlan } from './record-plan.ts'
import type { Column } from './recorded.ts'

/** A run of messages of one layout: where the first one's data begin, how far it is to the next, how many. */
export interface Run {
  readonly at: number
  readonly stride: number
  readonly count: number
}

/** One field of all messages of a run, down its column: the loops are apart by type so that each stays tight. */
const fillColumn = (
  view: DataView,
  run: Run,
  little: boolean,
  { at, type, scale, offset }: RecordPlan['reads'][number],
  column: Column,
  firstRow: number,
): void => {
  const { stride } = run
  const { invalid } = type
  const end = firstRow + run.count
  let from = run.at + at
  switch (type.read) {
    case READ.uint8:
      for (let row = firstRow; row < end; row++, from += stride) {
        const value = view.getUint8(from)
        if (value !== invalid) column[row] = value / scale - offset
      }
      break
    case READ.sint8:
      for (let row = firstRow; row < end; row++, from += stride) {
        const value = view.getInt8(from)
        if (value !== invalid) column[row] = value / scale - offset
      }
      break
    case READ.uint16:
      for (let row = firstRow; row < end; row++, from += stride) {
        const value = view.getUint16(from, little)
        if (value !== invalid) column[row] = value / scale - offset
      }
      break
    case READ.sint16:
      for (let row = firstRow; row < end; row++, from += stride) {
        const value = view.getInt16(from, little)
        if (value !== invalid) column[row] = value / scale - offset
      }
      break
    case READ.uint32:
      for (let row = firstRow; row < end; row++, from += stride) {
        const value = view.getUint32(from, little)
        if (value !== invalid) column[row] = value / scale - offset
      }
      break
    case READ.sint32:
      for (let row = firstRow; row < end; row++, from += stride) {
        const value = view.getInt32(from, little)
        if (value !== invalid) column[row] = value / scale - offset
      }
      break
    default:
      for (let row = firstRow; row < end; row++, from += stride) {
        const value = readNumber(view, from, type.read, little)
        if (value !== invalid && Number.isFinite(value)) column[row] = value / scale - offset
      }
  }
}

/** What the packed distance has come to: its twelve bits of sixteenths of a metre run over every 256 m. */
export interface PackedDistance {
  last: number
  total: number
}

const PACKED_RANGE = 4096
const PACKED_INVALID = 0xffffff

const fillPacked = (view: DataView, run: Run, plan: RecordPlan, columns: Columns, packed: PackedDistance): void => {
  const distance = columns.values[plan.packedColumns[0]]
  const speed = columns.values[plan.packedColumns[1]]
  if (!distance || !speed) return
  for (let index = 0; index < run.count; index++) {
    const at = run.at + index * run.stride + plan.packedAt
    const bits = view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16)
    if (bits === PACKED_INVALID) continue
    const sixteenths = bits >>> 12
    packed.total += (sixteenths - packed.last + PACKED_RANGE) % PACKED_RANGE
    packed.last = sixteenths
    distance[columns.rows + index] = packed.total / 16
    speed[columns.rows + index] = (bits & 0xfff) / 100
  }
}

/** Reads a run of records into the rows after those that are there; there must be room. */
export const readRecords = (
  view: DataView,
  run: Run,
  plan: RecordPlan,
  columns: Columns,
  packed: PackedDistance,
): void => {
  for (const read of plan.reads) {
    const column = columns.values[read.column]
    if (column) fillColumn(view, run, plan.little, read, column, columns.rows)
  }
  if (plan.packedAt >= 0) fillPacked(view, run, plan, columns, packed)
  columns.rows += run.count
}
