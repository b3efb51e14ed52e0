import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flatten } from '../../packages/core/src/workout/flatten.ts'
import type { Season } from '../../packages/core/src/season/season.ts'
import { exportSeason } from '../../packages/formats/src/export/season.ts'
import { makeFitWorkout } from '../../packages/formats/src/fit/make-workout.ts'
import { parseFit } from '../../packages/formats/src/fit/parse.ts'
import type { Instant } from '../../packages/formats/src/fit/recorded.ts'
import { parsePlan } from '../../packages/formats/src/plan-text/notation/parse-plan.ts'
import { planArbitrary } from '../../packages/formats/src/plan-text/notation/plan.arbitrary.ts'
import { workoutArbitrary } from '../../packages/formats/src/plan-text/notation/workout.arbitrary.ts'
import { athlete, dayOf, planFile, prescribedIn, root, seasonAsWritten, seasonOf, workoutOf } from './session.ts'
import { fittedSeason } from './season.arbitrary.ts'
import { runs } from './seed.ts'
import { asPrescribed, asVendorReads, asWeRead, vendorRead } from './watch-steps.ts'

const MADE = '2026-12-21T08:00:00Z'

/** The files of each session, joined where a session had to be split. */
const filesOf = (season: Season) => {
  const { files, report } = exportSeason(season, 'fit', { made: MADE })
  const byName = new Map(files.map(({ name, content }) => [name, content]))
  return report.sessions.map((session) => ({
    ...session,
    bytes: session.files.map((name) => {
      const content = byName.get(name)
      if (!(content instanceof Uint8Array)) throw new Error(`${name} has no bytes`)
      return content
    }),
  }))
}

/** Differences between what was prescribed and what two readers find, over all sessions of a season. */
const differences = (season: Season) => {
  const wanted = new Map(prescribedIn(season).map(({ session, prescription }) => [session.id, prescription.parts]))
  const found: string[] = []
  let [files, steps, refused] = [0, 0, 0]
  for (const { id, title, fate, bytes } of filesOf(season)) {
    if (fate.kind === 'refused') {
      refused++
      continue
    }
    const expected = asPrescribed(wanted.get(id) ?? [])
    files += bytes.length
    steps += expected.length
    for (const read of [asVendorReads, asWeRead]) {
      const got = bytes.flatMap(read)
      if (JSON.stringify(got) !== JSON.stringify(expected))
        found.push(`${title}\n asked ${JSON.stringify(expected)}\n found ${JSON.stringify(got)}`)
    }
  }
  return { files, steps, refused, found }
}

const only = (text: string, who = athlete): Uint8Array => {
  const [session] = filesOf(seasonOf(workoutOf(text), who))
  const [bytes] = session?.bytes ?? []
  if (!bytes) throw new Error(`${text} gave no file: ${JSON.stringify(session?.fate)}`)
  return bytes
}

describe('the sessions of the library on a watch: 0 differences to what two readers find', () => {
  test.each([
    ['advanced-5k.plan', 84, 0],
    ['strength-5k.plan', 2, 0],
    ['fusion-1500.plan', 138, 0],
    ['fusion-800.plan', 91, 3],
  ])('%s', (name, count, rests) => {
    const { files, steps, refused, found } = differences(seasonAsWritten(planFile(name), dayOf('2026-12-28')))
    console.info(`${name}: ${files} files, ${steps} steps as run, ${refused} refused, ${found.length} differences`)
    expect(found).toEqual([])
    expect(refused).toBe(rests)
    expect(files).toBe(count)
  })

  test('every stated length of advanced-5k arrives, counted from the plan and not from the prescription', () => {
    const season = seasonAsWritten(planFile('advanced-5k.plan'), dayOf('2026-12-28'))
    const files = new Map(filesOf(season).map((file) => [file.id, file.bytes]))
    for (const session of season.weeks.flatMap(({ sessions }) => sessions)) {
      const stated: string[] = []
      for (const { step } of flatten(session.workout)) {
        const { extent } = step
        if (extent?.kind === 'distance') stated.push(`${Math.round(extent.distance * 100)} cm`)
        if (extent?.kind === 'time') stated.push(`${Math.round(extent.duration * 1000)} ms`)
        // A jog as long as the repetition before it.
        if (extent?.kind === 'relative' && extent.relative === 'equal') stated.push(stated.at(-1) ?? '')
      }
      const arrived = (files.get(session.id) ?? []).flatMap(asVendorReads).map(({ lasts }) => lasts)
      expect(arrived.filter((lasts) => lasts !== 'open')).toEqual(stated)
    }
  })
})

describe('anything that a plan can say', () => {
  test('workouts', () => {
    let [all, refused] = [0, 0]
    fc.assert(
      fc.property(workoutArbitrary(), (workout) => {
        const outcome = differences(seasonOf(workout))
        all++
        refused += outcome.refused
        expect(outcome.found).toEqual([])
      }),
      runs('workouts to FIT', 1500, 30_000),
    )
    console.info(`workouts to FIT: ${refused} of ${all} refused`)
    expect(refused).toBeLessThan(all / 2)
  })
  test('plans', () => {
    fc.assert(
      fc.property(planArbitrary(), (plan) => {
        expect(differences(seasonAsWritten(plan, dayOf('2026-12-28'))).found).toEqual([])
      }),
      runs('plans to FIT', 100, 3000),
    )
  })
})

describe('seasons fitted to athletes', () => {
  test('of every level, length and week', { timeout: 1_800_000 }, () => {
    const plan = planFile('advanced-5k.plan')
    let [seasons, files, steps] = [0, 0, 0]
    fc.assert(
      fc.property(fittedSeason(plan), (season) => {
        if (season === null) return
        const outcome = differences(season)
        seasons++
        files += outcome.files
        steps += outcome.steps
        expect(outcome.found).toEqual([])
        expect(outcome.refused).toBe(0)
      }),
      runs('seasons to FIT', 5, 200),
    )
    console.info(`seasons to FIT: ${seasons} seasons, ${files} files, ${steps} steps as run`)
    expect(seasons).toBeGreaterThan(0)
  })
})

describe('mistakes that others made (field 4.3)', () => {
  const stepsOf = (text: string) => vendorRead(only(text)).steps

  test('a repeat stands after its children, with the index of the first and the count', () => {
    const steps = stepsOf('2km warmup + 6 x 400m @5K, jog 200m after each + 2km cooldown')
    expect(steps.map(({ durationType }) => durationType)).toEqual([
      'distance',
      'distance',
      'distance',
      'repeatUntilStepsCmplt',
      'distance',
    ])
    expect(steps[3]).toMatchObject({ messageIndex: 3, durationStep: 1, repeatSteps: 6 })
  })

  test('the pace of a run arrives as a speed range, the slow end first, never as an open target', () => {
    const [step] = stepsOf('1000m @5K')
    expect(step).toMatchObject({ targetType: 'speed', targetSpeedZone: 0 })
    const [low, high] = [Number(step?.['customTargetSpeedLow']), Number(step?.['customTargetSpeedHigh'])]
    expect(low).toBeLessThan(high)
    expect(low).toBeCloseTo(5000 / 1200, 1)
  })

  test('heart rates are beats and a hundred', () => {
    expect(stepsOf('40min easy @140-150bpm')[0]).toMatchObject({
      targetType: 'heartRate',
      customTargetValueLow: 240,
      customTargetValueHigh: 250,
    })
  })

  test('the file says when it was made, that it is a workout, for running, and how many steps it has', () => {
    const { fileId, workout, integrity, errors } = vendorRead(only('3 x 1km @T, jog 200m'))
    expect(integrity).toBe(true)
    expect(errors).toEqual([])
    expect(fileId).toMatchObject({ type: 'workout' })
    expect(fileId['timeCreated']).toEqual(new Date(MADE))
    expect(workout).toMatchObject({ sport: 'running', numValidSteps: 4 })
  })

  test('no two files of a season are the same to a watch', () => {
    const files = filesOf(seasonAsWritten(planFile('advanced-5k.plan'), dayOf('2026-12-28'))).flatMap(
      ({ bytes }) => bytes,
    )
    const serials = files.map((bytes) => vendorRead(bytes).fileId['serialNumber'])
    expect(new Set(serials).size).toBe(files.length)
  })

  test('kilometres are kilometres, whatever unit the athlete reads', () => {
    for (const unit of ['km', 'mi'] as const) {
      const [km] = asVendorReads(only('8km easy', { ...athlete, unit }))
      const [mi] = asVendorReads(only('8mi easy', { ...athlete, unit }))
      expect([km?.lasts, mi?.lasts]).toEqual(['800000 cm', '1287475 cm'])
    }
  })

  test('authored repetitions stay the author’s: no 400s made out of a distance, no race pace as marathon pace', () => {
    const run = asVendorReads(only('9mi with 4 x 1600m @5K, jog 400m'))
    expect(run.filter(({ lasts }) => lasts === '160000 cm')).toHaveLength(4)
    expect(run.filter(({ lasts }) => lasts === '40000 cm')).toHaveLength(3)
  })

  test('a ladder inside a set, and sets of more than two steps, stay sets', () => {
    const rungs = ['30000 cm', '60000 cm', '120000 cm']
    const lengths = (text: string): readonly string[] => asVendorReads(only(text)).map(({ lasts }) => lasts)
    expect(lengths('2 x ((300m, 600m, 1200m) @mile, jog 100m after each), jog 400m after each')).toEqual(
      Array.from({ length: 2 }, () => [...rungs.flatMap((rung) => [rung, '10000 cm']), '40000 cm']).flat(),
    )
    const steps = stepsOf('3 x (400m @5K + jog 100m + 200m @mile + jog 200m)')
    expect(steps).toHaveLength(5)
    expect(steps[4]).toMatchObject({ durationStep: 0, repeatSteps: 3 })
  })
})

describe('what a watch cannot hold is told, never dropped', () => {
  const fateOf = (text: string) => filesOf(seasonOf(workoutOf(text)))[0]?.fate

  test('sets inside sets stay sets', () => {
    const bytes = only('3 x (4 x 200m @800, float 200m @marathon after each), jog 600m after each')
    const repeats = vendorRead(bytes).steps.filter(({ durationType }) => durationType === 'repeatUntilStepsCmplt')
    expect(repeats).toMatchObject([
      { durationStep: 0, repeatSteps: 4 },
      { durationStep: 0, repeatSteps: 3 },
    ])
    expect(asVendorReads(bytes)).toHaveLength(27)
  })

  test('three levels are two, the outermost written out', () => {
    const text = '2 x (3 x (4 x (200m @800 + jog 200m) + jog 400m) + jog 1km)'
    expect(asVendorReads(only(text))).toHaveLength(2 * (3 * (4 * 2 + 1) + 1))
    expect(fateOf(text)).toMatchObject({ kind: 'degraded' })
  })

  test('more steps than a watch holds are several files, in order', () => {
    const text = Array.from({ length: 60 }, (_, index) => `${100 + index}m @5K`).join(' + ')
    const [session] = filesOf(seasonOf(workoutOf(text)))
    expect(session?.files).toEqual(['w01-2-tue-am-part-1.fit', 'w01-2-tue-am-part-2.fit'])
    expect(session?.bytes.flatMap(asVendorReads).map(({ lasts }) => lasts)).toEqual(
      Array.from({ length: 60 }, (_, index) => `${(100 + index) * 100} cm`),
    )
    expect(session?.fate).toMatchObject({ kind: 'degraded' })
  })

  test('more repetitions than a repeat counts are several sets', () => {
    const bytes = only('120 x 100m @5K, jog 100m after each')
    const counts = vendorRead(bytes).steps.flatMap(({ repeatSteps }) => repeatSteps ?? [])
    expect(counts).toEqual([99, 21])
    expect(asVendorReads(bytes)).toHaveLength(240)
  })

  test('names and notes are cut between characters, and the cut is told', () => {
    const name = 'é'.repeat(60)
    const { steps } = vendorRead(only(`back squat 3 x 5 "${'ü'.repeat(300)}" + \`${name}\` 2 x 3`))
    for (const { wktStepName, notes } of steps) {
      expect(JSON.stringify(wktStepName ?? '')).not.toContain('\uFFFD')
      expect(JSON.stringify(notes ?? '')).not.toContain('\uFFFD')
    }
    expect(fateOf(`back squat 3 x 5 "${'ü'.repeat(300)}"`)).toMatchObject({ kind: 'degraded' })
  })

  test('a length that nobody states lasts until the button', () => {
    const [warmup, , rest] = asVendorReads(only('8mi with 6 x 150m @mile, full recovery'))
    expect([warmup?.lasts, warmup?.intensity]).toEqual(['open', 'warmup'])
    expect([rest?.lasts, rest?.intensity]).toEqual(['open', 'recovery'])
  })

  test('strength counts repetitions, rests and sets', () => {
    const { workout, steps } = vendorRead(only('back squat 4 x 5 @82%1RM, rest 3min'))
    expect(workout).toMatchObject({ sport: 'training', subSport: 'strengthTraining' })
    expect(steps[0]).toMatchObject({ durationType: 'reps', durationReps: 5, wktStepName: 'back squat 5 @82%1RM' })
    expect(steps[1]).toMatchObject({ durationType: 'time', durationTime: 180, intensity: 'rest' })
    expect(asVendorReads(only('back squat 4 x 5 @82%1RM, rest 3min'))).toHaveLength(7)
  })

  test('a day of rest, and nothing at all, are refused with a reason', () => {
    const refused = filesOf(seasonAsWritten(parsePlan('plan    P\nweek 1\n  Mon    rest\n').plan, dayOf('2026-12-28')))
    expect(refused[0]?.fate).toEqual({
      kind: 'refused',
      because: 'A day of rest has no steps.',
      change: 'Nothing to do.',
    })
  })

  test('what nobody runs is refused', () => {
    expect(fateOf('40 x (40 x (40 x 100m @5K, jog 100m), jog 100m), jog 1km')).toMatchObject({ kind: 'refused' })
  })
})

const SHARED = join(root, '..', 'shared', 'data')
const SAMPLES = [
  'dtcooper__python-fitparse__WorkoutRepeatSteps.fit',
  'dtcooper__python-fitparse__WorkoutRepeatGreaterThanStep.fit',
  'dtcooper__python-fitparse__WorkoutCustomTargetValues.fit',
  'jat255__Fit-File-Faker__trainerroad_744490.fit',
  'jat255__Fit-File-Faker__stagesLink_25622166.fit',
  'roznet__FitFileParser__2023-01-13_heartratef.fit',
]

describe('workout files of real devices and sites', () => {
  for (const sample of SAMPLES) {
    const file = join(SHARED, 'files', sample)
    test.skipIf(!existsSync(file))(`${sample} is read, written and read back (needs ../shared/data)`, () => {
      const bytes = new Uint8Array(readFileSync(file))
      const first = parseFit(bytes)
      if (!first.ok || !first.value.workout) throw new Error(`${sample} holds no workout`)
      const vendor = vendorRead(bytes)
      expect(first.value.workout.steps).toHaveLength(vendor.steps.length)
      const again = makeFitWorkout(first.value.workout, { created: Date.parse(MADE) as Instant, serial: 1 })
      if (!again.ok) throw new Error(again.fault.message)
      const second = parseFit(again.value)
      expect(second.ok && second.value.workout).toEqual(first.value.workout)
      expect(vendorRead(again.value).steps.map(essence)).toEqual(vendor.steps.map(essence))
    })
  }
})

/** What a step asks for, by the vendor's names; developer fields and fields that say nothing left out. */
const essence = (step: { readonly [field: string]: unknown }) =>
  [
    'durationType',
    'durationValue',
    'customTargetValueLow',
    'customTargetValueHigh',
    'intensity',
    'wktStepName',
    'notes',
  ].map((field) => (step['durationType'] === 'open' && field === 'durationValue' ? undefined : step[field]))
