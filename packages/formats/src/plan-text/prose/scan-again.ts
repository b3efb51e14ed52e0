import type { Figure } from './figures.ts'
import { figureAt, isMark, senseAt, skipFillers, wordAt } from './reading-head.ts'
import { flushCue, spanAt, type Reader, type Scan } from './scan.ts'

interface Rounds {
  readonly low: number
  readonly high?: number
}

/** `repeat 4 times`, `do this twice`, `repeat for a total of 20 minutes`, `keep repeating until 24 min is up`. */
export const readAgain: Reader = (scan, at) => {
  const more = readMore(scan, at)
  if (more !== undefined) return more
  const all = readAll(scan, at) ?? readUntil(scan, at)
  if (all !== undefined) return all
  if (!senseAt(scan.atoms, at).again) return undefined
  let next = at + 1
  while (next < scan.end && next - at < 8 && isLinking(scan, next)) next++
  const behind = readMore(scan, next, at)
  if (behind !== undefined) return behind
  const times = timesAt(scan, next)
  if (times) return pushAgain(scan, at, { times }, skipTail(scan, next + 1))
  const until = isAlternating(scan, at) ? undefined : budgetAt(scan, next)
  if (until) return pushAgain(scan, at, { until: until.figure }, skipTail(scan, until.next))
  const figure = figureAt(scan.atoms, next)
  if (figure && figure.unit === null && isRoundWord(scan, next + 1))
    return pushAgain(scan, at, { times: roundsOf(figure) }, skipTail(scan, next + 2))
  const once = /^(?:and )?repeat(?: set| all| the set| whole set| sequence| the sequence| block)?$/.test(
    wordAt(scan.atoms, at)?.text ?? '',
  )
  if (once && (next >= scan.end || isMark(scan.atoms, next, ',;.\n)')) && scan.out.length > 1)
    return pushAgain(scan, at, { times: { low: 2 } }, next)
  return startAlternating(scan, at)
}

const roundsOf = ({ low, high }: Rounds): Rounds => ({ low, ...(high === undefined ? {} : { high }) })

const isLinking = (scan: Scan, at: number): boolean => {
  const sense = senseAt(scan.atoms, at)
  const set = /^(?:whole|entire|all|set|sequence|this|everything|block|same|process)$/.test(
    wordAt(scan.atoms, at)?.text ?? '',
  )
  return (sense.filler === true && !sense.until) || sense.again === true || set
}

const isRoundWord = (scan: Scan, at: number): boolean =>
  /^(?:more|rounds?|sets?|reps?|repeats?|times?|cycles?)(?: of)?$/.test(wordAt(scan.atoms, at)?.text ?? '')

/** `two more sets of the same`, `do that 2 more times`: as many again as were told. */
const readMore = (scan: Scan, at: number, from: number = at): number | undefined => {
  const one = wordAt(scan.atoms, at)?.text === 'one' ? { low: 1, high: undefined } : undefined
  const figure = one ?? plainFigure(scan, at)
  if (!figure || wordAt(scan.atoms, at + 1)?.text !== 'more') return undefined
  const alone = from < at && (at + 2 >= scan.end || isMark(scan.atoms, at + 2, ',;.\n)('))
  if (!isRoundWord(scan, at + 2) && !alone) return undefined
  const times: Rounds = { low: figure.low + 1, ...(figure.high === undefined ? {} : { high: figure.high + 1 }) }
  const tail = alone ? at + 2 : skipTail(scan, at + 3)
  const same =
    senseAt(scan.atoms, skipFillers(scan.atoms, tail)).relative === 'same' ? skipFillers(scan.atoms, tail) + 1 : tail
  return pushAgain(scan, from, { times }, same)
}

const plainFigure = (scan: Scan, at: number): Figure | undefined => {
  const figure = figureAt(scan.atoms, at)
  return figure?.unit === null ? figure : undefined
}

/** `all x 5`: everything before it. */
const readAll = (scan: Scan, at: number): number | undefined => {
  const times = scan.atoms[at + 1]
  if (!senseAt(scan.atoms, at).all || times?.kind !== 'times' || scan.current) return undefined
  return pushAgain(scan, at, { times: roundsOf(times) }, at + 2)
}

/** `for a total of 20 min` behind parts that alternate. */
const readUntil = (scan: Scan, at: number): number | undefined => {
  const sense = senseAt(scan.atoms, at)
  if (!sense.until || sense.filler || !scan.out.some((draft) => draft.kind === 'alternate')) return undefined
  const until = budgetAt(scan, at)
  if (!until) return undefined
  const next = pushAgain(scan, at, { until: until.figure }, skipTail(scan, until.next))
  if (/total/.test(wordAt(scan.atoms, at)?.text ?? '') && !until.figure.levels)
    scan.out.push({ kind: 'total', figure: until.figure, ...spanAt(scan, at) })
  return next
}

const timesAt = (scan: Scan, at: number): Rounds | undefined => {
  const atom = scan.atoms[at]
  const spoken = senseAt(scan.atoms, at).times
  if (spoken !== undefined) return { low: spoken }
  if (atom?.kind !== 'times' && atom?.kind !== 'count') return undefined
  // `do 6 x 500 m` counts what follows.
  const ends = at + 1 >= scan.end || isMark(scan.atoms, at + 1, ',;.\n)(')
  if (atom.kind === 'count' && !ends) return undefined
  return { low: atom.low, ...(atom.high === undefined ? {} : { high: atom.high }) }
}

/** `for 18 minutes`, `until you reach 28 min`, `for a total of 9/12/18 minutes`. */
const budgetAt = (scan: Scan, at: number): { figure: Figure; next: number } | undefined => {
  let next = at
  while (next < scan.end && next - at < 6 && wordAt(scan.atoms, next) && !senseAt(scan.atoms, next).mode) next++
  const figure = figureAt(scan.atoms, next)
  return figure && figure.unit !== null ? { figure, next: next + 1 } : undefined
}

/** `... more times`, `... is up`, `... in total`. */
const skipTail = (scan: Scan, at: number): number => {
  let next = at
  while (
    next < scan.end &&
    /^(?:more|is|are|times?|rounds?|sets?|reps?|repeats?|total|in total|up|over|through|in all|cycles?)$/.test(
      wordAt(scan.atoms, next)?.text ?? '',
    )
  )
    next++
  return next
}

type Again = { readonly times: Rounds } | { readonly until: Figure }

const pushAgain = (scan: Scan, at: number, again: Again, next: number): number => {
  flushCue(scan)
  scan.current = undefined
  scan.out.push({ kind: 'again', ...again, ...spanAt(scan, at, next) })
  return next
}

/** `alternating fast and steady`: words for the two groups that were told. */
export const skipFeels = (scan: Scan, at: number): number => {
  let next = at
  while (next < scan.end && (senseAt(scan.atoms, next).feel || senseAt(scan.atoms, next).link === 'and')) next++
  return next
}

const isAlternating = (scan: Scan, at: number): boolean => wordAt(scan.atoms, at)?.text.startsWith('alternat') ?? false

/** `alternate 60 secs running with 90 secs walking`: a budget or count may follow. */
const startAlternating = (scan: Scan, at: number): number | undefined => {
  if (!isAlternating(scan, at) || isMark(scan.atoms, at + 1, ',;.')) return undefined
  flushCue(scan)
  if (
    senseAt(scan.atoms, at + 1).feel &&
    scan.out.filter((draft) => draft.kind === 'bout' && draft.counts.length > 0).length > 1
  ) {
    scan.current = undefined
    scan.out.push({ kind: 'inTurn', ...spanAt(scan, at) })
    return skipFeels(scan, at + 1)
  }
  const held = scan.current?.figure && scan.current.counts.length === 0 && scan.current.targets.length === 0
  scan.current = undefined
  scan.out.push({ kind: held ? 'budget' : 'alternate', ...spanAt(scan, at) })
  return at + 1
}
