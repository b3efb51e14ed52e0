import type { DraftDay } from './draft.ts'
import { figureAt, isHyphen, isMark, senseAt, wordAt } from './reading-head.ts'
import { isDayWord } from './scan-events.ts'
import { type Reader, type Scan, flushCue, spanAt } from './scan.ts'

/** Rest days, strength, cross-training: whatever is not running. */
export const readDay: Reader = (scan, at) => {
  const sense = senseAt(scan.atoms, at)
  const rest = sense.kind === 'rest' && !sense.day
  if (!sense.kind || (!sense.day && !rest)) return undefined
  if (rest && scan.current?.figure) return undefined
  flushCue(scan)
  const bout = scan.current
  const day: DraftDay = { kind: 'day', what: sense.kind, cues: [], ...spanAt(scan, at) }
  if (bout && scan.out.at(-1) === bout && bout.counts.length === 0 && bout.targets.length === 0) {
    scan.out.pop()
    if (bout.figure) day.figure = bout.figure
    day.name = { from: bout.cues[0]?.from ?? day.from, to: day.to }
    Object.assign(day, { from: bout.from })
  }
  scan.current = undefined
  scan.out.push(day)
  return readDayTail(scan, at + 1, day)
}

/** `Bike 40 min`, `Strength Session B`, `core and mobility 20 min`. */
const readDayTail = (scan: Scan, at: number, day: DraftDay): number => {
  let next = at
  while (next < scan.end) {
    const word = wordAt(scan.atoms, next)
    const figure = figureAt(scan.atoms, next)
    const joined = isMark(scan.atoms, next, ':') || isHyphen(scan.atoms, next)
    if (figure && figure.unit !== null && !day.figure) day.figure = figure
    else if (!joined && !(word && isDayWord(word.sense, word.text))) break
    next++
  }
  day.to = spanAt(scan, next - 1).to
  return next
}
