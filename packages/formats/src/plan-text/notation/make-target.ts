import {
  METRES_PER,
  paceOf,
  SECONDS_PER,
  type Duration,
  type PaceOffset,
  type PaceTarget,
  type Range,
  type Speed,
  type SpeedForm,
  type Target,
} from '@bell-lap/core'
import { spell, spellRange } from './make-amount.ts'
import { isPaceFigure, makePaceName } from './paces.ts'

/** `29`, `64.5`, `1:20`, `1:20.5`: seconds, from a minute on as minutes and seconds. */
const spellClock = (seconds: number): string => {
  const text = spell(seconds)
  if (Number(text) < 60) return text
  const [whole = '0', decimals] = text.split('.')
  const minutes = Math.floor(Number(whole) / 60)
  const rest = String(Number(whole) % 60).padStart(2, '0')
  return `${minutes}:${rest}${decimals === undefined ? '' : `.${decimals}`}`
}

/** Minutes are always written in a pace for a kilometre or mile: `4:05`, `0:58`. */
const spellPace = (seconds: number): string => {
  const clock = spellClock(seconds)
  if (clock.includes(':')) return clock
  return `0:${Number(clock) < 10 ? '0' : ''}${clock}`
}

const perHour = (speed: Speed, unit: 'km' | 'mi'): number => (speed * SECONDS_PER.h) / METRES_PER[unit]

const makeSpeed = (speed: Speed, to: Speed | undefined, form: SpeedForm): string => {
  const range = (spelled: (one: Speed) => string): string =>
    to === undefined ? spelled(speed) : `${spelled(speed)}-${spelled(to)}`
  switch (form) {
    case 'min/km':
      return `${range((one) => spellPace(paceOf(one, 'km') ?? 0))}/km`
    case 'min/mi':
      return `${range((one) => spellPace(paceOf(one, 'mi') ?? 0))}/mi`
    case 's/400m':
      return `${lapRange(range((one) => spell(paceOf(one, '400m') ?? 0)))}s/400m`
    case 's/200m':
      return `${lapRange(range((one) => spell(paceOf(one, '200m') ?? 0)))}s/200m`
    case 'km/h':
      return `${range((one) => spell(perHour(one, 'km')))}km/h`
    case 'mph':
      return `${range((one) => spell(perHour(one, 'mi')))}mph`
    default:
      return form satisfies never
  }
}

/** `400-2s/400m` is two seconds faster than the pace of a 400: a lap in 400 s that opens a range prints `400.0`. */
const lapRange = (text: string): string => {
  const [first = '', ...rest] = text.split('-')
  return rest.length > 0 && isPaceFigure(first) ? [`${first}.0`, ...rest].join('-') : text
}

const signed = (seconds: number): string => `${seconds < 0 ? '-' : '+'}${spell(Math.abs(seconds))}`

/** `+5s/km`, `-2..4s/400m`, `-5..+5s/km`: the far end takes the sign of the near one unless it has its own. */
export const makeOffset = ({ seconds, to, per }: PaceOffset): string => {
  if (to === undefined) return `${signed(seconds)}s/${per}`
  const sameSign = seconds < 0 ? to <= 0 : to >= 0
  return `${signed(seconds)}..${sameSign ? spell(Math.abs(to)) : signed(to)}s/${per}`
}

const makePercent = ({ low, high }: Range<number>): string => `${spellRange(low, high === low ? undefined : high)}%`

const makePace = (target: PaceTarget): string => {
  const { pace, to, progressive, basis, offset, percent, implied } = target
  const far = to === undefined ? '' : `${progressive ? '>' : '..'}${makePaceName(to)}`
  const race = pace === 'goal' && to === undefined ? undefined : basis
  return [
    implied ? '~' : '',
    percent === undefined ? '' : makePercent(percent),
    progressive && to === undefined ? '>' : '',
    makePaceName(pace),
    far,
    offset === undefined ? '' : makeOffset(offset),
    race === undefined ? '' : ` ${race}`,
  ].join('')
}

const makeHeartRate = (low: number | undefined, high: number | undefined): string => {
  if (low === undefined) return high === undefined ? '?' : `<${spell(high)}`
  if (high === undefined) return `>${spell(low)}`
  return spellRange(low, high === low ? undefined : high)
}

const makeTime = (time: Duration, to: Duration | undefined): string =>
  to === undefined ? spellClock(time) : `${spellClock(time)}-${spellClock(to)}`

/** Canonical text of how hard: `@T`, `@800>400`, `in 29-30`, `@<150bpm`, `@Z2-3`, `@RPE7-8`, `@72s/400m`. */
export const makeTarget = (target: Target): string => {
  switch (target.kind) {
    case 'pace':
      return `@${makePace(target)}`
    case 'rep time':
      return `in ${makeTime(target.time, target.to)}`
    case 'speed':
      return `@${makeSpeed(target.speed, target.to, target.form)}`
    case 'heart rate':
      return `@${makeHeartRate(target.low, target.high)}bpm`
    case 'heart rate share':
      return `@${makePercent(target.percent)}${target.of}`
    case 'zone':
      return `@Z${spellRange(target.zone, target.to)}`
    case 'rpe':
      return `@RPE${spellRange(target.rpe, target.to)}`
    default:
      return target satisfies never
  }
}
