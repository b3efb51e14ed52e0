import type { Rule } from '../rule.ts'
import { deloadQuality } from './deload-quality.ts'
import { recoveryWeeks } from './recovery-weeks.ts'
import { restDay } from './rest-day.ts'

/** Days and weeks that ease off. */
export const RECOVERY_RULES: readonly Rule[] = [restDay, recoveryWeeks, deloadQuality]
