import type { MoveCell, MovesView, Place } from '@bell-lap/server'
import type { Figures } from '../words/figures.ts'
import { spoken } from '../drawing/spoken.ts'
import { t } from '../words/t.ts'

/** How a cell takes the session that is held over it. */
export type Welcome = 'here' | 'legal' | 'touches' | 'breaks' | 'closed'

/** Where placement would like it best is a wish of its own, not a rule of training: it is nobody's warning. */
const WISHES: ReadonlySet<string> = new Set(['wish'])

const touched = (cell: MoveCell): MoveCell['touches'] => cell.touches.filter(({ rule }) => !WISHES.has(rule))

export const cellKey = (place: Place): string => `${place.day} ${place.slot}`

export const welcomeOf = (cell: MoveCell, from: Place): Welcome => {
  if (cellKey(cell.to) === cellKey(from)) return 'here'
  if (cell.closed !== null) return 'closed'
  if (cell.breaks.length > 0 || !cell.legal) return 'breaks'
  return touched(cell).length > 0 ? 'touches' : 'legal'
}

/** A cell in a few words, for its corner: `breaks 1 rule`. */
export const welcomeText = (cell: MoveCell, from: Place): string => {
  const welcome = welcomeOf(cell, from)
  switch (welcome) {
    case 'here':
      return t('move.here')
    case 'closed':
      return cell.closed ?? t('move.closed')
    case 'breaks':
      return cell.breaks.length === 0 ? t('move.repaired') : t('move.breaks', { count: cell.breaks.length })
    case 'touches':
      return t('move.touches', { count: touched(cell).length })
    case 'legal':
      return t('move.legal')
    default:
      return welcome satisfies never
  }
}

/** Every sentence that the rules have about a cell, the gravest first. */
export const sentencesOf = (cell: MoveCell): readonly { readonly rule: string; readonly message: string }[] =>
  cell.closed === null
    ? [...cell.breaks, ...touched(cell)].map(({ rule, message }) => ({ rule, message: spoken(message) }))
    : []

/** A cell read out: the day, the half of it, and what the rules say. */
export const spokenCell = (cell: MoveCell, from: Place, figures: Figures): string => {
  const what = [welcomeText(cell, from), ...sentencesOf(cell).map((rule) => rule.message)]
  if (cell.repair) what.push(spoken(cell.repair.message))
  return t('move.cell', {
    day: figures.dayLong(cell.to.day),
    slot: t(`slot.${cell.to.slot}.long`),
    what: what.map((sentence) => sentence.replace(/\.$/, '')).join('. '),
  })
}

export const cellAt = (moves: MovesView, place: Place): MoveCell | undefined =>
  moves.cells.find((cell) => cellKey(cell.to) === cellKey(place))
