import type { PaceName } from '../pace/names.ts'
import type { Role, Step, Target } from './workout.ts'

/**
 * Families of pace that share a purpose and a weekly cap (Daniels, Running Formula: T, I and R),
 * slow to fast. `sprint` is strides and all-out work, which no cap counts.
 */
export const FAMILIES = ['easy', 'steady', 'threshold', '5K', 'mile', '800', 'sprint'] as const
export type Family = (typeof FAMILIES)[number]

const OF_PACE: { readonly [Name in PaceName]: Family | undefined } = {
  walk: 'easy',
  recovery: 'easy',
  easy: 'easy',
  long: 'easy',
  steady: 'steady',
  marathon: 'steady',
  hm: 'threshold',
  '10mi': 'threshold',
  '15K': 'threshold',
  threshold: 'threshold',
  '10K': '5K',
  '8K': '5K',
  '5K': '5K',
  '3K': '5K',
  '2mi': '5K',
  vo2max: '5K',
  hard: '5K',
  '1500': 'mile',
  mile: 'mile',
  '1200': 'mile',
  '1000': 'mile',
  '800': '800',
  '600': '800',
  '400': '800',
  stride: 'sprint',
  max: 'sprint',
  goal: undefined,
}

const OF_ROLE: { readonly [R in Role]?: Family } = {
  warmup: 'easy',
  easy: 'easy',
  long: 'easy',
  cooldown: 'easy',
  recovery: 'easy',
  rest: 'easy',
  drills: 'easy',
  float: 'steady',
  steady: 'steady',
  tempo: 'threshold',
  strides: 'sprint',
  pickups: 'sprint',
  kick: '800',
  hill: '5K',
  fartlek: '5K',
  build: 'steady',
  work: '5K',
  race: '5K',
  test: '5K',
}

/** Family of a named pace; `goal` is the family of the race that the plan leads to. */
export const familyOfPace = (pace: PaceName, goal: Family = '5K'): Family => OF_PACE[pace] ?? goal

/** Family of an effort told without a pace: RPE 4 is easy, 8 the effort of 5K (Foster 2001, CR-10 verbal anchors). */
const familyOfEffort = (rpe: number): Family => {
  if (rpe <= 4) return 'easy'
  if (rpe <= 5) return 'steady'
  return rpe <= 7 ? 'threshold' : '5K'
}

const familyOfTarget = (target: Target, goal: Family | undefined): Family | undefined => {
  if (target.kind === 'pace') return familyOfPace(target.to ?? target.pace, goal)
  if (target.kind === 'rpe') return familyOfEffort(target.to ?? target.rpe)
  if (target.kind === 'zone')
    return (['easy', 'easy', 'easy', 'steady', 'threshold', '5K'] as const)[Math.min(5, target.to ?? target.zone)]
  return undefined
}

/** Family of a bout: strides and pickups stay sprint whatever their pace; else the target decides, else the role. */
export const familyOf = (step: Step, goal?: Family): Family => {
  if (step.role === 'strides' || step.role === 'pickups') return 'sprint'
  return (step.target && familyOfTarget(step.target, goal)) ?? OF_ROLE[step.role] ?? 'easy'
}
