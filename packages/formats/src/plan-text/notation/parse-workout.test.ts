import {
  distanceOf,
  kilometres,
  metres,
  miles,
  minutes,
  seconds,
  type Part,
  type Step,
  type Workout,
} from '@bell-lap/core'
import { describe, expect, test } from 'vitest'
import { DEEPEST } from './cursor.ts'
import { parseWorkout } from './parse-workout.ts'
import { impliedTarget } from '@bell-lap/core'

const read = (text: string): Workout => {
  const result = parseWorkout(text)
  if (!result.ok) throw new Error(`${text}: ${result.fault.message}`)
  return result.value
}

const inMetres = (amount: number) => ({ kind: 'distance', distance: metres(amount), unit: 'm' }) as const
const inMiles = (amount: number) => ({ kind: 'distance', distance: miles(amount), unit: 'mi' }) as const
const inMinutes = (amount: number) => ({ kind: 'time', duration: minutes(amount), unit: 'min' }) as const
const inSeconds = (amount: number) => ({ kind: 'time', duration: seconds(amount), unit: 's' }) as const
const at = (pace: 'threshold' | '5K' | 'mile' | '800' | '400') => ({ kind: 'pace', pace }) as const
const work = (extent: Step['extent'], target: Step['target']): Step => ({ kind: 'step', role: 'work', extent, target })
const jog = (extent: Step['extent']): Step => ({ kind: 'step', role: 'recovery', extent, target: null, mode: 'jog' })

describe('what a prescription means', () => {
  test('the parts of a total lie inside it, the rest is easy', () => {
    expect(read('8mi with 5 x 1000m @T, jog 200m')).toEqual({
      kind: 'run',
      total: { extent: inMiles(8), role: null, target: null },
      remainder: 'easy',
      steps: [
        {
          kind: 'repeat',
          times: 5,
          steps: [work(inMetres(1000), at('threshold'))],
          between: jog(inMetres(200)),
          afterLast: false,
        },
      ],
      alternatives: [],
    })
  })

  test('the rest of a total with a role is of that role', () => {
    expect(read('6mi recovery with 4 x 100m strides').remainder).toBe('recovery')
    const tempo = read('29min tempo @T with 6 x 20s @mile')
    expect(tempo.remainder).toBe('tempo')
    expect(tempo.total).toEqual({ extent: inMinutes(29), role: 'tempo', target: at('threshold') })
  })

  test('parts that make up the whole leave no rest', () => {
    const whole = read('8km as 12min warmup + 25min @T + 8min cooldown')
    expect(whole.total?.extent).toEqual({ kind: 'distance', distance: kilometres(8), unit: 'km' })
    expect(whole.remainder).toBeNull()
    expect(whole.steps).toHaveLength(3)
  })

  test('a lone bout is one step and no total', () => {
    const easy = read('8mi easy')
    expect(easy.total).toBeNull()
    expect(easy.steps).toEqual([{ kind: 'step', role: 'easy', extent: inMiles(8), target: impliedTarget('easy') }])
  })

  test('a tempo without a target implies threshold; one with a target states it', () => {
    expect(read('20min tempo').steps).toEqual([
      { kind: 'step', role: 'tempo', extent: inMinutes(20), target: { ...at('threshold'), implied: true } },
    ])
    expect(read('20min tempo @T').steps[0]).toMatchObject({ target: at('threshold') })
  })

  test('inside brackets a total is a repeat of its own', () => {
    const [within] = read('12km with (29min tempo @T with 6 x 20s @mile) + rest 2min').steps
    expect(within).toMatchObject({
      kind: 'repeat',
      times: 1,
      form: 'within',
      between: null,
      total: { extent: inMinutes(29), role: 'tempo', target: at('threshold') },
      steps: [{ kind: 'repeat', times: 6 }],
    })
  })

  test('a ladder holds its rungs, each with the common pace, and the recovery between them', () => {
    const [ladder] = read('7mi with (300m, 600m, 300m) @mile, jog equal distance').steps
    expect(ladder).toEqual({
      kind: 'repeat',
      times: 1,
      form: 'ladder',
      steps: [300, 600, 300].map((amount) => work(inMetres(amount), at('mile'))),
      between: jog({ kind: 'relative', relative: 'equal', measure: 'distance' }),
      afterLast: false,
    })
  })

  test.each<[string, Omit<Step, 'kind' | 'target'>]>([
    ['jog 200m', { role: 'recovery', mode: 'jog', extent: inMetres(200) }],
    ['walk back', { role: 'recovery', mode: 'walk', extent: { kind: 'relative', relative: 'back' } }],
    ['stand 60s', { role: 'rest', mode: 'stand', extent: inSeconds(60) }],
    ['float 200m', { role: 'float', mode: 'float', extent: inMetres(200) }],
    ['rest 90s', { role: 'rest', extent: inSeconds(90) }],
    ['rec 90s', { role: 'recovery', extent: inSeconds(90) }],
    ['rec ?', { role: 'recovery', extent: null }],
    ['full recovery', { role: 'recovery', extent: { kind: 'relative', relative: 'full' } }],
    ['every 2min', { role: 'recovery', extent: { kind: 'cycle', duration: minutes(2), unit: 'min' } }],
    [
      'jog 50-90% time',
      {
        role: 'recovery',
        mode: 'jog',
        extent: { kind: 'relative', relative: 'share', share: { low: 0.5, high: 0.9 }, measure: 'time' },
      },
    ],
  ])('between repetitions: %s', (text, between) => {
    const [repeat] = read(`6 x 400m @5K, ${text}`).steps
    expect(repeat?.kind === 'repeat' && repeat.between).toStrictEqual({ kind: 'step', target: null, ...between })
  })

  test('a recovery after each follows the last repetition too, no rest is no recovery', () => {
    expect(read('6 x 2min @5K, float 2min @steady after each').steps[0]).toMatchObject({ afterLast: true })
    expect(read('4 x 1km @T, no rest').steps[0]).toMatchObject({ continuous: true, between: null })
    expect(read('3km @T + no rest + 1km @5K').steps[1]).toMatchObject({ continuous: true, extent: { distance: 1000 } })
  })

  test('how often is a number, a range, or not stated; a budget bounds it', () => {
    expect(read('3-4 x 3km @T').steps[0]).toMatchObject({ times: 3, timesTo: 4 })
    expect(read('? x ? strides').steps[0]).toMatchObject({ times: null, steps: [{ role: 'strides', extent: null }] })
    expect(read('24min of (2min @T + 1min easy)').steps[0]).toMatchObject({ times: null, until: inMinutes(24) })
  })

  test('a cue belongs to its bout before a comma, plus or bracket, and to the session at the end', () => {
    const workout = read('3km @T "smooth" + 300m kick "arms" + 1km easy "for the last bend"')
    expect(workout.steps.map((part: Part) => (part.kind === 'step' ? part.cue : null))).toEqual([
      'smooth',
      'arms',
      undefined,
    ])
    expect(workout.cue).toBe('for the last bend')
  })

  test.each([
    ['3mi easy or rest', 'run'],
    ['rest or cross 30min bike', 'rest'],
    ['11mi with test 5000m @goal', 'test'],
    ['2km warmup + race 5K + 2km cooldown', 'race'],
    ['strength A', 'strength'],
    ['cross 30min bike', 'cross'],
    ['5min drills', 'mobility'],
    ['20min easy + squat 3 x 8', 'mixed'],
    ['4mi easy + strength', 'run'],
    ['5km easy [race]', 'race'],
  ])('%s is a session of kind %s', (text, kind) => {
    expect(read(text).kind).toBe(kind)
  })

  test('exercises hold what is stated and nothing more', () => {
    expect(read('back squat / goblet squat 4 x 4-6 each side @moderate-heavy, rest 3min "fast up"').steps).toEqual([
      {
        kind: 'exercise',
        name: 'back squat',
        or: ['goblet squat'],
        sets: 4,
        reps: 4,
        repsTo: 6,
        eachSide: true,
        load: { kind: 'word', word: 'moderate-heavy' },
        rest: minutes(3),
        cue: 'fast up',
      },
    ])
  })

  test('targets keep the order and the unit of the text', () => {
    const target = (text: string) => {
      const [step] = read(`1km ${text}`).steps
      return step?.kind === 'step' ? step.target : null
    }
    expect(target('@800>400')).toEqual({ kind: 'pace', pace: '800', to: '400', progressive: true })
    expect(target('@5K-2..4s/400m')).toEqual({ kind: 'pace', pace: '5K', offset: { seconds: -2, to: -4, per: '400m' } })
    expect(target('@5K goal')).toEqual({ kind: 'pace', pace: '5K', basis: 'goal' })
    expect(target('@<150bpm')).toEqual({ kind: 'heart rate', high: 150 })
    expect(target('@1500-2s/400m')).toEqual({ kind: 'pace', pace: '1500', offset: { seconds: -2, per: '400m' } })
    expect(target('in 1:12.5-74')).toEqual({ kind: 'rep time', time: 72.5, to: 74 })
    expect(target('@4:00/km')).toEqual({ kind: 'speed', speed: 1000 / 240, form: 'min/km' })
  })

  test('lengths keep their unit and a second statement', () => {
    expect(read('9mi (90min) easy').steps[0]).toMatchObject({ extent: { ...inMiles(9), or: inMinutes(90) } })
    expect(read('race 5k').steps[0]).toMatchObject({ extent: { distance: distanceOf(5, 'K'), unit: 'K' } })
  })
})

describe('what does not follow the grammar', () => {
  test.each([
    ['8mi easy easy', 9, 13, 'the end'],
    ['8 miles easy', 2, 7, 'unit'],
    ['5 x 1000m @X', 11, 12, 'pace'],
    ['8mi with', 8, 8, 'a length'],
    ['8mi easy "open', 9, 14, 'the end'],
    ['3 x (400m, jog', 14, 14, '`)`'],
    ['1234567890123456mi', 0, 16, '15 digits'],
    ['8mi \uD800', 4, 5, 'the end'],
    ['８mi', 0, 1, 'a length'],
    ['', 0, 0, 'a length'],
  ])('%s stops at %d to %d', (text, from, to, expected) => {
    const result = parseWorkout(text)
    expect(result).toMatchObject({ ok: false, fault: { from, to } })
    expect(!result.ok && result.fault.expected).toContain(expected)
  })

  test('spans count from the offset given', () => {
    expect(parseWorkout('8mi foo', { offset: 100 })).toMatchObject({ ok: false, fault: { from: 104, to: 107 } })
  })

  test('brackets are read as deep as anyone writes, and deeper ones named', () => {
    const nested = (depth: number) => `${'2 x ('.repeat(depth)}400m${')'.repeat(depth)}`
    expect(parseWorkout(nested(DEEPEST))).toMatchObject({ ok: true })
    expect(parseWorkout(nested(DEEPEST + 1))).toMatchObject({ ok: false, fault: { rule: 'out-of-range' } })
    expect(parseWorkout('8mi or {'.repeat(500))).toMatchObject({ ok: false, fault: { rule: 'out-of-range' } })
  })
})
