// A season's worth of recordings imported at once: read, cleaned, measured and reviewed in workers, on two cores:
//   node bench/import.ts [runs = 1000] [first seed = 1]
// Runs of one hour, simulated (seed = first seed + number of the run), written as FIT by our own writer. Target: under 60 s.
import { bestOverDistance, bestOverTime } from '../packages/core/src/activity/best-efforts.ts'
import type { Activity } from '../packages/core/src/activity/activity.ts'
import { decouplingOfRun } from '../packages/core/src/activity/decoupling.ts'
import { flatSpeed } from '../packages/core/src/activity/flat-speed.ts'
import { timeInZones } from '../packages/core/src/activity/time-in-zones.ts'
import { timelineOf, type Timeline } from '../packages/core/src/activity/timeline.ts'
import { totalsOf } from '../packages/core/src/activity/totals.ts'
import { reviewActivity } from '../packages/core/src/review/review.ts'
import { metres } from '../packages/core/src/units/distance.ts'
import { seconds } from '../packages/core/src/units/duration.ts'
import { makeFitActivity } from '../packages/formats/src/fit/make.ts'
import { readWorkout } from '../packages/formats/src/plan-text/prose/read-workout.ts'
import { readRecording } from '../packages/formats/src/recording.ts'
import { openReader } from '../packages/logbook/src/reading/reader.ts'
import { hourRun } from '../tests/review/hour-run.ts'

const SECONDS_ALLOWED = 60
const WORKERS = 2
/** Runs whose stages are timed one by one before. */
const TIMED = 60

const [count = '1000', firstSeed = '1'] = process.argv.slice(2)
const [runs, seed] = [Number(count), Number(firstSeed)]

interface Made {
  readonly name: string
  readonly bytes: Uint8Array
  readonly text: string
}

const made: Made[] = []
for (let run = 0; run < runs; run++) {
  const { text, activity } = hourRun(seed + run)
  made.push({ name: `${seed + run}.fit`, bytes: makeFitActivity(activity), text })
}
const megabytes = made.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
process.stdout.write(
  `${runs} runs of one hour, seeds ${seed} to ${seed + runs - 1}, ${megabytes.toFixed(0)} MB of FIT, ${made[0]?.bytes.length} bytes the first\n`,
)

const DISTANCES = [400, 800, 1000, 1609.344, 3000, 5000, 10_000].map(metres)
const TIMES = [60, 300, 1200].map(seconds)
const ZONES = [120, 135, 150, 165, 175]

const measure = (timeline: Timeline): void => {
  for (const distance of DISTANCES) bestOverDistance(timeline, distance)
  for (const time of TIMES) bestOverTime(timeline, time)
  decouplingOfRun(timeline, flatSpeed(timeline))
  if (timeline.heartRate) timeInZones(timeline.heartRate, ZONES)
}

const activityIn = (bytes: Uint8Array): Activity => {
  const reading = readRecording(bytes)
  if (!reading.ok || !reading.value.activity) throw new Error('a run is not read')
  return reading.value.activity
}

const spent = { read: 0, clean: 0, measure: 0, review: 0 }
const timed = <Value>(stage: keyof typeof spent, work: () => Value): Value => {
  const start = performance.now()
  const value = work()
  spent[stage] += performance.now() - start
  return value
}

// Once without a watch, so that what is timed is not the compiler.
for (const times of [0, 1]) {
  for (const { bytes, text } of made.slice(0, TIMED)) {
    const activity = timed('read', () => activityIn(bytes))
    const timeline = timed('clean', () => timelineOf(activity))
    timed('measure', () => {
      totalsOf(activity, timeline)
      measure(timeline)
    })
    timed('review', () => reviewActivity(activity, { workout: readWorkout(text, {}).workout }))
  }
  if (times === 0) spent.read = spent.clean = spent.measure = spent.review = 0
}
const whole = Object.values(spent).reduce((sum, time) => sum + time, 0)
const each = Math.min(TIMED, made.length)
for (const [stage, time] of Object.entries(spent)) {
  process.stdout.write(
    `  ${stage.padEnd(8)} ${(time / each).toFixed(2).padStart(6)} ms a run, ${((100 * time) / whole).toFixed(0)} %\n`,
  )
}

const reader = openReader({ workers: WORKERS })
let [peak, reviewed, reps, next] = [0, 0, 0, 0]
const looks = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
}, 20)
const before = process.memoryUsage().rss
const start = performance.now()
const work = async (): Promise<void> => {
  for (let one = made[next++]; one; one = made[next++]) {
    const review = { workout: readWorkout(one.text, {}).workout }
    for await (const verdict of reader.verdicts(one, { review })) {
      if (verdict.kind !== 'recording' || !verdict.file.activity) throw new Error(`${one.name} is not read`)
      measure(timelineOf(verdict.file.activity))
      reviewed++
      reps += verdict.review?.reps.length ?? 0
    }
  }
}
await Promise.all(Array.from({ length: WORKERS }, work))
const took = (performance.now() - start) / 1000
clearInterval(looks)
await reader.close()

const kept = took * (1000 / runs) <= SECONDS_ALLOWED
process.stdout.write(
  `${reviewed} runs imported and reviewed (${reps} repetitions) by ${WORKERS} workers in ${took.toFixed(1)} s: ` +
    `${((1000 * took) / runs).toFixed(1)} ms a run (1,000 in at most ${SECONDS_ALLOWED} s: ${kept ? 'kept' : 'NOT KEPT'})\n` +
    `most memory of the process ${(peak / 1e6).toFixed(0)} MB, ${(before / 1e6).toFixed(0)} MB of it before the first was read (all files are held)\n`,
)
process.exitCode = kept && reviewed === runs ? 0 : 1
