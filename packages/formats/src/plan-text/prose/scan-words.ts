import { figureAt, isHyphen, isMark, senseAt, skipFillers, wordAt } from './reading-head.ts'
import { skipFeels } from './scan-again.ts'
import { readRoadRace } from './scan-events.ts'
import { type Reader, type Scan, awaits, breakOff, flushCue, openBout, replaceHeading, spanAt } from './scan.ts'

/** `Main set`, `Block 2:`, `Set 1:`: names of parts. */
export const readLabel: Reader = (scan, at) => {
  const sense = senseAt(scan.atoms, at)
  const dated = /^(?:day|session|week|workout)$/.test(wordAt(scan.atoms, at)?.text ?? '')
  if (!sense.label && sense.scope !== 'set' && !dated) return undefined
  const number = figureAt(scan.atoms, at + 1)
  const numbered =
    number !== undefined && number.unit === null && isMark(scan.atoms, at + 2, ':-.)') && !isHyphen(scan.atoms, at + 2)
  if (numbered) {
    breakOff(scan, at, 'semicolon', at + 3)
    scan.out.push({ kind: 'block', ...spanAt(scan, at, at + 3) })
    return at + 3
  }
  if (!sense.label) return undefined
  const named = readNamedSession(scan, at)
  if (named !== undefined) return named
  return isMark(scan.atoms, at + 1, ':') && !awaits(scan.current) ? breakOff(scan, at, 'stop', at + 2) : at + 1
}

/** `Intervals AM and gym PM`, `Track session`: running that has nothing but a name. */
const readNamedSession = (scan: Scan, at: number): number | undefined => {
  const named = /interval|track|speed|session|workout|repeats|reps/.test(wordAt(scan.atoms, at)?.text ?? '')
  const bare = !scan.current && scan.atoms.every((atom) => atom.kind === 'word' || atom.kind === 'mark')
  if (
    !named ||
    !bare ||
    scan.out.some((draft) => draft.kind === 'bout' || draft.kind === 'day') ||
    isMark(scan.atoms, at + 1, ':')
  )
    return undefined
  openBout(scan, at).cues.push(spanAt(scan, at))
  return at + 1
}

/** Words that tell how parts hang together. */
export const readSign: Reader = (scan, at) => {
  const { sense } = wordAt(scan.atoms, at) ?? {}
  if (!sense) return undefined
  if (sense.slot) {
    flushCue(scan)
    scan.current = undefined
    scan.out.push({ kind: 'slot', slot: sense.slot, ...spanAt(scan, at) })
    return isMark(scan.atoms, at + 1, ':-') ? at + 2 : at + 1
  }
  if (sense.inner && senseAt(scan.atoms, at + 1).at && !figureAt(scan.atoms, at + 2)) {
    flushCue(scan)
    scan.current = undefined
    scan.out.push({ kind: 'opener', ...spanAt(scan, at) })
    return at + 1
  }
  if (sense.inner) {
    scan.inner = true
    return at + 1
  }
  if (sense.last || sense.place) {
    scan.last = true
    if (!sense.with) return at + 1
    scan.current = undefined
    return at + 1
  }
  if (sense.flying) {
    scan.flying = true
    return at + 1
  }
  if (sense.inside || sense.opener || sense.inTurn) {
    flushCue(scan)
    if (!sense.inside) scan.current = undefined
    scan.out.push({ kind: sense.inTurn ? 'inTurn' : sense.inside ? 'inside' : 'opener', ...spanAt(scan, at) })
    return sense.inTurn ? skipFeels(scan, at + 1) : at + 1
  }
  if (sense.link === 'then') return breakOff(scan, at, 'then')
  if (sense.link === 'and') return breakOff(scan, at, 'and')
  if (sense.link === 'or' || sense.with) {
    flushCue(scan)
    scan.current = undefined
    scan.out.push({ kind: sense.with ? 'with' : 'or', ...spanAt(scan, at) })
    return at + 1
  }
  if (sense.remaining) {
    flushCue(scan)
    scan.current = undefined
    scan.out.push({ kind: 'remainder', ...spanAt(scan, at) })
    return senseAt(scan.atoms, at + 1).role === 'easy' ? at + 2 : at + 1
  }
  if (sense.optional) {
    flushCue(scan)
    scan.out.push({ kind: 'optional', ...spanAt(scan, at) })
    return at + 1
  }
  if (sense.surface) {
    flushCue(scan)
    scan.out.push({ kind: 'surface', surface: sense.surface, ...spanAt(scan, at) })
    return at + 1
  }
  return undefined
}

/** What a bout is for, before its length or behind it; `effort`, `on`, `continuous`. */
export const readRole: Reader = (scan, at) => {
  const word = wordAt(scan.atoms, at)
  if (!word) return undefined
  const { sense } = word
  if (/^hr$/i.test(word.raw) && awaits(scan.current) && scan.current.counts.length > 0) return addRole(scan, at, 'hill')
  if (sense.on && scan.current?.figure) {
    scan.current.on = true
    return at + 1
  }
  if (sense.continuous && scan.current) {
    scan.current.continuous = true
    return at + 1
  }
  if (sense.progress && scan.current) {
    scan.current.progressive = true
    return at + 1
  }
  if (sense.effort) {
    const bout = scan.current
    if (bout && !bout.targets.length) bout.effort = true
    return at + 1
  }
  if (sense.role) return addRole(scan, at, sense.role)
  if (/^run(?:ning|s)?$/.test(word.text)) {
    if (scan.current) scan.current.run = true
    else scan.run = true
  }
  if (sense.scope === 'rep') {
    const named = readNamedSession(scan, at)
    if (named !== undefined) return named
  }
  return sense.filler || sense.scope || sense.optional || sense.all ? at + 1 : undefined
}

const addRole = (scan: Scan, at: number, role: NonNullable<ReturnType<typeof senseAt>['role']>): number => {
  flushCue(scan)
  const last = scan.out.at(-1)
  if (
    !scan.current &&
    last?.kind === 'group' &&
    last.counts.length > 0 &&
    (role === 'hill' || role === 'tempo' || role === 'fartlek')
  ) {
    scan.out.push({ kind: 'target', target: { kind: 'role' }, role, ...spanAt(scan, at) })
    return at + 1
  }
  const bout = scan.current
  const edge = role === 'warmup' || role === 'cooldown'
  const both = edge && bout?.roles.some((known) => (known === 'warmup' || known === 'cooldown') && known !== role)
  const next = skipFillers(scan.atoms, at + 1)
  const ahead = figureAt(scan.atoms, isMark(scan.atoms, next, ':') ? next + 1 : next)
  const filled =
    bout?.figure !== undefined && (bout.counts.length > 0 || bout.roles.length > 0 || bout.targets.length > 0)
  const apart = edge && !both && bout !== undefined && filled && (ahead !== undefined || bout.counts.length > 0)
  const target = bout && !apart ? bout : openBout(scan, at)
  replaceHeading(target, role)
  target.roles.push(role)
  if (senseAt(scan.atoms, at).mix) target.mix = true
  target.to = spanAt(scan, at).to
  return edge ? (readOtherEdge(scan, at, target) ?? at + 1) : at + 1
}

/** `warm-up and warm-down`, `w/u + c/d`: one length for both ends. */
const readOtherEdge = (scan: Scan, at: number, bout: NonNullable<Scan['current']>): number | undefined => {
  const joined = senseAt(scan.atoms, at + 1).link === 'and' || isMark(scan.atoms, at + 1, '&+/')
  const { role } = senseAt(scan.atoms, at + 2)
  if (!joined || (role !== 'warmup' && role !== 'cooldown') || bout.roles.includes(role)) return undefined
  const own = figureAt(scan.atoms, isMark(scan.atoms, at + 3, ':') ? at + 4 : at + 3)
  if (own && bout.figure) return undefined
  bout.roles.push(role)
  return at + 3
}

/** Words that the vocabulary does not have stay together as a remark. */
export const readUnknown: Reader = (scan, at) => {
  const race = readRoadRace(scan, at)
  if (race !== undefined) return race
  const span = spanAt(scan, at)
  scan.cue = scan.cue ? { from: scan.cue.from, to: span.to } : span
  return at + 1
}
