import type { Role } from '@bell-lap/core'
import type { Atom } from './atoms.ts'
import { countOf, emptyBout, type DraftBout } from './draft.ts'
import type { Figure } from './figures.ts'
import { figureAt, isHyphen, isMark, senseAt, skipFillers, unitAt, wordAt } from './reading-head.ts'
import type { DraftRecovery } from './recoveries.ts'
import { pushRecovery } from './scan-recoveries.ts'
import { awaits, flushCue, openBout, spanAt, type Reader, type Scan } from './scan.ts'
import { isTime, isTimed } from './units.ts'

const SEPARATE: ReadonlySet<Role> = new Set<Role>(['warmup', 'cooldown'])

/** A warm-up without a colon waits for its own length, not for the repetitions that follow. */
const takesCounts = (bout: DraftBout): boolean => bout.label === true || !bout.roles.some((role) => SEPARATE.has(role))

/** `5 x`, `3 sets of`. */
export const readCount: Reader = (scan, at) => {
  const atom = scan.atoms[at]
  if (atom?.kind !== 'count') return undefined
  const trailing = atom.sets && isEnd(scan, at + 1) && scan.current?.figure !== undefined
  if (trailing) return addTimes(scan, at, countOf(atom))
  const bout = awaits(scan.current) && takesCounts(scan.current) ? scan.current : openBout(scan, at)
  flushCue(scan)
  bout.counts.push(countOf(atom))
  bout.to = atom.to
  return at + 1
}

const isEnd = (scan: Scan, at: number): boolean => at >= scan.end || isMark(scan.atoms, at, ',;.\n)')

const addTimes = (scan: Scan, at: number, count: ReturnType<typeof countOf>): number | undefined => {
  const last = scan.out.at(-1)
  const list = listBehind(scan)
  if (list !== undefined)
    scan.out.push({ kind: 'group', items: scan.out.splice(list), counts: [count], glued: true, ...spanAt(scan, at) })
  else if (last?.kind === 'group') last.counts.unshift(count)
  else if (scan.current) {
    scan.current.counts.unshift(count)
    scan.current.trailing = true
  } else return undefined
  return at + 1
}

/** `1200-800-400 x 2`: the lengths joined by dashes or slashes right before, as the index of the first. */
const listBehind = (scan: Scan): number | undefined => {
  let first = scan.out.length - 1
  while (first >= 2) {
    const joint = scan.out[first - 1]
    const before = scan.out[first - 2]
    const joined = joint?.kind === 'break' && (joint.strength === 'dash' || joint.strength === 'slash')
    if (!joined || before?.kind !== 'bout' || !before.figure || before.counts.length > 0 || before.roles.length > 0)
      break
    first -= 2
  }
  const last = scan.out.at(-1)
  return last?.kind === 'bout' && last.counts.length === 0 && first < scan.out.length - 1 ? first : undefined
}

/** `x 5` behind a bracket or a length. */
export const readTimes: Reader = (scan, at) => {
  const atom = scan.atoms[at]
  if (atom?.kind !== 'times') return undefined
  const count = { low: atom.low, sets: false, ...(atom.high === undefined ? {} : { high: atom.high }) }
  const next = addTimes(scan, at, count)
  if (next !== undefined) {
    const noun = senseAt(scan.atoms, next).scope === 'rep' ? next + 1 : next
    return noun
  }
  scan.out.push({ kind: 'again', times: count, ...spanAt(scan, at) })
  return at + 1
}

/** Words that name several bouts: a number before them counts. */
const isPlural = (atoms: readonly Atom[], at: number): boolean => {
  const word = wordAt(atoms, at)
  if (!word || !word.text.endsWith('s')) return word?.sense.role === 'strides' || word?.sense.role === 'pickups'
  const { role, pace, effort, scope, label } = word.sense
  if (word.text === 'series' || word.text === 'miles' || word.sense.mode) return false
  return (
    role === 'strides' ||
    role === 'pickups' ||
    role === 'hill' ||
    role === 'kick' ||
    role === 'tempo' ||
    label === true ||
    word.text === 'blocks' ||
    (pace === 'max' && word.sense.feel === true) ||
    effort === true ||
    scope === 'rep' ||
    role === 'test' ||
    pace === 'threshold' ||
    pace === 'vo2max'
  )
}

/** `6 strides`, `5 hill repeats`, `6 20-second strides`: a bare number that counts the plural behind it. */
const countsPlural = (atoms: readonly Atom[], at: number): boolean => {
  const figure = figureAt(atoms, at)
  const behind = figureAt(atoms, at + 1)
  if (atoms[at - 1]?.kind === 'count')
    return figureAt(atoms, at)?.unit === null && behind?.unit === 'plural' && behind.low >= 100
  if (!figure || figure.unit !== null || figure.decimals > 0 || figure.low > 60 || figure.low < 1 || figure.levels)
    return false
  for (let next = at + 1; next < at + 6; next++) {
    if (isHyphen(atoms, next)) continue
    const inner = figureAt(atoms, next)
    if (inner?.unit === 'plural' && inner.low >= 100) return true
    if (inner && (inner.unit === null || next > at + 2)) return false
    if (isPlural(atoms, next)) return true
    const word = wordAt(atoms, next)
    if (
      !inner &&
      (!word ||
        word.sense.link ||
        word.sense.with ||
        word.sense.at ||
        word.sense.rest ||
        word.sense.slot ||
        word.sense.mode)
    )
      return false
  }
  return false
}

/** `miles 5-7`, and `8-10` behind it: positions in the run, not lengths. */
const readPositions = (
  scan: Scan,
  at: number,
): { figure: Figure; unit: 'mi' | 'km'; to: number; next: number } | undefined => {
  const unit = wordAt(scan.atoms, at) ? unitAt(scan.atoms, at) : undefined
  const named = unit === 'mi' || unit === 'km' ? unit : undefined
  const place = named ? at + 1 : at
  const figure = figureAt(scan.atoms, place)
  if (!figure || figure.unit !== null || figure.decimals > 0 || figure.levels) return undefined
  const follows = scan.position !== undefined && figure.low === scan.position.to + 1
  if (!named && !(follows && figure.high !== undefined)) return undefined
  const to = figure.high ?? figure.low
  return { figure, unit: named ?? scan.position?.unit ?? 'mi', to, next: place + 1 }
}

/** `8-and-2s`: minutes of running and of walking, as run-walk plans write it. */
export const readRunWalk: Reader = (scan, at) => {
  const run = figureAt(scan.atoms, at)
  const walk = figureAt(scan.atoms, at + 4)
  const hyphens =
    isHyphen(scan.atoms, at + 1) && wordAt(scan.atoms, at + 2)?.text === 'and' && isHyphen(scan.atoms, at + 3)
  if (!run || !walk || !hyphens || run.unit !== null || (walk.unit !== null && walk.unit !== 'plural')) return undefined
  flushCue(scan)
  const minutes = (figure: Figure): Figure => ({ ...figure, unit: 'min' })
  const bout: DraftBout = { ...emptyBout(run), figure: minutes(run), roles: ['easy'] }
  const recovery: DraftRecovery = {
    kind: 'recovery',
    figure: minutes(walk),
    modes: ['walk'],
    sure: true,
    resting: false,
    cues: [],
    from: walk.from,
    to: walk.to,
  }
  scan.current = undefined
  scan.out.push({ kind: 'group', items: [bout, recovery], counts: [], glued: false, ...spanAt(scan, at, at + 5) })
  return at + 5
}

export const readPositionFigure: Reader = (scan, at) => {
  if (scan.current?.counts.length && awaits(scan.current)) return undefined
  const found = readPositions(scan, at)
  if (!found) return undefined
  const bout = awaits(scan.current) ? scan.current : openBout(scan, at)
  flushCue(scan)
  bout.figure = { ...found.figure, low: found.to - found.figure.low + 1, unit: found.unit }
  delete (bout.figure as { high?: number }).high
  bout.inner = true
  bout.positions = { from: found.figure.low, to: found.to }
  bout.to = spanAt(scan, found.next - 1).to
  scan.position = { unit: found.unit, to: found.to }
  return found.next
}

/** `3 up`, `2 miles down` at the end of a part: the way out and home. */
const readUpDown = (scan: Scan, at: number): { role: Role; next: number } | undefined => {
  const figure = figureAt(scan.atoms, at)
  const word = wordAt(scan.atoms, at + 1)?.text
  if (!figure || (word !== 'up' && word !== 'down') || isTime(figure.unit) || figure.low >= 100) return undefined
  return isMark(scan.atoms, at + 2, ',;.+\n') || at + 2 >= scan.end
    ? { role: word === 'up' ? 'warmup' : 'cooldown', next: at + 2 }
    : undefined
}

/** A number: the length that the current bout waits for, a count of what follows, or a new bout. */
export const readFigure: Reader = (scan, at) => {
  const figure = figureAt(scan.atoms, at)
  if (!figure) return undefined
  const rate = rateEnd(scan, at, figure)
  if (rate !== undefined) {
    const { from, to } = spanAt(scan, at, rate)
    scan.cue = { from: scan.cue?.from ?? from, to }
    return rate
  }
  if (isMark(scan.atoms, at + 1, '%')) {
    const { from, to } = spanAt(scan, at, at + 2)
    scan.cue = { from: scan.cue?.from ?? from, to }
    return at + 2
  }
  if (countsPlural(scan.atoms, at)) {
    const bout = awaits(scan.current) && takesCounts(scan.current) ? scan.current : openBout(scan, at)
    flushCue(scan)
    bout.counts.push({ low: figure.low, sets: false, ...(figure.high === undefined ? {} : { high: figure.high }) })
    bout.to = figure.to
    return at + 1
  }
  if (recoversBehindWith(scan, at, figure) || recoversBehindReps(scan, at, figure)) {
    pushRecovery(scan, {
      kind: 'recovery',
      figure,
      modes: [],
      sure: true,
      resting: false,
      cues: [],
      ...spanAt(scan, at),
    })
    return at + 1
  }
  const units = unitsBehind(scan, figure)
  if (units) {
    units.counts = [{ low: figure.low, sets: false, ...(figure.high === undefined ? {} : { high: figure.high }) }]
    units.figure = { ...figure, low: 1, unit: units.units ?? 'mi' }
    delete (units.figure as { high?: number }).high
    scan.current = units
    return senseAt(scan.atoms, at + 1).total ? at + 2 : at + 1
  }
  const bout = awaits(scan.current) ? scan.current : openBout(scan, at)
  flushCue(scan)
  bout.figure = figure
  bout.to = figure.to
  if (scan.last) bout.last = true
  scan.last = false
  if (scan.inner) bout.inner = true
  scan.inner = false
  if (scan.flying) bout.flying = true
  scan.flying = false
  const way = readUpDown(scan, at)
  if (way) bout.roles.push(way.role)
  return readBudget(scan, way?.next ?? at + 1) ?? readAlternative(scan, bout, way?.next ?? at + 1)
}

/** `dropping 10 sec per mile`: how a pace changes, no length. */
const rateEnd = (scan: Scan, at: number, figure: Figure): number | undefined => {
  const seconds = figure.unit === 's' || figure.unit === 'plural'
  if (seconds && /^(?:faster|quicker|slower) each|^each (?:faster|slower)/.test(wordAt(scan.atoms, at + 1)?.text ?? ''))
    return at + 2
  const per = /^(?:per|a|each|every)$/.test(wordAt(scan.atoms, at + 1)?.text ?? '') || isMark(scan.atoms, at + 1, '/')
  const unit = unitAt(scan.atoms, at + 2)
  return seconds && per && (unit === 'mi' || unit === 'km') ? at + 3 : undefined
}

/** Longer than this, in seconds, a bare time behind repetitions is a run of its own. */
const LONGEST_BARE_RECOVERY = 300

/** `4 x (1 km, 500 m) 2'`, `5 x 1000m @ 10k 2 min`: a time right behind repetitions, with nothing to say what it is. */
const recoversBehindReps = (scan: Scan, at: number, figure: Figure): boolean => {
  const last = scan.out.at(-1)
  const seconds = figure.unit === 'min' ? figure.low * 60 : figure.low
  if (!isTimed(figure) || seconds > LONGEST_BARE_RECOVERY || !isEnd(scan, at + 1)) return false
  if (last?.kind === 'group')
    return last.counts.length > 0 || (scan.current?.figure !== undefined && scan.current.counts.length > 0)
  return last?.kind === 'bout' && last === scan.current && last.counts.length > 0 && last.figure !== undefined
}

/** `5 x 1 km w/ 90s`, `5 min push with 2.5 min` among others with recoveries: a time behind `with` that ends the part. */
const recoversBehindWith = (scan: Scan, at: number, figure: Figure): boolean => {
  if (scan.out.at(-1)?.kind !== 'with' || !isEnd(scan, at + 1) || figure.levels) return false
  const bout = scan.out.findLast((draft) => draft.kind === 'bout')
  if (
    !bout?.figure ||
    (!isTime(figure.unit) && figure.unit !== null && figure.unit !== 'plural' && figure.unit !== 'm')
  )
    return false
  if (bout.counts.length > 0) return true
  return isTime(bout.figure.unit) && isTime(figure.unit) && scan.out.some((draft) => draft.kind === 'recovery')
}

/** `Tempo miles. 4-6 total`: how many of the lengths that were named. */
const unitsBehind = (scan: Scan, figure: Figure): DraftBout | undefined => {
  if (figure.unit !== null || figure.decimals > 0 || figure.low > 30) return undefined
  const last = scan.out.findLast((draft) => draft.kind === 'bout')
  return last?.units && !last.figure ? last : undefined
}

/** `24 mins of 2 on/1 off`: the length is filled with what follows. */
const readBudget = (scan: Scan, at: number): number | undefined => {
  const bout = scan.current
  if (!bout?.figure || wordAt(scan.atoms, at)?.text !== 'of' || bout.counts.length > 0) return undefined
  const next = skipFillers(scan.atoms, at)
  const again = senseAt(scan.atoms, next).again ? next + 1 : next
  const parts =
    scan.atoms[again]?.kind === 'count' || isMark(scan.atoms, again, '(') || figureAt(scan.atoms, again) !== undefined
  if (!parts || !isTime(bout.figure.unit)) return undefined
  scan.out.push({ kind: 'budget', ...spanAt(scan, at) })
  scan.current = undefined
  return again
}

/** `5 x 1000m or 5 minutes at 10k pace`: the same bout told in another measure. */
const readAlternative = (scan: Scan, bout: DraftBout, at: number): number => {
  const other = wordAt(scan.atoms, at)?.sense.link === 'or' ? figureAt(scan.atoms, at + 1) : undefined
  if (!other || bout.counts.length === 0 || other.unit === null || scan.atoms[at + 2]?.kind === 'count') return at
  bout.otherFigure = other
  bout.to = other.to
  return at + 2
}

/** `5 x mile repeats`: a unit without a number behind a count is one of it. */
export const readUnitAlone: Reader = (scan, at) => {
  const bout = scan.current
  const word = wordAt(scan.atoms, at)
  if (!word) return undefined
  const plural = /^(?:miles|ks|kms|kilometres|kilometers)$/.test(word.text)
  if (
    awaits(bout) &&
    bout.counts.length === 0 &&
    plural &&
    (bout.targets.length > 0 || bout.roles.length > 0) &&
    isMark(scan.atoms, at + 1, ':.-,')
  ) {
    bout.units = word.text === 'miles' ? 'mi' : 'km'
    bout.to = word.to
    return at + 1
  }
  const counted = awaits(bout) && bout.counts.length > 0
  const alone = !bout && isLed(scan, at + 1)
  if (!counted && !alone) return undefined
  const unit = unitAt(scan.atoms, at)
  if (unit !== 'mi' && unit !== 'km') return undefined
  const one = counted ? bout : openBout(scan, at)
  one.figure = { kind: 'figure', low: 1, unit, decimals: 0, from: word.from, to: word.to, spaced: true, glued: false }
  one.to = word.to
  return at + 1
}

const isLed = (scan: Scan, at: number): boolean => senseAt(scan.atoms, at).at === true
