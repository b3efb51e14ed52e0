import { z } from 'zod'
import { SLOTS, WEEKDAYS } from '@bell-lap/core'

// Words that all views share. Every amount carries its unit in its name: _m metres, _s seconds, _mps metres a second.

/** A civil day: `2027-02-16`. */
export const DayText = z.iso.date()
/** A time of day: `07:00`. */
export const ClockText = z.string().regex(/^\d\d:\d\d$/)
/** A moment in UTC: `2027-02-16T06:04:11.000Z`. */
export const MomentText = z.iso.datetime()
export const SlotName = z.enum(SLOTS)
export const WeekdayName = z.enum(WEEKDAYS)

export const Place = z.object({ day: DayText, slot: SlotName })
export type Place = z.infer<typeof Place>

/** Counts up with each accepted change of what it stands on; an edit that names an older one is refused as stale. */
export const Version = z.number().int().min(0)

/** One ramp of effort for every colour, bar and word of the interface. `strength` and `other` stand beside it. */
export const INTENSITIES_SHOWN = [
  'rest',
  'recovery',
  'easy',
  'steady',
  'threshold',
  '5K',
  'mile',
  '800',
  'strength',
  'other',
] as const
export const IntensityShown = z.enum(INTENSITIES_SHOWN)
export type IntensityShown = z.infer<typeof IntensityShown>

/** Distance and time of something, each null where nothing honest can be said. */
export const Length = z.object({ distance_m: z.number().nullable(), duration_s: z.number().nullable() })
export type Length = z.infer<typeof Length>

export const FindingView = z.object({
  level: z.enum(['error', 'warning', 'note']),
  rule: z.string(),
  source: z.string(),
  message: z.string(),
  fix: z.string().optional(),
  week: z.number().optional(),
  day: DayText.optional(),
  session: z.string().optional(),
})
export type FindingView = z.infer<typeof FindingView>

export const DecisionView = z.object({
  what: z.string(),
  because: z.string(),
  rule: z.string().optional(),
  about: z.string().optional(),
  week: z.number().optional(),
  session: z.string().optional(),
})
export type DecisionView = z.infer<typeof DecisionView>

/** A statement of the documents that something serves: `R46`, in its own words, from `000`. */
export const ReasonView = z.object({ rule: z.string(), text: z.string(), source: z.string() })
export type ReasonView = z.infer<typeof ReasonView>
