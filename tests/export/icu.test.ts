import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PrescribedPart, PrescribedStep } from '../../packages/core/src/season/prescription.ts'
import type { Season } from '../../packages/core/src/season/season.ts'
import { exportSeason } from '../../packages/formats/src/export/season.ts'
import { workoutArbitrary } from '../../packages/formats/src/plan-text/notation/workout.arbitrary.ts'
import { readIcu, runIcu, type IcuStep } from './icu-reader.ts'
import { athlete, dayOf, planFile, prescribedIn, seasonAsWritten, seasonOf, workoutOf } from './session.ts'
import { runs } from './seed.ts'

const made = (season: Season) => {
  const { files, report } = exportSeason(season, 'icu', { made: '2026-12-21T08:00:00Z' })
  const texts = new Map(files.map(({ name, content }) => [name, content]))
  return report.sessions.map((session) => {
    const text = texts.get(session.files[0] ?? '')
    return { ...session, text: typeof text === 'string' ? text : '' }
  })
}

const textOf = (workout: string, who = athlete): string => made(seasonOf(workoutOf(workout), who))[0]?.text ?? ''
const fateOf = (workout: string, who = athlete) => made(seasonOf(workoutOf(workout), who))[0]?.fate

const runSteps = (parts: readonly PrescribedPart[]): readonly PrescribedStep[] =>
  parts.flatMap((part) =>
    part.kind === 'set' ? Array.from({ length: part.times }, () => runSteps(part.parts)).flat() : [part],
  )

const isProse = (parts: readonly PrescribedPart[]): boolean =>
  runSteps(parts).every(({ beside, role }) => beside !== undefined || role === 'rest')

/** Seconds for a kilometre or mile from `4:02-3:58/km Pace`, slow end first. */
const paceOf = (target: string) => {
  const match = /^(ramp )?(\d+):(\d\d)(?:-(\d+):(\d\d))?\/(km|mi) Pace$/.exec(target)
  if (!match) return undefined
  const [, ramp, minutes, seconds, toMinutes, toSeconds, unit] = match
  const first = Number(minutes) * 60 + Number(seconds)
  const last = toMinutes === undefined ? first : Number(toMinutes) * 60 + Number(toSeconds)
  return { ramp: ramp !== undefined, first, last, unit }
}

const STRETCH = { km: 1000, mi: 1609.344 } as const

/** What is wrong with a step as it was read, against what was prescribed. */
const wrong = (got: IcuStep, { lasting, aim }: PrescribedStep, unit: 'km' | 'mi'): string | undefined => {
  if (lasting.kind === 'distance' && Math.abs((got.metres ?? NaN) - Math.max(1, lasting.distance)) > 0.51)
    return `${got.metres} m for ${lasting.distance}`
  if (lasting.kind === 'time' && Math.abs((got.seconds ?? NaN) - Math.max(1, lasting.duration)) > 0.51)
    return `${got.seconds} s for ${lasting.duration}`
  if ((lasting.kind === 'open' || lasting.kind === 'reps') !== got.lap) return `lap ${got.lap}`
  if (aim === null && got.target !== '') return `target ${got.target} out of nothing`
  if (aim?.kind !== 'speed' || got.target === '') return undefined
  const pace = paceOf(got.target)
  if (!pace) return `${got.target} is no pace`
  const ends = aim.progress
    ? [aim.progress.start, aim.progress.end].map(({ low, high }) => (low + high) / 2)
    : [aim.speed.low, aim.speed.high]
  const seconds = ends.map((speed) => STRETCH[unit] / speed)
  const off = Math.max(Math.abs(pace.first - (seconds[0] ?? 0)), Math.abs(pace.last - (seconds[1] ?? 0)))
  return off > 0.51 ? `${got.target} for ${seconds.join('-')}` : undefined
}

const wrongIn = (season: Season): readonly string[] => {
  const unit = season.athlete.unit ?? season.plan.unit
  const parts = new Map(prescribedIn(season).map(({ session, prescription }) => [session.id, prescription.parts]))
  return made(season).flatMap(({ id, title, text, fate }) => {
    const own = parts.get(id) ?? []
    if (fate.kind === 'refused' || isProse(own)) return []
    const [got, wanted] = [runIcu(text), runSteps(own)]
    if (got.length !== wanted.length) return [`${title}: ${got.length} steps for ${wanted.length}\n${text}`]
    return got.flatMap((step, index) => {
      const asked = wanted[index]
      const fault = asked && wrong(step, asked, unit)
      return fault === undefined ? [] : [`${title}, step ${index}: ${fault}\n${text}`]
    })
  })
}

describe('text for the workout builder of Intervals.icu', () => {
  test('paces are absolute, metres are never m, sets stand between blank lines', () => {
    expect(textOf('2km warmup + 6 x 400m @5K, jog 200m after each + 10min cooldown')).toBe(
      [
        '- warmup 2km 5:39-5:08/km Pace',
        '',
        '6x',
        '- work, five K effort 400mtr 4:01-3:59/km Pace',
        '- jog 200mtr',
        '',
        '- cooldown 10m 5:39-5:08/km Pace',
        '',
      ].join('\n'),
    )
  })

  test('800 m at 5K pace is 800 metres at that pace, and stays half a kilometre and more, not 13 hours', () => {
    const [step] = runIcu(textOf('800m @5K'))
    expect(step).toMatchObject({ metres: 800, seconds: null })
    expect(paceOf(step?.target ?? '')).toMatchObject({ first: 241, last: 239 })
  })

  test('threshold keeps its pace', () => {
    expect(paceOf(runIcu(textOf('1000m @T'))[0]?.target ?? '')).toBeDefined()
  })

  test('sets in sets are written out', () => {
    const text = textOf('3 x (4 x 200m @800, float 200m @marathon after each), jog 600m after each')
    expect(readIcu(text).map(({ times }) => times)).toEqual([4, 1, 4, 1, 4, 1])
    expect(runIcu(text)).toHaveLength(27)
  })

  test('what the button ends says so, with a length for the load', () => {
    const [warmup] = runIcu(textOf('8km with 4 x 1000m @T, jog 200m'))
    expect(warmup).toMatchObject({ lap: true, metres: 1700 })
    const [, , rest] = runIcu(textOf('8km with 4 x 150m @mile, full recovery'))
    expect(rest).toMatchObject({ lap: true, seconds: 60 })
    expect(fateOf('8km with 4 x 1000m @T, full recovery')).toMatchObject({ kind: 'degraded' })
  })

  test.each([
    '10min easy "10m easy then 5:00/km Pace"',
    '10min easy "3x hard, 90% HR, Z4 Pace, 800mtr, 30s"',
    '10min easy "press lap when ready, 2km"',
    `10min easy "5' 30\\" 1h2m30s"`,
    '10min easy "- 20m 95%"',
  ])('no cue is taken for a length, a pace, a set or a keyword: %s', (workout) => {
    const text = textOf(workout)
    expect(readIcu(text)).toHaveLength(1)
    const [step] = runIcu(text)
    expect(step).toMatchObject({ seconds: 600, metres: null, lap: false })
    expect(step?.cue).not.toMatch(/\d|%|\b(?:pace|hr|lap|ramp|press)\b/i)
    expect(fateOf(workout)).toMatchObject({ kind: 'degraded' })
  })

  test('beats are per cent of the athlete’s own highest, else left out and told', () => {
    expect(runIcu(textOf('40min easy @133-152bpm'))[0]?.target).toBe('70-80% HR')
    const { maxHeartRate: _max, thresholdHeartRate: _threshold, ...unmeasured } = athlete
    expect(runIcu(textOf('40min easy @133-152bpm', unmeasured))[0]?.target).toBe('')
    expect(fateOf('40min easy @133-152bpm', unmeasured)).toMatchObject({ kind: 'degraded' })
  })

  test('a progression is a ramp', () => {
    expect(runIcu(textOf('6km @marathon>T'))[0]?.target).toMatch(/^ramp \d:\d\d-\d:\d\d\/km Pace$/)
  })

  test('strength is text, not steps', () => {
    expect(textOf('back squat 4 x 5 @RPE8, rest 3min')).toBe('back squat 4 x 5 @RPE8, rest 3min\n')
  })

  test('the advanced 5K: steps, lengths and paces as prescribed', () => {
    for (const unit of ['km', 'mi'] as const) {
      const season = seasonAsWritten(planFile('advanced-5k.plan'), dayOf('2026-12-28'), { ...athlete, unit })
      expect(wrongIn(season)).toEqual([])
    }
  })

  test('anything that a plan can say', () => {
    fc.assert(
      fc.property(workoutArbitrary(), (workout) => {
        expect(wrongIn(seasonOf(workout))).toEqual([])
      }),
      runs('workouts to intervals.icu', 600, 20_000),
    )
  })
})
