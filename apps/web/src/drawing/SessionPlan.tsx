import type { SessionView } from '@bell-lap/server'
import { stepsIn, type Measure } from './bars.ts'
import { Blocks } from './Blocks.tsx'
import { Exercises } from './Exercises.tsx'
import { gather } from './gather.ts'

/** What is to be done: blocks for what is run, a table for what is lifted. */
export const SessionPlan = ({ view, by = 'time' }: { readonly view: SessionView; readonly by?: Measure }) => {
  const steps = stepsIn(gather(view.parts))
  if (steps.length === 0) return null
  const lifted = steps.some((step) => step.exercise !== null)
  return lifted ? <Exercises steps={steps} /> : <Blocks parts={gather(view.parts)} by={by} />
}
