import type {
  Annotated,
  Margin,
  NamedSession,
  PaceDefinition,
  PaceModelName,
  LongUnit,
  Phase,
  Plan,
  PlanRace,
  Session,
  Week,
} from '@bell-lap/core'
import type { Span } from '../reading.ts'
import { annotationsOf, type Remarks } from './margins.ts'
import type { LineSpans } from './places.ts'

/** An element whose notes and allows are still being gathered. */
type Gathering<Element extends Annotated> = Omit<Element, keyof Annotated> & {
  readonly remarks: Remarks
  readonly margin: Margin | undefined
}

export interface WeekDraft extends Pick<Week, 'number' | 'kind' | 'statedTotal'> {
  readonly remarks: Remarks
  readonly margin: Margin | undefined
  objective: string | null
  objectiveMargin?: Margin
  readonly sessions: Gathering<Session>[]
  readonly span: Span
  readonly spans: Span[]
}

export interface PhaseDraft extends Pick<Phase, 'name'> {
  readonly remarks: Remarks
  readonly margin: Margin | undefined
  readonly weeks: WeekDraft[]
  readonly span: Span
}

export interface BlockDraft extends Omit<Gathering<NamedSession>, 'lines'> {
  readonly lines: NamedSession['lines'][number][]
}

/** A header line that is written once at most. */
export interface Once<Value> {
  readonly value: Value
  readonly margin: Margin | undefined
}

/** A plan while its lines are read: what each line said, not yet put together. */
export interface PlanDraft {
  name: Once<string | null> | undefined
  span: Span
  units: Once<LongUnit> | undefined
  paces: Once<PaceModelName> | undefined
  follows: Once<readonly string[]> | undefined
  readonly remarks: Remarks
  readonly races: Gathering<PlanRace>[]
  readonly definitions: Gathering<PaceDefinition>[]
  readonly library: BlockDraft[]
  readonly phases: PhaseDraft[]
}

export const emptyDraft = (): PlanDraft => ({
  name: undefined,
  span: { from: 0, to: 0 },
  units: undefined,
  paces: undefined,
  follows: undefined,
  remarks: {},
  races: [],
  definitions: [],
  library: [],
  phases: [],
})

const finish = <Fields extends object>({
  remarks,
  margin,
  ...fields
}: Fields & { readonly remarks: Remarks; readonly margin: Margin | undefined }) => ({
  ...fields,
  ...annotationsOf(remarks, margin),
})

const finishWeek = ({ span: _span, spans: _spans, sessions, ...week }: WeekDraft): Week => ({
  ...finish(week),
  sessions: sessions.map(finish),
})

const finishPhase = ({ span: _span, weeks, ...phase }: PhaseDraft): Phase => ({
  ...finish(phase),
  weeks: weeks.map(finishWeek),
})

const lineMargins = ({ units, paces, follows }: PlanDraft): Pick<Plan, 'lineMargins'> => {
  const margins = {
    ...(units?.margin === undefined ? {} : { units: units.margin }),
    ...(paces?.margin === undefined ? {} : { paces: paces.margin }),
    ...(follows?.margin === undefined ? {} : { follows: follows.margin }),
  }
  return Object.keys(margins).length === 0 ? {} : { lineMargins: margins }
}

/** The plan that the lines make. `unit`: what the plan's distances are in where no line states it. */
export const finishPlan = (draft: PlanDraft, closing: readonly string[], unit: LongUnit): Plan => ({
  name: draft.name?.value ?? null,
  races: draft.races.map(finish),
  unit: draft.units?.value ?? unit,
  paces: draft.paces?.value ?? null,
  definitions: draft.definitions.map(finish),
  follows: draft.follows?.value ?? [],
  library: draft.library.map(finish),
  phases: draft.phases.map(finishPhase),
  ...annotationsOf(draft.remarks, draft.name?.margin),
  ...lineMargins(draft),
  ...(closing.length === 0 ? {} : { closing }),
})

export const spansOf = ({ phases, span }: PlanDraft): LineSpans => {
  const weeks = phases.flatMap((phase) => phase.weeks)
  return {
    plan: span,
    phases: phases.map((phase) => phase.span),
    weeks: weeks.map((week) => week.span),
    sessions: weeks.map((week) => week.spans),
  }
}
