import type { Athlete } from '../../athlete/athlete.ts'
import { atHome, type StrengthDay } from '../../strength/days.ts'
import { strengthWeeks, type StrengthWeek } from '../../strength/phases.ts'
import { dayIn } from '../../strength/progression.ts'
import { hardnessOfStrength, minutesOfStrength } from '../../strength/session.ts'
import { seconds } from '../../units/duration.ts'
import type { Workout } from '../../workout/workout.ts'
import type { Decision } from '../season.ts'
import type { SessionDraft } from './draft.ts'
import type { ChosenWeek } from './weeks.ts'

/** The strength weeks that go with the chosen weeks; none of ours where the plan's author wrote strength themselves. */
export const strengthFor = (weeks: readonly ChosenWeek[]): readonly StrengthWeek[] | null => {
  const authored = weeks.some(({ source }) =>
    source?.sessions.some(({ workout }) => workout.kind === 'strength' || workout.kind === 'plyometrics'),
  )
  if (authored) return null
  return strengthWeeks(
    weeks.map((week, index) => ({
      deload: week.source?.source.kind === 'recovery',
      race: index === weeks.length - 1 || week.source?.source.kind === 'race',
      specific: isSpecific(week, weeks),
    })),
  )
}

/** Race-specific: the phase that holds the last weeks before the taper. */
const isSpecific = (week: ChosenWeek, weeks: readonly ChosenWeek[]): boolean => {
  const phases = weeks.flatMap(({ source }) =>
    source && source.source.kind !== 'race' && source.source.kind !== 'taper' ? [source.phaseIndex] : [],
  )
  const last = Math.max(...phases)
  return week.source !== null && week.source.phaseIndex >= last && new Set(phases).size > 1
}

/** Strength sessions of one week, at home where there is no gym. */
export const strengthDrafts = (week: ChosenWeek, strength: StrengthWeek, athlete: Athlete): readonly SessionDraft[] =>
  strength.days.map((day) => draftOf(week, dayIn(athlete.gym === false ? atHome(day) : day, strength)))

const draftOf = (week: ChosenWeek, day: StrengthDay): SessionDraft => {
  const minutes = Math.ceil(minutesOfStrength(day.exercises) + day.warmup.duration / 60)
  const workout: Workout = {
    kind: day.kind === 'mobility' ? 'mobility' : day.kind,
    total: null,
    remainder: null,
    alternatives: [],
    steps: day.exercises,
  }
  return {
    id: `s${week.source ? week.source.index + 1 : `base${week.number}`}-${day.name}`,
    origin: { kind: 'added', because: 'R91' },
    workout,
    exercises: day.exercises,
    hardness: day.kind === 'mobility' ? 'mobility' : hardnessOfStrength(day.kind, day.exercises),
    pillars: [],
    duration: seconds(minutes * 60),
    wish: { slot: 'pm' },
    afterRun: true,
    why: day.why,
    cue: day.cue,
  }
}

/** What was decided about strength, told once. */
export const strengthDecisions = (weeks: readonly StrengthWeek[] | null, athlete: Athlete): readonly Decision[] => {
  if (weeks === null) return [{ what: 'strength as the plan has it', because: 'its author wrote it' }]
  const count = (stage: StrengthWeek['stage']): number => weeks.filter((week) => week.stage === stage).length
  return [
    {
      what: `strength: ${count('introduce') > 0 ? `${count('introduce')} weeks to learn, ` : ''}${count('heavy')} heavy, ${count('maintain')} of maintenance, none in race week`,
      rule: 'R106',
      because:
        'six to eight weeks of heavy work before the race-specific block, freshness after it (R91 gives way, C11)',
    },
    ...(athlete.gym === false
      ? [{ what: 'strength at home', because: 'there is no gym: a loaded rucksack and one leg stand in' }]
      : []),
    ...(athlete.gym === undefined
      ? [
          {
            what: 'strength with a gym',
            because: 'whether there is one is not stated: gym: false gives the home variants',
          },
        ]
      : []),
  ]
}
