import { metresPerSecond, speedOfPace, type PaceUnit, type SpeedForm, type Target } from '@bell-lap/core'
import type { Atom } from './atoms.ts'
import type { Figure } from './figures.ts'
import { figureAt, isMark, senseAt, unitAt, wordAt } from './reading-head.ts'
import type { TargetAt } from './targets.ts'

const FORMS = { km: 'min/km', mi: 'min/mi', '400m': 's/400m', '200m': 's/200m' } as const satisfies {
  [Unit in PaceUnit]: SpeedForm
}

/** Seconds for a figure that is a time; a dotted `4.52` counts as minutes and seconds. */
export const secondsOf = (figure: Figure, dotted: boolean): { low: number; high?: number } | undefined => {
  const scale = figure.unit === 'min' ? 60 : figure.unit === 'h' ? 3600 : 1
  if (figure.unit === null && figure.decimals === 2 && dotted) {
    const low = dottedSeconds(figure.low)
    const high = figure.high === undefined ? undefined : dottedSeconds(figure.high)
    return low === undefined ? undefined : { low, ...(high === undefined ? {} : { high }) }
  }
  if (figure.unit !== null && !['clock', 's', 'plural', 'min'].includes(figure.unit)) return undefined
  return { low: figure.low * scale, ...(figure.high === undefined ? {} : { high: figure.high * scale }) }
}

const dottedSeconds = (amount: number): number | undefined => {
  const minutes = Math.floor(amount)
  const seconds = Math.round((amount - minutes) * 100)
  return seconds < 60 ? minutes * 60 + seconds : undefined
}

/** The stretch behind a time: `/km`, `per mile`, `min/km`, `a lap`, `/400m`. */
const readStretch = (atoms: readonly Atom[], at: number): { unit: PaceUnit; next: number } | undefined => {
  let next = at
  const noun = wordAt(atoms, next)?.text
  if (noun === 'min' || noun === 'mins' || noun === 'minute' || noun === 'minutes') next++
  const per = isMark(atoms, next, '/') || senseAt(atoms, next).per === true || wordAt(atoms, next)?.text === 'each'
  const miles = wordAt(atoms, next)?.text === 'miles' || wordAt(atoms, next)?.text === 'miling'
  if (miles) return { unit: 'mi', next: next + 1 }
  if (!per) return undefined
  const unit = unitAt(atoms, next + 1)
  if (unit === 'km' || unit === 'mi') return { unit, next: next + 2 }
  if (wordAt(atoms, next + 1)?.text === 'lap') return { unit: '400m', next: next + 2 }
  const lap = figureAt(atoms, next + 1)
  if (lap && (lap.low === 400 || lap.low === 200)) return { unit: lap.low === 400 ? '400m' : '200m', next: next + 2 }
  return lap && lap.low === 1 && (lap.unit === 'km' || lap.unit === 'mi')
    ? { unit: lap.unit, next: next + 2 }
    : undefined
}

/** No runner is slower than this a kilometre, or faster than this. */
const SLOWEST = 1200
const FASTEST = 90

const speedTarget = (low: number, high: number | undefined, unit: PaceUnit): Target => ({
  kind: 'speed',
  speed: speedOfPace(low, unit),
  form: FORMS[unit],
  ...(high === undefined || high === low ? {} : { to: speedOfPace(high, unit) }),
})

const BELT_UNITS: ReadonlyMap<string, { form: SpeedForm; metres: number }> = new Map([
  ['kph', { form: 'km/h', metres: 1000 }],
  ['kmh', { form: 'km/h', metres: 1000 }],
  ['kmph', { form: 'km/h', metres: 1000 }],
  ['mph', { form: 'mph', metres: 1609.344 }],
])

/** `9 km/h`, `6.5 mph`, `10 km per hour`. */
const readSpeed = (atoms: readonly Atom[], at: number): TargetAt | undefined => {
  const figure = figureAt(atoms, at)
  if (!figure || figure.levels) return undefined
  const word = figure.unit === null ? BELT_UNITS.get(wordAt(atoms, at + 1)?.text ?? '') : undefined
  const hour =
    isMark(atoms, at + 1, '/') || senseAt(atoms, at + 1).per === true ? wordAt(atoms, at + 2)?.text : undefined
  const perHour = hour === 'h' || hour === 'hr' || hour === 'hour'
  const named = figure.unit === 'km' ? BELT_UNITS.get('kph') : figure.unit === 'mi' ? BELT_UNITS.get('mph') : undefined
  const unit = word ?? (perHour ? named : undefined)
  if (!unit) return undefined
  const speed = (amount: number) => metresPerSecond((amount * unit.metres) / 3600)
  const to = figure.high === undefined ? {} : { to: speed(figure.high) }
  return {
    target: { kind: 'known', target: { kind: 'speed', speed: speed(figure.low), form: unit.form, ...to } },
    next: at + (word ? 2 : 3),
  }
}

/**
 * A pace or time told in figures: `5:30/km`, `6min/km`, `7:30-7:10/km`, `4.52 pace`, `72s/400m`, `9 km/h`,
 * and, behind `at` or `in` (`led`), a time without a stretch: `in 2:20`, `@ 72s`, `at 8:40`, `at 6.0`.
 */
export const readAbsolute = (atoms: readonly Atom[], at: number, led: 'at' | 'in' | false): TargetAt | undefined => {
  const speed = readSpeed(atoms, at)
  if (speed) return speed
  const figure = figureAt(atoms, at)
  if (!figure || figure.levels || figure.plus) return undefined
  const second = figure.high === undefined && isMark(atoms, at + 1, '-') ? figureAt(atoms, at + 2) : undefined
  const pair = second && figure.unit === 'clock' && second.unit === 'clock' ? second : undefined
  const end = pair ? at + 3 : at + 1
  const noun = senseAt(atoms, end).paceNoun === true && senseAt(atoms, end).goal !== true
  const time = secondsOf(figure, led !== false || noun)
  const stretch = readStretch(atoms, end)
  if (time && stretch && figure.unit !== null) return paceTarget(time, stretch)
  if (stretch && figure.unit === null && led && time && figure.low >= 40) return paceTarget(time, stretch)
  if (!time) return undefined
  const clocked = figure.unit === 'clock' || (figure.unit === null && figure.decimals === 2)
  if (noun && clocked) return { target: { kind: 'time', ...time, pace: true }, next: end + 1 }
  return led ? readLed(atoms, end, { figure, time, led }) : undefined
}

const paceTarget = (
  time: { low: number; high?: number },
  stretch: { unit: PaceUnit; next: number },
): TargetAt | undefined => {
  const share = stretch.unit === 'km' ? 1 : stretch.unit === 'mi' ? 1.609344 : stretch.unit === '400m' ? 0.4 : 0.2
  const perKm = time.low / share
  if (perKm > SLOWEST || perKm < FASTEST) return undefined
  return { target: { kind: 'known', target: speedTarget(time.low, time.high, stretch.unit) }, next: stretch.next }
}

interface Led {
  readonly figure: Figure
  readonly time: { low: number; high?: number }
  readonly led: 'at' | 'in'
}

const readLed = (atoms: readonly Atom[], end: number, { figure, time, led }: Led): TargetAt | undefined => {
  const paceBehind = senseAt(atoms, end).paceNoun === true ? 1 : 0
  const next = end + paceBehind
  if (figure.unit === 'clock' || figure.decimals === 2)
    return { target: { kind: 'time', ...time, pace: paceBehind === 1, ...(led === 'in' ? { rep: true } : {}) }, next }
  const belt = figure.unit === null && figure.decimals === 1 && figure.low >= 2 && figure.low <= 25
  if (belt && led === 'at') {
    return {
      target: { kind: 'belt', low: figure.low, ...(figure.high === undefined ? {} : { high: figure.high }) },
      next,
    }
  }
  const seconds = figure.unit === 's' || figure.unit === 'plural' || (figure.unit === 'min' && led === 'in')
  const plain = figure.unit === null && figure.low >= 10 && figure.low < 200 && figure.decimals <= 1
  const follows = wordAt(atoms, end)
  if (!seconds && !plain) return undefined
  if (
    follows &&
    !follows.sense.paceNoun &&
    (follows.sense.rest || follows.sense.mode || follows.sense.off || follows.sense.heart)
  )
    return undefined
  return { target: { kind: 'time', ...time, pace: paceBehind === 1, ...(led === 'in' ? { rep: true } : {}) }, next }
}
