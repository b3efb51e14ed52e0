import { Command } from 'commander'
import {
  checkProblem,
  fail,
  place,
  type Demand,
  type PlacementAnswer,
  type PlacementProblem,
  type Result,
} from '@bell-lap/core'
import { makePlacementJson, parseWeekJson } from '@bell-lap/formats'
import { refuse, say, sayJson } from '../screen.ts'
import { readSource } from '../source.ts'

const HELP = `
WEEK is JSON: the days with the minutes of their slots, the sessions with hardness and minutes, what stands before
and after the week. The answer is the best placement, proved, or why there is none and what giving up a part leads to.

Examples:
  bell-lap place week.json
  bell-lap place - --json < week.json
`

export const placeCommand = (): Command =>
  new Command('place')
    .description('Places the sessions of one week on its days and slots.')
    .argument('<week>', 'JSON file, or - for standard input')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', HELP)
    .action(placeWeek)

const placeWeek = (file: string, options: { readonly json?: true }): void => {
  const week = readWeek(file)
  if (!week.ok) return refuse(week.fault)
  const answer = place(week.value)
  if (options.json) sayJson(makePlacementJson(answer))
  else say(answerText(week.value, answer))
  process.exitCode = answer.kind === 'placed' ? 0 : 1
}

const readWeek = (file: string): Result<PlacementProblem, string> => {
  const source = readSource(file)
  if (!source.ok) return source
  const week = parseWeekJson(parseJson(source.value.text))
  if (!week.ok) return fail(`${file}: ${week.fault}`)
  const checked = checkProblem(week.value)
  return checked.ok ? checked : fail(`${file}: ${checked.fault.message}`)
}

/** What is no JSON is no week either: the schema then says so of the whole file. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const answerText = (week: PlacementProblem, answer: PlacementAnswer): string => {
  if (answer.kind === 'placed') {
    const lines = week.days.flatMap(({ day }) =>
      [...answer.placement].flatMap(([id, at]) => (at.day === day ? [`  ${day} ${at.slot}  ${id}`] : [])),
    )
    const broken = answer.broken.map(({ rule, cost, sessions }) => `  ${rule} (${cost}): ${sessions.join(', ')}`)
    return [
      `Cost ${answer.cost}, proved best.`,
      ...lines,
      ...(broken.length > 0 ? ['What gives way:', ...broken] : []),
    ].join('\n')
  }
  const { clash, relax } = answer
  return [
    'No placement keeps all of this:',
    ...clash.map((demand) => `  ${demandText(demand)}`),
    'Giving up one of them:',
    ...relax.map((each) => `  without ${each.relax.map(demandText).join(' and ')}: cost ${each.cost}`),
  ].join('\n')
}

const demandText = (demand: Demand): string => {
  switch (demand.kind) {
    case 'session':
      return `${demand.session} this week`
    case 'minutes':
      return `room for all minutes of ${demand.session}`
    case 'fixed':
      return `${demand.session} where it is fixed`
    case 'rule':
      return `the hours of ${demand.rule}`
    default:
      return demand satisfies never
  }
}
