// The reading list of the sport, room by room, in the order of their arrows.
export { fail, ok, type Result } from './result.ts'

export type { Distance, Duration, HeartRate, Quantity, Range, Speed } from './units/quantity.ts'
export {
  addDistances,
  amountIn,
  DISTANCE_UNITS,
  distanceOf,
  HALF_MARATHON,
  kilometres,
  MARATHON,
  METRES_PER,
  metres,
  miles,
  type DistanceUnit,
  type LongUnit,
} from './units/distance.ts'
export {
  addDurations,
  durationOf,
  hours,
  minutes,
  seconds,
  SECONDS_PER,
  TIME_UNITS,
  type TimeUnit,
} from './units/duration.ts'
export {
  distanceIn,
  metresPerSecond,
  PACE_UNITS,
  paceOf,
  slowedBy,
  speedOfPace,
  speedOver,
  timeOver,
  type PaceUnit,
} from './units/speed.ts'
export { beatsPerMinute } from './units/heart-rate.ts'
export { clockText, distanceText, durationText, paceText, parseClock, plainNumber } from './units/text.ts'

export { addDays, makeDay, mondayOf, parseDay, weekdayOf, type Day } from './calendar/day.ts'
export { SLOT_START, SLOTS, WEEKDAYS, weekdayIndex, type Slot, type Weekday } from './calendar/week.ts'

export { ageOn, type Athlete, type Availability, type Opening, type Travel, type TuneUp } from './athlete/athlete.ts'
export { isCurrent, MARK_KINDS, sameDistance, speedOfMark, type Mark, type MarkKind } from './athlete/mark.ts'
export {
  heartRateOfZones,
  seilerZone,
  seilerZoneAt,
  seilerZoneOfShare,
  zonesOf,
  zonesOfMax,
  zonesOfReserve,
  zonesOfThreshold,
  ZONE_METHODS,
  type HeartRateZone,
  type HeartRateZones,
  type SeilerZone,
  type ZoneMethod,
} from './athlete/heart-rate-zones.ts'
export { estimateMaxHeartRate, type MaxHeartRateEstimate, type MaxHeartRateFormula } from './athlete/max-heart-rate.ts'
export {
  kindOfDistribution,
  POLARISED,
  polarizationIndex,
  type DistributionKind,
  type IntensityDistribution,
} from './athlete/polarization.ts'

export { isPaceName, PACE_NAMES, RACE_PACES, type PaceName, type RacePace } from './pace/names.ts'

export { makePaceBook, MODELS, speedAt, type ModelName, type PaceBook, type PaceQuestion } from './pace/book.ts'
export { comparisonText, type PaceComparison } from './pace/compare.ts'
export { type OwnDefinition } from './pace/definitions.ts'
export { fitnessOf, type Fitness, type PaceFault } from './pace/fitness.ts'
export { heartRateAt, type PaceHeartRate } from './pace/heart-rate.ts'
export { markText, raceText, timeText } from './pace/mark-text.ts'
export { isRacePace, raceOver } from './pace/race-distance.ts'
export { resolve, type Intensity, type ResolvedTarget } from './pace/resolve.ts'
export { pointOf, type PaceTable, type ResolvedPace } from './pace/resolved.ts'
export { cameronTime } from './pace/cameron.ts'
export {
  cappedSpeedFor,
  cappedTimeToExhaustion,
  criticalSpeedFor,
  timeToExhaustion,
  type CappedCriticalSpeed,
  type CriticalSpeed,
} from './pace/critical-speed.ts'
export {
  FIT_METHODS,
  fitCappedCriticalSpeed,
  fitCriticalSpeed,
  type CriticalSpeedFit,
  type Effort,
  type FitMethod,
} from './pace/critical-speed-fit.ts'
export { criticalSpeedRefusals, effortsTogether, type CriticalSpeedRefusal } from './pace/critical-speed-limits.ts'
export { equivalentTime, indexOf, shareAtSpeed, speedAtShare, speedFor } from './pace/daniels-gilbert.ts'
export { DOWNHILL_FLOOR, gradeAdjustedSpeed, gradeCost, gradeFactor } from './pace/grade.ts'
export { offsetsRow, type OffsetsRow } from './pace/offsets-table.ts'
export { purdyPoints, purdyTime } from './pace/purdy.ts'
export { exponentBetween, personalExponent, riegelTime } from './pace/riegel.ts'
export {
  reserveSpeed,
  reserveTime,
  runnerType,
  speedReserve,
  speedReserveRatio,
  type RunnerType,
  type SpeedReserve,
} from './pace/speed-reserve.ts'
export { slowRunnerIndex, trainingSpeeds, type TrainingSpeeds } from './pace/training-paces.ts'
export type { Basis } from './pace/resolved.ts'
export type { ComparedPace, Verdict } from './pace/compare.ts'
export type { OffsetPace } from './pace/offsets.ts'

export {
  MODES,
  OTHER_ACTIVITIES,
  PILLARS,
  RELATIVES,
  ROLES,
  SPEED_FORMS,
  SURFACES,
  WORKOUT_KINDS,
  type Amount,
  type DistanceExtent,
  type Exercise,
  type Extent,
  type Load,
  type Mode,
  type Other,
  type OtherActivity,
  type PaceOffset,
  type PaceTarget,
  type Part,
  type Pillar,
  type RaceDetail,
  type RelativeExtent,
  type Repeat,
  type Role,
  type SpeedForm,
  type Step,
  type Surface,
  type Target,
  type TimeExtent,
  type Total,
  type Workout,
  type WorkoutKind,
} from './workout/workout.ts'

export { estimate, type Estimate, type EstimatedBout, type SpeedAt } from './workout/estimate.ts'
export { FAMILIES, type Family } from './workout/family.ts'
export { besideRunning, flatten, isRecovery, MOST_BOUTS, type Bout, type Path } from './workout/flatten.ts'
export { HARDNESS, hardnessOfRun, isQuality, type Hardness } from './workout/hardness.ts'
export { impliedTarget } from './workout/implied.ts'
export { pillarsOf } from './workout/pillar.ts'
export { statedDistance, statedDuration, type Stated } from './workout/stated.ts'

export {
  PACE_MODELS,
  WEEK_KINDS,
  weeksOf,
  type Allow,
  type Annotated,
  type Margin,
  type NamedSession,
  type PaceDefinition,
  type PaceModelName,
  type Phase,
  type Place,
  type Plan,
  type PlanRace,
  type Session,
  type Week,
  type WeekKind,
} from './plan/plan.ts'

export { paceBookFor, NOMINAL_MARK, speedsOf } from './schedule/nominal.ts'
export { exercisesIn, scheduleOf } from './schedule/of-plan.ts'
export { type Schedule, type ScheduledSession, type ScheduledWeek } from './schedule/schedule.ts'

export { LEVELS, type Finding, type Level } from './rules/finding.ts'
export { check, sourceText, type CheckOptions, type Settings } from './rules/check.ts'
export { CONFLICTS, type Conflict } from './rules/conflicts.ts'
export { explain, explanationText, type Explanation } from './rules/explain.ts'
export { RULES } from './rules/all.ts'
export { DOCUMENTS, type Document, type Rule, type Statement } from './rules/rule.ts'
export { STATEMENTS, UNCHECKED, type StatementText } from './rules/statements.ts'

export { fitSeason } from './season/fit/fit.ts'
export { FIT_FAULTS, type FitFault, type FitRequest } from './season/fit/request.ts'
export { checkSeason, planOfSeason, type SeasonFinding } from './season/fit/season-plan.ts'
export { moveSession, type MoveAnswer, type MoveFault, type MoveRequest } from './season/place/move.ts'
export { place } from './season/place/place.ts'
export {
  checkProblem,
  type Demand,
  type Placed,
  type PlacementAnswer,
  type PlacementProblem,
  type PlacementSession,
  type ProblemFault,
} from './season/place/problem.ts'
export { PLACEMENT_RULES, type PlacementRule } from './season/place/rules.ts'
export { prescribe, type AimOf, type TextOf } from './season/prescribe.ts'
export { aimFor } from './season/prescribe-aim.ts'
export { paceBookOn, prescriber, type PaceOwner, type PrescribedSession } from './season/prescribe-session.ts'
export {
  type Aim,
  type Lasting,
  type Left,
  type PrescribedPart,
  type PrescribedSet,
  type PrescribedStep,
  type Prescription,
} from './season/prescription.ts'
export {
  acceptedIn,
  CHANGE_STATES,
  decline,
  LEDGER_FAULTS,
  openIn,
  propose,
  stateOf,
  type Accepted,
  type ChangeState,
  type Ledger,
  type LedgerEntry,
  type LedgerFault,
} from './season/ledger.ts'
export { accept, applyChange, replay, replayed, undo, type ReplayFault } from './season/replay.ts'
export {
  DECISION_SUBJECTS,
  type Change,
  type Decision,
  type DecisionSubject,
  type Origin,
  type Season,
  type SeasonSession,
  type SeasonWeek,
} from './season/season.ts'

export {
  COLUMN_UNITS,
  EVENT_KINDS,
  INTENSITIES,
  LAP_TRIGGERS,
  PROBLEM_CODES,
  SPORTS,
  SUB_SPORTS,
  type Activity,
  type ActivityEvent,
  type ActivitySession,
  type Beats,
  type Column,
  type ColumnName,
  type DeveloperColumn,
  type Device,
  type Instant,
  type LapIntensity,
  type Lap,
  type LapTrigger,
  type Pause,
  type Problem,
  type ProblemCode,
  type Samples,
  type Sport,
  type SubSport,
  type Summary,
} from './activity/activity.ts'
export { bestOverDistance } from './activity/best-efforts.ts'
export { timelineOf, type Timeline } from './activity/timeline.ts'
export { totalsOf, type Totals } from './activity/totals.ts'

export { makeRecipe } from './plan/recipes/recipe.ts'
export {
  RECIPE_DAYS,
  RECIPE_LEVELS,
  RECIPE_RACES,
  RECIPE_WEEKS,
  RECIPES,
  type RecipeFault,
  type RecipeLevel,
  type RecipeName,
  type RecipeRace,
  type RecipeRequest,
} from './plan/recipes/request.ts'

export { splitText } from './review/because.ts'
export { matchActivities, type DoneActivity, type Match, type Matching } from './review/matching.ts'
export { reviewActivity, type ReviewQuestion } from './review/review.ts'
export {
  type Review,
  type ReviewedRecovery,
  type ReviewedRep,
  type RepVerdict,
  type SessionVerdict,
} from './review/reviewed.ts'
export { parseSplits, reviewSplits } from './review/splits.ts'

export { distributionOf, easyShare } from './schedule/work.ts'

export { movedSessions, type DatedSlot, type Moved, type SessionMove } from './season/move/apply.ts'
export {
  CLOSED,
  moveAt,
  MOVES_FAULTS,
  movesOf,
  type Cell,
  type Closed,
  type MovesFault,
  type MovesQuestion,
  type TouchedRule,
} from './season/move/cells.ts'
export { closedText, touchedText, type NameOf } from './season/move/say.ts'
