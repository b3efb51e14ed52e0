import type { Athlete } from '../../athlete/athlete.ts'
import { makeDay, parseDay, type Day } from '../../calendar/day.ts'
import { SLOT_START } from '../../calendar/week.ts'
import type { Schedule } from '../../schedule/schedule.ts'
import type { FitFault, FitRequest } from './request.ts'
import { trainingDays } from './room.ts'
import { weeksAvailable } from './weeks.ts'

/** Farther away than this nobody plans day by day. */
const MOST_WEEKS = 60

/** The first reason why no season can be made; undefined where there is none. */
export const faultOf = (request: FitRequest, schedule: Schedule): FitFault | undefined =>
  faultOfDates(request, schedule) ??
  impossibleDate(request.athlete) ??
  unknownZone(request.athlete) ??
  faultOfDays(request) ??
  contradiction(request)

const faultOfDates = (request: FitRequest, { weeks }: Schedule): FitFault | undefined => {
  const { raceDay, today, plan } = request
  if (!Number.isInteger(raceDay) || !Number.isInteger(today)) {
    return {
      code: 'impossible-date',
      message: 'The race day and today have to be days of the calendar.',
      change: 'Give both as year-month-day, as 2027-03-21.',
    }
  }
  if (raceDay < today) {
    return {
      code: 'race-in-the-past',
      message: `The race day, ${makeDay(raceDay)}, lies before today, ${makeDay(today)}.`,
      change: 'Give a race day from today on, or another --today.',
    }
  }
  const available = weeksAvailable(request)
  if (available > MOST_WEEKS) {
    return {
      code: 'race-too-far',
      message: `The race is ${available} weeks away; a season is planned for at most ${MOST_WEEKS}.`,
      change: 'Choose an earlier race, or begin later with --today.',
    }
  }
  if (weeks.length > 0) return undefined
  return {
    code: 'no-weeks',
    message: `${plan.name ?? 'The plan'} has no weeks.`,
    change: 'Check what was read of it: bell-lap read PLAN.',
  }
}

const impossibleDate = ({ marks, blackout = [], travel = [], races = [] }: Athlete): FitFault | undefined => {
  const days = [
    ...marks.flatMap(({ day }) => day ?? []),
    ...blackout,
    ...travel.flatMap(({ from, to }) => [from, to]),
    ...races.map(({ day }) => day),
  ]
  const wrong = days.find((day) => parseDay(day) === undefined)
  return wrong === undefined
    ? undefined
    : {
        code: 'impossible-date',
        message: `${wrong} is no day of the calendar.`,
        change: 'Write days as year-month-day, as 2027-03-21.',
      }
}

const unknownZone = ({ zone, travel = [] }: Athlete): FitFault | undefined => {
  const wrong = [zone, ...travel.map((journey) => journey.zone)].find((name) => name !== undefined && !isZone(name))
  return wrong === undefined
    ? undefined
    : {
        code: 'unknown-zone',
        message: `${wrong} is no time zone that anybody keeps a clock by.`,
        change: 'Name the zone by its place, as Europe/Berlin.',
      }
}

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const faultOfDays = ({ athlete, raceDay }: FitRequest): FitFault | undefined => {
  if (trainingDays(athlete).length === 0) {
    return {
      code: 'no-days',
      message: 'No weekday has a minute for training.',
      change: 'Give at least one day under availability.',
    }
  }
  if (athlete.days !== undefined && athlete.days < 1) {
    return {
      code: 'no-days',
      message: 'No day a week is left for running: days is 0.',
      change: 'Give at least one running day a week under days, or leave it out.',
    }
  }
  if (!athlete.blackout?.includes(makeDay(raceDay))) return undefined
  return {
    code: 'race-day-blocked',
    message: `The race day, ${makeDay(raceDay)}, is among the blackout days.`,
    change: 'Take it out of blackout, or choose another race day.',
  }
}

const contradiction = ({ athlete, raceDay }: FitRequest): FitFault | undefined => {
  const found =
    reversedTimes(athlete) ?? longRunWithoutTime(athlete) ?? reversedTravel(athlete) ?? clashingRaces(athlete, raceDay)
  return found && { code: 'contradictory-wishes', ...found }
}

type Contradiction = Pick<FitFault, 'message' | 'change'>

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const reversedTimes = ({ startTimes }: Athlete): Contradiction | undefined => {
  const am = startTimes?.am ?? SLOT_START.am * 60
  const pm = startTimes?.pm ?? SLOT_START.pm * 60
  return am < pm
    ? undefined
    : {
        message: `The morning would start at ${clock(am)} and the evening at ${clock(pm)}.`,
        change: 'Give both under start_times, the morning before the evening.',
      }
}

const longRunWithoutTime = (athlete: Athlete): Contradiction | undefined => {
  const { longRunDay } = athlete
  return longRunDay === undefined || trainingDays(athlete).includes(longRunDay)
    ? undefined
    : {
        message: `The long run is wished on ${longRunDay}, which has no minutes under availability.`,
        change: `Give ${longRunDay} some minutes, or another long_run_day.`,
      }
}

const reversedTravel = ({ travel = [] }: Athlete): Contradiction | undefined => {
  const wrong = travel.find(({ from, to }) => from > to)
  return (
    wrong && {
      message: `A journey goes from ${wrong.from} to ${wrong.to}.`,
      change: 'Write the first day of the journey before the last.',
    }
  )
}

const clashingRaces = ({ races = [], blackout = [] }: Athlete, raceDay: Day): Contradiction | undefined => {
  const days = races.map(({ day }) => day)
  if (days.includes(makeDay(raceDay))) {
    return {
      message: `Another race is entered for the race day itself, ${makeDay(raceDay)}.`,
      change: 'Take it out of races: the race that the season leads to is not listed there.',
    }
  }
  const twice = days.find((day, index) => days.indexOf(day) !== index)
  if (twice !== undefined) {
    return { message: `Two races are entered for ${twice}.`, change: 'Keep one of them under races.' }
  }
  const blocked = days.find((day) => blackout.includes(day))
  return blocked === undefined
    ? undefined
    : {
        message: `The race on ${blocked} is among the blackout days.`,
        change: 'Take the day out of blackout, or the race out of races.',
      }
}
