import {
  clockText,
  distanceText,
  paceText,
  timeOver,
  type Aim,
  type Distance,
  type Lasting,
  type LongUnit,
  type PaceUnit,
  type PrescribedStep,
  type Range,
  type Speed,
} from '@bell-lap/core'

/** What a total leaves over. */
type Left = NonNullable<Extract<Lasting, { kind: 'open' }>['left']>

/** Bouts up to this long are told for a lap of the track as well. */
const LONGEST_LAP_WORK = 2000
/** A bout is worth a split of its own from here on. */
const SHORTEST_SPLIT = 100

/** Fast end first, as runners say it; one figure where both ends read the same. */
const rangeText = (speed: Range<Speed>, text: (speed: Speed) => string): string => {
  const [fast, slow] = [text(speed.high), text(speed.low)]
  return fast === slow ? fast : `${fast}-${slow}`
}

/** `3:58-4:02/km`; without its unit where `unit` is none of the long ones. */
const speedText = (speed: Range<Speed>, unit: PaceUnit): string =>
  `${rangeText(speed, (each) => paceText(each, unit).split('/')[0] ?? '')}/${unit}`

/** `95-97 s a lap`. */
const lapText = (speed: Range<Speed>): string => `${rangeText(speed, (each) => String(Math.round(400 / each)))} s a lap`

const heartRateText = ({ low, high }: Extract<Aim, { kind: 'heart rate' }>['heartRate']): string => {
  if (low === undefined) return `under ${Math.round(high ?? 0)} bpm`
  return high === undefined ? `over ${Math.round(low)} bpm` : `${Math.round(low)}-${Math.round(high)} bpm`
}

/** An aim in the athlete's own figures: `3:58-4:02/km`, `140-150 bpm`. */
export const aimText = (aim: Aim, unit: LongUnit): string => {
  if (aim.kind === 'heart rate') return heartRateText(aim.heartRate)
  const { progress, speed } = aim
  return progress ? `${speedText(progress.start, unit)} to ${speedText(progress.end, unit)}` : speedText(speed, unit)
}

/** The time of a repetition at its aim: `3:58-4:02`. */
export const splitText = (speed: Range<Speed>, distance: Distance): string =>
  rangeText(speed, (each) => clockText(timeOver(distance, each)))

/** Metres up to a lap's worth of work, the athlete's unit beyond. */
const lengthText = (distance: Distance, unit: LongUnit): string =>
  distance <= LONGEST_LAP_WORK ? distanceText(distance, 'm', 0) : distanceText(distance, unit, 1)

/** How long a bout lasts: `1000 m` as `1000m`, `20:00`, `8 reps`, `until recovered`. */
export const lastingText = (lasting: Lasting, unit: LongUnit): string => {
  switch (lasting.kind) {
    case 'distance':
      return lengthText(lasting.distance, unit)
    case 'time':
      return clockText(lasting.duration)
    case 'reps':
      return `${lasting.reps} reps`
    case 'open':
      return lasting.left ? leftText(lasting.left, unit) : lasting.because
    default:
      return lasting satisfies never
  }
}

/** What a total leaves over, for whoever runs it: `about 3.2mi before and after together`. */
export const leftText = ({ distance, duration, bouts }: Left, unit: LongUnit): string => {
  const about =
    distance !== null ? distanceText(distance, unit, 1) : duration === null ? undefined : clockText(duration)
  if (about === undefined) return 'the rest of the total'
  return bouts > 1 ? `about ${about}, before and after together` : `about ${about}`
}

/** The athlete's figures of one bout: `1000m @T: 4:05-4:12/km, 4:05-4:12, 98-101 s a lap`; undefined without any. */
export const paceLine = ({ text, aim, lasting }: PrescribedStep, unit: LongUnit): string | undefined => {
  if (aim === null) return undefined
  const figures = [aimText(aim, unit)]
  const distance = lasting.kind === 'distance' ? lasting.distance : undefined
  if (aim.kind === 'speed' && !aim.progress && distance !== undefined && isTrackWork(distance)) {
    figures.push(splitText(aim.speed, distance))
    if (distance !== 400 && distance > SHORTEST_SPLIT) figures.push(lapText(aim.speed))
  }
  return `${text}: ${figures.join(', ')}`
}

/** Whether a bout is told in metres and laps. */
export const isTrackWork = (distance: Distance): boolean => distance >= SHORTEST_SPLIT && distance <= LONGEST_LAP_WORK
