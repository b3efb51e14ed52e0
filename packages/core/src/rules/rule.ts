import type { Athlete } from '../athlete/athlete.ts'
import type { Place } from '../plan/plan.ts'
import type { Schedule } from '../schedule/schedule.ts'
import type { Level } from './finding.ts'

/** The three source documents, and what else a rule may rest on. */
export const DOCUMENTS = ['000', '001', '002'] as const
export type Document = (typeof DOCUMENTS)[number]

/** One of the numbered statements R1..R159, with the document that makes it. */
export interface Statement {
  readonly number: `R${number}`
  readonly document: Document
}

/** A figure of a rule that a setting may change. */
export interface Parameter {
  readonly value: number
  readonly unit: string
  /** What it does, and whether a source or convention gives it. */
  readonly meaning: string
}

/** One breach of a rule. Without a level it has the rule's own. */
export interface Breach {
  readonly place: Place
  readonly message: string
  readonly level?: Level
  readonly fix?: string
}

/** What a rule looks at: the schedule, the athlete where one is given, the figures in force. */
export interface Inquiry<Names extends string> {
  readonly schedule: Schedule
  readonly athlete: Athlete | null
  readonly figures: { readonly [Name in Names]: number }
}

/** Something a plan must respect, with its source. One file a rule. */
export interface Rule<Names extends string = string> {
  /** Words with hyphens, as it is typed in `allow`. */
  readonly id: string
  /** Empty when no document says it: then `basis` does. */
  readonly statements: readonly Statement[]
  /** Study, book or convention that the figure rests on, where it is not the documents' own. */
  readonly basis?: string
  /** Conflicts and gaps of the documents that this rule settles: `C5`. */
  readonly conflicts?: readonly `C${number}`[]
  readonly level: Level
  /** One sentence: what the rule wants. */
  readonly what: string
  /** One or two sentences: why. */
  readonly why: string
  /** A small plan text or line that breaks it. */
  readonly example: string
  /** How to change or silence it. */
  readonly change: string
  readonly parameters: { readonly [Name in Names]: Parameter }
  /** Ids of rules that a plan which breaks this one may break as well. */
  readonly implies?: readonly string[]
  /** Whether it has nothing to say without an athlete. */
  readonly needsAthlete?: true
  /** A rule of safety: it has its full level in every plan, whatever the plan follows. */
  readonly always?: true
  /** A document's own style: it has its full level only in plans that follow the document, else it is a note. */
  readonly style?: true
  check(inquiry: Inquiry<Names>): readonly Breach[]
}
