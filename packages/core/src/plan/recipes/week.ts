import { METRES_PER } from '../../units/distance.ts'
import { WEEKDAYS } from '../../calendar/week.ts'
import type { Session, Week } from '../plan.ts'
import type { Brief } from './brief.ts'
import { weekdayNamed } from './days.ts'
import type { Statement } from './key-work.ts'
import { named, long } from './parts.ts'
import { daysToRace, type Focus, type WeekOutline } from './outline.ts'
import { raceRun, REST_DAY, type WrittenRun } from './runs.ts'
import { BESIDE_SLOT, type BesideRunning } from './strength-plan.ts'
import type { DayRun } from './week-runs.ts'

/** What a week is made of. */
export interface WeekContent {
  readonly week: WeekOutline
  readonly runs: readonly DayRun[]
  readonly beside: readonly BesideRunning[]
  readonly objective: string
}

const KIND_OF = {
  I: 'strength',
  A: 'strength',
  B: 'strength',
  M: 'strength',
  P: 'plyometrics',
  flow: 'mobility',
} as const

const besideRun = ({ name, why }: BesideRunning): WrittenRun => ({ workout: named(KIND_OF[name], name), why })

/** Statements beside a session, as a comment that the coach may delete. */
const sessionOn = (day: number, { workout, why }: WrittenRun, slot: Session['slot']): Session => ({
  day: weekdayNamed(day),
  slot,
  workout,
  margin: { after: why.join(' ') },
})

/** Sessions of a day: the run in the morning where something else follows it; nothing at all is a day of rest. */
const sessionsOn = (day: number, { runs, beside }: WeekContent): readonly Session[] => {
  const run = runs.find((each) => each.day === day)
  const others = beside.filter((each) => each.day === day)
  if (!run && others.length === 0) return [sessionOn(day, REST_DAY, null)]
  if (!run) return others.map((each) => sessionOn(day, besideRun(each), null))
  const slots = others.length > 0
  return [
    sessionOn(day, run, slots ? 'am' : null),
    ...others.map((each) => sessionOn(day, besideRun(each), BESIDE_SLOT)),
  ]
}

/** Totals are told to a tenth: a test or race of the track has no round number of miles. */
const totalOf = (amounts: readonly number[]): number =>
  Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 10) / 10

/** A week written out, with its own total and objective; it ends on race day. */
export const writeWeek = (brief: Brief, content: WeekContent): Week => {
  const { week, runs, objective } = content
  const races = week.focus === 'race'
  const days = WEEKDAYS.map((_, day) => day)
  const before = races ? days.filter((day) => daysToRace(brief, week.number, day) > 0) : days
  const raceDay = days.filter((day) => races && daysToRace(brief, week.number, day) === 0)
  const raced = races ? [brief.race.distance / METRES_PER[brief.unit]] : []
  return {
    number: week.number,
    kind: week.kind,
    statedTotal: long(totalOf([...runs.map(({ amount }) => amount), ...raced]), brief.unit),
    objective,
    ...weekMargins(week),
    sessions: [
      ...before.flatMap((day) => sessionsOn(day, content)),
      ...raceDay.map((day) => sessionOn(day, raceRun(brief), null)),
    ],
  }
}

/** What a week serves as a whole: turns of volume and intensity, the de-load, the taper. */
const WEEK_STATEMENTS: { readonly [F in Focus]: readonly Statement[] } = {
  volume: ['R118', 'R147'],
  intensity: ['R118', 'R130'],
  absorb: ['R148', 'R152'],
  sharpen: ['R42'],
  race: ['R42'],
}

const weekMargins = ({ focus }: WeekOutline): Pick<Week, 'margin' | 'objectiveMargin'> => ({
  margin: { after: WEEK_STATEMENTS[focus].join(' ') },
  objectiveMargin: { after: 'R141' },
})

/** The statements that a week and its sessions name. */
export const statementsOf = ({ sessions, margin, objectiveMargin }: Week): readonly Statement[] =>
  [margin, objectiveMargin, ...sessions.map((session) => session.margin)]
    .flatMap((each) => (each?.after ?? '').split(' '))
    .filter(isStatement)

const isStatement = (text: string): text is Statement => /^R\d+$/.test(text)
