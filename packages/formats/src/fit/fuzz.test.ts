import { expect, test } from 'vitest'
import { diceOf, examine, mutantOf, soundFiles } from './mutants.arbitrary.ts'

/** bench/fuzz-fit.ts runs 200,000 of them; a failure there is repeated here by its seed and number. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 1)
const MUTANTS = Number(process.env['FUZZ_MUTANTS'] ?? 3000)

test(`${MUTANTS} damaged files of seed ${SEED}: none throws, hangs, or is read as if it were sound`, () => {
  const files = soundFiles(SEED)
  const dice = diceOf(SEED)
  const faults: string[] = []
  const codes = new Map<string, number>()
  for (let mutant = 0; mutant < MUTANTS; mutant++) {
    const { code, fault } = examine(mutantOf(files, dice), dice(2) === 0)
    codes.set(code, (codes.get(code) ?? 0) + 1)
    if (fault !== undefined) faults.push(`mutant ${mutant} of seed ${SEED}: ${fault}`)
  }
  expect(faults).toEqual([])
  // The mutants reach deep: most are read in part, and they are refused for more than one reason.
  expect(codes.get('read')).toBeGreaterThan(MUTANTS / 3)
  expect(codes.size).toBeGreaterThan(3)
})
