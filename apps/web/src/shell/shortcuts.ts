import { useEffect, useEffectEvent } from 'react'
import { useDisplay } from '../words/display.ts'

export type Keys = { readonly [key: string]: (event: KeyboardEvent) => void }

/** Single keys of a page, where they are switched on: silent in fields, in dialogs, and together with Ctrl, Alt, Meta. */
export const useShortcuts = (keys: Keys): void => {
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
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [shortcuts])
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, select, textarea, [contenteditable], dialog, [popover], .cm-editor') !== null
