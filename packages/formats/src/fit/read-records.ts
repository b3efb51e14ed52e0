import { READ, readNumber } from './base-type.ts'
import { closeGap, type Columns } from './columns.ts'
import type { ColumnRead, RecordPlan } from './record-plan.ts'

/** A run of messages of one layout: where the first one's data begin, how far it is to the next, how many. */
export interface Run {
  readonly at: number
  readonly stride: number
  readonly count: number
}

/**
 * One field of all messages of a run, down its column: the loops are apart by type so that each stays tight.
 * Where another field of the same messages was there before, what is not measured leaves its number standing.
 */
const fillColumn = (view: DataView, run: Run, plan: RecordPlan, columns: Columns, read: ColumnRead): void => {
  const { place, type, scale, offset } = read
  const column = columns.values[place]
  const end = columns.rows + run.count
  const first = (columns.written[place] ?? end) < end
  if (!column) return
  closeGap(columns, place, columns.rows)
  columns.written[place] = end
  const { stride } = run
  const { little } = plan
  const { invalid } = type
  let from = run.at + read.at
  switch (type.read) {
    case READ.uint8:
      for (let row = columns.rows; row < end; row++, from += stride) {
        const value = view.getUint8(from)
        if (value !== invalid) column[row] = value / scale - offset
        else if (first) column[row] = NaN
      }
      break
    case READ.sint8:
      for (let row = columns.rows; row < end; row++, from += stride) {
        const value = view.getInt8(from)
        if (value !== invalid) column[row] = value / scale - offset
        else if (first) column[row] = NaN
      }
      break
    case READ.uint16:
      for (let row = columns.rows; row < end; row++, from += stride) {
        const value = view.getUint16(from, little)
        if (value !== invalid) column[row] = value / scale - offset
        else if (first) column[row] = NaN
      }
      break
    case READ.sint16:
      for (let row = columns.rows; row < end; row++, from += stride) {
        const value = view.getInt16(from, little)
        if (value !== invalid) column[row] = value / scale - offset
        else if (first) column[row] = NaN
      }
      break
    case READ.uint32:
      for (let row = columns.rows; row < end; row++, from += stride) {
        const value = view.getUint32(from, little)
        if (value !== invalid) column[row] = value / scale - offset
        else if (first) column[row] = NaN
      }
      break
    case READ.sint32:
      for (let row = columns.rows; row < end; row++, from += stride) {
        const value = view.getInt32(from, little)
        if (value !== invalid) column[row] = value / scale - offset
        else if (first) column[row] = NaN
      }
      break
    default:
      for (let row = columns.rows; row < end; row++, from += stride) {
        const value = readNumber(view, from, type.read, little)
        if (value !== invalid && Number.isFinite(value)) column[row] = value / scale - offset
        else if (first) column[row] = NaN
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

const fillPacked = (
  view: DataView,
  run: Run,
  { packedAt, packedPlaces }: RecordPlan,
  columns: Columns,
  packed: PackedDistance,
): void => {
  const [distance, speed] = packedPlaces.map((place) => columns.values[place])
  if (!distance || !speed) return
  for (const place of packedPlaces) {
    closeGap(columns, place, columns.rows)
    columns.written[place] = columns.rows + run.count
  }
  for (let index = 0; index < run.count; index++) {
    const at = run.at + index * run.stride + packedAt
    const bits = view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16)
    const measured = bits !== PACKED_INVALID
    if (measured) {
      packed.total += ((bits >>> 12) - packed.last + PACKED_RANGE) % PACKED_RANGE
      packed.last = bits >>> 12
    }
    distance[columns.rows + index] = measured ? packed.total / 16 : NaN
    speed[columns.rows + index] = measured ? (bits & 0xfff) / 100 : NaN
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
  for (const read of plan.reads) fillColumn(view, run, plan, columns, read)
  if (plan.packedAt >= 0) fillPacked(view, run, plan, columns, packed)
  columns.rows += run.count
}
