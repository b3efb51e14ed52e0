import { Command } from 'commander'
import { refuse } from '../screen.ts'

/** What is typed behind `serve`, as it was typed: the server reads it together with the environment. */
export interface ServeFlags {
  readonly port?: string
  readonly host?: string
  readonly data?: string
  readonly demo?: boolean
  readonly open?: boolean
  readonly printConfig?: boolean
}

/** Serves until it is stopped; gives the exit code. Apps do not know one another: whoever starts them hands it in. */
export type Serve = (flags: ServeFlags) => Promise<number>

const HELP = `
Environment: BELL_LAP_PORT, BELL_LAP_HOST, BELL_LAP_DATA, DATABASE_URL (PostgreSQL), LOG_LEVEL. A flag beats them.
Without accounts it listens on this machine alone. Ctrl+C stops it.
Exit code 0: stopped. 2: it could not begin; the message says why.

Examples:
  bell-lap serve                          the app in the browser, kept in the usual folder of this machine
  bell-lap serve --demo --open            a made-up athlete to look around; nothing is kept
  bell-lap serve --data ./season --port 4200
  DATABASE_URL=postgres://bell:lap@localhost/bell_lap bell-lap serve
  bell-lap serve --print-config           every setting and where it comes from
`

/** The command `serve`: the app in the browser, on this machine. */
export const serveCommand = (serve: Serve | undefined): Command =>
  new Command('serve')
    .description('Serves the app on this machine: seasons, sessions and recordings in the browser.')
    .option('--port <number>', 'port to listen on (default: 4170)')
    .option('--host <name>', 'address of this machine to listen on (default: localhost)')
    .option('--data <folder>', 'folder that everything is kept in')
    .option('--demo', 'a made-up athlete in a folder that is thrown away')
    .option('--open', 'open the browser where there is one')
    .option('--print-config', 'print every setting, its value and where it comes from')
    .addHelpText('after', HELP)
    .action(async (flags: ServeFlags) => {
      if (serve) process.exitCode = await serve(flags)
      else refuse('The server is not part of this program: start it with bin/bell-lap.js.')
    })
