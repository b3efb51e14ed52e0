import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mark } from '../athlete/mark.ts'
import { metres, miles } from '../units/distance.ts'
import type { Duration } from '../units/quantity.ts'
import { paceOf } from '../units/speed.ts'
import { parseClock } from '../units/text.ts'
import { makePaceBook, type PaceBook, type PaceQuestion, speedAt } from './book.ts'
import { equivalentTime, indexOf, shareAtSpeed } from './daniels-gilbert.ts'
import { raceText } from './mark-text.ts'
import { PACE_NAMES, type PaceName } from './names.ts'
import { arbitraryIndex, arbitraryMarks, arbitraryModel } from './pace.arbitrary.ts'
import { distanceOfRace } from './race-distance.ts'
import { pointOf } from './resolved.ts'

const time = (text: string): Duration => parseClock(text) ?? (Number.NaN as Duration)
const mark = (distance: number, text: string, day?: string): Mark => ({
  distance: metres(distance),
  time: time(text),
  ...(day === undefined ? {} : { day }),
})
const bookOf = (marks: readonly Mark[], question: Omit<PaceQuestion, 'marks'> = {}): PaceBook => {
  const book = makePaceBook({ marks, ...question })
  if (!book.ok) throw new Error(book.fault.message)
  return book.value
}
/** Seconds a mile of the model's point. */
const perMile = (book: PaceBook, pace: PaceName): number => {
  const speed = speedAt(book, pace)
  return speed === undefined ? Number.NaN : (paceOf(speed, 'mi') ?? Number.NaN)
}
const perLap = (book: PaceBook, pace: PaceName): number => perMile(book, pace) / (miles(1) / 400)
/** Fast and slow end in seconds a mile, from 5K pace. */
const offsets = (book: PaceBook, pace: PaceName): readonly number[] => {
  const range = book.paces.get(pace)?.speed
  return range ? [range.high, range.low].map((speed) => (paceOf(speed, 'mi') ?? 0) - perMile(book, '5K')) : []
}
const expectOffsets = (book: PaceBook, pace: PaceName, fast: number, slow: number) => {
  const [first, second] = offsets(book, pace)
  expect(first).toBeCloseTo(fast, 6)
  expect(second).toBeCloseTo(slow, 6)
}
const FIVE_K = mark(5000, '20:00')

describe('every model', () => {
  test('gives each pace name a speed, but for the goal that is not set and for all-out', () => {
    for (const model of ['offsets', 'equivalent', 'measured'] as const) {
      const named = [...bookOf([FIVE_K], { model }).paces.keys()]
      expect(named).toEqual(PACE_NAMES.filter((pace) => pace !== 'goal' && pace !== 'max'))
    }
  })

  test('says for each pace what it rests on, by which formula, from which figures', () => {
    for (const model of ['offsets', 'equivalent', 'measured'] as const) {
      for (const resolved of bookOf([FIVE_K, mark(10_000, '41:40')], { model }).paces.values()) {
        expect(resolved.from).not.toBe('')
        expect(resolved.formula).not.toBe('')
      }
    }
  })

  test('never gives a range that is reversed or stands still', () => {
    fc.assert(
      fc.property(arbitraryMarks, arbitraryModel, (marks, model) => {
        for (const { speed } of bookOf(marks, { model }).paces.values()) {
          expect(speed.low).toBeGreaterThan(0)
          expect(speed.high).toBeGreaterThanOrEqual(speed.low)
          expect(Number.isFinite(speed.high)).toBe(true)
        }
      }),
    )
  })

  test('keeps the athlete’s own races as they were run', () => {
    fc.assert(
      fc.property(arbitraryMarks, arbitraryModel, (marks, model) => {
        const book = bookOf(marks, { model })
        for (const { distance, time: seconds } of marks) {
          const [pace] = [...book.paces].find(([name]) => name in RACES && RACES[name] === distance) ?? []
          expect(pace, raceText(distance)).toBeDefined()
          if (pace) expect(speedAt(book, pace)).toBeCloseTo(distance / seconds, 9)
        }
      }),
    )
  })

  test('orders the paces of one mark from slow to fast', () => {
    const order: readonly PaceName[] = [
      'walk',
      'recovery',
      'easy',
      'steady',
      'marathon',
      'hm',
      '10mi',
      '15K',
      '10K',
      '8K',
      '5K',
    ]
    const short: readonly PaceName[] = ['5K', '3K', 'mile', '1500', '1200', '1000', '800', '600', '400']
    fc.assert(
      fc.property(arbitraryIndex, (index) => {
        const five = { distance: metres(5000), time: equivalentTime(index, metres(5000)) }
        for (const model of ['equivalent', 'measured'] as const) {
          const book = bookOf([five], { model })
          for (const list of [order, short]) {
            const speeds = list.map((pace) => speedAt(book, pace) ?? Number.NaN)
            expect(speeds).toEqual(speeds.toSorted((a, b) => a - b))
          }
        }
      }),
    )
  })

  test('is faster at every pace for a faster 5K', () => {
    fc.assert(
      fc.property(fc.integer({ min: 780, max: 2400 }), arbitraryModel, (seconds, model) => {
        const book = (fiveK: number) => bookOf([{ distance: metres(5000), time: fiveK as Duration }], { model })
        const [slow, fast] = [book(seconds + 1), book(seconds)]
        for (const [pace, resolved] of slow.paces) {
          if (pace === 'walk') continue
          expect(speedAt(fast, pace), pace).toBeGreaterThan(pointOf(resolved.speed))
        }
      }),
    )
  })
})

const RACES: { readonly [name: string]: number } = Object.fromEntries(
  (
    [
      'marathon',
      'hm',
      '10mi',
      '15K',
      '10K',
      '8K',
      '5K',
      '3K',
      '2mi',
      '1500',
      'mile',
      '1200',
      '1000',
      '800',
      '600',
      '400',
    ] as const
  ).map((race) => [race, distanceOfRace(race)]),
)

describe('equivalent', () => {
  test('the point of each pace is the model’s: 5K 19:57 is index 50', () => {
    const book = bookOf([mark(5000, '19:57')])
    expect(book.index).toBeCloseTo(49.95, 2)
    for (const [pace, share] of [
      ['threshold', 0.88],
      ['vo2max', 0.975],
    ] as const) {
      const point = speedAt(book, pace)
      expect(point && shareAtSpeed(book.index, point)).toBeCloseTo(share, 9)
    }
    const easy = book.paces.get('easy')?.speed
    expect(easy && [easy.low, easy.high].map((speed) => shareAtSpeed(book.index, speed))).toEqual([
      expect.closeTo(0.62, 9),
      expect.closeTo(0.7, 9),
    ])
    expect(perMile(book, 'marathon')).toBeCloseTo(
      equivalentTime(book.index, distanceOfRace('marathon')) / (42_195 / 1609.344),
      6,
    )
  })

  test('is the default', () => {
    expect(bookOf([FIVE_K]).model).toBe('equivalent')
  })

  test('800 m is mile pace less four seconds a lap, 400 m eight, and both are called estimates', () => {
    const book = bookOf([FIVE_K])
    expect(perLap(book, 'mile') - perLap(book, '800')).toBeCloseTo(4, 6)
    expect(perLap(book, 'mile') - perLap(book, '400')).toBeCloseTo(8, 6)
    for (const pace of ['1200', '1000', '800', '600', '400'] as const) {
      expect(book.paces.get(pace)).toMatchObject({ basis: 'estimate', from: expect.stringContaining('estimate') })
      expect(book.paces.get(pace)?.notes.join()).toContain('RPE 8')
    }
  })

  test('easy running keeps the plain formula for slow runners, with the slow-runner rule beside it', () => {
    const book = bookOf([mark(5000, '28:00')])
    const easy = book.paces.get('easy')
    expect(easy && shareAtSpeed(book.index, easy.speed.high)).toBeCloseTo(0.7, 9)
    expect(easy?.notes.join()).toContain('slow-runner rule (index 35.3')
    expect(bookOf([FIVE_K]).paces.get('easy')?.notes).toEqual([])
  })

  test('between two marks the index goes from one to the other; beyond them it is the nearer one’s', () => {
    const [three, ten] = [mark(3000, '10:05'), mark(10_000, '41:20')]
    const book = bookOf([ten, three])
    expect(book.index).toBeGreaterThan(indexOf(ten))
    expect(book.index).toBeLessThan(indexOf(three))
    expect(perMile(book, 'hm')).toBeCloseTo(equivalentTime(indexOf(ten), metres(21_097.5)) / (21_097.5 / 1609.344), 6)
    expect(perLap(book, 'mile')).toBeCloseTo(equivalentTime(indexOf(three), miles(1)) / (1609.344 / 400), 6)
  })

  test('threshold and slower rest on the longer mark, so that they never pass the athlete’s own 10K', () => {
    const book = bookOf([mark(3000, '10:05'), mark(10_000, '43:00')])
    expect(perMile(book, 'threshold')).toBeGreaterThan(perMile(book, '10K'))
    expect(book.notes.join()).toContain('The marks disagree')
  })
})

describe('offsets', () => {
  test('the document’s ranges for 14:00 to 25:00', () => {
    for (const text of ['14:00', '17:30', '20:00', '25:00']) {
      const book = bookOf([mark(5000, text)], { model: 'offsets' })
      expectOffsets(book, 'easy', 90, 120)
      expectOffsets(book, 'long', 90, 120)
      expectOffsets(book, 'threshold', 15, 25)
      expectOffsets(book, 'vo2max', -5, 0)
      expectOffsets(book, 'mile', -25, -20)
      expect(book.paces.get('easy')?.notes.join()).not.toContain('scaled')
    }
  })

  test('outside they are scaled by the ratio to the nearer bound, with a note', () => {
    const slow = bookOf([mark(5000, '30:00')], { model: 'offsets' })
    expectOffsets(slow, 'easy', 108, 144)
    expectOffsets(slow, 'mile', -30, -24)
    expect(slow.paces.get('easy')?.notes.join()).toContain('scaled by 1.200')
    const fast = bookOf([mark(5000, '13:18')], { model: 'offsets' })
    expectOffsets(fast, 'threshold', 15 * 0.95, 25 * 0.95)
    expect(fast.paces.get('threshold')?.notes.join()).toContain('scaled by 0.950')
  })

  test('1500 m and the mile are raced alike, and 800 m is estimated from the mile', () => {
    const book = bookOf([FIVE_K], { model: 'offsets' })
    expect((speedAt(book, '1500') ?? 0) / (speedAt(book, 'mile') ?? 1)).toBeCloseTo((1.0802 * 1500) / 1609.344, 9)
    expect(perLap(book, 'mile') - perLap(book, '800')).toBeCloseTo(4, 6)
    expect(book.paces.get('800')?.basis).toBe('estimate')
  })

  test('where the document is silent the equivalents stand in and say so', () => {
    const [offset, equivalent] = [bookOf([FIVE_K], { model: 'offsets' }), bookOf([FIVE_K])]
    for (const pace of ['recovery', 'steady', 'marathon', '10K', '3K'] as const) {
      expect(speedAt(offset, pace)).toBe(speedAt(equivalent, pace))
      expect(offset.paces.get(pace)?.notes.join()).toContain('gives no figure')
    }
  })

  test('without a 5K of their own the equivalent 5K carries them', () => {
    const ten = mark(10_000, '41:20')
    const book = bookOf([ten], { model: 'offsets' })
    expect(perMile(book, '5K')).toBeCloseTo(equivalentTime(indexOf(ten), metres(5000)) / (5000 / 1609.344), 6)
    expectOffsets(book, 'easy', 90, 120)
  })
})

describe('measured', () => {
  const marks = [mark(3000, '11:10'), mark(5000, '19:30'), mark(10_000, '41:20')]

  test('rests on the personal exponent between and beyond the marks', () => {
    const book = bookOf(marks, { model: 'measured' })
    const exponent = Math.log(time('41:20') / time('19:30')) / Math.log(2)
    const eight = (time('19:30') as number) * 1.6 ** exponent
    expect(perMile(book, '8K')).toBeCloseTo(eight / (8000 / 1609.344), 6)
    expect(book.paces.get('8K')?.from).toContain('between own 5K and 10K')
    expect(book.paces.get('hm')?.from).toContain('exponent 1.08')
    expect(book.notes.join()).toContain('Own exponent 1.08')
  })

  test('threshold is what can be raced for an hour and a little more', () => {
    const book = bookOf(marks, { model: 'measured' })
    const range = book.paces.get('threshold')
    expect(range?.from).toContain('60 to 70 min')
    expect(perMile(book, 'threshold')).toBeGreaterThan(perMile(book, '10K'))
    expect(perMile(book, 'threshold')).toBeLessThan(perMile(book, 'hm'))
  })

  test('threshold is never faster than critical speed, where there is one', () => {
    const sprinter = [mark(1500, '5:03'), mark(3000, '10:45'), mark(5000, '18:26')]
    const book = bookOf(sprinter, { model: 'measured' })
    const note = book.notes.join(' ')
    expect(note).toContain('Critical speed 3:4')
    const critical = /Critical speed (\d:\d\d)/.exec(note)?.[1] ?? ''
    const fastest = paceOf(book.paces.get('threshold')?.speed.high ?? (0 as never), 'km') ?? 0
    expect(fastest).toBeGreaterThanOrEqual((time(critical) as number) - 0.5)
  })

  test('with one mark it says that equivalents stand in', () => {
    const book = bookOf([FIVE_K], { model: 'measured' })
    expect(book.notes.join()).toContain('equivalents stand in')
    expect(speedAt(book, 'threshold')).toBe(speedAt(bookOf([FIVE_K]), 'threshold'))
  })

  test('beyond four times the longest mark it is called an estimate, and stays slower than what is nearer', () => {
    const book = bookOf([mark(1500, '4:45'), mark(3000, '10:05'), mark(10_000, '41:20')], { model: 'measured' })
    expect(book.paces.get('marathon')?.basis).toBe('estimate')
    expect(perMile(book, 'marathon')).toBeGreaterThan(perMile(book, 'hm'))
    expect(perMile(book, 'easy')).toBeGreaterThan(perMile(book, 'marathon'))
  })
})

describe('marks', () => {
  test('an own mile or 800 wins over any model', () => {
    for (const model of ['offsets', 'equivalent', 'measured'] as const) {
      const book = bookOf([FIVE_K, mark(1609.344, '5:40'), mark(800, '2:25')], { model })
      expect(perMile(book, 'mile')).toBeCloseTo(340, 6)
      expect(perLap(book, '800')).toBeCloseTo(72.5, 6)
      expect(book.paces.get('mile')?.basis).toBe('mark')
      expect(perLap(book, '1000')).toBeGreaterThan(72.5)
      expect(perLap(book, '1000')).toBeLessThan(perLap(book, 'mile'))
      expect(perLap(book, '600')).toBeLessThan(72.5)
      expect(perLap(book, '800') - perLap(book, '400')).toBeCloseTo(4, 6)
    }
  })

  test('an own 1500 gives the mile, and an own mile the 1500', () => {
    for (const model of ['offsets', 'equivalent', 'measured'] as const) {
      const by1500 = bookOf([FIVE_K, mark(1500, '5:10')], { model })
      expect(perMile(by1500, 'mile')).toBeCloseTo(310 * 1.0802, 6)
      const byMile = bookOf([FIVE_K, mark(1609.344, '5:40')], { model })
      expect(perMile(byMile, '1500')).toBeCloseTo((340 / 1.0802 / 1500) * 1609.344, 6)
    }
  })

  test('older than twelve months they count for nothing where a younger one exists', () => {
    const marks = [
      mark(5000, '18:30', '2024-05-01'),
      mark(5000, '20:00', '2026-03-01'),
      mark(800, '2:05', '2023-05-01'),
    ]
    const book = bookOf(marks, { today: '2026-11-21' })
    expect(perMile(book, '5K')).toBeCloseTo(perMile(bookOf([FIVE_K]), '5K'), 9)
    expect(book.paces.get('800')?.basis).toBe('estimate')
    expect(bookOf(marks).marks).toHaveLength(2)
  })

  test('old ones are better than none, and are called old', () => {
    const book = bookOf([mark(5000, '18:30', '2021-05-01'), mark(5000, '20:00', '2024-03-01')], { today: '2026-11-21' })
    expect(perMile(book, '5K')).toBeCloseTo(perMile(bookOf([FIVE_K]), '5K'), 9)
    expect(book.notes.join()).toContain('No mark from the last twelve months')
  })

  test('of the future do not count', () => {
    expect(makePaceBook({ marks: [mark(5000, '18:00', '2027-01-01')], today: '2026-11-21' })).toMatchObject({
      fault: { code: 'no marks' },
    })
  })

  test('a newer race that was clearly slower is mentioned', () => {
    const marks = [mark(5000, '19:00', '2026-03-01'), mark(5000, '20:00', '2026-10-01')]
    expect(bookOf(marks, { today: '2026-11-21' }).notes.join()).toContain('is slower than 5K 19:00')
    const close = [mark(5000, '19:50', '2026-03-01'), mark(5000, '20:00', '2026-10-01')]
    expect(bookOf(close, { today: '2026-11-21' }).notes).toEqual([])
  })

  test('an 800 alone carries longer paces as a hint, a 400 alone carries nothing', () => {
    const book = bookOf([mark(800, '2:20')])
    expect(book.notes.join()).toContain('hint only')
    expect(book.paces.get('5K')?.basis).toBe('estimate')
    expect(perLap(book, 'mile') - perLap(book, '800')).toBeCloseTo(4, 6)
    expect(makePaceBook({ marks: [mark(400, '58')] })).toMatchObject({ fault: { code: 'marks too short' } })
  })

  test('an 800 slower than mile pace is kept and questioned', () => {
    const resolved = bookOf([FIVE_K, mark(800, '3:10')]).paces.get('800')
    expect(resolved?.basis).toBe('mark')
    expect(resolved?.notes.join()).toContain('all out')
  })

  test.each([
    [[], 'no marks'],
    [[mark(5000, '9:30')], 'mark too fast'],
    [[mark(5000, '1:40:00')], 'mark too slow'],
    [[FIVE_K, mark(400, '30')], 'mark too fast'],
    [[FIVE_K, mark(400, '8:00')], 'mark too slow'],
    [[FIVE_K, { distance: metres(3000), time: Number.NaN as Duration }], 'mark too slow'],
  ])('%# is refused: %s', (marks, code) => {
    expect(makePaceBook({ marks })).toMatchObject({ ok: false, fault: { code } })
  })
})

describe('goal', () => {
  test('is a pace of its own, and makes paces of its own (C13)', () => {
    const book = bookOf([FIVE_K], { goal: { distance: metres(1500), time: time('5:00') } })
    expect(perLap(book, 'goal')).toBeCloseTo(80, 6)
    expect(perMile(book, '5K')).toBeCloseTo(perMile(bookOf([FIVE_K]), '5K'), 9)
    const goalFive = book.goal?.get('5K')
    const expected = equivalentTime(indexOf({ distance: metres(1500), time: time('5:00') }), metres(5000))
    expect(goalFive && 5000 / pointOf(goalFive.speed)).toBeCloseTo(expected, 6)
  })

  test('of 400 m has a pace and makes no others', () => {
    const book = bookOf([FIVE_K], { goal: { distance: metres(400), time: time('55') } })
    expect(perLap(book, 'goal')).toBeCloseTo(55, 9)
    expect(book.goal).toBeUndefined()
    expect(book.notes.join()).toContain('The goal makes no paces')
  })
})

describe('definitions of a plan', () => {
  const T = { pace: 'threshold', base: '5K', from: 15, to: 25, per: 'mi' } as const

  test('override the model: pace T = 5K+15..25s/mi', () => {
    const book = bookOf([FIVE_K], { definitions: [T] })
    expectOffsets(book, 'threshold', 15, 25)
    expect(book.paces.get('threshold')).toMatchObject({ basis: 'definition', from: 'the plan: 5K+15..25s/mi' })
  })

  test('may rest on one another, in any order', () => {
    const marathon = { pace: 'marathon', base: 'threshold', from: 18, to: 25, per: 'km' } as const
    for (const definitions of [
      [T, marathon],
      [marathon, T],
    ]) {
      const book = bookOf([FIVE_K], { definitions })
      const perKm = (pace: PaceName) => paceOf(speedAt(book, pace) ?? (0 as never), 'km') ?? 0
      const base = perKm('threshold')
      const range = book.paces.get('marathon')?.speed
      expect(range && paceOf(range.high, 'km')).toBeCloseTo(base + 18, 6)
      expect(range && paceOf(range.low, 'km')).toBeCloseTo(base + 25, 6)
    }
  })

  test('of the mile carry 800 m, unless the athlete has run one', () => {
    const definitions = [{ pace: 'mile', base: '5K', from: -30, to: -30, per: 'mi' } as const]
    const book = bookOf([FIVE_K], { definitions })
    expectOffsets(book, 'mile', -30, -30)
    expect(perLap(book, 'mile') - perLap(book, '800')).toBeCloseTo(4, 6)
    const own = bookOf([FIVE_K, mark(1609.344, '5:40')], { definitions })
    expect(perMile(own, 'mile')).toBeCloseTo(340, 6)
    expect(own.notes.join()).toContain('your own mark wins')
  })

  test('of 800 m rest on the mile that the model gives', () => {
    const book = bookOf([FIVE_K], { definitions: [{ pace: '800', base: 'mile', from: -20, to: -12, per: 'mi' }] })
    expect(perMile(book, '800')).toBeCloseTo(perMile(book, 'mile') - 16, 0)
    expect(book.paces.get('800')?.basis).toBe('definition')
  })

  test('through themselves, or to no speed at all, are left out with a note', () => {
    const circle = [
      { pace: 'threshold', base: 'marathon', from: -10, to: -10, per: 'mi' },
      { pace: 'marathon', base: 'threshold', from: 30, to: 30, per: 'mi' },
    ] as const
    expect(bookOf([FIVE_K], { definitions: circle }).notes.join()).toContain('through itself')
    const book = bookOf([FIVE_K], { definitions: [{ pace: 'mile', base: '5K', from: -500, to: -490, per: 'mi' }] })
    expect(book.notes.join()).toContain('comes to no speed')
    expect(speedAt(book, 'mile')).toBe(speedAt(bookOf([FIVE_K]), 'mile'))
  })

  test('give each note once', () => {
    const definitions = [{ pace: 'mile', base: '5K', from: -500, to: -490, per: 'mi' } as const]
    const { notes } = bookOf([FIVE_K], { definitions })
    expect(notes).toEqual([...new Set(notes)])
  })
})
