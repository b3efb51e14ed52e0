import type { MovesView } from '@bell-lap/server'
import { askMoves } from '../moving/move.ts'
import { Refusal } from '../api/client.ts'
import { refuse } from '../shell/said.ts'
import { drop } from './drop.ts'
import { liftGhost, type Ghost } from './ghost.ts'
import { heldNow, put } from './held.ts'
import { cellOf, markCell, paintCells, wipeCells } from './paint.ts'
import { targetsOf, type Targets } from './targets.ts'

/** A mouse drags after so many pixels; a finger after so long without moving, for else it scrolls. */
const MOUSE_STARTS_PX = 6
const FINGER_STARTS_MS = 280
const FINGER_WANDERS_PX = 10
/** Near the edge of the window the page scrolls along. */
const EDGE_PX = 70
const EDGE_SPEED_PX = 14

interface Drag {
  readonly session: string
  readonly title: string
  readonly ghost: Ghost
  moves?: MovesView
  targets?: Targets
  over?: HTMLElement | undefined
  x: number
  y: number
  frame: number
}

/** Lets the cards of a calendar be dragged, by mouse, pen or finger; returns how to stop. */
export const letDrag = (calendar: HTMLElement): (() => void) => {
  let drag: Drag | undefined
  let start: { readonly card: HTMLElement; readonly x: number; readonly y: number; timer?: number } | undefined

  const lift = (card: HTMLElement, x: number, y: number): void => {
    const session = card.dataset.session ?? ''
    const title = card.dataset.title ?? ''
    const mine: Drag = { session, title, ghost: liftGhost(card, x, y), x, y, frame: 0 }
    drag = mine
    card.dataset.lifted = ''
    put({ held: { session, title, by: 'pointer' } })
    askMoves(session).then(
      (moves) => {
        if (drag !== mine) return
        mine.moves = moves
        mine.targets = targetsOf(paintCells(calendar, moves))
        put({ held: { session, title, by: 'pointer', moves } })
        mine.frame ||= requestAnimationFrame(frame)
      },
      (error: unknown) => {
        end()
        if (error instanceof Refusal) refuse(error)
      },
    )
  }

  const frame = (): void => {
    if (!drag) return
    drag.frame = 0
    drag.ghost.to(drag.x, drag.y)
    const over = drag.targets?.at(drag.x, drag.y)
    if (over !== drag.over && drag.moves) {
      markCell(drag.over, over)
      drag.over = over
      const { session, title, moves } = drag
      put({ held: { session, title, by: 'pointer', moves, cell: cellOf(moves, over) } })
    }
    const push = edgePush(drag.y)
    if (push !== 0) {
      scrollBy(0, push)
      drag.frame = requestAnimationFrame(frame)
    }
  }

  const end = (): void => {
    if (start?.timer !== undefined) clearTimeout(start.timer)
    start = undefined
    if (!drag) return
    cancelAnimationFrame(drag.frame)
    drag.ghost.drop()
    for (const card of calendar.querySelectorAll<HTMLElement>('[data-lifted]')) delete card.dataset.lifted
    wipeCells(calendar)
    drag = undefined
    if (heldNow()?.by === 'pointer') put({})
  }

  const down = (event: PointerEvent): void => {
    const target = event.target instanceof Element ? event.target : undefined
    const card = target?.closest<HTMLElement>('[data-session][data-free]')
    if (!card || event.button !== 0 || !event.isPrimary || target?.closest('button')) return
    const { clientX: x, clientY: y } = event
    const begun: NonNullable<typeof start> = { card, x, y }
    if (event.pointerType !== 'mouse') {
      begun.timer = setTimeout(() => {
        start = undefined
        lift(card, x, y)
        navigator.vibrate?.(12)
      }, FINGER_STARTS_MS)
    }
    start = begun
  }

  const move = (event: PointerEvent): void => {
    const { clientX: x, clientY: y } = event
    if (drag) {
      drag.x = x
      drag.y = y
      drag.frame ||= requestAnimationFrame(frame)
      return
    }
    if (!start) return
    const far = Math.hypot(x - start.x, y - start.y)
    if (start.timer !== undefined) {
      if (far > FINGER_WANDERS_PX) end()
    } else if (far > MOUSE_STARTS_PX) {
      const { card } = start
      start = undefined
      lift(card, x, y)
    }
  }

  const up = (): void => {
    const dropped = drag
    end()
    if (!dropped) return
    // The click that follows is the end of the drag, not a wish to open the session.
    addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => removeEventListener('click', swallow, { capture: true }), 50)
    const cell = dropped.moves && cellOf(dropped.moves, dropped.over)
    if (dropped.moves && cell) drop(dropped.moves, cell, dropped.title)
  }

  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && drag) end()
  }
  // A finger that carries a card does not scroll the page.
  const hold = (event: TouchEvent): void => {
    if (drag && event.cancelable) event.preventDefault()
  }
  const noMenu = (event: Event): void => {
    if (drag || start?.timer !== undefined) event.preventDefault()
  }

  const stop = new AbortController()
  const { signal } = stop
  calendar.addEventListener('pointerdown', down, { signal })
  calendar.addEventListener('contextmenu', noMenu, { signal })
  calendar.addEventListener('touchmove', hold, { signal, passive: false })
  addEventListener('pointermove', move, { signal, passive: true })
  addEventListener('pointerup', up, { signal })
  addEventListener('pointercancel', end, { signal })
  addEventListener('keydown', key, { signal })
  return () => {
    stop.abort()
    end()
  }
}

const swallow = (event: Event): void => {
  event.preventDefault()
  event.stopPropagation()
}

const edgePush = (y: number): number => {
  if (y < EDGE_PX) return -EDGE_SPEED_PX * (1 - y / EDGE_PX)
  const left = innerHeight - y
  return left < EDGE_PX ? EDGE_SPEED_PX * (1 - left / EDGE_PX) : 0
}
