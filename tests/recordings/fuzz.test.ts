import { expect, test } from 'vitest'
import { diceOf, examine, mutantOf, soundFiles } from './mutants.ts'

/** A failure of a longer run is repeated here by its seed and number. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 1)
const MUTANTS = Number(process.env['FUZZ_MUTANTS'] ?? 3000)

test(`${MUTANTS} damaged TCX, GPX, CSV, JSON, gzip and ZIP files of seed ${SEED}: none throws, hangs or gives nonsense`, () => {
  const files = soundFiles(SEED)
  const dice = diceOf(SEED)
  const faults: string[] = []
  const codes = new Map<string, number>()
  let slowest = 0
  for (let mutant = 0; mutant < MUTANTS; mutant++) {
    const { code, fault, seconds } = examine(mutantOf(files, dice))
    codes.set(code, (codes.get(code) ?? 0) + 1)
    slowest = Math.max(slowest, seconds)
    if (fault !== undefined) faults.push(`mutant ${mutant} of seed ${SEED}: ${fault}`)
  }
  if (process.env['FUZZ_MUTANTS'] !== undefined) console.log(SEED, slowest, codes)
  expect(faults.slice(0, 20)).toEqual([])
  // The mutants reach deep: most are read in part, and they are refused for more than one reason.
  expect(codes.get('read with problems')).toBeGreaterThan(MUTANTS / 4)
  expect(codes.size).toBeGreaterThan(8)
}, 3_600_000)
