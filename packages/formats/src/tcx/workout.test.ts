import { describe, expect, test } from 'vitest'
import type { PlannedWorkout } from '../fit/planned.ts'
import { parseTcx } from './parse.ts'

const workout = (steps: string): PlannedWorkout | undefined => {
  const text = `<TrainingCenterDatabase><Workouts><Workout Sport="Running"><Name>W</Name>${steps}</Workout></Workouts></TrainingCenterDatabase>`
  const result = parseTcx(new TextEncoder().encode(text))
  return result.ok ? result.value.workouts[0] : undefined
}
const part = (name: string, type: string, inside: string): string => `<${name} xsi:type="${type}">${inside}</${name}>`
const step = (duration: string, target = part('Target', 'None_t', ''), element = 'Step'): string =>
  part(element, 'Step_t', `<StepId>1</StepId>${duration}<Intensity>Active</Intensity>${target}`)
const seconds = (amount: number): string => part('Duration', 'Time_t', `<Seconds>${amount}</Seconds>`)
const only = (text: string) => workout(text)?.steps[0]

describe('planned workouts in TCX', () => {
  test.each([
    [seconds(90), { kind: 'time', time: 90 }],
    [part('Duration', 'Distance_t', '<Meters>800</Meters>'), { kind: 'distance', distance: 800 }],
    [part('Duration', 'UserInitiated_t', ''), { kind: 'open' }],
    [part('Duration', 'CaloriesBurned_t', '<Calories>100</Calories>'), { kind: 'other', type: 4, value: 100 }],
    [
      part('Duration', 'HeartRateAbove_t', part('HeartRate', 'HeartRateInBeatsPerMinute_t', '<Value>150</Value>')),
      { kind: 'heart rate', until: 'above', heartRate: 150 },
    ],
    [
      part('Duration', 'HeartRateBelow_t', part('HeartRate', 'HeartRateAsPercentOfMax_t', '<Value>65</Value>')),
      { kind: 'heart rate share', until: 'below', percentOfMax: 65 },
    ],
    ['', { kind: 'open' }],
  ])('lasting %s', (duration, expected) => expect(only(step(duration))).toMatchObject({ duration: expected }))

  const speed = (type: string, inside: string): string => part('Target', 'Speed_t', part('SpeedZone', type, inside))
  const heart = (type: string, inside: string): string =>
    part('Target', 'HeartRate_t', part('HeartRateZone', type, inside))
  const bound = (name: string, type: string, value: number): string => part(name, type, `<Value>${value}</Value>`)
  test.each([
    [speed('PredefinedSpeedZone_t', '<Number>3</Number>'), { kind: 'zone', of: 'speed', zone: 3 }],
    [
      speed(
        'CustomSpeedZone_t',
        '<ViewAs>Pace</ViewAs><LowInMetersPerSecond>4</LowInMetersPerSecond><HighInMetersPerSecond>4.2</HighInMetersPerSecond>',
      ),
      { kind: 'speed', low: 4, high: 4.2 },
    ],
    [heart('PredefinedHeartRateZone_t', '<Number>2</Number>'), { kind: 'zone', of: 'heart rate', zone: 2 }],
    [
      heart(
        'CustomHeartRateZone_t',
        bound('Low', 'HeartRateInBeatsPerMinute_t', 140) + bound('High', 'HeartRateInBeatsPerMinute_t', 150),
      ),
      { kind: 'heart rate', low: 140, high: 150 },
    ],
    [
      heart(
        'CustomHeartRateZone_t',
        bound('Low', 'HeartRateAsPercentOfMax_t', 70) + bound('High', 'HeartRateAsPercentOfMax_t', 80),
      ),
      { kind: 'heart rate share', low: 70, high: 80 },
    ],
    [part('Target', 'Cadence_t', '<Low>85</Low><High>95</High>'), { kind: 'cadence', low: 85, high: 95 }],
    [part('Target', 'None_t', ''), { kind: 'none' }],
    [speed('CustomSpeedZone_t', ''), { kind: 'none' }],
  ])('aiming at %s', (target, expected) => expect(only(step(seconds(60), target))).toMatchObject({ target: expected }))

  test('repeats stand behind what they repeat, also inside one another', () => {
    const inner = part(
      'Child',
      'Repeat_t',
      `<Repetitions>4</Repetitions>${step(seconds(60), '', 'Child')}${step(seconds(30), '', 'Child')}`,
    )
    const outer = part(
      'Step',
      'Repeat_t',
      `<Name>sets</Name><Repetitions>3</Repetitions>${inner}${step(seconds(180), '', 'Child')}`,
    )
    const found = workout(step(seconds(600)) + outer)
    expect(found?.steps.map((one) => (one.kind === 'repeat' ? [one.from, one.until] : one.duration))).toEqual([
      { kind: 'time', time: 600 },
      { kind: 'time', time: 60 },
      { kind: 'time', time: 30 },
      [1, { kind: 'times', times: 4 }],
      { kind: 'time', time: 180 },
      [1, { kind: 'times', times: 3 }],
    ])
    expect(found).toMatchObject({ name: 'W', sport: 'running' })
  })

  test('a workout that is cut off has the steps that were there', () =>
    expect(workout(`${step(seconds(60))}<Step xsi:type="Step_t"><Name>last`)?.steps).toHaveLength(2))
})
