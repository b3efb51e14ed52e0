import { expect, test } from 'vitest'
import { bellLap } from './run.ts'

const day = (name: string, am: number, pm?: number) => ({
  day: name,
  slots: { am, ...(pm === undefined ? {} : { pm }) },
})
const session = (id: string, hardness: string, minutes: number) => ({
  id,
  kind: hardness.includes('strength') ? 'strength' : 'run',
  hardness,
  minutes,
})

const week = {
  days: [
    day('Mon', 60, 90),
    day('Tue', 90, 60),
    day('Wed', 60),
    day('Thu', 90, 60),
    day('Sat', 90, 60),
    day('Sun', 150),
  ],
  sessions: [
    session('easy', 'easy', 50),
    session('T', 'key', 70),
    session('5K', 'key', 65),
    session('long', 'long', 110),
    session('A', 'heavy-strength', 35),
  ],
  start_times: { am: '07:00', pm: '18:00' },
  before: [{ hardness: 'key', ended_h_before_week: 40 }],
  after: [],
}
const place = (input: object) => bellLap(['place', '-', '--json'], JSON.stringify(input))

interface Answer {
  readonly placement?: { readonly [id: string]: { readonly day: string; readonly slot: string } }
  readonly proof?: { readonly optimal: boolean }
  readonly impossible?: { readonly clash: readonly { readonly kind: string; readonly session: string }[] }
}

test('a week is placed, every session once, and the proof told', () => {
  const { code, out } = place(week)
  const answer = JSON.parse(out) as Answer
  expect(code).toBe(0)
  expect(Object.keys(answer.placement ?? {}).toSorted()).toEqual(['5K', 'A', 'T', 'easy', 'long'])
  expect(answer.placement?.['long']).toEqual({ day: 'Sun', slot: 'am' })
  expect(answer.proof?.optimal).toBe(true)
})

test('the same week in another order is placed the same', () => {
  const shuffled = { ...week, sessions: week.sessions.toReversed(), days: week.days.toReversed() }
  expect((JSON.parse(place(shuffled).out) as Answer).placement).toEqual(
    (JSON.parse(place(week).out) as Answer).placement,
  )
})

test('a week without room says what clashes', () => {
  const { code, out } = place({ ...week, sessions: [session('long', 'long', 300)] })
  expect(code).toBe(1)
  expect((JSON.parse(out) as Answer).impossible?.clash).toEqual([{ kind: 'minutes', session: 'long' }])
})

test.each([
  ['{', /not JSON/],
  ['{}', /days/],
  [JSON.stringify({ ...week, days: [day('Moon', 60)] }), /days\.0\.day/],
  [
    JSON.stringify({ ...week, sessions: [session('a', 'easy', 10), session('a', 'easy', 20)] }),
    /two sessions are called a/,
  ],
  [JSON.stringify({ ...week, start_times: { am: '25:00', pm: '18:00' } }), /start_times\.am/],
])('%s is refused', (input, message) => {
  const { code, out, err } = bellLap(['place', '-'], input)
  expect(err).toMatch(message)
  expect(code).toBe(2)
  expect(out).toBe('')
})
