// Writes docs/seasons/*.md, the advanced 5K plan as three athletes get it: node_modules/.bin/node scripts/make-season-pages.ts
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkSeason, fitSeason, paceBookOn, parseDay, speedAt, type Day, type SpeedAt } from '@bell-lap/core'
import { parseAthlete, parsePlan } from '@bell-lap/formats'
import { seasonText } from '../apps/cli/src/season-text.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = join(root, 'docs', 'seasons')

const TODAY = '2026-12-21'
const RACE_DAY = '2027-03-21'

interface Example {
  /** Name of the page. */
  readonly name: string
  readonly title: string
  readonly about: string
  /** Athlete file, as a user writes it. */
  readonly file: object
}

const mark = (time: string): object => ({ distance_m: 5000, time, day: '2026-11-07', kind: 'race' })

const EXAMPLES: readonly Example[] = [
  {
    name: '5k-16-40',
    title: '16:40, 60 miles a week',
    about:
      'Somebody whom the plan is written for: it stays as its author wrote it, a base week fills the time before it, and strength is added where it leaves key sessions alone.',
    file: {
      name: 'Ada',
      sex: 'male',
      unit: 'mi',
      marks: [mark('16:40')],
      weekly_km: 96.5,
      longest_run_km: 22.5,
      days: 7,
      doubles: true,
      gym: true,
      long_run_day: 'Sun',
      years_running: 8,
      run_days_recent: 7,
      zone: 'America/New_York',
      goal: { distance_m: 5000, time: '16:15' },
    },
  },
  {
    name: '5k-21-30',
    title: '21:30, 40 miles a week, a tune-up race',
    about:
      'Six days a week, evenings only from Monday to Friday, and a 3000 m race on the way: the plan is scaled a little, one key session a week gives way to the race and its easy days.',
    file: {
      name: 'Bea',
      sex: 'female',
      unit: 'mi',
      marks: [mark('21:30')],
      weekly_km: 64.4,
      longest_run_km: 18,
      days: 6,
      availability: {
        Mon: { pm: 75 },
        Tue: { pm: 90 },
        Wed: { pm: 75 },
        Thu: { pm: 90 },
        Fri: { pm: 60 },
        Sat: { am: 90, pm: 60 },
        Sun: { am: 150 },
      },
      gym: true,
      years_running: 4,
      run_days_recent: 6,
      zone: 'Europe/London',
      goal: { distance_m: 5000, time: '20:45' },
      races: [{ day: '2027-01-23', distance_m: 3000, priority: 'B' }],
    },
  },
  {
    name: '5k-24-30',
    title: '24:30, 30 km a week on five days',
    about:
      'Somebody for whom the plan is too big now, and who is told so: a third of its distances, the same sessions with fewer repetitions, five days, strength at home.',
    file: {
      name: 'Cem',
      sex: 'male',
      unit: 'km',
      marks: [mark('24:30')],
      weekly_km: 30,
      longest_run_km: 11,
      days: 5,
      gym: false,
      years_running: 2,
      run_days_recent: 4,
      zone: 'Europe/Berlin',
      goal: { distance_m: 5000, time: '23:00' },
      blackout: ['2027-01-01'],
    },
  },
]

const dayOf = (text: string): Day => {
  const day = parseDay(text)
  if (day === undefined) throw new Error(`${text} is no day`)
  return day
}

const pageOf = ({ title, about, file }: Example): string => {
  const json = JSON.stringify(file, null, 2)
  const athlete = parseAthlete(json)
  if (!athlete.ok) throw new Error(athlete.fault.join('\n'))
  const { plan } = parsePlan(readFileSync(join(root, 'plans', 'advanced-5k.plan'), 'utf8'))
  const today = dayOf(TODAY)
  const book = paceBookOn({ plan, athlete: athlete.value }, today)
  if (!book.ok) throw new Error(book.fault.message)
  const speeds: SpeedAt = (pace) => speedAt(book.value, pace)
  const season = fitSeason({ plan, athlete: athlete.value, raceDay: dayOf(RACE_DAY), today, speedAt: speeds })
  if (!season.ok) throw new Error(season.fault.message)
  const text = seasonText(season.value, checkSeason(season.value, speeds))
  return [
    `# The advanced 5K for ${title}`,
    about,
    'The athlete file:',
    `\`\`\`json\n${json}\n\`\`\``,
    `\`bell-lap season plans/advanced-5k.plan --athlete FILE --race-day ${RACE_DAY} --today ${TODAY}\` says:`,
    `\`\`\`text\n${text}\n\`\`\`\n`,
  ].join('\n\n')
}

const VITEST = 'node_modules/.bin/node node_modules/vitest/vitest.mjs run'
const TRIALS: readonly (readonly [string, string])[] = [
  [`${VITEST} tests/season`, '300 seasons, refusals, decisions, the same on any machine'],
  [`BELL_LAP_LONG=1 ${VITEST} tests/season/fit.test.ts`, '10,000 seasons'],
  [`BELL_LAP_SEASONS=2000..2999 ${VITEST} tests/season/fit.test.ts`, 'some of them; one number: one season'],
  [`${VITEST} tests/export/fit.test.ts`, 'every session to the watch, read back by two readers'],
  [`BELL_LAP_LONG=1 ${VITEST} tests/export/fit.test.ts -t 'seasons fitted'`, '200 seasons to the watch'],
  [`${VITEST} tests/export/ics.test.ts`, 'the calendar through import, edit and import again'],
  ['node_modules/.bin/node bench/season.ts', 'how long a season takes, and how that grows'],
]
const COMMAND_WIDTH = Math.max(...TRIALS.map(([command]) => command.length))

const contents = (): string =>
  [
    '# Seasons',
    'One plan, three athletes. Each page is what the command line prints, with the reason for every change; they are written by `scripts/make-season-pages.ts`, and a test keeps them current.',
    ...EXAMPLES.map(({ name, title, about }) => `- [${title}](${name}.md): ${about}`),
    '## What is tried, and how to try it again',
    'Seasons of athletes and plans at random are judged by whoever knows nothing but the season: hard rules, minutes of each half of a day, a decision for every session that is not as written, no finding of level error. Each season has a number; a failure prints it.',
    ['```sh', ...TRIALS.map(([command, what]) => `${command.padEnd(COMMAND_WIDTH)}  # ${what}`), '```'].join('\n'),
    '',
  ].join('\n\n')

/** Name of each page and its text. */
export const seasonPages = (): ReadonlyMap<string, string> =>
  new Map([['README.md', contents()], ...EXAMPLES.map((example) => [`${example.name}.md`, pageOf(example)] as const)])

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of seasonPages()) writeFileSync(join(folder, name), text)
}
