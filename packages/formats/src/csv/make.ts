import { makeDay, plainNumber, weekdayOf, type Lasting, type PrescribedPart, type PrescribedStep } from '@bell-lap/core'
import { aimText, lastingText } from '../export/pace-text.ts'
import type { PreparedSession } from '../export/prepared.ts'

/** A cell: text as it is, numbers plain, what is unknown empty. */
export type Cell = string | number | null

/**
 * A text that a spreadsheet would take for a formula or command (it starts with = + - @, a tab or a line end; OWASP, CSV
 * injection) gets an apostrophe in front, which spreadsheets show as text. Numbers are numbers and stay as they are.
 */
const plain = (text: string): string => (/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text)

const cellText = (cell: Cell): string => {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? plainNumber(cell, 3) : plain(cell.toWellFormed())
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as comma-separated text (RFC 4180): a head, lines ended by CRLF, quotes doubled. */
export const makeCsv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')

const SESSION_HEAD = [
  'week',
  'phase',
  'week_kind',
  'day',
  'weekday',
  'slot',
  'start',
  'id',
  'kind',
  'hardness',
  'session',
  'estimated_m',
  'estimated_s',
  'pillars',
  'why',
  'cue',
] as const

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** One row a session, in metres and seconds. */
export const makeSessionsCsv = (sessions: readonly PreparedSession[]): string =>
  makeCsv(
    SESSION_HEAD,
    sessions.map(({ week, session, title }) => [
      week.number,
      week.phase,
      week.kind,
      makeDay(session.day),
      weekdayOf(session.day),
      session.slot,
      clock(session.start),
      session.id,
      session.workout.kind,
      session.hardness,
      title,
      session.estimated.distance,
      session.estimated.duration,
      session.pillars.join(' '),
      session.why.join(' '),
      session.cue ?? session.workout.cue ?? null,
    ]),
  )

const STEP_HEAD = [
  'day',
  'slot',
  'id',
  'step',
  'sets',
  'role',
  'text',
  'lasts',
  'distance_m',
  'duration_s',
  'reps',
  'slow_mps',
  'fast_mps',
  'low_bpm',
  'high_bpm',
  'target',
  'cue',
] as const

/** One row a step, sets told by their counts from outside in (`3 x 4`), in metres, seconds and metres a second. */
export const makeStepsCsv = (sessions: readonly PreparedSession[]): string =>
  makeCsv(
    STEP_HEAD,
    sessions.flatMap((prepared) =>
      listed(prepared.prescription.parts, []).map(({ step, sets }, index) => stepRow(prepared, step, sets, index)),
    ),
  )

interface Listed {
  readonly step: PrescribedStep
  readonly sets: readonly number[]
}

const listed = (parts: readonly PrescribedPart[], sets: readonly number[]): readonly Listed[] =>
  parts.flatMap((part) => (part.kind === 'set' ? listed(part.parts, [...sets, part.times]) : [{ step: part, sets }]))

const stepRow = (
  { session, unit }: PreparedSession,
  step: PrescribedStep,
  sets: readonly number[],
  index: number,
): readonly Cell[] => {
  const { aim, lasting } = step
  const speed = aim?.kind === 'speed' ? aim.speed : undefined
  const beats = aim?.kind === 'heart rate' ? aim.heartRate : undefined
  return [
    makeDay(session.day),
    session.slot,
    session.id,
    index + 1,
    sets.join(' x '),
    step.mode ?? step.role,
    step.text,
    lastingText(lasting, unit),
    ...amounts(lasting),
    speed?.low ?? null,
    speed?.high ?? null,
    beats?.low ?? null,
    beats?.high ?? null,
    aim === null ? null : aimText(aim, unit),
    step.cue ?? null,
  ]
}

const amounts = (lasting: Lasting): readonly [Cell, Cell, Cell] => [
  lasting.kind === 'distance' ? lasting.distance : null,
  lasting.kind === 'time' ? lasting.duration : null,
  lasting.kind === 'reps' ? lasting.reps : null,
]
