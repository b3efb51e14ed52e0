import type { Activity } from '../activity/activity.ts'
import type { Timeline } from '../activity/timeline.ts'
import { clockText, plainNumber } from '../units/text.ts'
import { seconds } from '../units/duration.ts'
import { distanceBetween } from './align.ts'
import type { RunRep } from './judge-rep.ts'
import type { ReviewedRecovery } from './reviewed.ts'
import type { Evenness } from './session-measures.ts'

const percent = (value: number): string => `${plainNumber(Math.abs(value), 1)} %`

/** `71.2` under two minutes, `4:38` above: as a stopwatch is read. */
export const splitText = (time: number): string => (time < 120 ? time.toFixed(1) : clockText(seconds(time)))

/** Fade above this is a fault: 3 % down to 5K pace, 5 % when faster (R21, R45, defaults). */
const FADE = 3
const FADE_WHEN_FAST = 5

const mostFade = ({ family }: Evenness): number =>
  family === 'mile' || family === '800' || family === 'sprint' ? FADE_WHEN_FAST : FADE

/** Mean of the first third of the repetitions was faster than the whole by this much, in per cent. */
const FAST_START = 1.5
/** Slope climbed a metre that explains a slower repetition, in metres a kilometre. */
const HILLY = 10
/** Degrees C from which heat slows a session down (Ely et al. 2007 see it from 15 on in races; a training day bears more). */
const HOT = 25

const climbOf = (timeline: Timeline, { start, end }: { start: number; end: number }): number => {
  const [from, to] = [timeline.altitude?.[Math.round(start)] ?? NaN, timeline.altitude?.[Math.round(end)] ?? NaN]
  return (1000 * (to - from)) / Math.max(1, distanceBetween(timeline, start, end))
}

const meanTemperature = ({ samples }: Activity): number => {
  let [sum, count] = [0, 0]
  for (const value of samples.temperature ?? []) {
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  return sum / count
}

/** What a fade is judged by beside the times. */
export interface Surroundings {
  readonly activity: Activity | null
  readonly timeline: Timeline | null
  readonly recoveries: readonly ReviewedRecovery[]
}

const timed = (rep: RunRep | undefined): { start: number; end: number } | undefined =>
  rep && 'start' in rep && 'end' in rep && typeof rep.start === 'number' && typeof rep.end === 'number'
    ? { start: rep.start, end: rep.end }
    : undefined

const isHilly = ({ timeline }: Surroundings, { reps }: Evenness): boolean => {
  const [first, last] = [timed(reps[0]), timed(reps.at(-1))]
  if (!timeline?.altitude || !first || !last) return false
  return climbOf(timeline, last) - climbOf(timeline, first) > HILLY
}

/** Why the repetitions became slower, as far as the recording can tell. */
const causesOf = (evenness: Evenness, surroundings: Surroundings): readonly string[] => {
  const { reps, mean } = evenness
  const [first] = reps
  const causes: string[] = []
  const early = first ? 100 * (1 - 1000 / first.speed / mean) : 0
  const over = first?.planned?.target ? 100 * (first.speed / first.planned.target.high - 1) : 0
  if (over > 1) causes.push(`the first was ${percent(over)} faster than its target: too fast early`)
  else if (early > FAST_START) causes.push(`the first was ${percent(early)} faster than the mean: too fast early`)
  const short = surroundings.recoveries.filter(({ verdict }) => verdict === 'short').length
  if (short > 0) causes.push(`${short} of ${surroundings.recoveries.length} recoveries were shorter than planned`)
  if (isHilly(surroundings, evenness)) causes.push('the last went uphill more than the first')
  const heat = surroundings.activity ? meanTemperature(surroundings.activity) : NaN
  if (heat >= HOT) causes.push(`the watch showed ${plainNumber(heat, 0)} °C`)
  return causes
}

/** Sentences on evenness and fade, with what it comes from and what to do (R21, R45). */
export const fadeReasons = (evenness: Evenness, surroundings: Surroundings): readonly string[] => {
  const { fade, cv, reps } = evenness
  const most = mostFade(evenness)
  const spread = `${reps.length} repetitions within ${percent(cv)} (CV)`
  if (fade > most) {
    const causes = causesOf(evenness, surroundings)
    const cause =
      causes.length > 0 ? causes.join('; ') : 'no cause shows in the recording: too fast, or too little recovery'
    return [
      `${spread}, but the last was ${percent(fade)} slower than the first (limit ${most} %): ${cause}. Next time start 1-2 s/400 m slower (R45).`,
    ]
  }
  if (fade < -2)
    return [`${spread}; the last was ${percent(fade)} faster than the first: there was more in the early ones.`]
  const change = Math.abs(fade) < 0.05 ? 'as fast as' : `${percent(fade)} ${fade > 0 ? 'slower' : 'faster'} than`
  return [
    `${spread}, the last ${change} the first: ${cv <= 1 ? 'very even' : cv <= 2 ? 'even' : cv <= 3 ? 'fairly even' : 'uneven'} (R21).`,
  ]
}
