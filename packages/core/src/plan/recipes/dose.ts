import type { Family } from '../../workout/family.ts'
import { recentHard, recentIn, recentVolume } from './history.ts'
import type { KeyKind, KeyWork, Setting } from './key-work.ts'
import { measureForBoth, type Measured, type MeasuredForBoth, type Runner } from './measure.ts'

/** Families that a cap bounds: mile pace and faster share one. */
const CAPPED = ['threshold', '5K', 'repetition'] as const
type Capped = (typeof CAPPED)[number]

/** Most work of one session as a share of the week, and in metres (Daniels: T 10 %, I 8 % and 10 km, R 5 % and 8 km). */
const CAPS: { readonly [C in Capped]: { readonly share: number; readonly most: number } } = {
  threshold: { share: 0.1, most: Infinity },
  '5K': { share: 0.08, most: 10_000 },
  repetition: { share: 0.05, most: 8000 },
}
/** Sets up to this size are never too much, however short the week: 6 x 400 m (convention). */
const ALWAYS = 2400

/** From one session to the next so much more is a step, in share and in metres (R130: 20 to 30 %). */
const GROWTH = { share: 1.3, metres: 950 }
const GROWING = ['threshold', '5K', 'mile', '800'] as const satisfies readonly Family[]

/** Share of the dose that the plan begins with; the rest comes in weeks of intensity. */
const FIRST_DOSE = 0.72

/** Less is hardly a session: ten minutes of threshold, 6 x 400 m (convention; metres, within what is never too much). */
const LEAST_DOSE: { readonly [C in Capped]: number } = { threshold: 2380, '5K': 2400, repetition: 1600 }

/** A second hard day that has to stay clear of a key session holds at most this much of one. */
const LIGHT_SHARE = 0.9

/** A week that eases off has at most this share of the hard running before it (R148). */
const EASED_HARD = 0.85

/** What a session may hold at most. */
export interface Bounds {
  /** Metres from the first repetition to the last. */
  readonly length: number
  /** The week eases off: less hard running than before it, the test included. */
  readonly easing?: boolean
  /** Clear of a key session, for the slowest runner too. */
  readonly light?: boolean
  /** Share of the usual dose: 1 unless the week eases off or sharpens. */
  readonly ease?: number
}

const RUNNERS = ['fastest', 'slowest'] as const satisfies readonly Runner[]

const cappedBy = (family: Family): Capped => (family === 'threshold' || family === '5K' ? family : 'repetition')

const metresOf = ({ metres }: Measured, capped: Capped): number =>
  capped === 'repetition' ? metres.mile + metres['800'] : metres[capped]

/** Weeks that ease off are short on purpose: the weeks before tell what the runner is used to. */
const capOf = (capped: Capped, { volume, history }: Setting): number => {
  const { share, most } = CAPS[capped]
  return Math.min(most, Math.max(ALWAYS, share * Math.max(volume, recentVolume(history))))
}

/** Metres of its main family that a session aims at. */
const wantedOf = ({ main, share = 1 }: KeyKind, setting: Setting, ease: number): number => {
  const { brief, week } = setting
  const progress = FIRST_DOSE + (1 - FIRST_DOSE) * week.intensity
  const capped = cappedBy(main)
  return Math.max(LEAST_DOSE[capped], capOf(capped, setting) * brief.level.dose * progress) * share * ease
}

const grows = (work: MeasuredForBoth, { history }: Setting): boolean =>
  RUNNERS.some((runner) =>
    GROWING.some((family) => {
      const recent = recentIn(history, family, runner)
      return recent > 0 && work[runner].metres[family] > Math.max(recent * GROWTH.share, recent + GROWTH.metres)
    }),
  )

/** More hard running than an easing week has room for beside its test. */
const overloads = (work: MeasuredForBoth, { history, brief }: Setting): boolean =>
  RUNNERS.some((runner) => work[runner].hard + brief.test > recentHard(history, runner) * EASED_HARD)

interface Question {
  readonly kind: KeyKind
  readonly setting: Setting
  readonly bounds: Bounds
}

const isDosed = ({ fastest }: MeasuredForBoth, { kind, setting, bounds }: Question): boolean => {
  const wanted = kind.main === 'sprint' ? Infinity : wantedOf(kind, setting, bounds.ease ?? 1)
  return (
    metresOf(fastest, cappedBy(kind.main)) <= wanted &&
    CAPPED.every((capped) => metresOf(fastest, capped) <= capOf(capped, setting))
  )
}

const fits = (work: KeyWork, question: Question): boolean => {
  const { setting, bounds } = question
  const both = measureForBoth(work.parts, setting.runners)
  if (both.fastest.length > bounds.length) return false
  if (bounds.light && both.slowest.share > LIGHT_SHARE) return false
  if (bounds.easing && overloads(both, setting)) return false
  return isDosed(both, question) && !grows(both, setting)
}

/** The largest size of a session that the week, the weeks before it and the level allow; undefined where none fits. */
export const chooseIfAny = (kind: KeyKind, setting: Setting, bounds: Bounds): KeyWork | undefined =>
  kind.sizes(setting).find((work) => fits(work, { kind, setting, bounds }))

/** The same, else the smallest size there is. */
export const choose = (kind: KeyKind, setting: Setting, bounds: Bounds): KeyWork => {
  const chosen = chooseIfAny(kind, setting, bounds) ?? kind.sizes(setting).at(-1)
  if (!chosen) throw new Error('A kind of session has no size at all.')
  return chosen
}
