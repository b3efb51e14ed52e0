import { Command, CommanderError } from 'commander'
import { checkCommand } from './commands/check.ts'
import { demoCommand } from './commands/demo.ts'
import { pacesCommand } from './commands/paces.ts'
import { placeCommand } from './commands/place.ts'
import { readCommand } from './commands/read.ts'
import { exportCommand } from './commands/export.ts'
import { recipeCommand } from './commands/recipe.ts'
import { reviewCommand } from './commands/review.ts'
import { seasonCommand } from './commands/season.ts'
import { serveCommand, type Serve } from './commands/serve.ts'

const EXAMPLES = `
Examples:
  bell-lap read plan.txt                                  a page's plan as canonical text
  bell-lap read --workout "8 miles with 5 x 1000m at threshold pace (200m jog recovery)"
  bell-lap check plans/advanced-5k.plan                   findings of the rules, with line and column
  bell-lap check --explain deload                         what a rule wants, why, and how to change it
  bell-lap paces --5k 19:30                               training paces to pin to the wall
  bell-lap serve --open                                   the app in the browser
`

/** Other apps that the command line starts. */
export interface Apps {
  readonly serve?: Serve
}

const program = (apps: Apps): Command =>
  new Command('bell-lap')
    .description('Turns a training plan into a season that a runner can live.')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('Try: bell-lap --help')
    .addCommand(readCommand())
    .addCommand(checkCommand())
    .addCommand(pacesCommand())
    .addCommand(placeCommand())
    .addCommand(seasonCommand())
    .addCommand(exportCommand())
    .addCommand(recipeCommand())
    .addCommand(reviewCommand())
    .addCommand(demoCommand())
    .addCommand(serveCommand(apps.serve))

/** Commander's own exits, its subcommands' included, become exit codes. */
const withoutExits = (command: Command): Command => {
  command.exitOverride()
  command.commands.forEach(withoutExits)
  return command
}

/** Runs one command and returns the exit code: 0 ok, 1 findings of level error, 2 usage or unreadable input. */
export async function main(argv: readonly string[], apps: Apps = {}): Promise<number> {
  process.exitCode = 0
  // A reader that has seen enough (`| head`) closes the pipe: that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  try {
    await withoutExits(program(apps)).parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
  return process.exitCode ?? 0
}
