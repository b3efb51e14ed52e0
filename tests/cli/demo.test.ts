import { expect, test } from 'vitest'
import { bellLap } from './run.ts'

test('without anything typed or piped the demo shows the plan that comes with Bell Lap', () => {
  const { code, out } = bellLap(['demo'])
  expect(code).toBe(0)
  expect(out).toMatch(/Advanced 5K: 12 weeks, 84 sessions, 0 of \d+ characters not understood/)
  expect(out).toContain('8mi with 5 x 1000m @T, jog 200m')
  expect(out).toMatch(/1000m @T: 6:4\d-6:5\d\/mi, 1000m in 4:\d\d-4:\d\d/)
  expect(out).toMatch(/Checked against the rules: 0 errors, \d+ warnings, \d+ notes/)
  expect(out).toMatch(/plans\/advanced-5k\.plan:\d+:\d+ warning/)
  expect(out).toMatch(/^5K +6:\d\d-6:\d\d/m)
})

test('a piped page is read, checked and shown at the paces of a 5K time', () => {
  const page = 'Week 1\nMon: off\nTue: 6 x 400 @ 5k pace, 200 jog\nSun: 9 miles easy\nMiles: 34\n'
  const { code, out } = bellLap(['demo', '--5k', '17:30'], page)
  expect(code).toBe(0)
  expect(out).toContain('6 x 400m @5K, jog 200m')
  expect(out).toMatch(/400m in 1:2[34]/)
  expect(out).toMatch(/standard input:\d+:\d+/)
})

test.each(['fast', '0:00', '2:00'])('--5k %s is refused', (time) => {
  const { code, err } = bellLap(['demo', '--5k', time])
  expect(code).toBe(2)
  expect(err).not.toBe('')
})

test('a page without a plan says so and shows what a plan looks like', () => {
  const { out } = bellLap(['demo'], 'Dear diary, today it rained.\n')
  expect(out).toMatch(/No week was found/)
})
