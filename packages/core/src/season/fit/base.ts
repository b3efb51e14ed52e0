import { WEEKDAYS, weekdayIndex, type Weekday } from '../../calendar/week.ts'
import type { Athlete } from '../../athlete/athlete.ts'
import { longRunShare } from '../../rules/volume/long-run-share.ts'
import { singleRun } from '../../rules/volume/single-run.ts'
import { isRunning } from '../../schedule/of-plan.ts'
import type { Schedule, ScheduledSession } from '../../schedule/schedule.ts'
import { kilometres, metres, type LongUnit } from '../../units/distance.ts'
import { seconds } from '../../units/duration.ts'
import type { Duration } from '../../units/quantity.ts'
import type { Workout } from '../../workout/workout.ts'
import { draftOfPlan, isLong, redraft, worthOf, type SessionDraft } from './draft.ts'
import { easyRun, easyRunWith, halves, sixStrides } from './easy-run.ts'
import { pacingOf, type Pacing } from './pacing.ts'
import type { ChosenWeek } from './weeks.ts'

/** The long run of an easy week, as a share of it: below what any week may have (convention). */
const LONG_SHARE = 0.25
const LONG_SHARE_OF_FIVE = 0.28
const SHORTEST = kilometres(3)
/** A run in the middle of the week is a little longer, the one before the long run a little shorter (convention). */
const LONGER = 1.25
const SHORTER = 0.8

/** How the plan's first week is laid out: what a base week follows, so that the weekdays stay the same. */
export interface WeekPattern {
  readonly longRunDay: Weekday
  /** Weekdays, those that the plan needs most first. */
  readonly days: readonly Weekday[]
  /** Metres of the long run of its first week. */
  readonly firstLongRun: number
}

/** The athlete's long-run day, else the plan's; and the weekdays in the order in which the plan would give them up. */
export const patternOf = (schedule: Schedule, athlete: Athlete, open: readonly Weekday[]): WeekPattern => {
  const pacing = pacingOf(schedule)
  const first = schedule.weeks[0]?.sessions.filter(({ workout }) => isRunning(workout)) ?? []
  const longRunDay = longRunDayOf(schedule, athlete, open)
  const worth = (day: Weekday): number => {
    if (day === longRunDay) return Infinity
    const there = first.filter(({ source }) => source.day === day)
    return Math.max(-1, ...there.map((session) => worthOf(draftOfPlan(session, day, pacing), pacing)))
  }
  const days = open.toSorted((a, b) =>
    worth(a) === worth(b) ? weekdayIndex(a) - weekdayIndex(b) : worth(b) - worth(a),
  )
  const [week] = schedule.weeks
  return { longRunDay, days, firstLongRun: (week && longestRun(week.sessions)?.estimate.distance) ?? Infinity }
}

/** The athlete's own, else where the plan mostly has it, else the last day of the week that is open. */
const longRunDayOf = ({ weeks }: Schedule, { longRunDay }: Athlete, open: readonly Weekday[]): Weekday => {
  if (longRunDay !== undefined && open.includes(longRunDay)) return longRunDay
  const counts = new Map<Weekday, number>()
  for (const { sessions } of weeks) {
    const day = longestRun(sessions)?.source.day
    if (day !== undefined && day !== 'any' && open.includes(day)) counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || weekdayIndex(b[0]) - weekdayIndex(a[0]))
  return most?.[0] ?? (open.includes('Sun') ? 'Sun' : (open.at(-1) ?? 'Sun'))
}

/** Mean seconds of the easy runs that a plan has on each weekday. */
export const usualEasyTimes = ({ weeks }: Schedule): ReadonlyMap<Weekday, Duration> => {
  const times = new Map<Weekday, readonly number[]>()
  for (const { source, hardness, estimate } of weeks.flatMap(({ sessions }) => sessions)) {
    if (hardness !== 'easy' || source.day === 'any' || estimate.duration === null) continue
    times.set(source.day, [...(times.get(source.day) ?? []), estimate.duration])
  }
  return new Map([...times].map(([day, all]) => [day, seconds(all.reduce((sum, each) => sum + each, 0) / all.length)]))
}

const longestRun = (sessions: readonly ScheduledSession[]): ScheduledSession | undefined => {
  const runs = sessions.filter(({ workout, hardness }) => isRunning(workout) && hardness !== 'race')
  const called = runs.find(({ hardness }) => hardness === 'long')
  const length = (session: ScheduledSession): number => session.estimate.distance ?? 0
  return (
    called ??
    runs.reduce<ScheduledSession | undefined>(
      (longest, run) => (longest && length(longest) >= length(run) ? longest : run),
      undefined,
    )
  )
}

export interface BaseRequest {
  readonly week: ChosenWeek
  /** Metres of the week. */
  readonly distance: number
  readonly pattern: WeekPattern
  /** Running days of the week. */
  readonly days: number
  /** Longest run of the last 30 days in metres; null where nothing is known. */
  readonly longest: number | null
  readonly unit: LongUnit
  readonly pacing: Pacing
}

/** A week of easy running with one long run and strides on two days (R120, R124), on the plan's own weekdays. */
export const baseRuns = (request: BaseRequest): readonly SessionDraft[] => {
  const { distance, pattern, unit } = request
  if (!(distance > 0)) return []
  const most = longestRunIn(request)
  const days = daysOf(request)
  const share = days.length > 5 ? LONG_SHARE : shareOfFew(days.length)
  const long = Math.min(distance * share, most)
  const others = days.filter((day) => day !== pattern.longRunDay)
  const weights = others.map((day) => weightOf(day, others, pattern.longRunDay))
  const one = (distance - long) / weights.reduce((sum, weight) => sum + weight, 0)
  const strided = new Set([others[1], others.at(-1)])
  const easy = others.map((day, index) => {
    const extent = halves(Math.min(most, one * (weights[index] ?? 1)), unit)
    return draftOf(request, day, strided.has(day) ? easyRunWith(extent, [sixStrides]) : easyRun(extent))
  })
  return [...easy, { ...draftOf(request, pattern.longRunDay, easyRun(halves(long, unit), 'long')), hardness: 'long' }]
}

/** What the athlete is used to; a step beyond it only towards the long run that the plan begins with. */
const longestRunIn = ({ longest, pattern }: BaseRequest): number => {
  if (longest === null) return pattern.firstLongRun
  const { warning, leastMetres } = singleRun.parameters
  const step = Math.max(longest * warning.value, longest + leastMetres.value)
  return Math.max(longest, Math.min(step, pattern.firstLongRun))
}

const shareOfFew = (days: number): number => {
  const { four, three } = longRunShare.parameters
  if (days === 5) return LONG_SHARE_OF_FIVE
  if (days === 4) return four.value - 0.03
  return days === 3 ? three.value - 0.03 : days === 2 ? 0.55 : 1
}

/** As many days as there are, none of them with a run of under 3 km; in the order of the week. */
const daysOf = ({ distance, pattern, days }: BaseRequest): readonly Weekday[] => {
  const worthwhile = Math.max(1, Math.floor(distance / SHORTEST))
  const chosen = pattern.days.slice(0, Math.min(days, worthwhile))
  return chosen.toSorted((a, b) => weekdayIndex(a) - weekdayIndex(b))
}

const weightOf = (day: Weekday, others: readonly Weekday[], longRunDay: Weekday): number => {
  if (others.length < 3) return 1
  if ((weekdayIndex(day) + 1) % WEEKDAYS.length === weekdayIndex(longRunDay)) return SHORTER
  return day === others[Math.floor((others.length - 1) / 2)] ? LONGER : 1
}

/** The id counts weeks back from the plan's first: a week that comes nearer keeps it. */
const draftOf = ({ week, pacing }: BaseRequest, day: Weekday, workout: Workout): SessionDraft => ({
  ...addedRun(`b${week.before}-${weekdayIndex(day) + 1}`, day, workout, pacing),
  origin: { kind: 'added', because: 'base week' },
  why: isLongRun(workout) ? ['R120', 'R14'] : workout.total ? ['R120', 'R124'] : ['R120'],
})

const isLongRun = ({ steps }: Workout): boolean => steps.some((part) => part.kind === 'step' && part.role === 'long')

/** An easy run that the plan does not have. */
const addedRun = (id: string, day: Weekday, workout: Workout, pacing: Pacing): SessionDraft =>
  redraft(
    {
      id,
      origin: { kind: 'added', because: 'easy running' },
      workout,
      exercises: [],
      hardness: 'easy',
      pillars: ['base'],
      distance: null,
      duration: null,
      wish: { day },
      why: [],
    },
    workout,
    pacing,
  )

/** Every third of the empty days before a taper stays empty. */
const BRIDGE_REST = 3
const USUAL_EASY = kilometres(6)

/** Easy running on the days between the last full week and the taper, where the race lies early in its week. */
export const bridgeRuns = (
  week: ChosenWeek,
  runs: readonly SessionDraft[],
  unit: LongUnit,
  pacing: Pacing,
): readonly SessionDraft[] => {
  const easy = runs.filter((draft) => draft.hardness === 'easy' && draft.distance !== null && !isLong(draft))
  const lengths = easy.map(({ distance }) => distance ?? 0).toSorted((a, b) => a - b)
  const usual = metres(lengths[Math.floor(lengths.length / 2)] ?? USUAL_EASY)
  return WEEKDAYS.slice(0, week.bridge)
    .filter((_, index) => (index + 1) % BRIDGE_REST !== 0)
    .map((day) => ({
      ...addedRun(`t${weekdayIndex(day) + 1}`, day, easyRun(halves(usual, unit)), pacing),
      origin: { kind: 'added', because: 'easy days before the taper' } as const,
      why: ['R42'],
    }))
}
