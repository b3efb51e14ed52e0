import type { Rule } from '../rule.ts'
import { hardDays } from './hard-days.ts'
import { heavyBeforeKey } from './heavy-before-key.ts'
import { heavyBeforeRace } from './heavy-before-race.ts'
import { jumpsBeforeKey } from './jumps-before-key.ts'
import { longRunDay } from './long-run-day.ts'
import { qualityDays } from './quality-days.ts'
import { strengthOnEasyDays } from './strength-on-easy-days.ts'

/** What stands beside what, in days and hours. */
export const SPACING_RULES: readonly Rule[] = [
  hardDays,
  longRunDay,
  qualityDays,
  strengthOnEasyDays,
  heavyBeforeKey,
  heavyBeforeRace,
  jumpsBeforeKey,
]
