/** Characters that stand for a plainer one of the same length in UTF-16 units, so that offsets stay true. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...spread(
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\r',
    ' ',
  ),
  ...spread('\u200b\u200c\u200d\u2060\ufeff\u00ad', ' '),
  ...spread('\u2028\u2029\u0085', '\n'),
  ...spread('\u00d7\u2715\u2716\u2a2f\u2573', 'x'),
  ...spread('\u2217\u22c5\u2219', '*'),
  ...spread('\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d', '-'),
  ...spread('\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02b9\u02bc\uff07', "'"),
  ...spread('\u201c\u201d\u201e\u201f\u2033\u02ba\uff02', '"'),
  ...spread('\u2022\u00b7\u25cf\u25aa\u25e6\u2023\u25cb\u2043', '\u2022'),
  ...spread('\u2044\u2215', '/'),
  ...spread('\u2236', ':'),
])

function spread(from: string, to: string): [string, string][] {
  return Array.from(from, (character): [string, string] => [character, to])
}

/** Full-width forms of ASCII (U+FF01..U+FF5E) lie at a fixed distance from it. */
const FULL_WIDTH = 0xfee0

/**
 * The same text with look-alike characters made one: full-width digits, odd spaces, primes, dashes, multiplication signs.
 * Every character keeps its place, so an offset in the result is an offset in the source.
 */
export const normalise = (text: string): string => {
  // eslint-disable-next-line no-control-regex -- everything beyond printable ASCII is looked at
  if (/^[\n -~]*$/.test(text)) return text
  let plain = ''
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const character = text.charAt(at)
    if (code >= 0xff01 && code <= 0xff5e) plain += PLAIN.get(character) ?? String.fromCharCode(code - FULL_WIDTH)
    else plain += code < 0x80 && code >= 0x20 ? character : (PLAIN.get(character) ?? character)
  }
  return plain
}
