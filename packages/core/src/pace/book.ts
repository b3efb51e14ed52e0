import { speedOver } from '../units/speed.ts'
import type { Mark } from '../athlete/mark.ts'
import { ok, type Result } from '../result.ts'
import type { Speed } from '../units/quantity.ts'
import { withWords } from './by-feel.ts'
import { type OwnDefinition, withDefinitions } from './definitions.ts'
import { compareOffsets, type PaceComparison } from './compare.ts'
import { equivalentNotes, equivalentPaces } from './equivalent.ts'
import { type Fitness, fitnessOf, type PaceFault } from './fitness.ts'
import { markText } from './mark-text.ts'
import { measuredNotes, measuredPaces } from './measured.ts'
import { type Owner, ownRaces, withMiddleDistance } from './middle-distance.ts'
import { PACE_NAMES, type PaceName } from './names.ts'
import { offsetPaces } from './offsets.ts'
import { around, pointOf, type PaceTable, type ResolvedPace, WIDTH } from './resolved.ts'

/** How marks become paces: each model says so in one sentence, and adds what it has to say of these marks. */
export const MODELS = {
  offsets: {
    explanation: 'Seconds a mile added to 5K pace, as the advanced 5K document says (R13, R15, R19, R48).',
    paces: offsetPaces,
    notes: () => [],
  },
  equivalent: {
    explanation: 'Training paces by their share of the Daniels-Gilbert index, races by equal index.',
    paces: equivalentPaces,
    notes: equivalentNotes,
  },
  measured: {
    explanation: 'The athlete’s own marks: personal exponent, and critical speed where there are enough.',
    paces: measuredPaces,
    notes: measuredNotes,
  },
} as const satisfies {
  readonly [name: string]: {
    readonly explanation: string
    readonly paces: (fitness: Fitness) => PaceTable
    readonly notes: (fitness: Fitness) => readonly string[]
  }
}
export type ModelName = keyof typeof MODELS

/** What paces are made of. `today` is a civil day; without it the age of marks does not matter. */
export interface PaceQuestion {
  readonly marks: readonly Mark[]
  readonly model?: ModelName
  readonly definitions?: readonly OwnDefinition[]
  readonly goal?: Pick<Mark, 'distance' | 'time'>
  readonly today?: string
}

/** Every pace name that an honest speed can be given for, with why. */
export interface PaceBook {
  readonly model: ModelName
  readonly explanation: string
  /** Daniels-Gilbert index over 5000 m. */
  readonly index: number
  /** The marks that count. */
  readonly marks: readonly Mark[]
  readonly paces: PaceTable
  /** The same paces for whoever has reached the goal: what `@5K goal` means (C13). */
  readonly goal?: PaceTable
  /** Where the advanced 5K document and the equivalents part (C1), whichever model is in force. */
  readonly comparison: readonly PaceComparison[]
  readonly notes: readonly string[]
}

/**
 * Paces of an athlete by one model (`equivalent` unless another is named), overridden by the author's definitions, and
 * both by the athlete's own marks of the last twelve months. Fails without a mark that can carry them.
 */
export const makePaceBook = (question: PaceQuestion): Result<PaceBook, PaceFault> => {
  const { goal, model = 'equivalent' } = question
  const fitness = fitnessOf(question.marks, question.today)
  if (!fitness.ok) return fitness
  const current = pacesOf(fitness.value, question)
  const reached = goal && fitnessOf([goal])
  return ok({
    model,
    explanation: MODELS[model].explanation,
    index: fitness.value.index,
    marks: fitness.value.marks,
    paces: current.table,
    ...(reached?.ok ? { goal: pacesOf(reached.value, question, 'goal').table } : {}),
    comparison: compareOffsets(fitness.value),
    notes: [
      ...fitness.value.notes,
      ...MODELS[model].notes(fitness.value),
      ...current.notes,
      ...(reached && !reached.ok ? [`The goal makes no paces: ${reached.fault.message}`] : []),
    ],
  })
}

const goalPace = (goal: Pick<Mark, 'distance' | 'time'>): ResolvedPace => ({
  speed: around(speedOver(goal.distance, goal.time), WIDTH.mark),
  basis: 'goal',
  from: `goal ${markText(goal)}`,
  formula: 'distance over time of the goal',
  inputs: { goal: markText(goal) },
  notes: [],
})

const pacesOf = (
  fitness: Fitness,
  question: PaceQuestion,
  owner: Owner = 'own',
): { table: PaceTable; notes: readonly string[] } => {
  const { model = 'equivalent', definitions = [], goal } = question
  const goals = goal ? [['goal', goalPace(goal)] as const] : []
  const base = new Map<PaceName, ResolvedPace>([
    ...MODELS[model].paces(fitness),
    ...ownRaces(fitness.marks, owner),
    ...goals,
  ])
  // Shorter paces rest on the mile, which a plan may define; what it defines on them comes after.
  const long = withDefinitions(base, definitions)
  const full = withWords(withMiddleDistance(long.table, fitness.marks, owner))
  const all = withDefinitions(full, definitions)
  return { table: inOrder(all.table), notes: all.notes }
}

const inOrder = (table: PaceTable): PaceTable =>
  new Map(
    PACE_NAMES.flatMap((pace) => {
      const resolved = table.get(pace)
      return resolved ? [[pace, resolved] as const] : []
    }),
  )

/** The model's point at a pace: what a session is estimated by. `undefined` where nothing honest can be said. */
export const speedAt = (book: PaceBook, pace: PaceName): Speed | undefined => {
  const resolved = book.paces.get(pace)
  return resolved && pointOf(resolved.speed)
}
