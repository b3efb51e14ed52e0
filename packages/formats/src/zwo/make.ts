import {
  clockText,
  metres,
  plainNumber,
  pointOf,
  resolve,
  seconds,
  speedAt,
  type Lasting,
  type PaceBook,
  type PrescribedPart,
  type PrescribedSet,
  type PrescribedStep,
  type Speed,
  type WorkoutKind,
} from '@bell-lap/core'
import { cutText, oneLine } from '../export/cut-text.ts'
import { stepsOf, withDepth, writtenOut } from '../export/parts.ts'
import type { Fate, Loss } from '../export/report.ts'

/** A running workout for Zwift, or why there is none. */
export type ZwoWorkout =
  | { readonly kind: 'made'; readonly text: string; readonly losses: readonly Loss[] }
  | Extract<Fate, { kind: 'refused' }>

export interface ZwoSession {
  readonly name: string
  readonly description: string
  readonly kind: WorkoutKind
  readonly parts: readonly PrescribedPart[]
  /** The paces of the day; null where the marks carry none. */
  readonly book: PaceBook | null
}

/**
 * Race paces that the app holds of each runner, by their number in a file (breiko83/zwo-editor, PaceType: mile 0, 5K 1,
 * 10K 2, half marathon 3, marathon 4). The 5K stands for all here: the app is told one time, and the file says which.
 */
const PACE_5K = 1

/** Bytes that a name may have before the app's list shows it broken (about 35 characters, as users found). */
const MOST_NAME = 35

const refused = (because: string, change: string): ZwoWorkout => ({ kind: 'refused', because, change })

/**
 * A prescription as a Zwift running workout. There is no specification: element and attribute names follow
 * h4l/zwift-workout-file-reference, running (`sportType` run, `durationType` time or distance for the whole file,
 * `Power` as a share of the race pace that `pace` names) follows breiko83/zwo-editor. What it cannot hold is refused:
 * strength, steps that the button ends, bouts by distance that have no pace.
 */
export const makeZwoWorkout = (session: ZwoSession): ZwoWorkout => {
  const { kind, parts, book } = session
  if (BESIDE_RUNNING.has(kind))
    return refused('The app takes running and cycling only.', 'Take it from the calendar or the printed page.')
  const base = book && resolve({ kind: 'pace', pace: '5K' }, book)
  if (!book || !base)
    return refused('No mark gives a 5K pace to count from.', 'Add a race or test result to the athlete.')
  const losses: Loss[] = []
  const closed = withoutOpen(parts, losses)
  if (!closed.ok) return refused(`${closed.step.text}: ${closed.because}`, 'Give the step a length in the plan.')
  const flat = withDepth(closed.parts, 1)
  losses.push(...flat.losses)
  const desk: Desk = { book, reference: pointOf(base.speed), measure: measureOf(flat.parts, book), losses }
  const elements = elementsOf(flat.parts, desk)
  if (!elements.ok)
    return refused(`${elements.step.text} has no pace, which the app needs.`, 'Give the step a pace in the plan.')
  const time = clockText(seconds(5000 / desk.reference))
  if (cutText(session.name, MOST_NAME) !== oneLine(session.name))
    losses.push({ what: 'name', how: 'cut to what the list of the app shows; whole in the description' })
  losses.push({
    what: 'paces',
    how: `the middle of each range, as a share of 5K pace: set your 5K to ${time} in the app`,
  })
  return { kind: 'made', losses, text: fileOf(session, desk.measure, elements.lines, time) }
}

const BESIDE_RUNNING: ReadonlySet<WorkoutKind> = new Set<WorkoutKind>(['strength', 'plyometrics', 'mobility', 'cross'])

type Measure = 'time' | 'distance'

interface Desk {
  readonly book: PaceBook
  /** The athlete's 5K pace, which all others are shares of. */
  readonly reference: Speed
  readonly measure: Measure
  readonly losses: Loss[]
}

type Closed =
  | { readonly ok: true; readonly parts: readonly PrescribedPart[] }
  | { readonly ok: false; readonly step: PrescribedStep; readonly because: string }

/** Open steps that a total leaves something to get an even share of it; any other open step has no place here. */
const withoutOpen = (parts: readonly PrescribedPart[], losses: Loss[]): Closed => {
  const closed: PrescribedPart[] = []
  for (const part of parts) {
    if (part.kind === 'set') {
      const inner = withoutOpen(part.parts, losses)
      if (!inner.ok) return inner
      closed.push({ ...part, parts: inner.parts })
      continue
    }
    const lasting = part.beside ? undefined : closedLength(part.lasting)
    if (!lasting) return { ok: false, step: part, because: whyOpen(part) }
    if (lasting !== part.lasting)
      losses.push({ what: part.text, how: 'the rest of the total, halved before and after: the app has no lap button' })
    if (amountOf(lasting) > 0) closed.push({ ...part, lasting })
  }
  return { ok: true, parts: closed }
}

const amountOf = (lasting: Lasting): number =>
  lasting.kind === 'distance' ? lasting.distance : lasting.kind === 'time' ? lasting.duration : 0

const whyOpen = ({ lasting, beside }: PrescribedStep): string => {
  if (beside || lasting.kind !== 'open') return 'is no running, and the app takes running only.'
  return `lasts until the button (${lasting.because}), and the app has none.`
}

const closedLength = (lasting: Lasting): Lasting | undefined => {
  if (lasting.kind === 'distance' || lasting.kind === 'time') return lasting
  if (lasting.kind === 'reps' || !lasting.left) return undefined
  const { distance, duration, bouts } = lasting.left
  if (distance !== null) return { kind: 'distance', distance: metres(distance / bouts) }
  return duration === null ? undefined : { kind: 'time', duration: seconds(duration / bouts) }
}

/** The app needs a pace for everything: a recovery without one is run at recovery pace, walked at walking pace. */
const speedOf = ({ aim, role, mode }: PrescribedStep, book: PaceBook): Speed | undefined => {
  if (aim?.kind === 'speed') return pointOf(aim.speed)
  if (mode === 'walk') return speedAt(book, 'walk')
  return mode !== 'stand' && (role === 'recovery' || role === 'float') ? speedAt(book, 'recovery') : undefined
}

/** A file counts in one measure: time where something by time has no pace to be counted over, else what most are in. */
const measureOf = (parts: readonly PrescribedPart[], book: PaceBook): Measure => {
  const steps = stepsOf(parts)
  const timed = steps.filter(({ lasting }) => lasting.kind === 'time')
  if (timed.some((step) => speedOf(step, book) === undefined)) return 'time'
  return timed.length > steps.length / 2 ? 'time' : 'distance'
}

type Elements =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly step: PrescribedStep }

const elementsOf = (parts: readonly PrescribedPart[], desk: Desk): Elements => {
  const lines: string[] = []
  for (const part of parts) {
    const made = part.kind === 'set' ? setElement(part, desk) : stepElement(part, desk)
    if (!made.ok) return made
    lines.push(...made.lines)
  }
  return { ok: true, lines }
}

interface Paced {
  /** Whole metres or seconds, in the measure of the file. */
  readonly length: number
  /** Share of 5K pace; undefined where the step is run as the runner likes. */
  readonly share: string | undefined
}

/** Two paced steps in turn are one element; everything else is written out. */
const setElement = (set: PrescribedSet, desk: Desk): Elements => {
  const [on, off, ...others] = set.parts
  if (on?.kind !== 'step' || off?.kind !== 'step' || others.length > 0) return elementsOf(writtenOut(set), desk)
  const [first, second] = [pacedOf(on, desk), pacedOf(off, desk)]
  if (!first?.share || !second?.share) return elementsOf(writtenOut(set), desk)
  const lengths = `OnDuration="${first.length}" OffDuration="${second.length}"`
  const shares = `OnPower="${first.share}" OffPower="${second.share}"`
  const line = `<IntervalsT Repeat="${set.times}" ${lengths} ${shares} pace="${PACE_5K}">${messageOf(on, desk)}</IntervalsT>`
  return { ok: true, lines: [line] }
}

const stepElement = (step: PrescribedStep, desk: Desk): Elements => {
  const paced = pacedOf(step, desk)
  if (!paced) return { ok: false, step }
  const { length, share } = paced
  const message = messageOf(step, desk)
  const line =
    share === undefined
      ? `<FreeRide Duration="${length}">${message}</FreeRide>`
      : `<SteadyState Duration="${length}" Power="${share}" pace="${PACE_5K}">${message}</SteadyState>`
  return { ok: true, lines: [line] }
}

/** Undefined where a step has neither a pace nor a time: free running is known by time only. */
const pacedOf = (step: PrescribedStep, { book, reference, measure, losses }: Desk): Paced | undefined => {
  const { lasting, aim, text } = step
  const speed = speedOf(step, book)
  if (speed === undefined || !(speed > 0) || !Number.isFinite(speed)) {
    if (lasting.kind !== 'time' || measure !== 'time') return undefined
    losses.push({ what: text, how: 'without a pace it is run freely' })
    return { length: whole(lasting.duration), share: undefined }
  }
  if (aim?.kind !== 'speed') losses.push({ what: text, how: 'has no pace of its own: recovery or walking pace' })
  if (lasting.kind !== measure) losses.push({ what: text, how: `counted over to ${measure} at the middle of its pace` })
  const amount = amountOf(lasting)
  const length = lasting.kind === measure ? amount : measure === 'time' ? amount / speed : amount * speed
  return { length: whole(length), share: plainNumber(speed / reference) }
}

/** A step is one metre or second long at least. */
const whole = (length: number): number => Math.max(1, Math.round(length))

const messageOf = ({ text, cue }: PrescribedStep, { measure }: Desk): string =>
  `<textevent ${measure === 'time' ? 'timeoffset' : 'distoffset'}="0" message="${escapeXml(cue === undefined ? text : `${text}: ${cue}`)}"/>`

/** Text for an attribute or element: the five entities, nothing that XML 1.0 has no place for. */
const escapeXml = (text: string): string =>
  oneLine(text)
    .replaceAll(/[\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')

const fileOf = ({ name, description }: ZwoSession, measure: Measure, lines: readonly string[], time: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<workout_file>',
    '  <author>Bell Lap</author>',
    `  <name>${escapeXml(cutText(name, MOST_NAME))}</name>`,
    `  <description>${escapeXml(`${description} (paces count from a 5K of ${time})`)}</description>`,
    '  <sportType>run</sportType>',
    `  <durationType>${measure}</durationType>`,
    '  <workout>',
    ...lines.map((line) => `    ${line}`),
    '  </workout>',
    '</workout_file>',
    '',
  ].join('\n')
