// Damaged files by the hundred thousand, in a worker with a memory cap:
//   node bench/fuzz-fit.ts [mutants = 200000] [seed = 1]            FIT
//   node bench/fuzz-fit.ts [mutants] [seed] others                  TCX, GPX, CSV, JSON, gzip and ZIP
// A fault is named by seed and number; FUZZ_SEED=seed repeats it in packages/formats/src/fit/fuzz.test.ts, or in
// tests/recordings/fuzz.test.ts. What can be read of a share of them is reviewed as well.
// Memory is that of the worker alone: its heap and the bytes and columns outside of it, each at its highest.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { reviewActivity } from '../packages/core/src/review/review.ts'
import * as fit from '../packages/formats/src/fit/mutants.arbitrary.ts'
import { readRecording } from '../packages/formats/src/recording.ts'
import * as others from '../tests/recordings/mutants.ts'

const HEAP_MB = 256
const HANG_SECONDS = 2
const REAL = new URL('../../shared/data/files/', import.meta.url)
/** Larger recordings take long to copy and hold nothing that smaller ones do not. */
const LARGEST_BYTES = 160_000
/** One in so many is reviewed. */
const REVIEWED = 40

interface Job {
  readonly mutants: number
  readonly seed: number
  readonly kind: 'fit' | 'others'
}
interface Progress {
  readonly mutant: number
  readonly codes: ReadonlyMap<string, number>
  readonly faults: readonly string[]
  readonly slowest: number
  readonly bytes: number
  readonly seconds: number
  readonly reviewed: number
}

const realFiles = (): readonly Uint8Array[] =>
  existsSync(REAL)
    ? readdirSync(REAL)
        .filter((name) => name.endsWith('.fit'))
        .map((name) => new Uint8Array(readFileSync(new URL(name, REAL))))
        .filter(({ length }) => length <= LARGEST_BYTES)
    : []

const isJob = (data: unknown): data is Job => typeof data === 'object' && data !== null && 'mutants' in data

/** Why a review of what was read broke; undefined where it did not, or nothing was read. */
const reviewFault = (bytes: Uint8Array): string | undefined => {
  const reading = readRecording(bytes)
  if (!reading.ok || !reading.value.activity) return undefined
  try {
    reviewActivity(reading.value.activity)
    return undefined
  } catch (error) {
    return `its review threw ${String(error)}`
  }
}

const examined = (bytes: Uint8Array, kind: Job['kind'], dice: fit.Dice) =>
  kind === 'fit' ? fit.examine(bytes, dice(2) === 0) : others.examine(bytes)

const fuzz = ({ mutants, seed, kind }: Job, tell: (progress: Progress) => void): void => {
  const files = kind === 'fit' ? [...fit.soundFiles(seed), ...realFiles()] : others.soundFiles(seed)
  const dice = fit.diceOf(seed)
  const codes = new Map<string, number>()
  const faults: string[] = []
  let [slowest, bytes, seconds, reviewed] = [0, 0, 0, 0]
  for (let mutant = 0; mutant < mutants; mutant++) {
    const file = kind === 'fit' ? fit.mutantOf(files, dice) : others.mutantOf(files, dice)
    const found = examined(file, kind, dice)
    codes.set(found.code, (codes.get(found.code) ?? 0) + 1)
    const fault = found.fault ?? (mutant % REVIEWED === 0 ? reviewFault(file) : undefined)
    if (mutant % REVIEWED === 0) reviewed++
    if (fault !== undefined) faults.push(`mutant ${mutant} of seed ${seed}: ${fault}`)
    slowest = Math.max(slowest, found.seconds)
    bytes += file.length
    seconds += found.seconds
    if (mutant % 500 === 499 || mutant === mutants - 1)
      tell({ mutant: mutant + 1, codes, faults, slowest, bytes, seconds, reviewed })
  }
}

interface Memory {
  heap: number
  outside: number
  both: number
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

const report = (job: Job, progress: Progress, { heap, outside, both }: Memory): void => {
  const { mutant, codes, faults, slowest, bytes, seconds, reviewed } = progress
  console.log(
    `${mutant} of ${job.mutants} mutants (${job.kind}), seed ${job.seed}, ${megabytes(bytes)} in ${seconds.toFixed(1)} s of reading, ${reviewed} reviewed`,
  )
  const sorted = [...codes].sort(([, one], [, other]) => other - one)
  for (const [code, count] of sorted) console.log(`  ${String(count).padStart(7)} ${code}`)
  console.log(
    `slowest ${(slowest * 1000).toFixed(1)} ms; most memory of the worker ${megabytes(both)}: heap ${megabytes(heap)}, bytes and columns ${megabytes(outside)}`,
  )
  console.log(faults.length === 0 ? 'no faults' : `${faults.length} faults:\n${faults.slice(0, 20).join('\n')}`)
}

const watch = (job: Job): void => {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  let last: Progress | undefined
  let heard = performance.now()
  const most: Memory = { heap: 0, outside: 0, both: 0 }
  const look = async (): Promise<void> => {
    const { total_heap_size: heap, external_memory: outside } = await worker.getHeapStatistics()
    most.heap = Math.max(most.heap, heap)
    most.outside = Math.max(most.outside, outside)
    most.both = Math.max(most.both, heap + outside)
  }
  const timer = setInterval(() => {
    // A worker that has just left has no memory any more.
    void look().catch(() => undefined)
    // Five hundred mutants take well under a second; a hang of one is a silence of all.
    if (last && performance.now() - heard > 1000 * (HANG_SECONDS + 60)) {
      console.log(`hang after mutant ${last.mutant} of seed ${job.seed}`)
      process.exit(1)
    }
  }, 20)
  worker.on('message', (progress: Progress) => {
    last = progress
    heard = performance.now()
  })
  worker.on('error', (error) => console.log(`the worker died after mutant ${last?.mutant ?? 0}: ${String(error)}`))
  worker.on('exit', (code) => {
    clearInterval(timer)
    if (last) report(job, last, most)
    const isKept = last !== undefined && last.slowest <= HANG_SECONDS && most.both <= HEAP_MB * 2 ** 20
    process.exitCode = code === 0 && isKept && last?.mutant === job.mutants && last.faults.length === 0 ? 0 : 1
  })
}

const [mutants = '200000', seed = '1', kind = 'fit'] = process.argv.slice(2)
if (isMainThread) watch({ mutants: Number(mutants), seed: Number(seed), kind: kind === 'others' ? kind : 'fit' })
else if (isJob(workerData)) fuzz(workerData, (progress) => parentPort?.postMessage(progress, []))
