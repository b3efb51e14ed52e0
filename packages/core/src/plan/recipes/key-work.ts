import type { Family } from '../../workout/family.ts'
import type { Part, Pillar, Surface } from '../../workout/workout.ts'
import type { Brief } from './brief.ts'
import type { History } from './history.ts'
import type { Runners } from './measure.ts'
import type { WeekOutline } from './outline.ts'

/** A statement of the documents that a session serves. */
export type Statement = `R${number}`

/** The work of a session, without the easy running around it. */
export interface KeyWork {
  readonly parts: readonly Part[]
  readonly cue: string
  readonly why: readonly Statement[]
  /** Where the work does not say it by itself (R117). */
  readonly pillars?: readonly Pillar[]
  readonly surface?: Surface
}

/** What a session is made for. */
export interface Setting {
  readonly brief: Brief
  readonly week: WeekOutline
  /** Metres of the week. */
  readonly volume: number
  readonly history: History
  readonly runners: Runners
}

/** A kind of session: what it trains, and its sizes from the largest to the smallest. */
export interface KeyKind {
  /** The family of pace that its size is measured in. */
  readonly main: Family
  /** Share of that family's cap that it takes when the dose is full; 1 unless said. */
  readonly share?: number
  /** Objective of a week that this session stands for (R141). */
  readonly aim: string
  readonly sizes: (setting: Setting) => readonly KeyWork[]
}

/** How often coaches repeat something: few odd numbers, none of them large. */
const COUNTS = [16, 14, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1] as const

/** Usual numbers of repetitions from the larger to the smaller; the smaller one alone where there are none. */
export const downFrom = (most: number, least: number): readonly number[] => {
  const counts = COUNTS.filter((count) => count <= most && count >= least)
  return counts.length > 0 ? counts : [least]
}
