import { downFrom, type KeyKind, type KeyWork } from '../key-work.ts'
import { at, bout, float, floating, min, s, jog, sets } from '../parts.ts'

const minutesOn =
  (minutes: number) =>
  (times: number): KeyWork => ({
    parts: [
      floating(
        times,
        bout(minutes === 1 ? s(60) : min(minutes), at('5K'), 'fartlek'),
        float(minutes === 1 ? s(60) : min(minutes), 'steady'),
      ),
    ],
    cue: 'by feel: the first as fast as the last, shoulders low',
    why: ['R126', 'R123'],
    surface: 'trail',
  })

/** Fast and steady in turns on soft ground: the first hard running of a plan, before any tempo (R120, R126). */
export const FARTLEK: KeyKind = {
  main: '5K',
  aim: 'technique: rhythm on changing ground',
  sizes: ({ brief }) => [
    ...downFrom(8, 4).map(minutesOn(2)),
    ...downFrom(7, brief.level.keys === 1 ? 3 : 6).map(minutesOn(1)),
  ],
}

const surge = (times: number): KeyWork => ({
  parts: [sets(times, [bout(min(3), at('threshold')), bout(s(30), at('mile'))], jog(s(120)))],
  cue: 'lift the knees into the surge, no sprint',
  why: ['R126', 'R128'],
  pillars: ['tolerance', 'transition'],
  surface: 'trail',
})

/** Three minutes at threshold that end in a surge: change gear without a rest (R126). */
export const SURGES: KeyKind = {
  main: 'threshold',
  aim: 'pacing: surge, then hold',
  sizes: () => downFrom(9, 3).map(surge),
}
