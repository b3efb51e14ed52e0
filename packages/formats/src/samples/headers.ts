import { METRES_PER } from '@bell-lap/core'
import type { ColumnName } from '../fit/recorded.ts'
import { wordTable } from './words.ts'

/** What a column of a table is about: a column of samples, or one that comes to one. */
export type Quantity = ColumnName | 'time' | 'date' | 'pace'

/** A unit in which a quantity may be written, as what it is a multiple of. */
interface Unit {
  readonly of: readonly Quantity[]
  readonly toOwn: (amount: number) => number
}

/** What the header of a column says. */
export interface Meaning {
  readonly quantity: Quantity
  /** From the unit of the header to the column's own; undefined where the header states none. */
  readonly toOwn?: (amount: number) => number
}

const LENGTHS = ['distance', 'altitude'] as const
const times =
  (factor: number) =>
  (amount: number): number =>
    amount * factor
/** Seconds for a stretch of so many metres, as a speed; standing still has no pace. */
const pace = (metres: number, secondsPer: number) => (amount: number) =>
  amount > 0 ? metres / (amount * secondsPer) : NaN

const KILOMETRE: Unit = { of: LENGTHS, toOwn: times(METRES_PER.km) }
const MILE: Unit = { of: LENGTHS, toOwn: times(METRES_PER.mi) }
const METRE: Unit = { of: LENGTHS, toOwn: times(1) }
const FOOT: Unit = { of: LENGTHS, toOwn: times(METRES_PER.yd / 3) }
const METRES_A_SECOND: Unit = { of: ['speed'], toOwn: times(1) }
const KILOMETRES_AN_HOUR: Unit = { of: ['speed'], toOwn: times(METRES_PER.km / 3600) }
const MILES_AN_HOUR: Unit = { of: ['speed'], toOwn: times(METRES_PER.mi / 3600) }
const SECOND: Unit = { of: ['time'], toOwn: times(1) }
const MILLISECOND: Unit = { of: ['time'], toOwn: times(0.001) }
const BEATS: Unit = { of: ['heartRate'], toOwn: times(1) }
const STEPS: Unit = { of: ['cadence'], toOwn: times(0.5) }
const TURNS: Unit = { of: ['cadence'], toOwn: times(1) }
const WATT: Unit = { of: ['power'], toOwn: times(1) }
const DEGREE: Unit = { of: ['latitude', 'longitude'], toOwn: times(1) }
const CELSIUS: Unit = { of: ['temperature'], toOwn: times(1) }
const FAHRENHEIT: Unit = { of: ['temperature'], toOwn: (amount) => ((amount - 32) * 5) / 9 }

/** Units as headers write them, lower case and without blanks. */
const UNITS: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ['m|meter|meters|metre|metres|mtr', METRE],
      ['km|kms|kilometer|kilometers|kilometre|kilometres', KILOMETRE],
      ['mi|mile|miles', MILE],
      ['ft|foot|feet', FOOT],
      ['m/s|mps|ms-1|m/sec|meterspersecond', METRES_A_SECOND],
      ['km/h|kmh|kph|km/hr', KILOMETRES_AN_HOUR],
      ['mph|mi/h', MILES_AN_HOUR],
      ['min/km|/km', { of: ['pace'], toOwn: pace(METRES_PER.km, 60) }],
      ['s/km|sec/km', { of: ['pace'], toOwn: pace(METRES_PER.km, 1) }],
      ['min/mi|min/mile|/mi|/mile', { of: ['pace'], toOwn: pace(METRES_PER.mi, 60) }],
      ['s|sec|secs|second|seconds', SECOND],
      ['ms|msec|millis|milliseconds', MILLISECOND],
      ['min|mins|minute|minutes', { of: ['time'], toOwn: times(60) }],
      ['h|hour|hours', { of: ['time'], toOwn: times(3600) }],
      ['bpm|beats/min', BEATS],
      ['spm|steps/min', STEPS],
      ['rpm|strides/min', TURNS],
      ['w|watt|watts', WATT],
      ['deg|degree|degrees|°', DEGREE],
      ['semicircles', { of: ['latitude', 'longitude'], toOwn: times(180 / 2 ** 31) }],
      ['c|°c|degc|celsius', CELSIUS],
      ['f|°f|degf|fahrenheit', FAHRENHEIT],
    ] as const
  ).flatMap(([names, unit]) => names.split('|').map((name) => [name, unit] as const)),
)

/** Names of quantities as headers write them, lower case, words apart. */
const QUANTITIES = wordTable<Quantity>(
  Object.fromEntries(
    (
      [
        ['time|timestamp|datetime|date time|utc|utc time|elapsed|elapsed time|time elapsed|timer|time offset', 'time'],
        ['elapsed seconds|seconds elapsed|clock|t|sample time', 'time'],
        ['date|day', 'date'],
        ['distance|dist|distances|total distance|cumulative distance|distance total|d', 'distance'],
        ['speed|velocity|enhanced speed|gps speed|ground speed|velocity smooth|speed smooth', 'speed'],
        ['pace|min per km', 'pace'],
        ['heart rate|heartrate|hr|pulse|heart', 'heartRate'],
        ['cadence|cad|run cadence|running cadence|step rate|steps per minute', 'cadence'],
        ['altitude|alt|elevation|ele|height|enhanced altitude', 'altitude'],
        ['power|pwr', 'power'],
        ['latitude|lat|position lat|position latitude|gps lat', 'latitude'],
        ['longitude|lon|lng|long|position long|position longitude|position lon|gps lon|gps lng', 'longitude'],
        ['temperature|temp|temperatures|atemp', 'temperature'],
        ['respiration|respiration rate|breathing rate', 'respiration'],
      ] as const
    ).flatMap(([names, quantity]) => names.split('|').map((name) => [name, quantity])),
  ),
)

/** Headers that are but a unit say what they are about by it. */
const UNIT_ALONE: ReadonlySet<string> = new Set(
  'secs sec seconds s km kms miles meters metres kph kmh km/h mph mps m/s bpm spm rpm watts w ms millis'.split(' '),
)

const plain = (header: string): string =>
  header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[_\s.-]+/g, ' ')
    .trim()
    .replace(/ (k?m|mi|min|s|sec) (s|h|km|mi)$/, ' $1/$2')

const unitNamed = (text: string | undefined): Unit | undefined =>
  UNITS.get((text ?? '').replace(/\s+/g, '').toLowerCase())

const meaningOf = (name: string, unit: Unit | undefined): Meaning | undefined => {
  const quantity = QUANTITIES.get(name)
  if (quantity === undefined) return undefined
  if (!unit) return { quantity }
  return unit.of.includes(quantity) ? { quantity, toOwn: unit.toOwn } : undefined
}

/** What stands in brackets behind a time may be how it is written: `Time (hh:mm:ss)`. Else it is a unit. */
const bracketedMeaning = (name: string, inside: string): Meaning | undefined => {
  const unit = unitNamed(inside)
  const meaning = meaningOf(plain(name), unit)
  const needsUnit = meaning && meaning.quantity !== 'time' && meaning.quantity !== 'date'
  return needsUnit && !unit && inside.trim() !== '' ? undefined : meaning
}

/** What a header means: `Distance (km)`, `distance_km`, `heartRate`, `HR [bpm]`, `kph`; undefined where nothing known. */
export const headerMeaning = (header: string): Meaning | undefined => {
  if (header.length > 100) return undefined
  const bracketed = /^([^([{]*)[([{]([^)\]}]*)[)\]}]\s*$/.exec(header.trim())
  if (bracketed) return bracketedMeaning(bracketed[1] ?? '', bracketed[2] ?? '')
  const name = plain(header)
  const alone = UNIT_ALONE.has(name) ? unitNamed(name) : undefined
  const [own] = alone?.of ?? []
  if (alone && own) return { quantity: own, toOwn: alone.toOwn }
  const whole = meaningOf(name, undefined)
  if (whole) return whole
  const cut = Math.max(name.lastIndexOf(' '), name.lastIndexOf(','))
  return cut > 0 ? meaningOf(name.slice(0, cut).replace(/,$/, '').trim(), unitNamed(name.slice(cut + 1))) : undefined
}
