import { noteProblem } from '../fit/draft.ts'
import type { Problem } from '../fit/recorded.ts'
import type { TextLimits } from '../samples/limits.ts'
import { readStretch, type OpenElements, type Stop, type XmlReader } from './stretch.ts'

/** A file that is damaged in more places is not read on. */
const MOST_DAMAGE = 200

const loseAbove = ({ written, names }: OpenElements, depth: number, reader: XmlReader): void => {
  while (names.length > depth) {
    written.pop()
    reader.lose(names.pop() ?? '')
  }
}

/** Makes an element the innermost open one: those inside it are lost, and what is missing above it is taken for open. */
const enter = (open: OpenElements, name: string, reader: XmlReader): void => {
  const place = open.names.lastIndexOf(name)
  if (place >= 0 || name === '') return loseAbove(open, place + 1, reader)
  enter(open, reader.resumeAt[name] ?? '', reader)
  open.written.push(name)
  open.names.push(name)
  reader.open(name, {})
}

/** From what makes no sense to the next element at which it can make sense again; undefined where there is none. */
const resume = (text: string, from: number, open: OpenElements, reader: XmlReader): number | undefined => {
  const names = Object.keys(reader.resumeAt).join('|')
  const start = new RegExp(`<(?:[\\w.-]+:)?(${names})(?=[\\s/>])`, 'g')
  start.lastIndex = from
  const found = start.exec(text)
  if (!found) return undefined
  enter(open, reader.resumeAt[found[1] ?? ''] ?? '', reader)
  return found.index
}

const noteEnd = (text: string, stop: Stop, open: OpenElements, problems: Problem[]): void => {
  const at = text.length
  if (stop.kind === 'cut') {
    const inside = open.names.length > 0 ? `inside ${open.names.join('/')}` : 'before it begins'
    noteProblem(problems, { code: 'truncated', message: `The file ends ${inside}.`, at })
  }
  if (stop.kind === 'trailing') {
    const message = `${at - stop.at} characters follow the end of the file's contents.`
    noteProblem(problems, { code: 'trailing-bytes', message, at: stop.at })
  }
}

const noteDamage = (from: number, to: number, read: boolean, problems: Problem[]): void => {
  const message = read
    ? `The text makes no sense at character ${from}; it is read on at character ${to}.`
    : `The text makes no sense at character ${from}; the ${to - from} characters from there on are not read.`
  noteProblem(problems, { code: 'lost-sync', message, at: from })
}

/** Reads past damage, element by element, up to an end. */
const readThrough = (
  text: string,
  open: OpenElements,
  reader: XmlReader,
  limits: TextLimits,
  problems: Problem[],
): Stop => {
  let [from, damage] = [0, 0]
  for (;;) {
    const stop = readStretch(text, from, open, reader, limits)
    if (stop.kind !== 'damaged') return stop
    const next = damage < MOST_DAMAGE ? resume(text, Math.max(from + 1, stop.at - 1), open, reader) : undefined
    noteDamage(stop.at, next ?? text.length, next !== undefined, problems)
    if (next === undefined) return { kind: 'end' }
    damage++
    from = next
  }
}

/**
 * Reads XML in one pass and tells the reader of each element that opens and closes. What is cut off or makes no sense is
 * named in the problems; what was closed before and after it is told. Returns the problem for which all is refused:
 * a document type, elements too deep, texts too long, or what the reader refuses.
 */
export const readXml = (
  text: string,
  reader: XmlReader,
  limits: TextLimits,
  problems: Problem[],
): Problem | undefined => {
  // Document types make bombs of small files: one that stands anywhere is not even looked at.
  const at = text.search(/<!doctype/i)
  if (at >= 0) return { code: 'doctype', message: 'The file has a document type, which no recording needs.', at }
  const open: OpenElements = { written: [], names: [], count: 0 }
  const stop = readThrough(text, open, reader, limits, problems)
  if (stop.kind === 'refused') return stop.problem
  noteEnd(text, stop, open, problems)
  loseAbove(open, 0, reader)
  return undefined
}
