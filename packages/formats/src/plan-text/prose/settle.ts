import type { Evidence } from './amounts.ts'
import { mergeToldEdges, moveWarmUps, nameEdges, namePlainRuns, nameRecoveryRuns, splitEdges } from './edges.ts'
import type { Figure } from './figures.ts'
import type { Folded } from './folded.ts'
import { applyLegend } from './legends.ts'
import { shareLists } from './lists.ts'
import { settleAlternation, settleEasy, settleLoose, settlePauses, settleRunWalk } from './loose.ts'
import { dealOut, interleave, mergeCountedLists, mergeSets, mergeTrailing, readHundreds } from './merge-sets.ts'
import { carryLabels, dropNamed, mergeCounted, mergeHeadings, mergeTerrain, mergeTwins } from './headings.ts'
import { fillRepeats, mergeRestated, settleDescriptions } from './descriptions.ts'
import type { Node } from './node.ts'
import { decideSizes } from './sizes.ts'
import type { Decision } from './amounts.ts'

/** Decides, for all parts of all options, lengths, roles and which part a recovery or pace belongs to. */
export const settle = (
  folded: Folded,
  evidence: Evidence,
  note: (figure: Figure, decision: Decision | undefined) => void,
): void => {
  const { nodes } = folded
  for (const node of nodes) if (node.within?.length === 0) delete node.within
  mergeAll(nodes)
  decideSizes(nodes, evidence, note)
  mergeToldEdges(nodes)
  splitEdges(nodes)
  moveWarmUps(nodes)
  settleNodes(nodes, false)
  nameEdges(nodes)
  namePlainRuns(nodes)
  nameRecoveryRuns(nodes)
  for (const option of folded.options) settle(option, evidence, note)
}

/** Puts together what one thought spread over several parts. */
const mergeAll = (nodes: Node[]): void => {
  dropNamed(nodes)
  mergeTerrain(nodes)
  carryLabels(nodes)
  mergeTwins(nodes)
  mergeHeadings(nodes)
  dealOut(nodes)
  mergeSets(nodes)
  mergeTrailing(nodes)
  mergeCounted(nodes)
  mergeCountedLists(nodes)
  interleave(nodes)
  readHundreds(nodes)
  for (const node of nodes) {
    if (node.inside) mergeAll(node.inside)
    if (node.within) mergeAll(node.within)
  }
}

const settleNodes = (nodes: Node[], repeated: boolean): void => {
  mergeRestated(nodes)
  settleDescriptions(nodes)
  fillRepeats(nodes)
  for (const node of nodes) {
    if (node.inside) settleNodes(node.inside, node.bout.counts.length > 0 || node.budget !== undefined)
    if (node.within) settleNodes(node.within, node.budget !== undefined)
  }
  settleRunWalk(nodes, repeated)
  settleLoose(nodes, repeated)
  settleAlternation(nodes)
  settleEasy(nodes, repeated)
  settlePauses(nodes)
  shareLists(nodes)
  applyLegend(nodes)
}
