import {
  addDays,
  makeDay,
  paceBookOn,
  seconds,
  speedAt,
  type Activity,
  type Day,
  type Instant,
  type PaceBook,
  type Season,
  type SeasonSession,
} from '@bell-lap/core'
import { makeFitActivity } from '@bell-lap/formats'
import { BODY } from './athlete.ts'
import { legsOf, type Leg } from './legs.ts'
import { randomOf, type Random } from './random.ts'
import { simulateRun, simulateStrength, type Start } from './simulate.ts'
import { isRunSession, storyOf, type Happening } from './story.ts'

/** A file as a watch would hand it over. */
export interface DemoFile {
  readonly name: string
  readonly bytes: Uint8Array
}

interface Desk {
  readonly season: Season
  readonly book: PaceBook
  readonly random: Random
  /** IANA zone of the athlete. */
  readonly zone: string
}

const isInstant = (milliseconds: number): milliseconds is Instant => Number.isSafeInteger(milliseconds)

/** Minutes on the clock of a day, as a watch knows them. */
const startAt = (day: Day, minutes: number, { zone, random }: Desk): Start => {
  const late = Math.round(random.next() * 8)
  const time = Temporal.PlainDate.from(makeDay(day))
    .toPlainDateTime()
    .add({ minutes: minutes + late })
  const zoned = time.toZonedDateTime(zone)
  const instant = zoned.epochMilliseconds
  if (!isInstant(instant)) throw new RangeError(`${zoned.toString()} is no instant.`)
  return { instant, utcOffset: zoned.offsetNanoseconds / 1e9 }
}

const raceSpeed = (book: PaceBook): number => speedAt(book, '5K') ?? 4.5

const run = (legs: readonly Leg[], day: Day, minutes: number, desk: Desk): Activity =>
  simulateRun(legs, { ...BODY, raceSpeed: raceSpeed(desk.book) }, startAt(day, minutes, desk), desk.random)

const easyLeg = (metres: number, { book }: Desk): Leg => {
  const speed = speedAt(book, 'easy') ?? 3.2
  return { speed, metres, seconds: metres / speed, intensity: 'active' }
}

const EVENING = 18 * 60 + 40
/** Metres of a run that nobody planned. */
const JOG = 3200

const fileOf = (name: string, activity: Activity): DemoFile => ({
  name: `${name}.fit`,
  bytes: makeFitActivity(activity),
})

/** The same run from a phone in the pocket: begun a few seconds later, a sample every three seconds. */
const fromPhone = (activity: Activity): Activity => {
  const { samples, start } = activity
  const every = 3
  const rows = (column: Float64Array | undefined): Float64Array =>
    (column ?? new Float64Array()).filter((_, row) => row % every === 0)
  const later = start === null ? null : start + 4000
  return {
    ...activity,
    start: later !== null && isInstant(later) ? later : null,
    device: { maker: 'development', name: 'phone' },
    laps: [],
    samples: {
      count: rows(samples.time).length,
      time: rows(samples.time),
      distance: rows(samples.distance),
      heartRate: rows(samples.heartRate),
      developer: [],
    },
  }
}

const filesOfRun = (session: SeasonSession, happening: Happening, desk: Desk): readonly DemoFile[] => {
  const { day, start, workout } = session
  const name = `${makeDay(day)}-${session.slot}`
  switch (happening.kind) {
    case 'missed':
      return []
    case 'late': {
      const legs = legsOf(workout, desk.book, desk.random, happening.running)
      const next = addDays(day, 1)
      return [fileOf(`${makeDay(next)}-evening`, run(legs, next, EVENING, desk))]
    }
    case 'run': {
      const activity = run(legsOf(workout, desk.book, desk.random, happening.running), day, start, desk)
      return [
        fileOf(name, activity),
        ...(happening.twice ? [fileOf(`${name}-phone`, fromPhone(activity))] : []),
        ...(happening.after ? [fileOf(`${name}-jog`, run([easyLeg(JOG, desk)], day, EVENING, desk))] : []),
      ]
    }
    default:
      return happening satisfies never
  }
}

const STRENGTH_SECONDS = 2400

const filesOfStrength = ({ day, start, slot, estimated }: SeasonSession, desk: Desk): readonly DemoFile[] => {
  const length = estimated.duration ?? STRENGTH_SECONDS
  const begun = startAt(day, start, desk)
  return [fileOf(`${makeDay(day)}-${slot}-gym`, simulateStrength(seconds(length), BODY, begun, desk.random))]
}

/** Everything that the demo athlete recorded before a day; the same for the same season, day and zone. */
export const demoFiles = (season: Season, today: Day, zone: string): readonly DemoFile[] => {
  const sessions = season.weeks.flatMap((week) => week.sessions).toSorted((a, b) => a.day - b.day || a.start - b.start)
  const story = storyOf(sessions, today)
  const book = paceBookOn(season, today)
  if (!book.ok) throw new Error(`The demo athlete has no paces: ${book.fault.message}`)
  const desk: Desk = { season, book: book.value, random: randomOf(today), zone }
  return sessions.flatMap((session) => {
    const happening = story.get(session.id)
    if (happening) return filesOfRun(session, happening, desk)
    const isDone = session.day < today && session.workout.kind === 'strength' && !isRunSession(session)
    return isDone ? filesOfStrength(session, desk) : []
  })
}
