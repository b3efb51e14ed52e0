import { METRES_PER } from '@bell-lap/core'
import type { Display } from '@bell-lap/server'
import { t } from './t.ts'

/** Amounts, days and moments as one athlete reads them: in the chosen unit, in the chosen locale. Rounded here, once. */
export interface Figures {
  readonly locale: string | undefined
  readonly unit: Display['unit']
  /** `10.2 km`, `6.3 mi`: for running by feel. */
  readonly distance: (metres: number) => string
  /** `400 m`, `2000 m`; whole kilometres from 5,000 m on: for what is run on the track. */
  readonly onTrack: (metres: number) => string
  /** `1 h 02`, `45 min`, `30 s`. */
  readonly duration: (seconds: number) => string
  /** `4:46`, `1:08:00`; under 100 seconds with tenths where `fine`. */
  readonly clock: (seconds: number, fine?: boolean) => string
  /** `3:58 /km`; undefined for standing still, which has no pace. */
  readonly pace: (metresPerSecond: number, unit?: Display['unit']) => string | undefined
  /** `3:58–4:02 /km` of the slow and the fast end. */
  readonly paces: (speeds: readonly [number, number], unit?: Display['unit']) => string
  /** `95–97 s`: the time over so many metres at those speeds. */
  readonly times: (speeds: readonly [number, number], metres: number) => string
  readonly number: (amount: number, decimals?: number) => string
  readonly percent: (share: number) => string
  /** `Thursday 18 February`. */
  readonly dayLong: (day: string) => string
  /** `Thu 18 Feb`. */
  readonly dayShort: (day: string) => string
  /** `18 Feb`. */
  readonly date: (day: string) => string
  /** `15–21 Feb`. */
  readonly days: (from: string, to: string) => string
  readonly weekday: (day: string) => string
  readonly month: (day: string) => string
  /** `18 Feb, 07:04`, in the reader's own zone. */
  readonly moment: (moment: string) => string
}

const two = (amount: number): string => String(amount).padStart(2, '0')

const isMiles = (metres: number): boolean =>
  metres > 1_000 && metres < 4_000 && Math.abs(metres / METRES_PER.mi - Math.round(metres / METRES_PER.mi)) < 0.001

const clock = (seconds: number, fine = false): string => {
  if (fine && seconds < 100) return seconds.toFixed(1)
  const whole = Math.round(seconds)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

const duration = (seconds: number): string => {
  if (seconds < 100) return t('figure.seconds', { seconds: Math.round(seconds) })
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return t('figure.minutes', { minutes })
  return t('figure.hours', { hours: Math.floor(minutes / 60), minutes: two(minutes % 60) })
}

const span = (from: string, to: string): string => (from === to ? from : t('figure.range', { from, to }))

const lapTime = (seconds: number): string => (seconds < 120 ? String(Math.round(seconds)) : clock(seconds))

const times = ([slow, fast]: readonly [number, number], metres: number): string => {
  const [short, long] = [metres / fast, metres / slow]
  const text = span(lapTime(short), lapTime(long))
  return long < 120 ? t('figure.seconds', { seconds: text }) : text
}

/** Figures for these settings; make them once and keep them, for Intl's makers are slow. */
export const figuresOf = (display: Pick<Display, 'unit' | 'locale'>): Figures => {
  const locale = display.locale ?? undefined
  const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const own = display.unit
  const pace = (speed: number, unit = own): string | undefined =>
    speed > 0 ? t(`figure.pace.${unit}`, { pace: clock(METRES_PER[unit] / speed) }) : undefined
  return {
    locale,
    unit: own,
    distance: (metres) => `${one.format(metres / METRES_PER[own])} ${t(`unit.${own}`)}`,
    onTrack: (metres) =>
      // The mile and two are raced on the track as well, and nobody calls them 1609 m.
      isMiles(metres)
        ? `${one.format(Math.round(metres / METRES_PER.mi))} ${t('unit.mi')}`
        : metres >= 5000 && metres % 1000 === 0
          ? `${one.format(metres / METRES_PER.km)} ${t('unit.km')}`
          : t('figure.metres', { metres: String(Math.round(metres)) }),
    duration,
    clock,
    pace,
    paces: ([slow, fast], unit = own) =>
      t(`figure.pace.${unit}`, { pace: span(clock(METRES_PER[unit] / fast), clock(METRES_PER[unit] / slow)) }),
    times,
    number: (amount, decimals = 1) => new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(amount),
    percent: (amount) => share.format(amount),
    ...daysOf(locale),
  }
}

type Days = Pick<Figures, 'dayLong' | 'dayShort' | 'date' | 'days' | 'weekday' | 'month' | 'moment'>

const daysOf = (locale: string | undefined): Days => {
  // A civil day has no zone: read and written in UTC, it stays the day it is.
  const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)
  const written = (options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (day) => format.format(utc(day))
  }
  const span = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  return {
    dayLong: written({ weekday: 'long', day: 'numeric', month: 'long' }),
    dayShort: written({ weekday: 'short', day: 'numeric', month: 'short' }),
    date: written({ day: 'numeric', month: 'short' }),
    days: (from, to) => span.formatRange(utc(from), utc(to)),
    weekday: written({ weekday: 'short' }),
    month: written({ month: 'long' }),
    moment: (text) => moment.format(new Date(text)),
  }
}
