import { figureAt, senseAt, wordAt } from './reading-head.ts'
import { type Reader, type Scan, awaits, flushCue, openBout, spanAt } from './scan.ts'

export const isDayWord = (sense: ReturnType<typeof senseAt>, text: string): boolean =>
  sense.label === true ||
  (sense.filler === true && !sense.until) ||
  /^[a-d]$/.test(text) ||
  sense.kind !== undefined ||
  /^(?:session|class|workout|training|easy|light|routine|work|home|exercises?|body|ride|machine)$/.test(text)

const ROADS: ReadonlyMap<string, number> = new Map([
  ['half marathon', 21.0975],
  ['half', 21.0975],
  ['halfmarathon', 21.0975],
  ['marathon', 42.195],
  ['full marathon', 42.195],
])

/** `half marathon race`: the race's own distance. */
const roadRace = (scan: Scan, at: number): NonNullable<ReturnType<typeof figureAt>> | undefined => {
  const word = wordAt(scan.atoms, at - 1)
  const low = ROADS.get(word?.text ?? '')
  if (!word || low === undefined) return undefined
  scan.cue = undefined
  return { kind: 'figure', low, unit: 'km', decimals: 4, from: word.from, to: word.to, spaced: true, glued: false }
}

/** `race`, `time trial`, `parkrun`, `magic mile`. */
export const readEvent: Reader = (scan, at) => {
  const sense = senseAt(scan.atoms, at)
  if (!sense.event || senseAt(scan.atoms, at + 1).paceNoun) return undefined
  const word = wordAt(scan.atoms, at)
  const bout = scan.current ?? openBout(scan, at)
  flushCue(scan)
  bout.event = bout.event === undefined || bout.event === 'parkrun' ? sense.event : bout.event
  const road = roadRace(scan, at)
  if (road && !bout.figure) bout.figure = road
  if (sense.unit && word && !bout.figure) {
    bout.figure = {
      kind: 'figure',
      low: 1,
      unit: sense.unit,
      decimals: 0,
      from: word.from,
      to: word.to,
      spaced: true,
      glued: false,
    }
  }
  bout.to = spanAt(scan, at).to
  return at + 1
}

/** `Half marathon` as the whole of a line, or behind `Race day:`. */
export const readRoadRace = (scan: Scan, at: number): number | undefined => {
  const word = wordAt(scan.atoms, at)
  const low = ROADS.get(word?.text ?? '')
  const waiting = scan.current?.event === 'race' && awaits(scan.current)
  const whole =
    scan.out.length === 0 &&
    scan.atoms.every((atom) => atom.kind === 'word' || atom.kind === 'mark') &&
    scan.atoms.length <= 4
  if (!word || low === undefined || !(waiting || whole)) return undefined
  const bout = scan.current ?? openBout(scan, at)
  bout.event = 'race'
  bout.figure = {
    kind: 'figure',
    low,
    unit: 'km',
    decimals: 4,
    from: word.from,
    to: word.to,
    spaced: true,
    glued: false,
  }
  bout.to = word.to
  return at + 1
}
