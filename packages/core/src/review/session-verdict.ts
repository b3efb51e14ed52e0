import type { PlannedRep } from './planned-rep.ts'
import type { RepVerdict, ReviewedRep, SessionVerdict } from './reviewed.ts'

/** Shares of the planned repetitions that have to be done, and to be on, for each verdict (convention). */
const DONE_AS_PLANNED = 0.95
const ON_AS_PLANNED = 0.7
const DONE_CLOSE = 0.7
/** Mean speed off the middle of the targets, as a share, up to which a session is close. */
const CLOSE_PACE = 0.05
const MOST_EXTRA = 0.25

const isDone = (verdict: RepVerdict): boolean => verdict === 'on' || verdict === 'fast' || verdict === 'slow'

export const isStride = ({ step }: PlannedRep): boolean => step.role === 'strides' || step.role === 'pickups'

const paceOff = (reps: readonly ReviewedRep[]): number => {
  const offs = reps.flatMap(({ planned, speed }) => {
    const target = planned?.target
    if (!target || speed === null) return []
    return [speed > target.high ? speed / target.high - 1 : speed < target.low ? 1 - speed / target.low : 0]
  })
  return offs.length > 0 ? offs.reduce((sum, off) => sum + off, 0) / offs.length : 0
}

/** By repetitions first: how many were done, and how many hit what was asked. */
export const verdictByReps = (reps: readonly ReviewedRep[], planned: readonly PlannedRep[]): SessionVerdict => {
  const done = reps.filter(({ verdict }) => isDone(verdict)).length
  const on = reps.filter(({ verdict }) => verdict === 'on').length
  const extra = reps.filter(({ verdict }) => verdict === 'extra').length
  if (done === 0) return reps.some(({ verdict }) => verdict === 'short' || verdict === 'extra') ? 'different' : 'missed'
  const few = extra <= MOST_EXTRA * planned.length
  // Without a target nobody said how fast: that the times differ is told, and is no departure from the plan. Strides are
  // run by feel, and are too short for a time that says more.
  const paced = planned.every((rep) => rep.target === null || isStride(rep)) || on >= ON_AS_PLANNED * done
  if (done >= DONE_AS_PLANNED * planned.length && paced && extra === 0) return 'as planned'
  return done >= DONE_CLOSE * planned.length && few && paceOff(reps) <= CLOSE_PACE ? 'close' : 'different'
}

/** A run without repetitions by its length: within 15 % as planned, within 35 % close (field practice of two systems). */
export const verdictByLength = (done: number, planned: number): SessionVerdict => {
  const off = Math.abs(done / planned - 1)
  if (off <= 0.15) return 'as planned'
  return off <= 0.35 ? 'close' : 'different'
}

/** `5 of 6 repetitions done, 4 on target, 1 slow, 1 missed`. */
export const countReason = (reps: readonly ReviewedRep[], planned: number, byTarget: boolean): string => {
  const count = (verdict: RepVerdict): number => reps.filter((rep) => rep.verdict === verdict).length
  const words = [
    [count('on'), byTarget ? 'on target' : 'even with the others'],
    [count('fast'), 'fast'],
    [count('slow'), 'slow'],
    [count('short'), 'cut short'],
    [count('missed'), 'missed'],
    [count('extra'), 'extra'],
  ] as const
  const done = reps.filter(({ verdict }) => isDone(verdict)).length
  const parts = words.flatMap(([number, word]) => (number > 0 ? [`${number} ${word}`] : []))
  return `${done} of ${planned} ${planned === 1 ? 'repetition' : 'repetitions'} done: ${parts.join(', ')}.`
}
