import { execFile } from 'node:child_process'
import { existsSync, statSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { Command, Option } from 'commander'
import { fail, ok, type Result, type Season } from '@bell-lap/core'
import {
  countsOf,
  EXPORT_TARGETS,
  exportSeason,
  parseSeasonJson,
  reportText,
  wholeSeasonReport,
  type Exported,
  type ExportOptions,
  type ExportReport,
  type ExportTarget,
} from '@bell-lap/formats'
import { z } from 'zod'
import { say, tell } from '../screen.ts'
import type { Screen } from './paces.ts'

export interface ExportCommandOptions {
  readonly to: ExportTarget
  readonly out: string
  readonly json?: true
  readonly allDay?: true
  readonly weekBanner?: true
  readonly seasonId?: string
  readonly made?: string
}

const HELP = `
SEASON is a season.json, or the folder that "bell-lap season --out" left it in.
Each session is reported: exact, degraded (what, and how) or refused (why); --json prints that report as data.

  ics   calendar: import it again after changes, moved sessions move      fit   workouts for the watch: copy to GARMIN/NewFiles
  icu   text for the workout builder of Intervals.icu                     zwo   running workouts for Zwift
  csv   two tables: sessions and steps                                    html  pages to print: weeks and session cards
  pdf   the same pages through a browser (BROWSER_BIN or chromium)        json  the season itself

Files are written beside DIR first and moved into it when all are there. Files that an earlier export of the same kind
left in DIR and that are no more are removed; nothing else in DIR is touched.
Exit code 0: done. 1: no session could be exported. 2: the season could not be read, or DIR not be written.

Examples:
  bell-lap export my-season --to fit --out watch
  bell-lap export my-season/season.json --to ics --out . --week-banner
  BROWSER_BIN=/usr/bin/chromium bell-lap export my-season --to pdf --out print
`

/** The command `export`: a season in, the files of a target out, with what became of each session. */
export const exportCommand = (): Command =>
  new Command('export')
    .description('Takes a season out to the watch, the calendar, other builders, tables and paper.')
    .argument('<season>', 'season.json, or the folder that holds it')
    .addOption(new Option('--to <target>', 'where to').choices(EXPORT_TARGETS).makeOptionMandatory())
    .requiredOption('--out <dir>', 'folder for the files; made where it is missing')
    .option('--json', 'print the report as JSON')
    .option('--all-day', 'ics: whole days instead of hours')
    .option('--week-banner', 'ics: one entry over each week, with its total')
    .option('--season-id <text>', 'ics, fit: tells this season from others (default: from plan, athlete and race)')
    .option('--made <instant>', 'instant that the files carry, as 2026-12-21T08:00:00Z (default: now)')
    .addHelpText('after', HELP)
    .action(async (season: string, options: ExportCommandOptions) => {
      process.exitCode = await runExport(season, options)
    })

/** Exports a season; returns the exit code: 0, 1 without any session exported, 2 where nothing could be read or written. */
export const runExport = async (
  path: string,
  options: ExportCommandOptions,
  screen: Screen = { say, tell },
): Promise<number> => {
  const done = await exportTo(path, options)
  if (!done.ok) {
    screen.tell(done.fault)
    return 2
  }
  const report = done.value
  screen.say(options.json ? JSON.stringify({ ...report, counts: countsOf(report) }, null, 2) : reportText(report))
  const { exact, degraded } = countsOf(report)
  return exact + degraded > 0 || report.sessions.length === 0 ? 0 : 1
}

const exportTo = async (path: string, options: ExportCommandOptions): Promise<Result<ExportReport, string>> => {
  const source = readSeason(path)
  if (!source.ok) return source
  const made = madeOf(options)
  if (!made.ok) return made
  const out = resolve(options.out)
  if (existsSync(out) && !statSync(out).isDirectory())
    return fail(`${options.out} is a file: name a folder for the export.`)
  try {
    return await written(out, source.value, { target: options.to, options: optionsOf(options, made.value) })
  } catch (error) {
    return fail(`${options.out}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

interface SeasonSource {
  readonly season: Season
  /** As it was read: the json target hands it on. */
  readonly text: string
}

/** A season of a year with everything in it has a few megabytes. */
const MOST_SEASON_BYTES = 64 * 1024 * 1024

const readSeason = (path: string): Result<SeasonSource, string> => {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'season.json') : path
  if (!existsSync(file))
    return fail(`${file}: there is no such file. Make a season first: bell-lap season PLAN --race-day DATE --out DIR`)
  if (statSync(file).size > MOST_SEASON_BYTES) return fail(`${file} is larger than any season: 64 MB are read at most.`)
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  const value = parsed(text)
  if (!value.ok) return fail(`${file} is no JSON: ${value.fault}`)
  const season = parseSeasonJson(value.value)
  return season.ok ? ok({ season: season.value, text }) : fail(`${file} is no season: ${season.fault}`)
}

const parsed = (text: string): Result<unknown, string> => {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

const madeOf = ({ made }: ExportCommandOptions): Result<string, string> => {
  if (made === undefined) return ok(Temporal.Now.instant().round('second').toString())
  try {
    return ok(Temporal.Instant.from(made).toString())
  } catch {
    return fail(`--made ${made}: write an instant, as 2026-12-21T08:00:00Z.`)
  }
}

const optionsOf = ({ allDay, weekBanner, seasonId }: ExportCommandOptions, made: string): ExportOptions => ({
  made,
  ...(allDay ? { allDay } : {}),
  ...(weekBanner ? { weekBanner } : {}),
  ...(seasonId === undefined ? {} : { seasonId }),
})

interface Task {
  readonly target: ExportTarget
  readonly options: ExportOptions
}

/** Makes all files in a folder of their own beside the wanted one, then moves them over; nothing is ever half there. */
const written = async (out: string, source: SeasonSource, task: Task): Promise<Result<ExportReport, string>> => {
  await mkdir(dirname(out), { recursive: true })
  const draft = await mkdtemp(join(dirname(out), '.bell-lap-export-'))
  try {
    const made = await filesFor(source, task, draft)
    if (!made.ok) return made
    const { files, report } = made.value
    for (const { name, content } of files) await writeFile(join(draft, plainName(name)), content)
    const listed: Manifest = { target: task.target, made: task.options.made, files: files.map(({ name }) => name) }
    await writeFile(join(draft, manifestOf(task.target)), `${JSON.stringify({ ...listed, report }, null, 2)}\n`)
    await mkdir(out, { recursive: true })
    const before = await listedBefore(out, task.target)
    for (const name of [...listed.files, manifestOf(task.target)]) await rename(join(draft, name), join(out, name))
    for (const name of before.filter((old) => !listed.files.includes(old))) await rm(join(out, name), { force: true })
    return ok(report)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

const filesFor = async (
  { season, text }: SeasonSource,
  { target, options }: Task,
  draft: string,
): Promise<Result<Exported, string>> => {
  if (target === 'json') {
    const files = [{ name: 'season.json', content: text }]
    return ok({ files, report: wholeSeasonReport(season, target, files) })
  }
  if (target !== 'pdf') return ok(exportSeason(season, target, options))
  const page = exportSeason(season, 'html', options).files.find(({ name }) => name === 'season.html')
  const printed = await print(String(page?.content ?? ''), draft)
  if (!printed.ok) return printed
  const files = [{ name: 'season.pdf', content: printed.value }]
  return ok({ files, report: wholeSeasonReport(season, target, files) })
}

const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/

/** Names are made of week, day and slot; one that could leave the folder would be a bug. */
const plainName = (name: string): string => {
  if (!PLAIN_NAME.test(name)) throw new Error(`${JSON.stringify(name)} is no name for a file`)
  return name
}

/** What an export left in a folder, so that the next one knows which files are its own. */
interface Manifest {
  readonly target: ExportTarget
  readonly made: string
  readonly files: readonly string[]
}

const manifestOf = (target: ExportTarget): string => `export-${target}.json`

const MANIFEST = z.object({ files: z.array(z.string()) })

/** Files that an earlier export to the same target left; none where its list is missing or not ours. */
const listedBefore = async (out: string, target: ExportTarget): Promise<readonly string[]> => {
  const file = join(out, manifestOf(target))
  if (!existsSync(file)) return []
  const value = parsed(await readFile(file, 'utf8'))
  const manifest = value.ok ? MANIFEST.safeParse(value.value) : undefined
  return manifest?.success ? manifest.data.files.filter((name) => PLAIN_NAME.test(name)) : []
}

const BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chromium-headless-shell',
]

const NO_BROWSER =
  'PDF needs a browser that prints: install Chromium or name one in BROWSER_BIN. ' +
  'Or export --to html and print the page from any browser.'

/** BROWSER_BIN where it is set, else the first Chromium on the path. */
const browserBin = (): string | undefined => {
  const named = process.env['BROWSER_BIN']
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/** Longest that printing may take; a season of a year takes a few seconds. */
const PRINT_MS = 120_000

/** The page through a browser's printer; its profile and its files stay in the draft folder. */
const print = async (page: string, draft: string): Promise<Result<Uint8Array, string>> => {
  const browser = browserBin()
  if (browser === undefined) return fail(NO_BROWSER)
  const [source, target] = [join(draft, 'print.html'), join(draft, 'print.pdf')]
  await writeFile(source, page)
  const flags = ['--headless', '--disable-gpu', '--no-pdf-header-footer', `--user-data-dir=${join(draft, 'profile')}`]
  // A browser refuses to run as root inside its sandbox, and in most containers; the page has no script and no network.
  const all = [...flags, '--no-sandbox', `--print-to-pdf=${target}`, pathToFileURL(source).href]
  try {
    await promisify(execFile)(browser, all, { timeout: PRINT_MS })
    return ok(await readFile(target))
  } catch (error) {
    return fail(`${browser} did not print: ${error instanceof Error ? firstLine(error.message) : String(error)}`)
  }
}

const firstLine = (text: string): string => text.split('\n')[0] ?? text
