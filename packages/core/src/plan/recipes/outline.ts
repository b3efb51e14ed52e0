import { weekdayIndex } from '../../calendar/week.ts'
import type { WeekKind } from '../plan.ts'
import type { Brief } from './brief.ts'

/** The phases of the fusion plan: base before tempo before race-specific work (R120, R121), then freshness (R42). */
export const FUSION_PHASES = ['base', 'tempo', 'specific', 'taper'] as const
export type FusionPhase = (typeof FUSION_PHASES)[number]

/** What a week is for: building weeks take turns between distance and intensity (R118, R140). */
export type Focus = 'volume' | 'intensity' | 'absorb' | 'sharpen' | 'race'

/** One week before anything is put into it. */
export interface WeekOutline {
  /** From 1. */
  readonly number: number
  readonly phase: FusionPhase
  readonly kind: WeekKind | null
  readonly focus: Focus
  /** Building weeks of the same phase before this one. */
  readonly step: number
  /** Building weeks of the same block before this one; blocks end in a recovery week. */
  readonly place: number
  /** How far the intensity has come, 0 to 1; it moves in weeks of intensity only. */
  readonly intensity: number
}

/** Weeks of a block: three that build and one that eases off (R148: every 4 to 6). */
const BLOCK = 4

/** Weeks before the race week in which the taper has begun. */
const TAPER_WEEKS = 1

/** Weeks of the blocks that end in recovery, and of the last one, which ends in the taper. */
interface Blocks {
  readonly full: readonly number[]
  readonly last: number
}

/** Left over weeks lengthen the last block to four, or the first one to five, where the base has time. */
const blocksIn = (training: number): Blocks => {
  const over = training % BLOCK
  const blocks = Math.floor(training / BLOCK)
  // Two race-specific weeks would be few after eight others.
  if (blocks === 2 && over === 2) return { full: [BLOCK, BLOCK - 1], last: 3 }
  if (over >= 2) return { full: Array<number>(blocks).fill(BLOCK), last: over }
  const full = Array<number>(blocks - 1).fill(BLOCK)
  return { full: over === 0 ? full : full.with(0, BLOCK + 1), last: BLOCK }
}

/** A last block this short is race-specific together with the block before it. */
const SHORT_BLOCK = 3

/** Phase of every training week. With one full block its first half is the base. */
const phasesIn = ({ full, last }: Blocks, beginner: boolean): readonly FusionPhase[] => {
  const specific = Array<FusionPhase>(last).fill('specific')
  const [only] = full
  if (full.length === 1 && only !== undefined) return [...halved(only), ...specific]
  const early = full.length - (full.length > 2 && last <= SHORT_BLOCK ? 1 : 0)
  const base = beginner ? Math.ceil(early / 2) : Math.floor(early / 2)
  return [
    ...full.flatMap((weeks, index) =>
      Array<FusionPhase>(weeks).fill(index < base ? 'base' : index < early ? 'tempo' : 'specific'),
    ),
    ...specific,
  ]
}

const halved = (weeks: number): readonly FusionPhase[] =>
  Array.from({ length: weeks }, (_, index) => (index < Math.floor(weeks / 2) ? 'base' : 'tempo'))

/** Every week of the plan, in order. */
export const outlineOf = ({ weeks, level }: Pick<Brief, 'weeks' | 'level'>): readonly WeekOutline[] => {
  const training = weeks - TAPER_WEEKS - 1
  const blocks = blocksIn(training)
  const phases = phasesIn(blocks, level.level === 'beginner')
  const places = [...blocks.full, blocks.last + 1].flatMap((length) => Array.from({ length }, (_, place) => place))
  const lasts = blocks.full.map((_, index) => blocks.full.slice(0, index + 1).reduce((sum, length) => sum + length, 0))
  const draft = phases.map((phase, index) => ({
    number: index + 1,
    phase,
    place: places[index] ?? 0,
    recovers: lasts.includes(index + 1),
  }))
  return [...trainingWeeks(draft), ...lastWeeks(training)]
}

interface Draft {
  readonly number: number
  readonly phase: FusionPhase
  readonly place: number
  readonly recovers: boolean
}

const trainingWeeks = (draft: readonly Draft[]): readonly WeekOutline[] => {
  const building = draft.filter(({ recovers }) => !recovers)
  const intense = Math.max(1, Math.floor(building.length / 2))
  return draft.map(({ number, phase, place, recovers }) => {
    const before = building.filter((week) => week.number < number)
    const step = before.filter((week) => week.phase === phase).length
    const intensity = Math.min(1, Math.floor((before.length + (recovers ? 0 : 1)) / 2) / intense)
    const focus = recovers ? 'absorb' : before.length % 2 === 0 ? 'volume' : 'intensity'
    return { number, phase, kind: recovers ? 'recovery' : null, focus, step, place, intensity }
  })
}

const lastWeeks = (training: number): readonly WeekOutline[] => [
  { number: training + 1, phase: 'taper', kind: 'taper', focus: 'sharpen', step: 0, place: 0, intensity: 1 },
  { number: training + 2, phase: 'taper', kind: 'race', focus: 'race', step: 1, place: 1, intensity: 1 },
]

/** Days from a day of the plan to the race: 0 on race day, negative after it. */
export const daysToRace = (brief: Brief, week: number, day: number): number =>
  (brief.weeks - week) * 7 + weekdayIndex(brief.raceDay) - day
