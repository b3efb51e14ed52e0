import { describe, expect, test } from 'vitest'
import { timeJson, typedTime } from './typed-time.ts'

describe('times as runners type them', () => {
  test.each([
    ['19:45', 5000, 1185],
    ['1945', 5000, 1185],
    ['19.45', 5000, 1185],
    ['19,45', 5000, 1185],
    ['1:08:00', 21097.5, 4080],
    ['10800', 21097.5, 4080],
    ['1.08.00', 21097.5, 4080],
    ['2:05', 800, 125],
    ['205', 800, 125],
    ['2:05.3', 800, 125.3],
    ['58.4', 400, 58.4],
    ['58', 400, 58],
    ['38', 10_000, 2280],
    ['4:10', 1500, 250],
  ])('%s over %d m', (text, metres, seconds) => expect(typedTime(text, metres)).toBeCloseTo(seconds, 6))

  test.each([
    ['', 5000],
    ['fast', 5000],
    ['19:75', 5000],
    ['0', 5000],
    ['5:00', 5000],
    ['9:99:99', 5000],
    ['-19:45', 5000],
  ])('%s over %d m is no time', (text, metres) => expect(typedTime(text, metres)).toBeUndefined())

  test('goes into the athlete file as it reads it', () => {
    expect(timeJson(1185)).toBe('19:45')
    expect(timeJson(4080)).toBe('1:08:00')
    expect(timeJson(58.4)).toBe(58.4)
  })
})
