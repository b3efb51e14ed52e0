import { styleText } from 'node:util'

/** Writes a line of data on standard output. */
export const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** Writes a message on standard error. */
export const tell = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** Writes an object as JSON on standard output: one line a key, and one line an element where a key holds a list. */
export const sayJson = (data: object): void => {
  const entries = Object.entries(data).filter(([, value]) => value !== undefined)
  say('{')
  entries.forEach(([key, value], index) => {
    const comma = index < entries.length - 1 ? ',' : ''
    if (Array.isArray(value) && value.length > 0) sayList(key, value, comma)
    else say(`  ${JSON.stringify(key)}: ${JSON.stringify(value)}${comma}`)
  })
  say('}')
}

/** Element by element: a long plan is never one string in memory. */
const sayList = (key: string, list: readonly unknown[], comma: string): void => {
  say(`  ${JSON.stringify(key)}: [`)
  list.forEach((element, index) => say(`    ${JSON.stringify(element)}${index < list.length - 1 ? ',' : ''}`))
  say(`  ]${comma}`)
}

/** Ends a command that could not do its work: usage or unreadable input. */
export const refuse = (message: string): void => {
  tell(message)
  process.exitCode = 2
}

type Style = Parameters<typeof styleText>[0]

/** Colour on a terminal that wants it, plain text anywhere else (NO_COLOR is respected). */
export const styled = (style: Style, text: string): string =>
  styleText(style, text, { stream: process.stdout, validateStream: true })
