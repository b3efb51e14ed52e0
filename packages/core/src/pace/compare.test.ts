import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { metres } from '../units/distance.ts'
import type { Duration } from '../units/quantity.ts'
import { parseClock } from '../units/text.ts'
import { compareOffsets, comparisonText, differenceOf, type PaceComparison } from './compare.ts'
import { equivalentTime, indexOf, sustainableShare } from './daniels-gilbert.ts'
import { speedFor } from './daniels-gilbert.ts'
import { fitnessOf } from './fitness.ts'
import { offsetsRow } from './offsets-table.ts'
import { slowRunnerSpeeds } from './training-paces.ts'

const time = (text: string): Duration => parseClock(text) ?? (Number.NaN as Duration)

/** Science 2, whole: 5K, pace, index, E, verdict, T, verdict, 10K, mile, verdict, Riegel, R, I, three pairs of shares. */
const TABLE = `
14:00 | 4:30 | 75.4 | +84..+121 | agree | +24.1 | agree (slow edge) | +10.9 | -27.2 | 2.2 s/mi too slow | -17.8 | -23.4 | +0.8 | 68.6/62.1 | 91.5/87.7 | 107.7/110.4
15:00 | 4:50 | 69.6 | +88..+128 | agree | +24.5 | agree (slow edge) | +11.3 | -28.9 | 3.9 s/mi too slow | -19.0 | -24.7 | -0.5 | 69.7/63.4 | 91.4/87.8 | 106.3/108.8
16:00 | 5:09 | 64.6 | +93..+134 | partial (+93..120 ok) | +24.8 | agree (slow edge) | +11.7 | -30.4 | 5.4 s/mi too slow | -20.3 | -25.9 | -1.8 | 70.6/64.6 | 91.3/87.9 | 105.2/107.5
17:00 | 5:28 | 60.2 | +97..+141 | partial (+97..120 ok) | +25.1 | slow edge 0.1 s too fast | +12.3 | -31.8 | 6.8 s/mi too slow | -21.6 | -27.2 | -3.1 | 71.5/65.6 | 91.2/88.0 | 104.1/106.3
18:00 | 5:48 | 56.3 | +101..+147 | partial (+101..120 ok) | +25.3 | slow edge 0.3 s too fast | +12.8 | -33.1 | 8.1 s/mi too slow | -22.9 | -28.6 | -4.4 | 72.2/66.5 | 91.1/88.1 | 103.3/105.2
19:00 | 6:07 | 52.9 | +105..+154 | partial (+105..120 ok) | +25.6 | slow edge 0.6 s too fast | +13.5 | -34.2 | 9.2 s/mi too slow | -24.1 | -29.9 | -5.7 | 72.9/67.4 | 91.0/88.2 | 102.5/104.3
20:00 | 6:26 | 49.8 | +109..+160 | partial (+109..120 ok) | +25.8 | slow edge 0.8 s too fast | +14.1 | -35.2 | 10.2 s/mi too slow | -25.4 | -31.2 | -7.1 | 73.5/68.2 | 90.9/88.2 | 101.8/103.5
21:00 | 6:46 | 47.0 | +113..+166 | partial (+113..120 ok) | +25.9 | slow edge 0.9 s too fast | +14.9 | -36.2 | 11.2 s/mi too slow | -26.7 | -32.6 | -8.4 | 74.1/68.9 | 90.8/88.2 | 101.1/102.8
22:00 | 7:05 | 44.5 | +117..+172 | partial (+117..120 ok) | +26.1 | slow edge 1.1 s too fast; +15 is FASTER than 10K pace | +15.7 | -37.0 | 12.0 s/mi too slow | -27.9 | -33.9 | -9.8 | 74.6/69.5 | 90.7/88.3 | 100.5/102.1
23:00 | 7:24 | 42.3 | +121..+178 | CONFLICT (too fast) | +26.2 | slow edge 1.2 s too fast; +15 is FASTER than 10K pace | +16.5 | -37.8 | 12.8 s/mi too slow | -29.2 | -35.3 | -11.2 | 75.1/70.1 | 90.7/88.3 | 100.0/101.5
24:00 | 7:43 | 40.2 | +124..+183 | CONFLICT (too fast) | +26.2 | slow edge 1.2 s too fast; +15 is FASTER than 10K pace | +17.3 | -38.5 | 13.5 s/mi too slow | -30.5 | -36.7 | -12.6 | 75.5/70.7 | 90.6/88.3 | 99.5/100.9
25:00 | 8:03 | 38.3 | +128..+189 | CONFLICT (too fast) | +26.3 | slow edge 1.3 s too fast; +15 is FASTER than 10K pace | +18.2 | -39.1 | 14.1 s/mi too slow | -31.7 | -38.1 | -14.0 | 75.9/71.2 | 90.5/88.3 | 99.1/100.4
26:00 | 8:22 | 36.6 | +131..+194 | CONFLICT (too fast) | +26.3 | slow edge 1.3 s too fast; +15 is FASTER than 10K pace | +19.2 | -39.7 | 14.7 s/mi too slow | -33.0 | -39.6 | -15.4 | 76.3/71.6 | 90.4/88.3 | 98.7/99.9
27:00 | 8:41 | 35.0 | +135..+200 | CONFLICT (too fast) | +26.2 | slow edge 1.2 s too fast; +15 is FASTER than 10K pace | +20.1 | -40.3 | 15.3 s/mi too slow | -34.3 | -41.0 | -16.9 | 76.6/72.1 | 90.3/88.2 | 98.3/99.5
28:00 | 9:01 | 33.5 | +138..+205 | CONFLICT (too fast) | +26.2 | slow edge 1.2 s too fast; +15 is FASTER than 10K pace | +21.1 | -40.8 | 15.8 s/mi too slow | -35.6 | -42.5 | -18.3 | 76.9/72.5 | 90.2/88.2 | 97.9/99.1
29:00 | 9:20 | 32.1 | +141..+210 | CONFLICT (too fast) | +26.1 | slow edge 1.1 s too fast; +15 is FASTER than 10K pace | +22.0 | -41.3 | 16.3 s/mi too slow | -36.8 | -44.0 | -19.8 | 77.2/72.8 | 90.1/88.2 | 97.5/98.7
30:00 | 9:39 | 30.8 | +144..+214 | CONFLICT (too fast) | +25.9 | slow edge 0.9 s too fast; +15 is FASTER than 10K pace | +23.0 | -41.8 | 16.8 s/mi too slow | -38.1 | -45.5 | -21.3 | 77.4/73.2 | 90.0/88.2 | 97.2/98.3
`

const rows = TABLE.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))

/** Half a unit of the last printed digit, and what binary fractions add. */
const printed = (value: number, cell: string | undefined) => {
  const text = (cell ?? '').replace('+', '')
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
  const half = 0.5 * 10 ** -decimals + 1e-9
  expect(Math.abs(value - Number(text)), `${value} against ${cell}`).toBeLessThanOrEqual(half)
}
const pair = (values: readonly number[], cell: string | undefined, separator: string) =>
  (cell ?? '').split(separator).forEach((part, at) => printed(values[at] ?? Number.NaN, part))

describe('the table of offsets against equivalents, 14:00 to 30:00 (science 2, C1)', () => {
  test('has 17 rows', () => {
    expect(rows).toHaveLength(17)
  })

  test.each(rows)('5K %s: every figure to its last printed digit', (...cells) => {
    const [fiveK, pace, index, easy, , threshold, , tenK, mile, , riegel, repetition, interval, e, t, m] = cells
    const row = offsetsRow(time(fiveK ?? ''))
    expect(Math.abs(row.pace - time(pace ?? ''))).toBeLessThanOrEqual(0.5)
    printed(row.index, index)
    pair([row.easy.equivalent.low, row.easy.equivalent.high], easy, '..')
    printed(row.threshold.equivalent, threshold)
    printed(row.tenK, tenK)
    printed(row.mile.equivalent, mile)
    printed(row.mile.riegel, riegel)
    printed(row.repetition, repetition)
    printed(row.interval, interval)
    const percents = ({ fast, slow }: { fast: number; slow: number }) => [fast * 100, slow * 100]
    pair(percents(row.shares.easy), e, '/')
    pair(percents(row.shares.threshold), t, '/')
    // Printed as -20/-25: the slow end first.
    pair(percents(row.shares.mile).toReversed(), m, '/')
  })

  test.each(rows)('5K %s: every verdict', (...cells) => {
    const row = offsetsRow(time(cells[0] ?? ''))
    const { easy, threshold, mile } = row
    const words = {
      agree: 'agree',
      partly: `partial (+${Math.round(easy.shared?.low ?? 0)}..${Math.round(easy.shared?.high ?? 0)} ok)`,
      'too fast': 'CONFLICT (too fast)',
      'too slow': 'CONFLICT (too slow)',
    }
    expect(words[easy.verdict]).toBe(cells[4])
    const edge =
      threshold.verdict === 'agree' ? 'agree (slow edge)' : `slow edge ${threshold.slowEnd.toFixed(1)} s too fast`
    expect(`${edge}${threshold.fasterThan10K ? '; +15 is FASTER than 10K pace' : ''}`).toBe(cells[6])
    expect(mile.verdict).toBe('too slow')
    expect(`${(-mile.fastEnd).toFixed(1)} s/mi too slow`).toBe(cells[9])
  })
})

/** The 5K time, to the second, at which something about its row changes. */
const turningPoint = (holds: (fiveK: Duration) => boolean): number => {
  for (let seconds = 840; seconds <= 2100; seconds += 1) if (holds(seconds as Duration)) return seconds
  return Number.NaN
}
const at = (text: string): number => time(text)
const near = (seconds: number, text: string, within = 1) =>
  expect(Math.abs(seconds - at(text)), `${seconds} s against ${text}`).toBeLessThanOrEqual(within)

describe('how the table is to be read (science 2)', () => {
  test('easy agrees to 15:21, partly to 22:48, then the document is wholly too fast', () => {
    near(
      turningPoint((fiveK) => offsetsRow(fiveK).easy.verdict !== 'agree'),
      '15:21',
    )
    near(
      turningPoint((fiveK) => offsetsRow(fiveK).easy.verdict === 'too fast'),
      '22:48',
    )
  })

  test('in the widest easy band +90 is legal to 20:48 and +120 to 32:57', () => {
    near(
      turningPoint((fiveK) => offsetsRow(fiveK).shares.easy.fast > 0.74),
      '20:48',
    )
    near(
      turningPoint((fiveK) => offsetsRow(fiveK).shares.easy.slow > 0.74),
      '32:57',
    )
  })

  test('+15 is faster than 10K pace from 21:10 on', () => {
    near(
      turningPoint((fiveK) => offsetsRow(fiveK).threshold.fasterThan10K),
      '21:10',
    )
  })

  test('a 45-minute race is run at +17 (14:00) to +12 (30:00), a 60-minute race at +22 to +23', () => {
    const offset = (fiveK: number, minutes: number) => {
      const index = indexOf({ distance: metres(5000), time: fiveK as Duration })
      return 1609.344 / speedFor(index, (minutes * 60) as Duration) - (fiveK / 5000) * 1609.344
    }
    expect(Math.round(offset(840, 45))).toBe(17)
    expect(Math.round(offset(1800, 45))).toBe(12)
    for (const fiveK of [840, 1200, 1500, 1800]) {
      expect(offset(fiveK, 60)).toBeGreaterThan(21.5)
      expect(offset(fiveK, 60)).toBeLessThan(23.5)
    }
    expect(sustainableShare(3600 as Duration)).toBeGreaterThan(0.88)
  })

  test('-20 to -25 is Riegel’s mile from 15:45 to 19:41, and R from 14:00 to 15:16', () => {
    near(
      turningPoint((fiveK) => offsetsRow(fiveK).mile.riegel <= -20),
      '15:45',
    )
    near(
      turningPoint((fiveK) => offsetsRow(fiveK).mile.riegel < -25),
      '19:41',
    )
    near(
      turningPoint((fiveK) => offsetsRow(fiveK).repetition < -25),
      '15:16',
    )
  })

  test('an index of 39 is 24:37.5; the slow-runner rule moves easy, and overlaps again from 26:15 on', () => {
    // Printed as 24:36, whose index is 39.05 (docs/decisions/golden-values.md).
    expect(equivalentTime(39, metres(5000))).toBeCloseTo(1477.5, 1)
    const eased = (fiveK: number) => {
      const { easy } = slowRunnerSpeeds(indexOf({ distance: metres(5000), time: fiveK as Duration }))
      return [easy.high, easy.low].map((speed) => 1609.344 / speed - (fiveK / 5000) * 1609.344)
    }
    const golden = { 1500: [125, 186], 1560: [121, 183], 1620: [116, 179], 1740: [104, 170], 1800: [98, 165] }
    for (const [fiveK, range] of Object.entries(golden)) expect(eased(Number(fiveK)).map(Math.round)).toEqual(range)
    near(
      turningPoint((fiveK) => fiveK > 1500 && (eased(fiveK)[0] ?? 999) <= 120),
      '26:15',
      15,
    )
  })
})

describe('the difference of two ranges', () => {
  const range = fc.tuple(fc.integer({ min: -50, max: 200 }), fc.integer({ min: 0, max: 60 })).map(([low, width]) => ({
    low,
    high: low + width,
  }))

  test.each([
    [{ low: 90, high: 120 }, { low: 84, high: 121 }, 'agree'],
    [{ low: 90, high: 120 }, { low: 109, high: 160 }, 'partly'],
    [{ low: 90, high: 120 }, { low: 121, high: 178 }, 'too fast'],
    [{ low: -25, high: -20 }, { low: -35, high: -35 }, 'too slow'],
    [{ low: 15, high: 25 }, { low: 24, high: 24 }, 'agree'],
  ])('%o against %o: %s', (document, equivalent, verdict) => {
    expect(differenceOf(document, equivalent).verdict).toBe(verdict)
  })

  test('is nothing between a range and itself, and changes its sign with the side', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        expect(differenceOf(a, a)).toMatchObject({ verdict: 'agree', fastEnd: 0, slowEnd: 0, shared: a })
        const [there, back] = [differenceOf(a, b), differenceOf(b, a)]
        expect(there.fastEnd).toBeCloseTo(-back.fastEnd, 9)
        expect(there.shared).toEqual(back.shared)
        expect(there.verdict === 'too fast').toBe(back.verdict === 'too slow')
      }),
    )
  })
})

describe('the comparison for an athlete', () => {
  const compare = (text: string): ReadonlyMap<string, PaceComparison> => {
    const fitness = fitnessOf([{ distance: metres(5000), time: time(text) }])
    if (!fitness.ok) throw new Error(fitness.fault.message)
    return new Map(compareOffsets(fitness.value).map((comparison) => [comparison.pace, comparison]))
  }
  const words = (text: string, pace: string, unit: 'km' | 'mi') => {
    const comparison = compare(text).get(pace)
    return comparison ? comparisonText(comparison, unit) : ''
  }

  test('is the row of the table where the offsets are not scaled', () => {
    for (const text of ['14:00', '18:00', '22:30', '25:00']) {
      const [row, mine] = [offsetsRow(time(text)), compare(text)]
      for (const pace of ['easy', 'threshold', 'mile'] as const) {
        expect(mine.get(pace)?.verdict).toBe(row[pace].verdict)
        expect(mine.get(pace)?.fastEnd).toBeCloseTo(row[pace].fastEnd, 6)
        expect(mine.get(pace)?.slowEnd).toBeCloseTo(row[pace].slowEnd, 6)
      }
      expect(mine.get('threshold')?.fasterThan10K ?? false).toBe(row.threshold.fasterThan10K)
    }
  })

  test('says which way and by how much, in either unit', () => {
    expect(words('20:00', 'mile', 'mi')).toBe(
      'mile by 5K -25..-20 s/mi (R48): 6:01-6:06/mi, by the equivalents 5:51/mi: the document is 10.2 to 15.2 s/mi too slow.',
    )
    expect(words('20:00', 'easy', 'km')).toBe(
      'easy by 5K +90..+120 s/mi (R13): 4:56-5:15/km, by the equivalents 5:08-5:39/km: ' +
        'they share 5:08-5:15/km; its fast end is 12 s/km too fast.',
    )
    expect(words('22:30', 'threshold', 'mi')).toContain(
      '1.1 to 11.1 s/mi too fast; its fast end is faster than 10K pace.',
    )
    expect(words('14:30', 'threshold', 'mi')).toContain(
      'they agree, 9.3 s/mi from its fast and 0.7 s/mi from its slow end.',
    )
    expect(words('14:00', 'easy', 'mi')).toContain('they agree.')
  })
})
