import { ENTRY_RULES } from './entry/rules.ts'
import { FUSION_RULES } from './fusion/rules.ts'
import { INTENSITY_RULES } from './intensity/rules.ts'
import { RACE_RULES } from './race/rules.ts'
import { RECOVERY_RULES } from './recovery/rules.ts'
import type { Rule } from './rule.ts'
import { SPACING_RULES } from './spacing/rules.ts'
import { STRENGTH_RULES } from './strength/rules.ts'
import { VOLUME_RULES } from './volume/rules.ts'

/** Every rule that a plan is checked against, by subject. */
export const RULES_BY_SUBJECT = {
  volume: VOLUME_RULES,
  intensity: INTENSITY_RULES,
  recovery: RECOVERY_RULES,
  spacing: SPACING_RULES,
  race: RACE_RULES,
  strength: STRENGTH_RULES,
  fusion: FUSION_RULES,
  entry: ENTRY_RULES,
} as const satisfies { readonly [subject: string]: readonly Rule[] }

/** The same in one list. */
export const RULES: readonly Rule[] = Object.values(RULES_BY_SUBJECT).flat()
