import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import {
  clockText,
  fail,
  makePaceBook,
  matchActivities,
  ok,
  paceText,
  parseDay,
  parseSplits,
  plainNumber,
  reviewActivity,
  reviewSplits,
  splitText,
  type Activity,
  type Athlete,
  type DoneActivity,
  type PaceBook,
  type Problem,
  type Result,
  type Review,
  type ReviewedRep,
  type Season,
  type SeasonSession,
  type Workout,
} from '@bell-lap/core'
import { makeReviewJson, makeWorkout, parseSeasonJson, readRecording, readWorkout } from '@bell-lap/formats'
import { readAthleteFile } from '../athlete-file.ts'
import { parseMarks, type MarkFlags } from '../mark-flags.ts'
import { say, sayJson, tell } from '../screen.ts'
import type { Screen } from './paces.ts'

export interface ReviewOptions extends MarkFlags {
  readonly workout?: string
  readonly season?: string
  readonly splits?: string
  /** Commander's name of `--ignore-laps`. */
  readonly ignoreLaps?: true
  readonly athlete?: string
  readonly json?: true
}

const HELP = `
ACTIVITY is a recording from a watch (FIT, TCX, GPX, zipped or not), recognised by its content.
With --splits nothing but the times of a stopwatch is needed. Without --workout the structure is recognised and offered.
Exit code 0: reviewed, also where the answer is "cannot tell". 2: usage, or nothing readable.

Examples:
  bell-lap review run.fit --workout "6 x 800m @5K, jog 400m" --5k 19:30
  bell-lap review run.fit --workout "5 x 3min hard, jog 2min" --ignore-laps
  bell-lap review run.fit                                     what was this session?
  bell-lap review run.fit --season season/                    finds the session of that day
  bell-lap review --splits "71 72 70 73" --workout "8 x 400m @mile, jog 200m" --5k 19:30
`

/** The command `review`: planned against done, rep by rep. */
export const reviewCommand = (): Command =>
  new Command('review')
    .description('Says what was run, rep by rep, against what was planned.')
    .argument('[activity]', 'recording from a watch: FIT, TCX or GPX')
    .option('--workout <text>', 'what was planned, as a coach writes it')
    .option('--season <dir>', 'folder or season.json that the session of that day is looked up in')
    .option('--splits <times>', 'times taken by hand, as "71 72 70 73"')
    .option('--ignore-laps', 'judge from the samples alone')
    .option('--athlete <file>', 'athlete file: marks, heart rates')
    .addOption(new Option('--5k <time>', 'time of your 5K, for the paces'))
    .option('--json', 'print as JSON')
    .addHelpText('after', HELP)
    .action((file: string | undefined, options: ReviewOptions) => {
      process.exitCode = runReview(file, options)
    })

/** Prints the review; returns the exit code (0, or 2 for usage and what cannot be read). */
export const runReview = (file: string | undefined, options: ReviewOptions, screen: Screen = { say, tell }): number => {
  const answer = answerFor(file, options)
  if (!answer.ok) return refuse(answer.fault, options, screen)
  const { review, activity, paces, messages } = answer.value
  for (const message of messages) screen.tell(message)
  if (options.json) sayJson(makeReviewJson(review, activity))
  else screen.say(reviewText(review, activity, paces))
  return 0
}

interface Refused {
  readonly code: Problem['code'] | 'usage'
  readonly message: string
}

const refuse = (problems: readonly Refused[], { json }: ReviewOptions, screen: Screen): number => {
  if (json) screen.say(JSON.stringify({ problems: problems.map(({ code, message }) => ({ code, message })) }))
  for (const { message } of problems) screen.tell(message)
  return 2
}

const usage = (message: string): Result<never, readonly Refused[]> => fail([{ code: 'usage', message }])

interface Answer {
  readonly review: Review
  readonly activity: Activity | null
  readonly paces: boolean
  readonly messages: readonly string[]
}

interface Runner {
  readonly athlete: Athlete
  readonly book?: PaceBook
}

const runnerOf = (options: ReviewOptions): Result<Runner, readonly Refused[]> => {
  const typed = parseMarks(options)
  if (!typed.ok) return usage(typed.fault)
  const file = options.athlete === undefined ? undefined : readAthleteFile(options.athlete)
  if (file && !file.ok) return usage(file.fault)
  const athlete: Athlete = { ...file?.value, marks: [...typed.value, ...(file?.value.marks ?? [])] }
  if (athlete.marks.length === 0) return ok({ athlete })
  const book = makePaceBook({ marks: athlete.marks, ...(athlete.goal ? { goal: athlete.goal } : {}) })
  return book.ok ? ok({ athlete, book: book.value }) : usage(book.fault.message)
}

const answerFor = (file: string | undefined, options: ReviewOptions): Result<Answer, readonly Refused[]> => {
  const runner = runnerOf(options)
  if (!runner.ok) return runner
  const reading = options.workout === undefined ? undefined : readWorkout(options.workout.trim(), {})
  const messages = reading?.findings.map(({ message }) => `--workout: ${message}`) ?? []
  if (options.splits !== undefined) return answerSplits(options.splits, reading?.workout, runner.value, messages)
  if (file === undefined) return usage('Name a recording, or give --splits "71 72 70 73" with --workout.')
  const activity = readActivity(file)
  if (!activity.ok) return activity
  const planned = reading ? ok({ workout: reading.workout, messages }) : plannedIn(options.season, activity.value)
  if (!planned.ok) return planned
  const { book, athlete } = runner.value
  const review = reviewActivity(activity.value, {
    athlete,
    ignoreLaps: options.ignoreLaps ?? false,
    ...(planned.value.workout ? { workout: planned.value.workout } : {}),
    ...(book ? { book } : {}),
  })
  return ok({ review, activity: activity.value, paces: book !== undefined, messages: planned.value.messages })
}

const answerSplits = (
  text: string,
  workout: Workout | undefined,
  { book }: Runner,
  messages: readonly string[],
): Result<Answer, readonly Refused[]> => {
  if (!workout) return usage('--splits needs --workout "8 x 400m @mile, jog 200m": what the times are of.')
  const splits = parseSplits(text)
  if (!splits.ok) return usage(splits.fault)
  return ok({ review: reviewSplits(splits.value, workout, book), activity: null, paces: book !== undefined, messages })
}

/** Never more is read than a recording may have, and a byte. */
const MOST_BYTES = 25_000_000

const readBytes = (path: string): Result<Uint8Array, readonly Refused[]> => {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    return usage(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  try {
    if (fstatSync(file).isDirectory()) return usage(`${path} is a folder: name a recording in it.`)
    const bytes = new Uint8Array(Math.min(fstatSync(file).size, MOST_BYTES) + 1)
    let length = 0
    for (let read = 1; read > 0 && length < bytes.length; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null)
    }
    return ok(bytes.subarray(0, length))
  } finally {
    closeSync(file)
  }
}

const readActivity = (path: string): Result<Activity, readonly Refused[]> => {
  const bytes = readBytes(path)
  if (!bytes.ok) return bytes
  const recording = readRecording(bytes.value)
  if (!recording.ok) return fail(recording.fault.problems.length > 0 ? recording.fault.problems : [recording.fault])
  const { activity } = recording.value
  return activity ? ok(activity) : fail([{ code: 'empty', message: `${path} holds a plan, and nothing that was run.` }])
}

interface Planned {
  readonly workout?: Workout
  readonly messages: readonly string[]
}

/** The session of the season that this activity is; asks where it is not sure, by saying so. */
const plannedIn = (dir: string | undefined, activity: Activity): Result<Planned, readonly Refused[]> => {
  if (dir === undefined) return ok({ messages: [] })
  const season = readSeason(dir)
  if (!season.ok) return season
  const done = doneOf(activity)
  if (!done) return ok({ messages: ['The recording has no date: no session of the season can be found for it.'] })
  const sessions = season.value.weeks.flatMap((week) => week.sessions)
  const { matches } = matchActivities({ activities: [done], sessions: sessions.map(windowOf), today: done.day })
  const [match] = matches
  const session = sessions.find(({ id }) => id === match?.session)
  if (!match || !session) return ok({ messages: ['No session of the season is near this run: it is unplanned.'] })
  const sure = match.confidence === 'high' ? 'Session' : 'Perhaps session'
  return ok({ workout: session.workout, messages: [`${sure} ${session.id}: ${match.because}.`] })
}

const readSeason = (dir: string): Result<Season, readonly Refused[]> => {
  try {
    const file = statSync(dir).isDirectory() ? join(dir, 'season.json') : dir
    const season = parseSeasonJson(JSON.parse(readFileSync(file, 'utf8')))
    return season.ok ? season : usage(`${file} is no season: ${season.fault}`)
  } catch (error) {
    return usage(`${dir} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const windowOf = ({ id, day, start, workout, estimated }: SeasonSession) => ({
  id,
  day,
  start,
  kind: workout.kind,
  ...estimated,
})

const doneOf = (activity: Activity): DoneActivity | undefined => {
  if (activity.start === null) return undefined
  const local = Temporal.Instant.fromEpochMilliseconds(Math.round(activity.start + 1000 * (activity.utcOffset ?? 0)))
  const moment = local.toZonedDateTimeISO('UTC')
  const day = parseDay(moment.toPlainDate().toString())
  const { totals } = reviewActivity(activity)
  if (day === undefined || !totals) return undefined
  const running = activity.sessions.every(
    ({ sport }) => sport === undefined || sport === 'running' || sport === 'generic',
  )
  return {
    id: 'activity',
    day,
    start: moment.hour * 60 + moment.minute,
    running,
    distance: totals.distance,
    duration: totals.elapsed,
  }
}

const VERDICTS = {
  'as planned': 'As planned.',
  close: 'Close to the plan.',
  different: 'Different from the plan.',
  missed: 'Missed.',
} as const

/** What a coach with a stopwatch would have written down. */
const reviewText = (review: Review, activity: Activity | null, paces: boolean): string => {
  const lines = [heading(review, activity), ...table(review), '']
  const word = review.recognised ? 'Session: ' : ''
  const verdict = review.confidence === 'cannot tell' ? 'Cannot tell.' : verdictText(review)
  lines.push(`${word}${verdict}`, ...review.because.map((reason) => `  ${reason}`))
  if (review.confidence === 'low') lines.push('  Told with little confidence: look at it yourself.')
  if (!paces && review.reps.some(({ planned }) => planned?.step.target))
    lines.push('  With --5k 19:30 the targets become times.')
  return [...lines, ...review.notes.map((note) => `  Note: ${note}`)].join('\n')
}

const verdictText = (review: Review): string => (review.verdict === null ? offered(review) : VERDICTS[review.verdict])

const offered = ({ workout }: Review): string => (workout ? makeWorkout(workout) : 'not recognised')

const heading = ({ totals, workout }: Review, activity: Activity | null): string => {
  const what = workout ? makeWorkout(workout) : 'No workout'
  if (!totals || !activity) return what
  return `${what}\n${plainNumber(totals.distance / 1000, 2)} km, ${clockText(totals.timer)} (elapsed ${clockText(totals.elapsed)})`
}

const table = ({ reps, recoveries }: Review): readonly string[] => {
  if (reps.length === 0) return []
  const rows = reps.map((rep, index) => row(rep, index, recoveries.find(({ start }) => start === rep.end)?.duration))
  const all = [['rep', 'start', 'length', 'time', 'pace', 'HR', 'target', 'verdict', 'recovery'], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0))) ?? []
  return ['', ...all.map((cells) => cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))]
}

const row = (rep: ReviewedRep, index: number, recovery: number | undefined): string[] => {
  const target = rep.planned?.target
  return [
    String(index + 1),
    rep.start === null ? '-' : clockText(rep.start),
    rep.distance === null ? '-' : `${Math.round(rep.distance)} m`,
    rep.timer === null ? '-' : splitText(rep.timer),
    rep.speed === null ? '-' : paceText(rep.speed, 'km'),
    rep.heartRate === null ? '-' : String(Math.round(rep.heartRate)),
    target ? `${paceText(target.high, 'km').replace('/km', '')}-${paceText(target.low, 'km')}` : '-',
    rep.verdict,
    recovery === undefined ? '-' : splitText(recovery),
  ]
}
