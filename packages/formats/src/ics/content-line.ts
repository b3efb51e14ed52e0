/** Longest line in octets before it is folded (RFC 5545, 3.1). */
const LONGEST = 75

/** Octets of one character in UTF-8. */
const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}

/** Text as a value: backslash, semicolon, comma and line ends escaped (RFC 5545, 3.3.11); other control characters left out. */
export const escapeText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

/** Folds one content line: pieces of at most 75 octets, never inside a character, each but the first after a blank. */
export const fold = (line: string): string => {
  if (line.length * 3 <= LONGEST) return line
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line.toWellFormed()) {
    const size = octetsOf(character)
    if (octets + size > LONGEST) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}
