import type { Span } from '../reading.ts'
import type { Figure } from './figures.ts'
import { figureAt, isHyphen, isMark, senseAt, skipFillers, unitAt, wordAt } from './reading-head.ts'
import { readTarget } from './paces.ts'
import { readRecovery, type DraftRecovery } from './recoveries.ts'
import { awaits, flushCue, openBout, replaceHeading, spanAt, type Reader, type Scan } from './scan.ts'
import { pushRecovery } from './scan-recoveries.ts'
import type { DraftTarget, TargetAt } from './targets.ts'

/** A recovery, or a jog or walk that may be one. */
export const readRecoveryHere: Reader = (scan, at) => {
  const waiting = awaits(scan.current) && scan.current.counts.length > 0
  const direct = scan.atoms[at - 1]?.kind === 'count'
  if (waiting && direct && figureAt(scan.atoms, at)) return undefined
  if (isDayOff(scan, at)) return undefined
  const found = readRecovery(scan.atoms, at, scan.reading)
  if (!found || found.next > scan.end) return undefined
  const { recovery, next } = found
  if (isRunThenWalk(scan, at, found)) return undefined
  if (isManner(scan, at, found)) {
    const [mode] = recovery.modes
    if (scan.current && mode) scan.current.mode = mode
    if (scan.current && scan.current.roles.length === 0 && mode !== 'walk') scan.current.roles.push('easy')
    return next
  }
  if (awaits(scan.current) && !recovery.sure && (!waiting || scan.current.roles.length === 0))
    return fillBout(scan, at, found)
  if (recovery.sure) {
    const spread = isForAll(scan, at) ? ({ ...recovery, scope: 'all', repsOnly: true } as const) : recovery
    pushRecovery(scan, spread)
    return next
  }
  return looseBout(scan, at, found)
}

/** `repetitions of 90 seconds of jogging`: how the bout itself is run. */
const isManner = (scan: Scan, at: number, { recovery }: Found): boolean => {
  const { figure, relative, sure, modes, scope } = recovery
  if (
    figure ||
    relative ||
    sure ||
    scope ||
    modes.length !== 1 ||
    !scan.current?.figure ||
    scan.current.targets.length > 0
  )
    return false
  return (
    scan.atoms[at - 1]?.kind === 'figure' ||
    wordAt(scan.atoms, at - 1)?.text === 'of' ||
    wordAt(scan.atoms, at)?.text === 'of'
  )
}

/** `run 4 mins walk 1 min`: the walk belongs to the length behind it. */
const isRunThenWalk = (scan: Scan, at: number, { recovery, next }: Found): boolean =>
  !recovery.sure &&
  recovery.figure !== undefined &&
  figureAt(scan.atoms, at) === recovery.figure &&
  figureAt(scan.atoms, next) !== undefined &&
  /^(?:run|running|jog|hard|fast)$/.test(wordAt(scan.atoms, at - 1)?.text ?? '')

/** `Rest` on its own, or with nothing that it could stand between, is a day of rest. */
const isDayOff = (scan: Scan, at: number): boolean => {
  const sense = senseAt(scan.atoms, at)
  if (sense.day || sense.kind !== 'rest') return sense.day === true
  const alone = (index: number): boolean =>
    index >= scan.end || isMark(scan.atoms, index, ',;.\n()/+') || senseAt(scan.atoms, index).link === 'or'
  const bouts = scan.out.some((draft) => draft.kind === 'bout' || draft.kind === 'group')
  return (
    alone(at + 1) &&
    (!bouts || senseAt(scan.atoms, at - 1).link === 'or' || senseAt(scan.atoms, at - 1).slot !== undefined)
  )
}

/** `all with 1 min jog`, `each with 3 min rest`. */
const isForAll = (scan: Scan, at: number): boolean => {
  const joined = senseAt(scan.atoms, at - 1).with ? at - 2 : at - 1
  return senseAt(scan.atoms, joined).all === true && senseAt(scan.atoms, joined).between !== true
}

interface Found {
  readonly recovery: DraftRecovery
  readonly next: number
}

/** `Warm up: 12 min gentle jog`: the jog is the manner of the bout that waits. */
const fillBout = (scan: Scan, _at: number, { recovery, next }: Found): number | undefined => {
  const bout = scan.current
  if (!bout) return undefined
  flushCue(scan)
  if (recovery.figure) bout.figure = recovery.figure
  replaceHeading(bout, 'easy')
  const [mode] = recovery.modes
  if (mode) bout.mode = mode
  if (recovery.target) bout.targets.push(recovery.target)
  bout.to = Math.max(bout.to, recovery.to)
  if (bout.roles.every((role) => role === 'easy') && bout.targets.length === 0) bout.loose = recovery
  return next
}

/** A jog or walk by itself: a bout that may turn out to be a recovery. */
const looseBout = (scan: Scan, at: number, { recovery, next }: Found): number => {
  const bout = openBout(scan, at)
  if (recovery.figure) bout.figure = recovery.figure
  const [mode] = recovery.modes
  if (mode) bout.mode = mode
  if (mode !== 'walk') bout.roles.push('easy')
  if (recovery.target) bout.targets.push(recovery.target)
  bout.loose = recovery
  bout.to = recovery.to
  return next
}

/** A pace or effort: behind a length it belongs to it, before one it waits for it. */
export const readTargetHere: Reader = (scan, at) => {
  if (isDayLetter(scan, at)) return at + 1
  // The length straight behind a count is what is repeated, whatever pace it could name.
  if (scan.atoms[at - 1]?.kind === 'count' && figureAt(scan.atoms, at)) return undefined
  const found = readTarget(scan.atoms, at, scan.reading)
  if (!found || found.next > scan.end) return undefined
  const prefix = leadsBout(scan, found.next)
  const dashed = isHyphen(scan.atoms, found.next) ? figureAt(scan.atoms, found.next + 1) : undefined
  if (!scan.current && dashed && dashed.unit === null && dashed.low <= 20) return readDashed(scan, at, found, dashed)
  const bout = scan.current
  if (!bout) {
    if (!prefix && isBehindBout(scan)) return pushTarget(scan, at, found)
    return attach(scan, at, openBoutFor(scan, at), found)
  }
  const taken = bout.targets.length > 0 || bout.roles.length > 0
  if (bout.figure && prefix && taken && !isLed(scan, at)) return attach(scan, at, openBoutFor(scan, at), found)
  return attach(scan, at, bout, found)
}

/** `tempo-4`, `LT-5`: a code for so many of the page's long unit. */
const readDashed = (scan: Scan, at: number, found: TargetAt, figure: Figure): number => {
  const bout = openBout(scan, at)
  attach(scan, at, bout, found)
  bout.figure = figure
  bout.to = figure.to
  return found.next + 2
}

/** `T 4-6 hill session`: a capital at the very start that names a weekday. */
const isDayLetter = (scan: Scan, at: number): boolean =>
  at === 0 &&
  /^[MTWFS]$/.test(wordAt(scan.atoms, 0)?.raw ?? '') &&
  figureAt(scan.atoms, 1) !== undefined &&
  scan.atoms.length > 2

const isLed = (scan: Scan, at: number): boolean => senseAt(scan.atoms, at).at === true || isMark(scan.atoms, at, '@')

/** A length or count follows that this word could belong to. */
const leadsBout = (scan: Scan, at: number): boolean => {
  let next = isMark(scan.atoms, at, ':') ? at + 1 : skipFillers(scan.atoms, at)
  if (isHyphen(scan.atoms, next)) next++
  if (next >= scan.end) return false
  const atom = scan.atoms[next]
  if (atom?.kind === 'count') return true
  if (atom?.kind !== 'figure')
    return unitAt(scan.atoms, next) !== undefined && figureAt(scan.atoms, next + 1) !== undefined
  const recovery = readRecovery(scan.atoms, next, scan.reading)
  return !recovery?.recovery.sure
}

/** Something that a later pace can belong to has been read. */
const isBehindBout = (scan: Scan): boolean =>
  scan.out.some(
    (draft) =>
      (draft.kind === 'bout' && (draft.figure !== undefined || draft.counts.length > 0)) || draft.kind === 'group',
  )

const openBoutFor = (scan: Scan, at: number) => openBout(scan, at)

const pushTarget = (scan: Scan, at: number, found: TargetAt): number => {
  flushCue(scan)
  const { target, role, all, feel, cue, next } = found
  scan.out.push({
    kind: 'target',
    target,
    ...spanAt(scan, at, next),
    ...(role ? { role } : {}),
    ...(all ? { all } : {}),
    ...(feel ? { feel } : {}),
    ...(cue ? { cue } : {}),
  })
  return next
}

const isFaster = (scan: Scan, at: number, next: number): boolean => {
  for (let index = at; index < next; index++) if (senseAt(scan.atoms, index).compare === 'faster') return true
  return false
}

/** One target a bout: what is told behind its length takes the place of a heading, any other stays in words. */
const giveOne = (bout: NonNullable<Scan['current']>, target: DraftTarget, span: Span): void => {
  const [earlier] = bout.targets
  if (!earlier) {
    bout.targets.push(target)
    if (!bout.figure) bout.heading = span
  } else if (bout.heading && bout.figure) {
    bout.cues.push(bout.heading)
    bout.targets = [target]
    delete bout.heading
  } else bout.cues.push(span)
}

const attach = (scan: Scan, at: number, bout: NonNullable<Scan['current']>, found: TargetAt): number => {
  flushCue(scan)
  const { target, role, feel, cue, all, next } = found
  if (role) {
    replaceHeading(bout, role)
    bout.roles.push(role)
  }
  if (senseAt(scan.atoms, next - 1).flying) bout.flying = true
  if (target.kind === 'words') {
    if (cue) bout.cues.push(cue)
    bout.worded = true
    if (isFaster(scan, at, next)) bout.faster = true
  } else if (target.kind !== 'role') {
    if (feel) bout.feel ??= target
    else giveOne(bout, target, spanAt(scan, at, next))
    if (cue) bout.cues.push(cue)
  }
  if (all) bout.all = true
  bout.to = Math.max(bout.to, spanAt(scan, next - 1).to)
  return next
}
