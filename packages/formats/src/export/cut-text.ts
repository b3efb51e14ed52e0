/** Octets of one character in UTF-8. */
const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}

/** A text on one line: control characters and line ends are blanks, half surrogates the replacement character. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()

/** As many whole characters of a text, on one line, as fit in so many octets of UTF-8. */
export const cutText = (text: string, most: number): string => {
  let octets = 0
  let cut = ''
  for (const character of oneLine(text)) {
    octets += octetsOf(character)
    if (octets > most) return cut.trimEnd()
    cut += character
  }
  return cut
}
