import type { PaceName } from '../../../pace/names.ts'
import { familyOfPace } from '../../../workout/family.ts'
import { downFrom, type KeyKind, type KeyWork } from '../key-work.ts'
import { at, bout, EQUAL, float, floating, jog, ladder, m, rest, s, sets } from '../parts.ts'
import type { RecipeRace } from '../request.ts'

/** Fast and float of an alternation: the fast part at the race's side of the runner's speed. */
interface Alternation {
  readonly length: number
  readonly fast: PaceName
  /** Jog between two sets, metres. */
  readonly jog: number
}

const ALTERNATIONS: { readonly [Race in RecipeRace]: Alternation } = {
  '800': { length: 200, fast: '800', jog: 600 },
  '1500': { length: 200, fast: '1500', jog: 600 },
  mile: { length: 200, fast: 'mile', jog: 600 },
  '3000': { length: 300, fast: '3K', jog: 600 },
  '5K': { length: 400, fast: '5K', jog: 600 },
  '10K': { length: 400, fast: '5K', jog: 600 },
}

/** Sets and repetitions from the most work to the least. */
const SIZES = [
  [4, 5],
  [3, 6],
  [4, 4],
  [3, 5],
  [3, 4],
  [2, 6],
  [2, 5],
  [3, 3],
  [2, 4],
  [2, 3],
  [2, 2],
] as const

const alternating =
  ({ length, fast, jog: between }: Alternation) =>
  ([groups, times]: readonly [number, number]): KeyWork => ({
    parts: [sets(groups, floating(times, bout(m(length), at(fast)), float(m(length), 'marathon')), jog(m(between)))],
    cue: 'the float is the session: no jogging, change gear without a seam',
    why: ['R126', 'R128'],
    pillars: ['tolerance', 'transition'],
    surface: 'track',
  })

/** The shortest surge that is worth a change of gear, where the race's own would be too much. */
const SHORT_SURGE = 200

/** Blocks of sub-race pace with controlled surges (R128). */
export const alternation = (race: RecipeRace): KeyKind => {
  const usual = ALTERNATIONS[race]
  return {
    main: familyOfPace(usual.fast),
    aim: 'pacing: change gear without a seam',
    sizes: () => [
      ...SIZES.map(alternating(usual)),
      ...SIZES.slice(-4).map(alternating({ ...usual, length: Math.min(usual.length, SHORT_SURGE) })),
    ],
  }
}

type Rungs = readonly (readonly [length: number, pace: PaceName])[]

/** Down the ladder the pace goes up: transition speed (R117). */
const LADDERS: { readonly [Race in RecipeRace]: readonly Rungs[] } = {
  '800': [
    [
      [500, '1500'],
      [400, '1500'],
      [300, '800'],
      [200, '800'],
    ],
    [
      [400, '1500'],
      [300, '800'],
      [200, '800'],
    ],
    [
      [300, '1500'],
      [200, '800'],
    ],
  ],
  '1500': [
    [
      [600, '1500'],
      [400, '1500'],
      [300, '800'],
      [200, '800'],
    ],
    [
      [500, '1500'],
      [300, '1500'],
      [200, '800'],
    ],
    [
      [400, '1500'],
      [200, '800'],
    ],
  ],
  mile: [
    [
      [600, 'mile'],
      [400, 'mile'],
      [300, '800'],
      [200, '800'],
    ],
    [
      [500, 'mile'],
      [300, 'mile'],
      [200, '800'],
    ],
    [
      [400, 'mile'],
      [200, '800'],
    ],
  ],
  '3000': [
    [
      [800, '3K'],
      [600, '3K'],
      [400, 'mile'],
      [200, '800'],
    ],
    [
      [600, '3K'],
      [400, 'mile'],
      [200, '800'],
    ],
    [
      [400, '3K'],
      [200, '800'],
    ],
  ],
  '5K': [
    [
      [1200, '5K'],
      [800, '3K'],
      [400, 'mile'],
      [200, '800'],
    ],
    [
      [800, '5K'],
      [400, 'mile'],
      [200, '800'],
    ],
    [
      [400, '3K'],
      [200, '800'],
    ],
  ],
  '10K': [
    [
      [1600, '10K'],
      [1000, '5K'],
      [400, 'mile'],
      [200, '800'],
    ],
    [
      [1000, '5K'],
      [400, 'mile'],
      [200, '800'],
    ],
    [
      [600, '5K'],
      [200, '800'],
    ],
  ],
}

const climb = (rungs: Rungs) =>
  ladder(
    rungs.map(([length, pace]) => bout(m(length), at(pace))),
    jog(EQUAL),
  )

const climbing =
  (rungs: Rungs) =>
  (times: number): KeyWork => ({
    parts: times === 1 ? [climb(rungs)] : [sets(times, climb(rungs), rest(s(360)))],
    cue: 'each rung a little quicker, the same relaxed stride',
    why: ['R128', 'R131'],
    pillars: ['tolerance', 'transition'],
    surface: 'track',
  })

const lengthOf = (rungs: Rungs): number => rungs.reduce((sum, [length]) => sum + length, 0)

/** A ladder down, faster with each rung: twice or once, whichever of its forms is longest. */
export const ladderDown = (race: RecipeRace): KeyKind => ({
  main: familyOfPace(LADDERS[race][0]?.[0]?.[1] ?? 'mile'),
  aim: 'transition speed: faster as it gets shorter',
  sizes: () =>
    LADDERS[race]
      .flatMap((rungs) => [2, 1].map((times) => ({ rungs, times })))
      .toSorted((a, b) => b.times * lengthOf(b.rungs) - a.times * lengthOf(a.rungs))
      .map(({ rungs, times }) => climbing(rungs)(times)),
})

const rhythm = (times: number): KeyWork => ({
  parts: [sets(times, bout(m(200), at('mile')), jog(m(200)))],
  cue: 'fast and relaxed, every one the same',
  why: ['R124', 'R133'],
  surface: 'track',
})

/** Short repetitions at mile pace: rhythm and form (R133). */
export const RHYTHM: KeyKind = {
  main: 'mile',
  share: 0.7,
  aim: 'technique: fast and relaxed',
  sizes: () => downFrom(14, 4).map(rhythm),
}
