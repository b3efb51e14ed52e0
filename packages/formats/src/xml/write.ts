/** Text of an XML file line by line; elements without anything in them are left out. */
export type Lines = readonly string[]

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])
/** XML 1.0 has no way to write these. */
const IMPOSSIBLE = /[\0-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/

/** A text as it may stand in an element or an attribute. */
export const escaped = (text: string): string =>
  Array.from(text)
    .filter((character) => !IMPOSSIBLE.test(character) || character.length === 2)
    .map((character) => ENTITIES.get(character) ?? character)
    .join('')

/** A number as XML Schema writes decimals: never with an exponent. */
export const decimal = (value: number): string => {
  const text = String(value)
  return text.includes('e') ? value.toFixed(12).replace(/0+$/, '').replace(/\.$/, '') : text
}

/** `<name>text</name>`; nothing where there is no text or number. */
export const leaf = (name: string, content: string | number | undefined): Lines => {
  if (content === undefined || content === '' || Number.isNaN(content)) return []
  return [`<${name}>${typeof content === 'number' ? decimal(content) : escaped(content)}</${name}>`]
}

/** An element around others; nothing where there are none. */
export const around = (opening: string, lines: Lines): Lines => {
  if (lines.length === 0) return []
  const [name = ''] = opening.split(' ')
  return [`<${opening}>`, ...lines.map((line) => ` ${line}`), `</${name}>`]
}

export const document = (lines: Lines): string => `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`
