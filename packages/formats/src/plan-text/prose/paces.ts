import type { PaceName, PaceTarget, Role, Target } from '@bell-lap/core'
import type { KeyMeaning } from '../reading.ts'
import { readAbsolute } from './absolute-paces.ts'
import type { Atom } from './atoms.ts'
import { racePace } from './race-distances.ts'
import { figureAt, isHyphen, isMark, senseAt, skipFillers, unitAt, wordAt } from './reading-head.ts'
import { readOffsetBefore, readOffsetBehind } from './pace-offsets.ts'
import { readPercent, readScale } from './scales.ts'
import type { TargetAt } from './targets.ts'

export interface PaceReading {
  /** The page's own letters and words. */
  readonly key?: ReadonlyMap<string, KeyMeaning> | undefined
}

/** Words before a pace: `at`, `@`, `around`, `goal`. */
interface Lead {
  readonly next: number
  readonly led: 'at' | 'in' | false
  readonly goal: boolean
  readonly all: boolean
}

const readLead = (atoms: readonly Atom[], at: number): Lead => {
  let next = at
  let led: Lead['led'] = false
  let goal = false
  let all = false
  while (next - at < 6) {
    const sense = senseAt(atoms, next)
    const text = wordAt(atoms, next)?.text
    if (sense.at && !sense.cycle) led = text === 'in' && led === false ? 'in' : 'at'
    else if (isMark(atoms, next, '@~')) led = 'at'
    else if (sense.all && (senseAt(atoms, next + 1).at || isMark(atoms, next + 1, '@'))) all = true
    else if (sense.goal && !sense.paceNoun) goal = true
    else if (!(sense.filler && (led || goal) && !sense.until)) {
      const could = couldHold(atoms, next)
      if (could === undefined) break
      led = 'at'
      next = could
      continue
    }
    next++
  }
  return { next, led, goal, all }
}

const HOLDS = /^(?:race|run|hold|keep|sustain|manage|maintain|do|race at|run at)$/

/** `the pace you could hold in a`, `a speed that you can race`: a long way to say `at`. */
const couldHold = (atoms: readonly Atom[], at: number): number | undefined => {
  let next = skipFillers(atoms, at)
  if (!senseAt(atoms, next).paceNoun) return undefined
  next++
  if (/^(?:that|which)$/.test(wordAt(atoms, next)?.text ?? '')) next++
  if (!/^(?:you|you'd|you'll|he|she)$/.test(wordAt(atoms, next)?.text ?? '')) return undefined
  next++
  if (/^(?:could|can|would|might|should|will|usually|normally)$/.test(wordAt(atoms, next)?.text ?? '')) next++
  if (!HOLDS.test(wordAt(atoms, next)?.text ?? '')) return undefined
  next++
  while (/^(?:in|for|over|a|an|at|your|of|up to)$/.test(wordAt(atoms, next)?.text ?? '')) next++
  return next
}

/** Most words cannot begin a pace; asking first keeps long texts quick. */
const mayLead = (atom: Atom | undefined, reading: PaceReading): boolean => {
  if (atom?.kind === 'figure') return true
  if (atom?.kind === 'mark') return '<~@'.includes(atom.text)
  if (atom?.kind !== 'word') return false
  const { pace, role, at, goal, compare, zone, rpe, heart, same, progress, paceNoun, filler, all } = atom.sense
  if (pace ?? role ?? at ?? goal ?? compare ?? zone ?? rpe ?? heart ?? same ?? progress ?? paceNoun ?? filler ?? all)
    return true
  return (
    /^[A-Z]{1,2}$/.test(atom.raw) ||
    (reading.key !== undefined && (reading.key.has(atom.raw) || reading.key.has(atom.text)))
  )
}

/** A pace, effort, zone, heart rate or time that stands at a place, with the words that lead to it. */
export const readTarget = (atoms: readonly Atom[], at: number, reading: PaceReading): TargetAt | undefined => {
  if (!mayLead(atoms[at], reading)) return undefined
  const lead = readLead(atoms, at)
  const found = readTold(atoms, lead, reading)
  if (!found) return undefined
  const tail = senseAt(atoms, found.next).all && !senseAt(atoms, found.next).between ? found.next + 1 : found.next
  return { ...found, next: tail, ...(lead.all || tail > found.next ? { all: true as const } : {}) }
}

const readTold = (atoms: readonly Atom[], lead: Lead, reading: PaceReading): TargetAt | undefined => {
  const { next, led } = lead
  if (senseAt(atoms, next).same) return { target: { kind: 'same' }, next: next + 1 }
  return (
    readCompared(atoms, lead, reading) ??
    readScale(atoms, next) ??
    readShare(atoms, lead, reading) ??
    readAbsolute(atoms, next, led) ??
    readProgress(atoms, lead, reading) ??
    readNames(atoms, lead, reading)
  )
}

/** `10 seconds a mile faster than 5K pace`, `a touch quicker than 10k pace`, `sub 5K pace`. */
const readCompared = (atoms: readonly Atom[], lead: Lead, reading: PaceReading): TargetAt | undefined => {
  const before = readOffsetBefore(atoms, lead.next)
  const inner = readLead(atoms, before?.next ?? lead.next)
  if (!before) return undefined
  const named = readNames(atoms, { ...inner, led: 'at', goal: lead.goal || inner.goal }, reading)
  if (!named || named.target.kind !== 'known' || named.target.target.kind !== 'pace') {
    return before.vague && !named ? { target: { kind: 'words' }, cue: before.span, next: before.next } : undefined
  }
  const whole = { from: before.span.from, to: atoms[named.next - 1]?.to ?? before.span.to }
  if (before.vague && before.far) return { target: { kind: 'words' }, cue: whole, next: named.next }
  if (before.vague) return { ...named, cue: before.span }
  const target: PaceTarget = { ...named.target.target, offset: before.offset }
  return { target: { kind: 'known', target }, next: named.next }
}

/** `80-85% of 5K pace`, `75% max HR`; a share of something that is not named stays in words. */
const readShare = (atoms: readonly Atom[], lead: Lead, reading: PaceReading): TargetAt | undefined => {
  const share = readPercent(atoms, lead.next)
  if (!share) return undefined
  const percent = { low: share.low, high: share.high }
  const of = skipFillers(atoms, share.next)
  const heart = senseAt(atoms, of).heart
  if (wordAt(atoms, of)?.text === 'max')
    return {
      target: { kind: 'known', target: { kind: 'heart rate share', of: 'HRmax', percent } },
      next: of + (senseAt(atoms, of + 1).heart ? 2 : 1),
    }
  if (heart === 'HRmax' || heart === 'LTHR' || heart === 'bpm') {
    if (heart !== 'bpm')
      return { target: { kind: 'known', target: { kind: 'heart rate share', of: heart, percent } }, next: of + 1 }
    const max = senseAt(atoms, of + 1).effortMax || wordAt(atoms, of + 1)?.text === 'max' ? of + 2 : of + 1
    return { target: { kind: 'known', target: { kind: 'heart rate share', of: 'HRmax', percent } }, next: max }
  }
  const progress = readProgress(atoms, { ...lead, next: share.next }, reading)
  const span = { from: atoms[lead.next]?.from ?? 0, to: atoms[share.next - 1]?.to ?? 0 }
  if (progress) return { ...progress, cue: span }
  const named = readNames(atoms, { ...readLead(atoms, of), led: 'at' }, reading)
  if (named?.target.kind === 'known' && named.target.target.kind === 'pace' && !named.feel) {
    return { target: { kind: 'known', target: { ...named.target.target, percent } }, next: named.next }
  }
  const noun = senseAt(atoms, share.next).paceNoun || senseAt(atoms, share.next).effort ? share.next + 1 : share.next
  const words = { from: span.from, to: atoms[noun - 1]?.to ?? span.to }
  return lead.led || noun > share.next ? { target: { kind: 'words' }, cue: words, next: noun } : undefined
}

/** `building to 5K pace`, `easy working down to marathon pace`. */
const readProgress = (atoms: readonly Atom[], lead: Lead, reading: PaceReading): TargetAt | undefined => {
  if (!senseAt(atoms, lead.next).progress) return undefined
  const bound = / (?:to|at)$/.test(wordAt(atoms, lead.next)?.text ?? '')
  if (!bound && figureAt(atoms, lead.next + 1)) return undefined
  const inner = readLead(atoms, lead.next + 1)
  const named = readNames(atoms, { ...inner, led: 'at' }, reading)
  if (named?.target.kind === 'known' && named.target.target.kind === 'pace') {
    return { target: { kind: 'known', target: { ...named.target.target, progressive: true } }, next: named.next }
  }
  return undefined
}

interface Named {
  readonly pace?: PaceName
  readonly to?: PaceName
  readonly role?: Role
  readonly feel?: true
  readonly goal?: true
  readonly next: number
}

const JOINTS = new Set(['to', 'or', 'and'])

/** One named pace or a range of two, with its noun and an offset behind it. */
const readNames = (atoms: readonly Atom[], lead: Lead, reading: PaceReading): TargetAt | undefined => {
  const told = readName(atoms, { ...lead, led: 'at' }, reading)
  if (!told) return undefined
  const list = isMark(atoms, told.next, '/') ? readList(atoms, lead, reading) : undefined
  if (list) return list
  const range = readRange(atoms, lead, { first: told, reading })
  const named = range ?? (lead.led === 'at' ? told : readName(atoms, lead, reading))
  if (!named) return undefined
  const feel = named.feel ? { feel: true as const } : {}
  const role = named.role ? { role: named.role } : {}
  if (!named.pace) return { target: { kind: 'role' }, ...role, ...feel, next: named.next }
  const offset = named.feel ? undefined : readOffsetBehind(atoms, named.next)
  const goal = lead.goal || (named.goal && named.pace !== 'goal')
  const target: PaceTarget = {
    kind: 'pace',
    pace: named.pace,
    ...(named.to && named.to !== named.pace ? { to: named.to } : {}),
    ...(goal && named.pace !== 'goal' ? { basis: 'goal' as const } : {}),
    ...(offset?.offset ? { offset: offset.offset } : {}),
    ...(range?.progressive ? { progressive: true as const } : {}),
  }
  const cue = offset && !offset.offset ? { cue: offset.span } : {}
  return { target: { kind: 'known', target }, ...role, ...feel, ...cue, next: offset?.next ?? named.next }
}

/** `5k/3k/mile pace`, `@ 10k, 5k, 3k and mile pace`: one pace for each of so many bouts. */
const readList = (atoms: readonly Atom[], lead: Lead, reading: PaceReading): TargetAt | undefined => {
  const targets: Target[] = []
  let next = lead.next
  for (;;) {
    const name = readName(atoms, { ...lead, next, led: 'at' }, reading)
    if (!name?.pace || name.feel) return undefined
    targets.push({ kind: 'pace', pace: name.pace })
    next = name.next
    if (!isMark(atoms, next, '/') || targets.length > 11) break
    next++
  }
  const sure = lead.led !== false || isNounBehind(atoms, next)
  return targets.length > 2 && sure ? { target: { kind: 'each', targets }, next } : undefined
}

/** `3k to 5k pace`, `10km - 5km pace`, `800/1500 pace`, `Tempo or T-pace`, `10K pace down to 5K pace`. */
const readRange = (
  atoms: readonly Atom[],
  lead: Lead,
  { first, reading }: { first: Named; reading: PaceReading },
): (Named & { progressive?: true }) | undefined => {
  if (!first.pace) return undefined
  const progressive = senseAt(atoms, first.next).progress === true
  const joint = wordAt(atoms, first.next)?.text
  const comma = isMark(atoms, first.next, ',') && wordAt(atoms, first.next + 1)?.text === 'or'
  if (!progressive && !comma && !isMark(atoms, first.next, '-/>') && !JOINTS.has(joint ?? '')) return undefined
  const inner = readLead(atoms, first.next + (comma ? 2 : 1))
  const second = readName(atoms, { ...inner, led: 'at' }, reading)
  if (!second?.pace || (second.feel ?? false) !== (first.feel ?? false)) return undefined
  const sure =
    lead.led || isNounBehind(atoms, second.next) || (!isDistance(atoms, lead.next) && !isDistance(atoms, inner.next))
  if (!sure || atoms[second.next]?.kind === 'times') return undefined
  // `3 miles / goal pace`: a length and its pace, no range.
  if (isMark(atoms, first.next, '/') && !lead.led && figureAt(atoms, lead.next) && !figureAt(atoms, inner.next))
    return undefined
  if (joint === 'and' && !(lead.led && isNounBehind(atoms, second.next))) return undefined
  const same = joint === 'or' || comma ? first.pace : second.pace
  const goal = second.goal ?? first.goal
  return {
    pace: first.pace,
    to: same,
    next: second.next,
    ...(first.feel ? { feel: true } : {}),
    ...(goal ? { goal: true } : {}),
    ...(first.role && first.role === second.role ? { role: first.role } : {}),
    ...(progressive ? { progressive: true } : {}),
  }
}

const isDistance = (atoms: readonly Atom[], at: number): boolean =>
  figureAt(atoms, at) !== undefined || senseAt(atoms, at).race === true
const isNounBehind = (atoms: readonly Atom[], next: number): boolean => senseAt(atoms, next - 1).paceNoun === true

/** One name: a race distance (`5K pace`, `@ 800`), a word, a letter. A distance needs `at` or a word of pace beside it. */
const readName = (atoms: readonly Atom[], lead: Lead, reading: PaceReading): Named | undefined =>
  readRaceFigure(atoms, lead) ?? readLetter(atoms, lead, reading) ?? readPaceWord(atoms, lead)

/** The words of pace behind a name; `undefined` where none stands. */
const skipNouns = (atoms: readonly Atom[], at: number): { next: number; goal: boolean } | undefined => {
  let next = at
  let goal = false
  if (isHyphen(atoms, next) && senseAt(atoms, next + 1).paceNoun) next++
  while (senseAt(atoms, next).paceNoun && next - at < 4) {
    goal ||= senseAt(atoms, next).goal === true && /goal|target/.test(wordAt(atoms, next)?.text ?? '')
    next++
  }
  return next > at ? { next, goal } : undefined
}

const readRaceFigure = (atoms: readonly Atom[], lead: Lead): Named | undefined => {
  const figure = figureAt(atoms, lead.next)
  const race = figure && racePace(figure)
  if (!figure || !race) return undefined
  const hyphenated = isHyphen(atoms, lead.next + 1) && unitAt(atoms, lead.next + 2) === 'km' && figure.unit === null
  const end = hyphenated ? lead.next + 3 : lead.next + 1
  const raced = lead.led === 'at' && senseAt(atoms, end).event === 'race'
  const nouns = raced ? { next: end + 1, goal: false } : skipNouns(atoms, end)
  const effort = senseAt(atoms, end).effort === true
  const kind = figure.unit === 'K' || figure.unit === 'km'
  // `in a 10K race` is where it is run.
  const told = lead.led === 'at' || lead.goal || (nouns !== undefined && (!effort || kind))
  if (!told || isCountedNext(atoms, end)) return undefined
  return { ...race, ...(nouns?.goal ? { goal: true as const } : {}), next: nouns?.next ?? end }
}

const isCountedNext = (atoms: readonly Atom[], at: number): boolean => atoms[at]?.kind === 'times'

const LETTERS: Readonly<Record<string, Omit<Named, 'next'>>> = {
  E: { role: 'easy' },
  M: { pace: 'marathon' },
  T: { pace: 'threshold' },
  I: { pace: 'vo2max' },
  R: { pace: 'mile' },
  H: { pace: 'hard', feel: true },
  CV: { pace: '10K' },
  MP: { pace: 'marathon' },
  L: { role: 'long' },
}

/** A capital letter behind an extent, behind `at`, or before a word of pace. */
const readLetter = (atoms: readonly Atom[], lead: Lead, reading: PaceReading): Named | undefined => {
  const word = wordAt(atoms, lead.next)
  if (!word) return undefined
  const meaning = reading.key?.get(word.raw) ?? reading.key?.get(word.text)
  const next = skipNouns(atoms, lead.next + 1)
  const before = atoms[lead.next - 1]
  if (meaning && (meaning.pace || meaning.role)) {
    return {
      ...(meaning.pace ? { pace: meaning.pace } : {}),
      ...(meaning.role ? { role: meaning.role } : {}),
      next: next?.next ?? lead.next + 1,
    }
  }
  const letter = word.raw.length === 1 ? LETTERS[word.raw] : undefined
  if (!letter || isMark(atoms, lead.next + 1, '=')) return undefined
  const opens = (word.raw === 'E' || word.raw === 'L') && figureAt(atoms, lead.next + 1) !== undefined
  const told =
    lead.led !== false || next !== undefined || before?.kind === 'figure' || before?.kind === 'count' || opens
  return told ? { ...letter, next: next?.next ?? lead.next + 1 } : undefined
}

const readPaceWord = (atoms: readonly Atom[], lead: Lead): Named | undefined => {
  const word = wordAt(atoms, lead.next)
  const sense = word?.sense
  if (!word || !sense || (!sense.pace && !(sense.role && sense.feel)) || sense.event) return undefined
  const nouns = skipNouns(atoms, lead.next + 1)
  if (sense.race && !isAbbreviation(word.text) && !lead.led && !lead.goal && !nouns) return undefined
  const goal = nouns?.goal || (sense.goal === true && /goal|target/.test(word.text))
  const role = sense.role && (sense.feel || sense.role === 'tempo') ? { role: sense.role } : {}
  // `20 min tempo` is a role that implies its pace; `at tempo pace` states it.
  const implied = sense.role === 'tempo' && !lead.led && !nouns && !/pace|effort/.test(word.text)
  const pace =
    sense.pace && !implied && !(sense.role && sense.feel && sense.role !== 'steady') ? { pace: sense.pace } : {}
  return {
    ...pace,
    ...role,
    ...(sense.feel ? { feel: true as const } : {}),
    ...(goal ? { goal: true as const } : {}),
    next: nouns?.next ?? lead.next + 1,
  }
}

/** `MP`, `HMP`: written only for the pace. */
const isAbbreviation = (text: string): boolean => text.endsWith('p') || text.endsWith('pace')
