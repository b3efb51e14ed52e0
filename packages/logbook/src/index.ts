// The reading list of the kept record: what an athlete may ask, and how the answers look.
export { LOGBOOK_FAULTS, type LogbookFault } from './fault.ts'
export { type Events, type Logbook, type LogbookEvent } from './logbook.ts'
export { OPEN_FAULTS, openLogbook, type OpenFault, type OpenOptions } from './open.ts'
export { AthleteId } from './owner.ts'

export {
  exportSeasonFiles,
  exportSessionFile,
  type HandedFile,
  type SeasonTarget,
  type SessionTarget,
} from './season/export-season.ts'
export { makeSeason } from './season/make-season.ts'
export { moveSession, type MoveEdit } from './season/move-session.ts'
export { previewSeason } from './season/preview-season.ts'
export { seeCalendar } from './season/see-calendar.ts'
export { seeMoves } from './season/see-moves.ts'
export { seeSession } from './season/see-session.ts'
export { seeToday } from './season/see-today.ts'
export { skipSession, type SkipEdit } from './season/skip-session.ts'
export { undoChange } from './season/undo-change.ts'
export { addPlan, deletePlan, savePlan } from './plans/edit-plan.ts'
export { seePlan } from './plans/find-plan.ts'
export { listLibrary } from './plans/list-library.ts'

export { backUp } from './keeping/back-up.ts'
export { deleteEverything } from './keeping/delete-everything.ts'
export { exportEverything, type ArchiveDownload } from './keeping/export-everything.ts'
export { feedCalendar, makeFeed, revokeFeed } from './keeping/feed.ts'
export { restoreEverything, type IncomingArchive } from './keeping/restore-everything.ts'
export { saveSettings } from './keeping/save-settings.ts'
export { seeSettings } from './keeping/see-settings.ts'
export { makeDemo } from './demo/make-demo.ts'
export { seeState } from './state/see-state.ts'

export { activityFile, type OriginalFile } from './done/activity-file.ts'
export { cancelImport } from './done/cancel-import.ts'
export { deleteActivity } from './done/delete-activity.ts'
export { listActivities } from './done/list-activities.ts'
export { matchActivity } from './done/match-activity.ts'
export { rematch } from './done/rematch.ts'
export { resumeImports } from './done/resume-imports.ts'
export { seeActivity } from './done/see-activity.ts'
export { seeImport } from './done/see-import.ts'
export { seeProgress } from './done/see-progress.ts'
export { seeStream } from './done/see-stream.ts'
export { startImport, type IncomingFile } from './done/start-import.ts'

export {
  ClockText,
  DayText,
  DecisionView,
  FindingView,
  INTENSITIES_SHOWN,
  IntensityShown,
  Length,
  MomentText,
  Place,
  ReasonView,
  SlotName,
  Version,
  WeekdayName,
} from './views/words.ts'
export {
  AimView,
  BlockView,
  CalendarView,
  ChangedView,
  ChangeView,
  DayView,
  ExerciseView,
  LastingView,
  MoveCell,
  MovesView,
  NeighbourView,
  PartView,
  RaceView,
  SESSION_STANDINGS,
  SessionCard,
  SessionView,
  SetView,
  StepView,
  TodayView,
  UnplannedCard,
  WeekSum,
  WeekView,
} from './views/season.ts'
export { KickView, RepView, ReviewView } from './views/review.ts'
export {
  Alternative,
  AthleteJson,
  LibraryView,
  PlanCard,
  PlanChoice,
  PlanEdit,
  PlanView,
  PreviewWeek,
  SeasonPreview,
  SeasonRequest,
} from './views/making.ts'
export {
  ActivityCard,
  ActivityList,
  ActivityView,
  EasyShare,
  FILE_STATES,
  ImportFileView,
  ImportView,
  LapView,
  MatchChoice,
  ProgressView,
  ProgressWeek,
  StreamView,
} from './views/done.ts'
export { Display, FeedMade, RestoredView, SettingsEdit, SettingsView, StateView } from './views/keeping.ts'
