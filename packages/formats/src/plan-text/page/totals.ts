import {
  statedDistance,
  statedDuration,
  distanceText,
  durationText,
  metres,
  METRES_PER,
  seconds,
  type Amount,
  type LongUnit,
  type Role,
  type Session,
  type Week,
  type Workout,
} from '@bell-lap/core'
import type { Span, TextFinding } from '../reading.ts'
import { amountOf, type WrittenAmount } from './amount.ts'

/** Which end of a stated range. */
type End = 'low' | 'high'

/** A week's stated total beside the days it should be the sum of. */
export interface TotalQuestion {
  readonly week: Week
  readonly written: WrittenAmount
  readonly span: Span
  readonly unit: LongUnit
}

/**
 * Compares stated weekly totals with the sums of their days, as the texts state them: a difference is a finding with its
 * reason where one can be told, never a correction. Nothing is said where too much is open to say it.
 */
export const totalFindings = (questions: readonly TotalQuestion[]): readonly TextFinding[] => {
  const verdicts = questions.flatMap((question) => verdictOn(question) ?? [])
  // An author whose totals count bare sets as they are listed leaves out no warm-up.
  const countsSets = verdicts.some(({ agrees, sets }) => agrees && sets.length > 0)
  return verdicts.flatMap((verdict) => (verdict.agrees ? [] : [findingOf(verdict, countsSets)]))
}

interface Verdict {
  readonly question: TotalQuestion
  readonly frame: Frame
  readonly agrees: boolean
  /** Sessions that list their work only, without a total and without easy running around it. */
  readonly sets: readonly Session[]
}

const verdictOn = (question: TotalQuestion): Verdict | undefined => {
  const stated = question.week.statedTotal
  if (!stated) return undefined
  const { sessions } = question.week
  const frame: Frame = { stated, sessions, slack: slackOf(question.written, stated), unit: question.unit }
  return {
    question,
    frame,
    agrees: readings(frame).some((sum) => fits(frame, sum)),
    sets: sessions.filter(({ workout }) => isBareSet(workout)),
  }
}

const findingOf = ({ question, frame, sets }: Verdict, countsSets: boolean): TextFinding => {
  const sum = sumOf(frame.sessions, frame, 'low', first)
  const reason = reasonOf(frame) ?? (countsSets ? undefined : reasonOfSets(frame, sum, sets))
  const level = reason ? 'note' : 'warning'
  return { ...question.span, level, rule: 'total-mismatch', message: messageOf(question, frame, sum, reason) }
}

const EASY_ROLES: ReadonlySet<Role> = new Set(['warmup', 'cooldown', 'easy', 'long', 'steady'])

const isBareSet = ({ kind, total, steps }: Workout): boolean =>
  kind === 'run' &&
  total === null &&
  steps.some((part) => part.kind === 'repeat') &&
  !steps.some((part) => part.kind === 'step' && EASY_ROLES.has(part.role))

/** What a warm-up and a cool-down come to at most, in metres. */
const MOST_AROUND = 10_000

const reasonOfSets = (frame: Frame, { sum }: Sum, sets: readonly Session[]): string | undefined => {
  const missing = ends(frame.stated).low - sum
  if (frame.stated.kind !== 'distance' || sets.length === 0 || missing < 0 || missing > sets.length * MOST_AROUND)
    return undefined
  return `${days(sets)} list${sets.length === 1 ? 's' : ''} the work only, warm-up and cool-down may make the difference`
}

/** Compares what the page states for all weeks together with the sum of its weekly totals. */
export const planTotalFinding = (
  { amount, span }: { readonly amount: WrittenAmount; readonly span: Span },
  weeks: readonly Week[],
  unit: LongUnit,
): TextFinding | undefined => {
  const stated = amountOf(amount, unit)
  const totals = weeks.flatMap(({ statedTotal }) => (statedTotal?.kind === stated.kind ? [ends(statedTotal).low] : []))
  const sum = totals.reduce((whole, total) => whole + total, 0)
  if (totals.length < weeks.length || Math.abs(sum - ends(stated).low) <= slackOf(amount, stated)) return undefined
  const comes =
    stated.kind === 'distance' ? distanceText(metres(sum), stated.unit, 1) : durationText(seconds(sum), 'min')
  const message = `The page states ${amountText(stated)} for all weeks, but the totals of its weeks come to ${comes}.`
  return { ...span, level: 'warning', rule: 'total-mismatch', message }
}

interface Frame {
  readonly stated: Amount
  readonly sessions: readonly Session[]
  /** What rounding may hide, in metres or seconds. */
  readonly slack: number
  readonly unit: LongUnit
}

/** What the days come to; `complete` false when some say less than all of it. */
interface Sum {
  readonly sum: number
  readonly complete: boolean
  /** Seconds of the sessions that state a time instead of a distance; null when some state neither. */
  readonly timed: number | null
}

/** Half of the last digit that is printed; `about` allows three per cent and half a unit more. */
const slackOf = (written: WrittenAmount, stated: Amount): number => {
  const one = stated.kind === 'distance' ? METRES_PER[stated.unit] : stated.unit === 'h' ? 3600 : 60
  const digit = one * 10 ** -written.decimals
  const exact = digit / 2 + one * 0.001
  return written.about ? exact + one / 2 + written.low * one * 0.03 : exact
}

type Choose = (workout: Workout, of: (option: Workout) => number) => Workout

const first: Choose = (workout) => workout
const longest: Choose = (workout, of) =>
  workout.alternatives.reduce((best, option) => (of(option) > of(best) ? option : best), workout)
const shortest: Choose = (workout, of) =>
  workout.alternatives.reduce((best, option) => (of(option) < of(best) ? option : best), workout)

/** The sums that an author may have meant: ranges at either end, choices by the first, the longest, the shortest option. */
const readings = (frame: Frame): readonly Sum[] => {
  const sums = (sessions: readonly Session[]): readonly Sum[] =>
    (['low', 'high'] as const).flatMap((end) =>
      [first, longest, shortest].map((choose) => sumOf(sessions, frame, end, choose)),
    )
  // Some count the hours on the bike, some do not.
  const onFoot = frame.stated.kind === 'time' ? frame.sessions.filter(({ workout }) => workout.kind !== 'cross') : []
  return onFoot.length > 0 ? [...sums(frame.sessions), ...sums(onFoot)] : sums(frame.sessions)
}

const sumOf = (sessions: readonly Session[], { stated }: Frame, end: End, choose: Choose): Sum => {
  const measured = stated.kind === 'distance' ? statedDistance : runningTime
  let sum = 0
  let complete = true
  let timed: number | null = 0
  for (const { workout } of sessions) {
    const option = choose(workout, (one) => measured(one, end).sum)
    const part = measured(option, end)
    sum += part.sum
    if (part.complete) continue
    complete = false
    const time = statedDuration(option, end)
    timed = timed === null || !time.complete ? null : timed + time.sum
  }
  return { sum, complete, timed }
}

/** A week in hours counts running; what is beside it counts nothing. */
const runningTime: typeof statedDuration = (workout, end) =>
  workout.kind === 'strength' || workout.kind === 'mobility' || workout.kind === 'plyometrics'
    ? statedDuration(REST)
    : statedDuration(workout, end)
const REST: Workout = { kind: 'rest', total: null, remainder: null, steps: [], alternatives: [] }

/** Metres a second that nobody jogs below or runs above for a session: what a time can come to. */
const SLOWEST = 1.2
const FASTEST = 6.5

const fits = (frame: Frame, { sum, complete, timed }: Sum): boolean => {
  const { low, high } = ends(frame.stated)
  if (complete) return sum >= low - frame.slack && sum <= high + frame.slack
  if (sum > high + frame.slack) return false
  if (timed === null || frame.stated.kind === 'time') return true
  return sum + timed * SLOWEST <= high + frame.slack && sum + timed * FASTEST >= low - frame.slack
}

const ends = (amount: Amount): { readonly low: number; readonly high: number } => {
  if (amount.kind === 'distance') return { low: amount.distance, high: amount.to ?? amount.distance }
  return { low: amount.duration, high: amount.to ?? amount.duration }
}

interface Reason {
  readonly without: (session: Session, index: number, sessions: readonly Session[]) => boolean
  readonly say: (left: readonly Session[]) => string
}

const isRace = ({ workout }: Session): boolean => workout.kind === 'race'
const isTimed = ({ workout }: Session): boolean => !statedDistance(workout).complete && statedDuration(workout).complete
const isSecond = (session: Session, index: number, sessions: readonly Session[]): boolean =>
  sessions.findIndex(({ day }) => day === session.day) < index
const days = (sessions: readonly Session[]): string => [...new Set(sessions.map(({ day }) => day))].join(' and ')

const REASONS: readonly Reason[] = [
  { without: isRace, say: (left) => `it leaves out the race on ${days(left)}` },
  { without: (session) => isRace(session) || isTimed(session), say: saidOfRaceAndTimed },
  { without: isTimed, say: (left) => `it leaves out ${days(left)}, given in time` },
  { without: isSecond, say: (left) => `it leaves out the second session on ${days(left)}` },
]

function saidOfRaceAndTimed(left: readonly Session[]): string {
  const races = left.filter(isRace)
  const timed = left.filter((session) => !isRace(session))
  const parts = [
    timed.length > 0 ? `the running on ${days(timed)}, given in time` : '',
    races.length > 0 ? `the race on ${days(races)}` : '',
  ]
  return `it leaves out ${parts.filter((part) => part !== '').join(', and ')}`
}

/** What the author left out, where leaving it out makes the sum right; sums in the other unit; a day counted twice. */
const reasonOf = (frame: Frame): string | undefined => {
  for (const { without, say } of REASONS) {
    const left = frame.sessions.filter(without)
    if (left.length === 0) continue
    const rest = frame.sessions.filter((session, index, all) => !without(session, index, all))
    const sum = sumOf(rest, frame, 'low', first)
    if (sum.complete && fits(frame, sum)) return say([...left])
  }
  return otherUnit(frame)
}

const otherUnit = (frame: Frame): string | undefined => {
  const { stated, unit } = frame
  if (stated.kind !== 'distance') return undefined
  const other = stated.unit === 'mi' ? 'km' : 'mi'
  const factor = METRES_PER[other] / METRES_PER[stated.unit]
  const { low, high } = ends(stated)
  const sum = sumOf(frame.sessions, frame, 'low', first)
  const near = sum.complete && sum.sum >= (low - frame.slack) * factor && sum.sum <= (high + frame.slack) * factor
  return near && other === unit ? `it is right in ${other}` : undefined
}

const messageOf = (question: TotalQuestion, frame: Frame, sum: Sum, reason: string | undefined): string => {
  const { stated } = frame
  const said = `Week ${question.week.number} states ${amountText(stated)}`
  const unit = stated.kind === 'distance' ? stated.unit : 'min'
  const comes =
    stated.kind === 'distance' ? distanceText(metres(sum.sum), stated.unit, 1) : durationText(seconds(sum.sum), 'min')
  const difference = ends(stated).low - sum.sum
  const by = stated.kind === 'distance' ? difference / METRES_PER[stated.unit] : difference / 60
  const more = `${Math.abs(Number(by.toFixed(1)))}${unit} ${by > 0 ? 'too much' : 'too little'}`
  const floor = sum.complete ? '' : ' at least'
  return reason
    ? `${said}, its days come to${floor} ${comes}: ${reason}.`
    : `${said}, but its days come to${floor} ${comes}: ${more}.`
}

const amountText = (amount: Amount): string => {
  if (amount.kind === 'time') return durationText(amount.duration, 'min')
  const low = distanceText(amount.distance, amount.unit, 2)
  return amount.to === undefined
    ? low
    : `${low.slice(0, -amount.unit.length)}-${distanceText(amount.to, amount.unit, 2)}`
}
