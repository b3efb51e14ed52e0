import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import {
  check,
  kilometres,
  makePaceBook,
  parseClock,
  scheduleOf,
  speedAt,
  weeksOf,
  type Duration,
  type PaceBook,
  type Plan,
} from '@bell-lap/core'
import { readPlan, type PlanReading } from '@bell-lap/formats'
import { countText, locate, printFinding } from '../findings.ts'
import { refuse, say, styled } from '../screen.ts'
import { typedLines, type TypedLines } from '../typed-lines.ts'
import { weekText } from '../week-text.ts'
import { paceTable } from './paces.ts'

interface DemoOptions {
  readonly '5k'?: string
}

const OWN_PLAN = join(dirname(fileURLToPath(import.meta.url)), '../../../../plans/advanced-5k.plan')
const USUAL_5K = '20:00'

export const demoCommand = (): Command =>
  new Command('demo')
    .description('A guided look: a plan read, checked, and shown with your paces.')
    .option('--5k <time>', 'your 5K time; asked for on a terminal')
    .addHelpText('after', '\nExamples:\n  bell-lap demo\n  bell-lap demo --5k 18:40 < page.txt\n')
    .action(demo)

const demo = async (options: DemoOptions): Promise<void> => {
  const wishes = process.stdin.isTTY ? await ask(options) : await listen(options)
  const time = parseClock(wishes.time)
  if (time === undefined || time <= 0) return refuse(`${wishes.time} is no 5K time: type minutes and seconds, 19:30.`)
  show(wishes.text, wishes.name, time)
}

interface Wishes {
  readonly time: string
  readonly text: string
  readonly name: string
}

const ownPlan = (time: string): Wishes => ({
  time,
  text: readFileSync(OWN_PLAN, 'utf8'),
  name: 'plans/advanced-5k.plan',
})

/** Two questions; a pasted page ends with a line that holds one dot, or with the end of input. */
const ask = async (options: DemoOptions): Promise<Wishes> => {
  const lines = typedLines(process.stdin)
  say(styled('bold', 'Bell Lap: a training plan, read, checked and shown at your paces.'))
  try {
    const time = options['5k'] ?? (await askTime(lines))
    say('\nPaste a training plan from the web and end it with a line that holds only a dot.')
    say('Or press Enter for the twelve weeks of the advanced 5K plan that come with Bell Lap.')
    const pasted = await paste(lines)
    return pasted.trim() === '' ? ownPlan(time) : { time, text: pasted, name: 'pasted' }
  } finally {
    lines.close()
  }
}

const askTime = async (lines: TypedLines): Promise<string> => {
  process.stdout.write(`\nYour 5K time (Enter: ${USUAL_5K}): `)
  return (await lines.next())?.trim() || USUAL_5K
}

/** Enter alone at the start means nothing to paste; blank lines within a page belong to it. */
const paste = async (lines: TypedLines): Promise<string> => {
  const pasted: string[] = []
  for (let line = await lines.next(); line !== undefined && line.trim() !== '.'; line = await lines.next()) {
    if (pasted.length === 0 && line.trim() === '') break
    pasted.push(line)
  }
  return pasted.join('\n')
}

/** Without a terminal what is piped in is the plan; nothing means our own. */
const listen = async (options: DemoOptions): Promise<Wishes> => {
  const chunks: string[] = []
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) chunks.push(String(chunk))
  const text = chunks.join('')
  const time = options['5k'] ?? USUAL_5K
  return text.trim() === '' ? ownPlan(time) : { time, text, name: 'standard input' }
}

const show = (text: string, name: string, time: Duration): void => {
  const reading = readPlan(text)
  const book = bookFor(reading.plan, time)
  if (!book) return refuse('No paces can be made of this time: a 5K takes between 10 and 60 minutes.')
  showWeek(reading, book)
  showFindings(text, name, reading, book)
  showPaces(book, reading.plan)
  say('\nNext: node_modules/.bin/bell-lap --help')
}

const bookFor = (plan: Plan, time: Duration): PaceBook | undefined => {
  const book = makePaceBook({
    marks: [{ distance: kilometres(5), time }],
    definitions: plan.definitions,
    ...(plan.paces ? { model: plan.paces } : {}),
  })
  return book.ok ? book.value : undefined
}

const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? '' : 's'}`

const heading = (text: string): void => say(`\n${styled('bold', text)}`)

const showWeek = ({ plan, coverage }: PlanReading, book: PaceBook): void => {
  const weeks = weeksOf(plan)
  const sessions = weeks.reduce((sum, week) => sum + week.sessions.length, 0)
  heading(
    `${plan.name ?? 'A plan'}: ${count(weeks.length, 'week')}, ${count(sessions, 'session')}, ${coverage.unread} of ${coverage.characters} characters not understood`,
  )
  const [first] = weeks
  if (!first)
    return say('No week was found in it. A week begins with a line like "Week 1", a day with "Monday: 8 miles easy".')
  heading(`Week ${first.number} at your paces`)
  say(weekText(first, book, plan.unit))
}

const MOST_SHOWN = 12

const showFindings = (text: string, name: string, reading: PlanReading, book: PaceBook): void => {
  const located = locate(text, reading, check(scheduleOf(reading.plan, (pace) => speedAt(book, pace))))
  const told = located.filter(({ level }) => level !== 'note')
  const lines = text.split('\n')
  heading(`Checked against the rules: ${countText(located)}`)
  for (const finding of told.slice(0, MOST_SHOWN)) say(printFinding(name, lines, finding))
  if (told.length > MOST_SHOWN) say(`... and ${told.length - MOST_SHOWN} more: bell-lap check FILE`)
}

const showPaces = (book: PaceBook, plan: Plan): void => {
  heading('Your paces')
  say(paceTable(book, plan.unit))
}
