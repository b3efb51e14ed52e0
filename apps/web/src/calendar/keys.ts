import type { MoveCell, MovesView, Place } from '@bell-lap/server'
import { Refusal } from '../api/client.ts'
import { cellAt, cellKey } from '../moving/cells.ts'
import { askMoves } from '../moving/move.ts'
import { refuse, say } from '../shell/said.ts'
import { t } from '../words/t.ts'
import { drop, focusSession } from './drop.ts'
import { heldNow, put, type Held } from './held.ts'
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

const ENDS: ReadonlySet<string> = new Set(['Enter', 'Escape'])

/** Keys that are pressed before it is known where the session may go: kept in order; Escape and Tab let go at once. */
const keepEarly = (letGo: () => void): (() => readonly string[]) => {
  const early: string[] = []
  const stop = new AbortController()
  const pressed = (event: KeyboardEvent): void => {
    const { key } = event
    if (key === 'Escape' || key === 'Tab') return letGo()
    if (!key.startsWith('Arrow') && key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    early.push(key)
  }
  addEventListener('keydown', pressed, { capture: true, signal: stop.signal })
  return () => {
    stop.abort()
    return early
  }
}

/** Takes a session in hand with the keyboard: arrows carry it, Enter lets it go, Escape puts it back. */
export const carryByKeys = async (calendar: HTMLElement, session: string, title: string): Promise<void> => {
  if (heldNow()) return
  const held: Held = { session, title, by: 'keys' }
  put({ held })
  const early = keepEarly(() => put({}))
  try {
    const moves = await askMoves(session)
    const keys = early()
    if (heldNow() === held) carry(calendar, moves, { title, keys })
  } catch (error) {
    early()
    put({})
    if (!(error instanceof Refusal)) throw error
    refuse(error)
  }
}

interface Carried {
  readonly title: string
  /** Keys that were pressed already. */
  readonly keys: readonly string[]
}

const carry = (calendar: HTMLElement, moves: MovesView, { title, keys }: Carried): void => {
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
  const follow = (key: string): void => {
    const cell = heldNow()?.cell
    const place = nextPlace(cell?.to ?? moves.from, key)
    const next = place && cellAt(moves, place)
    if (next) return go(next)
    if (!ENDS.has(key)) return
    end()
    focusSession(session)
    if (key === 'Enter' && cell) drop(moves, cell, title)
    else say(t('move.left', { title }))
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return end()
    if (!event.key.startsWith('Arrow') && !ENDS.has(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    follow(event.key)
  }
  addEventListener('keydown', pressed, { capture: true, signal: stop.signal })
  addEventListener('pointerdown', end, { signal: stop.signal })
  const here = cellAt(moves, moves.from)
  if (here) go(here)
  for (const key of keys) if (!stop.signal.aborted) follow(key)
}
