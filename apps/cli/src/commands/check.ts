import { Command } from 'commander'
import {
  check,
  explain,
  explanationText,
  RULES,
  scheduleOf,
  speedsOf,
  type Athlete,
  type Finding,
  type Rule,
} from '@bell-lap/core'
import { readPlan } from '@bell-lap/formats'
import { readAthleteFile } from '../athlete-file.ts'
import { countText, exitCodeFor, locate, printFinding } from '../findings.ts'
import { refuse, say, sayJson, tell } from '../screen.ts'
import { readSource } from '../source.ts'

interface CheckOptions {
  readonly athlete?: string
  readonly json?: true
  readonly explain?: string
}

const HELP = `
PLAN is Bell Lap's notation or a page as coaches write it; - reads standard input.
Exit code 0: no error. 1: findings of level error. 2: the plan could not be read.

Examples:
  bell-lap check plans/advanced-5k.plan
  bell-lap check page.txt --athlete me.json --json
  bell-lap check --explain deload             a rule by its id or its R number; "all" lists them
`

export const checkCommand = (): Command =>
  new Command('check')
    .description('Checks a plan against the written rules.')
    .argument('[plan]', 'plan file, or - for standard input')
    .option('--athlete <file>', 'athlete file: rules that depend on the athlete speak too')
    .option('--json', 'print the findings as JSON')
    .option('--explain <rule>', 'what a rule wants, why, where it comes from and how to change it')
    .addHelpText('after', HELP)
    .action(checkPlan)

const checkPlan = (file: string | undefined, options: CheckOptions): void => {
  if (options.explain !== undefined) return explainRule(options.explain)
  if (file === undefined) return refuse('Name a plan to check, or a rule to explain. Try: bell-lap check --help')
  const source = readSource(file)
  if (!source.ok) return refuse(source.fault)
  const athlete = readAthlete(options.athlete)
  if (athlete === 'wrong') return
  for (const { message } of source.value.findings) tell(`${file}: ${message}`)
  report(file, source.value.text, athlete, options.json === true)
}

const readAthlete = (file: string | undefined): Athlete | null | 'wrong' => {
  if (file === undefined) return null
  const athlete = readAthleteFile(file)
  if (athlete.ok) return athlete.value
  refuse(athlete.fault)
  return 'wrong'
}

const report = (file: string, text: string, athlete: Athlete | null, json: boolean): void => {
  const reading = readPlan(text)
  const findings = checkFor(reading.plan, athlete)
  const located = locate(text, reading, findings)
  if (json) sayJson({ findings: located })
  else {
    const lines = text.split('\n')
    for (const finding of located) say(printFinding(file, lines, finding))
    say(countText(located))
  }
  process.exitCode = exitCodeFor(located)
}

const checkFor = (plan: Parameters<typeof scheduleOf>[0], athlete: Athlete | null): readonly Finding[] =>
  check(scheduleOf(plan, speedsOf(plan, athlete)), athlete ? { athlete } : {})

const explainRule = (name: string): void => {
  if (name === 'all') {
    for (const rule of RULES) say(`${rule.id.padEnd(28)} ${rule.level.padEnd(8)} ${rule.what}`)
    return
  }
  const rules = RULES.filter((rule) => answersTo(rule, name))
  if (rules.length === 0) return refuse(`No rule is called ${name}. The list: bell-lap check --explain all`)
  say(rules.map((rule) => explanationText(explain(rule))).join('\n\n'))
}

const answersTo = (rule: Rule, name: string): boolean =>
  rule.id === name || rule.statements.some(({ number }) => number === name.toUpperCase())
