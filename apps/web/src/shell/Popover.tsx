import { useId, useRef, type ReactNode, type ToggleEvent } from 'react'
import './popover.css'

interface Asked {
  /** What the button shows. */
  readonly label: ReactNode
  /** What a screen reader calls the sheet that opens, and the button where its label is no word. */
  readonly name: string
  readonly className?: string
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button that opens a small sheet beside it: the platform's popover, which Escape and a click elsewhere close. */
export const Popover = ({ label, name, className = 'ask', children }: Asked) => {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const close = () => sheet.current?.hidePopover()
  const place = (event: ToggleEvent) => {
    if (event.newState === 'open' && button.current && sheet.current) placeBeside(button.current, sheet.current)
  }
  return (
    <>
      <button type="button" ref={button} className={className} popoverTarget={id}>
        {label}
      </button>
      <div id={id} ref={sheet} className="popover" popover="auto" role="dialog" aria-label={name} onToggle={place}>
        {typeof children === 'function' ? children(close) : children}
      </div>
    </>
  )
}

const EDGE_PX = 8

const placeBeside = (button: HTMLElement, sheet: HTMLElement): void => {
  const at = button.getBoundingClientRect()
  const size = sheet.getBoundingClientRect()
  const width = document.documentElement.clientWidth
  const below = at.bottom + 6
  const fits = below + size.height <= innerHeight - EDGE_PX || at.top < innerHeight / 2
  const top = fits ? below : Math.max(EDGE_PX, at.top - size.height - 6)
  sheet.style.left = `${Math.max(EDGE_PX, Math.min(at.left, width - size.width - EDGE_PX))}px`
  sheet.style.top = `${top}px`
  sheet.style.maxHeight = `${innerHeight - top - EDGE_PX}px`
}
