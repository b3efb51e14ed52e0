import { type Draft, type DraftAgain, emptyBout } from './draft.ts'
import { DEEPEST, rank } from './folded.ts'
import { type Node, isCounted, nodeOf } from './node.ts'
import type { DraftRecovery } from './recoveries.ts'

/** `except after the 400s, 200 m`. */
const exceptLength = (list: readonly Node[], length: number, recovery: DraftRecovery): void => {
  const node = list.find((one) => isCounted(one) && one.bout.figure?.low === length)
  const told = node?.between.at(-1)
  if (node) node.between[node.between.length - 1] = told ? { ...recovery, modes: told.modes } : recovery
}

/** `8 x 600 m, 75 s rest, except 3 min after the 4th`: two groups with that recovery between them. */
export const foldException = (
  list: Node[],
  { after, figure, from, to }: Extract<Draft, { kind: 'exception' }>,
): void => {
  if (typeof after === 'object')
    return exceptLength(list, after.length, {
      kind: 'recovery',
      figure,
      modes: [],
      sure: true,
      resting: false,
      cues: [],
      from,
      to,
    })
  const index = list.findLastIndex(isCounted)
  const node = list[index]
  const [count, ...others] = node?.bout.counts ?? []
  if (!node || !count?.low || count.high !== undefined || others.length > 0) return
  const first = after === 'half' ? count.low / 2 : after
  if (!Number.isInteger(first) || first < 1 || first >= count.low) return
  const part = (low: number): Node => ({
    ...node,
    bout: { ...node.bout, counts: [{ ...count, low }] },
    between: [...node.between],
    after: [],
  })
  const head = part(first)
  head.after.push({ kind: 'recovery', figure, modes: [], sure: true, resting: false, cues: [], from, to })
  list.splice(index, 1, head, { ...part(count.low - first), after: node.after })
}

/** Repeats what stands before: the part of the sentence that it closes. */
export const foldAgain = (list: Node[], again: DraftAgain, from: number | undefined): void => {
  const start = from ?? againStart(list)
  const height = 1 + Math.max(0, ...list.slice(start).map((node) => node.height ?? 0))
  if (height > DEEPEST) return
  const inside = list.splice(start)
  const [head] = inside
  if (!head) return
  const bout = emptyBout({ from: head.bout.from, to: again.to })
  const node = nodeOf(bout, head.before)
  node.inside = inside
  node.height = height
  if (again.times) addTimes(node, again.times)
  if (again.until) node.budget = again.until
  list.push(node)
}

const addTimes = (node: Node, times: { readonly low: number; readonly high?: number }): void => {
  node.bout.counts.push({ ...times, sets: true })
  node.between.push(undefined)
}

const isWarm = (node: Node): boolean =>
  node.day !== undefined || node.bout.roles.some((role) => role === 'warmup' || role === 'cooldown')

/**
 * Where a repeated stretch begins: at the last strong break if at least two parts stand behind it,
 * else as far back as the parts are single bouts, short of a warm-up.
 */
const againStart = (list: readonly Node[]): number => {
  let start = list.length
  let rows = false
  while (start > 0) {
    const node = list[start - 1]
    if (!node || isWarm(node)) break
    start--
    const strong = rank(node.before) >= rank('stop')
    const held = list.length - start
    if (!strong) continue
    // A sentence of several parts is what is repeated; one part alone closes a row of sentences.
    if (isCounted(node) || (!rows && (held > 1 || node.after.length > 0))) break
    rows = true
  }
  return start
}
