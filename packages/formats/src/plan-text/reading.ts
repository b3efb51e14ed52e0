import type { Level, PaceName, Place, Plan, Role, Workout } from '@bell-lap/core'

/** Half-open stretch of the decoded text in UTF-16 units. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Something about the text itself: what could not be read, or could be read in more than one way. */
export interface TextFinding extends Span {
  readonly level: Level
  /** `unread`, `ambiguous`, `unit-guess`, `total-mismatch`, `bad-number`, ...: the reader's own closed list (READER_RULES). */
  readonly rule: ReaderRule
  readonly message: string
}

/** What the reader reports by itself; training rules have their own ids. */
export const READER_RULES = [
  'unread', // characters that no structure, cue or note holds
  'syntax', // a line of the notation that does not follow its grammar
  'ambiguous', // several readings were possible: the message names them and the one taken
  'unit-guess', // the unit is not written, or `m` was decided
  'total-mismatch', // a stated total differs from the sum of its parts
  'restated', // one quantity stated twice
  'bad-number', // a number out of any range a person would write
  'unknown-name', // a pace, session or rule that nothing defines
  'out-of-range', // weeks, days or nesting beyond what is read as structure
  'encoding', // the bytes were not clean UTF-8, or held control characters
] as const
export type ReaderRule = (typeof READER_RULES)[number]

/** How each character of the source was used; the three parts cover it without overlap. */
export interface Coverage {
  readonly characters: number
  readonly structured: number
  readonly notes: number
  readonly unread: number
}

/** One prescription, read. The spans hold what was understood; `unread` what was not (also a finding each). */
export interface WorkoutReading {
  readonly workout: Workout
  readonly findings: readonly TextFinding[]
  readonly unread: readonly Span[]
}

/** What the text around a prescription says that the line itself does not. */
export interface ReadingContext {
  /** Long unit of the page: decides what a bare number and `m` mean where size alone does not. */
  readonly unit?: 'km' | 'mi'
  /** The page's own key: letters or words that stand for a pace or role (`E`, `T`, `HMP`). */
  readonly key?: ReadonlyMap<string, KeyMeaning>
  /** A figure on its own is this unit of easy running, where the page says so. */
  readonly bareNumber?: 'km' | 'mi' | 'min'
}

/** What a key of the page makes of a word. */
export interface KeyMeaning {
  readonly role?: Role
  readonly pace?: PaceName
  /** `3E` is 3 km of E: a figure glued to the letter is in this unit. */
  readonly unit?: 'km' | 'mi' | 'min'
}

/** A whole plan, read: the plan, where each part of it stands in the text, what was noticed. */
export interface PlanReading {
  readonly plan: Plan
  readonly spanOf: (place: Place) => Span | undefined
  readonly findings: readonly TextFinding[]
  readonly coverage: Coverage
  /** Which of the two ways of reading took the text. */
  readonly form: 'notation' | 'prose'
  /** The text that was read: spans count in it. */
  readonly source?: string
  /** Words of a session that do not stand in one stretch (several cells of a table); undefined where they do. */
  readonly wordsOf?: (place: Extract<Place, { kind: 'session' }>) => string | undefined
}
