import { attachRecovery } from './attach.ts'
import { isBareFigure } from './draft-shapes.ts'
import { type Draft, type DraftBout, emptyBout } from './draft.ts'
import type { Figure } from './figures.ts'
import type { Folded } from './folded.ts'
import { type Node, isCounted, nodeOf } from './node.ts'
import type { DraftRecovery } from './recoveries.ts'
import { isDistance, isTimed } from './units.ts'

/** `60 min run (2/1)`: two thirds easy, the last third faster. */
export const splitRun = (last: Node, told: readonly Draft[]): boolean => {
  const [first, second, ...others] = told
  const { figure } = last.bout
  if (
    !figure ||
    others.length > 0 ||
    first?.kind !== 'bout' ||
    second?.kind !== 'bout' ||
    !isBareFigure(first) ||
    !isBareFigure(second)
  )
    return false
  const [easy, fast] = [first.figure, second.figure]
  const plain =
    easy?.unit === null &&
    fast?.unit === null &&
    easy.low <= 5 &&
    fast.low <= 5 &&
    easy.high === undefined &&
    fast.high === undefined
  if (!easy || !fast || !plain || figure.high !== undefined || last.bout.targets.length > 0) return false
  const share = figure.low / (easy.low + fast.low)
  const seconds = figure.unit === 'min' && !Number.isInteger(share * easy.low)
  const length = (low: number): Figure =>
    seconds ? { ...figure, low: Math.round(low * 60), unit: 's' } : { ...figure, low }
  const part = (low: number, bout: Partial<DraftBout>): Node =>
    nodeOf({ ...emptyBout(last.bout), figure: length(low), ...bout }, 'comma')
  last.within = [
    part(share * easy.low, { roles: ['easy'] }),
    part(share * fast.low, { faster: true, worded: true, last: true }),
  ]
  return true
}

export const easyRecovery = (item: DraftBout): DraftRecovery => ({
  kind: 'recovery',
  modes: [],
  sure: true,
  resting: false,
  cues: item.cues,
  from: item.from,
  to: item.to,
  ...(item.figure ? { figure: item.figure } : {}),
})

/** A bare length or a jog in a bracket: the recovery, the same bout told again, or the time of a repetition. */
export const foldAside = (folded: Folded, list: Node[], last: Node, item: Draft, followed: boolean): void => {
  if (item.kind === 'recovery')
    return replaceRelative(last, item) ? undefined : attachRecovery(list, item, folded.pending)
  if (item.kind !== 'bout' || !item.figure) {
    if (item.kind === 'bout' && item.loose) attachRecovery(list, item.loose, folded.pending)
    return
  }
  const recovery: DraftRecovery = item.loose ?? {
    kind: 'recovery',
    figure: item.figure,
    modes: [],
    sure: true,
    resting: false,
    cues: item.cues,
    from: item.from,
    to: item.to,
  }
  if (replaceRelative(last, recovery)) return
  if (isSameTime(last, item)) {
    last.bout.cues.push({ from: item.from, to: item.to })
    return
  }
  if (isWhole(list, last, item)) {
    folded.totals.push(item.figure)
    return
  }
  if (!last.bout.figure && !last.inside && !item.loose && (isCounted(last) || last.bout.event))
    last.bout.figure = item.figure
  else if (isRepTime(last, item, followed)) {
    folded.doubts.push({ span: item, message: 'read as the time of a repetition; it could be the recovery' })
    const { low, high } = item.figure
    last.bout.targets.push({ kind: 'time', low, ...(high === undefined ? {} : { high }), pace: false })
  } else if (isRestated(last, item)) last.bout.restated = item.figure
  else attachRecovery(list, { ...recovery, sure: true }, folded.pending)
}

/** `... + 2 km easy (11 km)`: behind a shorter run the bracket holds the whole. */
const isWhole = (list: readonly Node[], last: Node, item: DraftBout): boolean => {
  const { figure } = item
  const long = figure?.unit === 'km' || figure?.unit === 'mi'
  if (!long || !figure || item.loose) return false
  // Nobody recovers for miles.
  if (isCounted(last)) return figure.low >= (figure.unit === 'mi' ? 2 : 3)
  if (list.length < 2) return false
  return last.bout.figure !== undefined && last.bout.figure.low < 100 && figure.low > last.bout.figure.low * 1.5
}

/** `with equal time rest (95 seconds)`: the bracket gives the length that the word left open. */
const replaceRelative = (last: Node, recovery: DraftRecovery): boolean => {
  const slots = last.inside?.length === 1 && last.inside[0] ? [last, last.inside[0]] : [last]
  for (const node of slots) {
    const index = node.between.findIndex((slot) => slot?.relative !== undefined && slot.figure === undefined)
    const slot = node.between[index]
    if (slot && recovery.figure && recovery.modes.length === 0) {
      const { relative: _relative, ...kept } = slot
      node.between[index] = { ...kept, figure: recovery.figure, to: recovery.to }
      return true
    }
  }
  return false
}

/** `400m (69-71)`, `1 km (3:22)`: a time that a runner could run the repetition in and no round rest. */
const isRepTime = (last: Node, item: DraftBout, followed: boolean): boolean => {
  const { figure } = item
  const metres = metresOf(last)
  if (!figure || !metres || !isCounted(last) || last.bout.targets.length > 0 || item.loose) return false
  const speed = metres / figure.low
  if (followed && figure.unit !== 'min' && speed > 3.5 && speed < 9) return true
  if (figure.unit !== null && figure.unit !== 'clock') return false
  const ranged = figure.high !== undefined && figure.high - figure.low <= Math.max(6, figure.low / 8)
  const odd = figure.low % 5 !== 0
  // Faster than anybody runs the repetition: the time of a lap.
  if (speed >= 9) return ranged && 400 / figure.low > 3.5 && 400 / figure.low < 8.5
  return speed > 2.5 && speed < 9 && (ranged || odd)
}

/** `75 min easy (1:15)`: the same in hours and minutes. */
const isSameTime = (last: Node, { figure }: DraftBout): boolean =>
  figure?.unit === 'clock' &&
  last.bout.figure?.unit === 'min' &&
  figure.figures === 2 &&
  figure.low === last.bout.figure.low

const metresOf = (node: Node): number | undefined => {
  const { figure } = node.bout
  if (!figure) return undefined
  if (figure.unit === 'mi' || figure.unit === 'M') return figure.low * 1609.344
  if (figure.unit === 'km' || figure.unit === 'K') return figure.low * 1000
  return figure.unit === 's' || figure.unit === 'min' || figure.unit === 'clock' || figure.unit === 'h'
    ? undefined
    : figure.low
}

const secondsIn = ({ low, unit }: Figure): number => (unit === 'min' ? low * 60 : unit === 'h' ? low * 3600 : low)

/** `28 min easy run (4 km)`, `9 miles (approx 90 mins)`: the other measure of a run that is long enough to have two. */
const isRestated = (last: Node, item: DraftBout): boolean => {
  const mine = last.bout.figure
  const other = item.figure
  if (!mine || !other || isCounted(last) || item.loose) return false
  const apart = isTimed(mine) !== isTimed(other)
  if (!apart) return mine.unit !== other.unit && isDistance(mine.unit) && isDistance(other.unit)
  const metres = isTimed(mine) ? undefined : metresOf(last)
  return metres === undefined || (metres >= 2000 && metres / secondsIn(other) < 8)
}
