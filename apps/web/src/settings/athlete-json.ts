import type { Slot, Weekday } from '@bell-lap/core'

/** An athlete file as it is kept and edited: the server's own reader checks it, and names the field that is wrong. */
export type AthleteJson = { readonly [field: string]: unknown }

const isRecord = (value: unknown): value is AthleteJson =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const recordsIn = (value: unknown): readonly AthleteJson[] => (Array.isArray(value) ? value.filter(isRecord) : [])

/** A field as it is shown in an input: empty where it is not stated. */
export const textOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : ''

/** What was typed for a number: the number, the text where it is none, undefined where nothing stands. */
export const typedNumber = (text: string): number | string | undefined => {
  const clean = text.trim().replace(',', '.')
  if (clean === '') return undefined
  return Number.isFinite(Number(clean)) ? Number(clean) : text
}

/** The athlete with one field changed; undefined takes it out. */
export const withField = (athlete: AthleteJson, field: string, value: unknown): AthleteJson => {
  const { [field]: _before, ...rest } = athlete
  return value === undefined ? rest : { ...athlete, [field]: value }
}

export interface MarkJson {
  readonly distance_m: number
  readonly time: string | number
  readonly day?: string
  readonly kind?: string
}

export const marksIn = ({ marks }: AthleteJson): readonly MarkJson[] =>
  recordsIn(marks).flatMap(({ distance_m: distance, time, day, kind }) =>
    typeof distance === 'number' && (typeof time === 'string' || typeof time === 'number')
      ? [
          {
            distance_m: distance,
            time,
            ...(typeof day === 'string' ? { day } : {}),
            ...(typeof kind === 'string' ? { kind } : {}),
          },
        ]
      : [],
  )

export interface RaceJson {
  readonly day: string
  readonly distance_m: number
  readonly priority: string
}

export const racesIn = ({ races }: AthleteJson): readonly RaceJson[] =>
  recordsIn(races).flatMap(({ day, distance_m: distance, priority }) =>
    typeof day === 'string' && typeof distance === 'number' && typeof priority === 'string'
      ? [{ day, distance_m: distance, priority }]
      : [],
  )

export interface TravelJson {
  readonly from: string
  readonly to: string
  readonly zone?: string
  readonly gym?: boolean
}

export const travelIn = ({ travel }: AthleteJson): readonly TravelJson[] =>
  recordsIn(travel).flatMap(({ from, to, zone, gym, ...rest }) =>
    typeof from === 'string' && typeof to === 'string'
      ? [
          {
            ...rest,
            from,
            to,
            ...(typeof zone === 'string' ? { zone } : {}),
            ...(typeof gym === 'boolean' ? { gym } : {}),
          },
        ]
      : [],
  )

export const blackoutIn = ({ blackout }: AthleteJson): readonly string[] =>
  Array.isArray(blackout) ? blackout.filter((day) => typeof day === 'string') : []

/** Minutes of one half of a day, as text. */
export const minutesIn = ({ availability }: AthleteJson, day: Weekday, slot: Slot): string => {
  const slots = isRecord(availability) ? availability[day] : undefined
  return isRecord(slots) ? textOf(slots[slot]) : ''
}

export const withMinutes = (athlete: AthleteJson, day: Weekday, slot: Slot, text: string): AthleteJson => {
  const before = isRecord(athlete.availability) ? athlete.availability : {}
  const slots = isRecord(before[day]) ? before[day] : {}
  const changed = withField(slots, slot, typedNumber(text))
  const days = withField(before, day, Object.keys(changed).length > 0 ? changed : undefined)
  return withField(athlete, 'availability', Object.keys(days).length > 0 ? days : undefined)
}
