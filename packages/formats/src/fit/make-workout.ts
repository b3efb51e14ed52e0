import { fail, ok, type Result } from '@bell-lap/core'
import { BASE_TYPE } from './base-type.ts'
import {
  DISTANCE_SCALE,
  DURATION,
  HEART_RATE_OFFSET,
  NO_TARGET,
  POWER_OFFSET,
  SPEED_SCALE,
  TARGETS,
  TIME_SCALE,
  type Averaging,
  type PlannedRepeat,
  type PlannedStep,
  type PlannedWorkout,
  type StepDuration,
  type StepTarget,
} from './planned.ts'
import {
  FILE_ID,
  FIT_EPOCH,
  INTENSITY_NAMES,
  MESSAGE,
  MESSAGE_INDEX,
  numberOf,
  SPORT_NAMES,
  SUB_SPORT_NAMES,
  WORKOUT,
  WORKOUT_STEP,
} from './profile.ts'
import type { Instant } from './recorded.ts'
import { writeText } from './text.ts'
import { fitFile, numberField, textField, writeMessage, type MessageShape, type Value, type Writer } from './writer.ts'

/** What tells one workout file from another on a watch; `created` has to be there or imports open it empty. */
export interface WorkoutFileId {
  readonly created: Instant
  /** Tells workouts of the same second apart; 1 to 4,294,967,295. */
  readonly serial: number
  /** Number of the registry; 255 is development, for whoever has none. */
  readonly maker?: number
  readonly product?: number
}

export const WORKOUT_FAULTS = ['no-steps', 'repeat-out-of-place', 'out-of-range', 'unknown-target'] as const
export interface WorkoutFault {
  readonly code: (typeof WORKOUT_FAULTS)[number]
  /** Index of the step. */
  readonly step: number
  readonly message: string
}

/** Bytes of a text that a field can hold, its closing zero left out. */
const MOST_TEXT_BYTES = 254

const DEVELOPMENT = 255
const WORKOUT_FILE = 5
const MOST = 0xfffffffe

/** The six numbers of a step's duration and target, as the watch wants them. */
interface Numbers {
  readonly durationType: number
  readonly durationValue?: number
  readonly targetType: number
  readonly targetValue?: number
  readonly low?: number
  readonly high?: number
}
type DurationNumbers = Pick<Numbers, 'durationType' | 'durationValue'>
type TargetNumbers = Omit<Numbers, keyof DurationNumbers>

const durationNumbers = (duration: StepDuration): DurationNumbers => {
  switch (duration.kind) {
    case 'time':
      return { durationType: DURATION.time, durationValue: Math.round(duration.time * TIME_SCALE) }
    case 'distance':
      return { durationType: DURATION.distance, durationValue: Math.round(duration.distance * DISTANCE_SCALE) }
    case 'open':
      return { durationType: DURATION.open, durationValue: 0 }
    case 'heart rate':
    case 'heart rate share': {
      const durationType = duration.until === 'below' ? DURATION.heartRateBelow : DURATION.heartRateAbove
      const beats = duration.kind === 'heart rate'
      const value = beats ? duration.heartRate + HEART_RATE_OFFSET : duration.percentOfMax
      return { durationType, durationValue: Math.round(value) }
    }
    case 'other':
      return duration.value === undefined
        ? { durationType: duration.type }
        : { durationType: duration.type, durationValue: duration.value }
    default:
      return duration satisfies never
  }
}

/** The profile's number of a target; undefined where it has none for this averaging. */
const targetType = (of: (typeof TARGETS)[number]['of'], over: Averaging | undefined): number | undefined => {
  const entry = Object.entries(TARGETS).find(([, target]) => target.of === of && target.over === over)
  return entry === undefined ? undefined : Number(entry[0])
}

/** A range as custom bounds, the low one first as watches want it. */
const custom = (type: number | undefined, one: number, other: number): TargetNumbers | undefined =>
  type === undefined
    ? undefined
    : {
        targetType: type,
        targetValue: 0,
        low: Math.round(Math.min(one, other)),
        high: Math.round(Math.max(one, other)),
      }

const targetNumbers = (target: StepTarget): TargetNumbers | undefined => {
  switch (target.kind) {
    case 'none':
      return { targetType: NO_TARGET, targetValue: 0 }
    case 'speed':
      return custom(targetType('speed', target.over), target.low * SPEED_SCALE, target.high * SPEED_SCALE)
    case 'heart rate': {
      const type = targetType('heart rate', target.over)
      return custom(type, target.low + HEART_RATE_OFFSET, target.high + HEART_RATE_OFFSET)
    }
    case 'heart rate share':
      return custom(targetType('heart rate', target.over), target.low, target.high)
    case 'cadence':
      return custom(targetType('cadence', undefined), target.low, target.high)
    case 'power':
      return custom(targetType('power', target.over), target.low + POWER_OFFSET, target.high + POWER_OFFSET)
    case 'power share':
      return custom(targetType('power', target.over), target.low, target.high)
    case 'zone': {
      const type = targetType(target.of, target.over)
      return type === undefined ? undefined : { targetType: type, targetValue: target.zone }
    }
    case 'other': {
      const { type, value, low, high } = target
      const bounds = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
      return { targetType: type, ...(value === undefined ? {} : { targetValue: value }), ...bounds }
    }
    default:
      return target satisfies never
  }
}

const repeatNumbers = ({ from, until }: PlannedRepeat): Numbers => {
  const durationType = until.kind === 'times' ? DURATION.repeatTimes : until.type
  const value = until.kind === 'times' ? until.times : until.value
  return {
    durationType,
    durationValue: from,
    targetType: NO_TARGET,
    ...(value === undefined ? {} : { targetValue: value }),
  }
}

const fault = (code: WorkoutFault['code'], step: number, message: string): Result<never, WorkoutFault> =>
  fail({ code, step, message })

const isWritable = (value: number | undefined): boolean => value === undefined || (value >= 0 && value <= MOST)

/** A repeat points back at a step before it and is done at least once. */
const repeatFault = (repeat: PlannedRepeat, step: number): string | undefined => {
  if (!(Number.isInteger(repeat.from) && repeat.from >= 0 && repeat.from < step))
    return `Step ${step} repeats from step ${repeat.from}, which does not come before it.`
  if (repeat.until.kind === 'times' && !(Number.isInteger(repeat.until.times) && repeat.until.times >= 1))
    return `Step ${step} repeats ${repeat.until.times} times.`
  return undefined
}

const numbersOf = (step: PlannedStep, index: number): Result<Numbers, WorkoutFault> => {
  if (step.kind === 'repeat') {
    const wrong = repeatFault(step, index)
    return wrong === undefined ? ok(repeatNumbers(step)) : fault('repeat-out-of-place', index, wrong)
  }
  const target = targetNumbers(step.target)
  if (!target) return fault('unknown-target', index, `Step ${index} has a target that watches do not know.`)
  const numbers: Numbers = { ...durationNumbers(step.duration), ...target }
  const { durationValue, targetValue, low, high } = numbers
  return [durationValue, targetValue, low, high].every(isWritable)
    ? ok(numbers)
    : fault('out-of-range', index, `Step ${index} has a number that a watch cannot hold.`)
}

/** Bytes that the longest of these texts takes with its closing zero; 0 when there is none. */
const longest = (texts: readonly (string | undefined)[]): number =>
  texts.reduce<number>((most, text) => (text ? Math.max(most, writeText(text, MOST_TEXT_BYTES + 1).length) : most), 0)

const stepShape = (steps: readonly PlannedStep[]): MessageShape => {
  const name = longest(steps.map((step) => step.name))
  const notes = longest(steps.map((step) => (step.kind === 'step' ? step.notes : undefined)))
  return {
    message: MESSAGE.workoutStep,
    fields: [
      numberField(MESSAGE_INDEX, BASE_TYPE.uint16),
      numberField(WORKOUT_STEP.durationType, BASE_TYPE.enum),
      numberField(WORKOUT_STEP.durationValue, BASE_TYPE.uint32),
      numberField(WORKOUT_STEP.targetType, BASE_TYPE.enum),
      numberField(WORKOUT_STEP.targetValue, BASE_TYPE.uint32),
      numberField(WORKOUT_STEP.low, BASE_TYPE.uint32),
      numberField(WORKOUT_STEP.high, BASE_TYPE.uint32),
      numberField(WORKOUT_STEP.intensity, BASE_TYPE.enum),
      ...(name > 0 ? [textField(WORKOUT_STEP.name, name)] : []),
      ...(notes > 0 ? [textField(WORKOUT_STEP.notes, notes)] : []),
    ],
  }
}

const stepValues = (step: PlannedStep, index: number, numbers: Numbers, shape: MessageShape): readonly Value[] => {
  const named = shape.fields.some(({ field }) => field === WORKOUT_STEP.name)
  const { durationType, durationValue, targetType: type, targetValue, low, high } = numbers
  return [
    index,
    durationType,
    durationValue,
    type,
    targetValue,
    low,
    high,
    numberOf(INTENSITY_NAMES, step.intensity),
    ...(named ? [step.name] : []),
    step.kind === 'step' ? step.notes : undefined,
  ]
}

const FILE_ID_SHAPE: MessageShape = {
  message: MESSAGE.fileId,
  fields: [
    numberField(FILE_ID.type, BASE_TYPE.enum),
    numberField(FILE_ID.manufacturer, BASE_TYPE.uint16),
    numberField(FILE_ID.product, BASE_TYPE.uint16),
    numberField(FILE_ID.serial, BASE_TYPE.uint32z),
    numberField(FILE_ID.created, BASE_TYPE.uint32),
  ],
}

const writeHead = (writer: Writer, workout: PlannedWorkout, id: WorkoutFileId): void => {
  const created = Math.floor(id.created / 1000) - FIT_EPOCH
  writeMessage(writer, 0, FILE_ID_SHAPE, [WORKOUT_FILE, id.maker ?? DEVELOPMENT, id.product ?? 0, id.serial, created])
  const name = longest([workout.name])
  const shape: MessageShape = {
    message: MESSAGE.workout,
    fields: [
      numberField(WORKOUT.sport, BASE_TYPE.enum),
      numberField(WORKOUT.subSport, BASE_TYPE.enum),
      numberField(WORKOUT.stepCount, BASE_TYPE.uint16),
      ...(name > 0 ? [textField(WORKOUT.name, name)] : []),
    ],
  }
  const sport = numberOf(SPORT_NAMES, workout.sport)
  writeMessage(writer, 1, shape, [
    sport,
    numberOf(SUB_SPORT_NAMES, workout.subSport),
    workout.steps.length,
    workout.name,
  ])
}

/**
 * A workout file for a watch (FIT profile, file type 5): file_id, workout, then the steps with repeats after what they
 * repeat. Fails where a step cannot be written as asked: nothing is changed silently but texts beyond 254 bytes, cut.
 */
export const makeFitWorkout = (workout: PlannedWorkout, id: WorkoutFileId): Result<Uint8Array, WorkoutFault> => {
  if (workout.steps.length === 0) return fault('no-steps', 0, 'The workout has no steps.')
  const numbers: Numbers[] = []
  for (const [index, step] of workout.steps.entries()) {
    const found = numbersOf(step, index)
    if (!found.ok) return found
    numbers.push(found.value)
  }
  const shape = stepShape(workout.steps)
  return ok(
    fitFile((writer) => {
      writeHead(writer, workout, id)
      for (const [index, step] of workout.steps.entries()) {
        const own = numbers[index]
        if (own) writeMessage(writer, 2, shape, stepValues(step, index, own, shape))
      }
    }),
  )
}
