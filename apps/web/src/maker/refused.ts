import type { Refusal } from '../api/client.ts'
import type { Answers } from './answers.ts'

/** What was refused, at the answer that it is about. */
export interface Refused {
  readonly field: keyof Answers
  readonly says: string
}

const FIELDS: readonly (readonly [RegExp, keyof Answers])[] = [
  [/race-in-the-past|race-too-far|race-day|impossible-date|no-weeks/, 'raceDay'],
  [/no-days|contradictory/, 'days'],
  [/marks/, 'markTime'],
  [/weekly_km/, 'weekly'],
  [/longest_run_km/, 'longest'],
  [/goal/, 'goal'],
  [/availability/, 'weekdayMinutes'],
  [/race_name/, 'raceName'],
]

/** The field that a refusal is about, where it names one. */
export const refusedField = ({ problem }: Refusal): Refused | undefined => {
  const named = `${problem.reason ?? ''} ${problem.detail}`
  const field = FIELDS.find(([pattern]) => pattern.test(named))?.[1]
  return field && { field, says: [problem.detail, problem.change].filter(Boolean).join(' ') }
}
