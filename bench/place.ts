// Placement of a week by exact search against HiGHS, a general solver for mixed-integer programs, side by side in one run:
//   npm run bench -- place [weeks of each size]      (BELL_LAP_SEED for other weeks)
// Both get the same random week and prove the optimum, or that there is none; the solver gets it as the program of
// tests/placement/mip.ts, whose making is not timed. A week counts for the solver with at most SECONDS: then its time is
// a lower bound. Then the moves of a calendar, and the placement of a season.
import { Session, type Profiler } from 'node:inspector'
import {
  addDays,
  fitSeason,
  kilometres,
  makeRecipe,
  minutes,
  paceBookOn,
  parseDay,
  seconds,
  speedAt,
} from '@bell-lap/core'
import type { Athlete, Day, Plan } from '@bell-lap/core'
import {
  modelOf,
  newMoves,
  place,
  PLACEMENT_RULES,
  searchPlacement,
  type DaySlot,
  type PlacementProblem,
} from '../tests/placement/core.ts'
import { mipOf } from '../tests/placement/mip.ts'
import { solve } from '../tests/placement/solver.ts'
import { COUNTS, weekNumber } from '../tests/placement/weeks.ts'

const SECONDS = 20
/** Milliseconds up to which a measurement is taken again. */
const QUICK = 500
const each = Number(process.argv[2] ?? 8)
const seed = Number(process.env['BELL_LAP_SEED'] ?? 20261121)

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const quantile = (all: readonly number[], share: number): number =>
  all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) * share)] ?? NaN
const ms = (time: number): string => time.toFixed(time < 10 ? 2 : 0).padStart(7)

const timed = <Answer>(work: () => Answer): { time: number; answer: Answer } => {
  const start = performance.now()
  const answer = work()
  return { time: performance.now() - start, answer }
}

/** Milliseconds of the processor for a run of some work: what it takes when nothing else runs. Good for tens of them and more. */
const busy = (work: () => void, times: number): number => {
  const before = process.threadCpuUsage()
  for (let time = 0; time < times; time++) work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000 / times
}

/** The least of three, where that does not take long: other programs run on the machine too. */
const leastOf = <Answer>(work: () => Answer): { time: number; answer: Answer } => {
  let best = timed(work)
  for (let again = 0, spent = best.time; again < 2 && spent < QUICK; again++) {
    const next = timed(work)
    spent += next.time
    if (next.time < best.time) best = next
  }
  return best
}

interface Race {
  readonly possible: boolean
  readonly ours: number
  readonly theirs: number
  readonly timeUp: boolean
  /** With the smallest clash and the best placement of each way out, which the solver does not give. */
  readonly explained: number
}

/** One week, both solvers after one another, each the least of three where it is quick. */
const race = (problem: PlacementProblem): Race => {
  const program = mipOf(problem)
  const ours = leastOf(() => searchPlacement(modelOf(problem, PLACEMENT_RULES)))
  const theirs = leastOf(() => solve(program, SECONDS))
  const whole = leastOf(() => place(problem))
  const possible = whole.answer.kind === 'placed'
  if (theirs.answer.status !== 'unknown' && possible !== (theirs.answer.status === 'optimal')) {
    throw new Error(`they do not agree: ${JSON.stringify(problem)}`)
  }
  return {
    possible,
    ours: ours.time,
    theirs: theirs.time,
    timeUp: theirs.answer.status === 'unknown',
    explained: whole.time,
  }
}

const sayRaces = (label: string, races: readonly Race[]): void => {
  const ratios = races.map(({ ours, theirs }) => theirs / ours)
  const column = (pick: (race: Race) => number): string =>
    `${ms(quantile(races.map(pick), 0.5))} ${ms(quantile(races.map(pick), 1))}`
  say(
    `${label.padEnd(14)} ${String(races.length).padStart(4)} ${column(({ ours }) => ours)}  ${column(({ theirs }) => theirs)}` +
      `  ${quantile(ratios, 0.5).toFixed(0).padStart(6)} ${quantile(ratios, 0).toFixed(1).padStart(6)}` +
      `  ${races.filter(({ timeUp }) => timeUp).length}   ${column(({ explained }) => explained)}`,
  )
}

const raceAll = (): void => {
  const weeks = Array.from({ length: each * COUNTS.length }, (_, number) => weekNumber(seed, number))
  for (const week of weeks) place(week)
  for (const week of weeks.slice(0, COUNTS.length)) solve(mipOf(week), 1)
  say(`seed ${seed}; ms, median and most; times as fast, median and least; HiGHS stopped after ${SECONDS} s`)
  say('sessions      weeks    ours           HiGHS          times as fast stopped  place() with reasons')
  const races = COUNTS.flatMap((count) => {
    const these = weeks.filter(({ sessions }) => sessions.length === count).map(race)
    const [possible, impossible] = [these.filter((one) => one.possible), these.filter((one) => !one.possible)]
    if (possible.length > 0) sayRaces(`${count}`, possible)
    if (impossible.length > 0) sayRaces(`${count} impossible`, impossible)
    return these
  })
  sayRaces('all', races)
  say(`weeks on which HiGHS was faster: ${races.filter(({ ours, theirs }) => theirs < ours).length} of ${races.length}`)
}

/** Every cell of the week as the target of one session, as a calendar asks when it is picked up: for three sessions. */
const holdsOf = (problem: PlacementProblem): readonly (() => unknown)[] => {
  const answer = place(problem)
  if (answer.kind === 'impossible') return []
  const cells = problem.days.flatMap(({ day, slots }) =>
    (['am', 'pm'] as const).flatMap((slot): readonly DaySlot[] => (slots[slot] === undefined ? [] : [{ day, slot }])),
  )
  return problem.sessions.slice(0, 3).map(
    ({ id }) =>
      () =>
        cells.map(newMoves(problem, answer.placement, { session: id })),
  )
}

const moves = (): void => {
  const weeks = Array.from({ length: 30 }, (_, number) => weekNumber(seed, number * COUNTS.length + COUNTS.length - 1))
  const holds = weeks.flatMap(holdsOf)
  for (const hold of holds.slice(0, 15)) hold()
  const times = holds.map((hold) => leastOf(hold).time)
  const work = busy(() => holds.forEach((hold) => hold()), 1) / holds.length
  say(
    `a session of a week of ${COUNTS.at(-1)} moved to every slot: ` +
      `${ms(quantile(times, 0.5))} ms median, ${ms(quantile(times, 0.9))} ms p90, ${ms(quantile(times, 1))} ms most, ` +
      `${ms(work)} ms of the processor on average`,
  )
}

const dayOf = (day: string): Day => {
  const parsed = parseDay(day)
  if (parsed === undefined) throw new Error(`${day} is no day`)
  return parsed
}
const RACE_DAY = dayOf('2027-06-20')
const WEEKS = 24

const recipe = (days: number): Plan => {
  const made = makeRecipe({ recipe: 'fusion', race: '5K', weeks: WEEKS, level: 'advanced', days })
  if (!made.ok) throw new Error(made.fault.message)
  return made.value
}

const ATHLETES: readonly Athlete[] = [5, 6, 7].map((days) => ({
  marks: [{ distance: kilometres(5), time: seconds(1160) }],
  weekly: kilometres(days * 11),
  longestRun: kilometres(18),
  days,
  gym: true,
  availability: Object.fromEntries(
    ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => [day, { am: minutes(75), pm: minutes(90) }]),
  ),
}))

const fit = (plan: Plan, athlete: Athlete): void => {
  const today = addDays(RACE_DAY, 1 - WEEKS * 7)
  const book = paceBookOn({ plan, athlete }, today)
  if (!book.ok) throw new Error(book.fault.message)
  const fitted = fitSeason({ plan, athlete, raceDay: RACE_DAY, today, speedAt: (pace) => speedAt(book.value, pace) })
  if (!fitted.ok) throw new Error(fitted.fault.message)
}

/** Milliseconds that some work spends in the placement, by samples of its stack: its own code is not touched. */
const inPlacement = (work: () => void): number => {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.setSamplingInterval', { interval: 200 })
  session.post('Profiler.start')
  work()
  let inside = 0
  session.post('Profiler.stop', (error, { profile }) => {
    if (error) throw error
    inside = timeUnder(profile, 'bestPlacement')
  })
  session.disconnect()
  return inside
}

const timeUnder = ({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, name: string): number => {
  const parent = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const named = new Set(nodes.flatMap(({ id, callFrame }) => (callFrame.functionName === name ? [id] : [])))
  const isUnder = (id: number | undefined): boolean => id !== undefined && (named.has(id) || isUnder(parent.get(id)))
  return samples.reduce((sum, id, index) => (isUnder(id) ? sum + (timeDeltas[index] ?? 0) / 1000 : sum), 0)
}

const seasons = (): void => {
  for (const athlete of ATHLETES) {
    const plan = recipe(athlete.days ?? 6)
    const cold = timed(() => fit(plan, athlete)).time
    for (let time = 0; time < 5; time++) fit(plan, athlete)
    const whole = Array.from({ length: 9 }, () => timed(() => fit(plan, athlete)).time)
    const inside = Array.from({ length: 5 }, () => inPlacement(() => fit(plan, athlete)))
    const work = busy(() => fit(plan, athlete), 9)
    say(
      `a season of ${WEEKS} weeks, ${athlete.days} days: fitted in ${ms(quantile(whole, 0.5))} ms (first time ${ms(cold)}, ` +
        `${ms(work)} ms of the processor), ` +
        `of that placed in ${ms(quantile(inside, 0.5))} ms`,
    )
  }
}

seasons()
moves()
raceAll()
