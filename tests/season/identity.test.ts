import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../packages/core/src/plan/plan.ts'
import { RECIPE_LEVELS, RECIPE_RACES } from '../../packages/core/src/plan/recipes/request.ts'
import { parseDay } from '../../packages/core/src/calendar/day.ts'
import { speedsOf } from '../../packages/core/src/schedule/nominal.ts'
import { fitSeason } from '../../packages/core/src/season/fit/fit.ts'
import { kilometres, metres } from '../../packages/core/src/units/distance.ts'
import { seconds } from '../../packages/core/src/units/duration.ts'
import { makeSeasonJson, parseSeasonJson } from '../../packages/formats/src/json/season.ts'
import { makePlan } from '../../packages/formats/src/plan-text/notation/make-plan.ts'
import { parsePlan } from '../../packages/formats/src/plan-text/notation/parse-plan.ts'
import { bellLap, fileWith, root } from '../cli/run.ts'
import { planOf } from '../recipes/judge.ts'

const day = (text: string) => {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}

const athlete = {
  marks: [{ distance: metres(5000), time: seconds(1230) }],
  weekly: kilometres(55),
  longestRun: kilometres(15),
}

const seasonOf = (plan: Plan) => {
  const season = fitSeason({
    plan,
    athlete,
    today: day('2026-12-21'),
    raceDay: day('2027-04-18'),
    speedAt: speedsOf(plan, athlete),
  })
  if (!season.ok) throw new Error(season.fault.message)
  return season.value
}

/** To its file and back, twice: the season, and the text of its file. */
const expectIdentity = (plan: Plan): void => {
  const season = seasonOf(plan)
  const text = JSON.stringify(makeSeasonJson(season))
  const read = parseSeasonJson(JSON.parse(text))
  expect(read).toEqual({ ok: true, value: season })
  if (read.ok) expect(JSON.stringify(makeSeasonJson(read.value))).toBe(text)
}

const files = readdirSync(join(root, 'plans')).filter((name) => name.endsWith('.plan'))

describe('a season to JSON and back is the same season', () => {
  test.each(files)('plans/%s', (name) => {
    expectIdentity(parsePlan(readFileSync(join(root, 'plans', name), 'utf8')).plan)
  })

  const recipes = RECIPE_RACES.flatMap((race) => RECIPE_LEVELS.flatMap((level) => ({ race, level })))
  test.each(recipes)('recipe fusion for $race, $level', ({ race, level }) => {
    for (const weeks of [8, 24]) {
      const plan = planOf({ recipe: 'fusion', race, weeks, level })
      expectIdentity(parsePlan(makePlan(plan)).plan)
    }
  })

  test.each(files)('bell-lap export of a season of plans/%s --to json: byte for byte', (name) => {
    const made = bellLap([
      'season',
      join(root, 'plans', name),
      '--race-day',
      '2027-04-18',
      '--today',
      '2026-12-21',
      '--json',
    ])
    const file = fileWith('season.json', made.out)
    const out = join(file, '..', 'again')
    expect(bellLap(['export', file, '--to', 'json', '--out', out]).code).toBe(0)
    expect(readFileSync(join(out, 'season.json'), 'utf8')).toBe(made.out)
  })
})
