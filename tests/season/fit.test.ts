import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay } from '../../packages/core/src/calendar/day.ts'
import { speedsOf } from '../../packages/core/src/schedule/nominal.ts'
import { scheduleOf } from '../../packages/core/src/schedule/of-plan.ts'
import { fitSeason } from '../../packages/core/src/season/fit/fit.ts'
import type { FitRequest } from '../../packages/core/src/season/fit/request.ts'
import { checkSeason } from '../../packages/core/src/season/fit/season-plan.ts'
import type { Season } from '../../packages/core/src/season/season.ts'
import { makeSeasonJson, parseSeasonJson } from '../../packages/formats/src/json/season.ts'
import { makeWorkout } from '../../packages/formats/src/plan-text/notation/make-workout.ts'
import { parseWorkout } from '../../packages/formats/src/plan-text/notation/parse-workout.ts'
import { planArbitrary } from '../../packages/formats/src/plan-text/notation/plan.arbitrary.ts'
import { askedArbitrary } from './athlete.arbitrary.ts'
import { sessionsOf, wrongWith } from './judge.ts'
import { requestNumbered } from './numbered.ts'
import { ownPlans } from './plans.ts'

/** 300 seasons in each run; `BELL_LAP_LONG=1` asks for 10,000, `BELL_LAP_SEED` for those of an earlier run. */
const RUNS = process.env['BELL_LAP_LONG'] ? 10_000 : 300
const seed = fc.readConfigureGlobal()?.seed ?? 0

/** Numbers of the seasons; `BELL_LAP_SEASONS=2000..2999` runs a part of them, `BELL_LAP_SEASONS=793` one. */
const [FIRST = 0, LAST = FIRST] = (process.env['BELL_LAP_SEASONS'] ?? `0..${RUNS - 1}`).split('..').map(Number)

const MONDAY = parseDay('2026-12-21')
if (MONDAY === undefined) throw new Error('2026-12-21 is a day')

const requestFor = (plan: FitRequest['plan'], asked: Omit<FitRequest, 'plan' | 'speedAt'>): FitRequest => ({
  plan,
  ...asked,
  speedAt: speedsOf(plan, asked.athlete),
})

const ownRequests = fc
  .tuple(fc.constantFrom(...ownPlans), askedArbitrary(MONDAY))
  .map(([plan, asked]) => requestFor(plan, asked))

const seasonOf = (request: FitRequest): Season => {
  const season = fitSeason(request)
  if (!season.ok) throw new Error(`${season.fault.code}: ${season.fault.message}`)
  return season.value
}

/** What is wrong with a season: hard rules, minutes, silence, and errors of the rules. */
const faultsOf = (request: FitRequest): readonly string[] => {
  const season = seasonOf(request)
  const errors = checkSeason(season, request.speedAt).filter(({ level }) => level === 'error')
  return [...wrongWith(season), ...errors.map(({ rule, message }) => `${rule}: ${message}`)]
}

describe(`seasons of athletes and plans at random, BELL_LAP_SEED=${seed}`, () => {
  test(
    `seasons ${FIRST} to ${LAST} of the project's plans: nothing is wrong with any of them`,
    () => {
      const wrong: string[] = []
      for (let number = FIRST; number <= LAST; number++) {
        for (const fault of faultsOf(requestNumbered(number, seed))) wrong.push(`BELL_LAP_SEASONS=${number} ${fault}`)
      }
      expect(wrong).toEqual([])
    },
    (LAST - FIRST + 1) * 1000,
  )

  test(
    'plans that say anything a plan can say: a season that breaks no hard rule, or a reason',
    () => {
      fc.assert(
        fc.property(fc.tuple(planArbitrary(), askedArbitrary(MONDAY)), ([plan, asked]) => {
          const season = fitSeason(requestFor(plan, asked))
          if (season.ok) expect(wrongWith(season.value)).toEqual([])
          else expect(season.fault.code).toBe('no-weeks')
        }),
        { numRuns: RUNS / 2, seed },
      )
    },
    RUNS * 1000,
  )

  test('the same request gives the same season, whoever asks', () => {
    fc.assert(
      fc.property(ownRequests, (request) => {
        const again: FitRequest = {
          ...request,
          plan: structuredClone(request.plan),
          athlete: structuredClone(request.athlete),
        }
        expect(seasonOf(again)).toEqual(seasonOf(request))
      }),
      { numRuns: RUNS / 10, seed },
    )
  })

  test('every workout of a season is in its normal form: its text says all of it', () => {
    fc.assert(
      fc.property(ownRequests, (request) => {
        for (const { workout } of sessionsOf(seasonOf(request))) {
          expect(parseWorkout(makeWorkout(workout))).toEqual({ ok: true, value: workout })
        }
      }),
      { numRuns: RUNS / 10, seed },
    )
  })

  test('every season comes back from its file as it is', () => {
    fc.assert(
      fc.property(ownRequests, (request) => {
        const season = seasonOf(request)
        const file: unknown = JSON.parse(JSON.stringify(makeSeasonJson(season)))
        expect(parseSeasonJson(file)).toEqual({ ok: true, value: season })
      }),
      { numRuns: RUNS / 10, seed },
    )
  })

  test('so do seasons of plans that say anything a plan can say', () => {
    fc.assert(
      fc.property(fc.tuple(planArbitrary(), askedArbitrary(MONDAY)), ([plan, asked]) => {
        const season = fitSeason(requestFor(plan, asked))
        if (!season.ok) return
        const file: unknown = JSON.parse(JSON.stringify(makeSeasonJson(season.value)))
        expect(parseSeasonJson(file)).toEqual({ ok: true, value: season.value })
      }),
      { numRuns: RUNS / 5, seed },
    )
  })

  test('where days and minutes allow it nine of ten key sessions are kept', () => {
    fc.assert(
      fc.property(ownRequests, (request) => {
        const { races: _races, blackout: _blackout, ...athlete } = request.athlete
        const { availability: _availability, runDaysRecent: _recent, days: _days, ...free } = athlete
        const season = seasonOf({ ...request, athlete: { ...free, days: 5 } })
        expect(shareOfKeys(season, request)).toBeGreaterThanOrEqual(0.9)
      }),
      { numRuns: RUNS / 10, seed },
    )
  })
})

/** Of the plan's key sessions from the first to the last day of the season, those that are in it. */
const shareOfKeys = (season: Season, { plan, speedAt }: FitRequest): number => {
  const kept = new Set(sessionsOf(season).map(({ id }) => id))
  const away = new Set(
    season.decisions.flatMap(({ session, rule }) =>
      rule === 'past' || rule === 'R88' || rule === 'R42' ? [session] : [],
    ),
  )
  const weeks = new Set([...kept].map((id) => /^w(\d+)-\d/.exec(id)?.[1]))
  const keys = scheduleOf(plan, speedAt)
    .sessions.filter(({ hardness }) => hardness === 'key' || hardness === 'test')
    .map(({ place }) => ({ week: String(place.week + 1), id: `w${place.week + 1}-${place.session + 1}` }))
    .filter(({ week, id }) => weeks.has(week) && !away.has(id))
  return keys.length === 0 ? 1 : keys.filter(({ id }) => kept.has(id)).length / keys.length
}
