import type { Part, Step } from '../../../workout/workout.ts'
import { downFrom, type KeyKind, type KeyWork } from '../key-work.ts'
import { at, kick, m, s, sets, walk } from '../parts.ts'
import type { RecipeRace } from '../request.ts'

/** The kick of each race: the shorter the race, the faster it is and the longer the walk after it (R158). */
const KICKS: { readonly [Race in RecipeRace]: { readonly step: Step; readonly walk: number } } = {
  '800': { step: kick(m(150), at('600', '400')), walk: 300 },
  '1500': { step: kick(m(150), at('800', '400')), walk: 240 },
  mile: { step: kick(m(150), at('800', '400')), walk: 240 },
  '3000': { step: kick(m(150), at('800', '400')), walk: 240 },
  '5K': { step: kick(m(200), at('mile', '800')), walk: 240 },
  '10K': { step: kick(m(200), at('mile', '800')), walk: 240 },
}

/** So many kicks with complete recovery. */
const kicks = (race: RecipeRace, times: number): Part => sets(times, KICKS[race].step, walk(s(KICKS[race].walk)))

/** Kicks behind other work: three minutes to walk, then fast on legs that are tired. */
export const afterTired = (race: RecipeRace, times: number): readonly Part[] => [walk(s(180)), kicks(race, times)]

const alone =
  (race: RecipeRace) =>
  (times: number): KeyWork => ({
    parts: [kicks(race, times)],
    cue: 'from the bend, drive the arms, run through the line',
    why: ['R158', 'R133'],
    surface: 'track',
  })

/** Kicks by themselves: the hard day of who has one key session a week. */
export const KICKS_ALONE: KeyKind = {
  main: '800',
  share: 0.4,
  aim: 'finishing kick: technique at speed',
  sizes: ({ brief }) => downFrom(6, 3).map(alone(brief.race.race)),
}
