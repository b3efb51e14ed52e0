// The recording's types, gathered at one place for this room.
export type {
  Activity,
  ActivityEvent,
  ActivitySession,
  Beats,
  Column,
  ColumnName,
  DeveloperColumn,
  Device,
  Instant,
  Intensity,
  Lap,
  LapTrigger,
  Pause,
  Problem,
  ProblemCode,
  Samples,
  Sport,
  SubSport,
  Summary,
  // @ts-expect-error TS2878: core's reading list does not name them yet
} from '../../../core/src/activity/activity.ts'
