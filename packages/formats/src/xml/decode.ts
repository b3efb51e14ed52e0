import { noteOnce } from '../fit/draft.ts'
import type { Problem } from '../fit/recorded.ts'
import { decodeBytes, XML_DECLARATION } from '../samples/decode.ts'

const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/
const CONTROLS = new RegExp(CONTROL, 'g')
/** An ampersand that begins none of the five entities and no number of a character. */
const STRAY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/
const STRAYS = new RegExp(STRAY, 'g')
/** Parts that stand as they are, with any signs in them. */
const CDATA = /(<!\[CDATA\[[^]*?(?:\]\]>|$))/

/** Ampersands that stand for themselves, written as XML wants them. */
const withoutStrays = (text: string, problems: Problem[]): string => {
  const parts = text.includes('<![CDATA[') ? text.split(CDATA) : [text]
  if (!parts.some((part, index) => index % 2 === 0 && STRAY.test(part))) return text
  noteOnce(problems, 'bad-text', 'An ampersand begins no entity that XML knows: it stands for itself.')
  return parts.map((part, index) => (index % 2 === 0 ? part.replace(STRAYS, '&amp;') : part)).join('')
}

/** Some devices fill up their last block. */
const withoutPadding = (text: string): string => {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--
  return text.slice(0, end)
}

/**
 * The text of an XML file without its declaration, ready for a strict parser: no control characters, and no entities
 * but the five of XML: others stand for themselves. What was not allowed is named.
 */
export const decodeXml = (bytes: Uint8Array, problems: Problem[]): string => {
  let text = withoutPadding(decodeBytes(bytes, problems)).replace(XML_DECLARATION, '')
  if (CONTROL.test(text)) {
    noteOnce(
      problems,
      'bad-text',
      'The text holds control characters, which XML does not allow: each is shown as \uFFFD.',
    )
    text = text.replace(CONTROLS, '\uFFFD')
  }
  return text.includes('&') ? withoutStrays(text, problems) : text
}
