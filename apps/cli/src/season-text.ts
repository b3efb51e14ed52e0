import {
  addDays,
  check,
  clockText,
  distanceText,
  flatten,
  makeDay,
  metres,
  paceText,
  plainNumber,
  prescriber,
  scheduleOf,
  seconds,
  speedsOf,
  WEEKDAYS,
  weekdayOf,
  type Decision,
  type DecisionSubject,
  type Level,
  type LongUnit,
  type PaceBook,
  type PaceName,
  type Season,
  type SeasonFinding,
  type SeasonSession,
  type SeasonWeek,
} from '@bell-lap/core'
import { makePart, makeWorkout } from '@bell-lap/formats'
import { paceLines } from './week-text.ts'

const DAYS_A_WEEK = 7
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** How headings are set off: bold on a terminal, plain in a file. */
export type Heading = (text: string) => string

/** A season as a coach hands it out: paces, weeks with dates and hours, why it is so, what the rules say of it. */
export const seasonText = (
  season: Season,
  findings: readonly SeasonFinding[],
  heading: Heading = (text) => text,
): string =>
  [
    titleOf(season, heading),
    pacesOf(season, heading),
    ...season.weeks.map((week) => weekText(week, season, heading)),
    ...decisionsText(season.decisions, heading),
    findingsText(season, findings, heading),
  ]
    .filter((block) => block !== '')
    .join('\n\n')

const unitOf = ({ athlete, plan }: Season): LongUnit => athlete.unit ?? plan.unit

/** `21 Mar`. */
const dateText = (day: SeasonSession['day']): string => {
  const [, month = '01', date = '01'] = makeDay(day).split('-')
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''}`
}

const titleOf = ({ plan, athlete, race, weeks }: Season, heading: Heading): string => {
  const who = athlete.name === undefined ? '' : ` for ${athlete.name}`
  const count = `${weeks.length} ${weeks.length === 1 ? 'week' : 'weeks'}`
  const year = makeDay(race.day).slice(0, 4)
  return heading(
    `${plan.name ?? 'A season'}${who}: ${count} to the ${race.name} on ${weekdayOf(race.day)} ${dateText(race.day)} ${year}`,
  )
}

/** Names of paces that the season asks for, as far as the athlete's marks give them figures. */
const pacesOf = (season: Season, heading: Heading): string => {
  const book = bookOf(season)
  if (!book) return 'No paces: the marks stated carry none.'
  const named = namesIn(season)
  const unit = unitOf(season)
  const lines = [...book.paces].flatMap(([pace, { speed, from }]) => {
    if (!named.has(pace)) return []
    const [fast, slow] = [paceText(speed.high, unit), paceText(speed.low, unit)]
    const range = fast === slow ? fast : `${fast.split('/')[0]}-${slow}`
    return [`  ${pace.padEnd(10)} ${range.padEnd(14)} ${from}`]
  })
  return lines.length === 0 ? 'No session names a pace.' : [heading('Paces'), ...lines].join('\n')
}

const bookOf = (season: Season): PaceBook | undefined => {
  const [first] = season.weeks.flatMap(({ sessions }) => sessions)
  if (!first) return undefined
  const { book } = prescriber(season, makePart)(first)
  return book.ok ? book.value : undefined
}

const namesIn = ({ weeks }: Season): ReadonlySet<PaceName> =>
  new Set(
    weeks
      .flatMap(({ sessions }) => sessions)
      .flatMap(({ workout }) => flatten(workout))
      .flatMap(({ step: { target } }) => (target?.kind === 'pace' ? [target.pace, target.to ?? target.pace] : [])),
  )

const weekText = (week: SeasonWeek, season: Season, heading: Heading): string => {
  const { number, monday, phase, kind, objective } = week
  const names = [...(phase === null ? [] : [phase]), ...(kind === null || kind === phase?.toLowerCase() ? [] : [kind])]
  const title = `Week ${number} of ${season.weeks.length}, ${dateText(monday)} to ${dateText(addDays(monday, 6))}`
  const days = Array.from({ length: DAYS_A_WEEK }, (_, index) => addDays(monday, index))
  return [
    heading([title, ...names, volumeText(week, unitOf(season))].join(' | ')),
    ...(objective === null || objective === '' ? [] : [`  ${objective}`]),
    ...days.flatMap((day) => dayLines(day, week, season)),
  ].join('\n')
}

const runsIn = ({ sessions }: SeasonWeek): readonly SeasonSession[] =>
  sessions.filter(({ workout: { kind } }) => kind === 'run' || kind === 'race' || kind === 'test' || kind === 'mixed')

const volumeText = (week: SeasonWeek, unit: LongUnit): string => {
  const runs = runsIn(week)
  const distance = runs.reduce((sum, { estimated }) => sum + (estimated.distance ?? 0), 0)
  const duration = runs.reduce((sum, { estimated }) => sum + (estimated.duration ?? 0), 0)
  if (distance === 0 && duration === 0) return 'no running'
  return `${distanceText(metres(distance), unit, 1)} in ${hoursText(duration)}`
}

/** `6 h 10`. */
const hoursText = (duration: number): string => {
  const minutes = Math.round(duration / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`
}

const dayLines = (day: SeasonSession['day'], week: SeasonWeek, season: Season): readonly string[] => {
  const name = `${weekdayOf(day)} ${dateText(day)}`.padEnd(11)
  if (day < season.today || day > season.race.day) return []
  const sessions = week.sessions.filter((session) => session.day === day)
  if (sessions.length === 0) return [`  ${name}  rest`]
  return sessions.flatMap((session, index) => sessionLines(session, index === 0 ? name : ''.padEnd(11), season))
}

const MARKED: readonly SeasonSession['hardness'][] = ['key', 'test', 'race']

const sessionLines = (session: SeasonSession, name: string, season: Season): readonly string[] => {
  const { start, workout, hardness, estimated, exercises } = session
  const time = clockText(seconds(start * 60))
    .slice(0, -3)
    .padStart(5, '0')
  const takes = `${ownLength(session, season)}${estimated.duration === null ? '' : `, ${Math.round(estimated.duration / 60)} min`}`
  const mark = MARKED.includes(hardness) ? `${hardness.toUpperCase()} ` : ''
  const indent = ''.padEnd(24)
  if (exercises.length > 0 && workout.steps.every(({ kind }) => kind !== 'other')) {
    return [
      `  ${name}  ${time}  ${strengthName(session)}${takes}`,
      ...workout.steps.map((part) => `${indent}${makePart(part)}`),
    ]
  }
  return [
    `  ${name}  ${time}  ${mark}${makeWorkout(workout)}${takes}`,
    ...figures(session, season).map((line) => `${indent}${line}`),
  ]
}

/** The length of a run in the athlete's unit, where the plan is written in the other one. */
const ownLength = ({ estimated: { distance } }: SeasonSession, season: Season): string => {
  const unit = unitOf(season)
  return distance === null || unit === season.plan.unit ? '' : `, ${distanceText(distance, unit, 1)}`
}

const strengthName = ({ id, workout, cue }: SeasonSession): string =>
  `${workout.kind} ${/-([A-Z])$/.exec(id)?.[1] ?? ''}`.trim() + (cue === undefined ? '' : ` "${cue}"`)

/** The athlete's own figures for the sessions that need them. */
const figures = (session: SeasonSession, season: Season): readonly string[] => {
  if (!MARKED.includes(session.hardness) && session.hardness !== 'hard') return []
  const { book } = prescriber(season, makePart)(session)
  return book.ok ? paceLines(session.workout, book.value, unitOf(season)) : []
}

const SUBJECTS: { readonly [Subject in DecisionSubject]: string } = {
  entry: 'Is the plan for you?',
  assumption: 'Taken for granted until you say otherwise',
  weeks: 'The weeks',
  volume: 'The distances',
  races: 'The races',
  strength: 'Strength',
  session: 'Sessions that are not as the plan has them',
  place: 'Sessions on another day than the plan has them',
}

/** Why the season is as it is: by subject, then by reason, each reason told once with all that rests on it. */
const decisionsText = (decisions: readonly Decision[], heading: Heading): readonly string[] =>
  Object.entries(SUBJECTS).flatMap(([subject, title]) => {
    const about = decisions.filter((each) => (each.about ?? 'session') === subject)
    if (about.length === 0) return []
    const lines = subject === 'entry' ? about.map(answerLine) : byReason(about)
    return [[heading(title), ...lines].join('\n')]
  })

const ruleText = ({ rule }: Decision): string => (rule === undefined ? '' : ` [${rule}]`)

const answerLine = (decision: Decision): string =>
  `  ${decision.what} ${capital(decision.because)}.${ruleText(decision)}`

/** A field of the athlete file keeps its name. */
const capital = (text: string): string => (/^\w*_/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1))

const byReason = (decisions: readonly Decision[]): readonly string[] => {
  const reasons = Map.groupBy(decisions, (decision) => `${capital(decision.because)}.${ruleText(decision)}`)
  return [...reasons].flatMap(([reason, resting]) => [`  ${reason}`, ...byWeek(resting).map((line) => `    ${line}`)])
}

const byWeek = (decisions: readonly Decision[]): readonly string[] => {
  const weeks = Map.groupBy(decisions, ({ week }) => week)
  return [...weeks].map(([week, all]) => {
    const what = all
      .map((each) => each.what)
      .toSorted((a, b) => weekdayIn(a) - weekdayIn(b))
      .join(', ')
    return week === undefined ? what : `week ${week}: ${what}`
  })
}

/** Days of the week in their order, what names none first. */
const weekdayIn = (what: string): number => WEEKDAYS.findIndex((day) => what.startsWith(day))

const LEVEL_WORDS: readonly Level[] = ['error', 'warning', 'note']

/** Errors and warnings in full, but for those that the plan has as its author wrote it; notes by their number. */
const findingsText = (season: Season, findings: readonly SeasonFinding[], heading: Heading): string => {
  const counts = LEVEL_WORDS.map((level) => {
    const count = findings.filter((finding) => finding.level === level).length
    return `${plainNumber(count)} ${level}${count === 1 ? '' : 's'}`
  })
  const written = writtenIn(season)
  const told = findings.filter(({ level }) => level !== 'note')
  const own = told.filter((finding) => !written.has(keyOf(finding)))
  const others = told.length - own.length
  return [
    heading(`What the rules say of it: ${counts.join(', ')}`),
    ...own.map(({ level, week, message, rule, source }) => {
      const where = week === undefined ? '' : `week ${week}: `
      return `  ${level} ${where}${message} [${rule}, ${source}]`
    }),
    ...(others > 0
      ? [`  ${others} more ${others === 1 ? 'is' : 'are'} in the plan as written: bell-lap check PLAN`]
      : []),
  ].join('\n')
}

/** A rule and the plan's session that it speaks of. */
const keyOf = ({ rule, session }: SeasonFinding): string =>
  session?.origin.kind === 'plan' ? `${rule} ${session.origin.week} ${session.origin.session}` : rule

const writtenIn = ({ plan, athlete }: Season): ReadonlySet<string> =>
  new Set(
    check(scheduleOf(plan, speedsOf(plan, athlete)), { athlete }).flatMap(({ rule, place }) =>
      place.kind === 'session' ? [rule, `${rule} ${place.week} ${place.session}`] : [rule],
    ),
  )
