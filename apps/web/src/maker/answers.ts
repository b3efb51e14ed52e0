import { METRES_PER, RECIPE_WEEKS, type RecipeLevel, type RecipeRace, type Weekday } from '@bell-lap/core'
import type { LibraryView, PlanChoice, SeasonRequest } from '@bell-lap/server'
import { raceDayAfter, wholeWeeks } from './days.ts'
import { timeJson, typedTime } from './typed-time.ts'

/** What the five questions were answered, as typed; empty where the default stands. */
export interface Answers {
  readonly race: RecipeRace
  readonly raceDay: string
  readonly raceName: string
  readonly goal: string
  readonly markDistance: string
  readonly markTime: string
  readonly markDay: string
  readonly days: number
  readonly weekdayMinutes: string
  readonly weekendMinutes: string
  readonly doubles: boolean
  readonly longRunDay: Weekday
  readonly weekly: string
  readonly longest: string
  readonly gym: boolean
  /** A plan that was chosen; null lets the answers choose. */
  readonly plan: { readonly choice: PlanChoice; readonly name: string } | null
}

/** Metres of the races that a season may lead to. */
const RACE_METRES: { readonly [Race in RecipeRace]: number } = {
  '800': 800,
  '1500': 1500,
  mile: 1609.344,
  '3000': 3000,
  '5K': 5000,
  '10K': 10_000,
}
/** Distances of a result: those, and the half marathon. */
export const MARK_METRES = ['400', '800', '1500', '1609.344', '3000', '5000', '10000', '21097.5'] as const

const WEEKS = 12

const firstAnswers = (today: string): Answers => ({
  race: '5K',
  raceDay: raceDayAfter(today, WEEKS),
  raceName: '',
  goal: '',
  markDistance: '5000',
  markTime: '',
  markDay: '',
  days: 6,
  weekdayMinutes: '',
  weekendMinutes: '',
  doubles: false,
  longRunDay: 'Sun',
  weekly: '',
  longest: '',
  gym: true,
  plan: null,
})

const KEPT = 'season-answers'

/** The answers as they were left, over the first ones; a race day that has passed is asked anew. */
export const keptAnswers = (today: string): Answers => {
  try {
    const kept: Partial<Answers> = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
    const answers = { ...firstAnswers(today), ...kept }
    return answers.raceDay > today ? answers : { ...answers, raceDay: raceDayAfter(today, WEEKS) }
  } catch {
    return firstAnswers(today)
  }
}

export const keepAnswers = (answers: Partial<Answers>): void => {
  try {
    localStorage.setItem(KEPT, JSON.stringify(answers))
  } catch {
    // Storage is shut: the answers stand on the page all the same.
  }
}

/** The season is made: the next one starts from its own questions, the athlete's answers stay. */
export const forgetPlan = (answers: Answers): void => keepAnswers({ ...answers, plan: null })

/** Opens the maker with a plan chosen; what was answered before stays. */
export const beginWith = (choice: PlanChoice, name: string): void => {
  let kept: Partial<Answers> = {}
  try {
    kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
  } catch {
    // Nothing was kept.
  }
  keepAnswers({ ...kept, plan: { choice, name } })
}

/** What is wrong with an answer, by its field. */
export type Wrong = { readonly [Field in keyof Answers]?: 'time' | 'number' | 'day' | 'past' }

const amount = (text: string): number | undefined => {
  const value = Number(text.replace(',', '.'))
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 ? value : undefined
}

const unread = (text: string): boolean => text.trim() !== '' && amount(text) === undefined

export const wrongIn = (answers: Answers, today: string): Wrong => ({
  ...(answers.raceDay === ''
    ? { raceDay: 'day' as const }
    : answers.raceDay <= today
      ? { raceDay: 'past' as const }
      : {}),
  ...(answers.goal !== '' && typedTime(answers.goal, RACE_METRES[answers.race]) === undefined
    ? { goal: 'time' as const }
    : {}),
  ...(answers.markTime !== '' && typedTime(answers.markTime, Number(answers.markDistance)) === undefined
    ? { markTime: 'time' as const }
    : {}),
  ...(unread(answers.weekdayMinutes) ? { weekdayMinutes: 'number' as const } : {}),
  ...(unread(answers.weekendMinutes) ? { weekendMinutes: 'number' as const } : {}),
  ...(unread(answers.weekly) ? { weekly: 'number' as const } : {}),
  ...(unread(answers.longest) ? { longest: 'number' as const } : {}),
})

/** Kilometres a week from which on a recipe's level is meant. */
const LEVELS: readonly (readonly [number, RecipeLevel])[] = [
  [90, 'seasoned'],
  [55, 'advanced'],
  [30, 'intermediate'],
  [0, 'beginner'],
]
/** So much more than now may the first week of a ready plan be. */
const BEARABLE = 1.2

interface Around {
  readonly unit: 'km' | 'mi'
  /** Kilometres a week that the athlete is known to run. */
  readonly weeklyKm: number | undefined
  readonly today: string
  readonly library: LibraryView
}

/** The plan that fits the answers: a ready one of the library where its volume can be borne, else a recipe. */
const choosePlan = (answers: Answers, { unit, weeklyKm, today, library }: Around): PlanChoice => {
  if (answers.plan) return answers.plan.choice
  const typed = amount(answers.weekly)
  const known = typed === undefined ? weeklyKm : (typed * METRES_PER[unit]) / 1000
  const weekly = (known ?? 0) * 1000
  const ready = library.plans.find(
    ({ kept, race, distance_m }) =>
      kept === 'library' && race === answers.race && distance_m !== null && distance_m[0] <= weekly * BEARABLE,
  )
  if (ready) return { kind: 'plan', id: ready.id }
  const weeks = Math.min(RECIPE_WEEKS.most, Math.max(RECIPE_WEEKS.least, wholeWeeks(today, answers.raceDay)))
  const level = known === undefined ? 'intermediate' : (LEVELS.find(([from]) => known >= from)?.[1] ?? 'beginner')
  return { kind: 'recipe', race: answers.race, weeks, level }
}

/** What the settings know of the running now. */
export const weeklyOf = ({ weekly_km: weekly }: { readonly [field: string]: unknown }): number | undefined =>
  typeof weekly === 'number' ? weekly : undefined

const SHARED = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const
const WEEKEND = ['Sat', 'Sun'] as const

const availabilityOf = (answers: Answers): object => {
  const [weekday, weekend] = [amount(answers.weekdayMinutes), amount(answers.weekendMinutes)]
  if (weekday === undefined && weekend === undefined) return {}
  // Without doubles either half of the day will do: which one, the season decides.
  const slots = (minutes: number) => ({ am: minutes, pm: minutes })
  const days = [
    ...SHARED.map((day) => [day, slots(weekday ?? 90)] as const),
    ...WEEKEND.map((day) => [day, slots(weekend ?? 180)] as const),
  ]
  return { availability: Object.fromEntries(days) }
}

/** The athlete that is kept, with these answers over it. */
const athleteOf = (
  kept: { readonly [field: string]: unknown },
  answers: Answers,
  unit: 'km' | 'mi',
): { readonly [field: string]: unknown } => {
  const metres = Number(answers.markDistance)
  const time = typedTime(answers.markTime, metres)
  const goal = typedTime(answers.goal, RACE_METRES[answers.race])
  const kilometres = (text: string): number | undefined => {
    const value = amount(text)
    return value === undefined ? undefined : Math.round(value * METRES_PER[unit]) / 1000
  }
  const marks = Array.isArray(kept.marks) ? kept.marks : []
  const mark =
    time === undefined ? [] : [{ distance_m: metres, time: timeJson(time), ...given('day', answers.markDay) }]
  return {
    ...kept,
    unit,
    marks: [...mark, ...marks.filter((other) => !isOf(other, metres) || time === undefined)],
    days: answers.days,
    doubles: answers.doubles,
    long_run_day: answers.longRunDay,
    gym: answers.gym,
    ...given('weekly_km', kilometres(answers.weekly)),
    ...given('longest_run_km', kilometres(answers.longest)),
    ...(goal === undefined ? {} : { goal: { distance_m: RACE_METRES[answers.race], time: timeJson(goal) } }),
    ...availabilityOf(answers),
  }
}

const given = (key: string, value: unknown): object => (value === undefined || value === '' ? {} : { [key]: value })

/** A newer result over the same distance takes the place of the older. */
const isOf = (mark: unknown, metres: number): boolean =>
  typeof mark === 'object' && mark !== null && 'distance_m' in mark && mark.distance_m === metres

export const requestOf = (
  answers: Answers,
  kept: { readonly [field: string]: unknown },
  around: Around,
): SeasonRequest => ({
  plan: choosePlan(answers, around),
  athlete: athleteOf(kept, answers, around.unit),
  race_day: answers.raceDay,
  ...(answers.raceName.trim() === '' ? {} : { race_name: answers.raceName.trim() }),
})
