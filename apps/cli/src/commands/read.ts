import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Command, Option } from 'commander'
import {
  lineAndColumn,
  makePlan,
  makePlanJson,
  makeWorkout,
  makeWorkoutJson,
  readPlan,
  readWorkout,
  type Coverage,
  type PlanReading,
  type Span,
  type TextFinding,
  type WorkoutReading,
} from '@bell-lap/formats'
import type { LongUnit } from '@bell-lap/core'
import { countText, exitCodeFor, locate, printFinding } from '../findings.ts'
import { parseJsonLine } from '../json-lines.ts'
import { refuse, say, sayJson, tell } from '../screen.ts'
import { readSource } from '../source.ts'

interface ReadOptions {
  readonly workout?: true
  readonly jsonl?: true
  readonly json?: true
  readonly coverage?: true
  readonly unit?: LongUnit
}

const HELP = `
FILE is a plan: a page as coaches write it, or Bell Lap's own notation. - reads standard input.
With --workout it holds one prescription; the prescription itself may stand in its place.

Examples:
  bell-lap read page.txt                      canonical plan text; what was noticed goes to standard error
  bell-lap read page.txt --coverage           how much of the page was understood, and which words were not
  bell-lap read --workout "6x800 @ 5k w/ 400 jog"
  bell-lap read --workout --jsonl lines.jsonl one JSON object a line: {"id", "text"} in, {"id", ...} out
`

export const readCommand = (): Command =>
  new Command('read')
    .description('Reads a training plan or one workout and prints its structure.')
    .argument('<file>', 'text file, or - for standard input')
    .option('--workout', 'the text is one prescription, not a plan')
    .option('--jsonl', 'with --workout: a batch, one JSON object with id and text a line')
    .addOption(new Option('--unit <unit>', 'unit of distances that have none').choices(['mi', 'km']))
    .option('--json', 'print the structure as JSON')
    .option('--coverage', 'print how each character of the text was used')
    .addHelpText('after', HELP)
    .action(read)

const read = async (file: string, options: ReadOptions): Promise<void> => {
  if (options.jsonl && !options.workout) return refuse('--jsonl is a batch of prescriptions: add --workout.')
  if (options.jsonl) return readBatch(file, options)
  const source = options.workout && isPrescription(file) ? file : undefined
  const text = source ?? readText(file)
  if (text === undefined) return
  if (options.workout) readOneWorkout(text, options)
  else readOnePlan(file, text, options)
}

/** `--workout "8 x 400m"`: a text that no file is called and that does not look like a path. */
const isPrescription = (file: string): boolean =>
  file !== '-' && !existsSync(file) && !/[\\/]|\.\w{2,5}$/.test(file) && /\s|\d/.test(file)

const readText = (file: string): string | undefined => {
  const source = readSource(file)
  if (!source.ok) {
    refuse(source.fault)
    return undefined
  }
  for (const { message } of source.value.findings) tell(`${file}: ${message}`)
  return source.value.text
}

const contextOf = ({ unit }: ReadOptions) => (unit ? { unit } : {})

const readOneWorkout = (text: string, options: ReadOptions): void => {
  const reading = readWorkout(text.trim(), contextOf(options))
  if (options.json) sayJson(makeWorkoutJson(reading.workout, reading.findings))
  else say(makeWorkout(reading.workout))
  if (!options.json) tellFindings(text.trim(), reading.findings)
  if (options.coverage) sayCoverage(text.trim(), coverageOfWorkout(text.trim(), reading), reading.unread)
  process.exitCode = exitCodeFor(reading.findings)
}

const coverageOfWorkout = (text: string, { unread }: WorkoutReading): Coverage => {
  const left = unread.reduce((sum, { from, to }) => sum + to - from, 0)
  return { characters: text.length, structured: text.length - left, notes: 0, unread: left }
}

const tellFindings = (text: string, findings: readonly TextFinding[]): void => {
  const position = lineAndColumn(text)
  for (const { from, level, message, rule } of findings) {
    const { line, column } = position(from)
    tell(`${line}:${column} ${level} ${message} [${rule}]`)
  }
}

const readOnePlan = (file: string, text: string, options: ReadOptions): void => {
  const reading = readPlan(text, contextOf(options))
  if (options.json) sayJson(makePlanJson(reading, text))
  else if (options.coverage) sayCoverage(text, reading.coverage, unreadOf(reading))
  else say(makePlan(reading.plan).trimEnd())
  if (!options.json) tellPlanFindings(file, text, reading)
  process.exitCode = exitCodeFor(reading.findings)
}

const unreadOf = (reading: PlanReading): readonly Span[] => reading.findings.filter(({ rule }) => rule === 'unread')

const tellPlanFindings = (file: string, text: string, reading: PlanReading): void => {
  const findings = locate(text, reading, [])
  const lines = text.split('\n')
  for (const finding of findings) tell(printFinding(file, lines, finding))
  if (findings.length > 0) tell(countText(findings))
}

const sayCoverage = (
  text: string,
  { characters, structured, notes, unread }: Coverage,
  spans: readonly Span[],
): void => {
  const share = (part: number): string => `${part} (${characters === 0 ? 0 : ((100 * part) / characters).toFixed(1)} %)`
  say(`characters ${characters}: structured ${share(structured)}, notes ${share(notes)}, unread ${share(unread)}`)
  const position = lineAndColumn(text)
  for (const { from, to } of spans) {
    const { line, column } = position(from)
    say(`${line}:${column} unread ${JSON.stringify(text.slice(from, to))}`)
  }
}

/** A batch is read line by line, so that its size does not matter; a line that is no prescription says so and the rest goes on. */
const readBatch = async (file: string, options: ReadOptions): Promise<void> => {
  if (file !== '-' && !existsSync(file))
    return refuse(`${file}: there is no such file. Check the name, or use - to read from standard input.`)
  const input = file === '-' ? process.stdin : createReadStream(file)
  let wrong = 0
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    const item = parseJsonLine(line)
    if (item.ok) {
      const { workout, findings } = readWorkout(item.value.text, contextOf(options))
      say(JSON.stringify({ id: item.value.id, ...makeWorkoutJson(workout, findings) }))
    } else {
      wrong++
      say(JSON.stringify({ id: null, line: number, error: item.fault }))
      tell(`${file}:${number}: ${item.fault}`)
    }
  }
  process.exitCode = wrong > 0 ? 2 : 0
}
