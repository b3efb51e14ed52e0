import { metres, type PrescribedPart, type PrescribedStep } from '@bell-lap/core'
import { isTrackWork, splitText } from '../export/pace-text.ts'
import { stepsOf } from '../export/parts.ts'
import { element, pieces, type Html } from './element.ts'

/** Where the clock is read on the way, on a track of 400 m: each hundred of a short repetition, each half lap of a long one. */
const SHORT_MARKS = [100, 200, 300] as const
const LONG_MARKS = [200, 400, 600, 800, 1000, 1200, 1600] as const
const LONGEST_SHORT = 400

/** Repetitions by distance that have a speed to aim at, each once. */
const timed = (parts: readonly PrescribedPart[]): readonly PrescribedStep[] => {
  const seen = new Map<string, PrescribedStep>()
  for (const step of stepsOf(parts)) {
    const { aim, lasting, text } = step
    if (aim?.kind === 'speed' && lasting.kind === 'distance' && isTrackWork(lasting.distance)) seen.set(text, step)
  }
  return [...seen.values()]
}

/** Times on the way of each repetition, from the fast to the slow end of its aim; nothing where no bout is for the track. */
export const splitTable = (parts: readonly PrescribedPart[]): Html => {
  const rows = timed(parts)
  const longest = Math.max(0, ...rows.map(({ lasting }) => (lasting.kind === 'distance' ? lasting.distance : 0)))
  // An end between two marks is read at the end itself, which the last column has.
  const marks = (longest <= LONGEST_SHORT ? SHORT_MARKS : LONG_MARKS).filter((mark) => mark < longest)
  if (rows.length === 0 || marks.length === 0) return pieces()
  const head = ['on the way', ...marks.map((mark) => `${mark} m`), 'all'].map((text) => element('th', '', text))
  return element(
    'table',
    'splits',
    element('thead', '', element('tr', '', head)),
    element(
      'tbody',
      '',
      rows.map((step) => splitRow(step, marks)),
    ),
  )
}

const splitRow = ({ aim, lasting, text }: PrescribedStep, marks: readonly number[]): Html => {
  if (aim?.kind !== 'speed' || lasting.kind !== 'distance') return pieces()
  const { speed } = aim
  const { distance } = lasting
  const cells = marks.map((mark) => (mark < distance ? splitText(speed, metres(mark)) : ''))
  return element(
    'tr',
    '',
    [text, ...cells, splitText(speed, distance)].map((cell) => element('td', '', cell)),
  )
}
