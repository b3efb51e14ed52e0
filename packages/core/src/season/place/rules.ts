import type { Hardness } from '../../workout/hardness.ts'

export const PLACEMENT_RULE_IDS = [
  'heavy-before-key',
  'heavy-before-race',
  'heavy-before-hard',
  'heavy-apart',
  'plyometrics-before-key',
  'plyometrics-apart',
  'race-recovery',
  'key-before-race',
  'hours-after-run',
  'run-before-strength',
  'key-days-in-a-row',
  'hard-beside-key',
  'long-beside-key',
  'long-on-hard-day',
  'strength-on-easy-day',
  'strength-on-race-day',
  'strength-days-apart',
  'rest-alone',
  'mobility-spread',
  'two-runs-a-day',
  'rest-day',
  'wish',
] as const
export type PlacementRuleId = (typeof PLACEMENT_RULE_IDS)[number]

/** Hours from the end of one session to the start of a later one. Does not bind sessions of one slot: they are one outing. */
export interface HoursRule {
  readonly kind: 'hours'
  readonly id: PlacementRuleId
  readonly source: string
  readonly from: readonly Hardness[]
  readonly to: readonly Hardness[]
  /** Fewer hours than these are never placed. */
  readonly neverUnderHours?: number
  readonly underHours: number
  /** For each started hour that is missing. */
  readonly costPerHour: number
  /** Only within one day. */
  readonly sameDay?: true
}

/** Two sessions on one day or on days that touch, whichever comes first. A pair counts once. */
export interface DaysRule {
  readonly kind: 'days'
  readonly id: PlacementRuleId
  readonly source: string
  readonly one: readonly Hardness[]
  readonly other: readonly Hardness[]
  readonly sameDayCost: number
  readonly nextDayCost: number
}

/** On one day, in different slots, `later` should not come before `first`. */
export interface OrderRule {
  readonly kind: 'order'
  readonly id: PlacementRuleId
  readonly source: string
  readonly first: readonly Hardness[]
  readonly later: readonly Hardness[]
  readonly cost: number
}

/** A second run on one day; what follows a run in its slot (`afterRun`) is no second run. */
export interface DoubleRule {
  readonly kind: 'double'
  readonly id: PlacementRuleId
  readonly source: string
  readonly cost: number
}

/** Of the seven days one without training; mobility and rest are no training. */
export interface RestDayRule {
  readonly kind: 'rest-day'
  readonly id: PlacementRuleId
  readonly source: string
  readonly cost: number
}

/** Days between where a session stands and where it is wished, and the other half of the day. */
export interface WishRule {
  readonly kind: 'wish'
  readonly id: PlacementRuleId
  readonly source: string
  readonly costPerDay: number
  readonly slotCost: number
}

export type PlacementRule = HoursRule | DaysRule | OrderRule | DoubleRule | RestDayRule | WishRule

export const RUNS = ['race', 'test', 'key', 'hard', 'easy', 'long'] as const satisfies readonly Hardness[]
const KEYS = ['race', 'test', 'key'] as const satisfies readonly Hardness[]
const STRENGTH = ['heavy-strength', 'light-strength', 'plyometrics'] as const satisfies readonly Hardness[]

/**
 * What placement weighs, one table for the search, the checker and the oracle: the same figures, never the same code.
 * Limits in hours are those of the sources. The costs are convention: whole numbers, so that equal is equal; a pair of
 * key days in a row (20) weighs as much as seven missing hours between heavy strength and a key session.
 * A caller with other figures (48 h in the first weeks of a block, the recovery of another race distance) passes its own.
 */
export const PLACEMENT_RULES: readonly PlacementRule[] = [
  {
    kind: 'hours',
    id: 'heavy-before-key',
    source: 'R105 001',
    from: ['heavy-strength'],
    to: ['test', 'key'],
    neverUnderHours: 24,
    underHours: 36,
    costPerHour: 3,
  },
  {
    kind: 'hours',
    id: 'heavy-before-race',
    source: 'R105 R112 001',
    from: ['heavy-strength'],
    to: ['race'],
    neverUnderHours: 96,
    underHours: 168,
    costPerHour: 1,
  },
  {
    kind: 'hours',
    id: 'heavy-before-hard',
    source: 'R105 001, convention for what is hard but not key',
    from: ['heavy-strength'],
    to: ['hard'],
    underHours: 24,
    costPerHour: 1,
  },
  {
    kind: 'hours',
    id: 'heavy-apart',
    source: 'Doma 2017: 48 h after heavy work',
    from: ['heavy-strength'],
    to: ['heavy-strength'],
    underHours: 48,
    costPerHour: 1,
  },
  {
    kind: 'hours',
    id: 'plyometrics-before-key',
    source: 'R138 002',
    from: ['plyometrics'],
    to: KEYS,
    underHours: 48,
    costPerHour: 1,
  },
  {
    kind: 'hours',
    id: 'plyometrics-apart',
    source: 'R138 002, 48 to 72 h',
    from: ['plyometrics'],
    to: ['plyometrics'],
    underHours: 48,
    costPerHour: 1,
  },
  {
    kind: 'hours',
    id: 'race-recovery',
    source: 'R72 000: 5 days after 3000 and 5000 m',
    from: ['race'],
    to: [...KEYS, 'hard'],
    underHours: 120,
    costPerHour: 1,
  },
  {
    kind: 'hours',
    id: 'key-before-race',
    source: 'R42 000, three days by convention',
    from: ['test', 'key'],
    to: ['race'],
    underHours: 72,
    costPerHour: 1,
  },
  {
    kind: 'hours',
    id: 'hours-after-run',
    source: 'Doma 2019: run first, 6 h on one day',
    from: RUNS,
    to: STRENGTH,
    underHours: 6,
    costPerHour: 2,
    sameDay: true,
  },
  {
    kind: 'order',
    id: 'run-before-strength',
    source: 'Doma 2019: run first',
    first: RUNS,
    later: STRENGTH,
    cost: 6,
  },
  {
    kind: 'days',
    id: 'key-days-in-a-row',
    source: 'R40 000',
    one: KEYS,
    other: KEYS,
    sameDayCost: 40,
    nextDayCost: 20,
  },
  {
    kind: 'days',
    id: 'hard-beside-key',
    source: 'R40 000',
    one: ['hard'],
    other: [...KEYS, 'hard'],
    sameDayCost: 20,
    nextDayCost: 6,
  },
  {
    kind: 'days',
    id: 'long-beside-key',
    source: 'R142 002',
    one: ['long'],
    other: [...KEYS, 'long'],
    sameDayCost: 40,
    nextDayCost: 12,
  },
  {
    kind: 'days',
    id: 'long-on-hard-day',
    source: 'R142 002',
    one: ['long'],
    other: ['hard'],
    sameDayCost: 20,
    nextDayCost: 0,
  },
  {
    kind: 'days',
    id: 'strength-on-easy-day',
    source: 'R104 001',
    one: STRENGTH,
    other: ['test', 'key', 'hard', 'long'],
    sameDayCost: 4,
    nextDayCost: 0,
  },
  {
    kind: 'days',
    id: 'strength-on-race-day',
    source: 'R112 001',
    one: STRENGTH,
    other: ['race'],
    sameDayCost: 20,
    nextDayCost: 0,
  },
  {
    kind: 'days',
    id: 'strength-days-apart',
    source: 'R91 001',
    one: ['light-strength'],
    other: ['light-strength', 'heavy-strength'],
    sameDayCost: 12,
    nextDayCost: 2,
  },
  {
    kind: 'days',
    id: 'rest-alone',
    source: 'C3',
    one: ['rest'],
    other: [...RUNS, ...STRENGTH],
    sameDayCost: 25,
    nextDayCost: 0,
  },
  {
    kind: 'days',
    id: 'mobility-spread',
    source: 'R134 002',
    one: ['mobility'],
    other: ['mobility'],
    sameDayCost: 2,
    nextDayCost: 0,
  },
  { kind: 'double', id: 'two-runs-a-day', source: 'R40 000: one run a day', cost: 10 },
  { kind: 'rest-day', id: 'rest-day', source: 'C3: one a week by default', cost: 8 },
  { kind: 'wish', id: 'wish', source: 'the written plan and the athlete', costPerDay: 4, slotCost: 2 },
]
