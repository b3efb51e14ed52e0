import type { MoveCell, MovesView, Place } from '@bell-lap/server'
import { Refusal } from '../api/client.ts'
import { cellAt, cellKey } from '../moving/cells.ts'
import { askMoves } from '../moving/move.ts'
import { refuse, say } from '../shell/said.ts'
import { t } from '../words/t.ts'
import { drop, focusSession } from './drop.ts'
import { heldNow, put } from './held.ts'
import { elementOf, markCell, paintCells, wipeCells } from './paint.ts'

const DAY_MS = 86_400_000

const daysOn = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10)

/** The cell that an arrow leads to: sideways by days, up and down through the halves of the day and on by weeks. */
const nextPlace = (at: Place, key: string): Place | undefined => {
  switch (key) {
    case 'ArrowLeft':
      return { day: daysOn(at.day, -1), slot: at.slot }
    case 'ArrowRight':
      return { day: daysOn(at.day, 1), slot: at.slot }
    case 'ArrowUp':
      return at.slot === 'pm' ? { day: at.day, slot: 'am' } : { day: daysOn(at.day, -7), slot: 'pm' }
    case 'ArrowDown':
      return at.slot === 'am' ? { day: at.day, slot: 'pm' } : { day: daysOn(at.day, 7), slot: 'am' }
    default:
      return undefined
  }
}

/** Takes a session in hand with the keyboard: arrows carry it, Enter lets it go, Escape puts it back. */
export const carryByKeys = async (calendar: HTMLElement, session: string, title: string): Promise<void> => {
  if (heldNow()) return
  put({ held: { session, title, by: 'keys' } })
  try {
    const moves = await askMoves(session)
    if (heldNow()?.session === session) carry(calendar, moves, title)
  } catch (error) {
    put({})
    if (!(error instanceof Refusal)) throw error
    refuse(error)
  }
}

const carry = (calendar: HTMLElement, moves: MovesView, title: string): void => {
  const { session } = moves
  paintCells(calendar, moves)
  let over: HTMLElement | undefined
  const go = (cell: MoveCell): void => {
    const element = elementOf(calendar, cellKey(cell.to))
    markCell(over, element)
    over = element
    element?.scrollIntoView({ block: 'nearest' })
    put({ held: { session, title, by: 'keys', moves, cell } })
  }
  const stop = new AbortController()
  const end = (): void => {
    stop.abort()
    wipeCells(calendar)
    put({})
  }
  const pressed = (event: KeyboardEvent): void => {
    const cell = heldNow()?.cell
    if (event.key === 'Tab') return end()
    const place = nextPlace(cell?.to ?? moves.from, event.key)
    if (!place && event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    const next = place && cellAt(moves, place)
    if (next) return go(next)
    if (place) return
    end()
    focusSession(session)
    if (event.key === 'Enter' && cell) drop(moves, cell, title)
    else say(t('move.left', { title }))
  }
  addEventListener('keydown', pressed, { capture: true, signal: stop.signal })
  addEventListener('pointerdown', end, { signal: stop.signal })
  const here = cellAt(moves, moves.from)
  if (here) go(here)
}
