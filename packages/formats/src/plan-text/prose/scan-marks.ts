import type { Break, Draft } from './draft.ts'
import type { Figure } from './figures.ts'
import { figureAt, isHyphen, isMark, senseAt, wordAt } from './reading-head.ts'
import { readRecovery } from './recoveries.ts'
import { awaits, breakOff, flushCue, spanAt, type Reader, type Scan } from './scan.ts'
import { isBullet, readBlock } from './scan-blocks.ts'
import { pushRecovery } from './scan-recoveries.ts'

const STRENGTHS: Readonly<Record<string, Break>> = {
  ',': 'comma',
  ';': 'semicolon',
  '.': 'stop',
  '+': 'plus',
  '|': 'semicolon',
  '\n': 'line',
}

/** Separators. A colon behind a role is a label and breaks nothing. */
export const readBreak: Reader = (scan, at) => {
  const atom = scan.atoms[at]
  if (atom?.kind !== 'mark') return undefined
  if (atom.text === '\n') return readLine(scan, at)
  if (atom.text === ':') return readColon(scan, at)
  if (atom.text === '/' || atom.text === '-') return readPair(scan, at)
  const strength = STRENGTHS[atom.text]
  if (strength) return breakOff(scan, at, strength)
  if (atom.text === '•') return breakOff(scan, at, 'semicolon')
  return undefined
}

/** A line break; behind `Main Set 4x` or `Warmup` the bullets that follow belong to that heading. */
const readLine: Reader = (scan, at) => {
  const heading = awaits(scan.current) && !scan.bulleted ? scan.current : undefined
  const bullet = isBullet(scan, at + 1)
  const block =
    heading && heading.counts.length > 0 && (bullet || scan.atoms[at - 1]?.kind === 'count')
      ? readBlock(scan, at)
      : undefined
  if (block !== undefined) return block
  scan.bulleted = bullet
  if (heading && bullet && heading.roles.length > 0) {
    heading.label = true
    return at + 2
  }
  return breakOff(scan, at, 'line', bullet ? at + 2 : at + 1)
}

const readColon: Reader = (scan, at) => {
  if (awaits(scan.current)) {
    const block = scan.atoms[at - 1]?.kind === 'count' ? readBlock(scan, at) : undefined
    if (block !== undefined) return block
    scan.current.label = true
    return at + 1
  }
  const pair = isGluedFigures(scan, at) ? readPair(scan, at) : undefined
  return pair ?? breakOff(scan, at, 'colon')
}

const isGluedFigures = (scan: Scan, at: number): boolean => {
  const atom = scan.atoms[at]
  return atom?.kind === 'mark' && !atom.spaced && !atom.loose && figureAt(scan.atoms, at + 1) !== undefined
}

/** `30/30`, `3 min on/1:15 off`, `400-200`, `2min:1min` behind a count: repetition and recovery. */
const readPair: Reader = (scan, at) => {
  const bout = scan.current
  const hyphen = isHyphen(scan.atoms, at)
  const figure = figureAt(scan.atoms, at + 1)
  const dash = isMark(scan.atoms, at, '-')
  const strength: Break = dash ? 'dash' : isMark(scan.atoms, at, ':') ? 'colon' : 'slash'
  const heads =
    dash &&
    awaits(bout) &&
    bout.counts.length === 0 &&
    bout.roles.some((role) => role === 'warmup' || role === 'cooldown') &&
    figure !== undefined
  if (heads) {
    bout.label = true
    return at + 1
  }
  const swapped = strength === 'slash' && bout ? readSwapped(scan, at) : undefined
  if (swapped !== undefined) return swapped
  if (dash && hyphen && !figure && scan.atoms[at + 1]?.kind !== 'count') return at + 1
  const paired = bout?.figure !== undefined && (bout.counts.length > 0 || bout.on || senseAt(scan.atoms, at + 2).off)
  if (!paired || !figure || (dash && !hyphen)) return breakOff(scan, at, strength)
  if (isListed(scan, at)) return breakOff(scan, at, strength)
  const recovery = readRecovery(scan.atoms, at + 1, scan.reading)
  if (recovery) {
    pushRecovery(scan, { ...recovery.recovery, sure: true })
    return recovery.next
  }
  if (!isClosed(scan, at + 2)) return breakOff(scan, at, strength)
  pushRecovery(scan, {
    kind: 'recovery',
    figure,
    modes: [],
    sure: true,
    resting: false,
    cues: [],
    ...spanAt(scan, at + 1),
  })
  return at + 2
}

/** `45/15 x 20`: seconds of work and rest, and how often. */
const readSwapped = (scan: Scan, at: number): number | undefined => {
  const bout = scan.current
  const count = scan.atoms[at + 1]
  const times = figureAt(scan.atoms, at + 2)
  if (
    !bout?.figure ||
    bout.counts.length > 0 ||
    count?.kind !== 'count' ||
    !times ||
    times.unit !== null ||
    times.low > 60
  )
    return undefined
  if (bout.figure.unit !== null || bout.figure.low > 90 || !isClosed(scan, at + 3)) return undefined
  bout.counts = [{ low: times.low, sets: false }]
  const figure: Figure = {
    kind: 'figure',
    low: count.low,
    unit: null,
    decimals: 0,
    from: count.from,
    to: count.to,
    spaced: false,
    glued: true,
  }
  pushRecovery(scan, {
    kind: 'recovery',
    figure,
    modes: [],
    sure: true,
    resting: false,
    cues: [],
    from: count.from,
    to: times.to,
  })
  return at + 3
}

/** A second joint of the same kind makes a list of lengths: `400-800-400`. */
const isListed = (scan: Scan, at: number): boolean => {
  const mark = scan.atoms[at]
  const next = scan.atoms[at + 2]
  return (
    mark?.kind === 'mark' &&
    next?.kind === 'mark' &&
    next.text === mark.text &&
    figureAt(scan.atoms, at + 3) !== undefined
  )
}

const isClosed = (scan: Scan, at: number): boolean => {
  if (at >= scan.end || isMark(scan.atoms, at, ',;.+\n)([-:•|')) return true
  const word = wordAt(scan.atoms, at)
  if (word?.sense.role === 'easy' || /^[EL]$/.test(word?.raw ?? '')) return false
  if (word?.sense.at && (senseAt(scan.atoms, at + 1).zone || senseAt(scan.atoms, at + 1).role === 'easy')) return false
  const { role, pace, at: lead, link, with: joins, scope } = word?.sense ?? {}
  return Boolean(role ?? pace ?? lead ?? link ?? joins ?? scope) || isMark(scan.atoms, at, '@')
}

/** A bracket is read on its own; a count straight before it repeats all of it. */
export const readBracket: Reader = (scan, at) => {
  const close = scan.closing.get(at)
  if (close === undefined || close >= scan.end) return undefined
  if (scan.depth > 40) return skipBracket(scan, at, close)
  flushCue(scan)
  const direct =
    scan.atoms[at - 1]?.kind === 'count' || (scan.atoms[at - 1]?.kind === 'mark' && scan.current?.label === true)
  const bout = scan.current
  const counts = direct && awaits(bout) ? bout.counts : []
  if (direct && awaits(bout)) {
    bout.counts = []
    if (bout.roles.length === 0 && bout.targets.length === 0) removeBout(scan)
    else bout.label = true
  }
  const items: readonly Draft[] = scan.deeper(scan, at + 1, close)
  const glued = scan.atoms[at]?.kind === 'mark' && !scan.atoms[at].spaced
  scan.out.push({ kind: 'group', items, counts, glued, ...spanAt(scan, at, close + 1) })
  return close + 1
}

const removeBout = (scan: Scan): void => {
  if (scan.out.at(-1) === scan.current) scan.out.pop()
  scan.current = undefined
}

/** Deeper than anybody nests: the words stay, unread. */
const skipBracket = (scan: Scan, at: number, close: number): number => {
  scan.cue = { from: spanAt(scan, at).from, to: spanAt(scan, close).to }
  flushCue(scan)
  return close + 1
}

/** Marks that carry nothing by themselves. */
export const readOtherMark: Reader = (scan, at) => {
  const atom = scan.atoms[at]
  return atom?.kind === 'mark' && /^[!-~\s’…]$/.test(atom.text) ? at + 1 : undefined
}
