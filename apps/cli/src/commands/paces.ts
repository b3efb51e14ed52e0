import { Command, Option } from 'commander'
import {
  makePaceBook,
  markText,
  PACE_MODELS,
  parseDay,
  type Athlete,
  type LongUnit,
  type Mark,
  type PaceBook,
  type PaceModelName,
  type Result,
} from '@bell-lap/core'
import { readAthleteFile } from '../athlete-file.ts'
import { parseMarks, RACE_FLAGS, type MarkFlags } from '../mark-flags.ts'
import { pacesJson } from '../paces-json.ts'
import { pacesText } from '../paces-text.ts'
export { paceTable } from '../paces-text.ts'
import { say, tell } from '../screen.ts'

export interface PacesOptions extends MarkFlags {
  readonly athlete?: string
  readonly model?: PaceModelName
  readonly unit?: LongUnit
  readonly json?: boolean
  readonly today?: string
}

/** Where a command writes: data and messages. */
export interface Screen {
  readonly say: (text: string) => void
  readonly tell: (text: string) => void
}

const HELP = `
One mark is enough; more make it better, and an own mile or 800 wins over any model.
Models: equivalent (Daniels-Gilbert index), offsets (the advanced 5K document), measured (own marks only).
Exit code 0: done. 2: no usable mark, or a file that cannot be read.

Examples:
  bell-lap paces --5k 19:30
  bell-lap paces --5k 19:30 --mile 5:35 --800 2:28 --unit mi
  bell-lap paces --mark 3000m=10:05 --mark 10K=41:20 --model measured
  bell-lap paces --athlete me.json --json
`

const repeated = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

/** The command `paces`: marks in, a table of training and race paces out. */
export const pacesCommand = (): Command => {
  const command = new Command('paces').description('Shows the paces of an athlete, each with what it rests on.')
  for (const { flag, text, hidden } of RACE_FLAGS) {
    command.addOption(new Option(`--${flag} <time>`, `time of your ${text}`).hideHelp(hidden))
  }
  return command
    .addOption(new Option('--mark <distance=time>', 'time over any distance, as 3000m=10:05').argParser(repeated))
    .option('--athlete <file>', 'athlete file: marks, heart rates, goal, unit')
    .addOption(new Option('--model <name>', 'pace model (default: equivalent)').choices(PACE_MODELS))
    .addOption(
      new Option('--unit <unit>', 'unit that stands first (default: the athlete’s, else km)').choices(['km', 'mi']),
    )
    .option('--today <day>', 'day that marks are counted back from (default: today)')
    .option('--json', 'print as JSON')
    .addHelpText('after', HELP)
    .action((options: PacesOptions) => {
      process.exitCode = runPaces(options)
    })
}

/** Prints paces for the marks of flags and file; returns the exit code (0, or 2 without usable marks). */
export const runPaces = (options: PacesOptions, screen: Screen = { say, tell }): number => {
  const answer = answerFor(options)
  if (!answer.ok) {
    screen.tell(answer.fault)
    return 2
  }
  const { book, athlete, unit, messages } = answer.value
  for (const message of messages) screen.tell(message)
  screen.say(options.json ? JSON.stringify(pacesJson(book, unit, athlete), null, 2) : pacesText(book, unit, athlete))
  return 0
}

interface Answer {
  readonly book: PaceBook
  readonly athlete: Athlete
  readonly unit: LongUnit
  readonly messages: readonly string[]
}

const answerFor = (options: PacesOptions): Result<Answer, string> => {
  const typed = parseMarks(options)
  if (!typed.ok) return typed
  const file = options.athlete === undefined ? undefined : readAthleteFile(options.athlete)
  if (file && !file.ok) return file
  const athlete: Athlete = { ...file?.value, marks: [...typed.value, ...(file?.value.marks ?? [])] }
  const today = countedFrom(options.today, athlete.marks)
  if (!today.ok) return today
  const { model } = options
  const { goal } = athlete
  const book = makePaceBook({
    marks: athlete.marks,
    today: today.value.day,
    ...(model ? { model } : {}),
    ...(goal ? { goal } : {}),
  })
  if (!book.ok) return { ok: false, fault: `${book.fault.message} Try: bell-lap paces --5k 19:30` }
  const unit = options.unit ?? athlete.unit ?? 'km'
  return { ok: true, value: { book: book.value, athlete, unit, messages: today.value.messages } }
}

interface CountedFrom {
  readonly day: string
  readonly messages: readonly string[]
}

/** The day that marks are counted back from. A mark of a later day is taken as run, and said to be. */
const countedFrom = (asked: string | undefined, marks: readonly Mark[]): Result<CountedFrom, string> => {
  if (asked !== undefined) {
    if (parseDay(asked) !== undefined) return { ok: true, value: { day: asked, messages: [] } }
    return { ok: false, fault: `--today ${asked}: write a day that exists as year-month-day, as 2026-10-11.` }
  }
  const today = Temporal.Now.plainDateISO().toString()
  const later = marks.filter(({ day }) => day !== undefined && day > today)
  const last = later
    .map(({ day }) => day ?? today)
    .toSorted((a, b) => a.localeCompare(b))
    .at(-1)
  const messages = later.map((mark) => `${markText(mark)} lies in the future: taken as run.`)
  return { ok: true, value: { day: last ?? today, messages } }
}
