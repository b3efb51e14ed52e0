import type { Rule } from '../rule.ts'
import { goalPace } from './goal-pace.ts'
import { intervalRecovery } from './interval-recovery.ts'
import { mileRepetitions } from './mile-repetitions.ts'
import { paceConflict } from './pace-conflict.ts'
import { paceDefinitions } from './pace-definitions.ts'
import { phases } from './phases.ts'
import { qualityCaps } from './quality-caps.ts'
import { qualityGrowth } from './quality-growth.ts'
import { racePace } from './race-pace.ts'
import { recoveryStated } from './recovery-stated.ts'
import { shortRecovery } from './short-recovery.ts'
import { specificity } from './specificity.ts'
import { speedRecovery } from './speed-recovery.ts'
import { thresholdRecovery } from './threshold-recovery.ts'

/** How hard it is run: paces, repetitions, recoveries, and what the phases hold. */
export const INTENSITY_RULES: readonly Rule[] = [
  phases,
  specificity,
  racePace,
  qualityGrowth,
  qualityCaps,
  paceDefinitions,
  paceConflict,
  goalPace,
  thresholdRecovery,
  intervalRecovery,
  speedRecovery,
  shortRecovery,
  mileRepetitions,
  recoveryStated,
]
