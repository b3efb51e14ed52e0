import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, makeDay, mondayOf, parseDay, weekdayOf } from './day.ts'

const day = (text: string) => {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}

test('a day is read, printed and counted', () => {
  expect(parseDay('1970-01-01')).toBe(0)
  expect(makeDay(addDays(day('2028-02-28'), 1))).toBe('2028-02-29')
  expect(makeDay(addDays(day('2027-02-28'), 1))).toBe('2027-03-01')
  expect(makeDay(addDays(day('2026-12-31'), 1))).toBe('2027-01-01')
  expect(weekdayOf(day('2027-03-21'))).toBe('Sun')
  expect(makeDay(mondayOf(day('2027-03-21')))).toBe('2027-03-15')
})

test.each(['2027-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '27-04-01', '2027-4-1', 'tomorrow', ''])(
  '%j is no day',
  (text) => expect(parseDay(text)).toBeUndefined(),
)

test('agrees with Temporal over four centuries', () => {
  const epoch = Temporal.PlainDate.from('1970-01-01')
  fc.assert(
    fc.property(fc.integer({ min: -80_000, max: 80_000 }), (number) => {
      const date = epoch.add({ days: number })
      expect(makeDay(day(date.toString()))).toBe(date.toString())
      expect(day(date.toString())).toBe(number)
      expect(weekdayOf(day(date.toString()))).toBe(
        ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][date.dayOfWeek - 1],
      )
    }),
  )
})
