import type { Rule } from '../rule.ts'
import { balancedStrength } from './balanced-strength.ts'
import { jumpContacts } from './jump-contacts.ts'
import { jumpSessions } from './jump-sessions.ts'
import { mobility } from './mobility.ts'
import { powerDay } from './power-day.ts'
import { stabilityDay } from './stability-day.ts'
import { strengthCount } from './strength-count.ts'
import { strengthFailure } from './strength-failure.ts'
import { strengthMinutes } from './strength-minutes.ts'
import { strengthPhases } from './strength-phases.ts'
import { unilateral } from './unilateral.ts'

/** Strength, jumps and mobility: how often, how long, what. */
export const STRENGTH_RULES: readonly Rule[] = [
  strengthCount,
  powerDay,
  stabilityDay,
  strengthPhases,
  unilateral,
  strengthFailure,
  strengthMinutes,
  balancedStrength,
  mobility,
  jumpContacts,
  jumpSessions,
]
