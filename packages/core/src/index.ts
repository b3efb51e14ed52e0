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
export { clockText, distanceText, durationText, paceText, parseClock, plainNumber } from './units/text.ts'

export { addDays, makeDay, mondayOf, parseDay, weekdayOf, type Day } from './calendar/day.ts'
export { SLOT_START, SLOTS, WEEKDAYS, weekdayIndex, type Slot, type Weekday } from './calendar/week.ts'

export { isPaceName, PACE_NAMES, RACE_PACES, type PaceName, type RacePace } from './pace/names.ts'

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

export { LEVELS, type Finding, type Level } from './rules/finding.ts'
