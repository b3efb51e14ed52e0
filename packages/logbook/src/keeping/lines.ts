/** Longest line that is read: a stream of four days of samples has some 20 MB. */
const LONGEST = 200_000_000

/** Lines of a text as it comes, without their ends. Throws where one is longer than any row. */
export async function* linesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let parts: string[] = []
  let length = 0
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true })
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      yield parts.join('') + text.slice(from, end)
      parts = []
      length = 0
      from = end + 1
    }
    parts.push(text.slice(from))
    length += text.length - from
    if (length > LONGEST) throw new RangeError(`a line is longer than ${LONGEST} characters`)
  }
  const last = parts.join('') + decoder.decode()
  if (last !== '') yield last
}
