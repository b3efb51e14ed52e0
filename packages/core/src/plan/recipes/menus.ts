import type { Brief } from './brief.ts'
import type { KeyKind } from './key-work.ts'
import type { FusionPhase, WeekOutline } from './outline.ts'
import type { RecipeRace } from './request.ts'
import { alternation, ladderDown, RHYTHM } from './sessions/alternation.ts'
import { FARTLEK, SURGES } from './sessions/fartlek.ts'
import { LONG_HILLS, SHORT_HILLS } from './sessions/hills.ts'
import { KICKS_ALONE } from './sessions/kick.ts'
import { raceSessions, support } from './sessions/race-pace.ts'
import { CRUISE, CRUISE_AND_KICK, SURGING_TEMPO, TEMPO, TEMPO_AND_KICK } from './sessions/tempo.ts'

/** The two hard days of a building week; each takes turns through its list. */
interface Menu {
  readonly first: readonly KeyKind[]
  readonly second: readonly KeyKind[]
}

/** Hills and rhythm before tempo, and no tempo in the first week (R120, R121); every list holds a kick (R117). */
const BASE: Menu = {
  first: [SHORT_HILLS, LONG_HILLS, RHYTHM],
  second: [FARTLEK, TEMPO, TEMPO, FARTLEK, SURGES, TEMPO],
}

const tempoMenu = (race: RecipeRace): Menu => ({
  first: [alternation(race), LONG_HILLS, ladderDown(race)],
  second: [TEMPO_AND_KICK, SURGING_TEMPO, CRUISE_AND_KICK],
})

/** What stands beside the race-specific sessions, so that every week has its kick and the tolerance stays (R158). */
const BESIDE: { readonly [Race in RecipeRace]: (race: RecipeRace) => readonly KeyKind[] } = {
  '800': (race) => [TEMPO_AND_KICK, support(race)],
  '1500': (race) => [TEMPO_AND_KICK, support(race), CRUISE],
  mile: (race) => [TEMPO_AND_KICK, support(race), CRUISE],
  '3000': (race) => [TEMPO_AND_KICK, support(race), CRUISE],
  '5K': (race) => [CRUISE_AND_KICK, support(race), TEMPO_AND_KICK],
  '10K': (race) => [CRUISE_AND_KICK, support(race), TEMPO_AND_KICK],
}

/** The other hard day of who has one key session a week: kicks where the race-specific session has none, a little threshold. */
const lightBeside = (race: RecipeRace): readonly KeyKind[] =>
  race === '800' ? [KICKS_ALONE, CRUISE] : [KICKS_ALONE, CRUISE, KICKS_ALONE]

const menuFor = (phase: FusionPhase, { race: { race }, level }: Brief): Menu => {
  switch (phase) {
    case 'base':
      return BASE
    case 'tempo':
      return tempoMenu(race)
    case 'specific':
    case 'taper':
      return { first: raceSessions(race), second: level.keys === 1 ? lightBeside(race) : BESIDE[race](race) }
    default:
      return phase satisfies never
  }
}

/** A hard day of a week: its kind of session, and whether it has to stay clear of a key session. */
export interface HardDay {
  readonly kind: KeyKind
  readonly light: boolean
}

const turnOf = (kinds: readonly KeyKind[], step: number): KeyKind => {
  const kind = kinds[step % kinds.length]
  if (!kind) throw new Error('A menu has no sessions.')
  return kind
}

/** The two hard days of a building week. Who has one key session a week has it where the phase needs it most. */
export const hardDaysOf = (week: WeekOutline, brief: Brief): { readonly first: HardDay; readonly second: HardDay } => {
  const menu = menuFor(week.phase, brief)
  const late = week.phase === 'specific' || week.phase === 'taper'
  const single = brief.level.keys === 1
  return {
    first: { kind: turnOf(menu.first, week.step), light: single && !late },
    second: { kind: turnOf(menu.second, week.step), light: single && late },
  }
}
