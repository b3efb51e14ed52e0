import { parseDay } from '../calendar/day.ts'
import { speedOfMark } from '../athlete/mark.ts'
import type { CriticalSpeedFit, Effort } from './critical-speed-fit.ts'

/** Efforts that a fit may rest on, and figures that it may come to. Conventions of the field, gathered in one place. */
const CRITICAL_SPEED_LIMITS = {
  efforts: 3,
  /** Seconds: 2 to 20 minutes. */
  shortest: 120,
  longest: 1200,
  /** The longest effort lasts at least this many times the shortest. */
  spread: 2,
  /** Days between first and last effort. */
  days: 21,
  /** Metres of D'. */
  reserve: { low: 30, high: 500 },
  /** Standard errors as shares of the value. */
  speedError: 0.05,
  reserveError: 0.2,
} as const

const CRITICAL_SPEED_REFUSALS = [
  'too few efforts',
  'efforts outside 2 to 20 minutes',
  'efforts too alike',
  'efforts too far apart',
  'critical speed above the longest effort',
  'reserve out of range',
  'critical speed uncertain',
  'reserve uncertain',
] as const
export type CriticalSpeedRefusal = (typeof CRITICAL_SPEED_REFUSALS)[number]

const inWindow = ({ time }: Effort): boolean =>
  time >= CRITICAL_SPEED_LIMITS.shortest && time <= CRITICAL_SPEED_LIMITS.longest

/** The efforts that a fit may rest on: 2 to 20 minutes. */
export const usableEfforts = <E extends Effort>(efforts: readonly E[]): readonly E[] => efforts.filter(inWindow)

const dayOf = (day: string | undefined) => (day === undefined ? undefined : parseDay(day))

/** Days from the first dated effort to the last; 0 where at most one has a day. */
const daysBetween = (efforts: readonly Effort[]): number => {
  const days = efforts.map(({ day }) => dayOf(day)).filter((day) => day !== undefined)
  return days.length < 2 ? 0 : Math.max(...days) - Math.min(...days)
}

/**
 * The most usable efforts that lie close enough together: 2 to 20 minutes, within three weeks of one another.
 * Efforts without a day are taken to belong together.
 */
export const effortsTogether = <E extends Effort>(efforts: readonly E[]): readonly E[] => {
  const usable = usableEfforts(efforts)
  const dated = usable.filter(({ day }) => dayOf(day) !== undefined)
  const windows = dated.map((first) =>
    usable.filter(({ day }) => {
      const after = (dayOf(day) ?? dayOf(first.day) ?? 0) - (dayOf(first.day) ?? 0)
      return after >= 0 && after <= CRITICAL_SPEED_LIMITS.days
    }),
  )
  return windows.toSorted((a, b) => b.length - a.length)[0] ?? usable
}

/** Why a fit is not to be used; empty when it may be. */
export const criticalSpeedRefusals = (fit: CriticalSpeedFit): readonly CriticalSpeedRefusal[] => {
  const { efforts, speed, reserve, speedError, reserveError } = fit
  const limits = CRITICAL_SPEED_LIMITS
  const times = efforts.map(({ time }) => time)
  const longest = efforts.toSorted((a, b) => a.time - b.time).at(-1)
  const refusals: readonly (readonly [boolean, CriticalSpeedRefusal])[] = [
    [efforts.length < limits.efforts, 'too few efforts'],
    [!efforts.every(inWindow), 'efforts outside 2 to 20 minutes'],
    [Math.max(...times) < limits.spread * Math.min(...times), 'efforts too alike'],
    [daysBetween(efforts) > limits.days, 'efforts too far apart'],
    [longest !== undefined && !(speed < speedOfMark(longest)), 'critical speed above the longest effort'],
    [!(reserve >= limits.reserve.low && reserve <= limits.reserve.high), 'reserve out of range'],
    [!(speedError !== undefined && speedError <= limits.speedError * speed), 'critical speed uncertain'],
    [!(reserveError !== undefined && reserveError <= limits.reserveError * reserve), 'reserve uncertain'],
  ]
  return refusals.flatMap(([refused, refusal]) => (refused ? [refusal] : []))
}
