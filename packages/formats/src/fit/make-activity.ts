import { BASE_TYPE } from './base-type.ts'
import { DEVICE_INFO, EVENT, EVENT_NUMBER, EVENT_TYPE, FIELD_DESCRIPTION, FILE_ID } from './profile.ts'
import { FIT_EPOCH, HRV_TIME, MAKERS, MESSAGE, numberOf, TIMESTAMP } from './profile.ts'
import { writeActivityMessage, writeSummaries } from './make-summaries.ts'
import { SEMICIRCLES } from './record-plan.ts'
import type { Activity, ActivityEvent, Column, ColumnName, DeveloperColumn } from './recorded.ts'
import { writeText } from './text.ts'
import {
  enumField,
  fitFile,
  messageShape,
  numberField,
  textField,
  uint16,
  uint32,
  uint8,
  writeCompressed,
  writeMessage,
  type DeveloperFieldShape,
  type FieldShape,
  type MessageShape,
  type Writer,
} from './writer.ts'

/** Ways in which devices differ that change nothing of what is recorded. */
export interface FitStyle {
  readonly bigEndian?: boolean
  /** Times in the header of each record instead of a field. */
  readonly compressedTimes?: boolean
  /** Sessions and laps before the records instead of after them. */
  readonly summaryFirst?: boolean
}

/** Local numbers that the kinds of messages are written under, below 8; compressed times need records below 4. */
const LOCAL = {
  record: 0,
  timedRecord: 1,
  beats: 2,
  event: 3,
  fileId: 4,
  deviceInfo: 5,
  developer: 6,
  description: 7,
}

/** A column of the samples as a field of the record message. */
interface RecordColumn {
  readonly shape: FieldShape
  readonly values: Column
}

const RECORD_FIELDS: { readonly [Name in ColumnName]: FieldShape } = {
  distance: uint32({ number: 5, scale: 100, offset: 0 }),
  speed: uint32({ number: 73, scale: 1000, offset: 0 }),
  altitude: uint32({ number: 78, scale: 5, offset: 500 }),
  heartRate: uint8({ number: 3, scale: 1, offset: 0 }),
  cadence: uint8({ number: 4, scale: 1, offset: 0 }),
  power: uint16({ number: 7, scale: 1, offset: 0 }),
  latitude: numberField({ number: 0, scale: SEMICIRCLES, offset: 0 }, BASE_TYPE.sint32),
  longitude: numberField({ number: 1, scale: SEMICIRCLES, offset: 0 }, BASE_TYPE.sint32),
  temperature: numberField({ number: 13, scale: 1, offset: 0 }, BASE_TYPE.sint8),
  groundContact: uint16({ number: 41, scale: 10_000, offset: 0 }),
  groundContactShare: uint16({ number: 40, scale: 100, offset: 0 }),
  groundContactBalance: uint16({ number: 84, scale: 100, offset: 0 }),
  verticalOscillation: uint16({ number: 39, scale: 10_000, offset: 0 }),
  verticalRatio: uint16({ number: 83, scale: 100, offset: 0 }),
  stepLength: uint16({ number: 85, scale: 10_000, offset: 0 }),
  respiration: uint16({ number: 108, scale: 100, offset: 0 }),
}
const CADENCE_FRACTION = uint8({ number: 53, scale: 128, offset: 0 })
const TIME_FRACTION = uint8({ number: 48, scale: 128, offset: 0 })

const isWhole = (column: Column): boolean => column.every((value) => Number.isNaN(value) || Number.isInteger(value))
const below = (column: Column): Column => column.map((value) => value - Math.floor(value))

/** Cadence goes into two fields, the whole and what is left. */
const cadenceColumns = (cadence: Column): RecordColumn[] => [
  { shape: RECORD_FIELDS.cadence, values: cadence.map(Math.floor) },
  ...(isWhole(cadence) ? [] : [{ shape: CADENCE_FRACTION, values: below(cadence) }]),
]

const columnsOf = ({ samples }: Activity): RecordColumn[] => {
  const names = Object.keys(RECORD_FIELDS).filter((name): name is ColumnName => name in RECORD_FIELDS)
  const columns = names.flatMap((name) => {
    const values = samples[name]
    if (!values) return []
    return name === 'cadence' ? cadenceColumns(values) : [{ shape: RECORD_FIELDS[name], values }]
  })
  return isWhole(samples.time) ? columns : [...columns, { shape: TIME_FRACTION, values: below(samples.time) }]
}

/** The field of the record message that a developer field says it stands for. */
const nativeField = (column: DeveloperColumn): number | undefined =>
  column.standsFor && RECORD_FIELDS[column.standsFor].field.number

const DEVELOPER = 0
const APPLICATION_ID = 1
const BYTES_OF_ID = 16

const writeDevelopers = (writer: Writer, columns: readonly DeveloperColumn[]): void => {
  const id: FieldShape = {
    field: { number: APPLICATION_ID, scale: 1, offset: 0 },
    baseType: BASE_TYPE.byte,
    size: BYTES_OF_ID,
  }
  const developerId = messageShape(MESSAGE.developerDataId, [id, uint8({ number: 3, scale: 1, offset: 0 })])
  writeMessage(writer, LOCAL.developer, developerId, [Array.from({ length: BYTES_OF_ID }, () => 0), DEVELOPER])
  for (const [number, column] of columns.entries()) {
    const unit = column.unit ?? ''
    const described = messageShape(MESSAGE.fieldDescription, [
      uint8(FIELD_DESCRIPTION.developer),
      uint8(FIELD_DESCRIPTION.number),
      uint8(FIELD_DESCRIPTION.baseType),
      textField(FIELD_DESCRIPTION.name, writeText(column.name, 255).length),
      textField(FIELD_DESCRIPTION.units, writeText(unit, 255).length),
      uint16(FIELD_DESCRIPTION.nativeMessage),
      uint8(FIELD_DESCRIPTION.nativeField),
    ])
    const native = nativeField(column)
    const values = [
      DEVELOPER,
      number,
      BASE_TYPE.float64,
      column.name,
      unit,
      native === undefined ? undefined : MESSAGE.record,
      native,
    ]
    writeMessage(writer, LOCAL.description, described, values)
  }
}

const developerShape = (_: DeveloperColumn, number: number): DeveloperFieldShape => ({
  ...numberField({ number, scale: 1, offset: 0 }, BASE_TYPE.float64),
  developer: DEVELOPER,
})

/** Seconds since it was switched on that a device without a date is given: more than the farthest zone is off. */
const UNDATED = 100_000

/** Seconds of the FIT clock at which the activity starts. */
const originOf = (activity: Activity): number =>
  activity.start === null ? UNDATED : Math.floor(activity.start / 1000) - FIT_EPOCH

const makerNumber = (maker: string | undefined): number | undefined =>
  numberOf(MAKERS, maker) ?? (maker?.startsWith('maker ') ? Number(maker.slice(6)) : undefined)

const writeFileId = (writer: Writer, activity: Activity): void => {
  const { maker, product, name } = activity.device ?? {}
  const created = activity.start === null ? undefined : originOf(activity)
  const fields = [
    enumField(FILE_ID.type),
    uint16(FILE_ID.manufacturer),
    uint16(FILE_ID.product),
    uint32(FILE_ID.created),
  ]
  const named = name === undefined ? [] : [textField(FILE_ID.productName, writeText(name, 255).length)]
  const values = [4, makerNumber(maker), product, created, name]
  writeMessage(writer, LOCAL.fileId, messageShape(MESSAGE.fileId, [...fields, ...named]), values)
}

const writeDeviceInfo = (writer: Writer, activity: Activity): void => {
  const { maker, product } = activity.device ?? {}
  const fields = [
    uint32(TIMESTAMP),
    uint8(DEVICE_INFO.index),
    uint16(DEVICE_INFO.manufacturer),
    uint16(DEVICE_INFO.product),
  ]
  writeMessage(writer, LOCAL.deviceInfo, messageShape(MESSAGE.deviceInfo, fields), [
    originOf(activity),
    0,
    makerNumber(maker),
    product,
  ])
}

const EVENT_SHAPE = messageShape(MESSAGE.event, [
  uint32(TIMESTAMP),
  enumField(EVENT.event),
  enumField(EVENT.type),
  uint32(EVENT.data),
])

const EVENT_NUMBERS: { readonly [Kind in ActivityEvent['kind']]: readonly [event: number, type: number] } = {
  start: [EVENT_NUMBER.timer, EVENT_TYPE.start],
  stop: [EVENT_NUMBER.timer, EVENT_TYPE.stopAll],
  lap: [EVENT_NUMBER.lap, EVENT_TYPE.stop],
  'workout step': [EVENT_NUMBER.workoutStep, EVENT_TYPE.stop],
  marker: [EVENT_NUMBER.marker, EVENT_TYPE.marker],
  'recovery heart rate': [EVENT_NUMBER.recoveryHeartRate, EVENT_TYPE.marker],
  session: [EVENT_NUMBER.session, EVENT_TYPE.stop],
}

const writeEvent = (writer: Writer, origin: number, event: ActivityEvent): void => {
  const trigger = event.by === undefined ? undefined : event.by === 'hand' ? 0 : 1
  const timer = event.kind === 'start' || event.kind === 'stop'
  writeMessage(writer, LOCAL.event, EVENT_SHAPE, [
    origin + event.time,
    ...EVENT_NUMBERS[event.kind],
    timer ? trigger : event.data,
  ])
}

/** Events as they are; where the timer has none of its own they follow from the pauses. */
const eventsOf = ({ events, pauses }: Activity): readonly ActivityEvent[] => {
  if (pauses.length === 0 || events.some(({ kind }) => kind === 'stop' || kind === 'start')) return events
  const ofPauses = pauses.flatMap(({ start, end, by }): ActivityEvent[] => [
    { kind: 'stop', time: start, ...(by === undefined ? {} : { by }) },
    { kind: 'start', time: end, ...(by === undefined ? {} : { by }) },
  ])
  return [...events, ...ofPauses].toSorted((one, other) => one.time - other.time)
}

const BEATS_A_MESSAGE = 5
const BEATS_SHAPE = messageShape(MESSAGE.hrv, [
  { field: HRV_TIME, baseType: BASE_TYPE.uint16, size: 2 * BEATS_A_MESSAGE },
])

/** Writes the beats that belong before `until`, from index `from` on; the index of the next one. */
const writeBeats = (writer: Writer, { beats }: Activity, from: number, until: number): number => {
  if (!beats) return from
  const { count, time, interval } = beats
  let next = from
  while (next < count && (time[next] ?? Infinity) < until) {
    let end = next + 1
    while (end < Math.min(count, next + BEATS_A_MESSAGE) && time[end] === time[next]) end++
    writeMessage(writer, LOCAL.beats, BEATS_SHAPE, [[...interval.subarray(next, end)]])
    next = end
  }
  return next
}

/** What is needed to write record after record. */
interface Records {
  readonly columns: readonly RecordColumn[]
  readonly developer: readonly DeveloperColumn[]
  readonly plain: MessageShape
  readonly timed: MessageShape
  readonly compressed: boolean
}

const recordsOf = (activity: Activity, style: FitStyle): Records => {
  const columns = columnsOf(activity)
  const { developer } = activity.samples
  const fields = columns.map((column) => column.shape)
  const own = developer.length > 0 ? { developer: developer.map(developerShape) } : {}
  return {
    columns,
    developer,
    plain: { ...messageShape(MESSAGE.record, fields), ...own },
    timed: { ...messageShape(MESSAGE.record, [uint32(TIMESTAMP), ...fields]), ...own },
    compressed: style.compressedTimes ?? false,
  }
}

/** Five bits of time reach to the 31st second after the last one that was stated. */
const REACH = 31

const writeRecords = (writer: Writer, activity: Activity, style: FitStyle): void => {
  const records = recordsOf(activity, style)
  const { plain, timed, compressed } = records
  const origin = originOf(activity)
  const events = eventsOf(activity)
  let last = -Infinity
  let event = 0
  let beat = 0
  for (const [row, seconds] of activity.samples.time.entries()) {
    beat = writeBeats(writer, activity, beat, seconds)
    for (let next = events[event]; next && next.time <= seconds; next = events[++event]) {
      writeEvent(writer, origin, next)
      last = origin + next.time
    }
    const time = Number.isNaN(seconds) ? NaN : origin + Math.floor(seconds)
    const values = [...records.columns, ...records.developer].map((column) => column.values[row])
    if (compressed && time >= last && time - last <= REACH) writeCompressed(writer, LOCAL.record, plain, time, values)
    else writeMessage(writer, LOCAL.timedRecord, timed, [time, ...values])
    if (!Number.isNaN(time)) last = time
  }
  writeBeats(writer, activity, beat, Infinity)
  for (const next of events.slice(event)) writeEvent(writer, origin, next)
}

/**
 * A recording as a FIT file (FIT profile, file type 4). Numbers are rounded to what the fields hold: centimetres,
 * millimetres a second, whole beats, 128ths of a second; sessions and laps start on whole seconds.
 */
export const makeFitActivity = (activity: Activity, style: FitStyle = {}): Uint8Array =>
  fitFile((writer) => {
    const origin = originOf(activity)
    writeFileId(writer, activity)
    if (activity.device) writeDeviceInfo(writer, activity)
    if (activity.samples.developer.length > 0) writeDevelopers(writer, activity.samples.developer)
    if (style.summaryFirst) writeSummaries(writer, activity, origin)
    writeRecords(writer, activity, style)
    if (!style.summaryFirst) writeSummaries(writer, activity, origin)
    writeActivityMessage(writer, activity, origin)
  }, !style.bigEndian)
