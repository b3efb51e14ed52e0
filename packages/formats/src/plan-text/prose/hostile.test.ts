import { describe, expect, test } from 'vitest'
import { readWorkout } from './read-workout.ts'

const LONG = 1_000_000
const fill = (piece: string): string => piece.repeat(Math.ceil(LONG / piece.length))

const HOSTILE = {
  'nested brackets': fill('('),
  'nested sets': fill('2 x ('),
  'brackets that close': '('.repeat(LONG / 2) + ')'.repeat(LONG / 2),
  'a number of a million digits': fill('9'),
  'numbers without end': fill('9 '),
  'lone surrogates': fill('\ud800'),
  'control characters': fill('\u0000'),
  'one word': fill('a'),
  'words that mean nothing': fill('lorem ipsum '),
  'totals inside totals': fill('8 miles with '),
  'repeats of repeats': fill('1 min hard, repeat 4 times, '),
  colons: fill('1:'),
  dashes: fill('400-'),
  slashes: fill('400/'),
  choices: fill('or '),
  scopes: fill('between '),
  'halves of the day': fill('am pm '),
  primes: fill("a'"),
  'line breaks': fill('\n'),
  'feel words': fill('easy '),
  exercises: fill('squats 3 x 8; '),
}

describe('a megabyte that is no prescription', () => {
  test.each(Object.entries(HOSTILE))('%s: read in part, the rest named as unread', (_name, text) => {
    const { findings, unread, workout } = readWorkout(text)
    expect(findings.some((finding) => finding.rule === 'out-of-range')).toBe(true)
    expect(unread.at(-1)?.to).toBe(text.length)
    expect(findings.length).toBeLessThanOrEqual(250)
    expect(workout.steps.length).toBeLessThan(2000)
  })
})

describe('figures that nobody runs', () => {
  test.each([
    ['9999999 miles', 'bad-number'],
    ['99999999 x 400m', 'bad-number'],
    ['500 hours easy', 'bad-number'],
    ['12345678901 m', 'bad-number'],
  ])('%s', (text, rule) => {
    const { findings, workout } = readWorkout(text)
    expect(findings.map((finding) => finding.rule)).toContain(rule)
    const figures = JSON.stringify(workout, (key, value: unknown) => (key === 'cue' ? undefined : value))
    expect(figures).not.toMatch(/\d{8}/)
  })
})

describe('text without a prescription', () => {
  test('nothing is read from nothing', () => {
    expect(readWorkout('')).toEqual({
      workout: { kind: 'run', total: null, remainder: null, steps: [], alternatives: [] },
      findings: [],
      unread: [],
    })
  })

  test('words that mean nothing here are unread, not dropped', () => {
    const text = 'see the notes on page'
    expect(readWorkout(text).unread).toEqual([{ from: 0, to: text.length }])
  })
})
