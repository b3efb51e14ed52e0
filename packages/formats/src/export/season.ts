import {
  makeDay,
  MOST_BOUTS,
  weekdayOf,
  type Change,
  type Ledger,
  type PrescribedPart,
  type Season,
} from '@bell-lap/core'
import { makeSessionsCsv, makeStepsCsv } from '../csv/make.ts'
import { makeFitWorkout } from '../fit/make-workout.ts'
import type { Instant } from '../fit/recorded.ts'
import { watchWorkouts } from '../fit/session-workout.ts'
import { makeSeasonPage, makeWeekPage, weekPageName } from '../html/make.ts'
import { makeSeasonCalendar } from '../ics/season.ts'
import { makeIcuWorkout } from '../icu/make.ts'
import { makeZwoWorkout } from '../zwo/make.ts'
import { CAPS, MOST_PARTS } from './caps.ts'
import { hashOf, seasonIdOf } from './identity.ts'
import { lossesOf } from './loss.ts'
import { runStepsOf, withCue } from './parts.ts'
import { prepareSeason, type PreparedSeason, type PreparedSession } from './prepared.ts'
import { fateOf, type Exported, type ExportFile, type ExportReport, type Fate, type SessionReport } from './report.ts'
import type { ExportTarget } from './targets.ts'

export interface ExportOptions {
  /** Instant of the export: `2026-12-21T08:00:00Z`. Watches and calendars tell newer from older by it. */
  readonly made: string
  /** Tells this season from others; from plan, athlete and race when left out. */
  readonly seasonId?: string
  /** All changes of the season so far, in order, for the sequence of each calendar entry and for cancelled ones. */
  readonly changes?: readonly Change[]
  /**
   * The ledger of the season that is exported (`replay(base, ledger)`), in the place of `changes`: in a calendar each
   * acceptance and each undoing raises the sequence of its session, and sessions that it dropped are cancelled.
   */
  readonly ledger?: Ledger
  /** Sequence at which the calendar entries of this season begin: above those of a season that it takes the place of. */
  readonly firstSequence?: number
  readonly allDay?: boolean
  readonly weekBanner?: boolean
}

/** Targets that are made here; `json` is the season's own file, `pdf` the printable page through a browser. */
export type MadeTarget = Exclude<ExportTarget, 'json' | 'pdf'>

/**
 * A season as the files of a target, with what became of each session. Pure: the same season and options give the same
 * files. Every session is in the report, exported or refused.
 */
export const exportSeason = (season: Season, target: MadeTarget, options: ExportOptions): Exported => {
  const prepared = prepareSeason(season)
  switch (target) {
    case 'fit':
      return eachSession(prepared, target, (session) => fitFiles(session, prepared, options))
    case 'icu':
      return eachSession(prepared, target, (session) => icuFiles(session, season))
    case 'zwo':
      return eachSession(prepared, target, zwoFiles)
    case 'ics':
      return whole(prepared, target, [{ name: 'season.ics', content: makeSeasonCalendar(prepared, options) }])
    case 'csv':
      return whole(prepared, target, [
        { name: 'sessions.csv', content: makeSessionsCsv(prepared.sessions) },
        { name: 'steps.csv', content: makeStepsCsv(prepared.sessions) },
      ])
    case 'html':
      return whole(prepared, target, [
        { name: 'season.html', content: makeSeasonPage(prepared) },
        ...season.weeks.map((week) => ({ name: weekPageName(week), content: makeWeekPage(week, prepared) })),
      ])
    default:
      return target satisfies never
  }
}

interface SessionFiles {
  readonly files: readonly ExportFile[]
  readonly fate: Fate
}

const reportOf = (prepared: PreparedSession, { files, fate }: SessionFiles): SessionReport => ({
  id: prepared.session.id,
  day: makeDay(prepared.session.day),
  slot: prepared.session.slot,
  title: prepared.title,
  fate,
  files: files.map(({ name }) => name),
})

const refuse = (because: string, change: string): SessionFiles => ({
  files: [],
  fate: { kind: 'refused', because, change },
})

/** A file or more for each session; what has no steps, or more than anybody runs, has none. */
const eachSession = (
  prepared: PreparedSeason,
  target: MadeTarget,
  make: (session: PreparedSession) => SessionFiles,
): Exported => {
  const made = prepared.sessions.map((session) => ({ session, result: refusalOf(session) ?? make(session) }))
  return {
    files: made.flatMap(({ result }) => result.files),
    report: {
      target,
      caps: CAPS[target],
      sessions: made.map(({ session, result }) => reportOf(session, result)),
      notes: prepared.notes,
    },
  }
}

const refusalOf = ({ session, prescription }: PreparedSession): SessionFiles | undefined => {
  if (prescription.parts.length === 0) {
    return session.workout.kind === 'rest'
      ? refuse('A day of rest has no steps.', 'Nothing to do.')
      : refuse('The session has no steps.', 'Say in the plan what it is made of.')
  }
  if (runStepsOf(prescription.parts) <= MOST_BOUTS) return undefined
  return refuse(`Written out it has more than ${MOST_BOUTS} steps.`, 'Look for a count that is not meant.')
}

/** All sessions in the same files, each as the plan has it. */
const whole = (prepared: PreparedSeason, target: MadeTarget, files: readonly ExportFile[]): Exported => ({
  files,
  report: wholeReport(prepared, target, files),
})

const wholeReport = (prepared: PreparedSeason, target: ExportTarget, files: readonly ExportFile[]): ExportReport => {
  const exact: SessionFiles = { files: files.slice(0, 1), fate: { kind: 'exact' } }
  return {
    target,
    caps: CAPS[target],
    sessions: prepared.sessions.map((session) => reportOf(session, exact)),
    notes: prepared.notes,
  }
}

/** `W5 Tue 8mi with 5 x 1000m @T, jog 200m`: found on a watch by week and day; strength work by its kind. */
const watchName = ({ week, session, title }: PreparedSession): string => {
  const { kind, steps } = session.workout
  const what = steps.length > 0 && steps.every((part) => part.kind === 'exercise') ? kind : title
  return `W${week.number} ${weekdayOf(session.day)} ${what}`
}

/** The bouts with the session's cue on the first of them. */
const partsOf = ({ session, prescription }: PreparedSession): readonly PrescribedPart[] =>
  withCue(prescription.parts, session.cue ?? session.workout.cue)

const fitFiles = (session: PreparedSession, { season }: PreparedSeason, options: ExportOptions): SessionFiles => {
  const { prescription, unit, stem } = session
  const { kind } = session.session.workout
  const { workouts, losses } = watchWorkouts({ name: watchName(session), kind, parts: partsOf(session), unit })
  if (workouts.length > MOST_PARTS)
    return refuse(`It would take ${workouts.length} workouts on a watch.`, 'Look for a count that is not meant.')
  const files: ExportFile[] = []
  for (const [index, workout] of workouts.entries()) {
    const suffix = workouts.length > 1 ? `-part-${index + 1}` : ''
    const made = makeFitWorkout(workout, {
      created: createdOf(options.made),
      serial: serialOf(`${options.seasonId ?? seasonIdOf(season)}/${session.session.id}/${index}`),
    })
    if (!made.ok) return refuse(made.fault.message, 'Look at that step in the plan.')
    files.push({ name: `${stem}${suffix}.fit`, content: made.value })
  }
  return { files, fate: fateOf([...lossesOf(prescription), ...losses]) }
}

const createdOf = (made: string): Instant => {
  // Instants of recordings are milliseconds since 1970; nothing but this conversion makes one here.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Temporal.Instant.from(made).epochMilliseconds as Instant
}

/** A watch tells workouts apart by it; 0 and the largest number mean none. */
const serialOf = (text: string): number => (hashOf(text) % 0xfffffffd) + 1

const icuFiles = (session: PreparedSession, { athlete }: Season): SessionFiles => {
  const { prescription, unit, stem } = session
  const { text, losses } = makeIcuWorkout({ parts: partsOf(session), unit, athlete })
  return {
    files: [{ name: `${stem}.txt`, content: text }],
    fate: fateOf([...lossesOf(prescription), ...losses]),
  }
}

const zwoFiles = (prepared: PreparedSession): SessionFiles => {
  const { prescription, stem, title, session, book } = prepared
  const made = makeZwoWorkout({
    name: watchName(prepared),
    description: title,
    kind: session.workout.kind,
    parts: partsOf(prepared),
    book,
  })
  if (made.kind === 'refused') return { files: [], fate: made }
  return {
    files: [{ name: `${stem}.zwo`, content: made.text }],
    fate: fateOf([...lossesOf(prescription), ...made.losses]),
  }
}

/** The report of a target that holds the season as it is: its own file, or the printed page. */
export const wholeSeasonReport = (season: Season, target: 'json' | 'pdf', files: readonly ExportFile[]): ExportReport =>
  wholeReport(prepareSeason(season), target, files)
