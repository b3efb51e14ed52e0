/** Stands for a line break inside a table cell (`<br>`); line breaks of the page itself are `\n`. */
export const CELL_BREAK = '\v'

/**
 * The page with its typography made plain, character for character, so that offsets stay true: odd spaces become spaces,
 * full-width characters ASCII, every kind of line end `\n` or ` \n`, and the markup of emphasis spaces.
 */
export const plainText = (text: string): string => plainMarkup(plainCharacters(text))

const ODD = /[\r\v\f\u0085\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\uff01-\uff5e]/

const plainCharacters = (text: string): string =>
  ODD.test(text) ? text.replaceAll('\r\n', ' \n').replace(new RegExp(ODD, 'g'), plainCharacter) : text

const plainCharacter = (character: string): string => {
  if ('\r\v\f\u0085\u2028\u2029'.includes(character)) return '\n'
  const code = character.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' '
}

const MARKUP = /\*\*|__|`|<br ?\/?>|&amp;|&nbsp;|&[nm]dash;|<\/?(?:b|i|em|strong|p|u)>/i

const plainMarkup = (text: string): string => {
  const single = plainEmphasis(text)
  return MARKUP.test(single) ? single.replace(new RegExp(MARKUP, 'gi'), blankOut) : single
}

const blankOut = (markup: string): string => {
  const lower = markup.toLowerCase()
  if (lower.startsWith('<br')) return CELL_BREAK.padEnd(markup.length)
  if (lower === '&amp;') return '&'.padEnd(markup.length)
  return (lower.endsWith('dash;') ? '-' : ' ').padEnd(markup.length)
}

/** `*Mon*`, `_(55 km)_`, but neither `3*400` nor a bullet. */
const plainEmphasis = (text: string): string =>
  text.includes('*') || text.includes('_')
    ? text.replace(EMPHASIS, (_whole, _sign: string, said: string) => ` ${said} `)
    : text
const EMPHASIS = /(?<=^|[\s|(])([*_])(?=[A-Za-z(["“])([^*_\n]{0,200}[^*_\s])\1(?=$|[\s|:,.)])/gm
