import type { Exercise, Load, Other } from '@bell-lap/core'
import { makeAmount, makeShortTime, spell, spellRange } from './make-amount.ts'
import { makeExerciseName, makeName } from './names.ts'
import { makeBackquoted, makeQuoted } from './quoted.ts'

const PLAIN_LOAD = /^(?!rpe$)\p{L}+(?:-\p{L}+)*$/iu

const makeLoad = (load: Load): string => {
  switch (load.kind) {
    case 'rpe':
      return `@RPE${spellRange(load.rpe, load.to)}`
    case 'percent':
      return `@${spellRange(load.percent, load.to)}%1RM`
    case 'weight':
      return `@${spellRange(load.kilograms, load.to)}kg`
    case 'word':
      return `@${PLAIN_LOAD.test(load.word) ? load.word : makeBackquoted(load.word)}`
    default:
      return load satisfies never
  }
}

/** What one set is; `?` where the text does not say. */
const makeDose = ({ reps, repsTo, duration, durationTo, distance }: Exercise): string => {
  if (reps !== undefined) return spellRange(reps, repsTo)
  if (duration !== undefined) return makeShortTime(duration, durationTo)
  return distance === undefined ? '?' : `${spell(distance)}m`
}

/** `3 x`, `3-4 x`; `? x` where the text does not say how often. */
export const makeCount = (times: number | null, to: number | undefined): string =>
  `${times === null ? '?' : spellRange(times, to)} x`

/** `back squat / goblet squat 4 x 4-6 @moderate-heavy, rest 90s "slow down, fast up"`. */
export const makeExercise = (exercise: Exercise): string => {
  const { name, or = [], sets, setsTo, eachSide, load, rest, cue } = exercise
  const names = [name, ...or].map(makeExerciseName).join(' / ')
  const dose = `${names} ${makeCount(sets, setsTo)} ${makeDose(exercise)}`
  const side = eachSide ? ' each side' : ''
  const weight = load === undefined ? '' : ` ${makeLoad(load)}`
  const pause = rest === undefined ? '' : `, rest ${makeShortTime(rest)}`
  return `${dose}${side}${weight}${pause}${cue === undefined ? '' : ` ${makeQuoted(cue)}`}`
}

/** `strength A`, `mobility 20min`, `cross 30min bike`. */
export const makeOther = ({ activity, extent, name }: Other): string =>
  [activity, ...(extent === null ? [] : [makeAmount(extent)]), ...(name === undefined ? [] : [makeName(name)])].join(
    ' ',
  )
