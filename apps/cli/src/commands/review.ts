import { Command, Option } from 'commander'
import {
  fail,
  makePaceBook,
  ok,
  parseSplits,
  reviewActivity,
  reviewSplits,
  type Activity,
  type Athlete,
  type PaceBook,
  type Problem,
  type Result,
  type Review,
  type ReviewQuestion,
  type Season,
  type Workout,
} from '@bell-lap/core'
import { makeReviewJson, readArchive, readRecording, readWorkout } from '@bell-lap/formats'
import { readAthleteFile } from '../athlete-file.ts'
import { parseMarks, type MarkFlags } from '../mark-flags.ts'
import { isFolder, readBytes } from '../recording-files.ts'
import { fileJson, fileLine, noFiles, sessionJson, sessionLine, tallyJson, tallyText } from '../review-many-text.ts'
import { reviewFiles, reviewSeason, type FileReview, type SessionStanding } from '../review-many.ts'
import { bookFor, doneOf, matchSeason, matchText, readSeason, sessionIn, todayOf } from '../review-season.ts'
import { reviewText } from '../review-text.ts'
import { say, sayJson, tell } from '../screen.ts'
import type { Screen } from './paces.ts'

export interface ReviewOptions extends MarkFlags {
  readonly workout?: string
  readonly season?: string
  readonly splits?: string
  /** Commander's name of `--ignore-laps`. */
  readonly ignoreLaps?: true
  readonly athlete?: string
  readonly today?: string
  readonly json?: true
}

const HELP = `
ACTIVITY is a recording from a watch (FIT, TCX, GPX, CSV or JSON of samples, zipped or not), recognised by its content.
Several of them, a folder or an archive give one verdict for each file; none stops the others.
With --splits nothing but the times of a stopwatch is needed. Without --workout the structure is recognised and offered.
Exit code 0: reviewed, also where the answer is "cannot tell". 2: usage, or a file that is refused.

Examples:
  bell-lap review run.fit --workout "6 x 800m @5K, jog 400m" --5k 19:30
  bell-lap review run.fit --workout "5 x 3min hard, jog 2min" --ignore-laps
  bell-lap review run.fit                                     what was this session?
  bell-lap review run.fit --season season/                    finds the session of that day
  bell-lap review export.zip watch/                           what was each of these?
  bell-lap review watch/ --season season/                     what became of each session?
  bell-lap review --splits "71 72 70 73" --workout "8 x 400m @mile, jog 200m" --5k 19:30
`

/** The command `review`: planned against done, rep by rep. */
export const reviewCommand = (): Command =>
  new Command('review')
    .description('Says what was run, rep by rep, against what was planned.')
    .argument('[activities...]', 'recordings from a watch, folders and archives of them')
    .option('--workout <text>', 'what was planned, as a coach writes it')
    .option('--season <dir>', 'folder or season.json that the session of that day is looked up in')
    .option('--splits <times>', 'times taken by hand, as "71 72 70 73"')
    .option('--ignore-laps', 'judge from the samples alone')
    .option('--athlete <file>', 'athlete file: marks, heart rates')
    .addOption(new Option('--5k <time>', 'time of your 5K, for the paces'))
    .option(
      '--today <day>',
      'with --season: day as of which sessions count as missed (default: the day of this machine)',
    )
    .option('--json', 'print as JSON')
    .addHelpText('after', HELP)
    .action((files: readonly string[], options: ReviewOptions) => {
      process.exitCode = runReview(files, options)
    })

/** Prints the review; returns the exit code (0, or 2 for usage and what cannot be read). */
export const runReview = (files: readonly string[], options: ReviewOptions, screen: Screen = { say, tell }): number => {
  const asked = askedBy(options)
  if (!asked.ok) return refuse(asked.fault, options, screen)
  for (const message of asked.value.messages) screen.tell(message)
  const [only] = files
  if (options.splits === undefined && (files.length > 1 || (only !== undefined && isMany(only)))) {
    return reviewMany(files, asked.value, options, screen)
  }
  const answer = answerFor(only, asked.value, options)
  if (!answer.ok) return refuse(answer.fault, options, screen)
  const { review, activity, paces, message } = answer.value
  if (message !== undefined) screen.tell(message)
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

/** Everything that was asked beside the recordings, read and checked. */
interface Asked {
  readonly athlete: Athlete
  readonly book?: PaceBook
  readonly workout?: Workout
  readonly season?: Season
  readonly messages: readonly string[]
}

const askedBy = (options: ReviewOptions): Result<Asked, readonly Refused[]> => {
  const typed = parseMarks(options)
  if (!typed.ok) return usage(typed.fault)
  const file = options.athlete === undefined ? undefined : readAthleteFile(options.athlete)
  if (file && !file.ok) return usage(file.fault)
  const season = options.season === undefined ? undefined : readSeason(options.season)
  if (season && !season.ok) return usage(season.fault)
  const athlete: Athlete = { ...file?.value, marks: [...typed.value, ...(file?.value.marks ?? [])] }
  const { marks, goal } = athlete
  const book = marks.length === 0 ? undefined : makePaceBook({ marks, ...(goal ? { goal } : {}) })
  if (book && !book.ok) return usage(book.fault.message)
  const reading = options.workout === undefined ? undefined : readWorkout(options.workout.trim(), {})
  return ok({
    // A season knows whose it is: flags only say more.
    athlete: season ? { ...season.value.athlete, ...athlete } : athlete,
    ...(book ? { book: book.value } : {}),
    ...(reading ? { workout: reading.workout } : {}),
    ...(season ? { season: season.value } : {}),
    messages: reading?.findings.map(({ message }) => `--workout: ${message}`) ?? [],
  })
}

const questionOf = ({ athlete, book, workout }: Asked, { ignoreLaps }: ReviewOptions): ReviewQuestion => ({
  athlete,
  ignoreLaps: ignoreLaps ?? false,
  ...(workout ? { workout } : {}),
  ...(book ? { book } : {}),
})

interface Answer {
  readonly review: Review
  readonly activity: Activity | null
  readonly paces: boolean
  readonly message?: string
}

const answerFor = (
  file: string | undefined,
  asked: Asked,
  options: ReviewOptions,
): Result<Answer, readonly Refused[]> => {
  if (options.splits !== undefined) return answerSplits(options.splits, asked)
  if (file === undefined) return usage('Name a recording, or give --splits "71 72 70 73" with --workout.')
  const activity = readActivity(file)
  if (!activity.ok) return activity
  const question = questionOf(asked, options)
  if (asked.season && !asked.workout) return ok(answerInSeason(activity.value, asked.season, question))
  const review = reviewActivity(activity.value, question)
  return ok({ review, activity: activity.value, paces: asked.book !== undefined })
}

const answerSplits = (text: string, { workout, book }: Asked): Result<Answer, readonly Refused[]> => {
  if (!workout) return usage('--splits needs --workout "8 x 400m @mile, jog 200m": what the times are of.')
  const splits = parseSplits(text)
  if (!splits.ok) return usage(splits.fault)
  return ok({ review: reviewSplits(splits.value, workout, book), activity: null, paces: book !== undefined })
}

/** Against the session of the season that this recording is; asks where it is not sure, by saying so. */
const answerInSeason = (activity: Activity, season: Season, question: ReviewQuestion): Answer => {
  const review = reviewActivity(activity, question)
  const done = doneOf('activity', activity, review, question.athlete?.zone)
  const paces = question.book !== undefined
  if (!done) {
    const message = 'The recording has no date: no session of the season can be found for it.'
    return { review, activity, paces, message }
  }
  const [match] = matchSeason(season, [done], done.day).matches
  const session = match && sessionIn(season, match)
  if (!match || !session) {
    return { review, activity, paces, message: 'No session of the season is near this run: it is unplanned.' }
  }
  const book = question.book ?? bookFor(season, session)
  const planned = reviewActivity(activity, { ...question, workout: session.workout, ...(book ? { book } : {}) })
  return { review: planned, activity, paces: book !== undefined, message: matchText(match, session) }
}

const readActivity = (path: string): Result<Activity, readonly Refused[]> => {
  const bytes = readBytes(path)
  if (!bytes.ok) return usage(bytes.fault)
  const recording = readRecording(bytes.value)
  if (!recording.ok) return fail(recording.fault.problems.length > 0 ? recording.fault.problems : [recording.fault])
  const { activity } = recording.value
  return activity ? ok(activity) : fail([{ code: 'empty', message: `${path} holds a plan, and nothing that was run.` }])
}

/** A folder, or an archive in which more than one file counts. */
const isMany = (path: string): boolean => {
  if (isFolder(path)) return true
  const bytes = /\.zip$/i.test(path) ? readBytes(path) : undefined
  if (!bytes?.ok) return false
  let files = 0
  for (const { kind } of readArchive(bytes.value, path)) if (kind !== 'passed over' && ++files > 1) return true
  return false
}

const reviewMany = (paths: readonly string[], asked: Asked, options: ReviewOptions, screen: Screen): number => {
  const today = todayOf(options.today)
  if (!today.ok) return refuse([{ code: 'usage', message: today.fault }], options, screen)
  const { zone } = asked.athlete
  const question = { review: questionOf(asked, options), ...(zone === undefined ? {} : { zone }) }
  const page = options.json ? jsonPage(screen) : textPage(screen)
  const found = reviewFiles(paths, question)
  if (!asked.season || asked.workout) {
    for (const one of found) page.file(one)
    return page.end()
  }
  const { files, sessions } = reviewSeason(asked.season, [...found], today.value, question)
  for (const one of files) page.file(one)
  return page.end(sessions)
}

/** Takes one verdict after the other, so that thousands of files are never held at a time; ends with the exit code. */
interface Page {
  file(one: FileReview): void
  end(sessions?: readonly SessionStanding[]): number
}

const exitCode = ({ refused, reviewed }: ReturnType<typeof noFiles>): number => (refused > 0 || reviewed === 0 ? 2 : 0)

const textPage = ({ say, tell }: Screen): Page => {
  const tally = noFiles()
  return {
    file: (one) => {
      tally[one.kind]++
      if (one.kind === 'refused') tell(fileLine(one))
      else if (one.kind !== 'passed over') say(fileLine(one))
    },
    end: (sessions) => {
      // What is still to come is no news.
      const told = sessions?.filter(({ state }) => state !== 'open') ?? []
      if (told.length > 0) say(['', ...told.map(sessionLine), ''].join('\n'))
      say(tallyText(tally))
      return exitCode(tally)
    },
  }
}

const jsonPage = ({ say }: Screen): Page => {
  const tally = noFiles()
  let held: string | undefined
  const release = (comma: string): void => {
    if (held !== undefined) say(`    ${held}${comma}`)
  }
  say('{\n  "files": [')
  return {
    file: (one) => {
      tally[one.kind]++
      release(',')
      held = JSON.stringify(fileJson(one))
    },
    end: (sessions) => {
      release('')
      say('  ],')
      if (sessions) say(`  "sessions": ${JSON.stringify(sessions.map(sessionJson))},`)
      say(`  "summary": ${JSON.stringify(tallyJson(tally))}\n}`)
      return exitCode(tally)
    },
  }
}
