import {
  PACE_MODELS,
  PACE_NAMES,
  SLOTS,
  WEEK_KINDS,
  WEEKDAYS,
  type Allow,
  type Annotated,
  type Distance,
  type Margin,
  type NamedSession,
  type PaceDefinition,
  type Phase,
  type Plan,
  type PlanRace,
  type Session,
  type Week,
} from '@bell-lap/core'
import fc, { type Arbitrary } from 'fast-check'
import { raceDistance } from './race-name.ts'
import { amountArbitrary, compact, nameable, quotable } from './length.arbitrary.ts'
import { raceDetailArbitrary, workoutArbitrary } from './workout.arbitrary.ts'
import { LIBRARY_KINDS } from './words.ts'

/**
 * Every plan in its normal form: workouts as workout.arbitrary.ts says, and
 *
 * - a comment is one line, with no space at its end; a margin that is there says something; lists that are there are not
 *   empty; margins of notes stand only where one of them says something;
 * - a clock time says its half of the day: `slot` is am before noon, pm after;
 * - a race that is named by its distance has that distance;
 * - the low end of a pace definition is not above the high one;
 * - `paces` and `follows` have comments only where they are stated.
 */
export const planArbitrary = (): Arbitrary<Plan> => plan.map((value) => structuredClone(value))

const maybe = <Value>(arbitrary: Arbitrary<Value>): Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 1 })

const comment: Arbitrary<string> = fc
  .oneof(quotable, fc.constantFrom('R141', ' two spaces', '', '# twice', 'it is "quoted'))
  .map((text) => text.replaceAll(/[\n\r]/g, '').trimEnd())

const margin: Arbitrary<Margin | undefined> = fc
  .record({ before: maybe(fc.array(comment, { minLength: 1, maxLength: 2 })), after: maybe(comment) })
  .map((value) => (value.before === undefined && value.after === undefined ? undefined : compact<Margin>(value)))

const text = fc.oneof(quotable, nameable)

const allow: Arbitrary<Allow> = fc
  .record({ rule: fc.oneof(fc.constantFrom('R104', 'hard-days', 'easy-share'), text), reason: quotable, margin })
  .map((value) => compact<Allow>(value))

const annotated: Arbitrary<Annotated> = fc
  .record({
    allows: maybe(fc.array(allow, { minLength: 1, maxLength: 2 })),
    notes: maybe(fc.array(fc.tuple(quotable, margin), { minLength: 1, maxLength: 2 })),
    margin,
  })
  .map(({ notes, ...rest }) =>
    compact<Annotated>({
      ...rest,
      notes: notes?.map(([note]) => note),
      noteMargins: notes?.some(([, own]) => own !== undefined) ? notes.map(([, own]) => own ?? {}) : undefined,
    }),
  )

/** An element with what every element may carry. */
const annotate = <Element extends Annotated>(fields: Arbitrary<Omit<Element, keyof Annotated>>) =>
  fc.tuple(fields, annotated).map(([own, remarks]) => ({ ...own, ...remarks }) as Element)

const race: Arbitrary<PlanRace> = annotate<PlanRace>(
  fc
    .record({
      name: fc.oneof(fc.constantFrom('5K', '1500m', '1500', 'mile', 'hm', 'marathon', '10K', '3.1mi'), text),
      metres: fc.integer({ min: 1, max: 100000 }),
      detail: raceDetailArbitrary,
    })
    .map(({ name, metres, detail }) =>
      compact<Omit<PlanRace, keyof Annotated>>({ distance: raceDistance(name) ?? (metres as Distance), name, detail }),
    ),
)

const definition: Arbitrary<PaceDefinition> = annotate<PaceDefinition>(
  fc
    .record({
      pace: fc.constantFrom(...PACE_NAMES),
      base: fc.constantFrom(...PACE_NAMES),
      one: fc.integer({ min: -120, max: 120 }),
      other: fc.integer({ min: -120, max: 120 }),
      per: fc.constantFrom('km', 'mi'),
    })
    .map(({ one, other, ...rest }) => ({ ...rest, from: Math.min(one, other), to: Math.max(one, other) })),
)

const block: Arbitrary<NamedSession> = annotate<NamedSession>(
  fc
    .record({
      kind: fc.constantFrom(...LIBRARY_KINDS),
      name: nameable,
      total: fc.option(amountArbitrary),
      cue: maybe(quotable),
      lines: fc.array(fc.tuple(workoutArbitrary(), margin), { maxLength: 3 }),
    })
    .map(({ lines, ...rest }) =>
      compact<Omit<NamedSession, keyof Annotated>>({
        ...rest,
        lines: lines.map(([workout, own]) => ({ workout, ...(own === undefined ? {} : { margin: own }) })),
      }),
    ),
)

const when: Arbitrary<Pick<Session, 'slot' | 'clock'>> = fc.oneof(
  fc.option(fc.constantFrom(...SLOTS)).map((slot) => ({ slot })),
  fc.integer({ min: 0, max: 1439 }).map((clock) => ({ slot: clock < 720 ? ('am' as const) : ('pm' as const), clock })),
)

const session: Arbitrary<Session> = annotate<Session>(
  fc
    .record({ day: fc.constantFrom(...WEEKDAYS, 'any' as const), when, workout: workoutArbitrary() })
    .map(({ when: time, ...rest }) => ({ ...rest, ...time })),
)

const week: Arbitrary<Week> = annotate<Week>(
  fc
    .record({
      number: fc.integer({ min: 1, max: 60 }),
      kind: fc.option(fc.constantFrom(...WEEK_KINDS)),
      statedTotal: fc.option(amountArbitrary),
      objective: fc.option(fc.tuple(quotable, margin)),
      sessions: fc.array(session, { maxLength: 3 }),
    })
    .map(({ objective, ...rest }) =>
      compact<Omit<Week, keyof Annotated>>({
        ...rest,
        objective: objective?.[0] ?? null,
        objectiveMargin: objective?.[1],
      }),
    ),
)

const phase: Arbitrary<Phase> = annotate<Phase>(
  fc.record({ name: fc.option(text), weeks: fc.array(week, { maxLength: 2 }) }),
)

const plan: Arbitrary<Plan> = annotate<Plan>(
  fc
    .record({
      name: fc.option(text),
      races: fc.array(race, { maxLength: 2 }),
      unit: fc.constantFrom('km', 'mi'),
      paces: fc.option(fc.constantFrom(...PACE_MODELS)),
      definitions: fc.array(definition, { maxLength: 2 }),
      follows: fc.array(fc.oneof(fc.constantFrom('000', '001'), text), { maxLength: 2 }),
      library: fc.array(block, { maxLength: 2 }),
      phases: fc.array(phase, { maxLength: 3 }),
      margins: fc.record({ units: margin, paces: margin, follows: margin }),
      closing: maybe(fc.array(comment, { minLength: 1, maxLength: 2 })),
    })
    .map(({ margins, ...rest }) => {
      const lineMargins = compact<NonNullable<Plan['lineMargins']>>({
        units: margins.units,
        paces: rest.paces === null ? undefined : margins.paces,
        follows: rest.follows.length === 0 ? undefined : margins.follows,
      })
      return compact<Omit<Plan, keyof Annotated>>({
        ...rest,
        lineMargins: Object.keys(lineMargins).length === 0 ? undefined : lineMargins,
      })
    }),
)
