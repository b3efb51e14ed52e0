import { goalPace } from './intensity/goal-pace.ts'
import { intervalRecovery } from './intensity/interval-recovery.ts'
import { mileRepetitions } from './intensity/mile-repetitions.ts'
import { paceConflict } from './intensity/pace-conflict.ts'
import { paceDefinitions } from './intensity/pace-definitions.ts'
import { phases } from './intensity/phases.ts'
import { qualityCaps } from './intensity/quality-caps.ts'
import { qualityGrowth } from './intensity/quality-growth.ts'
import { racePace } from './intensity/race-pace.ts'
import { recoveryStated } from './intensity/recovery-stated.ts'
import { shortRecovery } from './intensity/short-recovery.ts'
import { specificity } from './intensity/specificity.ts'
import { speedRecovery } from './intensity/speed-recovery.ts'
import { thresholdRecovery } from './intensity/threshold-recovery.ts'
import { deloadQuality } from './recovery/deload-quality.ts'
import { recoveryWeeks } from './recovery/recovery-weeks.ts'
import { restDay } from './recovery/rest-day.ts'
import { ENTRY_RULES } from './entry/rules.ts'
import { FUSION_RULES } from './fusion/rules.ts'
import { RACE_RULES } from './race/rules.ts'
import type { Rule } from './rule.ts'
import { STRENGTH_RULES } from './strength/rules.ts'
import { hardDays } from './spacing/hard-days.ts'
import { heavyBeforeKey } from './spacing/heavy-before-key.ts'
import { heavyBeforeRace } from './spacing/heavy-before-race.ts'
import { jumpsBeforeKey } from './spacing/jumps-before-key.ts'
import { longRunDay } from './spacing/long-run-day.ts'
import { qualityDays } from './spacing/quality-days.ts'
import { strengthOnEasyDays } from './spacing/strength-on-easy-days.ts'
import { addedRuns } from './volume/added-runs.ts'
import { deload } from './volume/deload.ts'
import { easyShare } from './volume/easy-share.ts'
import { growth } from './volume/growth.ts'
import { longRunShare } from './volume/long-run-share.ts'
import { overload } from './volume/overload.ts'
import { peakWeek } from './volume/peak-week.ts'
import { polarised } from './volume/polarised.ts'
import { singleRun } from './volume/single-run.ts'
import { weeklyTotal } from './volume/weekly-total.ts'

/** Every rule that a plan is checked against, by subject. */
export const RULES: readonly Rule[] = [
  // volume
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
  // intensity
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
  // recovery
  restDay,
  recoveryWeeks,
  deloadQuality,
  // spacing
  hardDays,
  longRunDay,
  qualityDays,
  strengthOnEasyDays,
  heavyBeforeKey,
  heavyBeforeRace,
  jumpsBeforeKey,
  ...RACE_RULES,
  ...STRENGTH_RULES,
  ...FUSION_RULES,
  ...ENTRY_RULES,
]
