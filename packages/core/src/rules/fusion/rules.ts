import type { Rule } from '../rule.ts'
import { alternation } from './alternation.ts'
import { controlledTest } from './controlled-test.ts'
import { effortTold } from './effort-told.ts'
import { hills } from './hills.ts'
import { kickPractice } from './kick-practice.ts'
import { objective } from './objective.ts'
import { pacingCues } from './pacing-cues.ts'
import { pillars } from './pillars.ts'
import { recoveryDays } from './recovery-days.ts'
import { sameTest } from './same-test.ts'
import { strides } from './strides.ts'
import { surges } from './surges.ts'
import { tempoStart } from './tempo-start.ts'
import { tempoSteps } from './tempo-steps.ts'
import { terrain } from './terrain.ts'

/** Endurance and speed together, as document 002 weaves them. */
export const FUSION_RULES: readonly Rule[] = [
  pillars,
  alternation,
  tempoStart,
  recoveryDays,
  effortTold,
  strides,
  hills,
  surges,
  pacingCues,
  tempoSteps,
  objective,
  terrain,
  controlledTest,
  sameTest,
  kickPractice,
]
