// Time and memory of reading plans: valid days and hostile texts of each kind at 10 kB, 100 kB and 1 MB, one process each.
// Run: node bench/read.ts [seed]. A growth near 10 from one size to the next is linear time.
import { spawnSync } from 'node:child_process'
import { readPlan } from '../packages/formats/src/plan-text/read-plan.ts'

const SIZES = [10_000, 100_000, 1_000_000] as const
const seed = Number(process.argv[2] ?? 1)

/** Small, fast, repeatable: mulberry32 (Ettinger, 2017). */
const randomFrom = (start: number): (() => number) => {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Random = () => number
const pick = <Item>(random: Random, items: readonly [Item, ...Item[]]): Item =>
  items[Math.floor(random() * items.length)] ?? items[0]
const between = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low + 1))

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const PACES = ['5K pace', 'threshold pace', 'mile pace', '10K pace', 'current 3K pace'] as const

const session = (random: Random): string => {
  const miles = between(random, 3, 16)
  const reps = between(random, 3, 12)
  const metres = between(random, 2, 16) * 100
  return pick(random, [
    `${miles} miles easy run`,
    `${miles} miles with ${reps} x ${metres}m at ${pick(random, PACES)} (${between(random, 1, 4) * 100}m jog recovery)`,
    `${miles} miles easy with ${reps} x ${between(random, 8, 15) * 10}m strides`,
    `${between(random, 20, 90)} min easy or rest`,
    `2 miles, ${reps} x ${between(random, 1, 5)} min @ ${pick(random, PACES)} (${between(random, 30, 120)} s jog), 2 miles`,
    `${miles}.${between(random, 1, 9)} miles long, last ${between(random, 1, 4)} at marathon pace`,
  ])
}

const week = (random: Random, number: number): string =>
  `Week ${number}\n${DAYS.map((day) => `  • ${day}: ${session(random)}`).join('\n')}\nTotal: ${between(random, 30, 70)} miles\n\n`

const validDays = (random: Random, size: number): string => {
  const weeks: string[] = []
  for (let length = 0; length < size;) {
    const next = week(random, (weeks.length % 999) + 1)
    weeks.push(next)
    length += next.length
  }
  return weeks.join('').slice(0, size)
}

const tableOf = (random: Random, size: number): string => {
  const rows = ['| Week | Mon | Tue | Wed | Thu | Fri | Sat | Sun | Total |\n|---|---|---|---|---|---|---|---|---|\n']
  for (let length = 0; length < size;) {
    const row = `| ${(rows.length % 999) + 1} | ${DAYS.map(() => session(random)).join(' | ')} | ${between(random, 30, 70)} mi |\n`
    rows.push(row)
    length += row.length
  }
  return rows.join('').slice(0, size)
}

/** A plan around a text, so that the reader is past the question whether there is any. */
const planned = (text: string, size: number): string =>
  `Week 1\nMon: 5 miles\nTue: ${text.slice(0, size)}\nWed: 4 miles\n`
const filled = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)

const KINDS: { readonly [kind: string]: (random: Random, size: number) => string } = {
  'valid days': validDays,
  'valid table': tableOf,
  newlines: (_, size) => filled('\n', size),
  'newlines in a week': (_, size) => `Week 1\nMon: 5 miles${filled('\n', size)}`,
  'one huge line': (_, size) => filled('easy running is good ', size),
  'one huge day': (_, size) => planned(filled('8 x 400 m, ', size), size),
  digits: (_, size) => planned(filled('1234567890', size), size),
  bullets: (_, size) => filled('• \n', size),
  'bullets of words': (_, size) => `Week 1\nMon: 5 miles\n${filled('• a\n', size)}`,
  'week headings': (_, size) => `Mon: 5\n${filled('Week 7\n', size)}`,
  'week headings, counted': (_, size) => {
    let text = 'Week 0\nMon: 5 miles\n'
    for (let number = 1; text.length < size; number++) text += `Week ${number}\n`
    return text
  },
  'short days': (_, size) => filled('Mon 4\nTue 5\nWed 6\nThu 4\nFri 5\nSat 3\nSun 9\n', size),
  'same day': (_, size) => `Week 1\n${filled('Mon: 5\n', size)}`,
  'phase headings': (_, size) => `${filled('Base: Weeks 1-4\n', size)}Week 1\nMon: 5 miles\n`,
  'wide table': (_, size) => `| Wk |${filled(' Mon |', size)}\n| 1 |${filled(' 5 |', 1000)}\n`,
  'wide rows': (_, size) => `| Wk | Mon | Tue | Wed |\n| 1 |${filled(' 5 |', size)}\n`,
  tabs: (_, size) => `Week\tMon\tTue\tWed\n1${filled('\t', size)}5\n`,
  pipes: (_, size) => filled('|', size),
  'nested brackets': (_, size) => planned(filled('(', size), size),
  'bracket lines': (_, size) => filled('((((((((((((\n', size),
  'lone surrogates': (_, size) => planned(filled('\ud800', size), size),
  'surrogates in lines': (_, size) => filled('Mon: \udc00 5\n', size),
  'key entries': (_, size) => `KEY\n${filled('E = easy, jg = jog\n', size)}\nWeek 1\nMon: 5 miles\n`,
  totals: (_, size) => `Week 1\nMon: 5 miles\n${filled('Total: 30 miles\n', size)}`,
  'prose lines': (_, size) => filled('You run because it is good for you, and we like it.\n', size),
  'cell breaks': (_, size) => `| Wk | Mon | Tue | Wed |\n| 1 | ${filled('<br>', size)} | 5 | 6 |\n`,
  slots: (_, size) => planned(filled('AM 5 / PM ', size), size),
  'inline days': (_, size) => filled('Mon 5, Tue 6, ', size),
  'side by side': (_, size) => `Week 1          Week 2\n${filled('Mon  5          Mon  6\n', size)}`,
}

interface Figures {
  readonly ms: number
  /** Of the thread that reads: what the clock would show on a machine with nothing else to do. */
  readonly cpu: number
  readonly heap: number
  readonly unread: number
  readonly findings: number
}

const heap = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

const cpu = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** One reading in a process of its own: time of the first reading, and the most memory the process held. */
const measure = (kind: string, size: number): Figures => {
  const text = (KINDS[kind] ?? validDays)(randomFrom(seed), size)
  readPlan('Week 1\nMon: 5 miles easy\nTue: 6 x 400 m @ 5K pace (200 m jog)\n')
  const before = heap()
  const start = performance.now()
  const used = cpu()
  const reading = readPlan(text)
  const spent = cpu() - used
  const ms = performance.now() - start
  const { structured, notes, unread, characters } = reading.coverage
  if (structured + notes + unread !== characters || characters !== text.length)
    throw new Error(`${kind}: lost characters`)
  const added = process.memoryUsage().heapUsed - before
  return { ms, cpu: spent, heap: Math.max(added, 0) / 2 ** 20, unread, findings: reading.findings.length }
}

interface Run extends Figures {
  /** Most memory that the process held, in MB. */
  readonly rss: number
}

const NO_RUN: Run = { ms: Number.NaN, cpu: Number.NaN, heap: Number.NaN, rss: Number.NaN, unread: 0, findings: 0 }

const runOnce = (kind: string, size: number): Run => {
  const run = spawnSync(process.execPath, ['--expose-gc', import.meta.filename, String(seed)], {
    env: { ...process.env, BENCH_READ_KIND: kind, BENCH_READ_SIZE: String(size) },
    encoding: 'utf8',
    timeout: 120_000,
  })
  if (run.status !== 0) console.log(`${kind} at ${size}: ${run.stderr.slice(0, 400)}`)
  const [ms, cpuMs, heapMb, rss, unread, findings] = run.stdout.split(' ').map(Number)
  if (run.status !== 0 || ms === undefined || cpuMs === undefined || heapMb === undefined || rss === undefined)
    return NO_RUN
  return { ms, cpu: cpuMs, heap: heapMb, rss, unread: unread ?? 0, findings: findings ?? 0 }
}

const HEAD = ['x10', 'x10', 'clock', 'MB heap', 'MB RSS', 'unread', 'findings'] as const
const row = (name: string, sizes: readonly string[], rest: readonly string[]): string =>
  `${name.padEnd(24)}${sizes.map((cell) => cell.padStart(12)).join('')}${rest.map((cell) => cell.padStart(10)).join('')}`

const table = (only: string | undefined): void => {
  console.log(`seed ${seed}, one process each: CPU time of the first reading, its clock time at 1 MB,`)
  console.log('heap that it added, most memory that the process held\n')
  console.log(
    row(
      'kind',
      SIZES.map((size) => `${size / 1000} kB`),
      HEAD,
    ),
  )
  for (const kind of Object.keys(KINDS)) {
    if (only !== undefined && !kind.includes(only)) continue
    const runs = SIZES.map((size) => runOnce(kind, size))
    const [small = NO_RUN, middle = NO_RUN, large = NO_RUN] = runs
    const growth = [middle.cpu / small.cpu, large.cpu / middle.cpu].map((ratio) => ratio.toFixed(1))
    const { ms, heap: heapMb, rss, unread, findings } = large
    const rest = [...growth, `${ms.toFixed(0)} ms`, heapMb.toFixed(0), rss.toFixed(0), String(unread), String(findings)]
    console.log(
      row(
        kind,
        runs.map((run) => `${run.cpu.toFixed(1)} ms`),
        rest,
      ),
    )
  }
}

const kind = process.env['BENCH_READ_KIND']
if (kind === undefined) table(process.argv[3])
else {
  const { ms, cpu: spent, heap: added, unread, findings } = measure(kind, Number(process.env['BENCH_READ_SIZE']))
  const rss = process.resourceUsage().maxRSS / 1024
  console.log([ms, spent, added, rss, unread, findings].join(' '))
}
