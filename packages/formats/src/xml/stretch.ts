import { SaxesParser } from 'saxes'
import type { Problem } from '../fit/recorded.ts'
import type { TextLimits } from '../samples/limits.ts'

export type Attributes = { readonly [name: string]: string }

/**
 * What a format does with the elements of its files, told by their names without prefix. Each function may return a
 * problem for which all of the file is refused.
 */
export interface XmlReader {
  readonly open: (name: string, attributes: Attributes) => Problem | undefined
  /** `text`: what stands in the element after the last of those inside it, or all of it where there are none. */
  readonly close: (name: string, text: string, parent: string) => Problem | undefined
  /** The element was open when the file ended, or when it made no sense any more. */
  readonly lose: (name: string) => void
  /** Elements at which reading can go on after damage, each with the one that it belongs into; the root's is ''. */
  readonly resumeAt: { readonly [name: string]: string }
}

/** Why the reading of a stretch ended; `at` is a character of the whole text. */
export type Stop =
  | { readonly kind: 'end' | 'cut' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'damaged' | 'trailing'; readonly at: number }

/** Elements that are open, outermost first: as written, and without their prefix. */
export interface OpenElements {
  readonly written: string[]
  readonly names: string[]
  /** How many were opened so far. */
  count: number
}

/** An end tag counts only once the parser finds nothing wrong with it, which it says after telling of it. */
interface Closing {
  readonly written: string
  readonly name: string
  readonly text: string
  /** Where the parser was: what it finds wrong there is about this tag. */
  readonly position: number
}

interface Stretch {
  readonly parser: SaxesParser
  readonly open: OpenElements
  readonly reader: XmlReader
  readonly limits: TextLimits
  readonly localName: (written: string) => string
  /** What the parser's position is ahead of the place in the text. */
  readonly ahead: number
  /** Of the tag that is being read. */
  attributes: number
  words: string
  closing: Closing | undefined
  rootClosed: boolean
  ending: boolean
  stop: Stop
}

/** Thrown through the parser, which knows no other way to stop inside a text. */
const HALT = new Error('The reading of this stretch ends here.')

const halt = (stretch: Stretch, stop: Stop): never => {
  stretch.stop = stop
  throw HALT
}

const refuse = (stretch: Stretch, problem: Problem | undefined): void => {
  if (problem) halt(stretch, { kind: 'refused', problem })
}

/** Names without prefix, each cut once. */
const localNames = (): ((written: string) => string) => {
  const known = new Map<string, string>()
  return (written) => {
    const name = known.get(written)
    if (name !== undefined) return name
    const local = written.slice(written.lastIndexOf(':') + 1)
    if (known.size < 1000) known.set(written, local)
    return local
  }
}

const settle = (stretch: Stretch): void => {
  const { closing, reader, open } = stretch
  if (!closing) return
  stretch.closing = undefined
  stretch.rootClosed = open.names.length === 0
  refuse(stretch, reader.close(closing.name, closing.text, open.names.at(-1) ?? ''))
}

const onAttribute = (stretch: Stretch, value: string): void => {
  const { limits } = stretch
  stretch.attributes++
  if (value.length > limits.attribute)
    refuse(stretch, { code: 'oversized-text', message: `An attribute is longer than ${limits.attribute} characters.` })
  if (stretch.attributes > limits.attributes)
    refuse(stretch, { code: 'oversized-text', message: `An element has more than ${limits.attributes} attributes.` })
}

const checkOpening = (stretch: Stretch): void => {
  const { open, limits } = stretch
  stretch.attributes = 0
  open.count++
  if (open.names.length >= limits.depth)
    refuse(stretch, { code: 'too-deep', message: `More than ${limits.depth} elements stand in one another.` })
  if (open.count > limits.elements)
    refuse(stretch, { code: 'too-many-messages', message: `There are more than ${limits.elements} elements.` })
}

const onOpen = (stretch: Stretch, written: string, attributes: Attributes): void => {
  settle(stretch)
  checkOpening(stretch)
  stretch.words = ''
  const name = stretch.localName(written)
  stretch.open.written.push(written)
  stretch.open.names.push(name)
  refuse(stretch, stretch.reader.open(name, attributes))
}

const onClose = (stretch: Stretch): void => {
  settle(stretch)
  const { open, words, parser } = stretch
  const [written = '', name = ''] = [open.written.pop(), open.names.pop()]
  stretch.closing = { written, name, text: words, position: parser.position }
  stretch.words = ''
}

const onText = (stretch: Stretch, more: string): void => {
  const { limits } = stretch
  stretch.words = stretch.words === '' ? more : stretch.words + more
  if (stretch.words.length <= limits.text) return
  if (stretch.words.trim() === '') stretch.words = ''
  else refuse(stretch, { code: 'oversized-text', message: `A text is longer than ${limits.text} characters.` })
}

/** Faults after which the parser goes on rightly as if nothing were. */
const HARMLESS = /duplicate attribute|malformed character entity|"\]\]>" is disallowed/

const onFault = (stretch: Stretch, message: string): void => {
  if (HARMLESS.test(message)) return
  const { closing, parser, open } = stretch
  if (closing && closing.position === parser.position && !stretch.ending) {
    open.written.push(closing.written)
    open.names.push(closing.name)
    stretch.closing = undefined
  } else settle(stretch)
  const at = parser.position - stretch.ahead
  if (stretch.ending) stretch.stop = { kind: 'cut' }
  else halt(stretch, { kind: stretch.rootClosed ? 'trailing' : 'damaged', at })
}

const startStretch = (from: number, open: OpenElements, reader: XmlReader, limits: TextLimits): Stretch => {
  const parser = new SaxesParser({ position: false })
  // The parser has to know what is open; nobody listens to it yet.
  const context = open.written.map((name) => `<${name}>`).join('')
  parser.write(context)
  return {
    parser,
    open,
    reader,
    limits,
    localName: localNames(),
    ahead: context.length - from,
    attributes: 0,
    words: '',
    closing: undefined,
    rootClosed: false,
    ending: false,
    stop: { kind: 'end' },
  }
}

/** Reads the text from a place on, inside the elements that are open, up to its end or to what makes no sense. */
export const readStretch = (
  text: string,
  from: number,
  open: OpenElements,
  reader: XmlReader,
  limits: TextLimits,
): Stop => {
  const stretch = startStretch(from, open, reader, limits)
  const { parser } = stretch
  parser.on('attribute', ({ value }) => onAttribute(stretch, value))
  parser.on('opentag', ({ name, attributes }) => onOpen(stretch, name, attributes))
  parser.on('closetag', () => onClose(stretch))
  parser.on('text', (more) => onText(stretch, more))
  parser.on('cdata', (more) => onText(stretch, more))
  parser.on('error', ({ message }) => onFault(stretch, message))
  parser.on('doctype', () =>
    refuse(stretch, { code: 'doctype', message: 'The file has a document type, which no recording needs.' }),
  )
  try {
    parser.write(text.slice(from))
    settle(stretch)
    stretch.ending = true
    parser.close()
  } catch (error) {
    if (error !== HALT) throw error
  }
  return stretch.stop
}
