import { clockText, fail, ok, type Athlete, type Mark, type Opening, type Result } from '@bell-lap/core'
import { ATHLETE_FIELDS, AthleteFile, athleteOf } from './athlete-schema.ts'
import type { Json } from './workout.ts'

const given = (key: string, value: unknown): Json => (value === undefined ? {} : { [key]: value })

const clock = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
const pad = (amount: number): string => String(amount).padStart(2, '0')

/** Whole seconds read as a clock, anything finer stays a number: nothing is rounded away. */
const timeJson = (time: Mark['time']): string | number =>
  Number.isInteger(time) && time >= 60 ? clockText(time) : time

const kilometres = (distance: number | undefined): number | undefined =>
  distance === undefined ? undefined : distance / 1000

const markJson = ({ distance, time, day, kind }: Mark): Json => ({
  distance_m: distance,
  time: timeJson(time),
  ...given('day', day),
  ...given('kind', kind),
})

const openingText = ({ day, from, to }: Opening): string => `${day} ${clock(from)}-${clock(to)}`

const availabilityJson = ({ availability }: Athlete): Json =>
  Object.fromEntries(
    Object.entries(availability ?? {}).map(([day, slots]) => [
      day,
      Object.fromEntries(Object.entries(slots).map(([slot, duration]) => [slot, duration / 60])),
    ]),
  )

/** An athlete as the athlete file has them: what `athleteOf` reads back equal. */
export const makeAthleteJson = (athlete: Athlete): Json => ({
  marks: athlete.marks.map(markJson),
  ...given('name', athlete.name),
  ...given('born', athlete.born),
  ...given('sex', athlete.sex),
  ...given('unit', athlete.unit),
  ...given('weekly_km', kilometres(athlete.weekly)),
  ...given('longest_run_km', kilometres(athlete.longestRun)),
  ...given('days', athlete.days),
  ...(athlete.availability ? { availability: availabilityJson(athlete) } : {}),
  ...given('long_run_day', athlete.longRunDay),
  ...given('doubles', athlete.doubles),
  ...given('gym', athlete.gym),
  ...(athlete.resources
    ? {
        resources: Object.fromEntries(
          Object.entries(athlete.resources).map(([place, open]) => [place, open.map(openingText)]),
        ),
      }
    : {}),
  ...given('years_running', athlete.yearsRunning),
  ...given('run_days_recent', athlete.runDaysRecent),
  ...given('altitude_m', athlete.altitude),
  ...given('max_heart_rate', athlete.maxHeartRate),
  ...given('threshold_heart_rate', athlete.thresholdHeartRate),
  ...given('resting_heart_rate', athlete.restingHeartRate),
  ...given('zone', athlete.zone),
  ...(athlete.goal ? { goal: { distance_m: athlete.goal.distance, time: timeJson(athlete.goal.time) } } : {}),
  ...given('surfaces', athlete.surfaces),
  ...(athlete.startTimes
    ? {
        start_times: Object.fromEntries(
          Object.entries(athlete.startTimes).map(([slot, start]) => [slot, clock(start)]),
        ),
      }
    : {}),
  ...given('blackout', athlete.blackout),
  ...given('travel', athlete.travel),
  ...(athlete.races
    ? { races: athlete.races.map(({ day, distance, priority }) => ({ day, distance_m: distance, priority })) }
    : {}),
})

const MOST_LINES = 10

/** Text of an athlete file as an athlete, or what is wrong with it, field by field. */
export const parseAthlete = (text: string): Result<Athlete, readonly string[]> => {
  const json = parseJson(text)
  if (!json.ok) return fail([json.fault])
  const checked = AthleteFile.safeParse(json.value)
  if (checked.success) return ok(athleteOf(checked.data))
  const lines = checked.error.issues.flatMap((issue) => describe(issue, json.value))
  const more = lines.length - MOST_LINES
  return fail(more > 0 ? [...lines.slice(0, MOST_LINES), `and ${more} more`] : lines)
}

const parseJson = (text: string): Result<unknown, string> => {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return fail(`not JSON (${reason}): check quotes, commas and brackets there.`)
  }
}

interface Issue {
  readonly code?: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
}

/** `marks[0].time is "19.45x": write a time, as "19:45".` */
const describe = (issue: Issue, file: unknown): readonly string[] => {
  const where = pathText(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => `${joined(where, key)} is not a field of an athlete file: ${meant(key)}`)
  }
  const value = valueAt(file, issue.path)
  const found = value === undefined ? 'is missing' : `is ${shortened(JSON.stringify(value))}`
  return [`${where === '' ? 'the file' : where} ${found}: ${issue.message}.`]
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : joined(text, String(part))), '')

const joined = (where: string, key: string): string => (where === '' ? key : `${where}.${key}`)

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 37)}...` : text)

const valueAt = (file: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    file,
  )

const commonStart = (a: string, b: string): number => {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1
  return length
}

/** The field that a wrong name starts like, else where the names are listed. */
const meant = (key: string): string => {
  const [best = ''] = ATHLETE_FIELDS.toSorted((a, b) => commonStart(key, b) - commonStart(key, a))
  return commonStart(key, best) >= 3 ? `did you mean ${best}?` : `its fields are ${ATHLETE_FIELDS.join(', ')}.`
}
