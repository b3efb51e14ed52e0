import { metres, seconds, type Distance, type Duration, type Instant } from '@bell-lap/core'
import type { Problem, Sport, SubSport } from '../fit/recorded.ts'
import { stated } from '../fit/stated.ts'
import { amountIn } from '../samples/amount.ts'
import { readCells } from '../samples/csv.ts'
import { decodeBytes } from '../samples/decode.ts'
import { isInstant, momentOf } from '../samples/instant.ts'
import { TEXT_LIMITS } from '../samples/limits.ts'
import { sportNamed } from '../samples/sport.ts'

/** What a Strava export tells of an activity beside its file. */
export interface StravaActivity {
  readonly id: string
  readonly name?: string
  readonly description?: string
  readonly privateNote?: string
  readonly sport?: Sport
  readonly subSport?: SubSport
  /** The date as written is in UTC. Missing where it is not in English. */
  readonly start?: Instant
  readonly elapsed?: Duration
  readonly moving?: Duration
  readonly distance?: Distance
  /** How hard it felt, 1 to 10. */
  readonly perceivedExertion?: number
  readonly gear?: string
  /** Where its file is in the export; missing where it was typed in by hand. */
  readonly file?: string
  /** All cells that are not blank, as written; a name that comes again has its number behind it: `Distance`, `Distance 2`. */
  readonly cells: ReadonlyMap<string, string>
}

/** The table `activities.csv` of a Strava export. */
export interface StravaTable {
  readonly activities: readonly StravaActivity[]
  readonly problems: readonly Problem[]
}

/** Names of columns; some come twice with different contents, in kilometres first and then in metres. */
const numbered = (header: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>()
  return header.map((cell) => {
    const name = cell.trim()
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} ${times}`
  })
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const DATE = /^([a-z]{3})[a-z]*\.? (\d{1,2}), (\d{4}),? (\d{1,2}):(\d\d):(\d\d)\s?([ap]m)?$/i

/** `May 29, 2022, 3:53:35 PM`. */
const startOf = (text: string | undefined): Instant | undefined => {
  const match = DATE.exec((text ?? '').replace(/[\u00A0\u202F]/g, ' ').trim())
  if (!match) return undefined
  const month = MONTHS.indexOf((match[1] ?? '').toLowerCase()) + 1
  const [day = 0, year = 0, written = 0, minute = 0, second = 0] = match.slice(2, 7).map(Number)
  const half = match[7]?.toLowerCase()
  const hour = half === undefined ? written : (written % 12) + (half === 'pm' ? 12 : 0)
  const moment = momentOf([year, month, day], hour * 3600 + minute * 60 + second)
  return isInstant(moment) ? moment : undefined
}

const FILE = /^activities\/[^/]+$/

/** The first columns stand in this order whatever language the export is in. */
const ORDER = ['id', 'date', 'name', 'type', 'description'] as const

const activityOf = (names: readonly string[], row: readonly string[]): StravaActivity => {
  const cells = new Map(names.flatMap((name, place) => (row[place]?.trim() ? [[name, row[place]] as const] : [])))
  const text = (name: string): string | undefined => cells.get(name)?.trim() || undefined
  const amount = <Q>(name: string, quantity: (value: number) => Q): Q | undefined => {
    const value = amountIn(cells.get(name) ?? '')
    return Number.isNaN(value) ? undefined : quantity(value)
  }
  const [id = '', date, name, type, description] = ORDER.map((_, place) => row[place]?.trim() || undefined)
  return {
    id,
    ...stated({
      name,
      description,
      privateNote: text('Activity Private Note'),
      start: startOf(date),
      elapsed: amount('Elapsed Time 2', seconds) ?? amount('Elapsed Time', seconds),
      moving: amount('Moving Time', seconds),
      distance: amount('Distance 2', metres),
      perceivedExertion: amount('Perceived Exertion', Number),
      gear: text('Activity Gear'),
      file: row.find((cell) => FILE.test(cell.trim()))?.trim(),
    }),
    ...sportNamed(type),
    cells,
  }
}

/** A header of many columns, and rows that begin with a number and name a file of the export. */
const isStrava = (header: readonly string[], rows: readonly (readonly string[])[]): boolean =>
  header[0]?.trim() === 'Activity ID' ||
  (header.length >= 12 && rows.some((row) => /^\d+$/.test(row[0] ?? '') && row.some((cell) => FILE.test(cell.trim()))))

/** Nobody has more. */
const MOST_ACTIVITIES = 50_000

/** Reads `activities.csv` of a Strava export; undefined where the text is no such table. */
export const parseStravaTable = (bytes: Uint8Array): StravaTable | undefined => {
  const problems: Problem[] = []
  const rows: (readonly string[])[] = []
  const end = readCells(decodeBytes(bytes, problems), ',', TEXT_LIMITS.text, (cells) => {
    rows.push(cells)
    return rows.length <= MOST_ACTIVITIES
  })
  const [header, ...rest] = rows
  if (!header || !isStrava(header, rest)) return undefined
  if (end !== 'end') problems.push({ code: 'truncated', message: 'The table of activities ends inside a row.' })
  const names = numbered(header)
  return { activities: rest.map((row) => activityOf(names, row)), problems }
}
