import { WEEKDAYS } from '../../calendar/week.ts'
import { allocate } from './allocate.ts'
import { roomFor, shortestRun } from './amounts.ts'
import type { Brief } from './brief.ts'
import { roleOf } from './days.ts'
import { choose } from './dose.ts'
import type { Setting } from './key-work.ts'
import { measure } from './measure.ts'
import { daysToRace } from './outline.ts'
import { easyRun, keyRun, spareRun, stridesRun, type WrittenRun } from './runs.ts'
import { raceTouch } from './sessions/race-pace.ts'
import { LAST_DAYS_SHARE } from './volume.ts'
import { metres } from '../../units/distance.ts'
import type { DayRun } from './week-runs.ts'

/** The last days count down to the race, whatever weekday they are. */
const LAST_DAYS = 6

type LastRole = 'easy' | 'sharp' | 'spare' | 'shakeout'

/** Days before the race that are run on: sharp four days before, when it can still be slept off (R42). */
const ROLES: { readonly [days: number]: { readonly [toRace: number]: LastRole } } = {
  4: { 5: 'easy', 4: 'sharp', 3: 'easy', 1: 'shakeout' },
  5: { 6: 'easy', 4: 'sharp', 3: 'easy', 1: 'shakeout' },
  6: { 6: 'easy', 4: 'sharp', 3: 'easy', 2: 'easy', 1: 'shakeout' },
  7: { 6: 'easy', 5: 'spare', 4: 'sharp', 3: 'easy', 2: 'spare', 1: 'shakeout' },
}

const WEIGHTS: { readonly [R in LastRole]: number } = { easy: 1, sharp: 1.25, spare: 0.6, shakeout: 0.7 }

/** Where the sixth day before the race is a usual rest day, it stays one and the fifth is run on instead. */
const roleOn = (brief: Brief, toRace: number): LastRole | undefined => {
  const roles = ROLES[brief.days]
  const role = roles?.[toRace]
  if (toRace < LAST_DAYS - 1 || roles?.[LAST_DAYS] === undefined) return role
  const usual = roleOf(brief, weekdayBefore(brief, LAST_DAYS))
  const rests = usual === 'free' || usual === 'spare'
  return rests ? roles?.[2 * LAST_DAYS - 1 - toRace] : role
}

const weekdayBefore = ({ raceDay }: Brief, toRace: number): number =>
  (WEEKDAYS.indexOf(raceDay) - toRace + 2 * WEEKDAYS.length) % WEEKDAYS.length

interface LastRun extends WrittenRun {
  readonly toRace: number
  readonly amount: number
}

/** The runs of the last six days: about half of the highest week, intensity kept (Bosquet 2007). */
export const lastRuns = (setting: Setting, highest: number): readonly LastRun[] => {
  const { brief } = setting
  const days = [6, 5, 4, 3, 2, 1].flatMap((toRace) => {
    const role = roleOn(brief, toRace)
    return role === undefined ? [] : [{ toRace, role }]
  })
  const kind = raceTouch(brief.race.race)
  const touch = choose(kind, setting, { length: Infinity, ease: 0.5 })
  const least = roomFor(metres(measure(touch.parts, setting.runners.fastest).length), brief) + brief.around
  const shares = days.map(({ role }) => ({
    weight: WEIGHTS[role],
    least: role === 'sharp' ? least : shortestRun(brief),
  }))
  const amounts = allocate(Math.round((highest * LAST_DAYS_SHARE) / brief.grid) * brief.grid, shares, brief.grid)
  const writers: { readonly [R in LastRole]: (amount: number) => WrittenRun } = {
    easy: (amount) => easyRun(brief, amount),
    sharp: (amount) => keyRun(brief, touch, amount),
    spare: (amount) => spareRun(brief, amount),
    shakeout: (amount) => stridesRun(brief, amount, 4),
  }
  return days.map(({ toRace, role }, index) => {
    const amount = amounts[index] ?? 0
    return { toRace, amount, ...writers[role](amount) }
  })
}

/** A week's runs with its last days counted down to the race. */
export const countedDown = (
  brief: Brief,
  { week, runs, last }: { readonly week: number; readonly runs: readonly DayRun[]; readonly last: readonly LastRun[] },
): readonly DayRun[] =>
  WEEKDAYS.flatMap((_, day) => {
    const toRace = daysToRace(brief, week, day)
    if (toRace > LAST_DAYS) return runs.filter((run) => run.day === day)
    return last.filter((run) => run.toRace === toRace).map((run) => ({ ...run, day }))
  })
