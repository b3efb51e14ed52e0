import { HALF_MARATHON, MARATHON, METRES_PER, type Extent, type Role, type Step, type Target } from '@bell-lap/core'
import { makeExtent } from './make-amount.ts'
import { makeTarget } from './make-target.ts'
import { makeQuoted } from './quoted.ts'
import { isBare, isImplied } from './roles.ts'
import { entryOf, HEAD_WORDS, RECOVERY_WORDS, ROLE_WORDS } from './words.ts'

/** Where a step stands: between repetitions a bout without a role is a recovery. */
export type StepPlace = 'part' | 'between'

const joined = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ')

/** A role and target as they follow a length; nothing of what the role says by itself. */
export const makeManner = (role: Role | null, target: Target | null): string =>
  joined(role === null ? '' : ROLE_WORDS[role], isImplied(role, target) || target === null ? '' : makeTarget(target))

const RACES: readonly (readonly [number, 'mi' | 'km', string])[] = [
  [METRES_PER.mi, 'mi', 'mile'],
  [HALF_MARATHON, 'km', 'hm'],
  [MARATHON, 'km', 'marathon'],
]

/** `5K`, `1500m`; the mile, half marathon and marathon by their names. */
const makeRaceLength = (extent: Extent | null): string => {
  if (extent?.kind !== 'distance' || extent.to !== undefined || extent.or !== undefined) return makeExtent(extent)
  const named = RACES.find(([distance, unit]) => extent.distance === distance && extent.unit === unit)
  return named?.[2] ?? makeExtent(extent)
}

const isRelative = (extent: Extent | null): boolean => extent?.kind === 'relative' || extent?.kind === 'cycle'

/** The word that says role and manner of a recovery in one. */
const recoveryWord = ({ role, mode }: Step): string | undefined =>
  Object.entries<{ readonly role: Role; readonly mode?: Step['mode'] }>(RECOVERY_WORDS).find(
    ([, manner]) => manner.role === role && manner.mode === mode,
  )?.[0]

const isStatedEasy = (target: Target | null): boolean =>
  target?.kind === 'pace' && target.pace === 'easy' && !target.implied && isBare(target)

/** Work says nothing of itself, unless it would be taken for something else. */
const lengthFirstRole = ({ role, mode, target }: Step, place: StepPlace): string => {
  const silent = role === 'work' && place === 'part' && mode === undefined && !isStatedEasy(target)
  return silent ? '' : ROLE_WORDS[role]
}

/** `full recovery`, `every 90s`, `6mi recovery`; `rec 90s` between repetitions. */
const makeRecovery = (extent: Extent | null, place: StepPlace): string => {
  if (extent?.kind === 'relative' && extent.relative === 'full') return `${makeExtent(extent)} recovery`
  if (extent?.kind === 'cycle') return makeExtent(extent)
  const wordFirst = extent?.kind === 'relative' || place === 'between'
  return wordFirst ? `${HEAD_WORDS.recovery} ${makeExtent(extent)}` : `${makeExtent(extent)} recovery`
}

const makeRace = ({ role, extent, race, mode }: Step): string =>
  joined(role, makeRaceLength(extent), race?.round ?? '', race?.priority ?? '', mode ?? '')

/** Length, role and manner of a step, in the one order that prints. */
const makeHead = (step: Step, place: StepPlace): string => {
  const { role, mode, extent } = step
  if (role === 'race' || role === 'test') return makeRace(step)
  const word = recoveryWord(step)
  if (word === HEAD_WORDS.recovery) return makeRecovery(extent, place)
  if (word !== undefined) return `${word} ${makeExtent(extent)}`
  if (!isRelative(extent)) return joined(makeExtent(extent), lengthFirstRole(step, place), mode ?? '')
  const head = mode === undefined ? (entryOf<string>(HEAD_WORDS, role) ?? role) : role
  return joined(head, mode ?? '', makeExtent(extent))
}

/** Whether the text of a step opens with its length, so that a count can stand before it. */
export const isLengthFirst = (step: Step): boolean => {
  const { role, extent } = step
  if (role === 'race' || role === 'test' || isRelative(extent)) return false
  const word = recoveryWord(step)
  return word === undefined || word === HEAD_WORDS.recovery
}

/** Canonical text of a bout without its prefixes and cue: `1000m @T`, `jog 200m`, `race 5K`. */
export const makeBout = (step: Step, place: StepPlace): string => {
  const { role, target, effort } = step
  const hard = isImplied(role, target) || target === null ? '' : makeTarget(target)
  return joined(makeHead(step, place), effort ?? '', hard)
}

/** Role and target of a step where nothing else follows its length; `undefined` when something does. */
export const mannerAfterLength = (step: Step): string | undefined => {
  if (!isLengthFirst(step) || step.mode !== undefined || step.effort !== undefined) return undefined
  const target = isImplied(step.role, step.target) || step.target === null ? '' : makeTarget(step.target)
  return joined(lengthFirstRole(step, 'part'), target)
}

/** What stands before a bout: `no rest + `, `am: `, `~`, `last `. */
export const makePrefixes = ({ continuous, session, implied, position }: Step): string =>
  `${continuous ? 'no rest + ' : ''}${session === undefined ? '' : `${session}: `}${implied ? '~' : ''}${position === undefined ? '' : `${position} `}`

export const makeCue = (cue: string | undefined): string => (cue === undefined ? '' : ` ${makeQuoted(cue)}`)
