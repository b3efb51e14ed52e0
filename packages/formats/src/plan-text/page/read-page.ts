import { WEEKDAYS, type LongUnit, type Place } from '@bell-lap/core'
import type { PlanReading, Span, TextFinding } from '../reading.ts'
import { coverageOf } from './coverage.ts'
import { readEntries } from './entries.ts'
import { findingLedger } from './findings.ts'
import { draftOf } from './items.ts'
import { pageKey } from './key.ts'
import { buildPlan, type BuiltPlan } from './plan.ts'
import type { ReadWorkout } from './sessions.ts'
import { plainText } from './text.ts'
import { bareUnit, hasBareFigures, unitOf } from './unit.ts'
import { weeksOfPage, type PageWeeks } from './weeks.ts'

/** What whoever gives the page knows of it. */
export interface PageContext {
  /** Unit of distances that have none, where the page does not tell. */
  readonly unit?: LongUnit
}

/**
 * Reads a whole page of prose, lists and tables as a plan. Never fails: what is not a week, a day or a total is a note, what
 * could not be read is a finding of its own, and every character is counted in one of them. Time is linear in the text.
 */
export const readPage = (text: string, readWorkout: ReadWorkout, context: PageContext = {}): PlanReading => {
  const page = plainText(text)
  const draft = draftOf(page)
  const weeks = weeksOfPage(draft, page.length)
  if (weeks.phases.every((phase) => phase.weeks.length === 0)) return unreadPage(text)
  const talk = talkOf(weeks)
  const said = pageKey(page, talk)
  const told = unitOf(page, draft.items, said, draft.title ? page.slice(draft.title.from, draft.title.to) : '')
  const unit = !told.told && context.unit ? { unit: context.unit, told: true } : told
  const key = { ...said, bareNumber: said.bareNumber ?? bareUnit(page, draft.items, unit) ?? null }
  const guessed = !unit.told && key.bareNumber === null && hasBareFigures(page, draft.items)
  const ledger = findingLedger()
  const note = (finding: TextFinding): void => {
    if (key.bareNumber === null || !isBareGuess(text, finding)) ledger.add(finding)
  }
  const entries = readEntries({ page, weeks, readWorkout }, { key, unit: unit.unit }, note)
  const built = buildPlan({ text, title: draft.title, weeks, entries, unit: unit.unit })
  const beyond = [...draft.beyond, ...weeks.beyond]
  for (const finding of onceEach(built.findings)) ledger.add(finding)
  for (const span of beyond) ledger.add(beyondFinding(span))
  if (key.bareNumber && !said.bareNumber) ledger.add(bareFigures(key.bareNumber))
  if (guessed) ledger.add(guessedUnit(text))
  return {
    plan: built.plan,
    spanOf: spansOf(built, text.length),
    wordsOf: ({ week, session }) => built.weeks[week]?.texts[session] ?? undefined,
    findings: ledger.all(),
    coverage: coverageOf(text.length, [...talk, ...commentsOf(weeks)], [...entries.unread, ...beyond]),
    form: 'prose',
    source: text,
  }
}

const talkOf = (weeks: PageWeeks): readonly Span[] =>
  [weeks.notes, ...weeks.phases.flatMap((phase) => [phase.notes, ...phase.weeks.map((week) => week.notes)])]
    .flat()
    .map(({ span }) => span)
    .toSorted((one, other) => one.from - other.from)

const commentsOf = (weeks: PageWeeks): readonly Span[] =>
  weeks.phases.flatMap((phase) => phase.weeks.flatMap((week) => week.days.flatMap(({ item }) => item.comments)))

/** What a page as a whole rests on is said where it first matters. */
const onceEach = (findings: readonly TextFinding[]): readonly TextFinding[] => {
  const said = new Set<string>()
  return findings.filter(({ rule, message }) => {
    if (rule !== 'ambiguous') return true
    const known = said.has(message)
    said.add(message)
    return !known
  })
}

/** What the page says once of all its figures is not said again of each. */
const isBareGuess = (text: string, { rule, level, from, to }: TextFinding): boolean =>
  rule === 'unit-guess' && level === 'note' && /^[\d.\s-]{1,12}$/.test(text.slice(from, Math.min(to, from + 13)))

const bareFigures = (unit: 'km' | 'mi' | 'min'): TextFinding => ({
  from: 0,
  to: 0,
  level: 'note',
  rule: 'unit-guess',
  message: `Figures that stand alone are taken for ${unit === 'mi' ? 'miles' : unit}, like the totals of the page.`,
})

const beyondFinding = (span: Span): TextFinding => ({
  ...span,
  level: 'warning',
  rule: 'out-of-range',
  message: 'Beyond what a plan holds: this part was not read.',
})

const guessedUnit = (text: string): TextFinding => ({
  from: 0,
  to: Math.min(text.length, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n')),
  level: 'note',
  rule: 'unit-guess',
  message:
    'The page does not say whether it counts in miles or kilometres: figures without a unit are taken for kilometres.',
})

const EMPTY = {
  name: null,
  races: [],
  unit: 'km',
  paces: null,
  definitions: [],
  follows: [],
  library: [],
  phases: [],
} as const

const unreadPage = (text: string): PlanReading => ({
  plan: EMPTY,
  spanOf: (place) => (place.kind === 'plan' ? { from: 0, to: text.length } : undefined),
  findings: [
    {
      from: 0,
      to: text.length,
      level: 'error',
      rule: 'unread',
      message:
        'No week or day of training was found. A plan names its weeks or days ("Week 1", "Mon: 8 miles easy"); for one session alone, read it as a workout.',
    },
  ],
  coverage: { characters: text.length, structured: 0, notes: 0, unread: text.length },
  form: 'prose',
  source: text,
})

const spansOf =
  ({ phases, weeks }: BuiltPlan, length: number) =>
  (place: Place): Span | undefined => {
    switch (place.kind) {
      case 'plan':
        return { from: 0, to: length }
      case 'phase':
        return phases[place.phase]
      case 'week':
        return weeks[place.week]?.span
      case 'day':
        return daySpan(weeks[place.week], WEEKDAYS.indexOf(place.day))
      case 'session':
        return weeks[place.week]?.sessions[place.session]
      default:
        return place satisfies never
    }
  }

const daySpan = (built: BuiltPlan['weeks'][number] | undefined, day: number): Span | undefined => {
  const spans = built?.sessions.filter((_, index) => built.week.sessions[index]?.day === WEEKDAYS[day]) ?? []
  const [first, ...more] = spans
  return (
    first &&
    more.reduce((whole, span) => ({ from: Math.min(whole.from, span.from), to: Math.max(whole.to, span.to) }), first)
  )
}
