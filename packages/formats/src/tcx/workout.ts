import { beatsPerMinute, metres, metresPerSecond, seconds } from '@bell-lap/core'
import type { PlannedStep, PlannedWorkout, StepDuration, StepTarget } from '../fit/planned.ts'
import type { LapIntensity } from '../fit/recorded.ts'
import { stated } from '../fit/stated.ts'
import { amountIn } from '../samples/amount.ts'
import { sportNamed } from '../samples/sport.ts'
import { childOf, textAt, typeOf, type XmlElement } from '../xml/element.ts'

// Names are those of the schema TrainingCenterDatabase v2 (Garmin 2007), `Workout_t` and what it holds.

/** The profile of FIT numbers ways to end a step; burning so many calories is this one. */
const CALORIES = 4

const amountAt = (element: XmlElement | undefined, ...path: readonly string[]): number | undefined => {
  const amount = amountIn(textAt(element, ...path) ?? '')
  return Number.isNaN(amount) ? undefined : amount
}

const heartRateUntil = (element: XmlElement | undefined, until: 'below' | 'above'): StepDuration => {
  const bound = childOf(element, 'HeartRate')
  const value = amountAt(bound, 'Value') ?? amountAt(element, 'HeartRate')
  if (value === undefined) return { kind: 'open' }
  return typeOf(bound)?.includes('Percent') === true
    ? { kind: 'heart rate share', until, percentOfMax: value }
    : { kind: 'heart rate', until, heartRate: beatsPerMinute(value) }
}

const durationOf = (element: XmlElement | undefined): StepDuration => {
  const [time, distance] = [amountAt(element, 'Seconds'), amountAt(element, 'Meters')]
  if (time !== undefined) return { kind: 'time', time: seconds(time) }
  if (distance !== undefined) return { kind: 'distance', distance: metres(distance) }
  const type = typeOf(element) ?? ''
  if (type.includes('HeartRateBelow')) return heartRateUntil(element, 'below')
  if (type.includes('HeartRateAbove')) return heartRateUntil(element, 'above')
  const calories = amountAt(element, 'Calories')
  return calories === undefined ? { kind: 'open' } : { kind: 'other', type: CALORIES, value: calories }
}

const speedTarget = (zone: XmlElement): StepTarget => {
  const number = amountAt(zone, 'Number')
  if (number !== undefined) return { kind: 'zone', of: 'speed', zone: number }
  const [low, high] = [amountAt(zone, 'LowInMetersPerSecond'), amountAt(zone, 'HighInMetersPerSecond')]
  if (low === undefined || high === undefined) return { kind: 'none' }
  return { kind: 'speed', low: metresPerSecond(low), high: metresPerSecond(high) }
}

const heartRateTarget = (zone: XmlElement): StepTarget => {
  const number = amountAt(zone, 'Number')
  if (number !== undefined) return { kind: 'zone', of: 'heart rate', zone: number }
  const [low, high] = [amountAt(zone, 'Low', 'Value'), amountAt(zone, 'High', 'Value')]
  if (low === undefined || high === undefined) return { kind: 'none' }
  return typeOf(childOf(zone, 'Low'))?.includes('Percent') === true
    ? { kind: 'heart rate share', low, high }
    : { kind: 'heart rate', low: beatsPerMinute(low), high: beatsPerMinute(high) }
}

const targetOf = (target: XmlElement | undefined): StepTarget => {
  const [speed, heartRate] = [childOf(target, 'SpeedZone'), childOf(target, 'HeartRateZone')]
  if (speed) return speedTarget(speed)
  if (heartRate) return heartRateTarget(heartRate)
  const [low, high] = [amountAt(target, 'Low'), amountAt(target, 'High')]
  return low === undefined || high === undefined ? { kind: 'none' } : { kind: 'cadence', low, high }
}

/** The schema has these two words and no others. */
const intensityOf = (word: string | undefined): LapIntensity | undefined => {
  if (word === undefined) return undefined
  return word === 'Active' ? 'active' : word === 'Resting' ? 'rest' : 'other'
}

/** Adds a step, or the steps of a repeat and then the repeat that points back at them. */
const addStep = (element: XmlElement, steps: PlannedStep[]): void => {
  const name = stated({ name: textAt(element, 'Name') })
  const times = amountAt(element, 'Repetitions')
  if (times === undefined && typeOf(element)?.includes('Repeat') !== true) {
    const bout = { duration: durationOf(childOf(element, 'Duration')), target: targetOf(childOf(element, 'Target')) }
    const intensity = stated({ intensity: intensityOf(textAt(element, 'Intensity')) })
    steps.push({ kind: 'step', ...bout, ...name, ...intensity })
    return
  }
  const from = steps.length
  for (const child of element.children) if (child.name === 'Child') addStep(child, steps)
  steps.push({ kind: 'repeat', from, until: { kind: 'times', times: times ?? 1 }, ...name })
}

/** A planned workout of a TCX file as watches hold it: a flat list in which repeats point back. */
export const workoutOf = (element: XmlElement): PlannedWorkout => {
  const steps: PlannedStep[] = []
  for (const child of element.children) if (child.name === 'Step') addStep(child, steps)
  return { ...stated({ name: textAt(element, 'Name') }), ...sportNamed(element.attributes['Sport']), steps }
}
