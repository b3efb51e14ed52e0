import type { Schedule } from '../../schedule/schedule.ts'
import { isStrength, minutesOfForm, statedMinutes, strengthFormsOf } from '../../schedule/strength-week.ts'
import type { Breach, Rule } from '../rule.ts'

/** A strength session stays short. */
export const strengthMinutes: Rule<'most'> = {
  id: 'strength-minutes',
  statements: [{ number: 'R116', document: '001' }],
  basis: '45 minutes are convention: the document’s own day A comes to 34 with three-minute rests after squats',
  level: 'warning',
  what: 'A strength session takes at most 45 minutes, warm-up and rests included; the document aims at 30.',
  why: 'Strength serves the running: what takes an hour is paid for in tired legs and in sleep.',
  example: 'Six lifts of five sets with three-minute rests.',
  change: 'Take sets off, or change the figure.',
  parameters: {
    most: { value: 45, unit: 'min', meaning: 'longest session (convention; R116: 30)' },
  },
  check: ({ schedule, figures }) => [
    ...strengthFormsOf(schedule).flatMap((form) => {
      const minutes = Math.max(minutesOfForm(form), statedMinutes(form) ?? 0)
      return minutes > figures.most ? [breachOf(form.place, form.name, minutes, figures.most)] : []
    }),
    ...untold(schedule, figures.most).map(({ place, minutes }) => breachOf(place, null, minutes, figures.most)),
  ],
}

/** Sessions that tell their length and not their content; the first is enough. */
const untold = ({ sessions }: Schedule, most: number) =>
  sessions
    .filter((session) => isStrength(session) && session.workout.kind === 'strength' && session.exercises.length === 0)
    .map(({ place, estimate }) => ({ place, minutes: (estimate.duration ?? 0) / 60 }))
    .filter(({ minutes }) => minutes > most)
    .slice(0, 1)

const breachOf = (place: Breach['place'], name: string | null, minutes: number, most: number): Breach => ({
  place,
  message: `Strength${name === null ? '' : ` ${name}`} takes about ${Math.round(minutes)} min; the rule wants ${most} at most, the document aims at 30.`,
  fix: 'Take a set off each exercise, or leave one exercise out.',
})
