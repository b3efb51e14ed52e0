import { z } from 'zod'
import { HARDNESS, PILLARS, ROLES, WEEK_KINDS, WORKOUT_KINDS } from '@bell-lap/core'
import { ReviewView } from './review.ts'
import {
  ClockText,
  DayText,
  DecisionView,
  FindingView,
  IntensityShown,
  Length,
  Place,
  ReasonView,
  SlotName,
  Version,
} from './words.ts'

/**
 * What became of a session. `planned`: its day has not passed. `asks`: something was done that may be it, and the athlete
 * is asked. `done`: done, with nothing to judge. The rest are the verdicts of the review and the ledger.
 */
export const SESSION_STANDINGS = [
  'planned',
  'asks',
  'done',
  'as planned',
  'close',
  'different',
  'missed',
  'adapted',
  'skipped',
] as const

/** A stretch of a session for a small drawing: how long, how hard. */
export const BlockView = z.object({ duration_s: z.number(), intensity: IntensityShown })
export type BlockView = z.infer<typeof BlockView>

/** A session as it stands in a day of the calendar. */
export const SessionCard = z.object({
  id: z.string(),
  day: DayText,
  slot: SlotName,
  start: ClockText,
  kind: z.enum(WORKOUT_KINDS),
  hardness: z.enum(HARDNESS),
  pillar: z.enum(PILLARS).nullable(),
  /** Short enough for a cell: `5 x 1200m @5K`, `9 mi easy`, `strength A`. */
  title: z.string(),
  /** The whole, as the plan has it. */
  text: z.string(),
  estimated: Length,
  /** The hardest part of it: the colour of its lane. */
  intensity: IntensityShown,
  blocks: z.array(BlockView),
  standing: z.enum(SESSION_STANDINGS),
  /** It does not stand where the base has it, or is not what the base has: a change is in force. */
  changed: z.boolean(),
  /** Neither dragging nor menus may move it: past, done or locked. */
  fixed: z.boolean(),
  /** The activity that it was done as. */
  activity: z.string().nullable(),
})
export type SessionCard = z.infer<typeof SessionCard>

/** Something that was done and belongs to no session. */
export const UnplannedCard = z.object({
  activity: z.string(),
  day: DayText,
  start: ClockText,
  title: z.string(),
  done: Length,
})
export type UnplannedCard = z.infer<typeof UnplannedCard>

export const DayView = z.object({
  day: DayText,
  sessions: z.array(SessionCard),
  unplanned: z.array(UnplannedCard),
  /** The athlete can do nothing on it. */
  blocked: z.boolean(),
  race: z.string().nullable(),
})
export type DayView = z.infer<typeof DayView>

/** Sums of a week. The easy share is one of time: 0.82. */
export const WeekSum = z.object({
  distance_m: z.number(),
  duration_s: z.number(),
  easy_share: z.number().nullable(),
  key_sessions: z.number(),
})
export type WeekSum = z.infer<typeof WeekSum>

export const WeekView = z.object({
  number: z.number(),
  monday: DayText,
  kind: z.enum(WEEK_KINDS).nullable(),
  phase: z.string().nullable(),
  objective: z.string().nullable(),
  days: z.array(DayView).length(7),
  planned: WeekSum,
  done: WeekSum,
})
export type WeekView = z.infer<typeof WeekView>

export const RaceView = z.object({
  name: z.string(),
  day: DayText,
  distance_m: z.number().nullable(),
  days_to: z.number(),
})
export type RaceView = z.infer<typeof RaceView>

/** The whole season as weeks. `undoable`: what undo would take back, in words; null where there is nothing. */
export const CalendarView = z.object({
  season: z.string(),
  version: Version,
  name: z.string(),
  today: DayText,
  race: RaceView,
  weeks: z.array(WeekView),
  findings: z.array(FindingView),
  decisions: z.array(DecisionView),
  undoable: z.string().nullable(),
})
export type CalendarView = z.infer<typeof CalendarView>

/** How long a bout lasts. `open`: until the button, with what a total leaves for it. */
export const LastingView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('distance'), distance_m: z.number() }),
  z.object({ kind: z.literal('time'), duration_s: z.number() }),
  z.object({ kind: z.literal('reps'), reps: z.number() }),
  z.object({ kind: z.literal('open'), because: z.string(), left: Length.nullable() }),
])
export type LastingView = z.infer<typeof LastingView>

/** How hard, for this athlete on this day; slow and fast end of a speed. */
export const AimView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('speed'), speed_mps: z.tuple([z.number(), z.number()]) }),
  z.object({
    kind: z.literal('heart rate'),
    low_bpm: z.number().nullable(),
    high_bpm: z.number().nullable(),
  }),
])
export type AimView = z.infer<typeof AimView>

export const ExerciseView = z.object({
  name: z.string(),
  sets: z.number().nullable(),
  reps: z.number().nullable(),
  reps_to: z.number().nullable(),
  duration_s: z.number().nullable(),
  distance_m: z.number().nullable(),
  each_side: z.boolean(),
  load: z.string().nullable(),
  rest_s: z.number().nullable(),
  cue: z.string().nullable(),
})
export type ExerciseView = z.infer<typeof ExerciseView>

export const StepView = z.object({
  kind: z.literal('step'),
  path: z.array(z.union([z.number(), z.string()])),
  role: z.enum(ROLES),
  mode: z.string().nullable(),
  /** The plan's own words: `1000m @T`. */
  text: z.string(),
  cue: z.string().nullable(),
  lasting: LastingView,
  aim: AimView.nullable(),
  intensity: IntensityShown,
  /** What it is reckoned to take, for drawing. */
  estimated: Length,
  exercise: ExerciseView.nullable(),
})
export type StepView = z.infer<typeof StepView>

export interface SetView {
  kind: 'set'
  path: (number | string)[]
  times: number
  parts: PartView[]
}
export type PartView = StepView | SetView

/** Parts done `times` over; sets may hold sets. */
export const SetView: z.ZodType<SetView> = z.object({
  kind: z.literal('set'),
  path: z.array(z.union([z.number(), z.string()])),
  times: z.number(),
  get parts() {
    return z.array(PartView)
  },
})
export const PartView: z.ZodType<PartView> = z.union([StepView, SetView])

/** A neighbour in hours: `37 h after strength A`. */
export const NeighbourView = z.object({
  session: z.string(),
  title: z.string(),
  /** From the end of the earlier to the start of the later. */
  hours: z.number(),
  side: z.enum(['before', 'after']),
})
export type NeighbourView = z.infer<typeof NeighbourView>

/** One entry of the ledger about a session, in words. */
export const ChangeView = z.object({
  id: z.string(),
  on: DayText,
  state: z.enum(['proposed', 'accepted', 'declined', 'undone']),
  what: z.string(),
  because: z.string(),
  rule: z.string().nullable(),
})
export type ChangeView = z.infer<typeof ChangeView>

export const SessionView = z.object({
  season: z.string(),
  version: Version,
  session: SessionCard,
  week: z.object({ number: z.number(), of: z.number(), phase: z.string().nullable() }),
  parts: z.array(PartView),
  /** What the prescription had to decide: `times 6-8: 6`. */
  assumptions: z.array(z.string()),
  why: z.array(ReasonView),
  /** Why it stands where it does, and what the fit changed of it. */
  decisions: z.array(DecisionView),
  neighbours: z.array(NeighbourView),
  cue: z.string().nullable(),
  /** What the paces rest on: model, marks, their days. Null where there are none. */
  paces_from: z.string().nullable(),
  review: ReviewView.nullable(),
  /** An activity that may be it, waiting for the athlete's word. */
  asks: z.object({ activity: z.string(), title: z.string(), because: z.string() }).nullable(),
  changes: z.array(ChangeView),
})
export type SessionView = z.infer<typeof SessionView>

export const TodayView = z.object({
  season: z.string(),
  version: Version,
  today: DayText,
  race: RaceView,
  week: z.object({
    number: z.number(),
    of: z.number(),
    kind: z.enum(WEEK_KINDS).nullable(),
    phase: z.string().nullable(),
    objective: z.string().nullable(),
  }),
  /** Today's sessions in order; empty on a day without any. */
  sessions: z.array(SessionView),
  /** The next session where today has none. */
  next: SessionCard.nullable(),
  this_week: WeekView,
  next_week: WeekView.nullable(),
  /** The last session that was reviewed by its reps. */
  last_review: z.object({ session: SessionCard, review: ReviewView }).nullable(),
  findings: z.array(FindingView),
  undoable: z.string().nullable(),
})
export type TodayView = z.infer<typeof TodayView>

/** What would become of the week if the session stood in this cell. */
export const MoveCell = z.object({
  to: Place,
  /** It can stand there and nothing else moves. */
  legal: z.boolean(),
  /** Why it can never stand there: past, blocked, no time in that half of the day. Null where it can be asked for. */
  closed: z.string().nullable(),
  /** Limits that it alone would break, and soft rules that it would touch, each one sentence. */
  breaks: z.array(z.object({ rule: z.string(), message: z.string() })),
  touches: z.array(z.object({ rule: z.string(), message: z.string(), worse_by: z.number() })),
  /** The cheapest way to make it legal, or better: other sessions that move along. */
  repair: z
    .object({
      moves: z.array(z.object({ session: z.string(), title: z.string(), from: Place, to: Place })),
      message: z.string(),
    })
    .nullable(),
})
export type MoveCell = z.infer<typeof MoveCell>

/** Every cell of the weeks around a session, asked for when a drag or a menu begins. */
export const MovesView = z.object({ session: z.string(), version: Version, from: Place, cells: z.array(MoveCell) })
export type MovesView = z.infer<typeof MovesView>

/** Done, and what to say about it; `undoable` for the ten seconds of the undo button. */
export const ChangedView = z.object({ version: Version, said: z.string(), undoable: z.string().nullable() })
export type ChangedView = z.infer<typeof ChangedView>
