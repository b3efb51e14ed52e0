import type { PaceName } from '../../../pace/names.ts'
import { familyOfPace } from '../../../workout/family.ts'
import type { Part, Pillar, Step } from '../../../workout/workout.ts'
import { downFrom, type KeyKind, type KeyWork, type Setting, type Statement } from '../key-work.ts'
import { at, bout, HALF, jog, kick, ladder, m, rest, s, sets, stand, walk } from '../parts.ts'
import { RACE_SHAPES } from '../races.ts'
import type { RecipeRace } from '../request.ts'
import { afterTired } from './kick.ts'

/** A race-specific session before anybody has said how large it is. */
interface RaceSession {
  readonly pace: PaceName
  readonly aim: string
  readonly cue: string
  readonly why: readonly Statement[]
  readonly kicks: boolean
  /** Share of the cap at its pace; 1 unless said. */
  readonly share?: number
  readonly sizes: (setting: Setting) => readonly (readonly Part[])[]
}

/** At mile pace and faster the work itself does not say that it trains tolerance of rising acidity (R117). */
const pillarsOf = ({ pace, kicks }: RaceSession): readonly Pillar[] | undefined =>
  familyOfPace(pace) === '5K' ? undefined : ['tolerance', 'transition', ...(kicks ? ['kick' as const] : [])]

const kindOf = (session: RaceSession): KeyKind => {
  const { pace, aim, cue, why, share, sizes } = session
  const pillars = pillarsOf(session)
  return {
    main: familyOfPace(pace),
    ...(share === undefined ? {} : { share }),
    aim,
    sizes: (setting) =>
      sizes(setting).map((parts): KeyWork => ({
        parts,
        cue,
        why,
        surface: 'track',
        ...(pillars === undefined ? {} : { pillars }),
      })),
  }
}

const raceBout = (pace: PaceName, length: number): Step => bout(m(length), at(pace))

/** So many metres of work, and how they are divided. */
const setsOf = (pace: PaceName, length: number, recovery: (length: number) => Step) => (times: number) => ({
  metres: times * length,
  length,
  part: sets(times, raceBout(pace, length), recovery(length)),
})

/** Longest sets that anybody wants to count: the longer the repetition, the fewer of them (convention). */
const mostOf = (length: number): number => (length >= 1000 ? 8 : length >= 600 ? 10 : 14)

/** Sets of the lengths given, from the most work to the least; of equal work the longer repetitions first. */
const setsFrom = (pace: PaceName, lengths: readonly number[], recovery: (length: number) => Step) =>
  lengths
    .flatMap((length) => downFrom(mostOf(length), 2).map(setsOf(pace, length, recovery)))
    .toSorted((a, b) => b.metres - a.metres || b.length - a.length)

/** Even repetitions at one pace. */
const even = (pace: PaceName, lengths: readonly number[], recovery: (length: number) => Step): RaceSession => ({
  pace,
  aim: 'pacing: race pace until it is a habit',
  cue: 'even splits, the last one like the first',
  why: ['R128', 'R131'],
  kicks: false,
  sizes: () => setsFrom(pace, lengths, recovery).map(({ part }) => [part]),
})

/** Even repetitions with kicks behind them. */
const evenAndKick = (race: RecipeRace, lengths: readonly number[], recovery: (length: number) => Step): RaceSession => {
  const { pace } = RACE_SHAPES[race]
  return {
    pace,
    aim: 'finishing kick: change gear when tired',
    cue: 'even splits, then tall and quick: last 50 m on the arms',
    why: ['R128', 'R158'],
    kicks: true,
    share: 0.85,
    sizes: () =>
      setsFrom(pace, lengths, recovery).flatMap(({ part }) =>
        [3, 2].map((kicks) => [part, ...afterTired(race, kicks)]),
      ),
  }
}

/** The race in falling parts with short rests, its end a kick: 500 + 300 + 200 m. */
const brokenWithKick = (pace: PaceName): RaceSession => ({
  pace,
  aim: 'finishing kick: race pace, then change gear',
  cue: 'pass each mark on time, then go: arms first, no glance at the watch',
  why: ['R128', 'R158', 'R131'],
  kicks: true,
  share: 0.9,
  sizes: ({ brief: { level } }) =>
    downFrom(5, 2).map((times) => {
      const parts = [
        raceBout(pace, 500),
        stand(s(level.brokenRest)),
        raceBout(pace, 300),
        stand(s(level.brokenRest - 30)),
        kick(m(200), at('800', '400')),
      ]
      return [sets(times, parts, rest(s(480)))]
    }),
})

/** At 800 m pace much less is enough than the cap of mile pace allows (convention). */
const EIGHT_HUNDRED_SHARE = 0.75

/** Over 800 m the kick comes out of race pace after a walk that lets the legs answer. */
const EIGHT_HUNDRED_AND_KICK: RaceSession = {
  pace: '800',
  aim: 'finishing kick: hold, then lift',
  cue: 'the 300 relaxed at race pace, the 200 from the bend on the arms',
  why: ['R128', 'R158'],
  kicks: true,
  share: EIGHT_HUNDRED_SHARE,
  sizes: () =>
    downFrom(6, 2).map((times) => [
      sets(times, [raceBout('800', 300), walk(s(180)), kick(m(200), at('800', '400'))], rest(s(480))),
    ]),
}

/** One long piece of the race, then its end again in parts. */
const EIGHT_HUNDRED_IN_PARTS: RaceSession = {
  pace: '800',
  aim: 'pacing: the first 500 m of the race',
  cue: 'the 500 as the race begins, the 300s as it ends, tall and relaxed',
  why: ['R128', 'R131'],
  kicks: false,
  share: EIGHT_HUNDRED_SHARE,
  sizes: () =>
    downFrom(7, 2).map((times) => [
      raceBout('800', 500),
      walk(s(480)),
      sets(times, raceBout('800', 300), walk(s(240))),
    ]),
}

/** The race in a few unequal parts with short rests (R24) where the week is long enough to hold it, else shorter ones. */
const brokenRace = (
  pace: PaceName,
  whole: readonly number[],
  shorter: readonly (readonly number[])[],
): RaceSession => ({
  pace,
  aim: 'pacing: the race in parts',
  cue: 'the first part held back, each one after it as even',
  why: ['R128', 'R153'],
  kicks: false,
  sizes: ({ brief: { level } }) => [
    [
      ladder(
        whole.map((length) => raceBout(pace, length)),
        jog(s(level.brokenRest + 30)),
      ),
    ],
    ...shorter.map((lengths) => [
      ladder(
        lengths.map((length) => raceBout(pace, length)),
        jog(HALF),
      ),
    ]),
  ],
})

const jogHalf = (length: number): Step => jog(m(length / 2))
const jogFor = (metres: number) => (): Step => jog(m(metres))
const walkFor = (metres: number) => (): Step => walk(m(metres))

const SESSIONS: { readonly [Race in RecipeRace]: readonly RaceSession[] } = {
  '800': [
    { ...even('800', [200], walkFor(200)), share: EIGHT_HUNDRED_SHARE },
    EIGHT_HUNDRED_AND_KICK,
    EIGHT_HUNDRED_IN_PARTS,
    EIGHT_HUNDRED_AND_KICK,
  ],
  '1500': [even('1500', [300], jogFor(200)), brokenWithKick('1500'), evenAndKick('1500', [400], jogFor(300))],
  mile: [even('mile', [300], jogFor(200)), brokenWithKick('mile'), evenAndKick('mile', [400], jogFor(300))],
  '3000': [even('3K', [600], jogHalf), evenAndKick('3000', [400], jogHalf), evenAndKick('3000', [1000, 600], jogHalf)],
  '5K': [
    even('5K', [800], jogHalf),
    evenAndKick('5K', [1000, 600], jogHalf),
    brokenRace(
      '5K',
      [2000, 2000, 1000],
      [
        [2000, 1600, 1200],
        [2000, 1200, 800],
        [1600, 1200, 800],
        [1200, 1000, 800],
        [1200, 800, 600],
        [1000, 800, 400],
        [800, 600, 400],
      ],
    ),
  ],
  '10K': [
    even('10K', [1000, 800], jogHalf),
    evenAndKick('10K', [800, 600], jogHalf),
    even('10K', [1600, 800], jogHalf),
  ],
}

/** Race-specific sessions in the order in which they take turns. */
export const raceSessions = (race: RecipeRace): readonly KeyKind[] => SESSIONS[race].map(kindOf)

/** Few short repetitions at race pace for weeks that ease off and for the last days. */
const TOUCHES: { readonly [Race in RecipeRace]: { readonly length: number; readonly recovery: Step } } = {
  '800': { length: 200, recovery: walk(m(200)) },
  '1500': { length: 200, recovery: jog(m(200)) },
  mile: { length: 200, recovery: jog(m(200)) },
  '3000': { length: 300, recovery: jog(m(300)) },
  '5K': { length: 400, recovery: jog(m(200)) },
  '10K': { length: 400, recovery: jog(m(200)) },
}

/** Few short repetitions at race pace: sharp, not tired (R42). */
export const raceTouch = (race: RecipeRace): KeyKind => {
  const { length, recovery } = TOUCHES[race]
  const { pace } = RACE_SHAPES[race]
  return {
    main: familyOfPace(pace),
    aim: 'freshness: the feel of race pace',
    sizes: () =>
      downFrom(6, 2).map((times) => ({
        parts: [sets(times, raceBout(pace, length), recovery)],
        cue: 'race rhythm, stop while it feels easy',
        why: ['R42', 'R131'],
        surface: 'track',
      })),
  }
}

/** The pace that race pace rests on: longer for the short races, faster for the long ones. */
const SUPPORTS: { readonly [Race in RecipeRace]: RaceSession } = {
  '800': even('1500', [400], jogFor(300)),
  '1500': even('3K', [600], jogHalf),
  mile: even('3K', [600], jogHalf),
  '3000': even('mile', [300], jogFor(300)),
  '5K': even('3K', [400], jogHalf),
  '10K': even('5K', [800], jogHalf),
}

/** It stands beside a race-specific session in the same week, and is the smaller of the two. */
const SUPPORT_SHARE = 0.75

/** The pace beside race pace (R117). */
export const support = (race: RecipeRace): KeyKind => ({
  ...kindOf(SUPPORTS[race]),
  share: SUPPORT_SHARE,
  aim: 'lactate tolerance: the pace beside race pace',
})
