import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makePlan } from '../../packages/formats/src/plan-text/notation/make-plan.ts'
import { bellLap, fileWith } from '../cli/run.ts'
import { planOf } from './judge.ts'

const WISHES = ['--race', '1500', '--weeks', '9', '--level', 'advanced'] as const

test('prints the plan, on standard output and nothing else', () => {
  const run = bellLap(['recipe', 'fusion', ...WISHES])
  expect([run.code, run.err]).toEqual([0, ''])
  expect(run.out).toBe(makePlan(planOf({ recipe: 'fusion', race: '1500', weeks: 9, level: 'advanced', unit: 'km' })))
})

test('takes every wish', () => {
  const more = ['--days', '5', '--start', '30', '--peak', '33', '--unit', 'mi', '--no-gym', '--long-run-on', 'Sat']
  const { out } = bellLap(['recipe', 'fusion', ...WISHES, ...more, '--race-on', 'Wed'])
  expect(out).toMatch(/^units {3}mi$/m)
  expect(out).toMatch(/^week 1 {3}30mi/m)
  expect(out).toMatch(/ Sat .*long/)
  expect(out).toMatch(/ Wed .*race 1500m/)
  expect(out).not.toMatch(/Assumed|back squat/)
})

test('what it prints passes check', () => {
  const plan = fileWith('fusion.plan', bellLap(['recipe', 'fusion', ...WISHES]).out)
  const run = bellLap(['check', plan])
  expect(run.code).toBe(0)
  expect(run.out).toMatch(/0 errors, 0 warnings/)
})

test('--list names the recipes, --json is the plan that read prints', () => {
  expect(bellLap(['recipe', '--list']).out).toMatch(/^fusion .*\n.*800 \| 1500/)
  const json: unknown = JSON.parse(bellLap(['recipe', 'fusion', ...WISHES, '--json']).out)
  expect(json).toMatchObject({ race: '1500m', unit: 'km', findings: [] })
})

describe('--out', () => {
  test('writes a new file, and replaces one only when told to', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bell-lap-recipe-'))
    const file = join(folder, 'my.plan')
    const first = bellLap(['recipe', 'fusion', ...WISHES, '--out', file])
    expect([first.code, first.out]).toEqual([0, ''])
    const text = readFileSync(file, 'utf8')
    const again = bellLap(['recipe', 'fusion', ...WISHES, '--weeks', '10', '--out', file])
    expect(again.code).toBe(2)
    expect(again.err).toMatch(/--force/)
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(bellLap(['recipe', 'fusion', ...WISHES, '--weeks', '10', '--out', file, '--force']).code).toBe(0)
    expect(readFileSync(file, 'utf8')).not.toBe(text)
    expect(readdirSync(folder)).toEqual(['my.plan'])
  })

  test('leaves nothing where the folder does not exist', () => {
    const folder = join(tmpdir(), 'bell-lap-no-such-folder')
    expect(bellLap(['recipe', 'fusion', ...WISHES, '--out', join(folder, 'my.plan')]).code).toBe(2)
    expect(existsSync(folder)).toBe(false)
  })
})

describe('what cannot be made is refused: exit code 2, a reason, nothing on standard output', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['no name', [...WISHES], /--list/],
    ['an unknown name', ['fission', ...WISHES], /No recipe is called fission/],
    ['no race', ['fusion', '--weeks', '12', '--level', 'advanced'], /--race/],
    ['an unknown race', ['fusion', ...WISHES, '--race', '400'], /no race over 400.*800/],
    ['an unknown level', ['fusion', ...WISHES, '--level', 'pro'], /No level is called pro.*seasoned/],
    ['too many weeks', ['fusion', ...WISHES, '--weeks', '30'], /8 to 24 weeks/],
    ['weeks that are no number', ['fusion', ...WISHES, '--weeks', 'ten'], /not a number/],
    ['too few days', ['fusion', ...WISHES, '--days', '2'], /4 to 7 days/],
    ['too little running', ['fusion', ...WISHES, '--start', '10'], /Start from \d+ km/],
    ['too steep a peak', ['fusion', ...WISHES, '--start', '50', '--peak', '90'], /peak of \d+ km/],
    ['an unknown day', ['fusion', ...WISHES, '--race-on', 'Fryday'], /Mon, Tue/],
  ])('%s', (_name, wishes, reason) => {
    const run = bellLap(['recipe', ...wishes])
    expect([run.code, run.out]).toEqual([2, ''])
    expect(run.err).toMatch(reason)
  })
})
