import { beatsPerMinute, metres, metresPerSecond, seconds, type Speed } from '@bell-lap/core'
import { INTENSITY_NAMES, LAP, LAP_TRIGGER_NAMES, SESSION, SPORT_NAMES, SUB_SPORT_NAMES, TIMESTAMP } from './profile.ts'
import type { Field } from './profile.ts'
import type { ActivitySession, Lap, Sport, SubSport, Summary } from './recorded.ts'
import { numberIn, type Row } from './row.ts'
import { stated } from './stated.ts'

/** What laps and sessions have in common, each under its own numbers. */
type SummaryFields = { readonly [Name in Extract<keyof typeof LAP, keyof typeof SESSION>]: Field }

/** A number in its quantity, where there is one. */
const optional =
  <Q>(quantity: (amount: number) => Q) =>
  (row: Row, field: Field): Q | undefined => {
    const amount = numberIn(row, field)
    return amount === undefined ? undefined : quantity(amount)
  }
const length = optional(metres)
const time = optional(seconds)
const rate = optional(beatsPerMinute)
const velocity = optional(metresPerSecond)
/** The enhanced field has more room; where a device writes both they agree. */
const speed = (row: Row, plain: Field, enhanced: Field): Speed | undefined =>
  velocity(row, enhanced) ?? velocity(row, plain)

export const sportOf = (number: number | undefined): Sport | undefined =>
  number === undefined ? undefined : (SPORT_NAMES[number] ?? 'other')
export const subSportOf = (number: number | undefined): SubSport | undefined =>
  number === undefined ? undefined : (SUB_SPORT_NAMES[number] ?? 'other')

const cadence = (row: Row, fields: SummaryFields): number | undefined => {
  const whole = numberIn(row, fields.cadence)
  return whole === undefined ? undefined : whole + (numberIn(row, fields.fractionalCadence) ?? 0)
}

/** When it began, in seconds of the FIT clock: as stated, or what its end and length come to. */
export const beginningOf = (row: Row, fields: Pick<SummaryFields, 'start' | 'elapsed'>): number | undefined => {
  const start = numberIn(row, fields.start)
  if (start !== undefined) return start
  const end = numberIn(row, TIMESTAMP)
  const elapsed = numberIn(row, fields.elapsed)
  return end === undefined || elapsed === undefined ? undefined : end - elapsed
}

/** `origin`: where the activity starts on the FIT clock. */
const summaryOf = (row: Row, fields: SummaryFields, origin: number): Summary => {
  const start = beginningOf(row, fields)
  return stated({
    start: start === undefined ? undefined : seconds(start - origin),
    elapsed: time(row, fields.elapsed),
    timer: time(row, fields.timer),
    moving: time(row, fields.moving),
    distance: length(row, fields.distance),
    speed: speed(row, fields.speed, fields.enhancedSpeed),
    maxSpeed: speed(row, fields.maxSpeed, fields.enhancedMaxSpeed),
    heartRate: rate(row, fields.heartRate),
    maxHeartRate: rate(row, fields.maxHeartRate),
    cadence: cadence(row, fields),
    power: numberIn(row, fields.power),
    ascent: length(row, fields.ascent),
    descent: length(row, fields.descent),
    sport: sportOf(numberIn(row, fields.sport)),
    subSport: subSportOf(numberIn(row, fields.subSport)),
  })
}

/** The number of the planned step is in the low bits; the high ones say which step is selected on the screen. */
const STEP_BITS = 0x0fff

export const lapOf = (row: Row, origin: number): Lap => {
  const intensity = numberIn(row, LAP.intensity)
  const trigger = numberIn(row, LAP.trigger)
  const step = numberIn(row, LAP.step)
  return {
    ...summaryOf(row, LAP, origin),
    ...stated({
      intensity: intensity === undefined ? undefined : (INTENSITY_NAMES[intensity] ?? 'other'),
      trigger: trigger === undefined ? undefined : (LAP_TRIGGER_NAMES[trigger] ?? 'other'),
      step: step === undefined ? undefined : step & STEP_BITS,
    }),
  }
}

export const sessionOf = (row: Row, origin: number): ActivitySession => ({
  ...summaryOf(row, SESSION, origin),
  ...stated({ firstLap: numberIn(row, SESSION.firstLap), lapCount: numberIn(row, SESSION.lapCount) }),
})
