import { Decoder, Stream } from '@garmin/fitsdk'
import type { PrescribedPart, PrescribedStep } from '../../packages/core/src/season/prescription.ts'
import { parseFit } from '../../packages/formats/src/fit/parse.ts'
import type { PlannedBout, PlannedStep } from '../../packages/formats/src/fit/planned.ts'

/** One bout as it is run, in plain words and whole units: metres x 100, seconds x 1000, mm/s, beats. */
export interface RunStep {
  readonly lasts: string
  readonly aims: string
  readonly intensity: string
}

/** A list whose repeats point back, read as a watch runs it: every bout in its order. */
const run = <Step>(
  flat: readonly Step[],
  repeatOf: (step: Step) => { readonly from: number; readonly times: number } | undefined,
): readonly Step[] => {
  /** Each entry is where a stretch of the flat list began, and the bouts that it comes to. */
  const stack: { readonly start: number; readonly bouts: readonly Step[] }[] = []
  flat.forEach((step, index) => {
    const repeat = repeatOf(step)
    if (!repeat) {
      stack.push({ start: index, bouts: [step] })
      return
    }
    if (repeat.from >= index) throw new Error(`step ${index} repeats what is not before it`)
    const body: Step[] = []
    let start = index
    while ((stack.at(-1)?.start ?? -1) >= repeat.from) {
      const part = stack.pop()
      body.unshift(...(part?.bouts ?? []))
      start = part?.start ?? start
    }
    if (start !== repeat.from) throw new Error(`step ${index} repeats from the middle of a set`)
    stack.push({ start, bouts: Array.from({ length: repeat.times }, () => body).flat() })
  })
  return stack.flatMap(({ bouts }) => bouts)
}

const whole = (amount: number): number => Math.round(amount)

/** What the prescription asks for, bout by bout; written without a look at the encoder. */
export const asPrescribed = (parts: readonly PrescribedPart[]): readonly RunStep[] =>
  parts.flatMap((part) => {
    if (part.kind === 'step') return [wanted(part)]
    const once = asPrescribed(part.parts)
    return Array.from({ length: part.times }, () => once).flat()
  })

const wanted = (step: PrescribedStep): RunStep => ({
  lasts: wantedLength(step),
  aims: wantedAim(step),
  intensity: wantedIntensity(step),
})

const wantedLength = ({ lasting }: PrescribedStep): string => {
  if (lasting.kind === 'distance') return `${whole(lasting.distance * 100)} cm`
  if (lasting.kind === 'time') return `${whole(lasting.duration * 1000)} ms`
  return lasting.kind === 'reps' ? `${lasting.reps} reps` : 'open'
}

const wantedAim = ({ aim }: PrescribedStep): string => {
  if (!aim) return 'none'
  if (aim.kind === 'heart rate') {
    const ends = [aim.heartRate.low ?? 40, aim.heartRate.high ?? 220].map(whole).toSorted((a, b) => a - b)
    return `${ends.join('-')} bpm`
  }
  const { low, high } = aim.speed
  const ends = low === high ? [low * 0.99, high * 1.01] : [low, high]
  return `${ends.map((speed) => whole(speed * 1000)).join('-')} mm/s`
}

const wantedIntensity = ({ role, mode, beside }: PrescribedStep): string => {
  if (beside) return 'active'
  if (role === 'warmup' || role === 'cooldown') return role
  if (role === 'rest') return 'rest'
  if (role === 'recovery' || role === 'float') return mode === 'stand' ? 'rest' : 'recovery'
  return 'active'
}

/** A workout file as the vendor's own decoder reads it. */
export interface VendorReading {
  readonly integrity: boolean
  readonly errors: readonly unknown[]
  readonly fileId: { readonly [field: string]: unknown }
  readonly workout: { readonly [field: string]: unknown }
  readonly steps: readonly { readonly [field: string]: unknown }[]
}

const record = (value: unknown): { readonly [field: string]: unknown } =>
  typeof value === 'object' && value !== null ? { ...value } : {}
const list = (value: unknown): readonly { readonly [field: string]: unknown }[] =>
  Array.isArray(value) ? value.map(record) : []

export const vendorRead = (bytes: Uint8Array): VendorReading => {
  const decoder = new Decoder(Stream.fromByteArray([...bytes]))
  const integrity = decoder.isFIT() && decoder.checkIntegrity()
  const { messages, errors } = decoder.read()
  const all = record(messages)
  return {
    integrity,
    errors,
    fileId: list(all['fileIdMesgs'])[0] ?? {},
    workout: list(all['workoutMesgs'])[0] ?? {},
    steps: list(all['workoutStepMesgs']),
  }
}

type VendorStep = VendorReading['steps'][number]

const figure = (value: unknown): number => (typeof value === 'number' ? value : NaN)

const vendorRepeat = (step: VendorStep) =>
  step['durationType'] === 'repeatUntilStepsCmplt'
    ? {
        from: figure(step['durationStep'] ?? step['durationValue']),
        times: figure(step['repeatSteps'] ?? step['targetValue']),
      }
    : undefined

/** The bouts of a file in the order they are run, by the vendor's decoder and its own units. */
export const asVendorReads = (bytes: Uint8Array): readonly RunStep[] => {
  const { steps } = vendorRead(bytes)
  const ordered = steps.toSorted((one, other) => figure(one['messageIndex']) - figure(other['messageIndex']))
  return run(ordered, vendorRepeat).map((step) => ({
    lasts: vendorLength(step),
    aims: vendorAim(step),
    intensity: String(step['intensity']),
  }))
}

const vendorLength = (step: VendorStep): string => {
  switch (step['durationType']) {
    case 'time':
      return `${whole(figure(step['durationTime']) * 1000)} ms`
    case 'distance':
      return `${whole(figure(step['durationDistance']) * 100)} cm`
    case 'reps':
      return `${figure(step['durationReps'])} reps`
    default:
      return String(step['durationType'])
  }
}

const vendorAim = (step: VendorStep): string => {
  if (step['targetType'] === 'open') return 'none'
  if (step['targetType'] === 'speed') {
    const ends = [step['customTargetSpeedLow'], step['customTargetSpeedHigh']].map((end) => whole(figure(end) * 1000))
    return `${ends.join('-')} mm/s`
  }
  if (step['targetType'] !== 'heartRate') return String(step['targetType'])
  // The profile keeps beats apart from per cents by a hundred (workout_hr), and the decoder leaves them so.
  const ends = [step['customTargetValueLow'], step['customTargetValueHigh']].map((end) => figure(end) - 100)
  return `${ends.join('-')} bpm`
}

/** The bouts of a file in the order they are run, by our own reader. */
export const asWeRead = (bytes: Uint8Array): readonly RunStep[] => {
  const file = parseFit(bytes)
  if (!file.ok) throw new Error(file.fault.message)
  if (file.value.problems.length > 0) throw new Error(file.value.problems.map(({ message }) => message).join())
  return run(file.value.workout?.steps ?? [], ourRepeat).flatMap((step) =>
    step.kind === 'step' ? [ourStep(step)] : [],
  )
}

const ourRepeat = (step: PlannedStep) =>
  step.kind === 'repeat' && step.until.kind === 'times' ? { from: step.from, times: step.until.times } : undefined

const ourStep = (step: PlannedBout): RunStep => ({
  lasts: ourLength(step),
  aims: ourAim(step),
  intensity: step.intensity ?? 'none',
})

const ourLength = ({ duration }: PlannedBout): string => {
  if (duration.kind === 'distance') return `${whole(duration.distance * 100)} cm`
  if (duration.kind === 'time') return `${whole(duration.time * 1000)} ms`
  return duration.kind === 'other' && duration.type === 29 ? `${duration.value} reps` : duration.kind
}

const ourAim = ({ target }: PlannedBout): string => {
  if (target.kind === 'speed') return `${whole(target.low * 1000)}-${whole(target.high * 1000)} mm/s`
  if (target.kind === 'heart rate') return `${target.low}-${target.high} bpm`
  return target.kind
}
