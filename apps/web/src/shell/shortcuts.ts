import { useEffect, useEffectEvent } from 'react'
import { useDisplay } from '../words/display.ts'

export type Keys = { readonly [key: string]: (event: KeyboardEvent) => void }

/**
 * Single keys, where they are switched on: silent in fields, in dialogs, and together with Ctrl, Alt, Meta. A page's own
 * come before those that work everywhere.
 */
export const useShortcuts = (keys: Keys, whose: 'page' | 'everywhere' = 'page'): void => {
  const { shortcuts } = useDisplay()
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act(event)
  })
  useEffect(() => {
    if (!shortcuts) return undefined
    const listener = (event: KeyboardEvent): void => pressed(event)
    const capture = whose === 'page'
    addEventListener('keydown', listener, { capture })
    return () => removeEventListener('keydown', listener, { capture })
  }, [shortcuts, whose])
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, select, textarea, [contenteditable], dialog, [popover], .cm-editor') !== null
