import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMarks, parseRaceDistance, RACE_FLAGS } from './mark-flags.ts'

describe('a distance of --mark', () => {
  test.each([
    ['3000m', 3000],
    ['3000', 3000],
    ['1500', 1500],
    ['5K', 5000],
    ['10k', 10_000],
    ['1.5km', 1500],
    ['2 mi', 3218.688],
    ['mile', 1609.344],
    ['1mile', 1609.344],
    ['HM', 21_097.5],
    ['half', 21_097.5],
    ['marathon', 42_195],
    ['880yd', 804.672],
  ])('%s is %d m', (text, metres) => {
    expect(parseRaceDistance(text)).toBeCloseTo(metres, 6)
  })

  test.each(['', '5', 'far', '0m', '-5K', '5Kx', 'constructor', '1e9m'])('%s is none', (text) => {
    expect(parseRaceDistance(text)).toBeUndefined()
  })

  test('nothing makes it throw or come to less than nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseRaceDistance(text) ?? 1).toBeGreaterThan(0)
      }),
    )
  })
})

describe('marks of the flags', () => {
  test('are those of the race flags and of --mark', () => {
    expect(parseMarks({ '5k': '19:30', mile: '5:35', mark: ['10K=41:20', '400=58.4'] })).toEqual({
      ok: true,
      value: [
        { distance: 1609.344, time: 335 },
        { distance: 5000, time: 1170 },
        { distance: 10_000, time: 2480 },
        { distance: 400, time: 58.4 },
      ],
    })
  })

  test('other flags are none of theirs', () => {
    const flags = { '5K': '19:30', unit: 'km', json: true }
    expect(parseMarks(flags)).toMatchObject({ value: [{ distance: 5000 }] })
  })

  test.each([
    [{ '5k': '19:75' }, '--5k 19:75: "19:75" is not a time; write minutes:seconds, as 19:30'],
    [{ '5k': '0' }, '--5k 0'],
    [{ mark: ['3000m'] }, '--mark 3000m: write distance=time, as --mark 3000m=10:05.'],
    [{ mark: ['3000m=10:05=1'] }, 'write distance=time'],
    [{ mark: ['far=10:05'] }, '"far" is not a distance; write 3000m, 5K, 2mi, mile, hm or marathon.'],
    [{ mark: ['3000m=soon'] }, '"soon" is not a time'],
  ])('%o: %s', (flags, fault) => {
    expect(parseMarks(flags)).toEqual({ ok: false, fault: expect.stringContaining(fault) })
  })

  test('every race pace has a flag', () => {
    const shown = RACE_FLAGS.filter(({ hidden }) => !hidden).map(({ flag }) => flag)
    expect(shown).toHaveLength(16)
    for (const flag of ['400', '800', '1500', 'mile', '3k', '5k', '10k', 'hm', 'marathon'])
      expect(shown).toContain(flag)
  })
})
