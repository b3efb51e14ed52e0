import type { DraftException } from './draft.ts'
import type { Figure } from './figures.ts'
import { figureAt, isMark, senseAt, wordAt } from './reading-head.ts'
import { type Reader, type Scan, flushCue, spanAt } from './scan.ts'

/** `over the last 2 miles` behind strides says where they are; `except after the 4th ...` stays in words. */
export const readAside: Reader = (scan, at) => {
  const { place, except, could } = senseAt(scan.atoms, at)
  const open = could && startsSentence(scan, at)
  const told = except || open || isForSome(scan, at) || (place && scan.current !== undefined)
  if (!told) return undefined
  let end = at + 1
  while (end < scan.end && !isMark(scan.atoms, end, open ? '.;\n' : place ? ',;.+\n' : ';\n')) end++
  const exception = except ? exceptionAt(scan, at, end) : undefined
  if (exception) {
    flushCue(scan)
    scan.out.push({ kind: 'exception', ...exception, ...spanAt(scan, at, end) })
    return end
  }
  scan.cue = { from: scan.cue?.from ?? spanAt(scan, at).from, to: spanAt(scan, end - 1).to }
  flushCue(scan)
  return end
}

const startsSentence = (scan: Scan, at: number): boolean => at === 0 || isMark(scan.atoms, at - 1, '.;\n(')

/** `800m group does ...`, `milers: ...`: a variant for some, told in words. */
const isForSome = (scan: Scan, at: number): boolean => {
  if (!startsSentence(scan, at)) return false
  const first = figureAt(scan.atoms, at) ? at + 1 : at
  return senseAt(scan.atoms, first).people === true && scan.out.length + at > 0
}

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
])

/** `after the 4th, where we took 3 min`, `halfway 3 min`. */
const exceptionAt = (
  scan: Scan,
  from: number,
  end: number,
): { after: DraftException['after']; figure: Figure } | undefined => {
  let after: DraftException['after'] | undefined
  for (let at = from; at < end; at++) {
    const word = wordAt(scan.atoms, at)?.text ?? ''
    const figure = figureAt(scan.atoms, at)
    const ordinal =
      figure?.unit === null && /^(?:st|nd|rd|th)$/.test(wordAt(scan.atoms, at + 1)?.text ?? '')
        ? figure.low
        : ORDINALS.get(word)
    if (/^half(?: ?way)?$/.test(word)) after ??= 'half'
    else if (ordinal !== undefined) after ??= ordinal
    else if (figure?.unit === 'plural' && figure.low >= 100) after ??= { length: figure.low }
    else if (figure && after !== undefined && (figure.unit !== null || figure.low >= 50)) return { after, figure }
  }
  return undefined
}
