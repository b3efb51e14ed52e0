import type { Place, Plan } from '@bell-lap/core'
import { weeksOf } from '@bell-lap/core'
import type { Span } from '../reading.ts'

/** Where the lines of a plan stand: of the plan's name, of each phase and week, and of each session by week. */
export interface LineSpans {
  readonly plan: Span
  readonly phases: readonly Span[]
  readonly weeks: readonly Span[]
  readonly sessions: readonly (readonly Span[])[]
}

const daySpan = (plan: Plan, spans: LineSpans, place: Extract<Place, { kind: 'day' }>): Span | undefined => {
  const sessions = weeksOf(plan)[place.week]?.sessions ?? []
  const own = (spans.sessions[place.week] ?? []).filter((_, index) => sessions[index]?.day === place.day)
  const [first] = own
  const last = own.at(-1)
  return first && last && { from: first.from, to: last.to }
}

/** The stretch of text of a place: the line of a phase, week or session, the lines of a day, the name of the plan. */
export const makeSpanOf =
  (plan: Plan, spans: LineSpans) =>
  (place: Place): Span | undefined => {
    switch (place.kind) {
      case 'plan':
        return spans.plan
      case 'phase':
        return spans.phases[place.phase]
      case 'week':
        return spans.weeks[place.week]
      case 'day':
        return daySpan(plan, spans, place)
      case 'session':
        return spans.sessions[place.week]?.[place.session]
      default:
        return place satisfies never
    }
  }
