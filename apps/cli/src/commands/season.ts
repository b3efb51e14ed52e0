import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve as absolute } from 'node:path'
import { Command } from 'commander'
import {
  check,
  fail,
  fitSeason,
  makeDay,
  makePaceBook,
  ok,
  parseDay,
  prescriber,
  scheduleOf,
  speedAt,
  speedsOf,
  weekdayOf,
  type Athlete,
  type Day,
  type Finding,
  type PaceBook,
  type Plan,
  type PrescribedPart,
  type Result,
  type Season,
  type SeasonSession,
} from '@bell-lap/core'
import { makePart, makeSeasonJson, makeWorkout, readPlan, type ResolvedStep } from '@bell-lap/formats'
import { readAthleteFile } from '../athlete-file.ts'
import { refuse, say, sayJson, styled, tell } from '../screen.ts'
import { readSource } from '../source.ts'
import { paceLines } from '../week-text.ts'

interface SeasonOptions {
  readonly raceDay: string
  readonly today?: string
  readonly athlete?: string
  readonly json?: true
  readonly out?: string
}

const HELP = `
PLAN is Bell Lap's notation or a page as coaches write it. The season is fitted to the athlete's marks, volume and days,
placed on dates up to the race, and says of each decision why.

Examples:
  bell-lap season plans/advanced-5k.plan --athlete me.json --race-day 2027-03-21
  bell-lap season page.txt --athlete me.json --race-day 2027-03-21 --today 2026-12-21 --out season
`

export const seasonCommand = (): Command =>
  new Command('season')
    .description('Fits a plan to an athlete and places it on the days up to a race.')
    .argument('<plan>', 'plan file, or - for standard input')
    .requiredOption('--race-day <day>', 'day of the race, 2027-03-21')
    .option('--today <day>', 'day on which it is asked; the day of this machine where left out')
    .option('--athlete <file>', 'athlete file with at least one mark')
    .option('--json', 'print the season as JSON')
    .option('--out <dir>', 'write season.json and season.txt into a folder')
    .addHelpText('after', HELP)
    .action(seasonOf)

const seasonOf = (file: string, options: SeasonOptions): void => {
  const made = makeSeason(file, options)
  if (!made.ok) return refuse(made.fault)
  const { season, findings } = made.value
  const json = makeSeasonJson(season, resolverOf(season), findings)
  if (options.out !== undefined) writeSeason(options.out, json, seasonText(season))
  if (options.json) sayJson(json)
  else say(seasonText(season))
}

interface Made {
  readonly season: Season
  readonly findings: readonly Finding[]
}

const makeSeason = (file: string, options: SeasonOptions): Result<Made, string> => {
  const days = daysOf(options)
  if (!days.ok) return days
  const athlete = athleteOf(options.athlete)
  if (!athlete.ok) return athlete
  const source = readSource(file)
  if (!source.ok) return source
  const { plan } = readPlan(source.value.text)
  const book = bookOf(plan, athlete.value, days.value.today)
  if (!book.ok) return book
  const season = fitSeason({
    plan,
    athlete: athlete.value,
    ...days.value,
    speedAt: (pace) => speedAt(book.value, pace),
  })
  if (!season.ok) return fail(`${season.fault.message} ${season.fault.change}`)
  return ok({
    season: season.value,
    findings: check(scheduleOf(plan, speedsOf(plan, athlete.value)), { athlete: athlete.value }),
  })
}

const daysOf = ({ raceDay, today }: SeasonOptions): Result<{ readonly raceDay: Day; readonly today: Day }, string> => {
  const race = parseDay(raceDay)
  if (race === undefined) return fail(`--race-day ${raceDay}: write a day that exists as year-month-day, 2027-03-21.`)
  const text = today ?? Temporal.Now.plainDateISO().toString()
  const day = parseDay(text)
  if (day === undefined) return fail(`--today ${text}: write a day that exists as year-month-day, 2026-12-21.`)
  return ok({ raceDay: race, today: day })
}

const athleteOf = (file: string | undefined): Result<Athlete, string> =>
  file === undefined
    ? fail(
        'A season is made for an athlete: --athlete FILE, at least { "marks": [{ "distance_m": 5000, "time": "19:45" }] }.',
      )
    : readAthleteFile(file)

const bookOf = (plan: Plan, { marks, goal }: Athlete, today: Day): Result<PaceBook, string> => {
  const book = makePaceBook({
    marks,
    definitions: plan.definitions,
    today: makeDay(today),
    ...(plan.paces ? { model: plan.paces } : {}),
    ...(goal ? { goal } : {}),
  })
  return book.ok ? book : fail(`The athlete's marks make no paces: ${book.fault.message}`)
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

const seasonText = (season: Season): string => {
  const prescribe = prescriber(season, makePart)
  const weeks = season.weeks.map((week) =>
    [
      styled(
        'bold',
        `Week ${week.number}, from ${makeDay(week.monday)}${week.phase ? `, ${week.phase}` : ''}${week.kind ? ` (${week.kind})` : ''}`,
      ),
      ...week.sessions.flatMap((session) => {
        const { book } = prescribe(session)
        const paces = book.ok ? paceLines(session.workout, book.value, season.athlete.unit ?? season.plan.unit) : []
        return [
          `  ${weekdayOf(session.day)} ${session.slot} ${makeWorkout(session.workout)}`,
          ...paces.map((line) => `           ${line}`),
        ]
      }),
    ].join('\n'),
  )
  const decisions = season.decisions.map(
    ({ what, because, rule, week }) =>
      `  ${week === undefined ? '' : `week ${week}, `}${what}: ${because}${rule ? ` [${rule}]` : ''}`,
  )
  return [...weeks, [styled('bold', 'Decisions'), ...decisions].join('\n')].join('\n\n')
}

/** Made aside and moved when whole: a folder holds a whole season or none. */
const writeSeason = (out: string, json: object, text: string): void => {
  const folder = absolute(out)
  mkdirSync(dirname(folder), { recursive: true })
  const aside = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`))
  writeFileSync(join(aside, 'season.json'), `${JSON.stringify(json, null, 2)}\n`)
  writeFileSync(join(aside, 'season.txt'), `${text}\n`)
  mkdirSync(folder, { recursive: true })
  for (const name of ['season.json', 'season.txt']) renameSync(join(aside, name), join(folder, name))
  rmSync(aside, { recursive: true, force: true })
  tell(`${join(out, 'season.json')} and season.txt are written.`)
}
