import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve as absolute } from 'node:path'
import { Command } from 'commander'
import {
  checkSeason,
  fail,
  fitSeason,
  ok,
  paceBookOn,
  parseDay,
  prescriber,
  speedAt,
  speedsOf,
  type Athlete,
  type Day,
  type FitFault,
  type Plan,
  type PrescribedPart,
  type Result,
  type Season,
  type SeasonFinding,
  type SeasonSession,
  type SpeedAt,
} from '@bell-lap/core'
import { makePart, makePlan, makeSeasonJson, parsePlan, readPlan, type ResolvedStep } from '@bell-lap/formats'
import { readAthleteFile } from '../athlete-file.ts'
import { exitCodeFor } from '../findings.ts'
import { refuse, say, sayJson, styled, tell } from '../screen.ts'
import { seasonText } from '../season-text.ts'
import { readSource } from '../source.ts'
import { runExport } from './export.ts'

interface SeasonOptions {
  readonly raceDay: string
  readonly today?: string
  readonly athlete?: string
  readonly json?: true
  readonly out?: string
}

const HELP = `
PLAN is Bell Lap's notation or a page as coaches write it; - reads standard input. The season is fitted to the athlete's
marks, volume, days and races, placed on dates up to the race, and says of each decision why. Without an athlete file it
is the plan on dates, without paces.
Exit code 0: done. 1: done, with findings of level error. 2: no season can be made; the reason says what to change.

Examples:
  bell-lap season plans/advanced-5k.plan --athlete me.json --race-day 2027-03-21
  bell-lap season page.txt --athlete me.json --race-day 2027-03-21 --today 2026-12-21 --out my-season
  bell-lap season plans/advanced-5k.plan --race-day 2027-03-21 --json
`

export const seasonCommand = (): Command =>
  new Command('season')
    .description('Fits a plan to an athlete and places it on the days up to a race.')
    .argument('<plan>', 'plan file, or - for standard input')
    .requiredOption('--race-day <day>', 'day of the race, as 2027-03-21')
    .option('--today <day>', 'day on which it is asked (default: the day of this machine)')
    .option('--athlete <file>', 'athlete file; what it leaves out is told as an assumption')
    .option('--json', 'print the season as JSON')
    .option('--out <dir>', 'write season.json, season.txt, watch/ and calendar/ into this folder')
    .addHelpText('after', HELP)
    .action(printSeason)

const printSeason = async (file: string, options: SeasonOptions): Promise<void> => {
  const made = makeSeason(file, options)
  if (!made.ok) return refuseWith(made.fault, options)
  const { season, findings } = made.value
  const json = makeSeasonJson(season, resolverOf(season), findings)
  const written =
    options.out === undefined ? ok(undefined) : await writeAll(options.out, json, seasonText(season, findings), options)
  if (!written.ok) return refuse(written.fault)
  if (options.json) sayJson(json)
  else say(seasonText(season, findings, (text) => styled('bold', text)))
  process.exitCode = exitCodeFor(findings)
}

/** Why there is no season: what could not be read, or the named reason of the fit. */
type Refusal = { readonly message: string } & Partial<Omit<FitFault, 'message'>>

const refuseWith = ({ code, message, change }: Refusal, { json }: SeasonOptions): void => {
  refuse(change === undefined ? message : `${message} ${change}`)
  if (json)
    sayJson({ problems: [{ code: code ?? 'unreadable', message, ...(change === undefined ? {} : { change }) }] })
}

interface Made {
  readonly season: Season
  readonly findings: readonly SeasonFinding[]
}

const makeSeason = (file: string, options: SeasonOptions): Result<Made, Refusal> => {
  const days = daysOf(options)
  if (!days.ok) return days
  const athlete = athleteOf(options.athlete)
  if (!athlete.ok) return fail({ message: athlete.fault })
  const source = readSource(file)
  if (!source.ok) return fail({ message: source.fault })
  for (const { message } of source.value.findings) tell(`${file}: ${message}`)
  const plan = asWritten(readPlan(source.value.text).plan)
  const speeds = speedsFor(plan, athlete.value, days.value.today)
  if (!speeds.ok) return speeds
  const season = fitSeason({ plan, athlete: athlete.value, ...days.value, speedAt: speeds.value })
  if (!season.ok) return season
  return ok({ season: season.value, findings: checkSeason(season.value, speeds.value) })
}

/** The plan as its canonical text says it, which is what the season's file keeps. */
const asWritten = (plan: Plan): Plan => parsePlan(makePlan(plan)).plan

const daysOf = ({ raceDay, today }: SeasonOptions): Result<{ readonly raceDay: Day; readonly today: Day }, Refusal> => {
  const race = dayOf('--race-day', raceDay)
  if (!race.ok) return race
  const asked = dayOf('--today', today ?? Temporal.Now.plainDateISO().toString())
  return asked.ok ? ok({ raceDay: race.value, today: asked.value }) : asked
}

const dayOf = (option: string, text: string): Result<Day, Refusal> => {
  const day = parseDay(text)
  if (day !== undefined) return ok(day)
  return fail({
    code: 'impossible-date',
    message: `${option} ${text} is no day of the calendar.`,
    change: 'Write a day that exists as year-month-day, as 2027-03-21.',
  })
}

const athleteOf = (file: string | undefined): Result<Athlete, string> =>
  file === undefined ? ok({ marks: [] }) : readAthleteFile(file)

/** The athlete's own speeds on the day; of the nominal runner where no mark is stated. Marks that carry none are a mistake. */
const speedsFor = (plan: Plan, athlete: Athlete, today: Day): Result<SpeedAt, Refusal> => {
  if (athlete.marks.length === 0) return ok(speedsOf(plan))
  const book = paceBookOn({ plan, athlete }, today)
  if (book.ok) return ok((pace) => speedAt(book.value, pace))
  return fail({ message: `The athlete's marks make no paces: ${book.fault.message}` })
}

/** Speeds of the steps of a session, as watch and calendar get them. */
const resolverOf = (season: Season): ((session: SeasonSession) => readonly ResolvedStep[]) => {
  const prescribe = prescriber(season, makePart)
  return (session) => stepsOf(prescribe(session).prescription.parts)
}

const stepsOf = (parts: readonly PrescribedPart[]): readonly ResolvedStep[] =>
  parts.flatMap((part) => {
    if (part.kind === 'set') return stepsOf(part.parts)
    return part.aim?.kind === 'speed' ? [{ path: part.path, speed: part.aim.speed }] : []
  })

/** The season, and beside it what it is lived with: workouts for the watch, and the calendar. */
const writeAll = async (
  out: string,
  json: object,
  text: string,
  { today }: SeasonOptions,
): Promise<Result<undefined, string>> => {
  const written = writeSeason(out, json, text)
  if (!written.ok) return written
  // The day that was asked for stamps the files, so that the same question leaves the same bytes.
  const made = today === undefined ? {} : { made: `${today}T00:00:00Z` }
  const faults: string[] = []
  for (const [to, folder] of LIVED_WITH) {
    await runExport(
      out,
      { to, out: join(out, folder), ...made },
      { say: () => undefined, tell: (fault) => faults.push(fault) },
    )
  }
  if (faults.length > 0) return fail(faults.join('\n'))
  tell(`${LIVED_WITH.map(([, folder]) => join(out, folder)).join(' and ')} hold the files for them.`)
  return written
}

const LIVED_WITH = [
  ['fit', 'watch'],
  ['ics', 'calendar'],
] as const

/** Made aside and moved when whole: each file in a folder is whole or not there, and what else is in it stays. */
const writeSeason = (out: string, json: object, text: string): Result<undefined, string> => {
  const folder = absolute(out)
  let aside: string | undefined
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isFile()) return fail(`${out} is a file: name a folder.`)
    mkdirSync(dirname(folder), { recursive: true })
    aside = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`))
    writeFileSync(join(aside, 'season.json'), `${JSON.stringify(json, null, 2)}\n`)
    writeFileSync(join(aside, 'season.txt'), `${text}\n`)
    mkdirSync(folder, { recursive: true })
    for (const name of ['season.json', 'season.txt']) renameSync(join(aside, name), join(folder, name))
  } catch (error) {
    return fail(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    if (aside !== undefined) rmSync(aside, { recursive: true, force: true })
  }
  tell(`${join(out, 'season.json')} and season.txt are written.`)
  return ok(undefined)
}
