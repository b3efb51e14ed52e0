// Damaged FIT files by the hundred thousand, in a worker with a memory cap:
//   node bench/fuzz-fit.ts [mutants = 200000] [seed = 1]
// A fault is named by seed and number; FUZZ_SEED=seed repeats it in packages/formats/src/fit/fuzz.test.ts.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { diceOf, examine, mutantOf, soundFiles } from '../packages/formats/src/fit/mutants.arbitrary.ts'

const HEAP_MB = 256
const HANG_SECONDS = 2
const REAL = new URL('../../shared/data/files/', import.meta.url)
/** Larger recordings take long to copy and hold nothing that smaller ones do not. */
const LARGEST_BYTES = 160_000

interface Job {
  readonly mutants: number
  readonly seed: number
}
interface Progress {
  readonly mutant: number
  readonly codes: ReadonlyMap<string, number>
  readonly faults: readonly string[]
  readonly slowest: number
  readonly bytes: number
  readonly seconds: number
}

const realFiles = (): readonly Uint8Array[] =>
  existsSync(REAL)
    ? readdirSync(REAL)
        .filter((name) => name.endsWith('.fit'))
        .map((name) => new Uint8Array(readFileSync(new URL(name, REAL))))
        .filter(({ length }) => length <= LARGEST_BYTES)
    : []

const isJob = (data: unknown): data is Job => typeof data === 'object' && data !== null && 'mutants' in data

const fuzz = ({ mutants, seed }: Job, tell: (progress: Progress) => void): void => {
  const files = [...soundFiles(seed), ...realFiles()]
  const dice = diceOf(seed)
  const codes = new Map<string, number>()
  const faults: string[] = []
  let [slowest, bytes, seconds] = [0, 0, 0]
  for (let mutant = 0; mutant < mutants; mutant++) {
    const file = mutantOf(files, dice)
    const found = examine(file, dice(2) === 0)
    codes.set(found.code, (codes.get(found.code) ?? 0) + 1)
    if (found.fault !== undefined) faults.push(`mutant ${mutant} of seed ${seed}: ${found.fault}`)
    slowest = Math.max(slowest, found.seconds)
    bytes += file.length
    seconds += found.seconds
    if (mutant % 500 === 499 || mutant === mutants - 1)
      tell({ mutant: mutant + 1, codes, faults, slowest, bytes, seconds })
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

const report = (job: Job, { mutant, codes, faults, slowest, bytes, seconds }: Progress, peak: number): void => {
  console.log(
    `${mutant} of ${job.mutants} mutants, seed ${job.seed}, ${megabytes(bytes)} in ${seconds.toFixed(1)} s of reading`,
  )
  const sorted = [...codes].sort(([, one], [, other]) => other - one)
  for (const [code, count] of sorted) console.log(`  ${String(count).padStart(7)} ${code}`)
  console.log(`slowest ${(slowest * 1000).toFixed(1)} ms, most memory of the whole process ${megabytes(peak)}`)
  console.log(faults.length === 0 ? 'no faults' : `${faults.length} faults:\n${faults.slice(0, 20).join('\n')}`)
}

const watch = (job: Job): void => {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  let last: Progress | undefined
  let [heard, peak] = [performance.now(), 0]
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
    // Five hundred mutants take well under a second; a hang of one is a silence of all.
    if (last && performance.now() - heard > 1000 * (HANG_SECONDS + 10)) {
      console.log(`hang after mutant ${last.mutant} of seed ${job.seed}`)
      process.exit(1)
    }
  }, 50)
  worker.on('message', (progress: Progress) => {
    last = progress
    heard = performance.now()
  })
  worker.on('error', (error) => console.log(`the worker died after mutant ${last?.mutant ?? 0}: ${String(error)}`))
  worker.on('exit', (code) => {
    clearInterval(timer)
    if (last) report(job, last, peak)
    process.exitCode = code === 0 && last?.mutant === job.mutants && last.faults.length === 0 ? 0 : 1
  })
}

const [mutants = '200000', seed = '1'] = process.argv.slice(2)
if (isMainThread) watch({ mutants: Number(mutants), seed: Number(seed) })
else if (isJob(workerData)) fuzz(workerData, (progress) => parentPort?.postMessage(progress, []))
