import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parseFit, type FitFile, type FitOptions } from './parse.ts'
import type { PlannedStep } from './planned.ts'
import type { Activity, ProblemCode } from './recorded.ts'

const FOLDER = new URL('../../../../../shared/data/', import.meta.url)
const isHere = existsSync(FOLDER)

/** A line of files.jsonl, as far as it is compared here: what two or three independent decoders found. */
interface Line {
  readonly file: string
  readonly format: string
  readonly file_type: string
  readonly sport?: string
  readonly records: number
  readonly laps: number
  readonly sessions: number
  readonly distance_m?: number
  readonly timer_s?: number
  readonly duration_s?: number
  readonly rr_count?: number
  readonly rec_span_s?: number
  readonly event_stops?: number
  readonly has_hr: boolean
  readonly has_power: boolean
  readonly has_cadence: boolean
  readonly has_gps: boolean
  readonly error?: string
  readonly lap_table?: readonly LapLine[]
  readonly session_list?: readonly SessionLine[]
  readonly workout?: { readonly name: string; readonly steps: readonly StepLine[] }
}
interface LapLine {
  readonly start: string | null
  readonly timer_s: number | null
  readonly elapsed_s: number | null
  readonly dist_m: number | null
  readonly avg_hr: number | null
  readonly trigger: string | null
  readonly intensity: string | null
  readonly wkt_step: number | null
}
interface SessionLine {
  readonly sport: string
  readonly start: string
  readonly timer_s: number
  readonly distance_m: number
}
interface StepLine {
  readonly wktStepName?: string
  readonly notes?: string
  readonly intensity: string
  readonly durationType: string
  readonly durationValue?: number
  readonly targetType?: string
  readonly targetValue?: number
  readonly customTargetValueLow?: number
  readonly customTargetValueHigh?: number
}

const lines: readonly Line[] = isHere
  ? readFileSync(new URL('files.jsonl', FOLDER), 'utf8')
      .trim()
      .split('\n')
      .map((line): Line => JSON.parse(line))
      .filter(({ format }) => format === 'fit')
  : []

const bytesOf = (file: string): Uint8Array => {
  const bytes = readFileSync(new URL(`files/${file}`, FOLDER))
  return new Uint8Array(file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
}

const read = (file: string, options: FitOptions = {}): FitFile => {
  const result = parseFit(bytesOf(file), options)
  if (!result.ok) throw new Error(`${file}: ${result.fault.message}`)
  return result.value
}

const recorded = (file: string, options: FitOptions = {}): Activity => {
  const { activity } = read(file, options)
  if (!activity) throw new Error(`${file} holds no recording`)
  return activity
}

const sum = (amounts: readonly (number | undefined)[]): number =>
  amounts.reduce<number>((all, one) => all + (one ?? 0), 0)

/** Within 0.1 % of what is stated, and never asked to be nearer than the centimetre or hundredth that the line rounds to. */
const expectNear = (found: number | undefined, stated: number | null | undefined): void => {
  if (stated === null || stated === undefined) return
  expect(Math.abs((found ?? NaN) - stated)).toBeLessThanOrEqual(Math.max(0.006, stated / 1000))
}

const codesOf = (file: FitFile): ProblemCode[] => [...new Set(file.problems.map(({ code }) => code))]

/** Files that are damaged or odd, with exactly what has to be named. All others have nothing wrong with them. */
const NAMED: { readonly [file: string]: readonly ProblemCode[] } = {
  'dtcooper__python-fitparse__activity-large-fenxi2-multisport.fit': ['time-backwards'],
  'dtcooper__python-fitparse__compressed-speed-distance.fit': ['no-date'],
  'dtcooper__python-fitparse__nick.fit': ['truncated', 'crc', 'no-session'],
  'dtcooper__python-fitparse__activity-unexpected-eof.fit': ['truncated'],
  'dtcooper__python-fitparse__activity-filecrc.fit': ['crc'],
  'dtcooper__python-fitparse__strava-android-app-201.10-b1218918.fit': [
    'truncated',
    'undefined-local-type',
    'lost-sync',
    'clock-jump',
  ],
  'muktihari__fit__activity_truncated.fit': ['no-session'],
}

const isActivity = ({ file_type }: Line): boolean => file_type === 'activity'
const hasMany = (values: Float64Array | undefined): boolean => values?.some((value) => value > 0) ?? false

describe.skipIf(!isHere)('real recordings (skipped where ../shared/data is absent)', () => {
  test.each(lines.filter(isActivity))('$file: records, laps, sessions, distance and times', (line) => {
    const { samples, laps, sessions, beats } = recorded(line.file)
    expect({ records: samples.count, laps: laps.length, sessions: sessions.length, beats: beats?.count ?? 0 }).toEqual({
      records: line.records,
      laps: line.laps,
      sessions: line.sessions,
      beats: line.rr_count ?? 0,
    })
    if (sessions.length === 0) return
    expectNear(sum(sessions.map(({ distance }) => distance)), line.distance_m)
    expectNear(sum(sessions.map(({ timer }) => timer)), line.timer_s)
    expectNear(sum(sessions.map(({ elapsed }) => elapsed)), line.duration_s)
  })

  test.each(lines.filter(isActivity))('$file: each lap and session as its line has it', (line) => {
    const { start, laps, sessions } = recorded(line.file)
    const instant = (seconds: number | undefined): number => (start ?? 0) + (seconds ?? NaN) * 1000
    for (const [index, stated] of (line.lap_table ?? []).entries()) {
      const lap = laps[index]
      expectNear(lap?.timer, stated.timer_s)
      expectNear(lap?.elapsed, stated.elapsed_s)
      expectNear(lap?.distance, stated.dist_m)
      // Nulls are where the line's decoder read nothing, not where the file has nothing.
      if (stated.avg_hr !== null) expect(lap?.heartRate).toBe(stated.avg_hr)
      if (stated.trigger !== null) expect(lap?.trigger?.replaceAll(' ', '')).toBe(stated.trigger.toLowerCase())
      if (stated.intensity !== null) expect(lap?.intensity).toBe(stated.intensity)
      if (stated.wkt_step !== null) expect(lap?.step).toBe(stated.wkt_step)
      if (stated.start !== null && start !== null) expect(instant(lap?.start)).toBe(Date.parse(stated.start))
    }
    for (const [index, stated] of (line.session_list ?? []).entries()) {
      const session = sessions[index]
      expect(session?.sport).toBe(stated.sport)
      expectNear(session?.timer, stated.timer_s)
      expectNear(session?.distance, stated.distance_m)
      if (start !== null) expect(instant(session?.start)).toBe(Date.parse(stated.start))
    }
  })

  test.each(lines.filter((line) => isActivity(line) && !line.error))('$file: columns, span and stops', (line) => {
    const { samples, events } = recorded(line.file)
    expect({
      has_hr: hasMany(samples.heartRate),
      has_power: hasMany(samples.power),
      has_gps: samples.latitude !== undefined,
    }).toEqual({ has_hr: line.has_hr, has_power: line.has_power, has_gps: line.has_gps })
    if (line.has_cadence) expect(hasMany(samples.cadence)).toBe(true)
    expect(events.filter(({ kind }) => kind === 'stop')).toHaveLength(line.event_stops ?? NaN)
    expect((samples.time.at(-1) ?? NaN) - (samples.time[0] ?? NaN)).toBe(line.rec_span_s)
  })

  test.each(lines)('$file: what is wrong is named, and nothing else', ({ file }) => {
    expect(codesOf(read(file)).toSorted()).toEqual([...(NAMED[file] ?? [])].toSorted())
  })

  test.each(lines.filter(isActivity))('$file: samples agree with the summary of the device', (line) => {
    const { samples, sessions } = recorded(line.file)
    if (sessions.length !== 1 || line.error?.includes('undefined local type')) return
    const last = samples.distance?.findLast((value) => !Number.isNaN(value)) ?? NaN
    expect(Math.abs(last - (line.distance_m ?? NaN))).toBeLessThan(Math.max(20, (line.distance_m ?? 0) / 100))
  })

  test.each(lines.filter(({ workout }) => workout))('$file: the planned workout, step by step', (line) => {
    const { workout } = read(line.file)
    expect(workout?.name).toBe(line.workout?.name)
    expect(workout?.steps.map(asWritten)).toEqual(line.workout?.steps.map(essence))
  })
})

/** A step of the line in few words; what a step leaves open is open. */
const essence = (step: StepLine): string => {
  const { durationType, durationValue = null, targetType = 'open', targetValue = 0, intensity } = step
  const bounds =
    targetType === 'open' ? '' : ` ${step.customTargetValueLow ?? '-'} ${step.customTargetValueHigh ?? '-'}`
  const name = `${step.wktStepName ?? ''}|${step.notes ?? ''}`
  const value = durationType === 'open' ? null : durationValue
  if (durationType.startsWith('repeat')) return `${name} ${durationType} ${value} ${targetValue} ${intensity}`
  return `${name} ${durationType} ${value} ${targetType} ${targetValue}${bounds} ${intensity}`
}

const OVER: { readonly [over: string]: string } = { '3 s': '3s', '10 s': '10s', '30 s': '30s', lap: 'Lap' }

const durationWritten = (step: Extract<PlannedStep, { kind: 'step' }>): string => {
  const { duration } = step
  if (duration.kind === 'time') return `time ${duration.time * 1000}`
  if (duration.kind === 'distance') return `distance ${duration.distance * 100}`
  if (duration.kind === 'heart rate')
    return `hr${duration.until === 'below' ? 'Less' : 'Greater'}Than ${duration.heartRate + 100}`
  return `${duration.kind} null`
}

const targetWritten = (step: Extract<PlannedStep, { kind: 'step' }>): string => {
  const { target } = step
  switch (target.kind) {
    case 'none':
      return 'open 0'
    case 'zone':
      return `${target.of === 'heart rate' ? 'heartRate' : target.of} ${target.zone} - -`
    case 'heart rate':
      return `heartRate 0 ${target.low + 100} ${target.high + 100}`
    case 'heart rate share':
      return `heartRate 0 ${target.low} ${target.high}`
    case 'power':
      return `power${OVER[target.over ?? ''] ?? ''} 0 ${target.low + 1000} ${target.high + 1000}`
    default:
      return target.kind
  }
}

/** The same words for a step that was read, back in the numbers of the file. */
const asWritten = (step: PlannedStep): string => {
  if (step.kind === 'step')
    return `${step.name ?? ''}|${step.notes ?? ''} ${durationWritten(step)} ${targetWritten(step)} ${step.intensity}`
  const times = step.until.kind === 'times'
  const way = times ? 'repeatUntilStepsCmplt' : 'repeatUntilHrGreaterThan'
  const value = step.until.kind === 'times' ? step.until.times : step.until.value
  return `${step.name ?? ''}| ${way} ${step.from} ${value} ${step.intensity}`
}

describe.skipIf(!isHere)('what other readers lose (skipped where ../shared/data is absent)', () => {
  test('compressed times and packed distance of a foot pod', () => {
    const { samples, sessions } = recorded('dtcooper__python-fitparse__compressed-speed-distance.fit')
    expect(samples.distance?.at(-1)).toBeCloseTo(sessions[0]?.distance ?? NaN, -2)
    expect(samples.time.every((time, row) => row === 0 || time >= (samples.time[row - 1] ?? 0))).toBe(true)
  })

  test('heart rate that a strap kept under water is put to the samples of the swim', () => {
    const { samples, sessions } = recorded('dtcooper__python-fitparse__sample_mulitple_header.fit')
    for (const { start = 0, elapsed = 0, heartRate } of sessions) {
      const rates = samples.heartRate?.filter((_, row) => {
        const time = samples.time[row] ?? NaN
        return time >= start && time <= start + elapsed
      })
      const known = [...(rates ?? [])].filter((rate) => !Number.isNaN(rate))
      expect(known.length).toBeGreaterThan(0.95 * (rates?.length ?? Infinity))
      expect(Math.abs(sum(known) / known.length - (heartRate ?? NaN))).toBeLessThan(5)
    }
  })

  test('totals of a recording without a session are all in its samples', () => {
    const { samples, pauses } = recorded('dtcooper__python-fitparse__nick.fit')
    expect(samples.distance?.at(-1)).toBeCloseTo(113_500, -3)
    expect(samples.time.at(-1)).toBe(16_723)
    expect(samples.heartRate?.every((rate) => rate >= 0 && rate < 230)).toBe(true)
    expect(samples.altitude?.every((height) => height > -100)).toBe(true)
    expect(pauses.length).toBeGreaterThan(0)
  })

  test('stops of the timer explain the time between elapsed and timer', () => {
    for (const file of ['tormoder__fit__mornindew-broken.fit', 'thomaschampagne__elevate__loup-blanc.fit']) {
      const { pauses, sessions } = recorded(file)
      const paused = sum(pauses.map(({ start, end }) => end - start))
      const [session] = sessions
      expect(Math.abs(paused - ((session?.elapsed ?? NaN) - (session?.timer ?? NaN)))).toBeLessThan(pauses.length)
    }
  })

  test('beyond the damage nearly all of a file from which single bytes were lost is read', () => {
    const file = 'dtcooper__python-fitparse__strava-android-app-201.10-b1218918.fit'
    const { samples, sessions, problems } = recorded(file, { beyondDamage: true })
    expect(samples.count).toBeGreaterThan(5000)
    expect(samples.time.at(-1)).toBe(sessions[0]?.elapsed)
    const distance = samples.distance?.findLast((value) => !Number.isNaN(value))
    expectNear(distance, sessions[0]?.distance)
    expect(problems.filter(({ code }) => code === 'lost-sync').length).toBeGreaterThan(10)
  })

  test.each(lines.filter(({ file }) => !NAMED[file]))(
    '$file: looking beyond damage changes nothing where there is none',
    ({ file }) => {
      expect(read(file, { beyondDamage: true })).toEqual(read(file))
    },
  )

  test('developer fields keep their names and units', () => {
    const { samples } = recorded('jimmykane__fit-parser__running-with-developer-data.fit')
    expect(samples.developer.map(({ name, unit }) => `${name} [${unit}]`)).toContain('Leg Spring Stiffness [kN/m]')
    expect(samples.developer.find(({ name }) => name === 'Power')?.standsFor).toBe('power')
  })

  test('a text that is not UTF-8 does not stop the file', () => {
    expect(recorded('jat255__Fit-File-Faker__zwift_non_utf8_20260130.fit').samples.count).toBe(3646)
  })
})
