import type { Mode, OtherActivity, PaceName, Role, Slot } from '@bell-lap/core'
import type { WrittenUnit } from './units.ts'

/** Everything that one word or phrase may stand for; what it does stand for is decided by its neighbours. */
export interface Sense {
  /** What a bout is for, or how it feels where that is a role: easy, steady. */
  readonly role?: Role
  /** A named pace, a race distance used as one, or a feel. */
  readonly pace?: PaceName
  /** The word says how it feels, not what for: `easy` beside `strides` is no role of its own. */
  readonly feel?: true
  /** A race distance: a pace only where a word of pace or `at` stands beside it. */
  readonly race?: true
  /** `goal`, `target`: the pace meant for race day. */
  readonly goal?: true
  readonly paceNoun?: true
  /** `effort`: pace of the word before it, or a hard bout. */
  readonly effort?: true
  readonly mode?: Mode
  /** Names a recovery between bouts. */
  readonly rest?: true
  /** `off`: recovery behind a figure, a day off alone. */
  readonly off?: true
  readonly on?: true
  readonly none?: true
  readonly relative?: 'equal' | 'half' | 'full' | 'back' | 'down' | 'same'
  readonly measure?: 'distance' | 'time'
  /** `a third of`: so much of the repetition. */
  readonly share?: number
  readonly cycle?: true
  readonly between?: true
  /** `after each`: the recovery follows the last repetition too. */
  readonly each?: true
  readonly scope?: 'rep' | 'set' | 'all'
  readonly with?: true
  readonly link?: 'then' | 'and' | 'or'
  readonly at?: true
  readonly per?: true
  readonly compare?: 'faster' | 'slower' | 'vague'
  readonly progress?: true
  /** `sets of`, `reps of`: the number before is a count. */
  readonly counts?: 'sets' | 'reps'
  readonly times?: number
  readonly kind?: 'rest' | OtherActivity
  readonly total?: true
  readonly again?: true
  readonly until?: true
  readonly slot?: Slot
  readonly label?: true
  readonly last?: true
  /** `first`, `middle`: a part of the length before it. */
  readonly inner?: true
  readonly remaining?: true
  readonly all?: true
  readonly same?: true
  readonly filler?: true
  readonly effortMax?: true
  readonly event?: 'race' | 'test' | 'parkrun'
  readonly unit?: WrittenUnit
  readonly surface?: 'track' | 'grass' | 'road' | 'trail' | 'treadmill'
  readonly continuous?: true
  readonly flying?: true
  readonly optional?: true
  readonly down?: true
  readonly heart?: 'HRmax' | 'LTHR' | 'bpm'
  readonly zone?: true
  readonly rpe?: true
  readonly day?: true
  /** Names a place in the run, not a part of it: `over the last 2 miles`. */
  readonly place?: true
  readonly except?: true
  /** `along the way`: lies inside the run before it. */
  readonly inside?: true
  /** `could`: a choice left open, told in words. */
  readonly could?: true
  /** `milers`, `800 m group`: what follows is for some of the squad. */
  readonly people?: true
  /** `in and out`, `alternated`: groups in turn. */
  readonly inTurn?: true
  /** `run/walk`: both in turn, as the runner likes. */
  readonly mix?: true
  /** `opener`: the first of a list. */
  readonly opener?: true
  /** `recovery jog`: between repetitions when it is short. */
  readonly soft?: true
  /** `all reps`: of every group, but not between the groups. */
  readonly reps?: true
}

/** Phrases of one sense, separated by `|`. */
export type Entry = readonly [phrases: string, sense: Sense]
