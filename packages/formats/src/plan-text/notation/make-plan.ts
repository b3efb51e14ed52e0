import type {
  Allow,
  Annotated,
  Margin,
  NamedSession,
  PaceDefinition,
  Phase,
  Plan,
  PlanRace,
  Session,
  Week,
} from '@bell-lap/core'
import { makeAmount, spell } from './make-amount.ts'
import { makeCue } from './make-step.ts'
import { makeOffset } from './make-target.ts'
import { makeWorkout } from './make-workout.ts'
import { makeName } from './names.ts'
import { makePaceName } from './paces.ts'
import { makeLineText, makeWordText } from './plain-text.ts'
import { makeQuoted } from './quoted.ts'
import { raceDistance } from './race-name.ts'
import { exercisesOf } from './workout-kind.ts'

/** Columns that the keywords of the header take. */
const KEYWORD_WIDTH = 8
const LEVEL = '  '

/**
 * Canonical text of a plan: two spaces a level, one column for the day and one for the slot, one blank line before the
 * named sessions and before each phase. `parsePlan` reads it back as the same plan, comments and all, and printing that
 * again gives the same bytes, for every plan in the normal form that plan.arbitrary.ts describes.
 */
export const makePlan = (plan: Plan): string => {
  const slotWidth = weekSessions(plan).some(({ clock }) => clock !== undefined) ? CLOCK_WIDTH : SLOT_WIDTH
  const blocks = [
    makeHeader(plan),
    plan.library.flatMap(makeBlock),
    ...plan.phases.map((phase, index) => makePhase(phase, { first: index === 0, slotWidth })),
  ]
  const lines = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'))
  const closing = (plan.closing ?? []).map((text) => `\n${comment(text)}`).join('')
  return `${lines.join('\n\n')}${closing}\n`
}

const SLOT_WIDTH = 2
const CLOCK_WIDTH = 5

const weekSessions = (plan: Plan): readonly Session[] =>
  plan.phases.flatMap((phase) => phase.weeks.flatMap((week) => week.sessions))

/** Comments have no line ends; what is handed in with some prints on one line. */
const comment = (text: string): string => `# ${text.replaceAll(/[\n\r]/g, ' ')}`.trimEnd()

/** A line with the comments before and beside it, at one indentation. */
const withMargin = (text: string, margin: Margin | undefined, indent: string): readonly string[] => {
  const before = (margin?.before ?? []).map((line) => `${indent}${comment(line)}`)
  return [...before, `${indent}${text}${margin?.after === undefined ? '' : `  ${comment(margin.after)}`}`]
}

const makeAllow = ({ rule, reason, margin }: Allow, indent: string): readonly string[] =>
  withMargin(`allow ${makeWordText(rule)} ${makeQuoted(reason)}`, margin, indent)

const makeRemarks = ({ notes = [], noteMargins = [], allows = [] }: Annotated, indent: string): readonly string[] => [
  ...notes.flatMap((note, index) => withMargin(`note ${makeQuoted(note)}`, noteMargins[index], indent)),
  ...allows.flatMap((allow) => makeAllow(allow, indent)),
]

/** The line of an element and what is said of it below. */
const makeElement = (text: string, element: Annotated, indent = ''): readonly string[] => [
  ...withMargin(text, element.margin, indent),
  ...makeRemarks(element, `${indent}${LEVEL}`),
]

const header = (keyword: string, text: string): string => `${keyword.padEnd(KEYWORD_WIDTH)}${text}`.trimEnd()

const makeHeader = (plan: Plan): readonly string[] => {
  const { name, races, unit, paces, follows, definitions, lineMargins, margin } = plan
  const width = Math.max(0, ...definitions.map(({ pace }) => makePaceName(pace).length))
  return [
    ...(name === null && margin === undefined
      ? []
      : withMargin(header('plan', name === null ? '' : makeLineText(name)), margin, '')),
    ...races.flatMap((race) => makeElement(header('race', raceText(race)), race)),
    ...withMargin(header('units', unit), lineMargins?.units, ''),
    ...(paces === null ? [] : withMargin(header('paces', paces), lineMargins?.paces, '')),
    ...(follows.length === 0
      ? []
      : withMargin(header('follows', follows.map(makeWordText).join(' ')), lineMargins?.follows, '')),
    ...definitions.flatMap((definition) => makeElement(header('pace', paceText(definition, width)), definition)),
    ...makeRemarks(plan, ''),
  ]
}

const raceText = ({ distance, name, detail }: PlanRace): string =>
  [
    raceDistance(name) === distance ? name : `${spell(distance)}m ${makeQuoted(name)}`,
    ...(detail?.round === undefined ? [] : [detail.round]),
    ...(detail?.priority === undefined ? [] : [detail.priority]),
  ].join(' ')

const paceText = ({ pace, base, from, to, per }: PaceDefinition, width: number): string => {
  const faster = to <= 0
  const [near, far] = faster ? [to, from] : [from, to]
  const offset = makeOffset({ seconds: near, ...(near === far ? {} : { to: far }), per })
  return `${makePaceName(pace).padEnd(width)} = ${makePaceName(base)}${offset}`
}

const makeBlock = (block: NamedSession): readonly string[] => {
  const { kind, name, total, cue, lines } = block
  const amount = total === null ? '' : `   ${makeAmount(total)}`
  return [
    ...makeElement(`${kind} ${makeName(name)}${amount}${makeCue(cue)}`, block),
    ...lines.flatMap(({ workout, margin }) => withMargin(makeWorkout(workout, exercisesOf(kind)), margin, LEVEL)),
  ]
}

interface Layout {
  readonly first: boolean
  readonly slotWidth: number
}

/** Weeks before the first phase line have none; any other phase without a name has a bare one. */
const hasLine = ({ name, weeks, margin, notes, allows }: Phase, first: boolean): boolean =>
  name !== null || !first || weeks.length === 0 || margin !== undefined || notes !== undefined || allows !== undefined

const makePhase = (phase: Phase, { first, slotWidth }: Layout): readonly string[] => {
  const text = phase.name === null ? 'phase' : `phase ${makeLineText(phase.name)}`
  return [
    ...(hasLine(phase, first) ? makeElement(text, phase) : []),
    ...phase.weeks.flatMap((week) => makeWeek(week, slotWidth)),
  ]
}

const makeWeek = (week: Week, slotWidth: number): readonly string[] => {
  const { number, kind, statedTotal, objective, objectiveMargin, sessions, margin } = week
  const total = statedTotal === null ? '' : `   ${makeAmount(statedTotal)}`
  return [
    ...withMargin(`week ${spell(number)}${kind === null ? '' : ` ${kind}`}${total}`, margin, ''),
    ...(objective === null ? [] : withMargin(`objective ${makeQuoted(objective)}`, objectiveMargin, LEVEL)),
    ...makeRemarks(week, LEVEL),
    ...sessions.flatMap((session) => makeSession(session, slotWidth)),
  ]
}

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const makeSession = (session: Session, slotWidth: number): readonly string[] => {
  const { day, slot, clock, workout } = session
  const when = clock === undefined ? (slot ?? '') : clockText(clock)
  return makeElement(`${day} ${when.padEnd(slotWidth)} ${makeWorkout(workout)}`, session, LEVEL)
}
