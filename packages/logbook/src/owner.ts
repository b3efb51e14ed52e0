import { z } from 'zod'

/** Whose rows they are. No query goes without it. */
export const AthleteId = z.string().min(1).max(100).brand<'AthleteId'>()
export type AthleteId = z.infer<typeof AthleteId>
