import { describe, expect, test } from 'vitest'
import type { Activity } from '../fit/recorded.ts'
import { parseTcx, type TcxFile } from './parse.ts'

const encoder = new TextEncoder()
const read = (body: string, limits = {}) =>
  parseTcx(encoder.encode(`<TrainingCenterDatabase>${body}</TrainingCenterDatabase>`), { limits })

const file = (body: string): TcxFile => {
  const result = read(body)
  if (!result.ok) throw new Error(result.fault.message)
  return result.value
}
const activity = (laps: string): Activity => {
  const [found] = file(
    `<Activities><Activity Sport="Running"><Id>${at(0)}</Id>${laps}</Activity></Activities>`,
  ).activities
  if (!found) throw new Error('nothing recorded')
  return found
}
const codesOf = ({ problems }: { readonly problems: Activity['problems'] }) => problems.map(({ code }) => code)

const at = (seconds: number): string => new Date(Date.UTC(2026, 0, 1) + 1000 * seconds).toISOString()
const point = (seconds: number, more = ''): string => `<Trackpoint><Time>${at(seconds)}</Time>${more}</Trackpoint>`
const track = (...points: readonly string[]): string => `<Track>${points.join('')}</Track>`
const lap = (start: number, timer: number, ...tracks: readonly string[]): string =>
  `<Lap StartTime="${at(start)}"><TotalTimeSeconds>${timer}</TotalTimeSeconds><DistanceMeters>100</DistanceMeters>${tracks.join('')}</Lap>`
const metres = (amount: number): string => `<DistanceMeters>${amount}</DistanceMeters>`
const position = (north: number, east: number): string =>
  `<Position><LatitudeDegrees>${north}</LatitudeDegrees><LongitudeDegrees>${east}</LongitudeDegrees></Position>`

describe('trackpoints', () => {
  test('of every kind that devices write', () => {
    const tpx =
      '<Extensions><ns3:TPX><ns3:Speed>3.5</ns3:Speed><ns3:RunCadence>88</ns3:RunCadence><ns3:Watts>250</ns3:Watts></ns3:TPX></Extensions>'
    const { samples } = activity(
      lap(
        0,
        3,
        track(
          point(0.25, `${position(1, 2)}<AltitudeMeters>-3.5</AltitudeMeters>${metres(0)}`),
          point(1, `<HeartRateBpm><Value>140</Value></HeartRateBpm><Cadence>80</Cadence>${metres(3)}`),
          point(2, `${metres(6)}<HeartRateBpm>141</HeartRateBpm>${tpx}`),
          '<Trackpoint><HeartRateBpm><Value>0</Value></HeartRateBpm></Trackpoint>',
          '<Trackpoint/>',
        ),
      ),
    )
    expect(samples).toEqual({
      count: 3,
      time: Float64Array.of(0.25, 1, 2),
      developer: [],
      distance: Float64Array.of(0, 3, 6),
      altitude: Float64Array.of(-3.5, NaN, NaN),
      heartRate: Float64Array.of(NaN, 140, 141),
      cadence: Float64Array.of(NaN, 80, 88),
      latitude: Float64Array.of(1, NaN, NaN),
      longitude: Float64Array.of(2, NaN, NaN),
      speed: Float64Array.of(NaN, NaN, 3.5),
      power: Float64Array.of(NaN, NaN, 250),
    })
  })

  test('without times, with times that cannot be, with words for numbers', () => {
    const found = activity(
      lap(
        0,
        3,
        track(
          point(0, metres(0)),
          `<Trackpoint>${metres(2)}</Trackpoint>`,
          `<Trackpoint><Time>2026-02-30T00:00:00Z</Time>${metres(3)}</Trackpoint>`,
          point(3, '<DistanceMeters>far</DistanceMeters><AltitudeMeters>12,5</AltitudeMeters><Cadence></Cadence>'),
        ),
      ),
    )
    expect([...found.samples.time]).toEqual([0, NaN, NaN, 3])
    expect([...(found.samples.altitude ?? [])]).toEqual([NaN, NaN, NaN, 12.5])
    expect(codesOf(found)).toEqual(['bad-value', 'no-times'])
    expect(found.problems[0]?.message).toContain('2 values')
  })

  test('in local time, in no zone', () => {
    const local = activity(
      `<Lap StartTime="2026-01-01T02:00:00+02:00">${track('<Trackpoint><Time>2026-01-01T02:00:01+02:00</Time></Trackpoint>')}</Lap>`,
    )
    expect([local.start, local.utcOffset, local.samples.time[0]]).toEqual([Date.UTC(2026, 0, 1), 7200, 1])
    const bare = activity(
      `<Lap StartTime="2026-01-01T00:00:00">${track('<Trackpoint><Time>2026-01-01T00:00:01</Time></Trackpoint>')}</Lap>`,
    )
    expect(codesOf(bare)).toContain('no-zone')
  })

  test('without distances: computed from the positions, not over pauses, and named', () => {
    const found = activity(
      lap(
        0,
        4,
        track(point(0, position(0, 0)), point(1, position(0.001, 0))),
        track(point(100, position(1, 0)), point(101, position(1.001, 0))),
      ),
    )
    expect([...(found.samples.distance ?? [])].map(Math.round)).toEqual([0, 111, 111, 222])
    expect(codesOf(found)).toEqual(['no-distance'])
  })

  test('with steps of both feet: halved, and named; a bike stays as it is', () => {
    const points = [1, 2, 3].map((second) => point(second, `${metres(second)}<Cadence>${170 + second}</Cadence>`))
    const run = activity(lap(0, 3, track(...points)))
    expect([...(run.samples.cadence ?? [])]).toEqual([85.5, 86, 86.5])
    expect(codesOf(run)).toEqual(['other-unit'])
    const [ride] = file(
      `<Activities><Activity Sport="Biking">${lap(0, 3, track(...points))}</Activity></Activities>`,
    ).activities
    expect([...(ride?.samples.cadence ?? [])]).toEqual([171, 172, 173])
  })

  test('going back in time, and leaping', () => {
    const found = activity(lap(0, 3, track(...[0, 1, 2, 1, 3, 200_000].map((second) => point(second, metres(1))))))
    expect(codesOf(found)).toEqual(['time-backwards', 'clock-jump'])
  })

  test('a first sample with a clock that was not set does not move the start', () => {
    const odd = `<Trackpoint><Time>1989-12-31T00:00:00Z</Time>${metres(0)}</Trackpoint>`
    expect(activity(lap(0, 3, track(odd, point(1, metres(1))))).start).toBe(Date.UTC(2026, 0, 1))
  })
})

describe('laps and pauses', () => {
  test('what a lap states; what it does not state is missing', () => {
    const stated =
      '<MaximumSpeed>5</MaximumSpeed><Calories>9</Calories><AverageHeartRateBpm><Value>150</Value></AverageHeartRateBpm>' +
      '<MaximumHeartRateBpm><Value>170</Value></MaximumHeartRateBpm><Intensity>Resting</Intensity><Cadence>60</Cadence>' +
      '<TriggerMethod>HeartRate</TriggerMethod><Extensions><LX><AvgSpeed>3</AvgSpeed><AvgRunCadence>85</AvgRunCadence></LX></Extensions>'
    const { laps, sessions } = activity(
      `<Lap StartTime="${at(5)}">${stated}</Lap><Lap>${track(point(9), point(10))}</Lap>`,
    )
    expect(laps).toEqual([
      {
        start: 0,
        maxSpeed: 5,
        heartRate: 150,
        maxHeartRate: 170,
        intensity: 'rest',
        cadence: 85,
        trigger: 'heart rate',
        speed: 3,
      },
      { start: 4 },
    ])
    expect(sessions).toEqual([{ start: 0, sport: 'running', firstLap: 0, lapCount: 2 }])
  })

  test('a session is what its laps come to', () => {
    const { sessions } = activity(lap(0, 61.5) + lap(62, 30))
    expect(sessions).toEqual([{ start: 0, sport: 'running', timer: 91.5, distance: 200, firstLap: 0, lapCount: 2 }])
  })

  test('a gap between tracks is a pause where the timer stood, none where it ran', () => {
    const tracks = [
      track(point(0, metres(0)), point(10, metres(30))),
      track(point(70, metres(31)), point(80, metres(60))),
    ]
    const stood = activity(lap(0, 20, ...tracks))
    expect(stood.pauses).toEqual([{ start: 10, end: 70 }])
    expect(activity(lap(0, 80, ...tracks)).pauses).toEqual([])
    expect(activity(`<Lap StartTime="${at(0)}">${tracks.join('')}</Lap>`).pauses).toEqual([{ start: 10, end: 70 }])
    const next = lap(85, 5, track(point(85, metres(61)), point(90, metres(70))))
    expect(activity(lap(0, 25, ...tracks) + next).pauses).toEqual([{ start: 10, end: 70 }])
  })

  test('two trackpoints with nothing but a time mark a pause', () => {
    const found = activity(lap(0, 20, track(point(0, metres(0)), point(10), point(70), point(80, metres(60)))))
    expect(found.pauses).toEqual([{ start: 10, end: 70 }])
    expect(found.samples.count).toBe(4)
  })
})

describe('files of other shapes', () => {
  test('several activities are apart; several sports of one session are one', () => {
    const one = `<Activity Sport="Running"><Id>${at(0)}</Id>${lap(0, 5, track(point(0, metres(0)), point(5, metres(20))))}</Activity>`
    const other = `<Activity Sport="Biking"><Id>${at(100)}</Id>${lap(100, 7, track(point(100, metres(0)), point(107, metres(50))))}</Activity>`
    expect(file(`<Activities>${one}${other}</Activities>`).activities.map(({ sessions }) => sessions.length)).toEqual([
      1, 1,
    ])
    const transition = `<Transition StartTime="${at(50)}"><TotalTimeSeconds>9</TotalTimeSeconds></Transition>`
    const session = `<MultiSportSession><Id>${at(0)}</Id><FirstSport>${one}</FirstSport><NextSport>${transition}${other}</NextSport></MultiSportSession>`
    const { activities } = file(`<Activities>${session}</Activities>`)
    expect(activities).toHaveLength(1)
    expect(activities[0]?.sessions.map(({ sport, start, timer, firstLap }) => [sport, start, timer, firstLap])).toEqual(
      [
        ['running', 0, 5, 0],
        ['transition', 50, 9, 1],
        ['cycling', 100, 7, 2],
      ],
    )
    expect(activities[0]?.samples.count).toBe(4)
  })

  test('device, notes and the name of the workout', () => {
    const { activities, title, notes } = file(
      `<Activities><Activity Sport="Running">${lap(0, 5)}<Notes> hot </Notes><Training><Plan><Name>6 x 800</Name></Plan></Training>` +
        '<Creator xsi:type="Device_t"><Name>FR &amp; 945</Name><ProductID>3113</ProductID></Creator></Activity></Activities>',
    )
    expect([activities[0]?.device, title, notes]).toEqual([{ name: 'FR & 945', product: 3113 }, '6 x 800', 'hot'])
  })

  test('planned routes are passed over by name, and are no recording', () => {
    const course = `<Courses><Course><Name>Round</Name><Lap>${metres(5)}</Lap>${track(point(0), point(1))}</Course></Courses>`
    const beside = file(`<Activities><Activity Sport="Running">${lap(0, 5)}</Activity></Activities>${course}`)
    expect(beside.activities[0]?.samples.count).toBe(0)
    expect(codesOf(beside)).toEqual(['passed-over', 'no-samples'])
    const alone = read(course)
    expect(!alone.ok && alone.fault.code).toBe('empty')
  })

  test('names that every object answers to are words like others', () => {
    const found = file(
      '<Activities><constructor/><Activity Sport="constructor"><toString><hasOwnProperty>1</hasOwnProperty></toString>' +
        `<Lap><TriggerMethod>constructor</TriggerMethod><valueOf>2</valueOf>${track(point(0, '<__proto__>3</__proto__>'))}</Lap></Activity></Activities>`,
    )
    expect(found.activities[0]?.laps).toEqual([{ start: 0, trigger: 'other' }])
  })
})

describe('files that are damaged', () => {
  const points = (from: number, count: number): string[] =>
    Array.from({ length: count }, (_, index) => point(from + index, metres(index)))

  test('a broken trackpoint costs itself alone', () => {
    const broken = points(0, 20).map((text, index) => (index === 7 ? text.replace('</Time>', '</Tome>') : text))
    const found = activity(lap(0, 20, track(...broken)))
    expect(found.samples.count).toBe(19)
    expect(found.laps).toHaveLength(1)
    expect(codesOf(found)).toEqual(['lost-sync'])
  })

  test('a trackpoint that is never closed is not taken for the next one', () => {
    const open = points(0, 20).map((text, index) => (index === 7 ? text.replace('</Trackpoint>', '') : text))
    const found = activity(lap(0, 20, track(...open)))
    expect([...found.samples.time]).toEqual(
      Array.from({ length: 20 }, (_, second) => second).filter((second) => second !== 7),
    )
  })

  test('a broken lap costs what of it is broken, and no other', () => {
    const first = lap(0, 20, track(...points(0, 20))).replace('</Track>', '')
    const found = activity(first + lap(20, 5, track(...points(20, 5))))
    expect([found.samples.count, found.laps.length, found.sessions[0]?.timer]).toEqual([25, 2, 25])
  })

  test('a cut lap keeps the totals that it stated first', () => {
    const text = `<TrainingCenterDatabase><Activities><Activity Sport="Running">${lap(0, 20, track(...points(0, 20)))}`
    const result = parseTcx(encoder.encode(text.slice(0, -200)))
    const found = result.ok ? result.value.activities[0] : undefined
    expect(found?.laps).toEqual([{ start: 0, timer: 20, distance: 100 }])
    expect(found?.samples.count).toBe(18)
    expect(found && codesOf(found)).toEqual(['truncated'])
  })

  test('nothing of it is left: refused with the damage as the reason', () => {
    const result = parseTcx(encoder.encode('<TrainingCenterDatabase><Activities><Activity'))
    expect(!result.ok && result.fault.code).toBe('truncated')
  })
})

describe('limits', () => {
  const many = track(...Array.from({ length: 30 }, (_, second) => point(second)))
  test.each([
    ['points', { samples: 29 }, 'too-many-messages'],
    ['laps', { laps: 1 }, 'too-many-laps'],
    ['bytes', { bytes: 100 }, 'too-large'],
    ['depth', { depth: 5 }, 'too-deep'],
    ['text', { text: 10 }, 'oversized-text'],
  ])('of %s', (_, limits, code) => {
    const body = `<Activities><Activity Sport="Running">${lap(0, 5, many)}${lap(40, 5)}</Activity></Activities>`
    const result = read(body, limits)
    expect(!result.ok && result.fault.code).toBe(code)
    expect(!result.ok && result.fault.problems.length).toBeGreaterThan(0)
    expect(read(body, { samples: 30, laps: 2 }).ok).toBe(true)
  })

  test('of the parts of workouts', () => {
    const result = read(`<Workouts><Workout Sport="Running">${'<Step/>'.repeat(50)}</Workout></Workouts>`, { rows: 40 })
    expect(!result.ok && result.fault.code).toBe('too-many-messages')
  })
})
