import { type Margin, type Place, type Plan, type Result, type Session, type Workout } from '@bell-lap/core'
import type { Span, TextFinding, WorkoutReading } from '../reading.ts'
import type { NotationFault } from './fault.ts'
import { Findings } from './findings.ts'
import { tokenAt } from './lexer.ts'
import { readLines, type Line } from './lines.ts'
import { makeWorkout } from './make-workout.ts'
import { marginOf, type Remarks } from './margins.ts'
import {
  dayOf,
  parseAllowLine,
  parseDayLine,
  parseFollowsLine,
  parseLibraryLine,
  parsePaceLine,
  parsePacesLine,
  parseQuotedLine,
  parseRaceLine,
  parseTextLine,
  parseUnitsLine,
  parseWeekLine,
} from './parse-lines.ts'
import { parseWorkout } from './parse-workout.ts'
import { makeSpanOf } from './places.ts'
import {
  emptyDraft,
  finishPlan,
  spansOf,
  type BlockDraft,
  type Once,
  type PhaseDraft,
  type WeekDraft,
} from './plan-draft.ts'
import { writtenUnit } from './plan-unit.ts'
import { exercisesOf, type ExerciseKind } from './workout-kind.ts'
import { LIBRARY_KINDS, memberOf } from './words.ts'

/** A plan in the notation, read. Every character is in the plan, in white space, or in an `unread` span with a finding. */
export interface NotationReading {
  readonly plan: Plan
  readonly spanOf: (place: Place) => Span | undefined
  readonly findings: readonly TextFinding[]
  readonly unread: readonly Span[]
  /** Where comments and notes stand: what is kept for people. */
  readonly notes: readonly Span[]
}

/** Reads a prescription that does not follow the grammar; spans of the reading are those of the whole text. */
export type TolerantReader = (text: string, offset: number) => WorkoutReading | undefined

/**
 * Reads a plan of the notation, line by line: what a line is says its first word, what it belongs to its indentation.
 * A line that does not follow the grammar is a finding that says where it stops and what could follow; the rest is read.
 * `readLine` may read a session that is not in the notation: it is then taken, with a note that says how.
 * Linear in the length of the text; offsets count its UTF-16 units.
 */
export const parsePlan = (text: string, readLine?: TolerantReader): NotationReading => {
  const reader = new PlanReader(readLine)
  for (const line of readLines(text)) reader.read(line)
  return reader.finish()
}

/** An element that lines below, further to the right, belong to. */
interface Open {
  readonly indent: number
  /** Null when its line was not read. */
  readonly remarks: Remarks | null
  readonly week?: WeekDraft
}

const spanOfLine = ({ from, to }: Line): Span => ({ from, to })

/** The word that says what a line is; a name in backquotes says nothing. */
const firstWord = (line: Line): string => {
  const { kind, text } = tokenAt(line.code, 0)
  return kind === 'word' ? text.toLowerCase() : ''
}

class PlanReader {
  readonly #draft = emptyDraft()
  readonly #findings = new Findings()
  readonly #notes: Span[] = []
  readonly #open: Open[] = [{ indent: -1, remarks: this.#draft.remarks }]
  readonly #readLine: TolerantReader | undefined
  #pending: string[] = []
  #week: WeekDraft | undefined
  /** The library block that is open; null while the lines of one that was not read go by. */
  #block: { readonly indent: number; readonly draft: BlockDraft | null } | undefined

  constructor(readLine: TolerantReader | undefined) {
    this.#readLine = readLine
  }

  read(line: Line): void {
    if (line.commentSpan !== undefined) this.#notes.push(line.commentSpan)
    if (line.code === '') {
      this.#pending.push(line.comment ?? '')
      return
    }
    if (this.#block !== undefined && line.indent > this.#block.indent) this.#readBlockLine(line, this.#block.draft)
    else {
      this.#block = undefined
      this.#readStatement(line, firstWord(line))
    }
  }

  finish(): NotationReading {
    const written = writtenUnit(this.#draft)
    const plan = finishPlan(this.#draft, this.#pending, written ?? 'km')
    if (this.#draft.units === undefined && written !== undefined) {
      const message = `the plan states no units; ${written} is the first that it uses`
      this.#findings.add({ level: 'note', rule: 'unit-guess', message, ...this.#draft.span })
    }
    return {
      plan,
      spanOf: makeSpanOf(plan, spansOf(this.#draft)),
      findings: this.#findings.all(),
      unread: this.#findings.unread(),
      notes: this.#notes,
    }
  }

  /** Comments that stand before a line and beside it; those before are used up. */
  #margin(line: Line): Margin | undefined {
    const margin = marginOf(this.#pending, line.comment)
    if (this.#pending.length > 0) this.#pending = []
    return margin
  }

  #wrong(line: Line, fault: NotationFault): void {
    this.#findings.wrong(fault, spanOfLine(line))
    if (line.comment !== undefined) this.#pending.push(line.comment)
  }

  #expected(line: Line, expected: string): void {
    const message = `expected ${expected}`
    this.#wrong(line, { rule: 'syntax', message, expected, ...spanOfLine(line) })
  }

  /** The value of a line; `undefined` once its fault is told. */
  #value<Value>(line: Line, read: Result<Value, NotationFault>): Value | undefined {
    if (read.ok) return read.value
    this.#wrong(line, read.fault)
    return undefined
  }

  #enter(line: Line, remarks: Remarks | null, week?: WeekDraft): void {
    while ((this.#open.at(-1)?.indent ?? -1) >= line.indent) this.#open.pop()
    this.#open.push({ indent: line.indent, remarks, ...(week === undefined ? {} : { week }) })
  }

  #owner(line: Line): Open | undefined {
    return this.#open.findLast(({ indent }) => indent < line.indent)
  }

  #readStatement(line: Line, word: string): void {
    if (dayOf(word) !== undefined) this.#readDay(line)
    else if (word === 'note' || word === 'allow' || word === 'objective')
      this.#readRemark(line, word, this.#owner(line))
    else if (word === 'week') this.#readWeek(line)
    else if (word === 'phase') this.#readPhase(line)
    else this.#readHeader(line, word)
  }

  #readHeader(line: Line, word: string): void {
    const inside = this.#week !== undefined && line.indent > (this.#open.at(1)?.indent ?? 0)
    if (inside) return this.#expected(line, 'a day (`Mon`, ..., `any`), `objective`, `note` or `allow` under a week')
    if (memberOf(LIBRARY_KINDS, word) !== undefined) return this.#readBlock(line)
    switch (word) {
      case 'plan':
        return this.#readName(line)
      case 'race':
        return this.#readRace(line)
      case 'pace':
        return this.#readPace(line)
      case 'units':
        this.#draft.units = this.#once(line, this.#draft.units, parseUnitsLine(line))
        return
      case 'paces':
        this.#draft.paces = this.#once(line, this.#draft.paces, parsePacesLine(line))
        return
      case 'follows':
        this.#draft.follows = this.#once(line, this.#draft.follows, parseFollowsLine(line))
        return
      default:
        return this.#expected(
          line,
          'a line of a plan: `week 1`, `Mon 8mi easy`, `phase Build`, `race 5K`, `note "..."`',
        )
    }
  }

  /** A line that says what no line before it said; another of its kind is wrong. */
  #once<Value>(
    line: Line,
    before: Once<Value> | undefined,
    read: Result<Value, NotationFault>,
  ): Once<Value> | undefined {
    if (before !== undefined) {
      this.#expected(line, 'this to be said once only')
      return before
    }
    const value = this.#value(line, read)
    if (value === undefined) return undefined
    this.#enter(line, this.#draft.remarks)
    return { value, margin: this.#margin(line) }
  }

  #readName(line: Line): void {
    const before = this.#draft.name
    this.#draft.name = this.#once(line, before, parseTextLine(line))
    if (before === undefined && this.#draft.name !== undefined) this.#draft.span = spanOfLine(line)
  }

  #readRace(line: Line): void {
    const remarks: Remarks = {}
    const race = this.#value(line, parseRaceLine(line))
    if (race !== undefined) this.#draft.races.push({ ...race, remarks, margin: this.#margin(line) })
    this.#enter(line, race === undefined ? null : remarks)
  }

  #readPace(line: Line): void {
    const remarks: Remarks = {}
    const pace = this.#value(line, parsePaceLine(line))
    if (pace !== undefined) this.#draft.definitions.push({ ...pace, remarks, margin: this.#margin(line) })
    this.#enter(line, pace === undefined ? null : remarks)
  }

  #readPhase(line: Line): void {
    const name = parseTextLine(line)
    if (!name.ok) this.#findings.wrong(name.fault, { from: name.fault.from, to: line.to })
    this.#week = undefined
    const remarks: Remarks = {}
    this.#draft.phases.push({
      name: name.ok ? name.value : null,
      remarks,
      margin: this.#margin(line),
      weeks: [],
      span: spanOfLine(line),
    })
    this.#enter(line, remarks)
  }

  #readWeek(line: Line): void {
    const { number, kind, statedTotal, fault } = parseWeekLine(line)
    if (fault !== null) this.#findings.wrong(fault, { from: fault.from, to: line.to })
    const span = spanOfLine(line)
    const week: WeekDraft = {
      number: number ?? (this.#week?.number ?? 0) + 1,
      kind,
      statedTotal,
      objective: null,
      sessions: [],
      remarks: {},
      margin: this.#margin(line),
      span,
      spans: [],
    }
    this.#phase(span).weeks.push(week)
    this.#week = week
    this.#enter(line, week.remarks, week)
  }

  #phase(span: Span): PhaseDraft {
    const last = this.#draft.phases.at(-1)
    if (last !== undefined) return last
    const unnamed: PhaseDraft = { name: null, remarks: {}, margin: undefined, weeks: [], span }
    this.#draft.phases.push(unnamed)
    return unnamed
  }

  #readDay(line: Line): void {
    const day = parseDayLine(line)
    if (day === undefined || this.#week === undefined)
      return this.#expected(line, '`week` and its number before the first day')
    const { text, from, ...when } = day
    const workout = this.#workout(line, { text, from }, 'strength')
    const remarks: Remarks = {}
    if (workout !== undefined) {
      const session: Session = { ...when, workout }
      this.#week.sessions.push({ ...session, remarks, margin: this.#margin(line) })
      this.#week.spans.push(spanOfLine(line))
    }
    this.#enter(line, workout === undefined ? null : remarks)
  }

  #workout(line: Line, { text, from }: { text: string; from: number }, exercises: ExerciseKind): Workout | undefined {
    const read = parseWorkout(text, { offset: from, exercises })
    if (read.ok) return read.value
    const reading = this.#readLine?.(text, from)
    if (reading === undefined) return this.#value(line, read)
    const { workout, findings, unread } = reading
    const message = `not in the notation; read as \`${makeWorkout(workout, exercises)}\``
    this.#findings.add({ level: 'note', rule: 'syntax', message, from, to: line.to })
    for (const finding of findings) this.#findings.add(finding)
    for (const span of unread) this.#findings.leave(span)
    return workout
  }

  #readBlock(line: Line): void {
    const block = this.#value(line, parseLibraryLine(line))
    if (block === undefined) {
      this.#block = { indent: line.indent, draft: null }
      return
    }
    const draft: BlockDraft = { ...block, lines: [], remarks: {}, margin: this.#margin(line) }
    this.#draft.library.push(draft)
    this.#block = { indent: line.indent, draft }
    this.#enter(line, draft.remarks)
  }

  #readBlockLine(line: Line, block: BlockDraft | null): void {
    if (block === null) return this.#expected(line, 'a named session above that could be read')
    const word = firstWord(line)
    if (word === 'note' || word === 'allow') return this.#readRemark(line, word, { indent: 0, remarks: block.remarks })
    const workout = this.#workout(line, { text: line.code, from: line.from }, exercisesOf(block.kind))
    if (workout === undefined) return
    const margin = this.#margin(line)
    block.lines.push({ workout, ...(margin === undefined ? {} : { margin }) })
  }

  #readRemark(line: Line, word: 'note' | 'allow' | 'objective', owner: Open | undefined): void {
    const remarks = owner?.remarks ?? null
    if (remarks === null) return this.#expected(line, 'a line above that could be read')
    if (word === 'allow') return this.#readAllow(line, remarks)
    const text = this.#value(line, parseQuotedLine(line))
    if (text === undefined) return
    if (word === 'objective') return this.#readObjective(line, text, owner?.week)
    this.#notes.push(spanOfLine(line))
    remarks.notes ??= []
    remarks.notes.push({ text, margin: this.#margin(line) })
  }

  #readAllow(line: Line, remarks: Remarks): void {
    const allow = this.#value(line, parseAllowLine(line))
    if (allow === undefined) return
    const margin = this.#margin(line)
    remarks.allows ??= []
    remarks.allows.push({ ...allow, ...(margin === undefined ? {} : { margin }) })
  }

  #readObjective(line: Line, text: string, week: WeekDraft | undefined): void {
    if (week === undefined || week.objective !== null) return this.#expected(line, 'one objective, under a week')
    week.objective = text
    const margin = this.#margin(line)
    if (margin !== undefined) week.objectiveMargin = margin
  }
}
