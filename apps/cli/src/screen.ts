import { styleText } from 'node:util'

/** Writes a line of data on standard output. */
export const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** Writes a message on standard error. */
export const tell = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** Writes data as JSON on standard output. */
export const sayJson = (data: unknown): void => say(JSON.stringify(data, null, 2))

/** Ends a command that could not do its work: usage or unreadable input. */
export const refuse = (message: string): void => {
  tell(message)
  process.exitCode = 2
}

type Style = Parameters<typeof styleText>[0]

/** Colour on a terminal that wants it, plain text anywhere else (NO_COLOR is respected). */
export const styled = (style: Style, text: string): string =>
  styleText(style, text, { stream: process.stdout, validateStream: true })
