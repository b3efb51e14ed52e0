import fc from 'fast-check'
import { activities, styles } from './activity.arbitrary.ts'
import { crc16 } from './crc.ts'
import { makeFitActivity } from './make.ts'
import { parseFit, type FitFile } from './parse.ts'
import type { Activity, ProblemCode } from './recorded.ts'
import { joined, run } from './small-files.arbitrary.ts'

// Damaged files by the thousand: what a bad cable, a full disk, a text-mode transfer and an attacker make of sound ones.

/** Numbers from 0 up to a bound that look random and are the same for the same seed (mulberry32, Tommy Ettinger 2017). */
export type Dice = (sides: number) => number
export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides)
  }
}

type Mutation = (bytes: Uint8Array, dice: Dice) => Uint8Array

const cut = (bytes: Uint8Array, from: number, to: number): Uint8Array => {
  const left = new Uint8Array(bytes.length - (to - from))
  left.set(bytes.subarray(0, from))
  left.set(bytes.subarray(to), from)
  return left
}

const inserted = (bytes: Uint8Array, at: number, more: Uint8Array): Uint8Array => {
  const longer = new Uint8Array(bytes.length + more.length)
  longer.set(bytes.subarray(0, at))
  longer.set(more, at)
  longer.set(bytes.subarray(at), at + more.length)
  return longer
}

const setByte = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  if (at < bytes.length) bytes[at] = value
  return bytes
}

/** Bytes that mean most: first and last of their ranges, header bytes, "not measured". */
const TELLING = [0x00, 0x01, 0x0f, 0x40, 0x4f, 0x60, 0x7f, 0x80, 0xff]

/** Where a definition stands, as far as its header byte tells. */
const someDefinition = (bytes: Uint8Array, dice: Dice): number => {
  const start = dice(bytes.length)
  for (let at = start; at < bytes.length; at++) if (((bytes[at] ?? 0) & 0xd0) === 0x40) return at
  return start
}

const MUTATIONS: readonly Mutation[] = [
  (bytes, dice) => {
    const at = dice(bytes.length)
    return setByte(bytes, at, (bytes[at] ?? 0) ^ (1 << dice(8)))
  },
  (bytes, dice) => setByte(bytes, dice(bytes.length), dice(256)),
  (bytes, dice) => setByte(bytes, dice(bytes.length), TELLING[dice(TELLING.length)] ?? 0),
  // Cut short.
  (bytes, dice) => bytes.slice(0, dice(bytes.length)),
  // A stretch lost, doubled, moved, filled with one byte.
  (bytes, dice) => {
    const from = dice(bytes.length)
    return cut(bytes, from, Math.min(bytes.length, from + 1 + dice(64)))
  },
  (bytes, dice) => {
    const from = dice(bytes.length)
    return inserted(bytes, dice(bytes.length), bytes.slice(from, from + 1 + dice(64)))
  },
  (bytes, dice) => {
    const from = dice(bytes.length)
    bytes.copyWithin(dice(bytes.length), from, from + 1 + dice(256))
    return bytes
  },
  (bytes, dice) => {
    const from = dice(bytes.length)
    return bytes.fill(TELLING[dice(TELLING.length)] ?? 0, from, from + 1 + dice(256))
  },
  // The sizes that the header and the definitions state.
  (bytes, dice) => setByte(bytes, 4 + dice(4), dice(256)),
  (bytes, dice) => setByte(bytes, 0, dice(32)),
  (bytes, dice) => setByte(bytes, someDefinition(bytes, dice) + 5, dice(256)),
  (bytes, dice) => setByte(bytes, someDefinition(bytes, dice) + 6 + dice(30), dice(256)),
  (bytes, dice) =>
    setByte(
      bytes,
      someDefinition(bytes, dice) + 3 + dice(2),
      [0, 18, 19, 20, 21, 26, 27, 34, 78, 132, 206][dice(11)] ?? 0,
    ),
  // Line ends that a transfer as text has changed.
  (bytes) =>
    Uint8Array.from([...bytes.subarray(0, 20_000)].filter((byte, index) => byte !== 13 || bytes[index + 1] !== 10)),
  // Another file behind it.
  (bytes) => inserted(bytes, bytes.length, bytes.slice()),
]

const repaired = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length < 16) return bytes
  const view = new DataView(bytes.buffer)
  view.setUint32(4, bytes.length - (bytes[0] ?? 0) - 2, true)
  view.setUint16(bytes.length - 2, crc16(bytes, 0, bytes.length - 2), true)
  return bytes
}

/** One to eight things done to one of the files; half of them get sizes and a checksum that are right again. */
export const mutantOf = (files: readonly Uint8Array[], dice: Dice): Uint8Array => {
  let bytes: Uint8Array = (files[dice(files.length)] ?? new Uint8Array()).slice()
  for (let left = 1 + dice(8); left > 0 && bytes.length > 0; left--) {
    const mutation = MUTATIONS[dice(MUTATIONS.length)]
    if (mutation) bytes = mutation(bytes, dice)
  }
  return dice(2) === 0 ? repaired(bytes) : bytes
}

/** Sound files to start from, the same for the same seed. */
export const soundFiles = (seed: number): readonly Uint8Array[] => {
  const made = fc
    .sample(fc.tuple(activities, styles), { seed, numRuns: 30 })
    .map(([activity, style]) => makeFitActivity(activity, style))
  return [run(100), joined(run(20), run(5)), ...made]
}

/** What damage to the bytes is called; all else is about the recording itself. */
const OF_BYTES: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'bad-header',
  'crc',
  'truncated',
  'lost-sync',
  'undefined-local-type',
  'bad-definition',
  'oversized-message',
  'trailing-bytes',
])

/** Whether every part of the file has the checksum that belongs to it. */
const hasChecksums = (bytes: Uint8Array): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  while (at + 12 <= bytes.length) {
    const end = at + view.getUint8(at) + view.getUint32(at + 4, true) + 2
    // A part without data has nothing to be wrong.
    if (view.getUint32(at + 4, true) > 0 && (end > bytes.length || crc16(bytes, at, end) !== 0)) return false
    at = Math.max(end, at + 12)
  }
  return true
}

const columnFault = ({ samples, beats }: Activity): string | undefined => {
  const columns = Object.values(samples).filter((entry) => entry instanceof Float64Array)
  const all = [...columns, ...samples.developer.map(({ values }) => values)]
  if (all.some((column) => column.length !== samples.count)) return 'columns of different lengths'
  if (all.some((column) => column.some((value) => value === Infinity || value === -Infinity)))
    return 'a value without bounds'
  if (all.some((column) => column.buffer.byteLength !== column.byteLength))
    return 'a column in memory that it does not need'
  return beats && (beats.interval.length !== beats.count || beats.time.length !== beats.count)
    ? 'beats of different lengths'
    : undefined
}

const fileFault = (file: FitFile, bytes: Uint8Array): string | undefined => {
  const named = file.problems.some(({ code }) => OF_BYTES.has(code))
  if (!named && !hasChecksums(bytes)) return 'damage that is not named'
  return file.activity ? columnFault(file.activity) : undefined
}

/** What became of one mutant. `fault` is what must never be: a throw, a hang, nonsense in the result. */
export interface Examined {
  readonly code: ProblemCode | 'read'
  readonly seconds: number
  readonly fault?: string
}

const LONGEST_SECONDS = 2

/** Reads a mutant and looks at what came of it. */
export const examine = (bytes: Uint8Array, beyondDamage: boolean): Examined => {
  const start = performance.now()
  try {
    const result = parseFit(bytes, { beyondDamage })
    const seconds = (performance.now() - start) / 1000
    const code = result.ok ? 'read' : result.fault.code
    const fault = result.ok
      ? fileFault(result.value, bytes)
      : result.fault.problems.length === 0
        ? 'refused without a problem'
        : undefined
    if (seconds > LONGEST_SECONDS) return { code, seconds, fault: `it took ${seconds} s` }
    return fault === undefined ? { code, seconds } : { code, seconds, fault }
  } catch (error) {
    return { code: 'read', seconds: (performance.now() - start) / 1000, fault: `it threw ${String(error)}` }
  }
}
