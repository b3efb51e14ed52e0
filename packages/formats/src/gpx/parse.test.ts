import { describe, expect, test } from 'vitest'
import type { Activity } from '../fit/recorded.ts'
import { parseGpx, type GpxFile } from './parse.ts'

const encoder = new TextEncoder()
const read = (body: string, limits = {}) => parseGpx(encoder.encode(`<gpx creator="Watch">${body}</gpx>`), { limits })
const file = (body: string): GpxFile => {
  const result = read(body)
  if (!result.ok) throw new Error(result.fault.message)
  return result.value
}
const activity = (body: string): Activity => file(body).activity
const codesOf = ({ problems }: { readonly problems: Activity['problems'] }) => problems.map(({ code }) => code)

const time = (second: number): string => `<time>${new Date(Date.UTC(2026, 0, 1) + 1000 * second).toISOString()}</time>`
const point = (north: number, inside: string): string => `<trkpt lat="${north}" lon="0">${inside}</trkpt>`
const segment = (...points: readonly string[]): string => `<trkseg>${points.join('')}</trkseg>`
const track = (...segments: readonly string[]): string => `<trk>${segments.join('')}</trk>`
const extended = (inside: string): Activity['samples'] =>
  activity(track(segment(point(1, `${time(0)}<extensions>${inside}</extensions>`)))).samples

describe('points', () => {
  const all = { heartRate: 140, cadence: 85, power: 250, temperature: 21.5, speed: 3.5 }
  test.each([
    [
      'Garmin, one element inside another',
      '<ns3:TrackPointExtension><ns3:hr>140</ns3:hr><ns3:cad>85</ns3:cad><ns3:atemp>21.5</ns3:atemp><ns3:speed>3.5</ns3:speed></ns3:TrackPointExtension><pwr:PowerInWatts>250</pwr:PowerInWatts>',
      all,
    ],
    [
      'ClueTrust',
      '<gpxdata:hr>140</gpxdata:hr><gpxdata:cadence>85</gpxdata:cadence><gpxdata:temp>21.5</gpxdata:temp><gpxdata:power>250</gpxdata:power><gpxdata:speed>3.5</gpxdata:speed><gpxdata:distance>12</gpxdata:distance>',
      { ...all, distance: 12 },
    ],
    [
      'without a prefix',
      '<power>250</power><heartrate>140</heartrate><Cadence>85</Cadence>',
      { heartRate: 140, cadence: 85, power: 250 },
    ],
    ['of what is not known', '<x:vo2>60</x:vo2><constructor>1</constructor>', {}],
    ['a strap that is not worn', '<gpxtpx:hr>0</gpxtpx:hr>', {}],
  ])('extensions: %s', (_, inside, expected) => {
    const { count, time: times, developer, latitude, longitude, distance, ...measured } = extended(inside)
    const found = Object.fromEntries(Object.entries(measured).map(([name, column]) => [name, column?.[0]]))
    expect(found).toEqual(Object.fromEntries(Object.entries(expected).filter(([name]) => name !== 'distance')))
    if ('distance' in expected) expect(distance).toEqual(Float64Array.of(12))
    expect([count, times[0], developer, latitude?.[0], longitude?.[0]]).toEqual([1, 0, [], 1, 0])
  })

  test('GPX 1.0 has speed and height in the point itself', () => {
    const { samples } = activity(
      track(segment(point(1, `${time(0)}<ele>12.5</ele><course>90</course><speed>2.5</speed>`))),
    )
    expect([samples.altitude?.[0], samples.speed?.[0]]).toEqual([12.5, 2.5])
  })

  test('without times, or all with the same', () => {
    const none = activity(track(segment(point(1, ''), point(2, ''))))
    expect([none.start, ...none.samples.time]).toEqual([null, NaN, NaN])
    expect(codesOf(none)).toEqual(['no-times', 'no-date', 'no-distance'])
    const same = activity(track(segment(point(1, time(5)), point(2, time(5)), point(3, time(5)))))
    expect(codesOf(same)).toEqual(['no-times', 'no-distance'])
    const twice = activity(track(segment(point(1, time(5)), point(2, time(5)), point(3, time(6)))))
    expect(codesOf(twice)).toEqual(['no-distance'])
  })

  test('at places that are none', () => {
    const found = activity(
      track(segment(point(0, time(0)), point(95, time(1)), '<trkpt lat="x" lon="0"/>', point(0.001, time(3)))),
    )
    expect([...(found.samples.distance ?? [])].map(Math.round)).toEqual([0, NaN, NaN, 111])
    expect(codesOf(found)).toEqual(['bad-value', 'no-times', 'no-distance', 'impossible-position'])
  })
})

describe('tracks and segments', () => {
  test('tracks are sessions, an empty one among them', () => {
    const { sessions } = activity(
      `<trk><name>a</name><trkseg/></trk><trk><type>trail_running</type>${segment(point(1, time(3)))}</trk><trk><type>9</type>${segment(point(1, time(9)))}</trk>`,
    )
    expect(sessions).toEqual([{}, { start: 0, sport: 'running', subSport: 'trail' }, { start: 6, sport: 'running' }])
  })

  test('between the segments of a track it paused; nothing is run between them', () => {
    const found = activity(
      track(
        segment(point(0, time(0)), point(0.001, time(30))),
        '<trkseg/>',
        segment(point(1, time(90)), point(1.001, time(120))),
      ),
    )
    expect(found.pauses).toEqual([{ start: 30, end: 90 }])
    expect(Math.round(found.samples.distance?.at(-1) ?? 0)).toBe(222)
  })

  test('between tracks there is no pause, and nothing is run', () => {
    const found = activity(
      track(segment(point(0, time(0)))) + track(segment(point(1, time(90)), point(1.001, time(120)))),
    )
    expect(found.pauses).toEqual([])
    expect(Math.round(found.samples.distance?.at(-1) ?? 0)).toBe(111)
  })

  test('coded stops: each with the start that follows it, the last without one', () => {
    const code = (latitude: number, second: number): string =>
      `<trkpt lat="${latitude}.0" lon="0.0">${time(second)}</trkpt>`
    const found = activity(
      track(
        segment(
          point(0, time(0)),
          code(100, 10),
          code(200, 20),
          point(0.001, time(21)),
          code(100, 30),
          code(100, 40),
          code(200, 50),
          code(100, 60),
        ),
      ),
    )
    expect(found.pauses).toEqual([
      { start: 10, end: 20 },
      { start: 40, end: 50 },
    ])
    expect(found.samples.count).toBe(8)
    expect(codesOf(found)).toEqual(['impossible-position', 'no-distance'])
  })

  test('the name and the words of the athlete', () => {
    const {
      title,
      notes,
      activity: found,
    } = file(`<trk><name><![CDATA[A & B]]></name><desc>wet</desc>${segment(point(1, time(0)))}</trk>`)
    expect([title, notes, found.device]).toEqual(['A & B', 'wet', { name: 'Watch' }])
  })

  test('what a track states of itself', () => {
    const stats =
      '<extensions><x:TrackStatsExtension><x:Distance>5000</x:Distance><x:TotalElapsedTime>1300</x:TotalElapsedTime>' +
      '<x:TimerTime>1200.5</x:TimerTime><x:MovingTime>1190</x:MovingTime><x:Ascent>50</x:Ascent></x:TrackStatsExtension></extensions>'
    const { sessions } = activity(`<trk>${stats}${segment(point(1, time(0)))}</trk>`)
    expect(sessions).toEqual([{ start: 0, distance: 5000, elapsed: 1300, timer: 1200.5, moving: 1190, ascent: 50 }])
  })

  test('laps as GPX-Data lists them', () => {
    const lap =
      '<d:lap><d:index>1</d:index><d:startPoint lat="1" lon="2"/><d:startTime>2026-01-01T00:00:05Z</d:startTime>' +
      '<d:elapsedTime>60.5</d:elapsedTime><d:distance>200</d:distance><d:trigger kind="manual"/><d:intensity>rest</d:intensity>' +
      '<d:summary name="AverageHeartRateBpm" kind="avg">150</d:summary><d:summary name="Odd">1</d:summary></d:lap>'
    const found = activity(
      `${track(segment(point(1, time(0)), point(2, time(90))))}<extensions>${lap}<d:lap/></extensions>`,
    )
    expect(found.laps).toEqual([
      { start: 5, timer: 60.5, distance: 200, trigger: 'manual', intensity: 'rest', heartRate: 150 },
    ])
    expect(read(`<extensions>${lap}${lap}</extensions>`, { laps: 1 })).toMatchObject({
      ok: false,
      fault: { code: 'too-many-laps' },
    })
  })

  test('waypoints and routes are passed over by name, with all that is in them', () => {
    const found = activity(
      `<wpt lat="1" lon="2"><time>x</time><name>n</name></wpt><rte><name>r</name><rtept lat="1" lon="2"/></rte>${track(segment(point(1, time(0))))}`,
    )
    expect(found.samples.count).toBe(1)
    expect(found.problems[0]).toMatchObject({
      code: 'passed-over',
      message: expect.stringContaining('1 waypoints and 1 routes'),
    })
    const alone = read('<wpt lat="1" lon="2"/><wpt lat="1" lon="2"/>')
    expect(alone).toMatchObject({
      ok: false,
      fault: { code: 'empty', message: expect.stringContaining('2 waypoints') },
    })
  })

  test('points outside of any segment, and of any track', () => {
    expect(activity(point(1, time(0)) + point(1, time(1))).samples.count).toBe(2)
    expect(activity(`<trk>${point(1, time(0))}</trk>`).sessions).toHaveLength(1)
  })
})

describe('files that are damaged', () => {
  const points = Array.from({ length: 20 }, (_, second) => point(second / 1000, time(second)))

  test('a broken point costs itself alone', () => {
    const broken = points.map((text, index) => (index === 7 ? text.replace('lat="', 'lat=') : text))
    const found = activity(track(segment(...broken)))
    expect([found.samples.count, found.sessions.length, codesOf(found)]).toEqual([19, 1, ['lost-sync', 'no-distance']])
  })

  test('a point that is never closed is not taken for the next one', () => {
    const open = points.map((text, index) => (index === 7 ? text.replace('</trkpt>', '') : text))
    const found = activity(track(segment(...open)))
    expect([...found.samples.time]).toEqual(
      Array.from({ length: 20 }, (_, second) => second).filter((second) => second !== 7),
    )
  })

  test('a coded stop that is cut off stopped nothing', () => {
    const result = parseGpx(
      encoder.encode(`<gpx>${track(segment(...points)).replace('</trkseg></trk>', '')}<trkpt lat="100" lon="0"><ti`),
    )
    expect(result.ok && [result.value.activity.samples.count, codesOf(result.value)]).toEqual([
      20,
      ['truncated', 'no-distance'],
    ])
  })
})

describe('limits', () => {
  const points = Array.from({ length: 20 }, () => point(1, ''))
  test.each([
    ['points', { samples: 19 }, 'too-many-messages'],
    ['tracks', { rows: 1 }, 'too-many-messages'],
    ['bytes', { bytes: 50 }, 'too-large'],
  ])('of %s', (_, limits, code) => {
    const body = track(segment(...points)) + track()
    expect(read(body, limits)).toMatchObject({ ok: false, fault: { code } })
    expect(read(body, { samples: 20, rows: 2 }).ok).toBe(true)
  })
})
