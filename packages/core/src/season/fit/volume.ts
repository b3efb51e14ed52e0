import { entryLevel } from '../../rules/entry/level.ts'
import { fitnessOf } from '../../pace/fitness.ts'
import { fiveKTime } from '../../pace/offsets.ts'
import { boundFor } from '../../rules/entry/level.ts'
import type { Athlete } from '../../athlete/athlete.ts'
import type { Plan } from '../../plan/plan.ts'
import { isRunning } from '../../schedule/of-plan.ts'
import type { Schedule, ScheduledWeek } from '../../schedule/schedule.ts'
import { kilometres, metres } from '../../units/distance.ts'
import type { Distance } from '../../units/quantity.ts'
import type { Decision } from '../season.ts'
import { lengthText, percentText } from '../../rules/say.ts'
import type { ChosenWeek } from './weeks.ts'

/** How far a week may go. */
export interface WeekTarget {
  readonly distance: Distance
  /** Share of what the plan has for the week; 1 leaves it as written. */
  readonly factor: number
}

/** Growth against the highest of the last four weeks (defaults: a note above a tenth). */
const GROWTH = 1.1
const LEAST_STEP = kilometres(3)
const LOOKBACK = 4
/**
 * What holds for months: each week of the season adds three per cent of the present volume, a kilometre at least, so
 * that twelve weeks end a third above where they began (R146, R149; the figure is convention).
 */
const SUSTAINED = 0.03
const LEAST_SUSTAINED = kilometres(1)
/** Nobody can plan from less than this: whoever runs less starts here. */
const LEAST_START = kilometres(10)
/** A base week eases off (R148; the advanced 5K plan takes a quarter off). */
const BASE_DELOAD = 0.75
const DELOAD_EVERY = 4
/** So many base weeks in a row are ended by one that eases off. */
const LEAST_BLOCK = 3
/** First week of a plan against the recent mean, where nothing is known of it. */
const USUAL_START = 0.85
/** A step down by the author is one from here on. */
const STEP_DOWN = 0.98
/** Nearer than this to the plan a week is as written. */
export const NEARLY = 0.97
/** So many times the plan's biggest week is far more than it asks for. */
const FAR_MORE = 1.25
/** Below this share of the plan it is told that the plan is too big. */
const TOO_BIG = 0.75

/** Metres of running that a week of the plan is known to hold; runs without any length are left out. */
export const plannedMetres = ({ sessions }: ScheduledWeek): number =>
  sessions
    .filter(({ workout }) => isRunning(workout))
    .reduce((sum, { estimate }) => sum + (Number.isFinite(estimate.distance ?? 0) ? (estimate.distance ?? 0) : 0), 0)

interface Frame {
  readonly weeks: readonly ChosenWeek[]
  readonly schedule: Schedule
  /** Running of a usual week lately; null where nobody says. */
  readonly recent: number | null
  /** Share of the plan for somebody who is out longer for the same distance (R5). */
  readonly onFeet: number
}

export interface Volume {
  readonly targets: readonly WeekTarget[]
  readonly decisions: readonly Decision[]
}

/**
 * Distance of each week: the plan's own, as far as it can be reached from the athlete's recent mean. Where the author
 * steps down, the fitted week steps down by as much. Without a recent mean the plan stays as written.
 */
export const volumeOf = (weeks: readonly ChosenWeek[], schedule: Schedule, athlete: Athlete): Volume => {
  const recent = athlete.weekly === undefined ? null : Math.max(athlete.weekly, LEAST_START)
  const frame: Frame = { weeks, schedule, recent, onFeet: recent === null ? timeOnFeet(schedule.plan, athlete) : 1 }
  const targets: WeekTarget[] = []
  for (const [index, week] of weeks.entries()) {
    targets.push(week.source ? planTarget(frame, index, week.source, targets) : baseTarget(frame, index, targets))
  }
  return { targets, decisions: decisionsOf(frame, targets, athlete) }
}

/** Highest of the last four weeks and the recent mean with a step above it, and what may be sustained. */
const capOf = ({ recent }: Frame, before: readonly WeekTarget[]): number => {
  if (recent === null) return Infinity
  const last = before.slice(-LOOKBACK).map(({ distance }) => distance)
  const highest = Math.max(...last, ...(before.length < LOOKBACK ? [recent] : []))
  const sustained = recent + Math.max(recent * SUSTAINED, LEAST_SUSTAINED) * (before.length + 1)
  return Math.min(Math.max(highest * GROWTH, highest + LEAST_STEP), sustained)
}

/** After weeks that were lost a week may hold so much more than the highest of the four before it (defaults: a warning above). */
const RETURN = 1.2
const RETURN_STEP = kilometres(1.5)
/** After four weeks without any running a week begins at so much of the usual one (convention). */
const AFTER_NOTHING = 0.5

/**
 * Most metres of a week after what was really run in the weeks before it. Metres run so far, week by week; null marks a
 * week that the season only has a part of, for which its target counts.
 */
export const reachAfter = (
  run: readonly (number | null)[],
  targets: readonly WeekTarget[],
  weekly: number | undefined,
): number => {
  const from = Math.max(0, run.length - LOOKBACK)
  const known = run.slice(from).map((metresRun, index) => metresRun ?? targets[from + index]?.distance ?? 0)
  if (run.length < LOOKBACK) known.push(weekly === undefined ? 0 : Math.max(weekly, LEAST_START))
  const highest = Math.max(...known)
  if (highest > 0 && isGap(run.at(-1), highest)) return highest * AFTER_GAP
  if (highest > 0) return Math.max(highest * RETURN, highest + RETURN_STEP)
  return run.length === 0 ? Infinity : (weekly ?? LEAST_START) * AFTER_NOTHING
}

/** A week off begins again at so much of the highest of the four before it (convention: as a week that eases off). */
const AFTER_GAP = 0.8
/** Less than this share of the highest is as good as a week off. */
const GAP = 0.25

const isGap = (last: number | null | undefined, highest: number): boolean =>
  last !== null && last !== undefined && last < highest * GAP

/** Weeks that a week is compared with, to see whether it eases off (R38, R148). */
const EASED_LOOKBACK = 3
/** Below this share of the highest of them it is meant to. */
const EASED = 0.9

/**
 * Most metres of a week that is meant to ease off, after what was really run before it: it keeps its share of that.
 * Infinity for other weeks. A plan's week is compared with the plan's, an added one with those that were added.
 */
export const easedAfter = (
  run: readonly (number | null)[],
  targets: readonly WeekTarget[],
  weeks: readonly ChosenWeek[],
): number => {
  const index = run.length
  const alike = weeks.findIndex(({ source }) => (source === null) === (weeks[index]?.source === null))
  const from = Math.max(0, alike, index - EASED_LOOKBACK)
  if (from >= index) return Infinity
  const meant = Math.max(0, ...targets.slice(from, index).map(({ distance }) => distance))
  const share = (targets[index]?.distance ?? 0) / meant
  if (!(share < EASED)) return Infinity
  const held = Math.max(...run.slice(from).map((metresRun, at) => metresRun ?? targets[from + at]?.distance ?? 0))
  return held > 0 ? share * held : Infinity
}

/** Whether the plan's week is made smaller at all. */
export const isScaled = ({ factor }: WeekTarget): boolean => factor < NEARLY

export const withinReach = (target: WeekTarget, most: number): WeekTarget =>
  target.distance <= most ? target : { distance: metres(most), factor: (target.factor * most) / target.distance }

const planTarget = (frame: Frame, index: number, source: ScheduledWeek, before: readonly WeekTarget[]): WeekTarget => {
  const planned = plannedMetres(source)
  if (planned === 0) return { distance: metres(0), factor: 1 }
  const share = Math.min(frame.onFeet, shareBefore(frame, index, source, before))
  const distance = Math.min(planned * share, capOf(frame, before))
  return { distance: metres(distance), factor: distance / planned }
}

/** The share of the week before where the author steps down from it; 1 where the author does not. */
const shareBefore = (
  { weeks, schedule, recent }: Frame,
  index: number,
  source: ScheduledWeek,
  before: readonly WeekTarget[],
): number => {
  const previous = weeks[index - 1]?.source ?? null
  if (previous === source) return before[index - 1]?.factor ?? 1
  const own = plannedMetres(source)
  if (previous) return own < plannedMetres(previous) * STEP_DOWN ? (before[index - 1]?.factor ?? 1) : 1
  const written = schedule.weeks[source.index - 1]
  const full = written ? plannedMetres(written) : 0
  return recent !== null && own < full * STEP_DOWN ? Math.min(1, recent / full) : 1
}

/** Base weeks hold the recent mean or climb evenly towards the plan's first week; every fourth one eases off. */
const baseTarget = (frame: Frame, index: number, before: readonly WeekTarget[]): WeekTarget => {
  const { weeks, recent } = frame
  if (!weeks.some(({ source }) => source && plannedMetres(source) > 0)) return { distance: metres(0), factor: 1 }
  const count = weeks.findIndex(({ source }) => source !== null)
  const source = weeks[count]?.source
  const first = (source ? plannedMetres(source) : 0) * frame.onFeet
  const from = recent ?? first * USUAL_START
  const wanted = from >= first ? from : from + ((first - from) * (index + 1)) / (count + 1)
  const left = count - index
  const eases = count >= LEAST_BLOCK && (left - 1) % DELOAD_EVERY === 0 && index >= 2
  const full = Math.min(wanted, Math.max(capOf(frame, before), from))
  return { distance: metres(eases ? full * BASE_DELOAD : full), factor: 1 }
}

/** Who is slower than the plan's readers is out longer for the same distance: scaled, the time stays (R5). */
const timeOnFeet = (plan: Plan, athlete: Athlete): number => {
  const fitness = plan.follows.includes('000') ? fitnessOf(athlete.marks) : undefined
  if (!fitness?.ok) return 1
  const { men, women } = entryLevel.parameters
  return Math.min(1, boundFor(athlete, men.value, women.value) / fiveKTime(fitness.value))
}

const decisionsOf = (frame: Frame, targets: readonly WeekTarget[], athlete: Athlete): readonly Decision[] => {
  const first = frame.weeks.find(({ source }) => source !== null)?.source
  const wants = first ? plannedMetres(first) : 0
  const unit = athlete.unit ?? frame.schedule.plan.unit
  if (athlete.weekly === undefined) return unknownVolume(frame)
  const now = lengthText(athlete.weekly, unit)
  const most = Math.max(0, ...frame.weeks.flatMap(({ source }) => (source ? [plannedMetres(source)] : [])))
  if (most === 0) return []
  const scaled = targets.flatMap(({ factor, distance }, index) =>
    factor < NEARLY ? [{ factor, distance, index }] : [],
  )
  if (scaled.length === 0) {
    return [
      {
        about: 'volume',
        what: 'weekly distances as written',
        rule: 'C4',
        because:
          athlete.weekly > most * FAR_MORE
            ? `you run ${now} a week and the biggest week of the plan has ${lengthText(most, unit)}: it asks for harder running and less of it; to keep your distance take a plan that is written for it`
            : athlete.weekly > wants / NEARLY
              ? `you run ${now} a week, and the plan begins with ${lengthText(wants, unit)}: it asks for harder running, not for more of it`
              : `you run ${now} a week, and the plan grows from there by steps that legs can follow`,
      },
    ]
  }
  const smallest = Math.min(...scaled.map(({ factor }) => factor))
  const tooBig: Decision = {
    about: 'volume',
    what: `this plan is too big for you now: it is scaled, down to ${percentText(smallest)} of it`,
    rule: 'C4',
    because: `its first week has ${lengthText(wants, unit)} and you run ${now}; about ${weeksToReach(athlete.weekly, wants)} weeks of patient building would get you to that week as written`,
  }
  return [
    ...(smallest < TOO_BIG ? [tooBig] : []),
    ...scaled.map(({ factor, distance, index }): Decision => ({
      about: 'volume',
      week: index + 1,
      rule: 'R149',
      what: `${lengthText(distance, unit)}, ${percentText(factor)} of the plan's week`,
      because: `from your ${now} a week it grows by three per cent of that a week, never more than a tenth above the highest of the four weeks before, and steps down where the plan does`,
    })),
  ]
}

const unknownVolume = ({ onFeet }: Frame): readonly Decision[] => [
  {
    about: 'assumption',
    what: onFeet < 1 ? `weekly distances at ${percentText(onFeet)} of the plan` : 'weekly distances as written',
    because:
      onFeet < 1
        ? 'the recent weekly distance is not stated; at your 5K the plan as written would take longer than its author meant: give weekly_km, and it is fitted to that'
        : 'the recent weekly distance is not stated: give weekly_km, and the plan is fitted to it',
    rule: 'C4',
  },
]

/** Share of the first week that a usual week should have (C4: 45 of 51 mi). */
const ENOUGH = 0.88

const weeksToReach = (recent: number, wanted: number): number => {
  const from = Math.max(recent, LEAST_START)
  return Math.max(1, Math.ceil((wanted * ENOUGH - from) / Math.max(from * SUSTAINED, LEAST_SUSTAINED)))
}
