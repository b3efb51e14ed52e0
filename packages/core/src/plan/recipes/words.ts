import type { Brief } from './brief.ts'
import type { HardDays } from './hard-days.ts'
import type { FusionPhase, WeekOutline } from './outline.ts'

/** Names that say what a phase is for; rules read them too. */
export const PHASE_NAMES: { readonly [P in FusionPhase]: string } = {
  base: 'Base: hills and rhythm',
  tempo: 'Tempo and transition speed',
  specific: 'Race-specific',
  taper: 'Taper and race',
}

/** What a phase does, for whoever edits it. */
export const phaseNote = (phase: FusionPhase, { race }: Brief): string => {
  switch (phase) {
    case 'base':
      return 'Steady mileage, nearly all of it easy; hills and fartlek from the start, tempo from the second week on, at half-marathon pace.'
    case 'tempo':
      return 'Threshold grows by one thing at a time, longer or faster, never both; alternations and ladders teach to change gear.'
    case 'specific':
      return `Race pace for the ${race.name}, with a kick on tired legs every week; strength is only held.`
    case 'taper':
      return 'About half the running, the pace kept: nothing that is trained now helps on the day.'
    default:
      return phase satisfies never
  }
}

const VOLUME_AIMS: { readonly [P in FusionPhase]: string } = {
  base: 'aerobic base: a little further, the sessions held',
  tempo: 'aerobic base: more distance, the sessions held',
  specific: 'pacing: the rhythm of the race',
  taper: 'freshness',
}

/** One clear objective for each week (R141). */
export const objectiveOf = (week: WeekOutline, hard: HardDays | null): string => {
  switch (week.focus) {
    case 'volume':
      if (week.number === 1) return 'aerobic base: settle into the rhythm of the week'
      return VOLUME_AIMS[week.phase]
    case 'intensity':
      return (week.phase === 'specific' ? hard?.first.aim : hard?.second.aim) ?? VOLUME_AIMS[week.phase]
    case 'absorb':
      return 'absorb, then measure'
    case 'sharpen':
      return 'freshness: less of everything, the pace kept'
    case 'race':
      return 'fresh, sharp, patient'
    default:
      return week.focus satisfies never
  }
}
