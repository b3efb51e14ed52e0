import {
  clockText,
  comparisonText,
  heartRateAt,
  isRacePace,
  markText,
  paceOf,
  plainNumber,
  pointOf,
  type Athlete,
  type LongUnit,
  type PaceBook,
  type PaceName,
  type PaceUnit,
  type Range,
  type ResolvedPace,
  type Speed,
} from '@bell-lap/core'

/** Paces are told by the lap from here on: slower running is not timed on the track. */
const LAPS_FROM: PaceName = 'threshold'
const HALF_LAPS_FROM: PaceName = '5K'
/** A lap under this is told in seconds, as it is called out at the line. */
const SECONDS_UNDER = 100

/** What stands on the wall. Walking needs no table. */
const HIDDEN: ReadonlySet<PaceName> = new Set(['walk'])

type Row = readonly string[]

/** Everything to pin to the wall: header, table, what it rests on, where document and equivalents part. */
export const pacesText = (book: PaceBook, unit: LongUnit, athlete?: Athlete): string => {
  const elsewhere = book.model === 'offsets' ? '' : ' (its own paces: --model offsets)'
  return [
    `Paces from ${book.marks.map(markText).join(', ')}`,
    `Model ${book.model}, Daniels-Gilbert index ${book.index.toFixed(1)}. ${book.explanation}`,
    '',
    paceTable(book, unit, athlete),
    '',
    ...remarksOf(book, athlete),
    '',
    `Where the advanced 5K document and the equivalents part, C1${elsewhere}:`,
    ...book.comparison.map((comparison) => `  ${comparisonText(comparison, unit)}`),
  ].join('\n')
}

type Entry = readonly [PaceName, ResolvedPace]

/** The table alone: training paces, then races, both from slow to fast; heart rates where the athlete's are known. */
export const paceTable = (book: PaceBook, unit: LongUnit, athlete?: Athlete): string => {
  const entries = [...book.paces].filter(([pace]) => !HIDDEN.has(pace)).toSorted(bySpeed)
  const rows = (races: boolean) =>
    entries.filter(([pace]) => isRacePace(pace) === races).map((entry) => rowOf(book, unit, athlete, entry))
  const [training, races] = [rows(false), rows(true)]
  const units = unitsOf(unit).map((one) => (one === 'km' || one === 'mi' ? `/${one}` : one))
  const head: Row = ['pace', ...units, 'HR', 'rests on']
  const widths = widthsOf([head, ...training, ...races])
  return [head, ...training, [], ...races].map((row) => lineOf(row, widths)).join('\n')
}

const bySpeed = ([, a]: Entry, [, b]: Entry): number => pointOf(a.speed) - pointOf(b.speed)

const unitsOf = (unit: LongUnit): readonly PaceUnit[] => [unit, unit === 'km' ? 'mi' : 'km', '400m', '200m']

const rowOf = (book: PaceBook, unit: LongUnit, athlete: Athlete | undefined, [pace, { speed, from }]: Entry): Row => {
  const paces = unitsOf(unit).map((one) => (isTold(book, speed, one) ? rangeText(speed, one) : ''))
  return [pace, ...paces, heartRateText(athlete, pace), from]
}

/** Whether a pace is fast enough to be told for the stretch. */
const isTold = ({ paces }: PaceBook, speed: Range<Speed>, unit: PaceUnit): boolean => {
  if (unit === 'km' || unit === 'mi') return true
  const from = paces.get(unit === '400m' ? LAPS_FROM : HALF_LAPS_FROM)
  return from !== undefined && pointOf(speed) >= pointOf(from.speed)
}

/** Fast end first: `3:53-3:55`, a lap `93-94`; one figure where both ends read the same. */
const rangeText = ({ low, high }: Range<Speed>, unit: PaceUnit): string => {
  const times = [high, low].flatMap((speed) => paceOf(speed, unit) ?? [])
  const lap = unit === '400m' || unit === '200m'
  const inSeconds = lap && times.every((time) => time < SECONDS_UNDER)
  return [...new Set(times.map((time) => (inSeconds ? plainNumber(time, 0) : clockText(time))))].join('-')
}

const heartRateText = (athlete: Athlete | undefined, pace: PaceName): string => {
  const rate = athlete && heartRateAt(athlete, pace)
  if (!rate) return ''
  const [low, high] = [rate.low, rate.high].map((end) => (end === undefined ? '' : plainNumber(end, 0)))
  return low === '' ? `up to ${high}` : `${low}-${high}`
}

/** Widths of the columns that hold anything; 0 for one that stays empty. */
const widthsOf = (rows: readonly Row[]): readonly number[] =>
  (rows[0] ?? []).map((_, column) => {
    const cells = rows.slice(1).map((row) => row[column] ?? '')
    const filled = cells.some((cell) => cell !== '')
    return filled ? Math.max(...rows.map((row) => (row[column] ?? '').length)) : 0
  })

const lineOf = (row: Row, widths: readonly number[]): string =>
  row
    .flatMap((cell, column) => (widths[column] ? [cell.padEnd(widths[column])] : []))
    .join('  ')
    .trimEnd()

const TALK = 'Easy is what lets you talk in whole sentences: the talk test wins over the number (R12).'
const NO_HEART = 'No heart rates: give max_heart_rate (and resting) or threshold_heart_rate in an athlete file.'

const remarksOf = (book: PaceBook, athlete: Athlete | undefined): readonly string[] => {
  const known = [...book.paces.keys()].some((pace) => heartRateText(athlete, pace) !== '')
  return [...book.notes, ...paceNotes(book), TALK, ...(known ? [] : [NO_HEART])]
}

/** Each note once, with the paces that it is about. */
const paceNotes = (book: PaceBook): readonly string[] => {
  const about = new Map<string, PaceName[]>()
  for (const [pace, { notes }] of book.paces) {
    for (const note of notes) about.set(note, [...(about.get(note) ?? []), pace])
  }
  return [...about].map(([note, paces]) => `${paces.join(', ')}: ${note}`)
}
