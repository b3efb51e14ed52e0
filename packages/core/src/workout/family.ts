import type { PaceName } from '../pace/names.ts'
import type { Speed } from '../units/quantity.ts'
import type { Role, Step, Target } from './workout.ts'

/**
 * Families of pace that share a purpose and a weekly cap (Daniels, Running Formula: T, I and R),
 * slow to fast. `sprint` is strides and all-out work, which no cap counts.
 */
export const FAMILIES = ['easy', 'steady', 'threshold', '5K', 'mile', '800', 'sprint'] as const
export type Family = (typeof FAMILIES)[number]

/** Speed at a named pace for whoever it is asked for; undefined where the model has none. */
export type SpeedAt = (pace: PaceName) => Speed | undefined

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

const OF_ROLE: { readonly [R in Role]: Family } = {
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

const familyOfZone = (zone: number): Family => {
  if (zone <= 2) return 'easy'
  if (zone <= 3) return 'steady'
  return zone <= 4 ? 'threshold' : '5K'
}

/** Upper ends of easy, steady and threshold as shares of the threshold heart rate (Friel) and of the highest (Edwards). */
const HEART_RATE_ENDS = { LTHR: [90, 95, 102], HRmax: [80, 87, 92] } as const

const familyOfHeartRate = (of: 'HRmax' | 'LTHR', percent: number): Family => {
  const [easy, steady, threshold] = HEART_RATE_ENDS[of]
  if (percent <= easy) return 'easy'
  if (percent <= steady) return 'steady'
  return percent <= threshold ? 'threshold' : '5K'
}

const REFERENCES = ['easy', 'marathon', 'threshold', '5K', 'mile', '800', 'max'] as const satisfies readonly PaceName[]

/** The family whose own pace is nearest to a speed; undefined where no pace is known. */
export const familyOfSpeed = (speed: Speed, speedAt: SpeedAt): Family | undefined => {
  let best: { readonly family: Family; readonly off: number } | undefined
  for (const pace of REFERENCES) {
    const reference = speedAt(pace)
    if (reference === undefined) continue
    const off = Math.abs(reference - speed)
    if (!best || off < best.off) best = { family: familyOfPace(pace), off }
  }
  return best?.family
}

/** A pace changed by seconds or per cent is no longer the pace that it names. */
const isShifted = (target: Extract<Target, { kind: 'pace' }>): boolean =>
  target.offset !== undefined || target.percent !== undefined

const familyOfTarget = (target: Target, goal: Family | undefined): Family | undefined => {
  switch (target.kind) {
    case 'pace':
      return familyOfPace(target.to ?? target.pace, goal)
    case 'rpe':
      return familyOfEffort(target.to ?? target.rpe)
    case 'zone':
      return familyOfZone(target.to ?? target.zone)
    case 'heart rate share':
      return familyOfHeartRate(target.of, target.percent.high)
    case 'heart rate':
    case 'rep time':
    case 'speed':
      return undefined
    default:
      return target satisfies never
  }
}

/** Repetitions of this length and longer are not run at 5K pace: Daniels keeps those to five minutes, with room here. */
const LONG_SECONDS = 480
const LONG_METRES = 2500

/**
 * Pace that work without a target is taken for (convention). Repetitions are hard: at 5K pace, long ones at threshold. What
 * stands alone, `5mi`, is running of which nobody said that it is hard.
 */
const paceOfBareWork = ({ extent }: Step, repeated: boolean): 'easy' | 'threshold' | '5K' => {
  if (!repeated) return 'easy'
  const long =
    (extent?.kind === 'time' && extent.duration >= LONG_SECONDS) ||
    (extent?.kind === 'distance' && extent.distance >= LONG_METRES)
  return long ? 'threshold' : '5K'
}

/** What a family rests on besides the step itself. */
export interface FamilyContext {
  /** Family of the race that the plan leads to. */
  readonly goal?: Family
  /** Speed of the bout in metres a second, where its target or role gives one. */
  readonly speed?: Speed
  readonly speedAt?: SpeedAt
  /** The bout is one of several. */
  readonly repeated?: boolean
}

/**
 * Family of a bout. Strides and pickups stay sprint whatever their pace; else the named target decides, else the speed
 * where one is written as a figure, else the role.
 */
export const familyOf = (step: Step, context: FamilyContext = {}): Family => {
  if (step.role === 'strides' || step.role === 'pickups') return 'sprint'
  const { target } = step
  if (!target) return familyOfRole(step, context)
  const figured = target.kind === 'speed' || target.kind === 'rep time' || (target.kind === 'pace' && isShifted(target))
  if (figured && context.speed !== undefined && context.speedAt) {
    const family = familyOfSpeed(context.speed, context.speedAt)
    if (family) return family
  }
  return familyOfTarget(target, context.goal) ?? familyOfRole(step, context)
}

const familyOfRole = (step: Step, { repeated = true }: FamilyContext): Family =>
  step.role === 'work' ? familyOfPace(paceOfBareWork(step, repeated)) : OF_ROLE[step.role]

/** The named pace that stands for a family where a bout is told by effort, heart rate or not at all. */
export const PACE_OF_FAMILY: { readonly [F in Family]: PaceName } = {
  easy: 'easy',
  steady: 'steady',
  threshold: 'threshold',
  '5K': '5K',
  mile: 'mile',
  '800': '800',
  sprint: 'stride',
}
