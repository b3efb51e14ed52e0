import { z } from 'zod'
import { AthleteJson } from './making.ts'
import { MomentText, Version } from './words.ts'

/** What the first screen needs: is there a season, and is it the demo's. */
export const StateView = z.object({
  program: z.string(),
  season: z.string().nullable(),
  demo: z.boolean(),
  athlete: z.string().nullable(),
  activities: z.number(),
})
export type StateView = z.infer<typeof StateView>

export const Display = z.object({
  unit: z.enum(['km', 'mi']),
  theme: z.enum(['system', 'light', 'dark']),
  shortcuts: z.boolean(),
  locale: z.string().max(35).nullable(),
})
export type Display = z.infer<typeof Display>

export const SettingsView = z.object({
  version: Version,
  athlete: AthleteJson,
  display: Display,
  /** Heart-rate zones that the athlete's figures make; empty where there are none. */
  zones: z.array(z.object({ zone: z.number(), low_bpm: z.number(), high_bpm: z.number().nullable() })),
  zones_from: z.string().nullable(),
  /** When the calendar feed was made; its address is told once. */
  feed: z.object({ made: MomentText, read: MomentText.nullable() }).nullable(),
  kept: z.object({
    where: z.string(),
    bytes: z.number(),
    activities: z.number(),
    seasons: z.number(),
    plans: z.number(),
  }),
  program: z.string(),
})
export type SettingsView = z.infer<typeof SettingsView>

export const SettingsEdit = z.object({ athlete: AthleteJson.optional(), display: Display.optional() })
export type SettingsEdit = z.infer<typeof SettingsEdit>

/** The one time that the feed's address is told. */
export const FeedMade = z.object({ path: z.string(), made: MomentText })
export type FeedMade = z.infer<typeof FeedMade>

export const RestoredView = z.object({
  seasons: z.number(),
  plans: z.number(),
  activities: z.number(),
  files: z.number(),
  from_program: z.string(),
})
export type RestoredView = z.infer<typeof RestoredView>
