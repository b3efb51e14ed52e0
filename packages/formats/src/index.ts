// The reading list of the formats: text and bytes to core and back.
export {
  READER_RULES,
  type Coverage,
  type KeyMeaning,
  type PlanReading,
  type ReaderRule,
  type ReadingContext,
  type Span,
  type TextFinding,
  type WorkoutReading,
} from './plan-text/reading.ts'
export { DECODE_FAULTS, decodeText, MOST_TEXT_BYTES, type DecodedText, type DecodeFault } from './plan-text/decode.ts'
export { lineAndColumn, type Position } from './plan-text/position.ts'
export { readPlan } from './plan-text/read-plan.ts'
export { readWorkout } from './plan-text/prose/read-workout.ts'

export { type NotationFault } from './plan-text/notation/fault.ts'
export { isNotation } from './plan-text/notation/is-notation.ts'
export { makeAmount, makeExtent } from './plan-text/notation/make-amount.ts'
export { makePart } from './plan-text/notation/make-part.ts'
export { makePlan } from './plan-text/notation/make-plan.ts'
export { makeTarget } from './plan-text/notation/make-target.ts'
export { makeWorkout } from './plan-text/notation/make-workout.ts'
export { parsePlan, type NotationReading, type TolerantReader } from './plan-text/notation/parse-plan.ts'
export { parseWorkout, type WorkoutContext } from './plan-text/notation/parse-workout.ts'
export { KEYWORDS, RECOVERY_WORDS, ROLE_WORDS } from './plan-text/notation/words.ts'

export { makeAthleteJson, parseAthlete } from './json/athlete.ts'
export { makePlacementJson, parseWeekJson } from './json/place.ts'
export { makePlanJson } from './json/plan.ts'
export { makeReviewJson } from './json/review.ts'
export {
  makeSeasonJson,
  makeSessionJson,
  parseSeasonJson,
  parseSessionJson,
  type FoundInSeason,
  type ResolvedStep,
} from './json/season.ts'
export { makeWorkoutJson, type Json } from './json/workout.ts'

export { makeCsv } from './csv/make.ts'

export { makeCalendar, type Calendar, type CalendarEntry, type EntryTime } from './ics/make.ts'

export { FIT_LIMITS, type FitLimits } from './fit/limits.ts'
export { makeFitActivity, makeFitWorkout, type FitStyle, type WorkoutFault, type WorkoutFileId } from './fit/make.ts'
export { parseFit, type FitFile, type FitOptions, type FitRefusal } from './fit/parse.ts'
export {
  type PlannedBout,
  type PlannedRepeat,
  type PlannedStep,
  type PlannedWorkout,
  type StepDuration,
  type StepTarget,
} from './fit/planned.ts'

export { CAPS, type Cap } from './export/caps.ts'
export {
  countsOf,
  reportText,
  type Exported,
  type ExportFile,
  type ExportReport,
  type Fate,
  type Loss,
} from './export/report.ts'
export { exportSeason, wholeSeasonReport, type ExportOptions, type MadeTarget } from './export/season.ts'
export { EXPORT_TARGETS, type ExportTarget } from './export/targets.ts'

export { readArchive, type ArchiveVerdict } from './archive/read.ts'
export { sameRun, type SameRun } from './archive/same-run.ts'
export {
  readRecording,
  RECORDING_LIMITS,
  type RecordingFile,
  type RecordingOptions,
  type RecordingRefusal,
} from './recording.ts'
