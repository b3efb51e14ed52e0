import type { MovesView } from '@bell-lap/server'
import { cellAt, cellKey, welcomeOf, welcomeText } from '../moving/cells.ts'

/**
 * Writes on every cell how it would take the session, straight onto the page: a drag may not wait for a drawing of two
 * hundred cards. The style sheet shows the words.
 */
export const paintCells = (calendar: HTMLElement, moves: MovesView): readonly HTMLElement[] => {
  calendar.dataset.moving = ''
  const painted: HTMLElement[] = []
  for (const cell of moves.cells) {
    const element = elementOf(calendar, cellKey(cell.to))
    if (!element) continue
    element.dataset.welcome = welcomeOf(cell, moves.from)
    element.dataset.said = welcomeText(cell, moves.from)
    painted.push(element)
  }
  return painted
}

export const wipeCells = (calendar: HTMLElement): void => {
  delete calendar.dataset.moving
  for (const element of calendar.querySelectorAll<HTMLElement>('[data-welcome]')) {
    delete element.dataset.welcome
    delete element.dataset.said
    delete element.dataset.target
  }
}

/** Marks the cell that the session is over, and takes the mark off the last one. */
export const markCell = (before: HTMLElement | undefined, now: HTMLElement | undefined): void => {
  if (before) delete before.dataset.target
  if (now) now.dataset.target = ''
}

export const elementOf = (calendar: HTMLElement, key: string): HTMLElement | undefined =>
  calendar.querySelector<HTMLElement>(`[data-cell="${key}"]`) ?? undefined

/** The cell that an element stands for. */
export const cellOf = (moves: MovesView, element: HTMLElement | undefined) => {
  const [day, slot] = element?.dataset.cell?.split(' ') ?? []
  return day !== undefined && (slot === 'am' || slot === 'pm') ? cellAt(moves, { day, slot }) : undefined
}
