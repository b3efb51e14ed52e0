import fc, { type Arbitrary } from 'fast-check'
import type { Athlete, Availability } from '../../packages/core/src/athlete/athlete.ts'
import { addDays, makeDay, type Day } from '../../packages/core/src/calendar/day.ts'
import { SLOTS, WEEKDAYS, type Weekday } from '../../packages/core/src/calendar/week.ts'
import { kilometres, metres } from '../../packages/core/src/units/distance.ts'
import type { Distance } from '../../packages/core/src/units/quantity.ts'
import { minutes, seconds } from '../../packages/core/src/units/duration.ts'

/** Without the fields that are undefined: what nobody states is left out. */
const compact = <Value extends object>(value: { readonly [Key in keyof Value]: Value[Key] | undefined }): Value =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Value

const maybe = <Value>(arbitrary: Arbitrary<Value>): Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 })

const slotMinutes = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 30, 45, 60, 75, 90, 120, 150, 180) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 240 }) },
)

const availability: Arbitrary<Availability> = fc
  .array(fc.tuple(fc.constantFrom(...WEEKDAYS), slotMinutes, slotMinutes), { minLength: 1, maxLength: 9 })
  .map((days) => {
    const open: { [Day in Weekday]?: Availability[Day] } = {}
    for (const [day, am, pm] of days) {
      open[day] = { ...(am > 0 ? { am: minutes(am) } : {}), ...(pm > 0 ? { pm: minutes(pm) } : {}) }
    }
    return open
  })
  .filter((open) => WEEKDAYS.some((day) => SLOTS.some((slot) => (open[day]?.[slot] ?? 0) > 0)))

/** Times as people run them: a 5K from 13:00 to 40:00, other distances by a plain exponent and a little luck. */
const marks: Arbitrary<Athlete['marks']> = fc
  .record({
    fiveK: fc.integer({ min: 780, max: 2400 }),
    others: fc.array(
      fc.tuple(fc.constantFrom(800, 1500, 1609, 3000, 5000, 10_000, 21_097), fc.integer({ min: 97, max: 103 })),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    kind: fc.constantFrom('race', 'test', 'best', undefined),
  })
  .map(({ fiveK, others, kind }) =>
    others.map(([distance, luck]) => ({
      distance: metres(distance),
      time: seconds(Math.round((fiveK * (distance / 5000) ** 1.06 * luck) / 100)),
      ...(kind ? { kind } : {}),
    })),
  )

const openings = fc.array(
  fc.record({
    day: fc.constantFrom(...WEEKDAYS),
    from: fc.constantFrom(6 * 60, 12 * 60, 17 * 60, 18 * 60, 19 * 60),
    length: fc.constantFrom(60, 90, 120, 180),
  }),
  { minLength: 1, maxLength: 4 },
)

const daysIn = (today: Day, weeks: number): Arbitrary<Day> =>
  fc.integer({ min: 0, max: Math.max(0, weeks * 7 - 1) }).map((days) => addDays(today, days))

/** A day of the calendar that no race of the season stands on. */
const freeDays = (today: Day, weeks: number, taken: readonly string[]): Arbitrary<readonly string[]> =>
  fc
    .array(daysIn(today, weeks), { maxLength: 8 })
    .map((days) => [...new Set(days.map(makeDay))].filter((day) => !taken.includes(day)))

/** What is asked for: an athlete without a contradiction in what they wish, and the season that they want. */
export interface Asked {
  readonly athlete: Athlete
  readonly today: Day
  readonly raceDay: Day
}

export const askedArbitrary = (monday: Day): Arbitrary<Asked> =>
  fc
    .record({
      weeks: fc.integer({ min: 1, max: 22 }),
      begin: fc.integer({ min: 0, max: 6 }),
      end: fc.integer({ min: 0, max: 6 }),
    })
    .map(({ weeks, begin, end }) => {
      const raceDay = addDays(monday, (weeks - 1) * 7 + end)
      return { today: addDays(monday, weeks === 1 ? Math.min(begin, end) : begin), raceDay, weeks }
    })
    .chain(({ today, raceDay, weeks }) =>
      races(today, raceDay, weeks).map((entered) => ({ today, raceDay, weeks, entered })),
    )
    .chain(({ today, raceDay, weeks, entered }) =>
      freeDays(today, weeks, [makeDay(raceDay), ...entered.map(({ day }) => day)]).chain((blackout) =>
        athlete(today, weeks).map((own) => ({
          today,
          raceDay,
          athlete: {
            ...own,
            ...(entered.length > 0 ? { races: entered } : {}),
            ...(blackout.length > 0 ? { blackout } : {}),
          },
        })),
      ),
    )

const races = (today: Day, raceDay: Day, weeks: number): Arbitrary<NonNullable<Athlete['races']>> =>
  fc
    .array(
      fc.record({
        day: daysIn(today, weeks),
        distance: fc.constantFrom(800, 1500, 3000, 5000, 10_000).map(metres),
        priority: fc.constantFrom('B', 'C'),
      }),
      { maxLength: 2 },
    )
    .map((entered) => {
      const days = new Set<Day>([raceDay])
      return entered.flatMap(({ day, ...race }) => {
        if (days.has(day)) return []
        days.add(day)
        return [{ ...race, day: makeDay(day) }]
      })
    })

const athlete = (today: Day, weeks: number): Arbitrary<Athlete> =>
  fc
    .record({
      marks: fc.oneof({ weight: 9, arbitrary: marks }, { weight: 1, arbitrary: fc.constant([]) }),
      sex: maybe(fc.constantFrom('female', 'male')),
      unit: maybe(fc.constantFrom('km', 'mi')),
      weekly: maybe(fc.integer({ min: 0, max: 160 }).map(kilometres)),
      longestRun: maybe(fc.integer({ min: 3, max: 35 }).map(kilometres)),
      days: maybe(fc.integer({ min: 1, max: 7 })),
      availability: maybe(availability),
      longRunDay: maybe(fc.constantFrom(...WEEKDAYS)),
      doubles: maybe(fc.boolean()),
      gym: maybe(fc.boolean()),
      track: maybe(openings),
      yearsRunning: maybe(fc.integer({ min: 0, max: 20 })),
      runDaysRecent: maybe(fc.integer({ min: 0, max: 7 })),
      startTimes: maybe(
        fc.record({
          am: fc.constantFrom(5 * 60, 6 * 60 + 30, 8 * 60, 10 * 60),
          pm: fc.constantFrom(12 * 60, 16 * 60, 17 * 60 + 30, 20 * 60),
        }),
      ),
      goal: maybe(fc.integer({ min: 780, max: 1800 }).map((time) => ({ distance: metres(5000), time: seconds(time) }))),
      surfaces: maybe(fc.subarray(['track', 'grass', 'road', 'trail', 'treadmill'] as const, { minLength: 1 })),
      travel: maybe(
        fc
          .tuple(daysIn(today, weeks), fc.integer({ min: 0, max: 10 }), maybe(fc.boolean()), maybe(fc.boolean()))
          .map(([from, length, gym, track]) => [
            compact<NonNullable<Athlete['travel']>[number]>({
              from: makeDay(from),
              to: makeDay(addDays(from, length)),
              zone: 'Europe/Madrid',
              gym,
              track,
            }),
          ]),
      ),
      zone: maybe(fc.constantFrom('Europe/Berlin', 'America/Denver', 'Australia/Lord_Howe')),
    })
    .map(({ track, longRunDay, ...rest }) =>
      compact<Athlete>({
        ...rest,
        longRunDay: isOpen(rest.availability, longRunDay) ? longRunDay : undefined,
        longestRun: rest.longestRun && longestOf(rest.longestRun, rest.weekly),
        resources: track && { track: track.map(({ day, from, length }) => ({ day, from, to: from + length })) },
      }),
    )

/** Nobody runs a week in runs of an eighth of it and less. */
const longestOf = (longest: Distance, weekly: Distance | undefined): Distance =>
  metres(Math.max(longest, Math.ceil((weekly ?? 0) / 8000) * 1000))

const isOpen = (open: Availability | undefined, day: Weekday | undefined): boolean =>
  open === undefined || (day !== undefined && SLOTS.some((slot) => (open[day]?.[slot] ?? 0) > 0))
