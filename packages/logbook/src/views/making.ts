import { z } from 'zod'
import { RECIPE_LEVELS, RECIPE_RACES } from '@bell-lap/core'
import { DayText, DecisionView, FindingView, Version, WeekdayName } from './words.ts'

/** An athlete file as contract.md has it: checked by the formats' own reader, which names the field and what to write. */
export const AthleteJson = z.record(z.string(), z.unknown())
export type AthleteJson = z.infer<typeof AthleteJson>

/** Which plan: one of the library or of one's own, a text, or a recipe. */
export const PlanChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan'), id: z.string() }),
  z.object({ kind: z.literal('text'), text: z.string().max(1_000_000) }),
  z.object({
    kind: z.literal('recipe'),
    race: z.enum(RECIPE_RACES),
    weeks: z.number().int(),
    level: z.enum(RECIPE_LEVELS),
  }),
])
export type PlanChoice = z.infer<typeof PlanChoice>

/** What a season is made of. */
export const SeasonRequest = z.object({
  plan: PlanChoice,
  athlete: AthleteJson,
  race_day: DayText,
  race_name: z.string().max(200).optional(),
})
export type SeasonRequest = z.infer<typeof SeasonRequest>

/** A week of a season that is not made yet: for the bars of the maker and of the editor. */
export const PreviewWeek = z.object({
  number: z.number(),
  monday: DayText,
  kind: z.string().nullable(),
  phase: z.string().nullable(),
  objective: z.string().nullable(),
  distance_m: z.number(),
  duration_s: z.number(),
  strength: z.number(),
  /** Key sessions and the long run, in short words with their weekday. */
  highlights: z.array(z.object({ day: WeekdayName, title: z.string(), hardness: z.string() })),
})
export type PreviewWeek = z.infer<typeof PreviewWeek>

/** Another way to the same race: another plan, or this one at another length. */
export const Alternative = z.object({ plan: PlanChoice, name: z.string(), weeks: z.number(), because: z.string() })
export type Alternative = z.infer<typeof Alternative>

export const SeasonPreview = z.object({
  name: z.string(),
  weeks: z.array(PreviewWeek),
  findings: z.array(FindingView),
  decisions: z.array(DecisionView),
  alternatives: z.array(Alternative),
  /** True where something stands in the way of an honest yes: the plan is too big for now, and what would get there. */
  too_much: z.string().nullable(),
})
export type SeasonPreview = z.infer<typeof SeasonPreview>

export const PlanCard = z.object({
  id: z.string(),
  name: z.string(),
  /** `library`: comes with Bell Lap and is never changed; a copy of it is one's own. */
  kept: z.enum(['library', 'own']),
  race: z.string().nullable(),
  weeks: z.number(),
  /** Weekly distance from and to, where the plan has it. */
  distance_m: z.tuple([z.number(), z.number()]).nullable(),
  follows: z.array(z.string()),
  version: Version,
})
export type PlanCard = z.infer<typeof PlanCard>

export const PlanView = PlanCard.extend({ text: z.string() })
export type PlanView = z.infer<typeof PlanView>

export const PlanEdit = z.object({ name: z.string().max(200), text: z.string().max(1_000_000) })
export type PlanEdit = z.infer<typeof PlanEdit>

export const LibraryView = z.object({
  plans: z.array(PlanCard),
  recipes: z.object({
    races: z.array(z.enum(RECIPE_RACES)),
    levels: z.array(z.enum(RECIPE_LEVELS)),
    weeks: z.tuple([z.number(), z.number()]),
  }),
})
export type LibraryView = z.infer<typeof LibraryView>
