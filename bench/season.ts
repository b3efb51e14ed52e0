// Time of a season: read the plan, check it, fit it, place it, check the season, resolve every session:
//   node bench/season.ts
// Cold is a new process from its start to the answer; warm the lower quartile of many in one. Then how it grows with the
// weeks to the race, and with athletes one after the other.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  addDays,
  check,
  checkSeason,
  fitSeason,
  kilometres,
  minutes,
  paceBookOn,
  parseDay,
  prescriber,
  scheduleOf,
  seconds,
  speedAt,
  type Athlete,
  type Day,
  type SpeedAt,
} from '@bell-lap/core'
import { makePart, makeSeasonJson, readPlan } from '@bell-lap/formats'

const self = fileURLToPath(import.meta.url)
const text = readFileSync(join(self, '../../plans/advanced-5k.plan'), 'utf8')

const dayOf = (day: string): Day => {
  const parsed = parseDay(day)
  if (parsed === undefined) throw new Error(`${day} is no day`)
  return parsed
}
const RACE_DAY = dayOf('2027-03-21')

/** Athletes who differ in speed, volume, days and hours. */
const athleteOf = (number: number): Athlete => ({
  marks: [{ distance: kilometres(5), time: seconds(960 + ((number * 37) % 600)) }],
  weekly: kilometres(30 + ((number * 13) % 70)),
  longestRun: kilometres(10 + ((number * 5) % 12)),
  days: 4 + (number % 4),
  gym: number % 3 > 0,
  ...(number % 2 > 0
    ? {
        availability: Object.fromEntries(
          ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day, index) => [
            day,
            { am: minutes(45 + ((index + number) % 3) * 30), pm: minutes(60 + ((index * number) % 2) * 30) },
          ]),
        ),
      }
    : {}),
})

const STAGES = ['read', 'check', 'fit and place', 'check the season', 'resolve', 'JSON'] as const
type Times = { [Stage in (typeof STAGES)[number]]: number }

/** One season from text to JSON; milliseconds of each stage. */
const season = (athlete: Athlete, weeks: number): Times => {
  const times: Times = { read: 0, check: 0, 'fit and place': 0, 'check the season': 0, resolve: 0, JSON: 0 }
  let last = performance.now()
  const lap = (stage: keyof Times): void => {
    const now = performance.now()
    times[stage] = now - last
    last = now
  }
  const { plan } = readPlan(text)
  lap('read')
  const today = addDays(RACE_DAY, 1 - weeks * 7)
  const book = paceBookOn({ plan, athlete }, today)
  if (!book.ok) throw new Error(book.fault.message)
  const speeds: SpeedAt = (pace) => speedAt(book.value, pace)
  check(scheduleOf(plan, speeds), { athlete })
  lap('check')
  const fitted = fitSeason({ plan, athlete, raceDay: RACE_DAY, today, speedAt: speeds })
  if (!fitted.ok) throw new Error(fitted.fault.message)
  lap('fit and place')
  const findings = checkSeason(fitted.value, speeds)
  lap('check the season')
  const prescribe = prescriber(fitted.value, makePart)
  for (const week of fitted.value.weeks) for (const session of week.sessions) prescribe(session)
  lap('resolve')
  JSON.stringify(makeSeasonJson(fitted.value, undefined, findings))
  lap('JSON')
  return times
}

const sum = (times: Times): number => STAGES.reduce((all, stage) => all + times[stage], 0)
const lowerQuartile = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 2] ?? NaN
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const WARM = 40
const COLD = 7

if (process.argv[2] === 'once') {
  season(athleteOf(1), 12)
} else {
  const cold = Array.from({ length: COLD }, () => {
    const start = performance.now()
    spawnSync(process.execPath, [self, 'once'])
    return performance.now() - start
  })
  say(`12 weeks, cold: ${lowerQuartile(cold).toFixed(0)} ms from the start of a process to its end`)

  for (let each = 0; each < WARM; each++) season(athleteOf(each), 12)
  const before = process.cpuUsage()
  const warm = Array.from({ length: WARM }, (_, each) => season(athleteOf(each), 12))
  const { user, system } = process.cpuUsage(before)
  // Beside other work the clock tells of the others: the processor tells of this.
  const busy = `${((user + system) / 1000 / WARM).toFixed(1)} ms of processor time each`
  say(`12 weeks, warm: ${lowerQuartile(warm.map(sum)).toFixed(1)} ms, ${busy}`)
  for (const stage of STAGES) {
    say(`  ${stage.padEnd(18)} ${lowerQuartile(warm.map((times) => times[stage])).toFixed(2)} ms`)
  }

  let first = NaN
  for (const weeks of [6, 12, 24, 48]) {
    const time = lowerQuartile(Array.from({ length: WARM }, (_, each) => season(athleteOf(each), weeks)).map(sum))
    if (weeks === 6) first = time
    say(
      `${String(weeks).padStart(2)} weeks: ${time.toFixed(1)} ms, each week ${((time / weeks / first) * 6).toFixed(2)} of the first line's`,
    )
  }

  for (const athletes of [1, 10, 100]) {
    const start = performance.now()
    for (let each = 0; each < athletes; each++) season(athleteOf(each), 12)
    const time = performance.now() - start
    say(`${String(athletes).padStart(3)} athletes: ${time.toFixed(0)} ms, ${(time / athletes).toFixed(1)} ms each`)
  }
}
