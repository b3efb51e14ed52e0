const CLOSING: { readonly [open: string]: string } = { '"': '"', '“': '”', '`': '`' }
const LETTERS: { readonly [letter: string]: string } = { n: '\n', r: '\r' }

/** Index after the closing quote of the text that opens at `from`; `undefined` when it is never closed. */
export const quotedEnd = (line: string, from: number): number | undefined => {
  const closing = CLOSING[line.charAt(from)]
  for (let index = from + 1; index < line.length; index += 1) {
    const character = line.charAt(index)
    if (character === '\\') index += 1
    else if (character === closing) return index + 1
  }
  return undefined
}

/**
 * The text between two quotes: `\"`, `` \` `` and `\\` stand for themselves, `\n` and `\r` for the ends of lines;
 * any other backslash is a backslash.
 */
export const readQuoted = (inner: string): string => {
  if (!inner.includes('\\')) return inner
  const parts: string[] = []
  for (let index = 0; index < inner.length; index += 1) {
    const character = inner.charAt(index)
    const next = inner.charAt(index + 1)
    const meant = LETTERS[next] ?? ('"`\\”'.includes(next) ? next : undefined)
    if (character !== '\\' || next === '' || meant === undefined) parts.push(character)
    else {
      parts.push(meant)
      index += 1
    }
  }
  return parts.join('')
}

const escaped = (text: string, quote: string): string => {
  const inner = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `${quote}${inner.replaceAll(quote, `\\${quote}`)}${quote}`
}

/** A text in double quotes, as cues, notes, objectives and reasons print. */
export const makeQuoted = (text: string): string => escaped(text, '"')

/** A name that is more than plain words, in backquotes. */
export const makeBackquoted = (text: string): string => escaped(text, '`')
