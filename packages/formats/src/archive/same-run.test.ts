import { describe, expect, test } from 'vitest'
import type { Activity } from '../fit/recorded.ts'
import { sameRun } from './same-run.ts'

interface Run {
  readonly start?: number | null
  readonly seconds?: number
  readonly speed?: number
  /** Degrees north of the other run's path. */
  readonly aside?: number
  readonly place?: boolean
  readonly heart?: ((second: number) => number) | undefined
  /** Seconds between samples. */
  readonly every?: number
}

const START = Date.UTC(2026, 4, 1, 6)
const beat = (second: number): number => 130 + 20 * Math.sin(second / 50)

/** A run to the east on the 50th parallel. */
const run = ({
  start = START,
  seconds = 1800,
  speed = 3,
  aside = 0,
  place = true,
  heart,
  every = 1,
}: Run = {}): Activity => {
  const time = Float64Array.from({ length: Math.floor(seconds / every) + 1 }, (_, index) => index * every)
  const samples = {
    count: time.length,
    time,
    developer: [],
    distance: time.map((second) => second * speed),
    ...(place
      ? { latitude: time.map(() => 50 + aside), longitude: time.map((second) => 8 + (second * speed) / 71_500) }
      : {}),
    ...(heart ? { heartRate: time.map(heart) } : {}),
  }
  return { start, sessions: [], laps: [], samples, events: [], pauses: [], problems: [] } as unknown as Activity
}

const verdict = (one: Run, other: Run): string => sameRun(run(one), run(other)).verdict

describe('the same run from two sources', () => {
  test.each<[string, Run, Run]>([
    ['a copy', {}, {}],
    ['without its heart rate', { heart: beat }, {}],
    ['fewer samples', {}, { every: 7 }],
    ['a phone that started later', {}, { start: START + 20_000, seconds: 1780 }],
    ['a few metres aside', {}, { aside: 0.0001 }],
    ['a site that lost an hour', {}, { start: START + 3_600_000 }],
    ['on a treadmill, by the heart', { place: false, heart: beat }, { place: false, heart: beat }],
    ['a watch without a date', {}, { start: null }],
  ])('%s', (_, one, other) => {
    expect(verdict(one, other)).toBe('same')
    expect(verdict(other, one)).toBe('same')
  })

  test('only likely where nothing but start and length is known', () => {
    const { verdict: found, because } = sameRun(run({ place: false }), run({ place: false, start: START + 5000 }))
    expect(found).toBe('likely')
    expect(because).toEqual([
      'they start 5 s apart',
      'they come to 1800 s and 1800 s',
      'they come to 5400 m and 5400 m',
    ])
  })

  test.each<[string, Run, Run]>([
    ['the next day at the same time', {}, { start: START + 86_400_000 }],
    ['minutes later', {}, { start: START + 300_000 }],
    ['longer', {}, { seconds: 2000 }],
    ['farther', {}, { speed: 3.5 }],
    ['elsewhere at the same time', {}, { aside: 0.01 }],
    ['back the same way an hour later', {}, { start: START + 3_600_000, aside: 0.002 }],
    ['without a date, of another length', {}, { start: null, seconds: 900 }],
  ])('different: %s', (_, one, other) => {
    expect(verdict(one, other)).toBe('different')
    expect(sameRun(run(one), run(other)).because.length).toBeGreaterThan(0)
  })

  test('nothing recorded at all is no double of anything', () => {
    const nothing = {
      ...run(),
      start: null,
      samples: { count: 0, time: new Float64Array(), developer: [] },
    } as Activity
    expect(sameRun(nothing, run()).verdict).toBe('different')
    expect(sameRun(nothing, nothing).verdict).toBe('different')
  })
})
