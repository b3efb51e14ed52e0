import type { Rule } from './rule.ts'
import { deload } from './volume/deload.ts'

/** Every rule that a plan is checked against, in the order of the statements that they come from. */
export const RULES: readonly Rule[] = [deload]
