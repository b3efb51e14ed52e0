import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantIn, instantText, noZones } from './instant.ts'

const read = (text: string): number => instantIn(text, noZones())

describe('times as devices write them', () => {
  test.each([
    ['2016-12-29T19:05:22Z', '2016-12-29T19:05:22Z'],
    ['2016-12-29T19:05:22.000Z', '2016-12-29T19:05:22Z'],
    ['2019-01-29T11:30:16.719Z', '2019-01-29T11:30:16.719Z'],
    ['2019-01-29T11:30:16.7Z', '2019-01-29T11:30:16.700Z'],
    ['2019-01-29T11:30:16,719456Z', '2019-01-29T11:30:16.719456Z'],
    ['2019-01-29T13:30:16+02:00', '2019-01-29T11:30:16Z'],
    ['2019-01-29T05:00:16.5-06:30', '2019-01-29T11:30:16.5Z'],
    ['2019-01-29T13:30:16+0200', '2019-01-29T11:30:16Z'],
    ['2019-01-29T13:30:16+02', '2019-01-29T11:30:16Z'],
    ['20190129T113016Z', '2019-01-29T11:30:16Z'],
    [' 2019-01-29 11:30:16 UTC ', '2019-01-29T11:30:16Z'],
    ['2019-01-29T11:30', '2019-01-29T11:30:00Z'],
    ['2019-01-29T24:00:00Z', '2019-01-30T00:00:00Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
    ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00Z'],
  ])('%s', (text, same) => expect(Math.floor(read(text))).toBe(Date.parse(same)))

  test('parts of a thousandth of a second are kept', () => expect(read('1970-01-01T00:00:00.000250Z')).toBe(0.25))

  test.each([
    '',
    '2019-01-29',
    '2019-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2019-13-01T00:00:00Z',
    '2019-00-01T00:00:00Z',
    '2019-01-00T00:00:00Z',
    '2019-01-29T25:00:00Z',
    '2019-01-29T24:00:01Z',
    '2019-01-29T11:60:00Z',
    '2019-01-29T11:30:61Z',
    '2019-01-29T11:30:16+15:00',
    '2019x01-29T11:30:16Z',
    '2019-01-29T11:30:16ZZ',
    'yesterday',
    '19-01-29T11:30:16Z',
  ])('no time: %s', (text) => expect(read(text)).toBeNaN())

  test('what zones said is remembered: the first that is told, and how many told none', () => {
    const zones = noZones()
    instantIn('2019-01-29T11:30:16', zones)
    instantIn('2019-01-29T11:30:16-03:30', zones)
    instantIn('2019-01-29T11:30:16Z', zones)
    instantIn('no time', zones)
    expect(zones).toEqual({ without: 1, offset: -12_600 })
  })
})

const moments = fc.integer({ min: Date.parse('0001-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59.999Z') })

describe('moments as text', () => {
  test('are those of the platform', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const date = new Date(moment)
        expect(Date.parse(instantText(moment))).toBe(moment)
        expect(read(date.toISOString())).toBe(moment)
        expect(read(instantText(moment))).toBe(moment)
      }),
      { numRuns: 1000 },
    )
  })

  test('have thousandths only where there are some', () => {
    expect(instantText(0)).toBe('1970-01-01T00:00:00Z')
    expect(instantText(-1)).toBe('1969-12-31T23:59:59.999Z')
  })
})
