import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseAthlete } from '@bell-lap/formats'
import { readAthleteFile } from './athlete-file.ts'

const MARK = '"marks": [{ "distance_m": 5000, "time": "19:45" }]'
const WHOLE = `{
  "name": "Kim", "born": "1990-05-02", "sex": "female", "unit": "mi",
  "marks": [{ "distance_m": 5000, "time": "19:45", "day": "2026-10-11", "kind": "race" }],
  "weekly_km": 64, "longest_run_km": 19, "days": 6, "availability": { "Tue": { "am": 60, "pm": 90 } },
  "long_run_day": "Sun", "doubles": true, "gym": true, "resources": { "track": ["Tue 18:00-20:00"] },
  "years_running": 5, "run_days_recent": 5.5, "altitude_m": 300,
  "max_heart_rate": 190, "threshold_heart_rate": 172, "resting_heart_rate": 48, "zone": "Europe/Berlin",
  "goal": { "distance_m": 5000, "time": "18:59" }, "surfaces": ["track", "road"],
  "start_times": { "am": "06:30", "pm": "18:00" }, "blackout": ["2027-01-02"],
  "travel": [{ "from": "2027-01-02", "to": "2027-01-05", "zone": "Europe/Madrid", "gym": false, "track": true }],
  "races": [{ "day": "2027-02-01", "distance_m": 3000, "priority": "B" }]
}`

describe('a whole athlete file', () => {
  test('becomes the athlete, every field of it', () => {
    expect(parseAthlete(WHOLE)).toEqual({
      ok: true,
      value: {
        name: 'Kim',
        born: '1990-05-02',
        sex: 'female',
        unit: 'mi',
        marks: [{ distance: 5000, time: 1185, day: '2026-10-11', kind: 'race' }],
        weekly: 64_000,
        longestRun: 19_000,
        days: 6,
        availability: { Tue: { am: 3600, pm: 5400 } },
        longRunDay: 'Sun',
        doubles: true,
        gym: true,
        resources: { track: [{ day: 'Tue', from: 1080, to: 1200 }] },
        yearsRunning: 5,
        runDaysRecent: 5.5,
        altitude: 300,
        maxHeartRate: 190,
        thresholdHeartRate: 172,
        restingHeartRate: 48,
        zone: 'Europe/Berlin',
        goal: { distance: 5000, time: 1139 },
        surfaces: ['track', 'road'],
        startTimes: { am: 390, pm: 1080 },
        blackout: ['2027-01-02'],
        travel: [{ from: '2027-01-02', to: '2027-01-05', zone: 'Europe/Madrid', gym: false, track: true }],
        races: [{ day: '2027-02-01', distance: 3000, priority: 'B' }],
      },
    })
  })

  test('needs only marks, and an empty list of them will do', () => {
    expect(parseAthlete(`{ ${MARK} }`)).toEqual({ ok: true, value: { marks: [{ distance: 5000, time: 1185 }] } })
    expect(parseAthlete('{ "marks": [] }')).toEqual({ ok: true, value: { marks: [] } })
    expect(parseAthlete('{ "marks": [{ "distance_m": 800, "time": 131.4 }], "born": 1990 }')).toEqual({
      ok: true,
      value: { marks: [{ distance: 800, time: 131.4 }], born: '1990' },
    })
  })
})

const faults = (text: string): string => {
  const athlete = parseAthlete(text)
  return athlete.ok ? 'none' : athlete.fault.join('\n')
}

describe('a wrong athlete file says what, where and what to do', () => {
  test.each([
    ['{}', 'marks is missing: write a list of race and test results in brackets.'],
    ['[]', 'the file is []: write an object, as { "marks": [{ "distance_m": 5000, "time": "19:45" }] }.'],
    [
      '{ "marks": [{ "distance_m": 5000, "time": "19.45x" }] }',
      'marks[0].time is "19.45x": write a time, as "19:45", or seconds as a number.',
    ],
    [
      '{ "marks": [{ "distance_m": 5000 }] }',
      'marks[0].time is missing: write a time, as "19:45", or seconds as a number.',
    ],
    ['{ "marks": [{ "distance_m": 5000, "time": 0 }] }', 'marks[0].time is 0: write a time'],
    [
      '{ "marks": [{ "distance_m": "5K", "time": "19:45" }] }',
      'marks[0].distance_m is "5K": write metres from 50 to 500000.',
    ],
    [
      '{ "marks": [{ "distance_m": 5000, "time": "19:45", "day": "2026-02-30" }] }',
      'marks[0].day is "2026-02-30": write a day that exists',
    ],
    [
      '{ "marks": [{ "distance_m": 5000, "time": "19:45", "kind": "parkrun" }] }',
      'marks[0].kind is "parkrun": write one of race, test, best.',
    ],
    [`{ ${MARK}, "unit": "miles" }`, 'unit is "miles": write one of km, mi.'],
    [`{ ${MARK}, "weekly_miles": 40 }`, 'weekly_miles is not a field of an athlete file: did you mean weekly_km?'],
    [`{ ${MARK}, "vo2": 60 }`, 'vo2 is not a field of an athlete file: its fields are marks, name, born'],
    [`{ ${MARK}, "days": 6.5 }`, 'days is 6.5: write running days a week, a whole number from 0 to 7.'],
    [`{ ${MARK}, "gym": "yes" }`, 'gym is "yes": write true or false.'],
    [`{ ${MARK}, "availability": { "Tuesday": { "am": 60 } } }`, 'availability.Tuesday is not a field'],
    [
      `{ ${MARK}, "availability": { "Tue": { "am": "1h" } } }`,
      'availability.Tue.am is "1h": write minutes from 0 to 720.',
    ],
    [
      `{ ${MARK}, "resources": { "track": ["Tuesday evening"] } }`,
      'resources.track[0] is "Tuesday evening": write day and hours, as "Tue 18:00-20:00".',
    ],
    [`{ ${MARK}, "resources": { "track": ["Tue 20:00-18:00"] } }`, 'resources.track[0]'],
    [`{ ${MARK}, "start_times": { "am": "25:00" } }`, 'start_times.am is "25:00": write a time of day, as "06:30".'],
    [`{ ${MARK}, "zone": "Berlin" }`, 'zone is "Berlin": write a time zone by its place, as "Europe/Berlin".'],
    [`{ ${MARK}, "born": "May 1990" }`, 'born is "May 1990": write the day or the year of birth'],
    [`{ ${MARK}, "goal": "18:59" }`, 'goal is "18:59": write an object, as { "distance_m": 5000, "time": "18:59" }.'],
    [`{ ${MARK}, "max_heart_rate": 19 }`, 'max_heart_rate is 19: write beats a minute from 120 to 240.'],
    [
      `{ ${MARK}, "max_heart_rate": 180, "threshold_heart_rate": 185 }`,
      'threshold_heart_rate is 185: write less than max_heart_rate.',
    ],
    [
      `{ ${MARK}, "travel": [{ "from": "2027-01-05", "to": "2027-01-02" }] }`,
      'travel[0].to is "2027-01-02": write the first day before the last.',
    ],
    [`{ ${MARK}, }`, 'not JSON ('],
  ])('%s', (text, fault) => {
    expect(faults(text)).toContain(fault)
  })

  test('all that is wrong at once, up to ten lines', () => {
    expect(faults(`{ "unit": 1, "gym": 2, "days": 9 }`).split('\n')).toHaveLength(4)
    const many = JSON.stringify({ marks: Array.from({ length: 50 }, () => ({})) })
    expect(faults(many).split('\n')).toHaveLength(11)
    expect(faults(many)).toContain('and 90 more')
  })
})

describe('reading the file', () => {
  let folder = ''
  const write = (name: string, data: string | Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, data)
    return path
  }
  const faultOf = (path: string): string => {
    const athlete = readAthleteFile(path)
    return athlete.ok ? 'none' : athlete.fault
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bell-lap-athlete-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('reads one with a byte order mark and Windows line ends', () => {
    const path = write('bom.json', `\uFEFF${WHOLE.replaceAll('\n', '\r\n')}`)
    expect(readAthleteFile(path)).toMatchObject({ ok: true, value: { name: 'Kim' } })
  })

  test('names the file before each fault', () => {
    const path = write('wrong.json', '{ "unit": 1 }')
    expect(faultOf(path).split('\n')).toEqual([
      `${path}: marks is missing: write a list of race and test results in brackets.`,
      `${path}: unit is 1: write one of km, mi.`,
    ])
  })

  test('refuses what is no athlete file', () => {
    mkdirSync(join(folder, 'folder'))
    expect(faultOf(join(folder, 'none.json'))).toContain('there is no such file')
    expect(faultOf(join(folder, 'folder'))).toContain('is a folder')
    expect(faultOf(write('large.json', ' '.repeat(1_000_001)))).toContain('larger than 1 MB')
    expect(faultOf(write('binary.json', new Uint8Array([0xff, 0xfe, 0x00, 0xd8])))).toContain('not text in UTF-8')
    expect(faultOf(write('empty.json', ''))).toContain('not JSON')
  })
})
