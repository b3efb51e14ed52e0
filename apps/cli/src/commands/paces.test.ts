import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PACE_NAMES, paceOf, parseClock, speedOver } from '@bell-lap/core'
import { z } from 'zod'
import { pacesCommand, type PacesOptions, runPaces } from './paces.ts'

const TODAY = '2026-11-21'

const run = (options: PacesOptions) => {
  const said: string[] = []
  const told: string[] = []
  const code = runPaces(
    { today: TODAY, ...options },
    { say: (text) => said.push(text), tell: (text) => told.push(text) },
  )
  return { code, out: said.join('\n'), told: told.join('\n') }
}

/** The contract of `paces --json`; what stands beside it are reasons. */
const Contract = z.object({
  model: z.enum(['offsets', 'equivalent', 'measured']),
  marks: z.array(z.object({ distance_m: z.number(), time_s: z.number() })),
  index: z.number(),
  paces: z.array(
    z.object({
      pace: z.enum(PACE_NAMES),
      speed_mps: z.tuple([z.number(), z.number()]),
      from: z.string().min(1),
      notes: z.array(z.string()).optional(),
      heart_rate_bpm: z.tuple([z.number().nullable(), z.number().nullable()]).optional(),
    }),
  ),
  compare: z.object({
    offsets: z.array(
      z.object({
        pace: z.enum(PACE_NAMES),
        speed_mps: z.tuple([z.number(), z.number()]),
        from: z.string(),
        verdict: z.string(),
        message: z.string(),
      }),
    ),
  }),
  notes: z.array(z.string()),
})
const json = (options: PacesOptions) => Contract.parse(JSON.parse(run({ ...options, json: true }).out))
const paceIn = (answer: ReturnType<typeof json>, name: string) => {
  const found = answer.paces.find(({ pace }) => pace === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const meanOf = ([slow, fast]: readonly [number, number]): number => (slow + fast) / 2

let folder = ''
const file = (name: string, data: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(data))
  return path
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bell-lap-paces-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('paces --json', () => {
  test('keeps the contract: model, marks, index, paces slow end first, offsets to compare', () => {
    const answer = json({ '5k': '19:57' })
    expect(answer.model).toBe('equivalent')
    expect(answer.marks).toEqual([{ distance_m: 5000, time_s: 1197 }])
    expect(answer.index).toBeCloseTo(49.95, 2)
    for (const { speed_mps } of answer.paces) expect(speed_mps[0]).toBeLessThanOrEqual(speed_mps[1])
    expect(answer.compare.offsets.map(({ pace }) => pace)).toEqual(['easy', 'threshold', 'vo2max', 'mile'])
  })

  test('the mean of a range is the model’s point: threshold of index 50 is 6:51 a mile, 4:15 a kilometre', () => {
    const threshold = meanOf(paceIn(json({ '5k': '19:57' }), 'threshold').speed_mps)
    expect(1609.344 / threshold).toBeGreaterThan(409)
    expect(1609.344 / threshold).toBeLessThan(413)
    expect(Math.round(1000 / threshold)).toBe(255)
  })

  test('own marks win, in any model', () => {
    for (const model of ['offsets', 'equivalent', 'measured'] as const) {
      const answer = json({ '5k': '20:00', mile: '5:40', '800': '2:25', model })
      expect(answer.model).toBe(model)
      expect(meanOf(paceIn(answer, 'mile').speed_mps)).toBeCloseTo(1609.344 / 340, 3)
      expect(meanOf(paceIn(answer, '800').speed_mps)).toBeCloseTo(800 / 145, 3)
      expect(paceIn(answer, '800').from).toContain('own 800 m')
    }
  })

  test('800 m without a mark is called an estimate', () => {
    expect(paceIn(json({ '5k': '20:00', model: 'offsets' }), '800').from).toContain('estimate')
  })

  test('offsets outside 14:00 to 25:00 are scaled and say so', () => {
    const easy = paceIn(json({ '5k': '30:00', model: 'offsets' }), 'easy')
    expect(easy.notes?.join()).toContain('scaled by 1.200')
    expect(1609.344 / easy.speed_mps[1]).toBeCloseTo(1609.344 / (5000 / 1800) + 108, 1)
  })

  test('marks, goal, unit and heart rates come from the athlete file too', () => {
    const athlete = file('me.json', {
      unit: 'mi',
      marks: [
        { distance_m: 5000, time: '19:45', day: '2026-10-11', kind: 'race' },
        { distance_m: 5000, time: '17:00', day: '2024-10-11' },
      ],
      threshold_heart_rate: 170,
      goal: { distance_m: 5000, time: '18:59' },
    })
    const answer = json({ athlete })
    expect(answer.marks).toEqual([{ distance_m: 5000, time_s: 1185 }])
    expect(meanOf(paceIn(answer, 'goal').speed_mps)).toBeCloseTo(5000 / 1139, 3)
    expect(paceIn(answer, 'threshold').heart_rate_bpm).toEqual([162, 173])
    expect(paceIn(answer, 'easy').heart_rate_bpm).toEqual([null, 151])
    expect(answer.compare.offsets[0]?.message).toContain('s/mi')
    expect(run({ athlete }).out).toMatch(/^pace +\/mi +\/km/m)
  })
})

describe('the table', () => {
  const { out, code } = run({ '5k': '19:30' })

  test('says what it rests on, by which model', () => {
    expect(code).toBe(0)
    expect(out).toContain('Paces from 5K 19:30')
    expect(out).toContain('Model equivalent, Daniels-Gilbert index 51.3.')
    expect(out).not.toContain('VDOT')
  })

  test('has a line for each pace, laps for the fast ones, no column that is empty', () => {
    expect(out).toMatch(/^easy {7}5:01-5:31 {2}8:04-8:53 {20}62-70 % of index 51.3$/m)
    expect(out).toMatch(/^5K {9}3:53-3:55 {2}6:15-6:18 {2}93-94 {6}47 {5}own 5K 19:30$/m)
    expect(out).toMatch(/^threshold {2}4:07-4:12 {2}6:38-6:46 {2}1:39-1:41 /m)
    expect(out).not.toMatch(/^pace.* HR/m)
    expect(out).not.toMatch(/^walk/m)
    for (const line of out.split('\n')) expect(line).toBe(line.trimEnd())
  })

  test('runs from slow to fast', () => {
    const races = out
      .split('\n')
      .filter((line) => /^(marathon|hm|10mi|15K|10K|8K|5K|2mi|3K|mile|1500|800|400) /.test(line))
    const first = races.map((line) => parseClock(/\d+:\d\d/.exec(line)?.[0] ?? '') ?? 0)
    expect(first).toEqual(first.toSorted((a, b) => b - a))
    expect(races).toHaveLength(13)
  })

  test('says where document and equivalents part, which way and by how much', () => {
    expect(out).toContain(
      'mile by 5K -25..-20 s/mi (R48): 3:38-3:42/km, by the equivalents 3:32/km: the document is 6 to 9.1 s/km too slow.',
    )
    expect(run({ '5k': '19:30', unit: 'mi' }).out).toContain('the document is 9.7 to 14.7 s/mi too slow.')
  })

  test('tells each note once, with the paces that it is about', () => {
    expect(out.match(/race one to know/g)).toHaveLength(1)
    expect(out).toContain('1200, 1000, 800, 600, 400: An estimate')
    expect(out).toContain('the talk test wins over the number (R12)')
  })

  test('shows heart rates where they are known', () => {
    const athlete = file('heart.json', { marks: [], max_heart_rate: 190, resting_heart_rate: 50 })
    expect(run({ '5k': '19:30', athlete }).out).toMatch(/^easy .* 120-148 /m)
  })
})

describe('what cannot be answered', () => {
  test.each([
    [{}, 'No race or test result that counts'],
    [{ '5k': 'soon' }, '"soon" is not a time'],
    [{ '5k': '9:30' }, '5K 9:30 is faster than anybody has run: check the time.'],
    [{ '5k': '19.30' }, 'faster than anybody has run'],
    [{ '5k': '3:00:00' }, 'slower than walking'],
    [{ '400': '58' }, 'too short to tell any longer pace'],
    [{ athlete: '/nowhere/me.json' }, 'there is no such file'],
    [{ '5k': '19:30', today: 'tomorrow' }, '--today tomorrow: write a day'],
  ])('%o: code 2, message on standard error, nothing on standard output', (options, message) => {
    const { code, out, told } = run(options)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(told).toContain(message)
  })
})

describe('days', () => {
  const athlete = () =>
    file('days.json', {
      marks: [
        { distance_m: 5000, time: '18:00', day: '2027-05-01' },
        { distance_m: 5000, time: '20:00', day: '2026-05-01' },
      ],
    })

  test('marks after --today are not known yet', () => {
    expect(json({ athlete: athlete() }).marks).toMatchObject([{ time_s: 1200 }])
  })
})

test('commander hands the flags over, repeated marks and capitals included', () => {
  const command = pacesCommand()
  let seen: unknown
  command.action((options: unknown) => {
    seen = options
  })
  command.parse(['--5K', '19:30', '--mark', '3000m=10:05', '--mark', '10K=41:20', '--unit', 'mi', '--json'], {
    from: 'user',
  })
  expect(seen).toEqual({ '5K': '19:30', mark: ['3000m=10:05', '10K=41:20'], unit: 'mi', json: true })
  expect(command.helpInformation()).toContain('--mile <time>')
  expect(command.helpInformation()).not.toContain('--5K')
})

test('a lap of the table is the pace over 400 m', () => {
  const lap = paceOf(speedOver(5000 as never, 1170 as never), '400m')
  expect(lap).toBeCloseTo(93.6, 9)
  expect(run({ '5k': '19:30' }).out).toMatch(/^5K .* 93-94 /m)
})
