import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Activity, ColumnName } from '../fit/recorded.ts'
import { headerMeaning } from './headers.ts'
import { delimiterOf, readCells } from './csv.ts'
import { parseCsv } from './parse-csv.ts'

const encoder = new TextEncoder()
const read = (text: string, limits = {}) => parseCsv(encoder.encode(text), { limits })
const activity = (text: string): Activity => {
  const result = read(text)
  if (!result.ok) throw new Error(result.fault.message)
  return result.value.activity
}
const codesOf = ({ problems }: Activity) => problems.map(({ code }) => code)
const rounded = (column: Float64Array | undefined): readonly number[] =>
  [...(column ?? [])].map((value) => Math.round(value * 1000) / 1000)

const rows = (text: string, delimiter = ','): readonly (readonly string[])[] => {
  const found: (readonly string[])[] = []
  readCells(text, delimiter, 1000, (cells) => found.push(cells) > 0)
  return found
}

describe('cells', () => {
  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,,\n,,\n',
      [
        ['a', '', ''],
        ['', '', ''],
      ],
    ],
    ['\n\na\n\n', [['a']]],
    ['"a,b","c ""d""",e', [['a,b', 'c "d"', 'e']]],
    ['"a\r\nb",c', [['a\r\nb', 'c']]],
    ['"",""', [['', '']]],
    ['a"b,c"', [['a"b', 'c"']]],
    ['"a" ,b', [['a', 'b']]],
    ['a,', [['a', '']]],
  ])('%j', (text, expected) => expect(rows(text)).toEqual(expected))

  test('a quote that is never closed, a cell that never ends', () => {
    expect(readCells('a,"b', ',', 10, () => true)).toBe('open-quote')
    expect(readCells('a,bbbbbbbbbbb', ',', 10, () => true)).toBe('long-cell')
    expect(readCells(`a,"${'""'.repeat(20)}",b`, ',', 10, () => true)).toBe('long-cell')
  })

  test('any table comes back', () => {
    const cell = fc.string({ maxLength: 12, unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'é') })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 6 })
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (cells, end) => {
        const text = cells.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',') + end).join('')
        expect(rows(text)).toEqual(cells)
      }),
    )
  })

  test.each([
    ['time,distance,hr', ','],
    ['time;distance;hr\n1;2,5;3', ';'],
    ['time\tdistance', '\t'],
    ['"a,b,c";d;e', ';'],
  ])('the sign between the cells of %j', (text, sign) => expect(delimiterOf(text)).toBe(sign))
})

describe('headers', () => {
  const inOwn = (header: string, amount: number): readonly [string | undefined, number | undefined] => {
    const meaning = headerMeaning(header)
    const own = meaning?.toOwn ? meaning.toOwn(amount) : amount
    return [meaning?.quantity, meaning && Math.round(own * 1000) / 1000]
  }
  test.each([
    ['Distance (km)', 1.5, 'distance', 1500],
    ['distance_m', 5, 'distance', 5],
    ['Distance [mi]', 1, 'distance', 1609.344],
    ['km', 2, 'distance', 2000],
    ['distanceMeters', 7, 'distance', 7],
    ['kph', 36, 'speed', 10],
    ['Speed (km/h)', 36, 'speed', 10],
    ['speed_kmh', 36, 'speed', 10],
    ['speed_km_h', 36, 'speed', 10],
    ['Velocity (m/s)', 3, 'speed', 3],
    ['speed mph', 10, 'speed', 4.47],
    ['Pace (min/km)', 4, 'pace', 4.167],
    ['pace_s_km', 240, 'pace', 4.167],
    ['HR (bpm)', 150, 'heartRate', 150],
    ['heartRate', 150, 'heartRate', 150],
    ['Heart-Rate', 150, 'heartRate', 150],
    ['Cadence (spm)', 180, 'cadence', 90],
    ['cad', 90, 'cadence', 90],
    ['alt', 10, 'altitude', 10],
    ['Elevation (ft)', 10, 'altitude', 3.048],
    ['LatitudeDegrees', 1, 'latitude', 1],
    ['position_lat [semicircles]', 2 ** 30, 'latitude', 90],
    ['lng', 1, 'longitude', 1],
    ['watts', 200, 'power', 200],
    ['Temp (°F)', 50, 'temperature', 10],
    ['Temperatures ( C )', 5, 'temperature', 5],
    ['secs', 5, 'time', 5],
    ['time (ms)', 500, 'time', 0.5],
    ['elapsed_s', 5, 'time', 5],
    ['timestamp', 5, 'time', 5],
    ['Time (hh:mm:ss)', 5, 'time', 5],
  ])('%s', (header, amount, quantity, own) => expect(inOwn(header, amount)).toEqual([quantity, own]))

  test.each(['', 'constructor', 'foo', 'distance (bpm)', 'average speed', 'distance (parsec)', 'x'.repeat(200)])(
    'nothing: %s',
    (header) => expect(headerMeaning(header)).toBeUndefined(),
  )
})

describe('tables of samples', () => {
  test('seconds from an unknown start', () => {
    const found = activity('time,distance,speed,heart_rate,lat,lon\n0,0,0,100,1,2\n1.5,3,2,,1.00003,2\n')
    expect(found.samples).toEqual({
      count: 2,
      time: Float64Array.of(0, 1.5),
      developer: [],
      distance: Float64Array.of(0, 3),
      speed: Float64Array.of(0, 2),
      heartRate: Float64Array.of(100, NaN),
      latitude: Float64Array.of(1, 1.00003),
      longitude: Float64Array.of(2, 2),
    })
    expect([found.start, codesOf(found)]).toEqual([null, ['no-session', 'no-date']])
  })

  test.each([
    ['moments', '2026-01-01T00:00:00Z', '2026-01-01T00:01:10Z', ['no-session']],
    ['moments without a zone', '2026-01-01 00:00:00', '2026-01-01 00:01:10', ['no-session', 'no-zone']],
    ['Unix seconds', '1767225600', '1767225670', ['no-session']],
    ['Unix milliseconds', '1767225600000', '1767225670000', ['no-session']],
  ])('times as %s', (_, first, second, codes) => {
    const found = activity(`timestamp,hr\n${first},100\n${second},101\n`)
    expect([found.start, ...found.samples.time]).toEqual([Date.UTC(2026, 0, 1), 0, 70])
    expect(codesOf(found)).toEqual(codes)
  })

  test.each([
    ['clocks', '00:00:01', '1:00:02.5', [0, 3601.5]],
    ['minutes and seconds', '00:10', '61:10', [0, 3660]],
    ['milliseconds', '250', '1250', [0, 1]],
  ])('times as %s from an unknown start', (name, first, second, expected) => {
    const found = activity(`${name === 'milliseconds' ? 'time (ms)' : 'Time'},hr\n${first},100\n${second},101\n`)
    expect([found.start, [...found.samples.time]]).toEqual([null, expected])
  })

  test('a day and a time of day apart', () => {
    const found = activity('Date,Time,HR\n2026-01-01,00:00:05,100\n2026-01-02,00:00:05,101\n')
    expect([found.start, ...found.samples.time]).toEqual([Date.UTC(2026, 0, 1, 0, 0, 5), 0, 86_400])
  })

  test('commas as decimal points between semicolons', () => {
    const found = activity('Zeit;time;Distance (km);HR\n;0;0,000;100\n;60;0,250;110\n')
    expect(rounded(found.samples.distance)).toEqual([0, 250])
  })

  test('lines of a device before the table, under a header of their own', () => {
    const polar =
      'Name,Sport,Date,Start time,Duration,Total distance (km)\nA B,RUNNING,01-01-2026,07:00:00,00:00:02,0.01\n' +
      'Sample rate,Time,HR (bpm),Speed (km/h),Pace (min/km),Cadence,Altitude (m),Distances (m),Temperatures (C),Power (W)\n' +
      '1,00:00:00,100,0.0,00:00,,10,0.0,,\n,00:00:01,101,10.8,05:33,80,11,3.0,,\n'
    const { samples } = activity(polar)
    expect([samples.count, rounded(samples.speed), rounded(samples.distance)]).toEqual([2, [0, 3], [0, 3]])
  })

  test('a pace stands for a speed where there is none', () => {
    const { samples } = activity('time,pace (min/km),hr\n0,5:00,100\n1,4.0,100\n2,0,100\n3,--,100\n')
    expect(rounded(samples.speed)).toEqual([3.333, 4.167, NaN, NaN])
  })

  test('units that are not stated are those that make sense together', () => {
    const table = (metres: number, speed: number, seconds = 600): string =>
      `time,distance,speed\n${[0, 0.5, 1].map((part) => `${part * seconds},${part * metres},${speed}`).join('\n')}\n`
    const inKilometres = activity(table(2.4, 14.4))
    expect([rounded(inKilometres.samples.distance), rounded(inKilometres.samples.speed)]).toEqual([
      [0, 1200, 2400],
      [4, 4, 4],
    ])
    expect(codesOf(inKilometres)).toEqual(['other-unit', 'no-session', 'no-date'])
    const inMiles = activity(table(2400, 8.95))
    expect(rounded(inMiles.samples.speed)[0]).toBeCloseTo(4, 2)
    expect(codesOf(activity(table(2400, 4)))).toEqual(['no-session', 'no-date'])
    expect(codesOf(activity(table(2.4, 14.4, 30)))).toEqual(['no-session', 'no-date'])
  })

  test('cells that are no numbers are named, those that say so are not', () => {
    const found = activity('time,hr\n0,100\n1,high\n2,NaN\n3,\n4,--\nlater,5\n')
    expect(codesOf(found)).toEqual(['bad-value', 'no-session', 'no-times', 'no-date'])
    expect(found.problems[0]?.message).toContain('2 cells')
  })

  test('rows that are too short, too long or empty', () => {
    const found = activity('time,distance,hr\n0\n1,2,3,4,5\n\n,,\n2,5\n')
    expect([found.samples.count, rounded(found.samples.distance)]).toEqual([3, [NaN, 2, 5]])
  })

  test('cut off inside a quote', () => {
    const found = activity('time,hr\n0,100\n1,"10')
    expect([found.samples.count, codesOf(found)[0]]).toEqual([1, 'truncated'])
  })
})

describe('tables that are refused', () => {
  test.each([
    ['no header', '1,2,3\n4,5,6', 'not-recognised'],
    ['words', 'The quick brown fox, and so on', 'not-recognised'],
    ['times alone', 'time,foo\n1,2', 'not-recognised'],
    ['a table of laps', 'Laps,Time,Distance,Avg HR\n1,04:00,1.00,150', 'not-recognised'],
    ['a table of laps of samples', 'Lap,Time,Distance\n1,04:00,1.00', 'not-recognised'],
    ['a table of activities', 'Activity Type,Date,Time,Distance\nRunning,2026-01-01,1,2', 'not-recognised'],
    ['a header alone', 'time,distance\n', 'empty'],
  ])('%s', (_, text, code) => expect(read(text)).toMatchObject({ ok: false, fault: { code } }))

  test('limits', () => {
    const text = `time,hr\n${Array.from({ length: 20 }, (_, row) => `${row},100`).join('\n')}`
    expect(read(text, { samples: 19 })).toMatchObject({ ok: false, fault: { code: 'too-many-messages' } })
    expect(read(text, { samples: 20 }).ok).toBe(true)
    expect(read(text, { bytes: 20 })).toMatchObject({ ok: false, fault: { code: 'too-large' } })
    expect(read(`${text},${'x'.repeat(100)}`, { text: 50 })).toMatchObject({
      ok: false,
      fault: { code: 'oversized-text' },
    })
  })
})

const COLUMNS = ['distance', 'heartRate', 'power', 'temperature', 'altitude'] as const satisfies readonly ColumnName[]

test('any table of numbers comes back', () => {
  const row = fc.array(fc.option(fc.integer({ min: 1, max: 240 })), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), fc.constantFrom(',', ';', '\t'), (table, sign) => {
      const header = ['elapsed (s)', ...COLUMNS.map((name) => `${name}${name === 'distance' ? ' (m)' : ''}`)]
      const lines = table.map((cells, index) => [index, ...cells.map((cell) => cell ?? '')])
      const { samples } = activity([header, ...lines].map((cells) => cells.join(sign)).join('\r\n'))
      expect([...samples.time]).toEqual(table.map((_, index) => index))
      for (const [place, name] of COLUMNS.entries()) {
        const expected = table.map((cells) => cells[place] ?? NaN)
        expect([...(samples[name] ?? expected.map(() => NaN))]).toEqual(expected)
      }
    }),
  )
})
