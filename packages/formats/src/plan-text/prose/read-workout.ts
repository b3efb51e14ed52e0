import type { Amount, Workout, WorkoutKind } from '@bell-lap/core'
import type { ReadingContext, Span, TextFinding, WorkoutReading } from '../reading.ts'
import { readAtoms } from './atoms.ts'
import { mergeToldEdges, nameEdges, namePlainRuns, nameRecoveryRuns, splitEdges } from './edges.ts'
import { fold, type Folded } from './fold.ts'
import { applyLegend } from './legends.ts'
import { shareLists } from './lists.ts'
import { settleAlternation, settleEasy, settleLoose, settleRunWalk } from './loose.ts'
import { dealOut, dropNamed, mergeSets, mergeTerrain, fillRepeats, mergeCounted, mergeCountedLists, mergeHeadings, mergeRestated, mergeTrailing, settleDescriptions } from './merges.ts'
import { normalise } from './normalise.ts'
import type { Node } from './node.ts'
import { matchBrackets } from './scan.ts'
import { scanRange } from './scan-range.ts'
import { decideSizes, evidenceOf } from './sizes.ts'
import type { Building } from './steps.ts'
import { readStrength } from './strength-lines.ts'
import { tokenise } from './tokens.ts'
import { assemble } from './whole.ts'

/** Reads one prescription as coaches write it. */
export const readWorkout = (text: string, context: ReadingContext = {}): WorkoutReading => {
  const plain = normalise(text)
  const tokens = tokenise(plain)
  const strength = readStrength(text, tokens)
  if (strength) return { ...strength, findings: [] }
  const atoms = readAtoms(tokens)
  const findings: TextFinding[] = []
  const evidence = evidenceOf(atoms, context)
  const drafts = scanRange({ atoms, closing: matchBrackets(atoms), reading: { key: context.key }, depth: 0 }, 0, atoms.length)
  const folded = fold(drafts)
  const noted = new Set<number>()
  const note = (span: Span, message: string): void => {
    if (noted.has(span.from)) return
    noted.add(span.from)
    findings.push({ level: 'note', rule: 'unit-guess', message, from: span.from, to: span.to })
  }
  settle(folded, evidence, note)
  const building = (): Building => ({ evidence, note, other: false, previous: undefined, textOf: (spans) => cueText(text, spans) })
  const workout = assemble(folded, building)
  const unread: Span[] = []
  return { workout, findings: findings.toSorted((a, b) => a.from - b.from), unread }
}

const settle = (folded: Folded, evidence: ReturnType<typeof evidenceOf>, note: Building['note']): void => {
  for (const node of folded.nodes) if (node.within?.length === 0) delete node.within
  mergeAll(folded.nodes)
  decideSizes(folded.nodes, evidence, (figure, decision) => {
    if (decision?.guess) note(figure, decision.guess)
  })
  mergeToldEdges(folded.nodes)
  splitEdges(folded.nodes)
  settleNodes(folded.nodes, false)
  nameEdges(folded.nodes)
  namePlainRuns(folded.nodes)
  nameRecoveryRuns(folded.nodes)
  for (const option of folded.options) settle(option, evidence, note)
}

const mergeAll = (nodes: Node[]): void => {
  dropNamed(nodes)
  mergeTerrain(nodes)
  mergeHeadings(nodes)
  dealOut(nodes)
  mergeSets(nodes)
  mergeTrailing(nodes)
  mergeCounted(nodes)
  mergeCountedLists(nodes)
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
  shareLists(nodes)
  applyLegend(nodes)
}

const cueText = (text: string, spans: readonly Span[]): string | undefined => {
  const words = spans.map(({ from, to }) => text.slice(from, to).replaceAll(/\s+/g, ' ').replace(/^[\s"'(]+|[\s"')]+$/g, '')).filter((piece) => piece !== '')
  return words.length > 0 ? words.join('; ') : undefined
}

export type { Amount, Workout, WorkoutKind }
