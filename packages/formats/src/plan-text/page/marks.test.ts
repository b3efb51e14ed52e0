import { describe, expect, test } from 'vitest'
import { writtenAmount } from './amount.ts'
import { dateAt, weekdayOfDate } from './dates.ts'
import { dayMark, isBelievable } from './day-mark.ts'
import { inlineDays } from './inline.ts'
import { phaseMark } from './phase-mark.ts'
import { slotParts } from './slots.ts'
import { totalMark } from './total-mark.ts'
import { isHeadingRest, weekLabel } from './week-label.ts'
import { weekMark } from './week-mark.ts'

/** A line as a heading of a week: its number, what follows; undefined where it is a sentence. */
const headed = (line: string): string | undefined => {
  const mark = weekMark(line)
  if (!mark || !isHeadingRest(line.slice(mark.length))) return undefined
  const { kind, total, label } = weekLabel(line.slice(mark.length))
  const upTo = mark.upTo === undefined ? '' : `-${mark.upTo}`
  const amount = total ? ` ${total.low}${total.unit ?? ''}` : ''
  return `${mark.number}${upTo}${mark.countdown ? ' down' : ''} ${kind ?? mark.kind ?? '-'}${amount} ${label}`.trim()
}

describe('headings of weeks', () => {
  test.each([
    ['Week 1', '1 -'],
    ['WEEK 12:', '12 -'],
    ['Wk. 3', '3 -'],
    ['W4 – 43 km', '4 - 43km'],
    ['Week #7', '7 -'],
    ['Week No. 7', '7 -'],
    ['Week 4 (Recovery Week)', '4 recovery Recovery Week'],
    ['Week 4: down week (35 km)', '4 recovery 35km down week'],
    ['Week 3: the big one (55 km)', '3 - 55km the big one'],
    ['Week 1 of 8, 30 miles', '1 - 30mi'],
    ['Week 2/12', '2 -'],
    ['Week Seven - Peak', '7 peak Peak'],
    ['Week IV', '4 -'],
    ['Third week', '3 -'],
    ['Week 5 – 51 miles', '5 - 51mi'],
    ['Week 5: total 40-45 km', '5 - 40km'],
    ['Week 9 (4h 30)', '9 - 270min'],
    ['9 weeks out', '9 down -'],
    ['Two weeks to go', '2 down -'],
    ['1 week to race day (19.2 miles)', '1 down - 19.2mi'],
    ['T-3 weeks', '3 down -'],
    ['Race minus 2', '2 down -'],
    ['Week -6', '6 down -'],
    ['Taper week', 'null taper'],
    ['Race week!', 'null race !'],
    ['w/c 4 Jan', 'null -'],
    ['Week of 12 April: build', 'null build build'],
    ['Weeks 5-8', '5-8 -'],
    ['Weeks 9 and 10: arrive fresh', '9-10 - arrive fresh'],
    ['Week 3-4', '3-4 -'],
  ])('%s', (line, expected) => {
    expect(headed(line)).toBe(expected)
  })

  test.each([
    'Week 4 is the recovery week, so take it easy.',
    'Weeks run down to race day.',
    'Week 1 and week 2 are the same.',
    'Weeks 3 to 6 are harder than you think.',
    'Weekly Total: 57 miles',
    'Weekends are for long runs.',
    'W 5 miles',
    'T - 6 x 400',
    'We run 9 weeks out of ten.',
    'Wednesday',
    'Three weeks of this and you will fly.',
    '5 weekly runs',
  ])('is not: %s', (line) => {
    expect(headed(line)).toBeUndefined()
  })
})

describe('headings of phases', () => {
  test.each([
    ['Developing Speed: Weeks 5-8', 'Developing Speed 5-8'],
    ['Taper and Peak: Week 12', 'Taper and Peak 12-12'],
    ['Weeks 1 to 4: get used to it', 'get used to it 1-4'],
    ['Base (weeks 1–4)', 'Base 1-4'],
    ['Phase 2: Speed', 'Phase 2: Speed soft'],
    ['BASE PHASE', 'BASE PHASE soft'],
    ['Taper', 'Taper soft'],
  ])('%s', (line, expected) => {
    const mark = phaseMark(line, false)
    expect(`${mark?.name} ${mark?.weeks ? `${mark.weeks.from}-${mark.weeks.to}` : 'soft'}`).toBe(expected)
  })

  test.each(['Speed is what you want in weeks 5-8.', 'The base is everything', 'Peak fitness takes years.'])(
    'is not: %s',
    (line) => {
      expect(phaseMark(line, false)).toBeUndefined()
    },
  )
})

const dayed = (line: string): string | undefined => {
  const mark = dayMark(line)
  if (!mark || !isBelievable(mark, line)) return undefined
  return `${mark.days.join('+')}${mark.letter ?? ''}${mark.number ?? ''}|${line.slice(mark.length)}`
}

describe('marks of days', () => {
  test.each([
    ['Monday: 8 miles', 'Mon|8 miles'],
    ['MON 8 miles', 'Mon|8 miles'],
    ['Tues - off', 'Tue|off'],
    ['Weds. rest', 'Wed|rest'],
    ['Thur, 5 km', 'Thu|5 km'],
    ['Th: 5 km', 'Thu|5 km'],
    ['SundayRACE DAY!', 'Sun|RACE DAY!'],
    ['SatREST', 'Sat|REST'],
    ['Sun', 'Sun|'],
    ['Mon/Wed/Fri: rest', 'Mon+Wed+Fri|rest'],
    ['Mon, Wed & Fri rest', 'Mon+Wed+Fri|rest'],
    ['Mon-Thu: easy', 'Mon+Tue+Wed+Thu|easy'],
    ['Sat to Mon: easy', 'Sat+Sun+Mon|easy'],
    ['T: 6 x 400', 'T|6 x 400'],
    ['T 6 x 400', 'T|6 x 400'],
    ['Day 36 - 5 km', '36|5 km'],
    ['Day 3 (Wed): 5 km', 'Wed3|5 km'],
    ['Mon 4 Jan: 8 km', 'Mon|8 km'],
    ['Mon (4/1) 8 km', 'Mon|8 km'],
    ['Mon 4 miles', 'Mon|4 miles'],
    ['Mon 4/1 min fartlek', 'Mon|4/1 min fartlek'],
    ['4 Jan (Mon): 8 km', 'Mon|8 km'],
    ['2027-01-04 8 km', '|8 km'],
    ['Session 2: 6 x 400', '2|6 x 400'],
  ])('%s', (line, expected) => {
    expect(dayed(line)).toBe(expected)
  })

  test.each([
    'Monday is a rest day for most people.',
    'Sunday evening is a good time to stretch.',
    'Sun cream helps in July.',
    'We run together at the track.',
    'Mondays are for resting',
    'T-shirts are cheap',
    'Sat nav is not needed',
    'Friday nights you sleep.',
    'Day of the race',
    'Saturn is a planet',
  ])('is not: %s', (line) => {
    expect(dayed(line)).toBeUndefined()
  })
})

describe('totals', () => {
  const total = (line: string): string | undefined => {
    const mark = totalMark(line)
    if (!mark) return undefined
    const { low, high, unit, about } = mark.amount
    return `${about ? '~' : ''}${low}${high === undefined ? '' : `-${high}`}${unit ?? ''}`
  }
  test.each([
    ['Weekly Total: 57 miles', '57mi'],
    ['Miles: 34', '34mi'],
    ['TOTAL: 24 miles', '24mi'],
    ['Total = 29 mi', '29mi'],
    ['Total 68 km', '68km'],
    ['Weekly mileage: 31', '31'],
    ['Total for the week: about 40-45 km', '~40-45km'],
    ['Total for the seven days: 20 km', '20km'],
    ['Total (km): 51.5', '51.5km'],
    ['Approx. total 64km', '64km'],
    ['= 51 km', '51km'],
    ['57 miles for the week', '57mi'],
    ['57 miles total', '57mi'],
    ['Total: 57 miles (92 km)', '57mi'],
    ['Total time: 5h 10', '310min'],
    ['Week total: 17½ miles', '17.5mi'],
    ['Total: 30+ miles', '~30mi'],
    ['Total: 40 km / 25 miles', '40km'],
    ['Total: 40 km in five runs', '40km'],
  ])('%s', (line, expected) => {
    expect(total(line)).toBe(expected)
  })

  test.each([
    'Total rest is also fine.',
    'Miles 5-7 at 8:40',
    'Distance runners need 8 hours of sleep.',
    '10K plan',
    'Total: rest when ill',
    'Kilometres are longer when you count them.',
    'Total miles are 5 more than you think',
    '5 miles easy',
  ])('is not: %s', (line) => {
    expect(total(line)).toBeUndefined()
  })
})

describe('figures', () => {
  test.each([
    ['8 miles easy', 8, undefined, 'mi'],
    ['5-6 km', 5, 6, 'km'],
    ['6,5 km', 6.5, undefined, 'km'],
    ['40', 40, undefined, null],
    ['51M', 51, undefined, 'mi'],
    ['6500m', undefined, undefined, undefined],
    ['3200 m', 3200, undefined, 'm'],
    ['2h30', 150, undefined, 'min'],
    ['45 mins', 45, undefined, 'min'],
  ])('%s', (text, low, high, unit) => {
    const amount = writtenAmount(text)
    if (low === undefined) expect(amount?.unit).toBe('m')
    else expect([amount?.low, amount?.high, amount?.unit]).toEqual([low, high, unit])
  })
})

describe('halves of the day', () => {
  const parts = (text: string): readonly string[] =>
    slotParts(text).map(
      ({ slot, clock, from, to }) =>
        `${slot ?? '-'}${clock === undefined ? '' : `@${clock}`} ${text.slice(from, to).trim()}`,
    )
  test.each([
    ['6 km easy', ['- 6 km easy']],
    ['AM 6E / PM S&C 35 min', ['am 6E', 'pm S&C 35 min']],
    ['am 8 km easy; pm gym 40 min', ['am 8 km easy', 'pm gym 40 min']],
    ['AM: 8km @ sub LT PM: 12 x 500m', ['am 8km @ sub LT', 'pm 12 x 500m']],
    ['5 km easy, PM: gym', ['am 5 km easy', 'pm gym']],
    ['Morning: 5 km. Evening: 4 km', ['am 5 km', 'pm 4 km']],
    ['06:30 - 8 km', ['am@390 8 km']],
    ['6.30pm track', ['pm@1110 track']],
    ['tempo AM and lifting PM', ['am tempo', 'pm lifting']],
    ['5 km (am)', ['am 5 km']],
    ['45:00 easy', ['- 45:00 easy']],
    ['20 min am Berg', ['- 20 min am Berg']],
    ['5 x 3 min in the morning sun', ['- 5 x 3 min in the morning sun']],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected)
  })
})

describe('several days in one line', () => {
  const days = (text: string): readonly string[] | undefined =>
    inlineDays(text)?.map(({ days: names, entry }) => `${names.join('+')} ${text.slice(entry.from, entry.to)}`)
  test('named, lettered, ranged', () => {
    expect(days('Mon 5, Tue 6 x 400, Wed off')).toEqual(['Mon 5', 'Tue 6 x 400', 'Wed off'])
    expect(days('M: 4 T: 8 x 400 W: off T: 5 F: 4')).toEqual(['Mon 4', 'Tue 8 x 400', 'Wed off', 'Thu 5', 'Fri 4'])
    expect(days('Mon-Fri 5 km, Sat off, Sun 10 km')).toEqual(['Mon+Tue+Wed+Thu+Fri 5 km', 'Sat off', 'Sun 10 km'])
  })
  test('not a list of days, not a sentence', () => {
    expect(days('Mon, Wed and Fri: rest')).toBeUndefined()
    expect(days('On Monday or Tuesday you may swap Wednesday for Thursday.')).toBeUndefined()
    expect(days('Fri 5, Tue 6, Wed 7')).toBeUndefined()
  })
})

describe('dates', () => {
  test.each([
    ['4 Jan', '4.1.'],
    ['4th of January 2027', '4.1.2027'],
    ['Jan 4', '4.1.'],
    ['2027-01-04', '4.1.2027'],
    ['4/1', '4.1.'],
    ['1/24', '24.1.'],
    ['04.01.', '4.1.'],
    ['4.5 miles', undefined],
    ['8 x 400', undefined],
    ['31/31', undefined],
  ])('%s', (text, expected) => {
    const date = dateAt(text)
    expect(date && `${date.day}.${date.month}.${date.year ?? ''}`).toBe(expected)
  })

  test('weekdays', () => {
    const of = (text: string) => {
      const date = dateAt(text)
      return date && weekdayOfDate(date)
    }
    expect(of('2027-03-21')).toBe('Sun')
    expect(of('29 Feb 2028')).toBe('Tue')
    expect(of('31 Feb 2027')).toBeUndefined()
  })
})
