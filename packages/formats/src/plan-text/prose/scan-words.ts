import { emptyBout, type DraftDay } from './draft.ts'
import { figureAt, isHyphen, isMark, senseAt, skipFillers, wordAt } from './reading-head.ts'
import { skipFeels } from './scan-again.ts'
import { awaits, breakOff, flushCue, openBout, replaceHeading, spanAt, type Reader, type Scan } from './scan.ts'

/** `Total: 9 miles`, `= 9 miles`, `8 km total`, `9 km in all`. */
export const readTotal: Reader = (scan, at) => {
  const equals = isMark(scan.atoms, at, '=') && scan.out.length > 0
  if (!equals && !senseAt(scan.atoms, at).total) return undefined
  const start = skipFillers(
    scan.atoms,
    isMark(scan.atoms, at + 1, ':=') || isHyphen(scan.atoms, at + 1) ? at + 2 : at + 1,
  )
  const behind = isMark(scan.atoms, start, ':') ? start + 1 : start
  const figure = figureAt(scan.atoms, behind)
  if (figure && !scan.current?.figure) {
    flushCue(scan)
    if (awaits(scan.current) && scan.current.counts.length === 0 && scan.current === scan.out.at(-1))
      scan.current = undefined
    const unit =
      figure.unit ??
      (/miles|mileage/.test(wordAt(scan.atoms, at)?.text ?? '')
        ? 'mi'
        : /km/.test(wordAt(scan.atoms, at)?.text ?? '')
          ? 'km'
          : null)
    scan.out.push({ kind: 'total', figure: { ...figure, unit }, ...spanAt(scan, at, behind + 1) })
    return behind + 1
  }
  const bout = scan.current
  const own = bout?.figure !== undefined && bout.counts.length === 0 && !equals && isMark(scan.atoms, at + 1, ':')
  if (figure && !own && (equals || isMark(scan.atoms, at + 1, ':'))) {
    scan.out.push({ kind: 'total', figure, ...spanAt(scan, at, behind + 1) })
    scan.current = undefined
    return behind + 1
  }
  if (!bout?.figure || bout.counts.length > 0 || equals) return equals ? at + 1 : undefined
  if (isEdgeAt(scan, at + 1) || (bout.roles.includes('warmup') && bout.roles.includes('cooldown'))) {
    // `4 km in total w/u + c/d`: the sum of both, the split is not told.
    bout.cues.push({ from: bout.figure.from, to: spanAt(scan, at).to })
    delete bout.figure
    return at + 1
  }
  scan.out.splice(scan.out.lastIndexOf(bout), 1, {
    kind: 'total',
    figure: bout.figure,
    from: bout.from,
    to: spanAt(scan, at).to,
  })
  scan.current = undefined
  return at + 1
}

const isEdgeAt = (scan: Scan, at: number): boolean => {
  const { role } = senseAt(scan.atoms, skipFillers(scan.atoms, at))
  return role === 'warmup' || role === 'cooldown'
}

/** `Main set`, `Block 2:`, `Set 1:`: names of parts. */
export const readLabel: Reader = (scan, at) => {
  const sense = senseAt(scan.atoms, at)
  if (!sense.label && sense.scope !== 'set') return undefined
  const number = figureAt(scan.atoms, at + 1)
  const numbered =
    number !== undefined && number.unit === null && isMark(scan.atoms, at + 2, ':-.)') && !isHyphen(scan.atoms, at + 2)
  if (numbered) {
    breakOff(scan, at, 'semicolon', at + 3)
    scan.out.push({ kind: 'block', ...spanAt(scan, at, at + 3) })
    return at + 3
  }
  if (!sense.label) return undefined
  return isMark(scan.atoms, at + 1, ':') && !awaits(scan.current) ? breakOff(scan, at, 'stop', at + 2) : at + 1
}

/** Rest days, strength, cross-training: whatever is not running. */
export const readDay: Reader = (scan, at) => {
  const sense = senseAt(scan.atoms, at)
  const rest = sense.kind === 'rest' && !sense.day
  if (!sense.kind || (!sense.day && !rest)) return undefined
  if (rest && scan.current?.figure) return undefined
  flushCue(scan)
  const bout = scan.current
  const day: DraftDay = { kind: 'day', what: sense.kind, ...spanAt(scan, at) }
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

const isDayWord = (sense: ReturnType<typeof senseAt>, text: string): boolean =>
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
): { after: number | 'half'; figure: NonNullable<ReturnType<typeof figureAt>> } | undefined => {
  let after: number | 'half' | undefined
  for (let at = from; at < end; at++) {
    const word = wordAt(scan.atoms, at)?.text ?? ''
    const figure = figureAt(scan.atoms, at)
    const ordinal =
      figure?.unit === null && /^(?:st|nd|rd|th)$/.test(wordAt(scan.atoms, at + 1)?.text ?? '')
        ? figure.low
        : ORDINALS.get(word)
    if (/^half(?: ?way)?$/.test(word)) after ??= 'half'
    else if (ordinal !== undefined) after ??= ordinal
    else if (figure && figure.unit !== null && after !== undefined) return { after, figure }
  }
  return undefined
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
  if (/^run(?:ning|s)?$/.test(word.text) && scan.current) scan.current.run = true
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

/** `Half marathon` as the whole of a line, or behind `Race day:`. */
const readRoadRace = (scan: Scan, at: number): number | undefined => {
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

/** Words that the vocabulary does not have stay together as a remark. */
export const readUnknown: Reader = (scan, at) => {
  const race = readRoadRace(scan, at)
  if (race !== undefined) return race
  const span = spanAt(scan, at)
  scan.cue = scan.cue ? { from: scan.cue.from, to: span.to } : span
  return at + 1
}

export { emptyBout }
