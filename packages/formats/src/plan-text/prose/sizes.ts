import type { Amount } from '@bell-lap/core'
import type { ReadingContext } from '../reading.ts'
import { secondsOf } from './absolute-paces.ts'
import { decideAmount, plainUnit, type Decision, type Evidence, type Resolved, type Use } from './amounts.ts'
import type { Atom } from './atoms.ts'
import type { Figure } from './figures.ts'
import { isBare, isCounted, type Node } from './node.ts'
import type { DraftRecovery } from './recoveries.ts'

/** What the figures of a whole text show about its units. */
export const evidenceOf = (atoms: readonly Atom[], context: ReadingContext): Evidence => {
  const units = new Set<Figure['unit']>()
  let metres = false
  let minuteM = false
  let letters = false
  for (const [index, atom] of atoms.entries()) {
    if (atom.kind !== 'figure') continue
    units.add(atom.unit)
    minuteM ||= atom.minutes === true
    const next = atoms[index + 1]
    letters ||= atom.unit === null && atom.low < 40 && next?.kind === 'word' && /^[ELMT]$/.test(next.raw)
    if ((atom.unit === 'm' || atom.unit === 'plural' || atom.unit === null) && atom.low >= 100) metres = true
  }
  const seconds = units.has('s') || units.has('clock') || units.has('plural')
  const kilometres = units.has('km')
  const miles = units.has('mi') || units.has('M')
  return {
    context,
    metres: metres || units.has('metre'),
    miles,
    kilometres,
    minutes: units.has('min'),
    minuteM,
    letters,
    timed: minuteM || ((units.has('min') || seconds) && !miles && !metres && !units.has('metre')),
  }
}

const LASTING = new Set(['easy', 'steady', 'long', 'recovery', 'warmup', 'cooldown', 'tempo', 'fartlek'])
const SHORT = new Set(['strides', 'pickups', 'hill', 'kick', 'drills'])

const useOf = (node: Node, repeated: boolean, sibling?: Resolved): Use => {
  const { bout } = node
  const fast = bout.feel?.kind === 'known' && bout.feel.target.kind === 'pace' && bout.feel.target.pace === 'max'
  return {
    as: isCounted(node) || repeated ? 'rep' : 'run',
    short: bout.roles.some((role) => SHORT.has(role)) || fast,
    lasting: bout.roles.some((role) => LASTING.has(role)) || bout.targets.length > 0,
    flying: bout.flying === true,
    walk: bout.mode === 'walk' || (bout.mode === 'jog' && (bout.figure?.low ?? 0) >= 5),
    sibling,
  }
}

type Note = (figure: Figure, decision: Decision | undefined) => void

/** What stands around the parts: a count that repeats them, or the unit of the length that they lie in. */
interface Around {
  readonly repeated?: boolean
  readonly whole?: Resolved | undefined
}

const longUnit = (node: Node): Resolved | undefined => {
  const unit = node.amount?.unit
  return unit === 'mi' || unit === 'km' || unit === 'min' ? unit : undefined
}

/** Decides the length of every part, in the order of the text; a list shares one unit. */
export const decideSizes = (
  nodes: readonly Node[],
  evidence: Evidence,
  note: Note,
  { repeated = false, whole }: Around = {},
): void => {
  const lone = !repeated && nodes.filter((node) => node.bout.figure).length === 1
  let sibling: Resolved | undefined = whole
  for (const [index, node] of nodes.entries()) {
    const { figure } = node.bout
    if (figure) {
      const heads =
        !isCounted(node) &&
        (node.bout.targets.length === 0 || node.first) &&
        ['dash', 'slash'].includes(nodes[index + 1]?.before ?? '')
      const behind = figure.unit === null && (isBare(node) || heads) ? unitBehind(nodes, index) : undefined
      const listed = isCounted(node) || LISTED.has(node.before) || (index === 0 && !isCounted(node))
      const decision = decideAmount(
        figure,
        { ...useOf(node, repeated, behind ?? (listed ? sibling : undefined)), lone },
        evidence,
      )
      note(figure, decision)
      if (decision) {
        node.amount = decision.amount
        const { unit } = decision.amount
        // Lengths of the track say nothing about what a small m is.
        const track = unit === 'm' && figure.low >= 100
        if (!track && (!isCounted(node) || decision.amount.kind === 'time' || sibling === undefined)) sibling = unit
      }
    }
    if (node.within)
      decideSizes(node.within, evidence, note, { repeated: node.budget !== undefined, whole: longUnit(node) })
    if (node.described)
      decideSizes(node.described.nodes, evidence, note, { repeated: isCounted(node), whole: longUnit(node) })
    if (node.inside) decideSizes(node.inside, evidence, note, { repeated: true })
  }
}

const LISTED = new Set(['comma', 'and', 'dash', 'slash', 'then', 'colon'])

/** `4, 5, and 6 mins`: the unit of the first neighbour behind that has one. */
const unitBehind = (nodes: readonly Node[], index: number): Resolved | undefined => {
  for (const node of nodes.slice(index + 1, index + 12)) {
    if (isCounted(node) || !(LISTED.has(node.before) || node.before === 'joined')) return undefined
    const unit = node.bout.figure?.unit ?? null
    if (unit !== null) return plainUnit(unit)
    if (!isBare(node)) return undefined
  }
  return undefined
}

/** The length of a recovery, seen beside the part that it follows. */
export const sizeOfRecovery = (recovery: DraftRecovery, evidence: Evidence): Decision | undefined => {
  if (!recovery.figure) return undefined
  // `off a 1.15 cycle` is a minute and a quarter.
  const dotted = recovery.cycle && recovery.figure.unit === null ? secondsOf(recovery.figure, true) : undefined
  if (dotted) return decideAmount({ ...recovery.figure, unit: 's', low: dotted.low }, { as: 'recovery' }, evidence)
  const still = recovery.modes.length === 0 || recovery.modes.includes('stand')
  return decideAmount(recovery.figure, { as: 'recovery', still }, evidence)
}

/** Seconds that an amount lasts at the pace of an easy run, to compare lengths of different measure. */
export const roughSeconds = (amount: Amount | undefined): number => {
  if (!amount) return 0
  return amount.kind === 'time' ? amount.duration : amount.distance / 3.2
}
