import fc from 'fast-check'

/** Longer runs where somebody asks for them. */
const LONG = process.env['BELL_LAP_LONG'] === '1'

/** Runs and seed of a property, told so that a failure can be run again: BELL_LAP_SEED=... */
export const runs = (name: string, few: number, many: number): { readonly numRuns: number; readonly seed: number } => {
  const seed = fc.readConfigureGlobal()?.seed ?? 0
  const numRuns = LONG ? many : few
  console.info(`${name}: ${numRuns} runs, BELL_LAP_SEED=${seed}`)
  return { numRuns, seed }
}
