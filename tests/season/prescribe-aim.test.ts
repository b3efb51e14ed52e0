import { describe, expect, test } from 'vitest'
import type { Athlete } from '../../packages/core/src/athlete/athlete.ts'
import { addDays, parseDay, type Day } from '../../packages/core/src/calendar/day.ts'
import { resolve } from '../../packages/core/src/pace/resolve.ts'
import type { PaceName } from '../../packages/core/src/pace/names.ts'
import { aimFor } from '../../packages/core/src/season/prescribe-aim.ts'
import { paceBookOn, prescriber } from '../../packages/core/src/season/prescribe-session.ts'
import { prescribe } from '../../packages/core/src/season/prescribe.ts'
import type { Aim, PrescribedPart, PrescribedStep } from '../../packages/core/src/season/prescription.ts'
import type { SeasonSession } from '../../packages/core/src/season/season.ts'
import { metres } from '../../packages/core/src/units/distance.ts'
import { seconds } from '../../packages/core/src/units/duration.ts'
import { beatsPerMinute } from '../../packages/core/src/units/heart-rate.ts'
import { makePart } from '../../packages/formats/src/plan-text/notation/make-part.ts'
import { parsePlan } from '../../packages/formats/src/plan-text/notation/parse-plan.ts'
import { parseWorkout } from '../../packages/formats/src/plan-text/notation/parse-workout.ts'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}

const athlete: Athlete = {
  marks: [{ distance: metres(5000), time: seconds(1200), day: '2026-10-11', kind: 'race' }],
  goal: { distance: metres(5000), time: seconds(1170) },
  maxHeartRate: beatsPerMinute(190),
  thresholdHeartRate: beatsPerMinute(170),
}

const { plan } = parsePlan('plan    Test\nrace    5K\nunits   km\n')
const today = day('2026-12-21')
const bookOn = (on: Day, who: Athlete = athlete) => {
  const book = paceBookOn({ plan, athlete: who }, on)
  if (!book.ok) throw new Error(book.fault.message)
  return book.value
}
const book = bookOn(today)

const stepsOf = (parts: readonly PrescribedPart[]): readonly PrescribedStep[] =>
  parts.flatMap((part) => (part.kind === 'set' ? stepsOf(part.parts) : [part]))

const workoutOf = (text: string) => {
  const workout = parseWorkout(text)
  if (!workout.ok) throw new Error(`${text}: ${workout.fault.message}`)
  return workout.value
}

const aimsOf = (text: string, who: Athlete = athlete): readonly (Aim | null)[] =>
  stepsOf(prescribe(workoutOf(text), aimFor(book, who), makePart).parts).map(({ aim }) => aim)

const pace = (name: PaceName): Aim => {
  const resolved = resolve({ kind: 'pace', pace: name }, book)
  if (!resolved) throw new Error(`no ${name}`)
  return { kind: 'speed', speed: resolved.speed }
}

describe('how hard, in the athlete’s figures', () => {
  test.each<[string, readonly (Aim | null)[]]>([
    ['1000m @T', [pace('threshold')]],
    ['8mi easy', [pace('easy')]],
    ['12mi long', [pace('long')]],
    ['20min tempo', [pace('threshold')]],
    ['6mi recovery', [pace('recovery')]],
    ['race 5K', [pace('goal')]],
    ['race 10K', [pace('10K')]],
    ['2mi warmup + 20min tempo + 1mi cooldown', [pace('easy'), pace('threshold'), pace('easy')]],
  ])('%s', (text, aims) => expect(aimsOf(text)).toEqual(aims))

  test('easy running is a range, not a point', () => {
    const [aim] = aimsOf('8mi easy')
    expect(aim?.kind === 'speed' && aim.speed.high / aim.speed.low).toBeGreaterThan(1.05)
  })

  test.each([
    '6 x 100m strides',
    '4 x 150m @max',
    '10min @hard',
    '20min @RPE7',
    '3 x 1km @goal',
    '20min walk',
    'race 4321m',
  ])('%s has no honest speed', (text) => {
    const { goal: _goal, ...without } = athlete
    const aims = stepsOf(prescribe(workoutOf(text), aimFor(bookOn(today, without), without), makePart).parts)
    expect(aims.map(({ aim }) => aim).every((aim) => aim === null)).toBe(true)
  })

  test('a jog between repetitions has none, whoever runs', () => {
    expect(aimsOf('4 x 400m @5K, jog 200m')).toEqual([pace('5K'), null, pace('5K')])
  })

  test('times for the repetition by its length', () => {
    expect(aimsOf('400m in 72-74')).toEqual([{ kind: 'speed', speed: { low: 400 / 74, high: 400 / 72 } }])
  })

  test('a progressive pace keeps where it starts and ends', () => {
    const [aim] = aimsOf('6km @marathon>T')
    expect(aim?.kind === 'speed' && aim.progress?.start).toEqual(
      resolve({ kind: 'pace', pace: 'marathon' }, book)?.speed,
    )
    expect(aim?.kind === 'speed' && aim.progress?.end).toEqual(
      resolve({ kind: 'pace', pace: 'threshold' }, book)?.speed,
    )
  })

  test.each<[string, object]>([
    ['40min easy @130-145bpm', { low: 130, high: 145 }],
    ['40min easy @<145bpm', { high: 145 }],
    ['40min easy @70-80%HRmax', { low: 133, high: 152 }],
    ['20min @95-100%LTHR', { low: 161.5, high: 170 }],
  ])('%s', (text, heartRate) => expect(aimsOf(text)).toEqual([{ kind: 'heart rate', heartRate }]))

  test('zones are those of measured heart rates, and none without', () => {
    expect(aimsOf('40min easy @Z2')).toEqual([{ kind: 'heart rate', heartRate: { low: 144.5, high: 151.3 } }])
    expect(aimsOf('40min easy @Z2', { marks: athlete.marks })).toEqual([null])
    expect(aimsOf('40min easy @70-80%HRmax', { marks: athlete.marks })).toEqual([null])
  })
})

describe('paces of the day', () => {
  const session = (on: Day): SeasonSession => ({
    id: 'w1-1',
    day: on,
    slot: 'am',
    start: 420,
    workout: workoutOf('1000m @5K'),
    exercises: [],
    hardness: 'hard',
    pillars: [],
    estimated: { distance: null, duration: null },
    origin: { kind: 'plan', week: 0, session: 0 },
    why: [],
  })
  const aimOn = (on: Day, who: Athlete): Aim | null => {
    const [step] = stepsOf(prescriber({ plan, athlete: who }, makePart)(session(on)).prescription.parts)
    return step?.aim ?? null
  }

  test('a later mark does not reach back; where all are old, the book says so', () => {
    const faster: Athlete = {
      marks: [...athlete.marks, { distance: metres(5000), time: seconds(1140), day: '2027-02-01', kind: 'test' }],
    }
    expect(aimOn(day('2027-01-31'), faster)).toEqual(aimOn(day('2027-01-31'), { marks: athlete.marks }))
    const [before, after] = [aimOn(day('2027-01-31'), faster), aimOn(day('2027-02-01'), faster)]
    expect(after?.kind === 'speed' && before?.kind === 'speed' && after.speed.low > before.speed.high).toBe(true)
    const late = bookOn(addDays(day('2027-10-11'), 1), { marks: athlete.marks })
    expect(late.notes.join()).toContain('No mark from the last twelve months')
  })

  test('marks of nobody else stand in: without one there is no pace, and the fault says so', () => {
    const { book: none, prescription } = prescriber({ plan, athlete: { marks: [] } }, makePart)(session(today))
    expect(none.ok).toBe(false)
    expect(stepsOf(prescription.parts).map(({ aim }) => aim)).toEqual([null])
  })

  test('a speed that the text states needs no mark', () => {
    const stated = { ...session(today), workout: workoutOf('400m @72s/400m') }
    const { prescription } = prescriber({ plan, athlete: { marks: [] } }, makePart)(stated)
    const [step] = stepsOf(prescription.parts)
    expect(step?.aim).toMatchObject({ kind: 'speed' })
  })
})
