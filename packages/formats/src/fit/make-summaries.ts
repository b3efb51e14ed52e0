import {
  ACTIVITY,
  EVENT_NUMBER,
  EVENT_TYPE,
  INTENSITY_NAMES,
  LAP,
  LAP_TRIGGER_NAMES,
  MESSAGE,
  MESSAGE_INDEX,
  numberOf,
  SESSION,
  SPORT_NAMES,
  SUB_SPORT_NAMES,
  TIMESTAMP,
  type Field,
} from './profile.ts'
import type { Activity, ActivitySession, Lap } from './recorded.ts'
import {
  enumField,
  messageShape,
  uint16,
  uint32,
  uint8,
  writeMessage,
  type FieldShape,
  type Value,
  type Writer,
} from './writer.ts'

/** Local numbers that are left to these messages. */
const LOCAL = { lap: 8, session: 9, activity: 10 }

/** Fields that laps and sessions have in common, under the numbers of each. */
type SummaryFields = { readonly [Name in Extract<keyof typeof LAP, keyof typeof SESSION>]: Field }

const summaryFields = (fields: SummaryFields): FieldShape[] => [
  uint16(MESSAGE_INDEX),
  uint32(TIMESTAMP),
  enumField(fields.event),
  enumField(fields.eventType),
  uint32(fields.start),
  uint32(fields.elapsed),
  uint32(fields.timer),
  uint32(fields.moving),
  uint32(fields.distance),
  uint32(fields.enhancedSpeed),
  uint32(fields.enhancedMaxSpeed),
  uint8(fields.heartRate),
  uint8(fields.maxHeartRate),
  uint8(fields.cadence),
  uint8(fields.fractionalCadence),
  uint16(fields.power),
  uint16(fields.ascent),
  uint16(fields.descent),
  enumField(fields.sport),
  enumField(fields.subSport),
]

const LAP_SHAPE = messageShape(MESSAGE.lap, [
  ...summaryFields(LAP),
  enumField(LAP.intensity),
  enumField(LAP.trigger),
  uint16(LAP.step),
])
const SESSION_SHAPE = messageShape(MESSAGE.session, [
  ...summaryFields(SESSION),
  uint16(SESSION.firstLap),
  uint16(SESSION.lapCount),
])

/** Laps and sessions are written when they end, and say when they began. */
const summaryValues = (summary: Lap | ActivitySession, index: number, origin: number, event: number): Value[] => {
  const { start, cadence } = summary
  const begun = start === undefined ? undefined : origin + start
  return [
    index,
    begun === undefined ? undefined : begun + (summary.elapsed ?? 0),
    event,
    EVENT_TYPE.stop,
    begun,
    summary.elapsed,
    summary.timer,
    summary.moving,
    summary.distance,
    summary.speed,
    summary.maxSpeed,
    summary.heartRate,
    summary.maxHeartRate,
    cadence === undefined ? undefined : Math.floor(cadence),
    cadence === undefined ? undefined : cadence - Math.floor(cadence),
    summary.power,
    summary.ascent,
    summary.descent,
    numberOf(SPORT_NAMES, summary.sport),
    numberOf(SUB_SPORT_NAMES, summary.subSport),
  ]
}

/** Laps, then sessions. `origin`: where the activity starts on the FIT clock. */
export const writeSummaries = (writer: Writer, activity: Activity, origin: number): void => {
  for (const [index, lap] of activity.laps.entries()) {
    const intensity = numberOf(INTENSITY_NAMES, lap.intensity)
    const trigger = numberOf(LAP_TRIGGER_NAMES, lap.trigger)
    const values = summaryValues(lap, index, origin, EVENT_NUMBER.lap)
    writeMessage(writer, LOCAL.lap, LAP_SHAPE, [...values, intensity, trigger, lap.step])
  }
  for (const [index, session] of activity.sessions.entries()) {
    const values = summaryValues(session, index, origin, EVENT_NUMBER.session)
    writeMessage(writer, LOCAL.session, SESSION_SHAPE, [...values, session.firstLap, session.lapCount])
  }
}

const ACTIVITY_SHAPE = messageShape(MESSAGE.activity, [
  uint32(TIMESTAMP),
  uint32(ACTIVITY.timer),
  uint16(ACTIVITY.sessionCount),
  enumField(ACTIVITY.type),
  enumField(ACTIVITY.event),
  enumField(ACTIVITY.eventType),
  uint32(ACTIVITY.localTimestamp),
])
const ACTIVITY_EVENT = 26

/** The last message of a recording: how many sessions there were, and what time it was where the watch was. */
export const writeActivityMessage = (writer: Writer, activity: Activity, origin: number): void => {
  const last = activity.samples.time.findLast((time) => !Number.isNaN(time)) ?? 0
  const end = origin + Math.floor(last)
  const timers = activity.sessions.map(({ timer }) => timer)
  const timer = timers.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  writeMessage(writer, LOCAL.activity, ACTIVITY_SHAPE, [
    end,
    timer,
    activity.sessions.length,
    activity.sessions.length > 1 ? 1 : 0,
    ACTIVITY_EVENT,
    EVENT_TYPE.stop,
    activity.utcOffset === undefined ? undefined : end + activity.utcOffset,
  ])
}
