import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readArchive } from '../../packages/formats/src/archive/read.ts'
import { sameRun } from '../../packages/formats/src/archive/same-run.ts'
import { parseStravaTable } from '../../packages/formats/src/archive/strava.ts'
import type { Activity, ProblemCode } from '../../packages/formats/src/fit/recorded.ts'
import { readRecording, type RecordingFile } from '../../packages/formats/src/recording.ts'
import { zipOf } from '../../packages/formats/src/archive/zip.arbitrary.ts'

const FOLDER = new URL('../../../shared/data/', import.meta.url)
const isHere = existsSync(FOLDER)

/** A line of files.jsonl, as far as it is compared here: what independent readers found. */
interface Line {
  readonly file: string
  readonly format: string
  readonly file_type?: string
  readonly sport?: string
  readonly product?: string
  readonly records: number
  readonly laps: number
  readonly sessions: number
  readonly distance_m?: number
  readonly timer_s?: number
  readonly duration_s?: number
  readonly has_hr: boolean
  readonly has_power: boolean
  readonly has_cadence: boolean
  readonly has_gps: boolean
  readonly work_laps?: readonly number[]
  readonly lap_table?: readonly LapLine[]
  readonly workout?: { readonly list?: readonly WorkoutLine[] }
}
interface LapLine {
  readonly start: string
  readonly timer_s: number
  readonly dist_m: number
  readonly intensity: string
  readonly trigger: string
  readonly avg_hr: number | null
  readonly points: number
  readonly tracks: number
}
interface WorkoutLine {
  readonly name: string
  readonly steps: readonly { readonly Name: string; readonly Duration: { readonly Seconds: string } }[]
}

const lines: readonly Line[] = isHere
  ? readFileSync(new URL('files.jsonl', FOLDER), 'utf8')
      .trim()
      .split('\n')
      .map((line): Line => JSON.parse(line))
  : []
const texts = lines.filter(({ format, workout }) => (format === 'tcx' || format === 'gpx') && !workout)
const tcx = texts.filter(({ format }) => format === 'tcx')

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(new URL(`files/${file}`, FOLDER)))

const read = (file: string): RecordingFile => {
  const result = readRecording(bytesOf(file), file)
  if (!result.ok) throw new Error(`${file}: ${result.fault.message}`)
  return result.value
}

const recorded = (file: string): Activity => {
  const { activity } = read(file)
  if (!activity) throw new Error(`${file} holds no recording`)
  return activity
}

/** Within 0.1 % of what is stated, and never asked to be nearer than the hundredth that the line rounds to. */
const expectNear = (found: number | undefined, stated: number | undefined): void => {
  if (stated === undefined) return
  expect(Math.abs((found ?? NaN) - stated)).toBeLessThanOrEqual(Math.max(0.006, stated / 1000))
}

const sum = (amounts: readonly (number | undefined)[]): number =>
  amounts.reduce<number>((all, one) => all + (one ?? 0), 0)
const lastOf = (column: Float64Array | undefined): number | undefined =>
  column?.findLast((value) => !Number.isNaN(value))

/** What has to be named, and nothing else. */
const NAMED: { readonly [file: string]: readonly ProblemCode[] } = {
  'fgebhart__workoutizer__garmin_example.gpx': ['no-distance'],
  'tkrajina__gpxpy__cerknicko-without-times.gpx': ['passed-over', 'no-times', 'no-distance'],
  'tkrajina__gpxpy__track-with-empty-segment.gpx': ['no-distance'],
  'OpenTracksApp__OpenTracks__legacy_gpx_pause_resume.gpx': ['passed-over', 'impossible-position', 'no-distance'],
}

describe.skipIf(!isHere)('real TCX and GPX recordings (skipped where ../shared/data is absent)', () => {
  test.each(texts)('$file: samples, laps, sessions, distance and times', (line) => {
    const { samples, laps, sessions } = recorded(line.file)
    expect([samples.count, laps.length, sessions.length]).toEqual([line.records, line.laps, line.sessions])
    const isStated = line.format === 'tcx'
    expectNear(isStated ? sum(sessions.map(({ distance }) => distance)) : lastOf(samples.distance), line.distance_m)
    expectNear(
      isStated ? sum(sessions.map(({ timer }) => timer)) : lastOf(samples.time),
      line.timer_s ?? line.duration_s,
    )
  })

  test.each(texts)('$file: columns, sport, device and problems', (line) => {
    const { samples, sessions, device, problems } = recorded(line.file)
    const has = (column: Float64Array | undefined): boolean => column?.some((value) => value > 0) ?? false
    expect([
      has(samples.heartRate),
      has(samples.power),
      has(samples.cadence),
      has(samples.latitude?.map(Math.abs)),
    ]).toEqual([line.has_hr, line.has_power, line.has_cadence, line.has_gps])
    if (line.sport !== undefined && line.sport !== 'the category')
      expect(sessions[0]?.sport).toBe(line.sport.toLowerCase())
    expect(device?.name).toBe(line.product)
    expect(problems.map(({ code }) => code)).toEqual(NAMED[line.file] ?? [])
  })

  test.each(tcx)('$file: each lap as its line has it', (line) => {
    const { start, laps, samples } = recorded(line.file)
    const starts = laps.map((lap) => lap.start ?? NaN)
    for (const [index, stated] of (line.lap_table ?? []).entries()) {
      const lap = laps[index]
      expectNear(lap?.timer, stated.timer_s)
      expectNear(lap?.distance, stated.dist_m)
      expect((start ?? 0) + (lap?.start ?? NaN) * 1000).toBe(Date.parse(stated.start))
      expect(lap?.heartRate ?? null).toBe(stated.avg_hr)
      expect([lap?.intensity, lap?.trigger]).toEqual([stated.intensity.toLowerCase(), stated.trigger.toLowerCase()])
    }
    expect(starts).toEqual(starts.toSorted((one, other) => one - other))
    expect(samples.time.at(-1)).toBeGreaterThanOrEqual(starts.at(-1) ?? 0)
  })

  test('the true splits of the track sessions are those of their laps', () => {
    const sessions = tcx.filter(({ work_laps: work }) => work)
    expect(sessions.length).toBeGreaterThan(1)
    for (const { file, work_laps: work = [], lap_table: table = [] } of sessions) {
      const { laps } = recorded(file)
      for (const place of work) expectNear(laps[place]?.timer, table[place]?.timer_s)
      expect(new Set(work.map((place) => Math.round(laps[place]?.distance ?? 0))).size).toBe(1)
    }
  })

  test('pauses stand where the tracks of a lap leave a gap that the timer did not run', () => {
    const polar = recorded('GoldenCheetah__sweatpy__3173437224.tcx')
    expect(polar.pauses.map(({ start, end }) => Math.round(end - start))).toEqual([399])
    const legacy = recorded('dblock__tcx__20090528-202902.tcx')
    expect(legacy.pauses.map(({ start, end }) => end - start)).toEqual([179])
    expect(recorded('dblock__tcx__running_workout_1.tcx').pauses).toEqual([])
  })

  test('OpenTracks: a coded pause is one, and no part of the distance', () => {
    const { pauses, samples } = recorded('OpenTracksApp__OpenTracks__legacy_gpx_pause_resume.gpx')
    expect(pauses.map(({ start, end }) => [start, end])).toEqual([[3.479, 4.694]])
    // Twice a thousandth of a degree of longitude at 3 degrees north.
    expectNear(lastOf(samples.distance), 2 * 111.195 * Math.cos((3 * Math.PI) / 180))
    expect([...(samples.latitude ?? [])].map((latitude) => Number.isNaN(latitude))).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
    ])
  })

  test('a planned workout in TCX', () => {
    for (const { file, workout } of lines.filter(({ format, workout: planned }) => format === 'tcx' && planned)) {
      const { activity, workouts } = read(file)
      expect(activity).toBeNull()
      expect(workouts.map(({ name, sport }) => [name, sport])).toEqual(
        workout?.list?.map(({ name }) => [name, 'running']),
      )
      expect(workouts[0]?.steps).toEqual(
        workout?.list?.[0]?.steps.map(({ Name, Duration }, index) => ({
          kind: 'step',
          name: Name,
          intensity: index === 1 ? 'active' : 'rest',
          duration: { kind: 'time', time: Number(Duration.Seconds) },
          target: { kind: 'none' },
        })),
      )
    }
  })

  test.each(texts.filter(({ records }) => records > 100))(
    '$file: of a file that is cut, 95 % of what stands before',
    (line) => {
      const whole = bytesOf(line.file)
      const all = recorded(line.file)
      for (const share of [0.3, 0.5, 0.8, 0.97]) {
        const head = whole.slice(0, Math.floor(whole.length * share))
        const opened = [...new TextDecoder().decode(head).matchAll(/<trkpt|<Trackpoint>/g)].length
        const result = readRecording(head)
        const found = result.ok ? result.value.activity : null
        expect(found?.samples.count).toBeGreaterThanOrEqual(0.95 * opened)
        expect(found?.problems.map(({ code }) => code)).toContain('truncated')
        const count = found?.samples.count ?? 0
        expect(found?.samples.time).toEqual(all.samples.time.slice(0, count))
      }
    },
  )
})

describe.skipIf(!isHere)('every real file through the one door (skipped where ../shared/data is absent)', () => {
  const recordings = lines.filter(
    ({ format, file_type: type }) => format !== 'csv' && format !== 'zwo' && type !== 'workout',
  )

  test.each(recordings)('$file is recognised by its contents', (line) => {
    const { format, packed, activity, workouts } = read(line.file)
    expect(format).toBe(line.format.replace('.gz', ''))
    expect(packed).toBe(line.file.endsWith('.gz') ? 'gzip' : undefined)
    expect(activity?.samples.count ?? 0).toBe(line.records)
    if (line.records === 0) expect(workouts).toHaveLength(1)
  })

  test('what is no recording is refused by its name', () => {
    const zwo = readRecording(bytesOf('phisad__structured-cycling-workouts__FTP_Over-Under_35min.zwo'), 'a.zwo')
    expect(!zwo.ok && zwo.fault.message).toMatch(/a\.zwo.*ZWO/)
    const table = readRecording(bytesOf('martin-ueding__geo-activity-playground__activities.csv'))
    expect(!table.ok && table.fault.message).toContain('table of activities')
  })
})

describe.skipIf(!isHere)('a real Strava export (skipped where ../shared/data is absent)', () => {
  const TABLE = 'martin-ueding__geo-activity-playground__activities.csv'
  const FROM_STRAVA = 'martin-ueding__geo-activity-playground__12866632127.fit.gz'
  const FROM_WATCH = 'martin-ueding__geo-activity-playground__2022-05-29-15-53-35_Laufen_Landal_Park.fit'

  test('its table: repeated names, metres and not kilometres, the date', () => {
    const [activity] = parseStravaTable(bytesOf(TABLE))?.activities ?? []
    expect(activity).toMatchObject({
      id: '12070555079',
      name: 'Laufen Landal Park',
      sport: 'running',
      start: Date.parse('2022-05-29T15:53:35Z'),
      elapsed: 1428,
      moving: 1411,
      file: 'activities/12866632127.fit.gz',
    })
    expectNear(activity?.distance, 3322.95)
    expect(activity?.cells.get('Distance')).toBe('3.32')
  })

  test('in a ZIP archive, what the table tells is joined to the file that it names', () => {
    const zip = zipOf([
      { name: 'export/activities.csv', contents: bytesOf(TABLE) },
      { name: 'export/activities/12866632127.fit.gz', contents: bytesOf(FROM_STRAVA) },
      { name: 'export/media/a.jpg', contents: new Uint8Array(10) },
    ])
    const [table, run, picture] = [...readArchive(zip, 'export.zip')]
    expect(table).toMatchObject({ kind: 'table', withoutFile: [] })
    expect(run).toMatchObject({ kind: 'recording', strava: { name: 'Laufen Landal Park' } })
    expect(run?.kind === 'recording' && run.file.activity?.laps.length).toBe(4)
    expect(picture).toMatchObject({ kind: 'passed over', name: 'export/media/a.jpg' })
  })

  test('its file and that of the watch are the same run', () => {
    const { verdict, because } = sameRun(recorded(FROM_STRAVA), recorded(FROM_WATCH))
    expect(verdict).toBe('same')
    expect(because.join('; ')).toContain('paths')
  })

  test('no two others of the real recordings are the same run', () => {
    const runs = lines
      .filter(({ format, file_type: type }) => format !== 'csv' && format !== 'zwo' && type !== 'workout')
      .filter(({ workout, file }) => !workout && file !== FROM_STRAVA)
      .map(({ file }) => recorded(file))
    const pairs = runs.flatMap((one, index) => runs.slice(index + 1).map((other) => sameRun(one, other)))
    // The two copies of one tiny file of an SDK, whole and cut, and its third part.
    expect(pairs.filter(({ verdict }) => verdict !== 'different').length).toBeLessThanOrEqual(3)
  })
})
