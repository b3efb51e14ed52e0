import { amountIn, metres, METRES_PER } from '../../units/distance.ts'
import { roomFor } from './amounts.ts'
import { choose, chooseIfAny, type Bounds } from './dose.ts'
import type { LastTempo } from './history.ts'
import type { KeyKind, KeyWork, Setting } from './key-work.ts'
import { measureForBoth, type MeasuredForBoth } from './measure.ts'
import { hardDaysOf, type HardDay } from './menus.ts'
import { keyRun, stridesRun, testRun, type WrittenRun } from './runs.ts'
import { raceTouch } from './sessions/race-pace.ts'
import { TEMPO, tempoOf } from './sessions/tempo.ts'

/** A hard day's run before its length is known. */
export interface HardRun {
  /** Least length that holds the work, in the plan's unit. */
  readonly least: number
  /** The length is the session's own: a test. */
  readonly fixed?: true
  readonly write: (amount: number) => WrittenRun
  readonly measured: MeasuredForBoth | null
  readonly tempo: LastTempo | null
  /** Metres of a test. */
  readonly tested: number
  readonly aim: string
}

export interface HardDays {
  readonly first: HardRun
  readonly second: HardRun
}

const metresFor = (amount: number, { brief }: Setting): number => amount * METRES_PER[brief.unit]

const hardRun = (setting: Setting, kind: KeyKind, work: KeyWork): HardRun => {
  const { brief } = setting
  const measured = measureForBoth(work.parts, setting.runners)
  return {
    least: roomFor(metres(measured.fastest.length), brief) + brief.around,
    write: (amount) => keyRun(brief, work, amount),
    measured,
    tempo: tempoOf(work),
    tested: 0,
    aim: kind.aim,
  }
}

/** Strides stand in where a week has no room for more. */
const onlyStrides = ({ brief }: Setting, times: number): HardRun => ({
  least: 0,
  write: (amount) => stridesRun(brief, amount, times),
  measured: null,
  tempo: null,
  tested: 0,
  aim: '',
})

const test = ({ brief }: Setting): HardRun => ({
  least: amountIn(metres(brief.test), brief.unit) + brief.around,
  fixed: true,
  write: () => testRun(brief),
  measured: null,
  tempo: null,
  tested: brief.test,
  aim: '',
})

/** A week that eases off takes so much of the usual dose, and so does the week that sharpens (R148, R42). */
const EASED = 0.5
const SHARPENED = 0.6

/** Number of strides where they are all that a hard day has. */
const STRIDES = 6

/** In a week that eases off the first hard day is short, where there is room for it beside the test. */
const easedRun = (setting: Setting, length: number): HardRun => {
  const { brief, week } = setting
  const kind = week.phase === 'specific' ? raceTouch(brief.race.race) : TEMPO
  const bounds: Bounds = { length, easing: true, ease: EASED, light: true }
  const work = brief.level.keys === 1 && week.phase === 'base' ? undefined : chooseIfAny(kind, setting, bounds)
  return work ? { ...hardRun(setting, kind, work), tempo: null } : onlyStrides(setting, STRIDES)
}

/** The hard days of a week; `room` is the longest that one of them may be, in the plan's unit. */
export const hardDays = (setting: Setting, room: number): HardDays => {
  const length = metresFor(room - setting.brief.around, setting)
  if (setting.week.focus === 'absorb') return { first: easedRun(setting, length), second: test(setting) }
  const ease = setting.week.focus === 'sharpen' ? SHARPENED : 1
  const days = hardDaysOf(setting.week, setting.brief)
  const run = ({ kind, light }: HardDay): HardRun =>
    hardRun(setting, kind, choose(kind, setting, { length, light, ease }))
  return { first: run(days.first), second: run(days.second) }
}
