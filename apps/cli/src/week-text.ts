import {
  clockText,
  distanceText,
  paceText,
  resolve,
  WEEKDAYS,
  type PaceBook,
  type PaceUnit,
  type Part,
  type Range,
  type Session,
  type Speed,
  type Step,
  type Week,
  type Workout,
  timeOver,
} from '@bell-lap/core'
import { makePart, makeWorkout } from '@bell-lap/formats'

/** Track work is told for a lap as well; longer bouts are not. */
const LONGEST_LAP_WORK = 2000

/** One week as a runner reads it: each day's sessions, under each the athlete's own figures for its paces. */
export const weekText = (week: Week, book: PaceBook, unit: PaceUnit): string =>
  [...WEEKDAYS, 'any' as const]
    .flatMap((day) =>
      dayLines(
        day,
        week.sessions.filter((session) => session.day === day),
        book,
        unit,
      ),
    )
    .join('\n')

const dayLines = (day: string, sessions: readonly Session[], book: PaceBook, unit: PaceUnit): readonly string[] =>
  sessions.flatMap((session, index) => [
    `  ${index === 0 ? day.padEnd(4) : '    '}${(session.slot ?? '').padEnd(3)}${makeWorkout(session.workout)}`,
    ...paceLines(session.workout, book, unit).map((line) => `           ${line}`),
  ])

/** The athlete's figures for each bout of a workout that names a pace, each told once. */
export const paceLines = (workout: Workout, book: PaceBook, unit: PaceUnit): readonly string[] => {
  const lines = stepsIn(workout.steps)
    .map((step) => lineOf(step, book, unit))
    .filter((line) => line !== undefined)
  return [...new Set(lines)]
}

const stepsIn = (parts: readonly Part[]): readonly Step[] =>
  parts.flatMap((part) => {
    if (part.kind === 'repeat') return [...stepsIn(part.steps), ...(part.between ? [part.between] : [])]
    return part.kind === 'step' ? [part] : []
  })

const lineOf = (step: Step, book: PaceBook, unit: PaceUnit): string | undefined => {
  if (!step.target) return undefined
  const over = step.extent?.kind === 'distance' ? step.extent.distance : undefined
  const resolved = resolve(step.target, book, over)
  if (!resolved) return undefined
  const split =
    over !== undefined && over <= LONGEST_LAP_WORK && step.extent?.kind === 'distance'
      ? `, ${distanceText(over, step.extent.unit)} in ${rangeText(resolved.speed, (speed) => clockText(timeOver(over, speed)))}`
      : ''
  return `${makePart(step)}: ${speedText(resolved.speed, unit)}${split}`
}

const speedText = (speed: Range<Speed>, unit: PaceUnit): string =>
  `${rangeText(speed, (each) => paceText(each, unit).split('/')[0] ?? '')}/${unit}`

/** Fast end first, as runners say it; one figure where both ends read the same. */
const rangeText = (speed: Range<Speed>, text: (speed: Speed) => string): string => {
  const [fast, slow] = [text(speed.high), text(speed.low)]
  return fast === slow ? fast : `${fast}-${slow}`
}
