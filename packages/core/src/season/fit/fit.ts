import { ok, fail, type Result } from '../../result.ts'
import { scheduleOf } from '../../schedule/of-plan.ts'
import type { Season } from '../season.ts'
import { assumptions } from './assumptions.ts'
import { usualEasyTimes } from './base.ts'
import { entryDecisions } from './entry.ts'
import { faultOf } from './faults.ts'
import { fitWeeks } from './fit-week.ts'
import { fixedRaces, racesLeftOut } from './races.ts'
import type { FitFault, FitRequest } from './request.ts'
import { strengthDecisions, strengthFor, strengthWithoutPlace } from './strength.ts'
import { volumeOf } from './volume.ts'
import { chooseWeeks } from './weeks.ts'

/**
 * Fits a plan to an athlete and places it on the days up to the race. What was changed, and why, is told in the
 * season's decisions; the plan itself stays as written. The same request gives the same season.
 */
export const fitSeason = (request: FitRequest): Result<Season, FitFault> => {
  const { plan, athlete, today, raceDay } = request
  const schedule = scheduleOf(plan, request.speedAt)
  const fault = faultOf(request, schedule)
  if (fault) return fail(fault)
  const chosen = chooseWeeks(schedule, request)
  const volume = volumeOf(chosen.weeks, schedule, athlete)
  const strength = strengthFor(schedule, chosen.weeks, volume.targets)
  const usual = usualEasyTimes(schedule)
  const races = fixedRaces(schedule, request)
  const fitted = fitWeeks({
    request,
    schedule,
    weeks: chosen.weeks,
    targets: volume.targets,
    strength,
    races,
    usual: (day) => usual.get(day) ?? null,
  })
  const [race] = plan.races
  return ok({
    plan,
    athlete,
    today,
    race: { name: race?.name ?? 'race', day: raceDay, ...(race?.detail ? { detail: race.detail } : {}) },
    weeks: fitted.weeks,
    decisions: [
      ...entryDecisions(schedule, athlete),
      ...assumptions(schedule, athlete),
      ...chosen.decisions,
      ...volume.decisions,
      ...racesLeftOut(request),
      ...strengthDecisions(strength, chosen.weeks, { athlete, races }),
      ...strengthWithoutPlace(strength, fitted.weeks),
      ...fitted.decisions,
    ],
  })
}
