import type { SeasonSession } from '@bell-lap/core'
import type { KeptSeason } from '../season/kept-season.ts'

/** All sessions of a season as it stands, week by week. */
export const sessionsIn = ({ season }: Pick<KeptSeason, 'season'>): readonly SeasonSession[] =>
  season.weeks.flatMap(({ sessions }) => sessions)
