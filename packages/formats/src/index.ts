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
