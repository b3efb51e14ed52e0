import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve as absolute } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import {
  distanceOf,
  makeRecipe,
  RECIPE_DAYS,
  RECIPE_LEVELS,
  RECIPE_RACES,
  RECIPE_WEEKS,
  RECIPES,
  WEEKDAYS,
  type LongUnit,
  type RecipeName,
  type RecipeRequest,
  type Weekday,
} from '@bell-lap/core'
import { makePlan, makePlanJson, readPlan } from '@bell-lap/formats'
import { refuse, say, sayJson, tell } from '../screen.ts'

interface RecipeOptions {
  readonly list?: true
  readonly race?: string
  readonly weeks?: number
  readonly level?: string
  readonly days?: number
  readonly start?: number
  readonly peak?: number
  readonly unit: LongUnit
  readonly gym?: boolean
  readonly longRunOn?: Weekday
  readonly raceOn?: Weekday
  readonly out?: string
  readonly force?: true
  readonly json?: true
}

const HELP = `
The plan is text that a coach can read and edit; bell-lap check has nothing to say against it.
What is left out is assumed, and the plan's notes say so.
Exit code 0: done. 2: the recipe cannot make such a plan; the message says what would.

Examples:
  bell-lap recipe --list
  bell-lap recipe fusion --race 1500 --weeks 12 --level advanced
  bell-lap recipe fusion --race 5K --weeks 16 --level beginner --days 5 --start 30 --race-on Sat --no-gym
  bell-lap recipe fusion --race 800 --weeks 14 --level intermediate --unit mi --out my-800.plan
`

const figure = (text: string): number => {
  const amount = Number(text)
  if (text.trim() === '' || !Number.isFinite(amount)) throw new InvalidArgumentError('It is not a number.')
  return amount
}

/** The command `recipe`: a few wishes in, the text of a whole plan out. */
export const recipeCommand = (): Command =>
  new Command('recipe')
    .description('Makes a whole plan from a recipe, as text to read, check and edit.')
    .argument('[name]', 'which recipe; --list names them')
    .option('--list', 'what recipes there are, and what they can be asked for')
    .option('--race <distance>', 'the race that it leads to: 800, 1500, mile, 3000, 5K, 10K')
    .option('--weeks <number>', 'weeks, the race week included', figure)
    .option('--level <name>', 'beginner, intermediate, advanced or seasoned')
    .option('--days <number>', 'running days a week (default: by level)', figure)
    .option('--start <distance>', 'running a week now, in the unit (default: by level and race)', figure)
    .option('--peak <distance>', 'running in the highest week (default: by level and race)', figure)
    .addOption(new Option('--unit <unit>', 'unit of the plan').choices(['km', 'mi']).default('km'))
    .option('--gym', 'strength in a gym (default)')
    .option('--no-gym', 'strength at home')
    .addOption(new Option('--long-run-on <weekday>', 'day of the long run (default: Sun)').choices(WEEKDAYS))
    .addOption(new Option('--race-on <weekday>', 'weekday of the race (default: Sun)').choices(WEEKDAYS))
    .option('--out <file>', 'write the plan into a new file')
    .option('--force', 'with --out: replace a file that is there')
    .option('--json', 'print the plan as JSON')
    .addHelpText('after', HELP)
    .action(printRecipe)

const printRecipe = (name: string | undefined, options: RecipeOptions): void => {
  if (options.list) return listRecipes()
  const request = requestOf(name, options)
  if (typeof request === 'string') return refuse(request)
  const plan = makeRecipe(request)
  if (!plan.ok) return refuse(`${plan.fault.message} ${plan.fault.fix}`)
  const text = makePlan(plan.value)
  if (options.json) sayJson(makePlanJson(readPlan(text), text))
  else if (options.out === undefined) say(text.trimEnd())
  if (options.out !== undefined) writePlan(options.out, text, options.force === true)
}

/** The request, or what is missing from it in one sentence. */
const requestOf = (recipe: string | undefined, options: RecipeOptions): RecipeRequest | string => {
  const { race, weeks, level, days, start, peak, unit, gym, longRunOn, raceOn } = options
  if (recipe === undefined) return 'Name a recipe. What there is: bell-lap recipe --list'
  if (race === undefined || weeks === undefined || level === undefined) {
    return 'Say --race, --weeks and --level. Try: bell-lap recipe --help'
  }
  return {
    recipe,
    race,
    weeks,
    level,
    unit,
    ...(days === undefined ? {} : { days }),
    ...(start === undefined ? {} : { start: distanceOf(start, unit) }),
    ...(peak === undefined ? {} : { peak: distanceOf(peak, unit) }),
    ...(gym === undefined ? {} : { gym }),
    ...(longRunOn === undefined ? {} : { longRunDay: longRunOn }),
    ...(raceOn === undefined ? {} : { raceDay: raceOn }),
  }
}

const ABOUT: { readonly [Name in RecipeName]: string } = {
  fusion: 'aerobic base, lactate tolerance, transition speed and a finishing kick, woven together (document 002)',
}

const listRecipes = (): void => {
  for (const name of RECIPES) {
    say(`${name.padEnd(9)}${ABOUT[name]}`)
    say(`         --race ${RECIPE_RACES.join(' | ')}`)
    say(`         --level ${RECIPE_LEVELS.join(' | ')}`)
    say(
      `         --weeks ${RECIPE_WEEKS.least} to ${RECIPE_WEEKS.most}, --days ${RECIPE_DAYS.least} to ${RECIPE_DAYS.most}`,
    )
  }
}

/** Written aside and moved when whole; a plan that somebody may have edited is not replaced without being told to. */
const writePlan = (out: string, text: string, force: boolean): void => {
  if (existsSync(out) && !force)
    return refuse(`${out} is there already: name another file, or add --force to replace it.`)
  const file = absolute(out)
  if (!existsSync(dirname(file))) return refuse(`${dirname(file)}: there is no such folder.`)
  const aside = mkdtempSync(join(dirname(file), `.${basename(file)}-`))
  try {
    writeFileSync(join(aside, 'plan'), text)
    renameSync(join(aside, 'plan'), file)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  tell(`${out} is written.`)
}
