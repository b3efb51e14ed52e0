import { useRef, type KeyboardEvent } from 'react'

interface Shown {
  readonly name: string
  /** What each column says, in words. */
  readonly labels: readonly string[]
  /** Left edge and width of each, in pixels. */
  readonly places: readonly (readonly [left: number, width: number])[]
  readonly asked: number
  readonly onAsk: (column: number) => void
}

const STEPS: { readonly [key: string]: number } = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }

/** Buttons over a chart, one a column: pointing, touching or the arrow keys ask for its figures. One stop for Tab. */
export const Columns = ({ name, labels, places, asked, onAsk }: Shown) => {
  const group = useRef<HTMLDivElement>(null)
  const step = (event: KeyboardEvent): void => {
    const by = STEPS[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(labels.length - 1, asked + by))
    onAsk(next)
    group.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons take the focus, one at a time
    <div ref={group} className="columns" role="toolbar" aria-label={name} onKeyDown={step}>
      {labels.map((label, column) => {
        const [left, width] = places[column] ?? [0, 0]
        return (
          <button
            key={label}
            type="button"
            tabIndex={column === asked ? 0 : -1}
            aria-label={label}
            aria-current={column === asked}
            style={{ left, width }}
            onPointerEnter={() => onAsk(column)}
            onFocus={() => onAsk(column)}
          />
        )
      })}
    </div>
  )
}
