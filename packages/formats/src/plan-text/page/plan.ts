import type { Amount, LongUnit, Phase, Plan, Session, Week, WeekKind } from '@bell-lap/core'
import type { Span, TextFinding } from '../reading.ts'
import { amountOf, type WrittenAmount } from './amount.ts'
import type { DayItem, PlacedDay } from './draft.ts'
import type { Entries } from './entries.ts'
import { noteText, notesOf } from './notes.ts'
import {
  isCheered,
  planRaceOf,
  racedDistance,
  raceNamedBy,
  raceOver,
  racesIn,
  raceWorkout,
  withRace,
  type RaceName,
} from './race.ts'
import { sessionOn, type EntrySession } from './sessions.ts'
import { planTotalFinding, totalFindings, type TotalQuestion } from './totals.ts'
import { weekKindIn } from './week-mark.ts'
import type { PagePhase, PageWeek, PageWeeks } from './weeks.ts'

/** What a plan is made of. */
export interface PlanMatter {
  /** The page as it was written: names and notes keep its characters. */
  readonly text: string
  readonly title: Span | null
  readonly weeks: PageWeeks
  readonly entries: Entries
  readonly unit: LongUnit
}

/** A plan with the place of each part in the page. */
export interface BuiltPlan {
  readonly plan: Plan
  readonly phases: readonly Span[]
  readonly weeks: readonly BuiltWeek[]
  readonly findings: readonly TextFinding[]
}

export interface BuiltWeek {
  readonly week: Week
  /** Its stated total, to be compared with its days. */
  readonly question: TotalQuestion | null
  readonly span: Span
  /** In the order of the week's sessions. */
  readonly sessions: readonly Span[]
  readonly texts: readonly (string | null)[]
}

/** Makes the plan of a page whose entries have been read. */
export const buildPlan = (matter: PlanMatter): BuiltPlan => {
  const goal = goalOf(matter)
  const findings: TextFinding[] = []
  const weeks: BuiltWeek[] = []
  const spans: Span[] = []
  const phases = matter.weeks.phases.map((phase): Phase => {
    const built = phase.weeks.map((week) => buildWeek(matter, week, goal, findings))
    for (const week of built) weeks.push(week)
    spans.push(phaseSpan(phase, built))
    return {
      name: phase.heading?.name ?? null,
      weeks: built.map(({ week }) => week),
      ...annotated(notesOf(matter.text, phase.notes)),
    }
  })
  const plan: Plan = {
    name: matter.title && noteText(matter.text, matter.title),
    races: goal ? [planRaceOf(goal)] : [],
    unit: matter.unit,
    paces: null,
    definitions: [],
    follows: [],
    library: [],
    phases,
    ...annotated(notesOf(matter.text, matter.weeks.notes)),
  }
  for (const finding of totalFindings(weeks.flatMap(({ question }) => question ?? []))) findings.push(finding)
  const { total } = matter.weeks
  const whole = total
    ? planTotalFinding(
        total,
        weeks.map(({ week }) => week),
        matter.unit,
      )
    : undefined
  return { plan, phases: spans, weeks, findings: whole ? [...findings, whole] : findings }
}

const annotated = (notes: readonly string[]): { readonly notes?: readonly string[] } =>
  notes.length > 0 ? { notes } : {}

const phaseSpan = ({ heading }: PagePhase, weeks: readonly BuiltWeek[]): Span => {
  const from = heading?.span.from ?? weeks[0]?.span.from ?? 0
  return { from, to: weeks.reduce((end, { span }) => Math.max(end, span.to), heading?.span.to ?? from) }
}

/** The race that the page is for: its title's, else the last race it runs, else the first that its prose names. */
const goalOf = (matter: PlanMatter): RaceName | undefined => {
  const { text, title, weeks, entries } = matter
  const named = title ? racesIn(text.slice(title.from, title.to)) : []
  if (named.length === 1) return named[0]
  for (const week of weeks.phases.flatMap((phase) => phase.weeks).toReversed()) {
    for (const { item } of week.days.toReversed()) {
      const raced = entries.of
        .get(item)
        ?.map(({ workout }) => racedDistance(workout))
        .find((distance) => distance !== undefined)
      const race = raced === undefined ? undefined : raceOver(raced)
      if (race && (named.length === 0 || named.some(({ distance }) => distance === race.distance))) return race
    }
  }
  if (named[0]) return named[0]
  const last = lastItem(matter)
  const cheered = last
    ? (entries.of.get(last) ?? []).map(({ span }) => text.slice(span.from, span.to)).filter(isCheered)
    : []
  const raced = cheered.map(raceNamedBy).find((race) => race !== undefined)
  if (raced) return raced
  const [told] = weeks.notes.slice(0, 12).flatMap(({ span }) => racesNamed(text.slice(span.from, span.to)))
  return told
}

/** Races of a line that speaks of a race or a plan, and not of repetitions. */
const racesNamed = (line: string): readonly RaceName[] =>
  /\b(?:race|plan|schedule|program(?:me)?|train(?:ing)?|goal)\b/i.test(line) && !/\d\s?[x×]\s?\d/i.test(line)
    ? racesIn(line)
    : []

const buildWeek = (
  matter: PlanMatter,
  page: PageWeek,
  goal: RaceName | undefined,
  findings: TextFinding[],
): BuiltWeek => {
  const placed = page.days.flatMap((day) => placeSessions(matter, day, goal))
  const written = page.total?.amount ?? labelOf(page)?.total ?? null
  const span = weekSpan(page)
  const week: Week = {
    number: page.number,
    kind: kindOf(page),
    statedTotal: written && statedOf(written, matter.unit),
    objective: labelOf(page)?.objective ?? null,
    sessions: placed.map(({ session }) => session),
    ...annotated(weekNotes(matter, page)),
  }
  if (page.because !== undefined) findings.push(restsOn(span, `${page.because}.`))
  for (const { because, item } of page.days)
    if (because !== undefined) findings.push(restsOn(item.span, `${capital(because)}.`))
  const totalSpan = page.total?.span ?? page.heading?.span ?? span
  const question = written && week.sessions.length > 0 ? { week, written, span: totalSpan, unit: matter.unit } : null
  return { week, span, question, sessions: placed.map(({ span: at }) => at), texts: placed.map(({ text }) => text) }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const restsOn = (span: Span, message: string): TextFinding => ({ ...span, level: 'note', rule: 'ambiguous', message })

const statedOf = (written: WrittenAmount, unit: LongUnit): Amount => amountOf(written, unit)

interface PlacedSession {
  readonly session: Session
  readonly span: Span
  /** Its words, where they do not stand in one stretch of the page. */
  readonly text: string | null
}

/** An entry that is only the name of the plan's race, where it cannot be a run of that length. */
const raceEntry = (
  matter: PlanMatter,
  item: DayItem,
  entry: EntrySession,
  goal: RaceName | undefined,
): RaceName | undefined => {
  if (!goal || entry.workout.kind !== 'run') return undefined
  const said = matter.text.slice(entry.span.from, entry.span.to)
  const race = raceNamedBy(said)
  return race?.distance === goal.distance && (isCheered(said) || item === lastItem(matter)) ? race : undefined
}

const lastItem = ({ weeks }: PlanMatter): DayItem | undefined => weeks.phases.at(-1)?.weeks.at(-1)?.days.at(-1)?.item

const placeSessions = (
  matter: PlanMatter,
  { day, item }: PlacedDay,
  goal: RaceName | undefined,
): readonly PlacedSession[] => {
  const { text, entries } = matter
  const read = entries.of.get(item) ?? []
  const comments = item.comments.map((span) => noteText(text, span)).filter((note) => note !== '')
  return read.map((entry, index) => {
    const race = raceEntry(matter, item, entry, goal)
    const workout = race ? raceWorkout(race) : withRace(entry.workout, goal)
    return {
      session: sessionOn(day, { ...entry, workout }, index === read.length - 1 ? comments : []),
      span: withMarkup(text, entry.span),
      text: read.length === 1 ? textOfCells(text, item) : null,
    }
  })
}

/** An entry in several cells of a table is their words, without the cells between. */
const textOfCells = (text: string, { pieces, span }: DayItem): string | null => {
  const cells = pieces.length > 1 && !text.slice(span.from, span.to).trimEnd().includes('\n')
  return cells ? pieces.map(({ from, to }) => text.slice(from, to)).join(' ') : null
}

/** Signs of emphasis around an entry belong to it. */
const withMarkup = (text: string, { from, to }: Span): Span => {
  let start = from
  let end = to
  while (start > 0 && '*_`'.includes(text.charAt(start - 1)) && start > from - 3) start--
  while (end < text.length && '*_`'.includes(text.charAt(end)) && end < to + 3) end++
  return { from: start, to: end }
}

/** The label of a week's own heading; a phase's heading speaks of the phase. */
const labelOf = ({ heading }: PageWeek) => (heading ? heading.label : null)

const kindOf = ({ heading }: PageWeek): WeekKind | null => {
  if (!heading) return null
  if (heading.kind === 'week') return heading.label.kind
  const single = heading.weeks !== null && heading.weeks.from === heading.weeks.to
  return heading.label.kind ?? (single ? (weekKindIn(heading.name) ?? null) : null)
}

/** The author's words for the week, then the prose under it. */
const weekNotes = ({ text }: PlanMatter, page: PageWeek): readonly string[] => {
  const label = page.heading?.kind === 'week' ? page.heading.label : null
  const plain = label === null || label.label === '' || label.label === label.objective || isKindOnly(label.label)
  const dated = label?.date ? [noteText(text, page.heading?.span ?? { from: 0, to: 0 })] : []
  return [...(plain || dated.length > 0 ? dated : [label.label]), ...notesOf(text, page.notes)]
}

const isKindOnly = (label: string): boolean => weekKindIn(label) !== undefined && label.split(/\s+/).length <= 2

const weekSpan = ({ heading, days, total }: PageWeek): Span => {
  const spans = [
    ...(heading ? [heading.span] : []),
    ...days.map(({ item }) => item.span),
    ...(total ? [total.span] : []),
  ]
  if (spans.length === 0) return { from: 0, to: 0 }
  return spans.reduce((whole, span) => ({ from: Math.min(whole.from, span.from), to: Math.max(whole.to, span.to) }))
}
