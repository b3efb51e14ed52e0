import { z } from 'zod'
import {
  beatsPerMinute,
  kilometres,
  MARK_KINDS,
  metres,
  minutes,
  parseClock,
  parseDay,
  seconds,
  SURFACES,
  WEEKDAYS,
  type Athlete,
  type Duration,
  type Mark,
} from '@bell-lap/core'

// Each message says what to write; the reader puts the field and what it holds before it.

const number = (what: string, low: number, high: number) => {
  const error = `write ${what} from ${low} to ${high}`
  return z.number({ error }).min(low, { error }).max(high, { error })
}
const whole = (what: string, low: number, high: number) => {
  const error = `write ${what}, a whole number from ${low} to ${high}`
  return number(what, low, high).refine(Number.isInteger, { error })
}
const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: `write one of ${words.join(', ')}` })
const yesOrNo = z.boolean({ error: 'write true or false' })
const list = <Item extends z.ZodType>(item: Item, what: string) =>
  z.array(item, { error: `write a list of ${what} in brackets` }).max(1000, { error: 'write at most 1000' })

const DAY = 'write a day that exists as year-month-day, as "2026-10-11"'
const Day = z.string({ error: DAY }).refine((text) => parseDay(text) !== undefined, { error: DAY })

const TIME = 'write a time, as "19:45", or seconds as a number'
const timeOf = (value: unknown): Duration | undefined => {
  if (typeof value === 'number') return seconds(value)
  return typeof value === 'string' ? parseClock(value) : undefined
}
const Time = z.unknown().transform((value, context): Duration => {
  const time = timeOf(value)
  if (time !== undefined && time > 0 && time < 360_000) return time
  context.addIssue({ code: 'custom', message: TIME })
  return z.NEVER
})

const HOUR = 'write a time of day, as "06:30"'
/** Minutes after midnight. */
const minutesOf = (text: string): number | undefined => {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text)
  const total = Number(match?.[1]) * 60 + Number(match?.[2])
  return match && Number(match[2]) < 60 && total <= 1440 ? total : undefined
}
const ClockTime = z.string({ error: HOUR }).transform((text, context): number => {
  const time = minutesOf(text)
  if (time !== undefined) return time
  context.addIssue({ code: 'custom', message: HOUR })
  return z.NEVER
})

const OPENING = 'write day and hours, as "Tue 18:00-20:00"'
const Opening = z.string({ error: OPENING }).transform((text, context) => {
  const [, weekday, start = '', end = ''] = /^(\w{3}) (\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/.exec(text) ?? []
  const day = WEEKDAYS.find((name) => name === weekday)
  const [from, to] = [minutesOf(start), minutesOf(end)]
  if (day !== undefined && from !== undefined && to !== undefined && from < to) return { day, from, to }
  context.addIssue({ code: 'custom', message: OPENING })
  return z.NEVER
})

const ZONE = 'write a time zone by its place, as "Europe/Berlin"'
const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
const Zone = z.string({ error: ZONE }).refine(isZone, { error: ZONE })

const RaceDistance = number('metres', 50, 500_000).transform(metres)

const BORN = 'write the day or the year of birth, as "1988-05-02" or "1988"'
const Born = z
  .union([z.string(), z.number()], { error: BORN })
  .transform(String)
  .refine((text) => /^(19|20)\d\d$/.test(text) || parseDay(text) !== undefined, { error: BORN })

const fields = <Shape extends z.core.$ZodLooseShape>(shape: Shape, example: string) =>
  z.strictObject(shape, {
    error: ({ code }) => (code === 'invalid_type' ? `write an object, as ${example}` : undefined),
  })

const MarkFields = fields(
  {
    distance_m: RaceDistance,
    time: Time,
    day: Day.exactOptional(),
    kind: oneOf(MARK_KINDS).exactOptional(),
  },
  '{ "distance_m": 5000, "time": "19:45" }',
)

const Hours = fields(
  {
    am: number('minutes', 0, 720).transform(minutes).exactOptional(),
    pm: number('minutes', 0, 720).transform(minutes).exactOptional(),
  },
  '{ "am": 60, "pm": 90 }',
).exactOptional()

const ResourceName = z.string().min(1).max(50)

const TravelDays = fields(
  { from: Day, to: Day, zone: Zone.exactOptional(), gym: yesOrNo.exactOptional(), track: yesOrNo.exactOptional() },
  '{ "from": "2027-01-02", "to": "2027-01-09" }',
).refine(({ from, to }) => from <= to, { error: 'write the first day before the last', path: ['to'] })

const beats = (low: number, high: number) =>
  number('beats a minute', low, high).transform(beatsPerMinute).exactOptional()

/** The athlete file. Every field but `marks` may be missing; a field that nobody knows is a mistake to be told. */
const AthleteFields = z.strictObject(
  {
    marks: list(MarkFields, 'race and test results'),
    name: z.string({ error: 'write a name' }).max(200, { error: 'write at most 200 characters' }).exactOptional(),
    born: Born.exactOptional(),
    sex: oneOf(['female', 'male']).exactOptional(),
    unit: oneOf(['km', 'mi']).exactOptional(),
    weekly_km: number('kilometres a week', 0, 400).transform(kilometres).exactOptional(),
    longest_run_km: number('kilometres', 0, 200).transform(kilometres).exactOptional(),
    days: whole('running days a week', 0, 7).exactOptional(),
    availability: fields(
      { Mon: Hours, Tue: Hours, Wed: Hours, Thu: Hours, Fri: Hours, Sat: Hours, Sun: Hours },
      '{ "Tue": { "am": 60, "pm": 90 } }',
    ).exactOptional(),
    long_run_day: oneOf(WEEKDAYS).exactOptional(),
    doubles: yesOrNo.exactOptional(),
    gym: yesOrNo.exactOptional(),
    resources: z
      .record(ResourceName, list(Opening, 'openings'), { error: 'write places, as { "track": ["Tue 18:00-20:00"] }' })
      .exactOptional(),
    years_running: number('years', 0, 90).exactOptional(),
    run_days_recent: number('days a week', 0, 7).exactOptional(),
    altitude_m: number('metres above the sea', -450, 6000).transform(metres).exactOptional(),
    max_heart_rate: beats(120, 240),
    threshold_heart_rate: beats(90, 230),
    resting_heart_rate: beats(20, 120),
    zone: Zone.exactOptional(),
    goal: fields({ distance_m: RaceDistance, time: Time }, '{ "distance_m": 5000, "time": "18:59" }').exactOptional(),
    surfaces: list(oneOf(SURFACES), 'surfaces').exactOptional(),
    start_times: fields(
      { am: ClockTime.exactOptional(), pm: ClockTime.exactOptional() },
      '{ "am": "06:30", "pm": "18:00" }',
    ).exactOptional(),
    blackout: list(Day, 'days').exactOptional(),
    travel: list(TravelDays, 'journeys').exactOptional(),
    races: list(
      fields(
        { day: Day, distance_m: RaceDistance, priority: oneOf(['B', 'C']) },
        '{ "day": "2027-02-14", "distance_m": 3000, "priority": "B" }',
      ),
      'races',
    ).exactOptional(),
  },
  {
    error: ({ code }) =>
      code === 'invalid_type'
        ? 'write an object, as { "marks": [{ "distance_m": 5000, "time": "19:45" }] }'
        : undefined,
  },
)

export const ATHLETE_FIELDS = Object.keys(AthleteFields.shape)

const inOrder = (low: number | undefined, high: number | undefined): boolean =>
  low === undefined || high === undefined || low < high

/** The athlete file, checked field by field and against itself. */
export const AthleteFile = AthleteFields.refine((file) => inOrder(file.threshold_heart_rate, file.max_heart_rate), {
  error: 'write less than max_heart_rate',
  path: ['threshold_heart_rate'],
}).refine((file) => inOrder(file.resting_heart_rate, file.threshold_heart_rate ?? file.max_heart_rate), {
  error: 'write less than threshold_heart_rate and max_heart_rate',
  path: ['resting_heart_rate'],
})
export type AthleteFile = z.output<typeof AthleteFile>

const markOf = ({ distance_m, ...mark }: AthleteFile['marks'][number]): Mark => ({ ...mark, distance: distance_m })

/** The athlete of a checked file. */
export const athleteOf = (file: AthleteFile): Athlete => ({
  marks: file.marks.map(markOf),
  ...copied(file),
  ...training(file),
  ...heart(file),
})

/** Fields that have the same name in the file and in the sport. */
const copied = ({
  name,
  born,
  sex,
  unit,
  days,
  doubles,
  gym,
  zone,
  surfaces,
  blackout,
  travel,
  availability,
  resources,
}: AthleteFile) => ({
  ...(name === undefined ? {} : { name }),
  ...(born === undefined ? {} : { born }),
  ...(sex === undefined ? {} : { sex }),
  ...(unit === undefined ? {} : { unit }),
  ...(days === undefined ? {} : { days }),
  ...(doubles === undefined ? {} : { doubles }),
  ...(gym === undefined ? {} : { gym }),
  ...(zone === undefined ? {} : { zone }),
  ...(surfaces === undefined ? {} : { surfaces }),
  ...(blackout === undefined ? {} : { blackout }),
  ...(travel === undefined ? {} : { travel }),
  ...(availability === undefined ? {} : { availability }),
  ...(resources === undefined ? {} : { resources }),
})

const training = (file: AthleteFile) => ({
  ...(file.weekly_km === undefined ? {} : { weekly: file.weekly_km }),
  ...(file.longest_run_km === undefined ? {} : { longestRun: file.longest_run_km }),
  ...(file.long_run_day === undefined ? {} : { longRunDay: file.long_run_day }),
  ...(file.years_running === undefined ? {} : { yearsRunning: file.years_running }),
  ...(file.run_days_recent === undefined ? {} : { runDaysRecent: file.run_days_recent }),
  ...(file.altitude_m === undefined ? {} : { altitude: file.altitude_m }),
  ...(file.start_times === undefined ? {} : { startTimes: file.start_times }),
  ...(file.goal === undefined ? {} : { goal: { distance: file.goal.distance_m, time: file.goal.time } }),
  ...(file.races === undefined
    ? {}
    : { races: file.races.map(({ day, distance_m, priority }) => ({ day, priority, distance: distance_m })) }),
})

const heart = (file: AthleteFile) => ({
  ...(file.max_heart_rate === undefined ? {} : { maxHeartRate: file.max_heart_rate }),
  ...(file.threshold_heart_rate === undefined ? {} : { thresholdHeartRate: file.threshold_heart_rate }),
  ...(file.resting_heart_rate === undefined ? {} : { restingHeartRate: file.resting_heart_rate }),
})
