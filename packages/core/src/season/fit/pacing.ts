import type { Schedule } from '../../schedule/schedule.ts'
import type { SpeedAt } from '../../workout/estimate.ts'
import type { Family } from '../../workout/family.ts'

/** Whoever the lengths are estimated for. */
export interface Pacing {
  readonly speedAt: SpeedAt
  readonly goal: Family
}

export const pacingOf = ({ speedAt, goal }: Schedule): Pacing => ({ speedAt, goal })
