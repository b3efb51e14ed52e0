import type { Timeline } from '../activity/timeline.ts'
import { fastScoreOf, scoreOf, type Emission } from './emission.ts'
import type { LapSpan } from './lap-span.ts'
import type { PlannedRecovery, PlannedRep } from './planned-rep.ts'

/** A stretch of the recording taken for a repetition. */
export interface Stretch {
  /** Index among the planned repetitions. */
  readonly rep: number
  readonly start: number
  readonly end: number
  /** The lap that it is, where the button was pressed at both ends. */
  readonly lap?: LapSpan
}

/** What an alignment looks at. */
export interface Evidence {
  readonly timeline: Timeline
  readonly reps: readonly PlannedRep[]
  /** By group of the repetitions. */
  readonly emissions: ReadonlyMap<number, Emission>
  readonly points: Float64Array
  readonly laps: readonly LapSpan[]
}

/** Share of a bad length or time that is borne without a word, and seconds of it that a thumb or a watch may be off. */
const LENGTH_TOLERANCE = 0.02
const TIME_TOLERANCE = 3
/** Price of a length that is off by one tolerance, and its cap as a share of the repetition, in seconds of evidence. */
const LENGTH_PRICE = 5
const LENGTH_CAP = 0.6
/** A repetition has to be worth this much, in seconds of evidence, or it was not run. */
const LEAST_WORTH = 3
/** Mean score below which a stretch holds a recovery, and is no repetition. */
const LEAST_MEAN = 0.3
/** Fast running that no repetition covers speaks against an alignment, but less than slow running in a repetition. */
const SPARED = 0.4
/** What a recovery of the planned length is worth: seconds, and share of it; none where it is off by this much (log). */
const RECOVERY_WORTH = 5
const RECOVERY_SHARE = 0.05
const RECOVERY_OFF = 0.2
/** What a lap that begins and ends where the repetition does is worth: seconds, and share of the repetition. */
const LAP_WORTH = 8
const LAP_SHARE = 0.2
/** More, in seconds, where the watch followed a workout and the lap is one of its steps. */
const STEP_WORTH = 4
/** Price of a planned recovery that was not taken at all, in seconds of evidence. */
const NO_RECOVERY = 15
/** How much shorter or longer than planned a repetition may be to be looked at. */
const SHORTEST_SHARE = 0.25
const LONGEST_SHARE = 1.5
/** Longest bout that is looked at where the plan leaves its length open, in seconds. */
const LONGEST_OPEN = 3600

/** Price of a length other than the planned one, in seconds of evidence; 0 where the plan leaves it open. */
export const lengthPrice = (rep: PlannedRep, distance: number, duration: number): number => {
  if (rep.distance === undefined && rep.duration === undefined) return 0
  const ratio = rep.distance === undefined ? duration / (rep.duration ?? 1) : distance / rep.distance
  const expected = rep.duration ?? duration
  const tolerance = Math.hypot(LENGTH_TOLERANCE, TIME_TOLERANCE / Math.max(expected, 5))
  return Math.min(LENGTH_CAP * expected, LENGTH_PRICE * (Math.log(Math.max(ratio, 0.01)) / tolerance) ** 2)
}

export const distanceBetween = ({ covered, count }: Timeline, start: number, end: number): number =>
  distanceAt(covered, count, end) - distanceAt(covered, count, start)

const distanceAt = (covered: Float64Array, count: number, moment: number): number => {
  const place = Math.min(count - 1, Math.max(0, moment))
  const whole = Math.floor(place)
  const low = covered[whole] ?? 0
  return low + ((covered[whole + 1] ?? low) - low) * (place - whole)
}

const NOWHERE = -1e9

/** Best ways to be at each change point: between repetitions, or at the end of one. */
interface Table {
  readonly gap: Float64Array
  readonly gapFrom: Int32Array
  readonly done: Float64Array
  readonly doneFrom: Int32Array
  /** Ready to start the next repetition, and the end of the one before where its recovery is as planned. */
  readonly ready: Float64Array
  readonly readyFrom: Int32Array
}

const tableOf = (size: number): Table => ({
  gap: new Float64Array(size).fill(NOWHERE),
  gapFrom: new Int32Array(size).fill(-1),
  done: new Float64Array(size).fill(NOWHERE),
  doneFrom: new Int32Array(size).fill(-1),
  ready: new Float64Array(size).fill(NOWHERE),
  readyFrom: new Int32Array(size).fill(-1),
})

/** How a gap state was reached: from the point before, from the end of a repetition, or with the repetition left out. */
const FROM_DONE = -2
const FROM_SKIP = -3

/**
 * The likeliest place of each planned repetition in the recording, in order, by dynamic programming over the change
 * points: repetitions may be left out, cut or long; what lies between is recovery, what lies around is not looked at.
 * Work grows with planned repetitions times change points, of which a recording has a few a minute.
 */
export const align = (evidence: Evidence): readonly Stretch[] => {
  const { reps, points, laps } = evidence
  const tables = Array.from({ length: reps.length + 1 }, () => tableOf(points.length))
  const lapAt = new Map(laps.map((lap) => [lap.start, lap]))
  for (let index = 0; index <= reps.length; index++) {
    fillGap(evidence, tables, index)
    fillReady(evidence, tables, index)
    if (index < reps.length) fillRep(evidence, tables, { index, lapAt })
  }
  return traceBack(evidence, tables, lapAt)
}

const emissionAt = ({ reps, emissions }: Evidence, index: number): Emission | undefined =>
  emissions.get(reps[index]?.group ?? -1)

/** State `index`: so many repetitions are behind, and the runner is between two of them or outside all. */
const fillGap = (evidence: Evidence, tables: readonly Table[], index: number): void => {
  const table = tables[index]
  const before = tables[index - 1]
  if (!table) return
  const { points, reps } = evidence
  const emission = emissionAt(evidence, Math.min(index, reps.length - 1))
  for (let point = 0; point < points.length; point++) {
    const walked =
      point === 0 || !emission
        ? NOWHERE
        : (table.gap[point - 1] ?? NOWHERE) + gapScore(emission, points[point - 1] ?? 0, points[point] ?? 0)
    let [best, from] = [walked, point - 1]
    if (index === 0 && point === 0) [best, from] = [0, -1]
    const [done, skipped] = [before?.done[point] ?? NOWHERE, before?.gap[point] ?? NOWHERE]
    if (done > best) [best, from] = [done, FROM_DONE]
    if (skipped > best) [best, from] = [skipped, FROM_SKIP]
    table.gap[point] = best
    table.gapFrom[point] = from
  }
}

/** A recovery of the planned length speaks for the repetitions on both its sides. */
const fillReady = (evidence: Evidence, tables: readonly Table[], index: number): void => {
  const [table, before] = [tables[index], tables[index - 1]]
  if (!table) return
  table.ready.set(table.gap)
  const recovery = evidence.reps[index - 1]?.recovery
  const emission = emissionAt(evidence, Math.min(index, evidence.reps.length - 1))
  if (!before || !recovery || !emission || index === evidence.reps.length) return
  table.gapFrom.forEach((from, point) => {
    if (from === FROM_DONE) table.ready[point] = (table.ready[point] ?? NOWHERE) - NO_RECOVERY
  })
  const { points } = evidence
  for (let from = 0; from < points.length; from++) {
    const done = before.done[from] ?? NOWHERE
    if (done <= NOWHERE / 2) continue
    for (let to = from + 1; to < points.length; to++) {
      const worth = recoveryWorth(evidence, recovery, points[from] ?? 0, points[to] ?? 0)
      if (worth === undefined) break
      const score = worth > 0 ? done + gapScore(emission, points[from] ?? 0, points[to] ?? 0) + worth : NOWHERE
      if (score <= (table.ready[to] ?? NOWHERE)) continue
      table.ready[to] = score
      table.readyFrom[to] = from
    }
  }
}

/** Longest recovery that is looked at, in seconds. */
const LONGEST_RECOVERY = 900

/** What the length of a recovery says, in seconds of evidence; undefined once it is longer than planned by too much. */
const recoveryWorth = (
  { timeline }: Evidence,
  { distance, duration }: PlannedRecovery,
  start: number,
  end: number,
): number | undefined => {
  if ((distance === undefined && duration === undefined) || end - start > LONGEST_RECOVERY) return undefined
  const [run, planned] =
    duration === undefined ? [distanceBetween(timeline, start, end), distance ?? 1] : [end - start, duration]
  const off = Math.log(Math.max(run, 1) / Math.max(planned, 1)) / RECOVERY_OFF
  if (off >= 1) return undefined
  const worth = RECOVERY_WORTH + RECOVERY_SHARE * (end - start)
  return off <= -1 ? 0 : worth * (1 - off * off)
}

/** Slow seconds speak for a gap, fast ones against it, a share of that spared. */
const gapScore = (emission: Emission, start: number, end: number): number =>
  SPARED * fastScoreOf(emission, start, end) - scoreOf(emission, start, end)

interface At {
  readonly index: number
  readonly lapAt: ReadonlyMap<number, LapSpan>
}

const fillRep = (evidence: Evidence, tables: readonly Table[], { index, lapAt }: At): void => {
  const [table, rep, emission] = [tables[index], evidence.reps[index], emissionAt(evidence, index)]
  if (!table || !rep || !emission) return
  const { points, timeline } = evidence
  const expected = rep.duration ?? (rep.distance === undefined ? rep.expected : rep.distance / emission.level.work)
  const longest =
    rep.distance === undefined && rep.duration === undefined ? LONGEST_OPEN : expected * LONGEST_SHARE + 10
  for (let start = 0; start < points.length; start++) {
    const here = points[start] ?? 0
    const before = table.ready[start] ?? NOWHERE
    if (before <= NOWHERE / 2) continue
    const lap = lapAt.get(here)
    for (let end = start + 1; end < points.length; end++) {
      const there = points[end] ?? 0
      if (there - here > longest) break
      if (there - here < expected * SHORTEST_SHARE) continue
      const isLap = lap !== undefined && Math.abs(lap.end - there) < 0.01
      const distance = (isLap && lap.distance) || distanceBetween(timeline, here, there)
      const worth = scoreOf(emission, here, there)
      if (worth < LEAST_MEAN * (there - here)) continue
      const bonus = isLap ? lapWorth(lap, Math.min(expected, there - here)) : 0
      const score = before + worth - lengthPrice(rep, distance, there - here) - LEAST_WORTH + bonus
      if (score > (table.done[end] ?? NOWHERE)) {
        table.done[end] = score
        table.doneFrom[end] = start
      }
    }
  }
}

const lapWorth = ({ lap }: LapSpan, length: number): number =>
  LAP_WORTH + LAP_SHARE * length + (lap.step === undefined ? 0 : STEP_WORTH)

const traceBack = (
  { reps, points }: Evidence,
  tables: readonly Table[],
  lapAt: ReadonlyMap<number, LapSpan>,
): readonly Stretch[] => {
  const stretches: Stretch[] = []
  let [index, point] = [reps.length, points.length - 1]
  for (;;) {
    const from = tables[index]?.gapFrom[point] ?? -1
    if (from === FROM_SKIP) index--
    else if (from >= 0) point = from
    else if (from !== FROM_DONE) return stretches.toReversed()
    // A recovery of the planned length leads straight to the end of the repetition before it.
    for (let done = from === FROM_DONE; done;) {
      index--
      const first = tables[index]?.doneFrom[point] ?? 0
      stretches.push(stretchOf(index, points[first] ?? 0, points[point] ?? 0, lapAt))
      const earlier = tables[index]?.readyFrom[first] ?? -1
      done = earlier >= 0
      point = done ? earlier : first
    }
  }
}

const stretchOf = (rep: number, start: number, end: number, lapAt: ReadonlyMap<number, LapSpan>): Stretch => {
  const lap = lapAt.get(start)
  return { rep, start, end, ...(lap && Math.abs(lap.end - end) < 0.01 ? { lap } : {}) }
}
