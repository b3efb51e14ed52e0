import {
  HARDNESS,
  SLOTS,
  WEEKDAYS,
  WORKOUT_KINDS,
  fail,
  ok,
  type PlacementAnswer,
  type PlacementProblem,
  type Result,
} from '@bell-lap/core'
import { z } from 'zod'
import type { Json } from './workout.ts'

const Minutes = z
  .number()
  .int()
  .min(0)
  .max(24 * 60)
const Clock = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'a clock time, 07:00')
const Day = z.enum(WEEKDAYS)
const Slot = z.enum(SLOTS)

/** One week to place, as `bell-lap place` reads it: minutes a slot, hours to the neighbours. */
const WeekFile = z.strictObject({
  days: z.array(
    z.strictObject({ day: Day, slots: z.strictObject({ am: Minutes.optional(), pm: Minutes.optional() }) }),
  ),
  sessions: z.array(
    z.strictObject({
      id: z.string().min(1),
      kind: z.enum(WORKOUT_KINDS).default('run'),
      hardness: z.enum(HARDNESS),
      minutes: Minutes,
      after_run: z.boolean().optional(),
      fixed: z.strictObject({ day: Day, slot: Slot }).optional(),
      wish: z.strictObject({ day: Day.optional(), slot: Slot.optional() }).optional(),
    }),
  ),
  start_times: z.strictObject({ am: Clock, pm: Clock }).default({ am: '07:00', pm: '18:00' }),
  before: z.array(z.strictObject({ hardness: z.enum(HARDNESS), ended_h_before_week: z.number().min(0) })).default([]),
  after: z.array(z.strictObject({ hardness: z.enum(HARDNESS), starts_h_after_week: z.number().min(0) })).default([]),
})

const minutesOf = (clock: string): number => {
  const [hours = '0', minutes = '0'] = clock.split(':')
  return Number(hours) * 60 + Number(minutes)
}

const slotsOf = ({
  am,
  pm,
}: {
  am?: number | undefined
  pm?: number | undefined
}): PlacementProblem['days'][number]['slots'] => ({
  ...(am === undefined ? {} : { am }),
  ...(pm === undefined ? {} : { pm }),
})

const sessionOf = (session: z.infer<typeof WeekFile>['sessions'][number]): PlacementProblem['sessions'][number] => {
  const { id, kind, hardness, minutes, after_run, fixed, wish } = session
  return {
    id,
    kind,
    hardness,
    minutes,
    ...(after_run ? { afterRun: true } : {}),
    ...(fixed ? { fixed } : {}),
    ...(wish ? { wish: { ...(wish.day ? { day: wish.day } : {}), ...(wish.slot ? { slot: wish.slot } : {}) } } : {}),
  }
}

/** Reads one week from parsed JSON, undefined where the text was none; the first thing that is wrong is told by its path. */
export const parseWeekJson = (value: unknown): Result<PlacementProblem, string> => {
  if (value === undefined) return fail('this is not JSON; an example of a week: bell-lap place --help')
  const parsed = WeekFile.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return fail(`${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not a week'}`)
  }
  const { days, sessions, start_times, before, after } = parsed.data
  return ok({
    days: days.map(({ day, slots }) => ({ day, slots: slotsOf(slots) })),
    sessions: sessions.map(sessionOf),
    startTimes: { am: minutesOf(start_times.am), pm: minutesOf(start_times.pm) },
    before: before.map((each) => ({ hardness: each.hardness, endedHoursBeforeWeek: each.ended_h_before_week })),
    after: after.map((each) => ({ hardness: each.hardness, startsHoursAfterWeek: each.starts_h_after_week })),
  })
}

/** The answer of placement as `bell-lap place --json` prints it. */
export const makePlacementJson = (answer: PlacementAnswer): Json => {
  if (answer.kind === 'placed') {
    const { placement, cost, proof, broken } = answer
    return { placement: Object.fromEntries(placement), cost, proof, broken }
  }
  const { clash, smallest, relax } = answer
  return {
    impossible: {
      clash,
      smallest,
      relax: relax.map((each) => ({
        relax: each.relax,
        cost: each.cost,
        placement: Object.fromEntries(each.placement),
      })),
    },
  }
}
