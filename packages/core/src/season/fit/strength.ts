import type { Athlete } from '../../athlete/athlete.ts'
import { addDays, type Day } from '../../calendar/day.ts'
import { WEEKDAYS } from '../../calendar/week.ts'
import type { Schedule } from '../../schedule/schedule.ts'
import { isRaceWeek, isRecoveryWeek, isTaperWeek, specificWeeks } from '../../schedule/training-weeks.ts'
import { atHome, type StrengthDay } from '../../strength/days.ts'
import { strengthWeeks, type StrengthWeek } from '../../strength/phases.ts'
import { dayIn } from '../../strength/progression.ts'
import { hardnessOfStrength, minutesOfStrength } from '../../strength/session.ts'
import { minutes } from '../../units/duration.ts'
import type { Workout } from '../../workout/workout.ts'
import { PLACEMENT_RULES, type PlacementRule } from '../place/rules.ts'
import type { Decision, SeasonWeek } from '../season.ts'
import type { SessionDraft } from './draft.ts'
import { racesIn, type FixedRace } from './races.ts'
import { travelOn } from './room.ts'
import type { WeekTarget } from './volume.ts'
import type { ChosenWeek } from './weeks.ts'

const isAuthored = ({ sessions }: Schedule): boolean =>
  sessions.some(
    ({ workout: { kind, also, steps } }) =>
      kind === 'strength' ||
      kind === 'plyometrics' ||
      kind === 'mixed' ||
      also?.includes('strength') === true ||
      steps.some((part) => part.kind === 'other' && part.activity === 'strength'),
  )

/** The strength weeks that go with the chosen weeks; none of ours where the plan's author wrote strength themselves. */
export const strengthFor = (
  schedule: Schedule,
  weeks: readonly ChosenWeek[],
  targets: readonly WeekTarget[],
): readonly StrengthWeek[] | null => {
  if (isAuthored(schedule)) return null
  const specific = new Set(specificWeeks(schedule).map(({ index }) => index))
  return strengthWeeks(
    weeks.map(({ source, kind }, index) => ({
      deload: source ? isRecoveryWeek(schedule, source) : easesOff(targets, index),
      race:
        index === weeks.length - 1 ||
        kind === 'taper' ||
        (source !== null && (isRaceWeek(source) || isTaperWeek(source))),
      specific: source !== null && specific.has(source.index),
    })),
  )
}

/** A base week of clearly less than the one before it. */
const easesOff = (targets: readonly WeekTarget[], index: number): boolean => {
  const [before, now] = [targets[index - 1]?.distance, targets[index]?.distance]
  return before !== undefined && now !== undefined && now < before * 0.9
}

/** Whether the athlete is away from any gym on a day of the week. */
const isWithoutGym = (athlete: Athlete, monday: Day): boolean =>
  athlete.gym === false || WEEKDAYS.some((_, index) => travelOn(athlete, addDays(monday, index))?.gym === false)

/** Strength sessions of one week, at home where there is no gym. In the week of a tune-up race nothing of it is heavy. */
export const strengthDrafts = (
  week: ChosenWeek,
  strength: StrengthWeek,
  athlete: Athlete,
  races: readonly FixedRace[],
): readonly SessionDraft[] =>
  strength.days
    .map((day) => draftOf(week, dayIn(isWithoutGym(athlete, week.monday) ? atHome(day) : day, strength)))
    .filter(({ hardness }) => races.length === 0 || hardness !== 'heavy-strength')

/** Weeks that are added count back from the plan's first, so that one that comes nearer keeps its name. */
const weekName = ({ source, before }: ChosenWeek): string =>
  before === 0 && source ? `w${source.index + 1}` : `${source ? 'r' : 'b'}${before}`

const draftOf = (week: ChosenWeek, day: StrengthDay): SessionDraft => {
  const workout: Workout = {
    kind: day.kind,
    total: null,
    remainder: null,
    alternatives: [],
    steps: [
      {
        kind: 'step',
        role: 'drills',
        extent: { kind: 'time', duration: day.warmup.duration, unit: 'min' },
        target: null,
        cue: day.warmup.cue,
      },
      ...day.exercises,
    ],
  }
  return {
    id: `${weekName(week)}-${day.name}`,
    origin: { kind: 'added', because: 'strength' },
    workout,
    exercises: day.exercises,
    hardness: day.kind === 'mobility' ? 'mobility' : hardnessOfStrength(day.kind, day.exercises),
    pillars: [],
    distance: null,
    duration: minutes(Math.ceil(minutesOfStrength(day.exercises) + day.warmup.duration / 60)),
    wish: { slot: 'pm' },
    afterRun: true,
    why: day.why,
    cue: day.cue,
  }
}

/** Weeks at the start of a block in which heavy work is new, and the hours that it then needs (science 12: 48 h unaccustomed). */
const NEW_WEEKS = 2
const NEW_HOURS = 48

const isBuilding = ({ stage }: StrengthWeek): boolean => stage === 'heavy' || stage === 'introduce'

/** Easy days count from race day: a key session so many days later may come at any hour of its day. */
const HALF_A_DAY = 12

/** The rules of placement with the hours that heavy work needs in this week, and those that its races leave in the legs. */
export const rulesFor = (
  monday: Day,
  strength: StrengthWeek | undefined,
  races: readonly FixedRace[],
): readonly PlacementRule[] => {
  const isNew =
    strength !== undefined && (strength.before < NEW_WEEKS || (isBuilding(strength) && strength.since < NEW_WEEKS))
  const felt = races.filter(({ day, easyDays }) => day < addDays(monday, WEEKDAYS.length) && day + easyDays >= monday)
  const recovery = Math.max(0, ...felt.map(({ easyDays }) => easyDays * 24 - HALF_A_DAY))
  return PLACEMENT_RULES.map((rule) => {
    if (rule.kind !== 'hours') return rule
    if (rule.id === 'heavy-before-key' && isNew) return { ...rule, underHours: NEW_HOURS }
    return rule.id === 'race-recovery' ? { ...rule, underHours: recovery } : rule
  })
}

/** What was decided about strength, told once. */
export const strengthDecisions = (
  strength: readonly StrengthWeek[] | null,
  weeks: readonly ChosenWeek[],
  { athlete, races }: { readonly athlete: Athlete; readonly races: readonly FixedRace[] },
): readonly Decision[] => {
  if (strength === null) {
    return [{ about: 'strength', rule: 'R91', what: 'strength as the plan has it', because: 'its author wrote it' }]
  }
  return [
    ...stageDecisions(strength),
    ...gymDecisions(athlete),
    ...travelDecisions(strength, weeks, athlete),
    ...raceDecisions(strength, weeks, races),
  ]
}

const raceDecisions = (
  strength: readonly StrengthWeek[],
  weeks: readonly ChosenWeek[],
  races: readonly FixedRace[],
): readonly Decision[] =>
  weeks.flatMap(({ monday, number }, index): readonly Decision[] =>
    racesIn(races, monday).length > 0 && (strength[index]?.days.length ?? 0) > 0
      ? [
          {
            about: 'strength',
            week: number,
            rule: 'R112',
            what: 'no heavy strength',
            because: 'a race is in that week: freshness before it, easy days after it',
          },
        ]
      : [],
  )

const stageDecisions = (strength: readonly StrengthWeek[]): readonly Decision[] => {
  const count = (stage: StrengthWeek['stage']): number => strength.filter((week) => week.stage === stage).length
  const stages = [
    ...(count('introduce') > 0 ? [`${weeksText(count('introduce'))} to learn the lifts`] : []),
    ...(count('heavy') > 0 ? [`${weeksText(count('heavy'))} heavy`] : []),
    ...(count('maintain') > 0 ? [`${weeksText(count('maintain'))} that hold it with one session`] : []),
  ]
  if (stages.length === 0) {
    return [
      {
        about: 'strength',
        rule: 'R112',
        what: 'no strength',
        because: 'the race is so near that lifting could only cost freshness',
      },
    ]
  }
  const missing: Decision[] =
    count('heavy') < LEAST_HEAVY && count('maintain') > 0
      ? [
          {
            about: 'strength',
            rule: 'R106',
            what: `${weeksText(count('heavy'))} of heavy work instead of six to eight`,
            because:
              'the race-specific block begins that soon; who has not lifted before leaves the squats out and keeps the rest',
          },
        ]
      : []
  return [
    {
      about: 'strength',
      what: `strength: ${stages.join(', ')}, none in race week`,
      rule: 'R106',
      because: 'heavy work belongs before the race-specific block, freshness after it (R91 gives way, C11)',
    },
    {
      about: 'strength',
      what: 'heavy days 36 h or more before key sessions, 48 h in the first two weeks',
      rule: 'R105',
      because: 'what is new stays in the legs for two days; never less than 24 h, and 96 h before a race (R112)',
    },
    ...missing,
  ]
}

const LEAST_HEAVY = 6

const weeksText = (count: number): string => `${count} ${count === 1 ? 'week' : 'weeks'}`

const gymDecisions = ({ gym }: Athlete): readonly Decision[] => {
  if (gym === true) return []
  return gym === false
    ? [
        {
          about: 'strength',
          rule: 'R91',
          what: 'strength at home',
          because: 'there is no gym: a loaded rucksack and one leg stand in for the bar',
        },
      ]
    : [
        {
          about: 'assumption',
          rule: 'R91',
          what: 'strength with a gym',
          because: 'whether there is one is not stated: gym: false gives the home variants',
        },
      ]
}

const travelDecisions = (
  strength: readonly StrengthWeek[],
  weeks: readonly ChosenWeek[],
  athlete: Athlete,
): readonly Decision[] =>
  athlete.gym === false
    ? []
    : weeks.flatMap(({ monday, number }, index): readonly Decision[] =>
        isWithoutGym(athlete, monday) && (strength[index]?.days.length ?? 0) > 0
          ? [
              {
                about: 'strength',
                week: number,
                rule: 'R91',
                what: 'strength without a gym',
                because: 'you travel to where there is none: the home variants stand in',
              },
            ]
          : [],
      )

/** Where so few of the weeks that should have strength have it, the season says so, and what would help. */
const ENOUGH_WEEKS = 0.75

/** Told once where days and minutes leave strength no place in too many weeks. */
export const strengthWithoutPlace = (
  strength: readonly StrengthWeek[] | null,
  weeks: readonly SeasonWeek[],
): readonly Decision[] => {
  const meant = weeks.filter((_, index) => (strength?.[index]?.days.length ?? 0) > 0)
  const held = meant.filter(({ sessions }) => sessions.some(({ workout }) => workout.kind === 'strength'))
  if (held.length >= meant.length * ENOUGH_WEEKS) return []
  return [
    {
      about: 'strength',
      rule: 'R91',
      what: `strength has a place in ${held.length} of ${weeksText(meant.length)}`,
      because:
        'running fills the days and minutes that you give: half an hour more on a day of easy running or of none would hold it',
    },
  ]
}
