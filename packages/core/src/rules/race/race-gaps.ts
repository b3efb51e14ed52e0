import { effortOf, isSameMeeting, racesOf, type ScheduledRace } from '../../schedule/races.ts'
import type { Schedule, ScheduledSession } from '../../schedule/schedule.ts'
import type { Breach, Rule } from '../rule.ts'
import { countText, dayText, metresText } from '../say.ts'

type Figures = { readonly [Name in 'short' | 'middle' | 'long' | 'half' | 'marathon']: number }

/** After a race the legs get easy days, as many as its distance takes. */
export const raceGaps: Rule<keyof Figures> = {
  id: 'race-gaps',
  statements: [{ number: 'R72', document: '000' }],
  conflicts: ['C18'],
  basis: 'days by distance are convention: the document gives 7 to 10 for every race',
  level: 'warning',
  what: 'After a race all running is easy until as many days have gone as its distance takes.',
  why: 'A race costs more than a session; what is trained before the legs are back is trained badly, and hurts.',
  example: 'A 5K race on Saturday, 5 x 1000 m on Tuesday.',
  change: 'Make the days after the race easy, change the figures, or allow race-gaps with a reason.',
  parameters: {
    short: { value: 2, unit: 'days', meaning: 'after up to 2000 m (convention: 2 to 3)' },
    middle: { value: 5, unit: 'days', meaning: 'after 3000 m to 8K (convention: 5 to 7; document 000: 7 to 10)' },
    long: { value: 7, unit: 'days', meaning: 'after 10K and 15K (document 000: 7 to 10)' },
    half: { value: 10, unit: 'days', meaning: 'after 10 miles and half marathon (convention)' },
    marathon: { value: 14, unit: 'days', meaning: 'after a marathon (convention)' },
  },
  implies: ['hard-days', 'tune-ups', 'after-race', 'quality-days', 'taper'],
  check: ({ schedule, figures }) => {
    const races = new Map(racesOf(schedule).map((race) => [race.session, race]))
    return [...afterRaces(schedule, races, figures), ...beforeRaces(schedule, races, figures)]
  },
}

type Races = ReadonlyMap<ScheduledSession, ScheduledRace>

const daysAfter = (distance: number | null, figures: Figures): number => {
  if (distance === null) return figures.short
  if (distance <= 2000) return figures.short
  if (distance <= 8000) return figures.middle
  if (distance <= 15_000) return figures.long
  return distance <= 25_000 ? figures.half : figures.marathon
}

/** The first demanding session after each race, where it comes too soon. */
const afterRaces = (schedule: Schedule, races: Races, figures: Figures): readonly Breach[] => {
  const breaches: Breach[] = []
  let last: ScheduledRace | undefined
  for (const session of schedule.sessions) {
    if (session.day === null || !isDemanding(session)) continue
    const race = races.get(session)
    const sameMeeting = last && race && (race.day === last.day || isSameMeeting(last, race))
    if (last && !sameMeeting) {
      const [gap, days] = [session.day - last.day, daysAfter(last.distance, figures)]
      if (gap < days) breaches.push(breachOf(session, gap, days))
    }
    last = race
  }
  return breaches
}

const isDemanding = ({ hardness }: ScheduledSession): boolean =>
  hardness === 'key' || hardness === 'test' || hardness === 'race'

const breachOf = (next: ScheduledSession, gap: number, days: number): Breach => ({
  place: next.place,
  message: `${what(next)} on ${dayText(next)}, ${countText(gap, 'day')} after a race; all should be easy for ${days}.`,
  fix: 'Run easy instead, with strides if the legs ask for them.',
})

const what = ({ hardness }: ScheduledSession): string => {
  if (hardness === 'race') return 'A race'
  return hardness === 'test' ? 'A test' : 'A key session'
}

/** A trial that is not held back costs what a race costs, as far as the next race is concerned. */
const beforeRaces = (schedule: Schedule, races: Races, figures: Figures): readonly Breach[] => {
  const breaches: Breach[] = []
  let next: ScheduledRace | undefined
  for (const session of schedule.sessions.toReversed()) {
    next = races.get(session) ?? next
    const test = session.hardness === 'test' ? effortOf(session, 'test') : undefined
    if (!next || session.day === null || test?.extent?.kind !== 'distance' || test.effort === 'controlled') continue
    const [gap, days] = [next.day - session.day, daysAfter(test.extent.distance, figures)]
    if (gap > 0 && gap < days) breaches.unshift(testBreach(session, test.extent.distance, { gap, days }))
  }
  return breaches
}

interface Gap {
  readonly gap: number
  readonly days: number
}

const testBreach = (session: ScheduledSession, distance: number, { gap, days }: Gap): Breach => ({
  place: session.place,
  message: `A test over ${metresText(distance)} on ${dayText(session)}, ${countText(gap, 'day')} before a race; the legs need ${days}.`,
  fix: 'Test earlier, or shorter.',
})
