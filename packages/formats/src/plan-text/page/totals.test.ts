import { describe, expect, test } from 'vitest'
import { readPage } from './read-page.ts'
import { readWorkout } from '../prose/read-workout.ts'

/** What is said of the totals of a page. */
const said = (text: string): readonly string[] =>
  readPage(text, readWorkout)
    .findings.filter(({ rule }) => rule === 'total-mismatch')
    .map(({ level, message }) => `${level}: ${message}`)

const week = (days: string, total: string): string => `5K plan\n\nWeek 1\n${days}\nTotal: ${total}\n`

describe('stated weekly totals', () => {
  test.each([
    ['the sum', 'Mon: 5 miles\nTue: 6 miles with 4 x 400 m\nSun: 10 miles', '21 miles'],
    ['rounded to whole miles', 'Mon: 5 miles\nTue: 6 km\nSun: 10 miles', '19 miles'],
    ['rounded to a tenth', 'Mon: 4 miles\nTue: 3 miles\nSun: 5K race', '10.1 miles'],
    ['about', 'Mon: 5 miles\nTue: 6 miles\nSun: 10 miles', 'about 22 miles'],
    ['a range of days at its low end', 'Mon: 5-6 miles\nTue: 6 miles', '11 miles'],
    ['a range of days at its far end', 'Mon: 5-6 miles\nTue: 6 miles', '12 miles'],
    ['a range of totals', 'Mon: 5-7 miles\nTue: 6 miles', '11-13 miles'],
    ['the run of a choice', 'Mon: rest or 4 miles\nTue: 6 miles', '10 miles'],
    ['the rest of a choice', 'Mon: 4 miles or rest\nTue: 6 miles', '6 miles'],
    ['both halves of a day', 'Mon: AM 5 miles / PM 4 miles\nTue: 6 miles', '15 miles'],
    ['a run in time may be what is missing', 'Mon: 5 miles\nTue: 40 min easy', '10 miles'],
    ['hours', 'Mon: 40 min\nTue: 1 h 20\nWed: gym 30 min', '2h 00'],
    ['hours, with the bike or without', 'Mon: 40 min\nTue: 1 h 20\nWed: bike 60 min', '3h 00'],
    ['hours without the bike', 'Mon: 40 min\nTue: 1 h 20\nWed: bike 60 min', '2h 00'],
    ['strides inside', 'Mon: 5 km easy + 6 strides\nTue: 6 km', '11 km'],
  ])('%s', (_name, days, total) => {
    expect(said(week(days, total))).toEqual([])
  })

  test.each([
    [
      'too much',
      'Mon: 5 miles\nTue: 6 miles',
      '12 miles',
      'warning: Week 1 states 12mi, but its days come to 11mi: 1mi too much.',
    ],
    [
      'too little',
      'Mon: 5 miles\nTue: 6 miles',
      '9.5 miles',
      'warning: Week 1 states 9.5mi, but its days come to 11mi: 1.5mi too little.',
    ],
    [
      'more than a run in time can be',
      'Mon: 5 miles\nTue: 20 min easy',
      '15 miles',
      'warning: Week 1 states 15mi, but its days come to at least 5mi: 10mi too much.',
    ],
    [
      'the race left out',
      'Mon: 5 miles\nSun: 10K race',
      '5 miles',
      'note: Week 1 states 5mi, its days come to 11.2mi: it leaves out the race on Sun.',
    ],
    [
      'race and shakeout left out',
      'Mon: 5 miles\nTue: 6 miles\nSat: 20-minute shakeout run\nSun: 5K race',
      '11 miles',
      'note: Week 1 states 11mi, its days come to at least 14.1mi: it leaves out the running on Sat, given in time, and the race on Sun.',
    ],
    [
      'the second session left out',
      'Mon: AM 5 miles / PM 4 miles\nTue: 6 miles',
      '11 miles',
      'note: Week 1 states 11mi, its days come to 15mi: it leaves out the second session on Mon.',
    ],
    [
      'hours',
      'Mon: 40 min\nTue: 1 h 20',
      '3h 00',
      'warning: Week 1 states 180min, but its days come to 120min: 60min too much.',
    ],
    [
      'warm-ups that are not listed',
      'Mon: 5 miles\nTue: 8 x 400 m, 200 m jog',
      '11 miles',
      'note: Week 1 states 11mi, its days come to 7.9mi: Tue lists the work only, warm-up and cool-down may make the difference.',
    ],
  ])('%s', (_name, days, total, finding) => {
    expect(said(week(days, total))).toEqual([finding])
  })

  test('an author who counts bare sets elsewhere leaves out no warm-up', () => {
    const days = 'Mon: 5 km\nTue: 10 x 400 m, 200 m jog\n'
    expect(said(`5K plan\n\nWeek 1\n${days}Total: 10.8 km\n\nWeek 2\n${days}Total: 14.8 km\n`)).toEqual([
      'warning: Week 2 states 14.8km, but its days come to 10.8km: 4km too much.',
    ])
  })

  test('totals in the other unit are told', () => {
    expect(said(`5K plan (km)\n\nWeek 1\nMon: 10 km\nTue: 10 km\nTotal: 20 miles\n`)).toEqual([
      'note: Week 1 states 20mi, its days come to 12.4mi: it is right in km.',
    ])
  })

  test('of several totals the days keep theirs', () => {
    expect(
      said(
        '5K plan\n\nWeek 1\nMon\n  2 km easy\n  5 x 400 m\nTotal: 6 km\nTue\n  5 km easy\nTotal: 5 km\nWed: rest\nTotal for the week: 11 km\n',
      ),
    ).toEqual([])
  })
})
