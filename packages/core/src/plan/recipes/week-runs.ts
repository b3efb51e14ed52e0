import { WEEKDAYS } from '../../calendar/week.ts'
import { METRES_PER } from '../../units/distance.ts'
import { allocate } from './allocate.ts'
import { recentLongest } from './history.ts'
import { shortestRun } from './amounts.ts'
import { roleOf, type DayRole } from './days.ts'
import { hardDays, type HardDays } from './hard-days.ts'
import type { Setting } from './key-work.ts'
import {
  easyRun,
  longRun,
  longRunWithEnd,
  SHORT_SPEED,
  spareRun,
  speedRun,
  stridesRun,
  type WrittenRun,
} from './runs.ts'
import type { Part } from '../../workout/workout.ts'
import { onGrid } from './volume.ts'

/** A run on its weekday, Monday 0, with its length in the plan's unit. */
export interface DayRun extends WrittenRun {
  readonly day: number
  readonly amount: number
}

export interface WeekRuns {
  readonly runs: readonly DayRun[]
  readonly hard: HardDays
  /** Length of the long run, in the plan's unit. */
  readonly longest: number
  /** Fast running outside the hard days. */
  readonly fast: readonly Part[]
}

/** What the long run takes more of the week where runs are few. */
const FEW_RUNS: { readonly [days: number]: number } = { 4: 0.06, 5: 0.02 }

/** How the running beside the long run is spread over the days. */
const WEIGHTS: { readonly [R in DayRole]: number } = {
  long: 0,
  first: 1.25,
  second: 1.25,
  easy: 1.1,
  strides: 1,
  spare: 0.6,
  free: 0,
}

/** A long run is at most a tenth or 1.5 km longer than the longest of the last four weeks (Frandsen 2025). */
const LONGER = { share: 1.1, metres: 1500 } as const

const longestIn = ({ brief, volume, history }: Setting): number => {
  const share = brief.race.longShare + (FEW_RUNS[brief.days] ?? 0)
  const recent = recentLongest(history)
  const most = recent === 0 ? Infinity : Math.max(recent * LONGER.share, recent + LONGER.metres)
  return onGrid(Math.min(volume * share, most) / METRES_PER[brief.unit], brief.grid)
}

interface RunDay {
  readonly day: number
  readonly role: DayRole
}

const rolesOf = ({ brief, week }: Setting): readonly RunDay[] =>
  WEEKDAYS.map((_, day) => ({ day, role: roleOf(brief, day) })).filter(
    ({ role }) => role !== 'free' && !(role === 'spare' && week.focus === 'absorb'),
  )

/** A usual week's runs: the long run by its share, the hard days with room for their work, the rest by weight. */
export const weekRuns = (setting: Setting): WeekRuns => {
  const days = rolesOf(setting)
  const longest = longestIn(setting)
  const hard = hardDays(setting, roomIn(setting, days, longest))
  const extraSpeed = hasExtraSpeed(setting)
  const amounts = amountsOf(setting, days, { hard, longest })
  const runs = days.map(({ day, role }): DayRun => {
    const amount = amounts.get(day) ?? 0
    return { day, amount, ...write(role, amount, { setting, hard, extraSpeed }) }
  })
  return { runs, hard, longest, fast: extraSpeed ? SHORT_SPEED : [] }
}

const totalOf = ({ brief, volume }: Setting): number => volume / METRES_PER[brief.unit]

/** Longest that a hard day may be, so that every other day keeps a run. */
const roomIn = (setting: Setting, days: readonly RunDay[], longest: number): number => {
  const other = days.filter(({ role }) => role === 'easy' || role === 'strides' || role === 'spare').length
  return Math.min(longest, (totalOf(setting) - longest - other * shortestRun(setting.brief)) / 2)
}

/** Length of each day's run: what is fixed stays, the rest is shared out. */
const amountsOf = (
  setting: Setting,
  days: readonly RunDay[],
  { hard, longest }: Pick<WeekRuns, 'hard' | 'longest'>,
): ReadonlyMap<number, number> => {
  const fixed = days.flatMap(({ day, role }) => {
    const amount = role === 'long' ? longest : fixedOf(role, hard)
    return amount === undefined ? [] : [[day, amount] as const]
  })
  const taken = new Set(fixed.map(([day]) => day))
  const open = days.filter(({ day }) => !taken.has(day))
  const left = totalOf(setting) - fixed.reduce((sum, [, amount]) => sum + amount, 0)
  const shares = open.map(({ role }) => ({ weight: WEIGHTS[role], least: leastOf(role, hard, setting) }))
  const parts = allocate(left, shares, setting.brief.grid)
  // Where a short test leaves more than the other days should hold, the week is simply shorter.
  const most = setting.week.focus === 'absorb' ? longest : Infinity
  return new Map([...fixed, ...open.map(({ day }, index) => [day, Math.min(parts[index] ?? 0, most)] as const)])
}

const hardOf = (role: DayRole, hard: HardDays) => (role === 'first' || role === 'second' ? hard[role] : undefined)

const fixedOf = (role: DayRole, hard: HardDays): number | undefined => {
  const run = hardOf(role, hard)
  return run?.fixed ? run.least : undefined
}

const leastOf = (role: DayRole, hard: HardDays, { brief }: Setting): number =>
  Math.max(shortestRun(brief), hardOf(role, hard)?.least ?? 0)

interface Writing {
  readonly setting: Setting
  readonly hard: HardDays
  readonly extraSpeed: boolean
}

const write = (role: DayRole, amount: number, { setting, hard, extraSpeed }: Writing): WrittenRun => {
  const { brief } = setting
  switch (role) {
    case 'long':
      return hasFastEnd(setting) ? longRunWithEnd(brief, amount) : longRun(brief, amount)
    case 'first':
    case 'second':
      return hard[role].write(amount)
    case 'strides':
      return extraSpeed ? speedRun(brief, amount) : stridesRun(brief, amount, STRIDES[brief.level.keys])
    case 'spare':
      return spareRun(brief, amount)
    case 'easy':
    case 'free':
      return easyRun(brief, amount)
    default:
      return role satisfies never
  }
}

/** Strides of who has one key session a week, and of who has two. */
const STRIDES = { 1: 4, 2: 6 } as const

const hasExtraSpeed = ({ brief, week }: Setting): boolean =>
  brief.level.extraSpeed && week.phase === 'tempo' && week.focus === 'intensity'

/** Races from here on ask for a steady end of the long run. */
const LONG_RACE = 3000

const hasFastEnd = ({ brief, week }: Setting): boolean =>
  brief.race.distance >= LONG_RACE && brief.level.keys === 2 && week.phase === 'specific' && week.focus === 'intensity'
