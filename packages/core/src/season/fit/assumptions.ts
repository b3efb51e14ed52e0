import type { Athlete } from '../../athlete/athlete.ts'
import { flatten } from '../../workout/flatten.ts'
import type { Schedule } from '../../schedule/schedule.ts'
import type { Decision } from '../season.ts'
import { USUAL_DAYS } from './choose.ts'

/** What the athlete left open and the season had to take for granted; each says what to state instead. */
export const assumptions = (schedule: Schedule, athlete: Athlete): readonly Decision[] =>
  [
    marks(athlete),
    goal(schedule, athlete),
    longestRun(athlete),
    availability(athlete),
    days(athlete),
    longRunDay(athlete),
    doubles(athlete),
  ].flatMap((assumption) => (assumption ? [{ about: 'assumption', ...assumption } as const] : []))

type Assumption = Pick<Decision, 'what' | 'because' | 'rule'>

const marks = ({ marks: stated }: Athlete): Assumption | undefined =>
  stated.length > 0
    ? undefined
    : {
        rule: 'R1',
        what: 'lengths and minutes estimated for a 5K of 20:00, sessions without paces',
        because: 'no race or test result is stated: give one mark',
      }

const goal = ({ sessions }: Schedule, athlete: Athlete): Assumption | undefined => {
  const asked = sessions.some(({ workout }) =>
    flatten(workout).some(
      ({ step: { target } }) => target?.kind === 'pace' && (target.pace === 'goal' || target.basis === 'goal'),
    ),
  )
  return !asked || athlete.goal
    ? undefined
    : {
        rule: 'C13',
        what: 'goal pace without a figure',
        because: 'the plan asks for goal pace and no goal is stated: give goal, or run it at 5K pace of today',
      }
}

const longestRun = ({ longestRun: stated }: Athlete): Assumption | undefined =>
  stated === undefined
    ? {
        rule: 'single-run',
        what: 'the long run of the first week as the week has it',
        because: 'the longest run of the last 30 days is not stated: give longest_run_km, and none goes far beyond it',
      }
    : undefined

const availability = ({ availability: stated }: Athlete): Assumption | undefined =>
  stated
    ? undefined
    : { rule: 'minutes', what: 'all weekdays, morning and evening', because: 'availability is not stated' }

const days = ({ days: stated }: Athlete): Assumption | undefined =>
  stated === undefined
    ? {
        rule: 'C3',
        what: `at most ${USUAL_DAYS} running days a week`,
        because: 'days is not stated: one day of rest a week unless you ask for seven',
      }
    : undefined

const longRunDay = ({ longRunDay: stated }: Athlete): Assumption | undefined =>
  stated
    ? undefined
    : { rule: 'R40', what: 'the long run where the plan has it', because: 'long_run_day is not stated' }

const doubles = ({ doubles: stated }: Athlete): Assumption | undefined =>
  stated === undefined
    ? {
        rule: 'R104',
        what: 'strength may stand on the day of a run, and no run is split in two',
        because: 'doubles is not stated',
      }
    : undefined
