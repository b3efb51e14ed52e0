import { expect, test } from 'vitest'
import { FITTED, fitParameters } from './fit-parameters.ts'
import { hasShared, sharedSessions } from './shared-sessions.ts'
import { f1Of, trialOf } from './simulate.ts'

const SEED = 7919
const COUNT = process.env['BELL_LAP_LONG'] ? 500 : 80

test(`${COUNT} simulated recordings: repetitions found with F1 of at least 0.97`, () => {
  const parameters = hasShared ? fitParameters(sharedSessions()) : FITTED
  process.stdout.write(`simulator: seed ${SEED}, ${JSON.stringify(parameters)}\n`)
  const trials = Array.from({ length: COUNT }, (_, index) => trialOf(SEED * (index + 1), parameters))
  const f1 = f1Of(trials)
  process.stdout.write(
    `F1 ${f1.toFixed(4)} over ${trials.reduce((sum, { truths }) => sum + truths.length, 0)} repetitions\n`,
  )
  expect(f1).toBeGreaterThanOrEqual(0.97)
}, 300_000)
