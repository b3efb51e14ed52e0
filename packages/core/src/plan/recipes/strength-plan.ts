import type { Slot } from '../../calendar/week.ts'
import { strengthWeeks, type StrengthStage } from '../../strength/phases.ts'
import type { Allow } from '../plan.ts'
import type { Brief } from './brief.ts'
import { HEAVY_DAY, JUMP_DAY, LIGHT_DAY, MOBILITY_DAY, weekdayAfterLong } from './days.ts'
import type { Statement } from './key-work.ts'
import type { LibraryName } from './library.ts'
import { daysToRace, type WeekOutline } from './outline.ts'

/** A session beside the running, on its day of the week, Monday 0. */
export interface BesideRunning {
  readonly day: number
  readonly name: LibraryName
  readonly why: readonly Statement[]
}

/** Half of the day where a run is there already. */
export const BESIDE_SLOT: Slot = 'pm'

const WHY: { readonly [N in LibraryName]: readonly Statement[] } = {
  I: ['R91', 'R119'],
  A: ['R92', 'R105', 'R106'],
  B: ['R93', 'R113', 'R132'],
  M: ['R106', 'R112'],
  P: ['R132', 'R138'],
  flow: ['R134'],
}

/** Heavy strength keeps clear of the race by more than a week (R112). */
const LAST_HEAVY = 8
/** Mobility stays up to the day before. */
const LAST_MOBILITY = 1

const letters = (stage: StrengthStage, week: WeekOutline, brief: Brief): readonly LibraryName[] => {
  if (week.focus === 'absorb') return stage === 'maintain' ? ['M'] : ['B']
  switch (stage) {
    case 'introduce':
      return ['I', 'B']
    case 'heavy':
      return ['A', 'B']
    case 'maintain':
      return brief.level.keys === 2 && week.focus !== 'sharpen' ? ['M', 'P'] : ['M']
    case 'none':
      return []
    default:
      return stage satisfies never
  }
}

/** Heavy work in the evening after the second hard day, jumps two and a half days before the next one (R105, R138). */
const DAY_OF: { readonly [N in LibraryName]: number } = {
  I: HEAVY_DAY,
  A: HEAVY_DAY,
  M: HEAVY_DAY,
  B: LIGHT_DAY,
  P: JUMP_DAY,
  flow: MOBILITY_DAY,
}

/** Weeks in which a beginner learns the lifts before any of them is heavy (R119; convention). */
const LEARNING_WEEKS = 2
const learningWeeks = ({ level }: Brief): number => (level.keys === 1 ? LEARNING_WEEKS : 0)

/** Weeks of heavy work that a plan which has room for them is asked for, and the most in a row (R106). */
const HEAVY_WEEKS = { least: 6, most: 8 } as const

/** Where learning the lifts leaves fewer heavy weeks than document 001 asks for, the plan says why. */
export const strengthAllows = (brief: Brief, outline: readonly WeekOutline[]): readonly Allow[] => {
  const learning = learningWeeks(brief)
  const room = outline.filter(({ phase }) => phase === 'base' || phase === 'tempo').length
  // The last of these weeks eases off, and is no heavy one.
  const heavy = Math.min(HEAVY_WEEKS.most, room - learning) - 1
  if (learning === 0 || room < HEAVY_WEEKS.least || heavy >= HEAVY_WEEKS.least) return []
  return [{ rule: 'strength-phases', reason: 'two weeks to learn the lifts come first, for a beginner (R119)' }]
}

/** Strength, jumps and mobility of every week: learn, get strong for eight weeks at most, hold, leave out (R91, R106, C11). */
export const strengthPlan = (brief: Brief, outline: readonly WeekOutline[]): readonly (readonly BesideRunning[])[] => {
  const stages = strengthWeeks(
    outline.map(({ phase, focus }) => ({
      deload: focus === 'absorb',
      specific: phase === 'specific' || phase === 'taper',
      race: focus === 'race',
    })),
  )
  const learning = learningWeeks(brief)
  return outline.map((week, index) => {
    const stage = index < learning ? 'introduce' : (stages[index]?.stage ?? 'none')
    return [...letters(stage, week, brief), 'flow' as const]
      .map((name) => ({ day: weekdayAfterLong(brief, DAY_OF[name]), name, why: WHY[name] }))
      .filter(({ name, day }) => daysToRace(brief, week.number, day) >= (name === 'flow' ? LAST_MOBILITY : LAST_HEAVY))
  })
}
