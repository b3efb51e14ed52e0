import type { Rule } from '../rule.ts'
import { entryBeginner } from './beginner.ts'
import { entryDays } from './days.ts'
import { entryExperience } from './experience.ts'
import { entryGoal } from './goal.ts'
import { entryLevel } from './level.ts'
import { entryResult } from './result.ts'
import { entryVolume } from './volume.ts'

/** Whether this plan is for this athlete. They warn and say how to scale; none turns anybody away. */
export const ENTRY_RULES: readonly Rule[] = [
  entryResult,
  entryExperience,
  entryGoal,
  entryLevel,
  entryVolume,
  entryDays,
  entryBeginner,
]
