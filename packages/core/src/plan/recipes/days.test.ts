import { describe, expect, test } from 'vitest'
import { WEEKDAYS } from '../../calendar/week.ts'
import type { Brief } from './brief.ts'
import { HEAVY_DAY, JUMP_DAY, LIGHT_DAY, roleOf, weekdayAfterLong, type DayRole } from './days.ts'
import { settle } from './settle.ts'

const briefOf = (days: number, longRunDay: (typeof WEEKDAYS)[number]): Brief => {
  const brief = settle({ recipe: 'fusion', race: '1500', weeks: 12, level: 'advanced', days, longRunDay })
  if (!brief.ok) throw new Error(brief.fault.message)
  return brief.value
}

const CASES = WEEKDAYS.flatMap((longRunDay) => [4, 5, 6, 7].map((days) => ({ longRunDay, days })))

/** Days between two weekdays, the shorter way round the week. */
const apart = (one: number, other: number): number => {
  const days = Math.abs(one - other) % 7
  return Math.min(days, 7 - days)
}

describe.each(CASES)('$days days, long run on $longRunDay', ({ days, longRunDay }) => {
  const brief = briefOf(days, longRunDay)
  const roles = WEEKDAYS.map((_, day) => roleOf(brief, day))
  const on = (role: DayRole): number => roles.indexOf(role)

  test('as many runs as days, the long one on its day', () => {
    expect(roles.filter((role) => role !== 'free').length).toBe(days)
    expect(on('long')).toBe(WEEKDAYS.indexOf(longRunDay))
  })

  test('the hard days are two days and more from one another and from the long run, the first before the second', () => {
    expect(on('first')).toBeLessThan(on('second'))
    expect(apart(on('first'), on('second'))).toBeGreaterThanOrEqual(2)
    expect(apart(on('first'), on('long'))).toBeGreaterThanOrEqual(2)
    expect(apart(on('second'), on('long'))).toBeGreaterThanOrEqual(2)
  })

  test('strength and jumps share no day with hard running, heavy work and jumps have two days to the next of it', () => {
    const hard = [on('first'), on('second')]
    for (const beside of [HEAVY_DAY, LIGHT_DAY, JUMP_DAY]) {
      expect([...hard, on('long')]).not.toContain(weekdayAfterLong(brief, beside))
    }
    for (const beside of [HEAVY_DAY, JUMP_DAY]) {
      const day = weekdayAfterLong(brief, beside)
      expect(Math.min(...hard.map((each) => (each - day + 7) % 7))).toBeGreaterThanOrEqual(3)
    }
  })
})
