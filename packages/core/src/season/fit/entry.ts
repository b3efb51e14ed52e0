import type { Athlete } from '../../athlete/athlete.ts'
import { entryExperience } from '../../rules/entry/experience.ts'
import { entryGoal } from '../../rules/entry/goal.ts'
import { boundFor, entryLevel } from '../../rules/entry/level.ts'
import { entryVolume } from '../../rules/entry/volume.ts'
import { fitnessOf } from '../../pace/fitness.ts'
import { fiveKTime } from '../../pace/offsets.ts'
import { countText, lengthText, percentText } from '../../rules/say.ts'
import type { Schedule } from '../../schedule/schedule.ts'
import { seconds } from '../../units/duration.ts'
import { clockText, plainNumber } from '../../units/text.ts'
import type { Decision } from '../season.ts'
import { plannedMetres } from './volume.ts'

/**
 * Whether the plan is for the athlete, asked and answered plainly, statement by statement (R1 to R7, C4). Nobody is
 * turned away: each answer says what follows from it. Plans that do not follow document 000 are asked about volume only.
 */
export const entryDecisions = (schedule: Schedule, athlete: Athlete): readonly Decision[] => {
  const answers = schedule.plan.follows.includes('000')
    ? [...advancedPlan(athlete), volume(schedule, athlete)]
    : [volume(schedule, athlete)]
  return answers.map(({ rule, question, answer }) => ({ about: 'entry', rule, what: question, because: answer }))
}

interface Answer {
  readonly rule: string
  readonly question: string
  readonly answer: string
}

const advancedPlan = (athlete: Athlete): readonly Answer[] => [
  result(athlete),
  days(athlete),
  years(athlete),
  goal(athlete),
  level(athlete),
  {
    rule: 'R7',
    question: 'Are you at home on the track and in tempo runs?',
    answer: 'only you can say; if not, run the first two weeks by feel and let the paces come',
  },
]

const result = ({ marks }: Athlete): Answer => {
  const raced = marks.find(({ distance }) => Math.abs(distance - 5000) < 10)
  const question = 'Have you raced the 5K?'
  if (raced) return { rule: 'R1', question, answer: `yes, ${clockText(raced.time)}` }
  const answer =
    marks.length === 0
      ? 'no result is stated: the season has no paces until there is one; race or test a 5K first'
      : 'not by the marks stated: the paces rest on other distances; a parkrun before week 1 would settle them'
  return { rule: 'R1', question, answer }
}

const days = ({ runDaysRecent }: Athlete): Answer => {
  const question = 'Have you run on five or six days a week lately?'
  const least = entryExperience.parameters.days.value
  if (runDaysRecent === undefined)
    return { rule: 'R2', question, answer: 'run_days_recent is not stated: the plan takes it for granted' }
  const lately = `${plainNumber(runDaysRecent, 1)} a week`
  if (runDaysRecent >= least) return { rule: 'R2', question, answer: `yes, ${lately}` }
  return { rule: 'R2', question, answer: `no, ${lately}: a day is added every second week` }
}

const years = ({ yearsRunning }: Athlete): Answer => {
  const question = 'Have you trained for two years without long breaks, beyond an intermediate plan?'
  const least = entryExperience.parameters.years.value
  if (yearsRunning === undefined)
    return { rule: 'R6', question, answer: 'years_running is not stated: the plan takes two for granted (R3, R6)' }
  if (yearsRunning >= least) return { rule: 'R6', question, answer: `yes, ${countText(yearsRunning, 'year')}` }
  return {
    rule: 'R6',
    question,
    answer: `no, ${countText(yearsRunning, 'year')}: the work is kept within what your weeks carry; when in doubt, take the easy day`,
  }
}

const goal = (athlete: Athlete): Answer => {
  const question = 'Is your goal a 5K under 20 minutes (men) or 23 (women)?'
  const { men, women } = entryGoal.parameters
  if (!athlete.goal || Math.abs(athlete.goal.distance - 5000) > 10) {
    return { rule: 'R4', question, answer: 'no goal over 5K is stated: goal pace has no figure until there is one' }
  }
  const own = clockText(athlete.goal.time)
  return athlete.goal.time < boundFor(athlete, men.value, women.value)
    ? { rule: 'R4', question, answer: `yes, ${own}` }
    : { rule: 'R4', question, answer: `no, ${own}: a gentler plan gets there with less running` }
}

const level = (athlete: Athlete): Answer => {
  const question = 'Do you run 5K in 22 minutes (men) or 25 (women), or faster?'
  const fitness = fitnessOf(athlete.marks)
  if (!fitness.ok) return { rule: 'R5', question, answer: 'no mark tells' }
  const { men, women } = entryLevel.parameters
  const [time, slowest] = [fiveKTime(fitness.value), boundFor(athlete, men.value, women.value)]
  if (athlete.sex === undefined && time <= slowest && time > men.value) {
    const answer = `${clockText(time)}: yes for a woman; a man is asked for ${clockText(seconds(men.value))}, and sex is not stated`
    return { rule: 'R5', question, answer }
  }
  if (time <= slowest) return { rule: 'R5', question, answer: `yes, ${clockText(time)}` }
  return {
    rule: 'R5',
    question,
    answer: `no, ${clockText(time)} where ${clockText(seconds(slowest))} is asked: you are out longer for the same distance, and the distances follow your own weeks`,
  }
}

/** C4: no document says from what volume on the plan is safe; 88 % of its first week is the project's figure. */
const volume = (schedule: Schedule, athlete: Athlete): Answer => {
  const question = 'Is your usual week near the first week of the plan?'
  const [first] = schedule.weeks
  const wants = first ? plannedMetres(first) : 0
  const unit = athlete.unit ?? schedule.plan.unit
  if (athlete.weekly === undefined) return { rule: 'C4', question, answer: 'weekly_km is not stated' }
  const [own, plan] = [lengthText(athlete.weekly, unit), lengthText(wants, unit)]
  if (wants === 0) return { rule: 'C4', question, answer: `its first week has no running: your ${own} go on beside it` }
  const share = entryVolume.parameters.share.value
  if (athlete.weekly >= wants * share) return { rule: 'C4', question, answer: `yes, ${own} to its ${plan}` }
  return {
    rule: 'C4',
    question,
    answer: `no, ${own} to its ${plan}, ${percentText(athlete.weekly / wants)} where ${percentText(share)} would be safe: the distances are scaled`,
  }
}
