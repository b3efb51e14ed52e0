import { downFrom, type KeyKind, type KeyWork, type Setting } from '../key-work.ts'
import { DOWN, effort, hill, at, jog, m, s, sets, walk } from '../parts.ts'

/** Repetitions that an intensity from 0 to 1 leads to, between two counts, less for who trains less. */
const countFor = ({ brief, week }: Setting, least: number, most: number): number =>
  Math.max(least, Math.round((least + (most - least) * week.intensity) * brief.level.dose))

const short = (times: number): KeyWork => ({
  parts: [sets(times, hill(m(60), at('max')), walk(s(120)))],
  cue: 'sprint tall, quick feet, stop when slower',
  why: ['R125', 'R158'],
  pillars: ['transition', 'kick'],
  surface: 'grass',
})

/** Short hills at full effort: power, and the first form of a kick, at no cost to the next day (R125, R158). */
export const SHORT_HILLS: KeyKind = {
  main: 'sprint',
  aim: 'technique: power uphill, tall and quick',
  sizes: (setting) => downFrom(countFor(setting, 6, 12), 5).map(short),
}

/** By effort: no pace holds uphill (R123). */
const longer =
  (seconds: number) =>
  (times: number): KeyWork => ({
    parts: [sets(times, hill(s(seconds), effort(8)), jog(DOWN))],
    cue: 'even effort to the top, upright, relaxed hands',
    why: ['R125', 'R123'],
    surface: 'grass',
  })

/** Longer hills: power endurance, by effort, jog down (R125). */
export const LONG_HILLS: KeyKind = {
  main: '5K',
  share: 0.9,
  aim: 'technique: hold form uphill',
  sizes: (setting) => downFrom(12, 4).map(longer(setting.week.phase === 'base' ? 45 : 60)),
}
