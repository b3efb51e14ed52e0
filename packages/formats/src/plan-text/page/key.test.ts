import { weeksOf } from '@bell-lap/core'
import { describe, expect, test } from 'vitest'
import { makeWorkout } from '../notation/make-workout.ts'
import { pageKey } from './key.ts'
import { readPage } from './read-page.ts'
import { readWorkout } from '../prose/read-workout.ts'

const keyOf = (text: string) => pageKey(text, [{ from: 0, to: text.length }])

describe('what a page says of its own writing', () => {
  test('letters for paces and roles, one a line', () => {
    const { meanings } = keyOf(
      'KEY\nE   easy; you could tell a long story\nT   comfortably hard, the pace of an hour flat out\nI   hard, near the pace of a 3 km race\nR   quick but loose, 800 m race pace or a shade under\n',
    )
    expect([...meanings]).toEqual([
      ['E', { role: 'easy' }],
      ['T', { pace: 'threshold' }],
      ['I', { pace: '3K' }],
      ['R', { pace: '800' }],
    ])
  })

  test('several entries a line, short forms of words', () => {
    const { meanings, words } = keyOf(
      'Key\nE  easy          L  long, easy       V  5K effort\nO  off           X  cross-train      jg jog\n',
    )
    expect([...meanings]).toEqual([
      ['E', { role: 'easy' }],
      ['L', { role: 'long' }],
      ['V', { pace: '5K' }],
    ])
    expect([...words]).toEqual([
      ['O', 'off'],
      ['X', 'cross-train'],
      ['jg', 'jog'],
    ])
    expect([...keyOf('jg = jog, wk = walk, S&C = circuit in the gym').words]).toEqual([
      ['jg', 'jog'],
      ['wk', 'walk'],
    ])
  })

  test('letters in a sentence', () => {
    const { meanings, words } = keyOf(
      'R is a rest day, X means cross training, and LR is the long run. T is threshold pace.',
    )
    expect([...words]).toEqual([
      ['R', 'rest day'],
      ['X', 'cross training'],
      ['LR', 'long'],
    ])
    expect([...meanings]).toEqual([['T', { pace: 'threshold' }]])
  })

  test.each([
    ['A figure on its own is miles, all easy.', 'mi', 'mi'],
    ['Plain numbers are kilometres of easy running.', 'km', 'km'],
    ['Numbers alone mean minutes.', null, 'min'],
    ['All distances are in km.', 'km', 'km'],
    ['Everything in the last column is kilometres for the week, race included.', 'km', null],
    ['Miles are long when it is hot.', null, null],
    ['You will run for 40 minutes in all.', null, null],
  ])('%s', (sentence, unit, bare) => {
    const key = keyOf(sentence)
    expect([key.unit, key.bareNumber]).toEqual([unit, bare])
  })

  test('brackets, hundreds, m', () => {
    expect(keyOf('The square bracket closes a session and gives everything you cover that day.').bracket).toEqual({
      unit: null,
    })
    expect(keyOf('What stands in brackets at the end is the day in km.').bracket).toEqual({ unit: 'km' })
    expect(keyOf('Recoveries are in brackets.').bracket).toBeNull()
    expect(keyOf('The ladder is in hundreds of metres, and 1m is a mile.')).toMatchObject({
      hundreds: true,
      mIsMile: true,
    })
  })

  test('prose of every day is no key', () => {
    const key = keyOf(
      'Sleep is training. I is for interval? No. It is hot: drink. Race day: 5K is short. Note - easy days are easy.\n',
    )
    expect([...key.meanings, ...key.words]).toEqual([])
  })
})

/** Canonical text of each session of one week under a key. */
const sessions = (key: string, days: string): readonly string[] => {
  const [week] = weeksOf(readPage(`5K plan\n\n${key}\n\nWeek 1\n${days}`, readWorkout).plan)
  return week?.sessions.map(({ workout }) => makeWorkout(workout)) ?? []
}

describe('entries in the light of the key', () => {
  test('figures alone are what the key says, without a guess for each', () => {
    const text = 'A figure on its own is miles, all easy.\n\nWeek 1\nMon: 4\nTue: 5\nWed: 6\n'
    const reading = readPage(text, readWorkout)
    expect(weeksOf(reading.plan)[0]?.sessions.map(({ workout }) => makeWorkout(workout))).toEqual([
      '4mi easy',
      '5mi easy',
      '6mi easy',
    ])
    expect(reading.findings).toEqual([])
  })

  test('a closing bracket is the total, the rest of it easy', () => {
    expect(
      sessions(
        'The square bracket gives everything you cover that day, in miles.',
        'Mon: 8 x 400 m, 200 m jog [6]\nTue: 5 miles\nWed: rest',
      )[0],
    ).toBe('6mi with 8 x 400m, jog 200m')
  })

  test('a bracket that is a recovery stays one', () => {
    expect(
      sessions(
        'What stands in brackets at the end is the day in km.',
        'Mon: 8 x 400 m (200 m)\nTue: 5 km\nWed: rest',
      )[0],
    ).toContain('200m')
  })

  test('a ladder in hundreds, a mile called m', () => {
    const key = 'The ladder is in hundreds of metres, and 1m is a mile. All distances are in miles.'
    expect(sessions(key, 'Mon: 4,6,8,6,4 400 rec\nTue: 3 x 1m, 600 rec\nWed: rest').slice(0, 2)).toEqual([
      '(400m, 600m, 800m, 600m, 400m), rec 400m',
      '3 x 1mi, rec 600m',
    ])
  })

  test('a slash between the halves of the day', () => {
    const key = 'A slash parts the morning run from the evening run. All distances are in km.'
    expect(sessions(key, 'Mon: 6/4\nTue: 8 x 400 m (200/200) / 5\nWed: rest')).toHaveLength(5)
    expect(sessions(key, 'Mon: 6/4\nTue: 5\nWed: rest').slice(0, 2)).toEqual(['6km easy', '4km easy'])
  })

  test('letters with figures, whole or with work inside', () => {
    const key =
      'KEY\nE  easy      V  5K effort      S  strength\nThe figure behind a letter is the whole day in miles; behind S it is minutes.'
    expect(sessions(key, 'Mon: E5\nTue: V7: 5 x 800, 400 jog\nWed: S30')).toEqual([
      '5mi easy',
      '7mi with 5 x 800m @~5K, jog 400m',
      'strength 30min',
    ])
  })

  test("the text of a session is the author's, whatever the key made of it", () => {
    const text = 'jg = jog\n\nWeek 1\nMon: 6 x 800 m, 400 m jg\nTue: rest\nWed: rest\n'
    const reading = readPage(text, readWorkout)
    const span = reading.spanOf({ kind: 'session', week: 0, session: 0 })
    expect(span && text.slice(span.from, span.to)).toBe('6 x 800 m, 400 m jg')
    expect(reading.findings.map(({ message }) => message)).toEqual([expect.stringContaining('jg = jog')])
  })

  test('days that hold a letter only', () => {
    const key = 'Plain numbers are minutes. R is a rest day, X means cross training, and LR is the long run.'
    expect(sessions(key, 'Mon R\nTue 40\nFri X 30\nSun LR 70')).toEqual([
      'rest',
      '40min easy',
      'cross 30min',
      '70min long',
    ])
  })

  test('without a key the totals of the page tell what figures are', () => {
    const reading = readPage('5K plan\n\nWeek 1\nMon: 4 easy\nTue: 5\nWed: 6 long\nTotal: 15 miles\n', readWorkout)
    expect(reading.plan.unit).toBe('mi')
    expect(reading.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'unit-guess: Figures that stand alone are taken for miles, like the totals of the page.',
    ])
  })
})
