import type { Rule } from '../rule.ts'
import { addedRuns } from './added-runs.ts'
import { deload } from './deload.ts'
import { easyShare } from './easy-share.ts'
import { growth } from './growth.ts'
import { longRunShare } from './long-run-share.ts'
import { overload } from './overload.ts'
import { peakWeek } from './peak-week.ts'
import { polarised } from './polarised.ts'
import { singleRun } from './single-run.ts'
import { weeklyTotal } from './weekly-total.ts'

/** How much is run, how it grows and how it is spread. */
export const VOLUME_RULES: readonly Rule[] = [
  weeklyTotal,
  growth,
  singleRun,
  longRunShare,
  addedRuns,
  overload,
  deload,
  peakWeek,
  easyShare,
  polarised,
]
