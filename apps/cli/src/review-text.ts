import {
  clockText,
  paceText,
  plainNumber,
  splitText,
  type Activity,
  type Review,
  type ReviewedRep,
  type Sport,
} from '@bell-lap/core'
import { makeWorkout } from '@bell-lap/formats'

export const VERDICTS = {
  'as planned': 'As planned.',
  close: 'Close to the plan.',
  different: 'Different from the plan.',
  missed: 'Missed.',
} as const

/** What a coach with a stopwatch would have written down. `paces`: the athlete's are known. */
export const reviewText = (review: Review, activity: Activity | null, paces: boolean): string => {
  const lines = [heading(review, activity), ...table(review), '']
  const word = review.recognised ? 'Session: ' : ''
  const verdict = review.confidence === 'cannot tell' ? 'Cannot tell.' : verdictText(review)
  lines.push(`${word}${verdict}`, ...review.because.map((reason) => `  ${reason}`))
  if (review.confidence === 'low') lines.push('  Told with little confidence: look at it yourself.')
  if (!paces && review.reps.some(({ planned }) => planned?.step.target))
    lines.push('  With --5k 19:30 the targets become times.')
  return [...lines, ...review.notes.map((note) => `  Note: ${note}`)].join('\n')
}

const verdictText = (review: Review): string => (review.verdict === null ? offered(review) : VERDICTS[review.verdict])

const offered = ({ workout }: Review): string => (workout ? makeWorkout(workout) : 'not recognised')

/** Longer prescriptions are told by their beginning. */
const MOST_SIGNS = 100

export const shortened = (text: string): string =>
  text.length <= MOST_SIGNS ? text : `${text.slice(0, MOST_SIGNS - 1)}…`

const RUNNING: ReadonlySet<Sport | undefined> = new Set<Sport | undefined>([undefined, 'running', 'generic'])

/** The same in one line: what it was, and what became of it. */
export const reviewLine = (review: Review, { sessions }: Activity): string => {
  const what = review.workout ? makeWorkout(review.workout) : ''
  const sports = [
    ...new Set(sessions.flatMap(({ sport }) => (RUNNING.has(sport) || sport === undefined ? [] : [sport]))),
  ]
  // What its speed looks like says nothing of another sport.
  if (review.recognised && sports.length > 0) return sports.join(', ')
  if (review.confidence === 'cannot tell') return ['Cannot tell', what].filter(Boolean).join(': ')
  if (review.verdict === null) return shortened(`Looks like ${what === '' ? 'nothing that is known' : what}`)
  return shortened(`${VERDICTS[review.verdict].slice(0, -1)}: ${what}`)
}

const heading = ({ totals, workout }: Review, activity: Activity | null): string => {
  const what = workout ? makeWorkout(workout) : 'No workout'
  if (!totals || !activity) return what
  return `${what}\n${plainNumber(totals.distance / 1000, 2)} km, ${clockText(totals.timer)} (elapsed ${clockText(totals.elapsed)})`
}

const table = ({ reps, recoveries }: Review): readonly string[] => {
  if (reps.length === 0) return []
  const rows = reps.map((rep, index) => row(rep, index, recoveries.find(({ start }) => start === rep.end)?.duration))
  const all = [['rep', 'start', 'length', 'time', 'pace', 'HR', 'target', 'verdict', 'recovery'], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0))) ?? []
  return ['', ...all.map((cells) => cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))]
}

const row = (rep: ReviewedRep, index: number, recovery: number | undefined): string[] => {
  const target = rep.planned?.target
  return [
    String(index + 1),
    rep.start === null ? '-' : clockText(rep.start),
    rep.distance === null ? '-' : `${Math.round(rep.distance)} m`,
    rep.timer === null ? '-' : splitText(rep.timer),
    rep.speed === null ? '-' : paceText(rep.speed, 'km'),
    rep.heartRate === null ? '-' : String(Math.round(rep.heartRate)),
    target ? `${paceText(target.high, 'km').replace('/km', '')}-${paceText(target.low, 'km')}` : '-',
    rep.verdict,
    recovery === undefined ? '-' : splitText(recovery),
  ]
}
