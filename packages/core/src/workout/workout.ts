import type { Slot } from '../calendar/week.ts'
import type { PaceName } from '../pace/names.ts'
import type { DistanceUnit } from '../units/distance.ts'
import type { TimeUnit } from '../units/duration.ts'
import type { Distance, Duration, HeartRate, Range, Speed } from '../units/quantity.ts'

/** What a session is, in the words of the calendar. `mixed` is a run and strength in one. */
export const WORKOUT_KINDS = [
  'run',
  'strength',
  'plyometrics',
  'mobility',
  'cross',
  'rest',
  'race',
  'test',
  'mixed',
] as const
export type WorkoutKind = (typeof WORKOUT_KINDS)[number]

/** What a bout is for. */
export const ROLES = [
  'warmup',
  'easy',
  'steady',
  'long',
  'tempo',
  'work',
  'recovery',
  'rest',
  'cooldown',
  'strides',
  'pickups',
  'hill',
  'kick',
  'build',
  'fartlek',
  'float',
  'drills',
  'test',
  'race',
] as const
export type Role = (typeof ROLES)[number]

/** How a recovery is spent. Not stated means not known. */
export const MODES = ['jog', 'walk', 'stand', 'float'] as const
export type Mode = (typeof MODES)[number]

/** The four pillars of document 002 (R117). */
export const PILLARS = ['base', 'tolerance', 'transition', 'kick'] as const
export type Pillar = (typeof PILLARS)[number]

export const SURFACES = ['track', 'grass', 'road', 'trail', 'treadmill'] as const
export type Surface = (typeof SURFACES)[number]

/** A length that the author states in metres of any unit; `to` is the far end of a range. */
export interface DistanceExtent {
  readonly kind: 'distance'
  readonly distance: Distance
  readonly to?: Distance
  /** The coach's own unit: what was written in miles is printed in miles. */
  readonly unit: DistanceUnit
  /** The same bout stated a second time the other way: `9mi (90min)`. */
  readonly or?: TimeExtent
}

/** A length that the author states in time; `to` is the far end of a range. */
export interface TimeExtent {
  readonly kind: 'time'
  readonly duration: Duration
  readonly to?: Duration
  readonly unit: TimeUnit
  readonly or?: DistanceExtent
}

/** Lengths told by what went before: as long as the repetition, a share of it, until recovered, the way back, down the hill. */
export const RELATIVES = ['equal', 'half', 'share', 'full', 'back', 'down'] as const
export interface RelativeExtent {
  readonly kind: 'relative'
  readonly relative: (typeof RELATIVES)[number]
  /** Only with `share`: fractions of the repetition before, low end first. */
  readonly share?: Range<number>
  readonly measure?: 'distance' | 'time'
}

/** How far or how long. `cycle` counts from start to start; `open` lasts until the button is pressed. */
export type Extent =
  | DistanceExtent
  | TimeExtent
  | RelativeExtent
  | { readonly kind: 'cycle'; readonly duration: Duration; readonly unit: TimeUnit }
  | { readonly kind: 'remaining' }
  | { readonly kind: 'open' }

/** Only what the text states counts as an amount. */
export type Amount = DistanceExtent | TimeExtent

/** Seconds more (or fewer, negative) for each stretch than the named pace; `to` is the far end of a range. */
export interface PaceOffset {
  readonly seconds: number
  readonly to?: number
  readonly per: 'km' | 'mi' | '400m'
}

/** A named pace, symbolic until it is shown to an athlete. */
export interface PaceTarget {
  readonly kind: 'pace'
  readonly pace: PaceName
  /** Far end of a range, in the order of the text. */
  readonly to?: PaceName
  /** From `pace` to `to` over the bout, instead of anywhere between. */
  readonly progressive?: true
  /** The goal of the race, not what the athlete can run now (C13). */
  readonly basis?: 'goal'
  readonly offset?: PaceOffset
  /** Per cent of the speed at that pace. */
  readonly percent?: Range<number>
  /** The role or a key says it, the text does not. */
  readonly implied?: true
}

/** How the author spelled a speed; kept for printing. */
export const SPEED_FORMS = ['min/km', 'min/mi', 's/400m', 's/200m', 'km/h', 'mph'] as const
export type SpeedForm = (typeof SPEED_FORMS)[number]

export type Target =
  | PaceTarget
  /** Time for the repetition itself: `200m in 29-30`. */
  | { readonly kind: 'rep time'; readonly time: Duration; readonly to?: Duration }
  /** An absolute speed; `to` keeps the order of the text. */
  | { readonly kind: 'speed'; readonly speed: Speed; readonly to?: Speed; readonly form: SpeedForm }
  | { readonly kind: 'heart rate'; readonly low?: HeartRate; readonly high?: HeartRate }
  | { readonly kind: 'heart rate share'; readonly of: 'HRmax' | 'LTHR'; readonly percent: Range<number> }
  | { readonly kind: 'zone'; readonly zone: number; readonly to?: number }
  | { readonly kind: 'rpe'; readonly rpe: number; readonly to?: number }

/** What a race or test step adds. */
export interface RaceDetail {
  readonly round?: 'heat' | 'semi' | 'final'
  readonly priority?: 'B' | 'C'
}

/** One bout. `extent` and `target` are null when the text does not state them. */
export interface Step {
  readonly kind: 'step'
  readonly role: Role
  readonly extent: Extent | null
  readonly target: Target | null
  readonly mode?: Mode
  readonly cue?: string
  /** A key or a habit says that this bout is there; the line does not. */
  readonly implied?: true
  /** The last part of the total that holds it. */
  readonly position?: 'last'
  /** Joins the bout before it without a break. */
  readonly continuous?: true
  readonly effort?: 'max' | 'controlled'
  readonly race?: RaceDetail
  /** Two sessions in one line: which half of the day this bout belongs to. */
  readonly session?: Slot
}

/**
 * Parts done `times` over. `times` null: the text does not say how often.
 * A `ladder` is done once; its rungs are `steps`, the recovery between rungs is `between`.
 * `within` holds parts that lie inside `total`, the rest of which has the total's own role and target.
 */
export interface Repeat {
  readonly kind: 'repeat'
  readonly times: number | null
  readonly timesTo?: number
  readonly steps: readonly Part[]
  /** Between repetitions; null when the text states none. */
  readonly between: Step | null
  /** The recovery follows the last repetition too. */
  readonly afterLast: boolean
  readonly form?: 'ladder' | 'within'
  /** Only with `within`. */
  readonly total?: Total
  /** Repeated until this much is done, in time or distance, recoveries included. */
  readonly until?: Amount
  /** Stated to be without a break, `no rest`. */
  readonly continuous?: true
  readonly session?: Slot
}

/** How heavy. A `word` is the coach's own: light, moderate, moderate-heavy, heavy, bodyweight. */
export type Load =
  | { readonly kind: 'rpe'; readonly rpe: number; readonly to?: number }
  | { readonly kind: 'percent'; readonly percent: number; readonly to?: number }
  | { readonly kind: 'weight'; readonly kilograms: number; readonly to?: number }
  | { readonly kind: 'word'; readonly word: string }

/** One strength, plyometric or mobility exercise; exactly one of reps, duration and distance is stated, or none. */
export interface Exercise {
  readonly kind: 'exercise'
  readonly name: string
  readonly or?: readonly string[]
  readonly sets: number | null
  readonly setsTo?: number
  readonly reps?: number
  readonly repsTo?: number
  readonly duration?: Duration
  readonly durationTo?: Duration
  readonly distance?: Distance
  readonly eachSide?: true
  readonly load?: Load
  readonly rest?: Duration
  readonly cue?: string
}

/** Something beside running that is done as a block: `mobility 20min`, `cross 30min bike`, `strength A`. */
export const OTHER_ACTIVITIES = ['strength', 'plyometrics', 'mobility', 'cross'] as const
export type OtherActivity = (typeof OTHER_ACTIVITIES)[number]
export interface Other {
  readonly kind: 'other'
  readonly activity: OtherActivity
  readonly extent: Amount | null
  /** The named session of the plan (`A`), or what is done (`bike`). */
  readonly name?: string
  readonly session?: Slot
}

export type Part = Step | Repeat | Exercise | Other

/** What the author states for the whole, with the role and target of the part that the steps do not list. */
export interface Total {
  readonly extent: Amount
  readonly role: Role | null
  readonly target: Target | null
}

/** The structure of a session: steps and repeats with extents and targets. Rest has no steps. */
export interface Workout {
  readonly kind: WorkoutKind
  /** Null where a single bout or other activity is the whole: its own extent is then the total (`statedTotal`). */
  readonly total: Total | null
  /** Role of the running that the total includes and the steps do not list; null when the steps make up the total. */
  readonly remainder: Role | null
  readonly steps: readonly Part[]
  /** `A or B`: the first option is the workout itself. */
  readonly alternatives: readonly Workout[]
  readonly pillars?: readonly Pillar[]
  readonly key?: true
  readonly optional?: true
  readonly surface?: Surface
  readonly afterRun?: true
  readonly cue?: string
  /** Kinds that the same line adds: `run and strength`. */
  readonly also?: readonly WorkoutKind[]
}
