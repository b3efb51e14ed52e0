import type { Mode, Range } from '@bell-lap/core'
import type { Span } from '../reading.ts'
import type { Atom } from './atoms.ts'
import type { Break } from './draft.ts'
import type { Figure } from './figures.ts'
import { readTarget, type PaceReading } from './paces.ts'
import { figureAt, isHyphen, isMark, senseAt, unitAt, wordAt } from './reading-head.ts'
import { readPercent } from './scales.ts'
import type { DraftTarget } from './targets.ts'
import { isTime } from './units.ts'

/** What stands between bouts, as far as the words alone tell it. */
export interface DraftRecovery extends Span {
  readonly kind: 'recovery'
  readonly figure?: Figure
  readonly relative?: 'equal' | 'half' | 'full' | 'back' | 'down'
  readonly share?: Range<number>
  readonly measure?: 'distance' | 'time'
  /** The figure counts from start to start. */
  readonly cycle?: true
  /** `no rest`. */
  readonly none?: true
  readonly modes: readonly Mode[]
  readonly target?: DraftTarget
  readonly scope?: 'rep' | 'set' | 'all'
  readonly afterEach?: true
  /** `all reps`: not between the groups. */
  readonly repsOnly?: true
  /** A word of recovery stands there; a jog alone may be a warm-up. */
  readonly sure: boolean
  /** `rest`: the manner is left open, and it is no running. */
  readonly resting: boolean
  readonly cues: readonly Span[]
  /** What stood before it. */
  readonly before?: Break
}

interface Gathered {
  figure?: Figure
  relative?: NonNullable<DraftRecovery['relative']>
  share?: Range<number>
  measure?: 'distance' | 'time'
  cycle?: true
  none?: true
  modes: Mode[]
  target?: DraftTarget
  scope?: 'rep' | 'set' | 'all'
  afterEach?: true
  repsOnly?: true
  between?: true
  rest: boolean
  soft: boolean
  resting: boolean
  off: boolean
  cues: Span[]
  /** Behind the last word that belongs to the recovery. */
  end: number
}

/** Nobody writes a recovery in more words than these. */
const LONGEST = 24

/** Reads a recovery at a place, or nothing where the words are not one. */
export const readRecovery = (
  atoms: readonly Atom[],
  at: number,
  reading: PaceReading,
): { recovery: DraftRecovery; next: number } | undefined => {
  const gathered = gather(atoms, at, reading)
  if (!gathered || gathered.end === at) return undefined
  const { rest, off, modes, figure, relative, between, cycle, none } = gathered
  const named =
    rest ||
    (gathered.soft && figure !== undefined && isShort(figure)) ||
    off ||
    cycle === true ||
    none === true ||
    (relative !== undefined && (modes.length > 0 || between === true))
  const sure = named || between === true || relative !== undefined || gathered.share !== undefined
  const possible = named || modes.length > 0 || (between === true && figure !== undefined)
  if (!possible || (off && !figure) || (cycle && !figure)) return undefined
  const { end, rest: _rest, soft: _soft, off: _off, between: _between, ...held } = gathered
  const span = { from: atoms[at]?.from ?? 0, to: atoms[end - 1]?.to ?? 0 }
  return { recovery: { kind: 'recovery', ...held, ...span, sure }, next: end }
}

/** Short enough to stand between repetitions for certain. */
const isShort = ({ low, unit }: Figure): boolean =>
  unit === 'min' ? low <= 3 : unit === 'mi' || unit === 'km' ? low < 0.6 : low <= 400

const gather = (atoms: readonly Atom[], at: number, reading: PaceReading): Gathered | undefined => {
  if (/^(?:run|runs|running|ran|do|doing|@|at)$/.test(wordAt(atoms, at)?.text ?? '')) return undefined
  const gathered: Gathered = { modes: [], rest: false, soft: false, resting: false, off: false, cues: [], end: at }
  let next = at
  while (next - at < LONGEST) {
    const step = gatherOne(atoms, next, gathered, reading)
    if (step === undefined) break
    next = step.next
    if (step.holds) gathered.end = next
  }
  return gathered
}

interface Gather {
  readonly next: number
  /** What was read belongs to the recovery for certain; fillers only when something follows. */
  readonly holds: boolean
}

/** Takes one more piece of a recovery; `undefined` where none follows. */
const gatherOne = (atoms: readonly Atom[], at: number, held: Gathered, reading: PaceReading): Gather | undefined => {
  const atom = atoms[at]
  if (!atom || atom.kind === 'count' || atom.kind === 'times') return undefined
  if (atom.kind === 'figure') return gatherFigure(atoms, at, held, reading)
  if (atom.kind === 'mark') return gatherMark(atoms, at, held)
  return gatherWord(atoms, at, held, reading)
}

const hasBegun = (held: Gathered): boolean =>
  held.rest ||
  held.off ||
  held.modes.length > 0 ||
  held.relative !== undefined ||
  held.between === true ||
  held.cycle === true

const gatherFigure = (atoms: readonly Atom[], at: number, held: Gathered, reading: PaceReading): Gather | undefined => {
  const figure = figureAt(atoms, at)
  if (!figure) return undefined
  const percent = readPercent(atoms, at)
  if (percent) {
    if (held.share || held.figure) return undefined
    held.share = { low: percent.low / 100, high: percent.high / 100 }
    return { next: percent.next, holds: hasBegun(held) }
  }
  if (held.figure || held.share) return undefined
  const ratio = isMark(atoms, at + 1, ':') ? figureAt(atoms, at + 2) : undefined
  const parts = ratio && figure.unit === null && ratio.unit === null && figure.low <= 5 && ratio.low <= 5
  if (parts && (senseAt(atoms, at + 3).rest || wordAt(atoms, at + 3)?.text === 'work')) {
    const share = ratio.low / figure.low
    if (share === 1) held.relative = 'equal'
    else held.share = { low: share, high: share }
    return { next: at + 3, holds: false }
  }
  const target = readTarget(atoms, at, reading)
  if (target && target.next > at + 1) return undefined
  if (isDistanceShare(atoms, at, figure, held)) return { next: at + 1, holds: false }
  held.figure = figure
  return { next: at + 1, holds: hasBegun(held) }
}

/** `½ distance recovery`. */
const isDistanceShare = (atoms: readonly Atom[], at: number, figure: Figure, held: Gathered): boolean => {
  if (figure.unit !== null || figure.low >= 1 || !senseAt(atoms, at + 1).measure) return false
  held.share = { low: figure.low, high: figure.low }
  return true
}

const gatherMark = (atoms: readonly Atom[], at: number, held: Gathered): Gather | undefined => {
  if (isHyphen(atoms, at)) return { next: at + 1, holds: false }
  const begun = hasBegun(held)
  const slashed =
    isMark(atoms, at, '/') &&
    begun &&
    (senseAt(atoms, at + 1).mode !== undefined || senseAt(atoms, at + 1).rest === true)
  const scoped =
    isMark(atoms, at, ',:') &&
    held.between === true &&
    !held.figure &&
    held.modes.length === 0 &&
    figureAt(atoms, at + 1) !== undefined
  if (scoped) return { next: at + 1, holds: false }
  const equals = isMark(atoms, at, '=:') && begun && !held.figure && figureAt(atoms, at + 1) !== undefined
  const stop =
    isMark(atoms, at, '.') &&
    begun &&
    !held.figure &&
    figureAt(atoms, at + 1) !== undefined &&
    isShortened(atoms, at - 1)
  const feelSlash = isMark(atoms, at, '/') && senseAt(atoms, at + 1).feel === true && begun
  return slashed || equals || stop || feelSlash ? { next: at + 1, holds: false } : undefined
}

/** `rec. 2 min`: the stop of an abbreviation. */
const isShortened = (atoms: readonly Atom[], at: number): boolean =>
  /^(?:rec|recov|recovs|recs|r)$/.test(wordAt(atoms, at)?.text ?? '')

const gatherWord = (atoms: readonly Atom[], at: number, held: Gathered, reading: PaceReading): Gather | undefined => {
  const word = wordAt(atoms, at)
  if (!word) return undefined
  const { sense } = word
  if (isRestLabel(atoms, at))
    return take(held, at + 1, () => {
      held.rest = true
    })
  if (sense.none)
    return take(held, at + 1, () => {
      held.none = true
    })
  if (sense.rest)
    return isRunWord(atoms, at + 1, held)
      ? undefined
      : take(held, at + 1, () => {
          held.rest = true
          held.resting ||= sense.kind === 'rest'
          if (sense.relative === 'full') held.relative ??= 'full'
          if (sense.mode) held.modes.push(sense.mode)
        })
  if (sense.off) return gatherOff(atoms, at, held)
  if (sense.mode)
    return take(held, at + 1, () => {
      held.modes.push(sense.mode ?? 'jog')
      held.soft ||= sense.soft === true
    })
  if (sense.relative) return gatherRelative(atoms, at, held)
  if (sense.share !== undefined && !held.figure && !held.share)
    return take(held, at + 1, () => {
      held.share = { low: sense.share ?? 1, high: sense.share ?? 1 }
    })
  if (sense.measure && (held.relative || held.share))
    return take(held, at + 1, () => {
      held.measure = sense.measure ?? 'time'
    })
  if (sense.cycle && held.figure)
    return take(held, at + 1, () => {
      held.cycle = true
    })
  if (sense.between || (sense.each && !sense.between && hasBegun(held)) || sense.scope === 'all')
    return gatherScope(atoms, at, held)
  if ((sense.each || sense.on) && !hasBegun(held) && !held.figure) return gatherCycle(atoms, at, held)
  if (sense.zone && !held.figure && !hasBegun(held)) return undefined
  if (sense.zone || (sense.feel && sense.role) || (sense.feel && hasBegun(held)))
    return gatherFeel(atoms, at, held, reading)
  const feelMode = senseAt(atoms, at + 1).feel === true && senseAt(atoms, at + 2).mode !== undefined
  if (sense.link === 'or' && held.modes.length > 0 && (senseAt(atoms, at + 1).mode || feelMode))
    return { next: at + 1, holds: false }
  if (sense.link === 'and' && held.modes.length > 0 && senseAt(atoms, at + 1).rest)
    return { next: at + 1, holds: false }
  if (sense.filler || sense.at || (sense.progress && hasBegun(held)) || sense.relative)
    return isStrong(sense) ? undefined : { next: at + 1, holds: false }
  return undefined
}

const isStrong = (sense: { label?: true; with?: true }): boolean => sense.label === true || sense.with === true

const take = (held: Gathered, next: number, change: () => unknown): Gather => {
  change()
  return { next, holds: held.end >= 0 }
}

/** `R=60"`, `r: 2min`, `RI = 1 min`: a letter that stands for recovery only with a sign. */
const isRestLabel = (atoms: readonly Atom[], at: number): boolean =>
  /^r$/i.test(wordAt(atoms, at)?.raw ?? '') &&
  ((isMark(atoms, at + 1, '=:') && figureAt(atoms, at + 2) !== undefined) ||
    (isMark(atoms, at - 1, '(,') && isTime(figureAt(atoms, at + 1)?.unit ?? null)) ||
    (figureAt(atoms, at + 1)?.spaced === false && figureAt(atoms, at + 1)?.unit !== null))

/** `2 mile recovery run`: a run, no recovery between bouts. */
const isRunWord = (atoms: readonly Atom[], at: number, held: Gathered): boolean =>
  held.modes.length === 0 && /^(?:run|runs|running|miles?|week|pace)$/.test(wordAt(atoms, at)?.text ?? '')

/** `off 30 secs`, `2 min off`. */
const gatherOff = (atoms: readonly Atom[], at: number, held: Gathered): Gather | undefined => {
  if (held.off || held.modes.length > 0) return undefined
  const behind = figureAt(atoms, at + 1) ?? figureAt(atoms, at + 2)
  if (held.figure && figureAt(atoms, at + 1)) return undefined
  const told = senseAt(atoms, at + 1)
  if (!held.figure && !behind) return told.relative || told.mode ? { next: at + 1, holds: false } : undefined
  return take(held, at + 1, () => {
    held.off = true
  })
}

const gatherRelative = (atoms: readonly Atom[], at: number, held: Gathered): Gather | undefined => {
  const relative = senseAt(atoms, at).relative
  const next = senseAt(atoms, at + 1)
  if (!relative) return undefined
  if (relative === 'half') {
    const measure = next.measure
    if (!measure)
      return next.rest || next.mode
        ? take(held, at + 1, () => {
            held.share = { low: 0.5, high: 0.5 }
          })
        : undefined
    return take(held, at + 2, () => {
      held.share = { low: 0.5, high: 0.5 }
      held.measure = measure
    })
  }
  if (relative === 'same' || relative === 'equal') {
    const plain = next.measure ?? (next.rest || next.mode ? undefined : null)
    if (plain === null && !hasBegun(held)) return undefined
    return take(held, at + 1, () => {
      held.relative = 'equal'
    })
  }
  if (relative === 'full' && held.figure) return { next: at + 1, holds: false }
  const alone = !hasBegun(held) && !next.rest && !next.mode && !next.between && relative !== 'full'
  if (alone && !(relative === 'back' || relative === 'down')) return undefined
  if (relative === 'full' && !hasBegun(held) && !next.rest && !next.mode) return undefined
  return take(held, at + 1, () => {
    held.relative ??= relative
  })
}

const gatherScope = (atoms: readonly Atom[], at: number, held: Gathered): Gather | undefined => {
  const sense = senseAt(atoms, at)
  const next = senseAt(atoms, at + 1)
  if (!hasBegun(held) && !held.figure) {
    // `between sets 3 min`, `in between: 200m jog`
    if (!sense.between) return undefined
  }
  const behind =
    next.scope && !sense.reps
      ? at + 1
      : sense.scope
        ? at
        : senseAt(atoms, at + 1).filler && senseAt(atoms, at + 2).scope
          ? at + 2
          : at
  const scope = senseAt(atoms, behind).scope
  const counted = [at + 1, at + 2].find((index) => {
    const atom = atoms[index]
    return atom?.kind === 'count' && atom.sets
  })
  if (sense.between && counted !== undefined && (counted === at + 1 || senseAt(atoms, at + 1).filler)) {
    return take(held, counted + 1, () => {
      held.between = true
      held.scope = 'set'
    })
  }
  const two = sense.each && next.each && senseAt(atoms, at + 2).scope
  return take(held, two ? at + 3 : behind + 1, () => {
    held.between = true
    const told = two ? senseAt(atoms, at + 2).scope : scope
    if (senseAt(atoms, behind).reps) held.repsOnly = true
    if (told && (held.scope === undefined || told === 'set')) held.scope = told
    if (sense.between && sense.each) held.afterEach = true
  })
}

/** `every 90 secs`, `every minute`, `each 2:00`: from start to start. */
const gatherCycle = (atoms: readonly Atom[], at: number, held: Gathered): Gather | undefined => {
  const figure = figureAt(atoms, at + 1)
  const unit = unitAt(atoms, at + 1)
  const text = wordAt(atoms, at)?.text
  if (text !== 'every' && text !== 'on') return undefined
  if (text === 'on' && (!figure || !isTime(figure.unit) || senseAt(atoms, at + 2).off)) return undefined
  if (figure && figure.unit !== null && ['s', 'plural', 'min', 'clock'].includes(figure.unit)) {
    return take(held, at + 2, () => {
      held.cycle = true
      held.figure = figure
    })
  }
  if (unit !== 'min') return undefined
  const place = atoms[at + 1]
  const minute: Figure = {
    kind: 'figure',
    low: 1,
    unit: 'min',
    decimals: 0,
    from: place?.from ?? 0,
    to: place?.to ?? 0,
    spaced: true,
    glued: false,
  }
  return take(held, at + 2, () => {
    held.cycle = true
    held.figure = minute
  })
}

/** `easy`, `brisk`, `Level II` beside a jog, walk or rest. */
const gatherFeel = (atoms: readonly Atom[], at: number, held: Gathered, reading: PaceReading): Gather | undefined => {
  const target = readTarget(atoms, at, reading)
  if (!target) return undefined
  const known = target.target.kind === 'known' && !target.feel
  if (known) held.target = target.target
  return { next: target.next, holds: hasBegun(held) && (known || target.next === at + 1) }
}
