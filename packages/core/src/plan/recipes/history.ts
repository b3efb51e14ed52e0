import type { PaceName } from '../../pace/names.ts'
import type { Family } from '../../workout/family.ts'
import type { MeasuredForBoth, Runner } from './measure.ts'

/** A continuous tempo run, which the next one is measured against (R135). */
export interface LastTempo {
  readonly minutes: number
  readonly pace: PaceName
}

/** Hard running of a week that has been written. */
export interface PastWeek {
  readonly sessions: readonly MeasuredForBoth[]
  /** Metres of all running, and of the longest run. */
  readonly volume: number
  readonly longest: number
  /** Metres of a test, which counts as hard running but is no step of a progression. */
  readonly tested: number
}

/** What the weeks so far hold, oldest first: nothing grows but from here (R130, R147). */
export interface History {
  readonly weeks: readonly PastWeek[]
  readonly tempo: LastTempo | null
}

export const NO_HISTORY: History = { weeks: [], tempo: null }

/** Weeks that a session is compared with (the rules' own lookback). */
const SESSIONS = 4
/** Weeks that a week is compared with. */
const WEEKS = 3

/** Most metres that one session of the last four weeks holds in a family, a test at 5K effort included; 0 where none did. */
export const recentIn = ({ weeks }: History, family: Family, runner: Runner): number =>
  Math.max(
    0,
    ...weeks
      .slice(-SESSIONS)
      .flatMap(({ sessions, tested }) => [
        family === '5K' ? tested : 0,
        ...sessions.map((each) => each[runner].metres[family]),
      ]),
  )

const hardMetres = ({ sessions, tested }: PastWeek, runner: Runner): number =>
  sessions.reduce((sum, each) => sum + each[runner].hard, tested)

/** Most hard running that one of the last three weeks holds, in metres. */
export const recentHard = ({ weeks }: History, runner: Runner): number =>
  Math.max(0, ...weeks.slice(-WEEKS).map((week) => hardMetres(week, runner)))

/** Longest run of the last four weeks in metres; 0 where there is none. */
export const recentLongest = ({ weeks }: History): number =>
  Math.max(0, ...weeks.slice(-SESSIONS).map(({ longest }) => longest))

/** Most running that one of the last three weeks holds, in metres. */
export const recentVolume = ({ weeks }: History): number =>
  Math.max(0, ...weeks.slice(-WEEKS).map(({ volume }) => volume))

/** The history with one more week. */
export const remember = (history: History, week: PastWeek, tempo: LastTempo | null): History => ({
  weeks: [...history.weeks, week],
  tempo: tempo ?? history.tempo,
})
