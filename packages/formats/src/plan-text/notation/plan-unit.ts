import type { Amount, Extent, LongUnit, Part, Workout } from '@bell-lap/core'
import type { PlanDraft } from './plan-draft.ts'

const unitOf = (extent: Extent | null): LongUnit | undefined => {
  if (extent?.kind === 'time') return extent.or === undefined ? undefined : unitOf(extent.or)
  if (extent?.kind !== 'distance') return undefined
  return extent.unit === 'km' || extent.unit === 'mi' ? extent.unit : undefined
}

const unitOfPart = (part: Part): LongUnit | undefined => (part.kind === 'step' ? unitOf(part.extent) : undefined)

const unitOfWorkout = ({ total, steps }: Workout): LongUnit | undefined =>
  unitOf(total?.extent ?? null) ?? steps.map(unitOfPart).find((unit) => unit !== undefined)

/** The first of km and mi that the weeks of a plan are written in; `undefined` when they use neither. */
export const writtenUnit = ({ phases }: PlanDraft): LongUnit | undefined => {
  for (const week of phases.flatMap((phase) => phase.weeks)) {
    const stated: Amount | null = week.statedTotal
    const unit =
      unitOf(stated) ?? week.sessions.map(({ workout }) => unitOfWorkout(workout)).find((one) => one !== undefined)
    if (unit !== undefined) return unit
  }
  return undefined
}
