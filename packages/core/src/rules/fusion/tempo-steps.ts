import type { Schedule, ScheduledSession } from '../../schedule/schedule.ts'
import { isBuildWeek } from '../../schedule/training-weeks.ts'
import type { Rule } from '../rule.ts'
import { changeText, dayText } from '../say.ts'

/** From one tempo run to the next one thing grows: pace or length. */
export const tempoSteps: Rule<'longer' | 'faster' | 'shortest'> = {
  id: 'tempo-steps',
  statements: [{ number: 'R135', document: '002' }],
  basis: 'what counts as longer or faster is convention',
  level: 'warning',
  style: true,
  what: 'From one tempo run to the next either the pace or the duration goes up a little, not both.',
  why: 'With one change at a time the legs follow, and it is plain what worked.',
  example: '20min @marathon one week, 30min @T the next.',
  change: 'Raise one of them, or allow tempo-steps with a reason.',
  parameters: {
    longer: { value: 0.05, unit: 'of the duration', meaning: 'from here on it is longer (convention)' },
    faster: { value: 0.005, unit: 'of the speed', meaning: 'from here on it is faster (convention)' },
    shortest: { value: 8, unit: 'min', meaning: 'shortest continuous bout that is a tempo run (convention)' },
  },
  check: ({ schedule, figures: { longer, faster, shortest } }) => {
    const tempos = temposOf(schedule, shortest * 60)
    return tempos.flatMap((tempo, index) => {
      const before = tempos[index - 1]
      if (!before || tempo.duration <= before.duration * (1 + longer) || tempo.speed <= before.speed * (1 + faster))
        return []
      return [
        {
          place: tempo.session.place,
          message: `The tempo on ${dayText(tempo.session)} is longer (${changeText(tempo.duration, before.duration)}) and faster (${changeText(tempo.speed, before.speed)}) than the last one; one at a time is enough.`,
          fix: 'Keep the pace and run longer, or keep the length and run faster.',
        },
      ]
    })
  },
}

interface Tempo {
  readonly session: ScheduledSession
  readonly duration: number
  readonly speed: number
}

/** Continuous bouts of steady to threshold pace in building weeks, the longest of each session. */
const temposOf = (schedule: Schedule, shortest: number): readonly Tempo[] =>
  schedule.weeks
    .filter((week) => isBuildWeek(schedule, week))
    .flatMap(({ sessions }) => sessions)
    .flatMap((session) => {
      if (session.hardness === 'test' || session.hardness === 'race' || session.hardness === 'long') return []
      const [longest] = session.estimate.bouts
        .filter(({ family, recovery, step }) => isTempo(family, step.role) && !recovery && !step.implied)
        .toSorted((a, b) => (b.duration ?? 0) - (a.duration ?? 0))
      if (!longest?.duration || longest.distance === null || longest.duration < shortest) return []
      return [{ session, duration: longest.duration, speed: longest.distance / longest.duration }]
    })

const isTempo = (family: string, role: string): boolean =>
  family === 'threshold' || (family === 'steady' && (role === 'tempo' || role === 'work' || role === 'steady'))
