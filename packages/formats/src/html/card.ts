import {
  clockText,
  distanceText,
  type Exercise,
  type LongUnit,
  type PrescribedPart,
  type PrescribedStep,
  type Role,
  type SeasonSession,
} from '@bell-lap/core'
import { exerciseLabel } from '../export/label.ts'
import { aimText, lastingText, splitText } from '../export/pace-text.ts'
import { stepsOf } from '../export/parts.ts'
import type { PreparedSession } from '../export/prepared.ts'
import { dateText } from './date.ts'
import { element, pieces, type Content, type Html } from './element.ts'
import { splitTable } from './splits.ts'
import { asSpoken, type SpokenPart } from './spoken.ts'

/** Colour of a step's edge: four lanes of effort; the words say the same. */
const LANE: { readonly [R in Role]: string } = {
  warmup: '',
  cooldown: '',
  easy: '',
  long: 'steady',
  steady: 'steady',
  build: 'steady',
  tempo: 'tempo',
  recovery: 'rest',
  rest: 'rest',
  float: 'rest',
  drills: 'rest',
  work: 'work',
  strides: 'work',
  pickups: 'work',
  hill: 'work',
  kick: 'work',
  fartlek: 'work',
  test: 'work',
  race: 'work',
}

/** A session on its own: steps with the athlete's figures, times on the way, why it is there, what to think of. */
export const sessionCard = (prepared: PreparedSession): Html => {
  const { session, title, unit, prescription } = prepared
  return element(
    'article',
    '',
    element('p', 'kicker', `${dateText(session.day)}, ${session.slot}`),
    element('h2', '', title),
    element('p', 'kicker', amountsOf(prepared)),
    strengthList(session),
    stepList(asSpoken(running(prescription.parts)), unit),
    splitTable(prescription.parts),
    whyOf(prepared),
  )
}

/** A box for each set that is done. */
const strengthList = ({ exercises }: SeasonSession): Html =>
  exercises.length === 0 ? pieces() : element('ul', 'sets', exercises.map(exerciseItem))

/** More boxes than this are told by the count alone. */
const MOST_BOXES = 8

const exerciseItem = (exercise: Exercise): Html => {
  const { sets, cue } = exercise
  const boxes =
    sets !== null && sets <= MOST_BOXES ? Array.from({ length: sets }, () => element('span', 'box', '')) : []
  const words = element('span', '', exerciseLabel(exercise), cue === undefined ? [] : element('span', 'fig', cue))
  return element('li', '', words, element('span', 'boxes', boxes))
}

/** What is run: exercises stand in their own list, and a rest after them with nothing else is theirs. */
const running = (parts: readonly PrescribedPart[]): readonly PrescribedPart[] => {
  const run = parts.filter((part) => !isStrength(part))
  return stepsOf(run).every(({ role }) => role === 'rest') ? [] : run
}

const isStrength = (part: PrescribedPart): boolean => stepsOf([part]).some(({ beside }) => beside?.kind === 'exercise')

/** `about 12.9 km, 1:02:00`. */
const amountsOf = ({ session, unit }: PreparedSession): string => {
  const { distance, duration } = session.estimated
  const amounts = [
    ...(distance === null ? [] : [distanceText(distance, unit, 1)]),
    ...(duration === null ? [] : [clockText(duration)]),
  ]
  return amounts.length === 0 ? '' : `about ${amounts.join(', ')}`
}

const stepList = (parts: readonly SpokenPart[], unit: LongUnit): Html =>
  parts.length === 0
    ? pieces()
    : element(
        'ol',
        'steps',
        parts.map((part) => partItem(part, unit)),
      )

const partItem = (part: SpokenPart, unit: LongUnit): Html => {
  if (part.kind === 'step') return element('li', LANE[part.role], wordsOf(part, unit), figuresOf(part, unit))
  return element(
    'li',
    'set',
    element('b', '', `${part.times} times`),
    stepList(part.parts, unit),
    part.between === undefined ? [] : betweenList(part.between, unit),
  )
}

const betweenList = (step: PrescribedStep, unit: LongUnit): Html =>
  element(
    'ol',
    'steps',
    element('li', 'rest', element('span', '', 'between: ', wordsOf(step, unit)), figuresOf(step, unit)),
  )

const wordsOf = ({ text, role, lasting, cue }: PrescribedStep, unit: LongUnit): Html => {
  const place = role === 'warmup' || role === 'cooldown' ? `${role === 'warmup' ? 'before' : 'after'}: ` : ''
  const open = lasting.kind === 'open' ? `, ${lastingText(lasting, unit)}` : ''
  const thought: Content = cue === undefined ? [] : element('span', 'fig', cue)
  return element('span', '', `${place}${text}${open}`, thought)
}

const figuresOf = ({ aim, lasting }: PrescribedStep, unit: LongUnit): Html => {
  if (aim === null) return pieces()
  const split =
    aim.kind === 'speed' && !aim.progress && lasting.kind === 'distance'
      ? ` (${splitText(aim.speed, lasting.distance)})`
      : ''
  return element('span', 'aim', `${aimText(aim, unit)}${split}`)
}

const whyOf = ({ session, prescription }: PreparedSession): Html => {
  const cue = session.cue ?? session.workout.cue
  const lines: readonly Content[] = [
    ...(cue === undefined ? [] : [element('b', '', cue), '. ']),
    ...(session.why.length > 0 ? [`Why: ${session.why.join(', ')}. `] : []),
    ...(prescription.assumptions.length > 0 ? [`Decided here: ${prescription.assumptions.join('; ')}.`] : []),
  ]
  return lines.length === 0 ? pieces() : element('p', 'why', lines)
}
