import { ReviewAnswer, ReviewRefusal } from './review-schema.ts'
import { CheckAnswer, PacesAnswer, PlanAnswer, WorkoutAnswer } from './schemas.ts'
import { ExportAnswer, PlaceAnswer, SeasonAnswer, SeasonRefusal } from './season-schemas.ts'

/** File name under docs/schema, and what it describes. */
export const SCHEMAS = {
  workout: WorkoutAnswer,
  plan: PlanAnswer,
  check: CheckAnswer,
  paces: PacesAnswer,
  season: SeasonAnswer,
  'season-refused': SeasonRefusal,
  place: PlaceAnswer,
  export: ExportAnswer,
  review: ReviewAnswer,
  'review-refused': ReviewRefusal,
} as const
