import type { PaceName } from '../../../pace/names.ts'
import type { LastTempo } from '../history.ts'
import { downFrom, type KeyKind, type KeyWork, type Setting } from '../key-work.ts'
import { at, bout, jog, min, s, sets, surging, tempo } from '../parts.ts'
import { afterTired } from './kick.ts'

/** Lengths of a tempo run that coaches write, in minutes. */
const LENGTHS = [40, 36, 32, 30, 28, 26, 24, 22, 20, 18, 16, 15, 14, 12, 10, 8] as const

/** Most minutes that a tempo run is longer than the last one. */
const LONGER = 4

/** At half-marathon pace while the base is laid, at threshold from the tempo phase on. */
const paceIn = ({ week }: Setting): PaceName => (week.phase === 'base' ? 'hm' : 'threshold')

/** One variable at a time: the same pace for longer, or a faster pace for no longer (R135). */
const lengthsFor = (pace: PaceName, last: LastTempo | null): readonly number[] => {
  if (last === null) return LENGTHS
  const most = last.pace === pace ? last.minutes + LONGER : last.minutes
  return LENGTHS.filter((minutes) => minutes <= most)
}

/** The continuous tempo run of a work, for the next one to be measured against. */
export const tempoOf = ({ parts }: KeyWork): LastTempo | null => {
  const [first] = parts
  if (first?.kind !== 'step' || first.role !== 'tempo' || first.extent?.kind !== 'time') return null
  return first.target?.kind === 'pace' ? { minutes: first.extent.duration / 60, pace: first.target.pace } : null
}

const STEADY_CUES: { readonly [Pace in PaceName]?: string } = {
  hm: 'comfortably hard: a short sentence is still possible',
  threshold: 'one more minute would always be possible, relaxed shoulders',
}

/** A continuous tempo run (R121, R135). */
export const TEMPO: KeyKind = {
  main: 'threshold',
  aim: 'lactate tolerance: tempo, one step at a time',
  sizes: (setting) => {
    const pace = paceIn(setting)
    return lengthsFor(pace, setting.history.tempo).map((minutes) => ({
      parts: [tempo(min(minutes), pace)],
      cue: STEADY_CUES[pace] ?? '',
      why: setting.week.phase === 'base' ? ['R121', 'R135'] : ['R135', 'R123'],
      surface: 'road',
    }))
  },
}

/** The same with a kick on tired legs behind it (R158). */
export const TEMPO_AND_KICK: KeyKind = {
  main: 'threshold',
  share: 0.9,
  aim: 'finishing kick: fast legs after the tempo',
  sizes: (setting) =>
    lengthsFor(paceIn(setting), setting.history.tempo).flatMap((minutes) =>
      [4, 3].map((kicks) => ({
        parts: [tempo(min(minutes), paceIn(setting)), ...afterTired(setting.brief.race.race, kicks)],
        cue: 'hold back in the tempo, last 50 m of each kick on the arms',
        why: ['R135', 'R158'],
        surface: 'track',
      })),
    ),
}

/** A surge of 20 s every three or four minutes of the tempo. */
const surgesIn = (minutes: number): number => Math.max(3, Math.round(minutes / 4))

/** Surges inside the tempo: hold form while the pace changes (R126). */
export const SURGING_TEMPO: KeyKind = {
  main: 'threshold',
  aim: 'lactate tolerance: surges inside the tempo',
  sizes: () =>
    LENGTHS.filter((minutes) => minutes >= 10).map((minutes) => ({
      parts: [surging(min(minutes), 'threshold', sets(surgesIn(minutes), bout(s(20), at('mile')), jog(s(20))))],
      cue: 'quick feet into each surge, then settle without slowing',
      why: ['R126', 'R135'],
      pillars: ['tolerance', 'transition'],
      surface: 'road',
    })),
}

const cruise =
  (minutes: number) =>
  ({ brief }: Setting) =>
  (times: number): KeyWork => ({
    parts: [sets(times, bout(min(minutes), at('threshold')), jog(s(brief.level.thresholdRest)))],
    cue: 'the last repetition at the pace of the first',
    why: ['R126', 'R127'],
    surface: 'road',
  })

/** Threshold in repetitions with short jogs: more of it than one tempo run holds (R127). */
export const CRUISE: KeyKind = {
  main: 'threshold',
  aim: 'lactate tolerance: threshold in repetitions',
  sizes: (setting) => [
    ...downFrom(7, 3).map(cruise(6)(setting)),
    ...downFrom(4, 2).map(cruise(5)(setting)),
    cruise(4)(setting)(2),
  ],
}

/** Cruise repetitions with a kick behind them. */
export const CRUISE_AND_KICK: KeyKind = {
  main: 'threshold',
  share: 0.85,
  aim: 'finishing kick: change gear when tired',
  sizes: (setting) =>
    CRUISE.sizes(setting).flatMap((work) =>
      [4, 3].map((kicks) => ({
        ...work,
        parts: [...work.parts, ...afterTired(setting.brief.race.race, kicks)],
        cue: 'smooth at threshold, then tall and quick in the kicks',
        why: ['R127', 'R158'],
        surface: 'track',
      })),
    ),
}
