import { goalRaceOf } from '../../schedule/races.ts'
import type { Schedule, ScheduledWeek } from '../../schedule/schedule.ts'
import { heavySets, strengthOf } from '../../schedule/strength-week.ts'
import { isTaperWeek, specificWeeks } from '../../schedule/training-weeks.ts'
import { placeOfWeeks } from '../places.ts'
import type { Breach, Rule } from '../rule.ts'
import { countText, weeksText } from '../say.ts'

type Figures = Parameters<(typeof strengthPhases)['check']>[0]['figures']

/** Heavy strength for 6 to 8 weeks, then it is held, then it stops. */
export const strengthPhases: Rule<'shortest' | 'longest' | 'sets'> = {
  id: 'strength-phases',
  statements: [
    { number: 'R106', document: '001' },
    { number: 'R112', document: '001' },
  ],
  conflicts: ['C11'],
  basis: 'the number of sets that tells building from holding is convention',
  level: 'warning',
  style: true,
  what: 'A heavy strength phase lasts 6 to 8 weeks and ends where the race-specific weeks begin; from there strength is only held.',
  why: 'Strength needs about six weeks to show; in the race-specific weeks heavy lifting takes the freshness that running needs.',
  example: 'Heavy squats 4 x 5 twice a week up to the week before the race.',
  change:
    'From the race-specific phase on do two hard sets once a week (strength M), or allow strength-phases with a reason.',
  parameters: {
    shortest: { value: 6, unit: 'weeks', meaning: 'least for an effect where there is room (R106)' },
    longest: { value: 8, unit: 'weeks', meaning: 'most in a row (R106)' },
    sets: { value: 4, unit: 'heavy sets a week', meaning: 'from here on a week builds, below it holds (convention)' },
  },
  implies: ['heavy-before-race', 'heavy-before-key'],
  check: ({ schedule, figures }) => {
    const specific = new Set(specificWeeks(schedule))
    const racing = goalRaceOf(schedule)?.session.place.week
    const late = (week: ScheduledWeek): boolean => specific.has(week) || isTaperWeek(week) || week.index === racing
    const heavy = schedule.weeks.filter((week) => isHeavyWeek(week, figures))
    const before = heavy.filter((week) => !late(week))
    const room = schedule.weeks.findIndex(late)
    return [...lengthOf(before, room, figures), ...lateOf(schedule, heavy.filter(late))]
  },
}

const isHeavyWeek = (week: ScheduledWeek, { sets }: Figures): boolean =>
  strengthOf(week).reduce((sum, { exercises }) => sum + heavySets(exercises), 0) >= sets

/** One light week between does not end a phase. */
const phasesOf = (weeks: readonly ScheduledWeek[]): readonly (readonly ScheduledWeek[])[] => {
  const phases: ScheduledWeek[][] = []
  for (const week of weeks) {
    const last = phases.at(-1)?.at(-1)
    if (last && week.index - last.index <= 2) phases.at(-1)?.push(week)
    else phases.push([week])
  }
  return phases
}

const spanOf = (phase: readonly ScheduledWeek[]): number => (phase.at(-1)?.index ?? 0) - (phase[0]?.index ?? 0) + 1

const lengthOf = (heavy: readonly ScheduledWeek[], room: number, figures: Figures): readonly Breach[] => {
  const phases = phasesOf(heavy)
  const long = phases.filter((phase) => spanOf(phase) > figures.longest)
  if (long.length > 0) {
    return long.map((phase) => ({
      place: placeOfWeeks(phase),
      message: `Heavy strength for ${countText(spanOf(phase), 'week')} in a row, ${weeksText(phase)}; the rule wants ${figures.longest} at most.`,
      fix: 'Begin lighter, or change to holding it: two hard sets once a week.',
    }))
  }
  const longest = Math.max(0, ...phases.map(spanOf))
  if (longest === 0 || longest >= figures.shortest || room < figures.shortest) return []
  const message = `Heavy strength lasts ${countText(longest, 'week')} at most; ${figures.shortest} to ${figures.longest} before the race-specific weeks would show in the running.`
  return [{ place: placeOfWeeks(heavy), level: 'note', message }]
}

const lateOf = (schedule: Schedule, weeks: readonly ScheduledWeek[]): readonly Breach[] =>
  weeks.length === 0 || weeks.length === schedule.weeks.length
    ? []
    : [
        {
          place: placeOfWeeks(weeks),
          message: `Heavy strength still builds in ${weeksText(weeks)}, when the race is being sharpened for; it should only be held.`,
          fix: 'Two hard sets of one lift once a week, none in race week.',
        },
      ]
