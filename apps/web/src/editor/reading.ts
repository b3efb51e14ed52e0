import {
  addDays,
  check,
  explain,
  fitSeason,
  makeDay,
  paceBookOn,
  parseDay,
  RULES,
  scheduleOf,
  speedAt,
  speedsOf,
  weekdayOf,
  weeksOf,
  type Athlete,
  type Day,
  type Level,
  type Plan,
  type SeasonSession,
  type SeasonWeek,
  type SpeedAt,
} from '@bell-lap/core'
import {
  makePlan,
  makeWorkout,
  parseAthlete,
  parsePlan,
  readPlan,
  type Coverage,
  type PlanReading,
} from '@bell-lap/formats'
import type { PreviewWeek } from '@bell-lap/server'

// What the editor asks of the sport, in one place, so that all of it can run beside the page in a worker.

/** What is asked: the text, for whom, and the day of the race that the season at the side leads to. */
export interface ReadRequest {
  readonly id: number
  readonly text: string
  readonly unit: 'km' | 'mi'
  /** An athlete file as JSON. */
  readonly athlete: string
  readonly today: string
  readonly raceDay: string | null
}

/** A finding at its place in the text. */
export interface LocatedFinding {
  readonly level: Level
  readonly rule: string
  readonly source: string
  readonly message: string
  readonly from: number
  readonly to: number
  readonly fix?: string
  readonly by: 'reader' | 'rule'
}

/** What can be said of a rule that a finding names. */
export interface RuleTold {
  readonly what: string
  readonly why: string
  readonly statements: readonly string[]
  readonly change: string
}

/** How a stretch of a page was taken. */
export interface Stretch {
  readonly kind: 'session' | 'note' | 'unread'
  readonly from: number
  readonly to: number
}

export interface ReadAnswer {
  readonly kind: 'read'
  readonly id: number
  readonly text: string
  readonly form: 'notation' | 'prose'
  readonly name: string | null
  readonly race: string | null
  readonly weeks: number
  readonly sessions: number
  readonly coverage: Coverage
  readonly findings: readonly LocatedFinding[]
  readonly rules: { readonly [rule: string]: RuleTold }
  readonly stretches: readonly Stretch[]
  /** The canonical text of what was read. */
  readonly notation: string
}

export interface SeasonAnswer {
  readonly kind: 'season'
  readonly id: number
  readonly weeks: readonly PreviewWeek[]
  readonly raceDay: string
  /** Why there is no season, and what would make one. */
  readonly fault: { readonly message: string; readonly change: string } | null
}

/** Reads and checks a text. Never fails: what could not be read is among the findings. */
export const readText = (request: ReadRequest): { readonly answer: ReadAnswer; readonly plan: Plan } => {
  const { id, text, unit } = request
  const reading = readPlan(text, { unit })
  const { plan } = reading
  const athlete = athleteOf(request.athlete)
  const speeds = speedsOf(plan, athlete)
  const found = weeksOf(plan).length > 0 ? check(scheduleOf(plan, speeds), athlete ? { athlete } : {}) : []
  // An empty desk is no fault.
  const findings = text.trim() === '' ? [] : located(reading, found)
  const answer: ReadAnswer = {
    kind: 'read',
    id,
    text,
    // An empty desk is where notation begins.
    form: text.trim() === '' ? 'notation' : reading.form,
    name: plan.name,
    race: plan.races[0]?.name ?? null,
    weeks: weeksOf(plan).length,
    sessions: weeksOf(plan).reduce((sum, week) => sum + week.sessions.length, 0),
    coverage: reading.coverage,
    findings,
    rules: toldOf(findings),
    stretches: reading.form === 'prose' ? stretchesOf(text, reading) : [],
    notation: reading.form === 'prose' ? makePlan(plan) : '',
  }
  return { answer, plan }
}

const athleteOf = (json: string): Athlete | null => {
  const athlete = parseAthlete(json)
  return athlete.ok && athlete.value.marks.length > 0 ? athlete.value : null
}

const RANK: { readonly [L in Level]: number } = { error: 0, warning: 1, note: 2 }

const located = (reading: PlanReading, found: ReturnType<typeof check>): readonly LocatedFinding[] => {
  const ofText = reading.findings.map((finding): LocatedFinding => ({ ...finding, source: '', by: 'reader' }))
  const ofRules = found.map(({ place, ...finding }): LocatedFinding => {
    const { from, to } = reading.spanOf(place) ?? { from: 0, to: 0 }
    return { ...finding, from, to, by: 'rule' }
  })
  return [...ofText, ...ofRules].toSorted((a, b) => a.from - b.from || RANK[a.level] - RANK[b.level])
}

const toldOf = (findings: readonly LocatedFinding[]): { readonly [rule: string]: RuleTold } => {
  const named = new Set(findings.map(({ rule }) => rule))
  return Object.fromEntries(
    RULES.filter(({ id }) => named.has(id)).map((rule) => {
      const { what, why, statements, change } = explain(rule)
      return [rule.id, { what, why, change, statements: statements.map((each) => `${each.number} ${each.text}`) }]
    }),
  )
}

/** Lines that hold a total or head a week are structure, whatever stands around the sessions. */
const STRUCTURE = /^\W*(?:week\b|weekly\b|total\b)/iu

/** A page line by line: sessions as they were taken, lines that are kept as notes, stretches that nothing holds. */
const stretchesOf = (text: string, reading: PlanReading): readonly Stretch[] => {
  const sessions: Stretch[] = weeksOf(reading.plan).flatMap(({ sessions }, week) =>
    sessions.flatMap((_, session) => {
      const span = reading.spanOf({ kind: 'session', week, session })
      return span ? [{ kind: 'session' as const, ...span }] : []
    }),
  )
  const unread = reading.findings
    .filter(({ rule }) => rule === 'unread')
    .map((each): Stretch => stretch('unread', each))
  const taken = [...sessions, ...unread].toSorted((a, b) => a.from - b.from)
  return [...taken, ...notesBetween(text, taken)]
    .filter(({ from, to }) => to > from)
    .toSorted((a, b) => a.from - b.from)
}

const stretch = (kind: Stretch['kind'], { from, to }: { readonly from: number; readonly to: number }): Stretch => ({
  kind,
  from,
  to,
})

const notesBetween = (text: string, taken: readonly Stretch[]): readonly Stretch[] => {
  const notes: Stretch[] = []
  let next = 0
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const to = index + line.length
    while ((taken[next]?.to ?? Infinity) <= index) next += 1
    const touched = (taken[next]?.from ?? Infinity) < to
    if (!touched && line.trim() !== '' && !STRUCTURE.test(line)) notes.push({ kind: 'note', from: index, to })
  }
  return notes
}

/** The season that a plan makes for this athlete up to a race day, as the bars show it. */
export const seasonOf = (read: Plan, request: ReadRequest): SeasonAnswer => {
  const plan = parsePlan(makePlan(read)).plan
  const today = parseDay(request.today)
  const raceDay = parseDay(request.raceDay ?? '') ?? (today && nextRaceDay(today, weeksOf(plan).length))
  const none = { kind: 'season', id: request.id, weeks: [], raceDay: raceDay ? makeDay(raceDay) : '' } as const
  if (today === undefined || raceDay === undefined) return { ...none, fault: null }
  const athlete = athleteOf(request.athlete) ?? { marks: [] }
  const fitted = fitSeason({ plan, athlete, today, raceDay, speedAt: speedsFor(plan, athlete, today) })
  if (!fitted.ok) return { ...none, fault: { message: fitted.fault.message, change: fitted.fault.change } }
  return { ...none, weeks: fitted.value.weeks.map(weekOf), fault: null }
}

/** The Sunday that leaves the plan its weeks, where no race day is named. */
const nextRaceDay = (today: Day, weeks: number): Day => {
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekdayOf(today))
  return addDays(today, 6 - days + 7 * Math.max(1, weeks))
}

const speedsFor = (plan: Plan, athlete: Athlete, today: Day): SpeedAt => {
  const book = athlete.marks.length > 0 ? paceBookOn({ plan, athlete }, today) : undefined
  return book?.ok ? (pace) => speedAt(book.value, pace) : speedsOf(plan)
}

const KEYS: ReadonlySet<string> = new Set(['key', 'race', 'test', 'long'])

const weekOf = ({ number, monday, kind, phase, objective, sessions }: SeasonWeek): PreviewWeek => ({
  number,
  monday: makeDay(monday),
  kind,
  phase,
  objective,
  distance_m: sessions.reduce((sum, { estimated }) => sum + (estimated.distance ?? 0), 0),
  duration_s: sessions.reduce((sum, { estimated }) => sum + (estimated.duration ?? 0), 0),
  strength: sessions.filter(({ hardness }) => hardness.endsWith('strength')).length,
  highlights: sessions.filter(({ hardness }) => KEYS.has(hardness)).map(highlightOf),
})

const highlightOf = ({ day, workout, hardness }: SeasonSession): PreviewWeek['highlights'][number] => {
  const { cue: _cue, ...plain } = workout
  return { day: weekdayOf(day), title: makeWorkout(plain), hardness }
}
