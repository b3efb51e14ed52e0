import { useId, type InputHTMLAttributes, type ReactNode } from 'react'
import './field.css'

interface Asked extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  readonly label: string
  readonly onText: (text: string) => void
  /** What holds where nothing is written. */
  readonly hint?: string | undefined
  readonly wrong?: string | undefined
  /** A unit or the like behind the input. */
  readonly after?: ReactNode
}

/** One thing to write: its name, a place to write it, what holds otherwise, what is wrong with it. */
export const Field = ({ label, onText, hint, wrong, after, ...input }: Asked) => {
  const id = useId()
  const told = [hint === undefined ? '' : `${id}-hint`, wrong === undefined ? '' : `${id}-wrong`].filter(Boolean)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="field-row">
        <input
          {...input}
          id={id}
          aria-invalid={wrong !== undefined}
          aria-describedby={told.join(' ') || undefined}
          onChange={(event) => onText(event.target.value)}
        />
        {after}
      </span>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="kicker">
          {hint}
        </span>
      )}
      {wrong !== undefined && (
        <span id={`${id}-wrong`} className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </div>
  )
}

interface Offered<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly (readonly [value: Value, text: string])[]
  readonly onValue: (value: Value) => void
  readonly hint?: string | undefined
}

/** One of a few: the platform's own menu. */
export const Choice = <Value extends string>({ label, value, options, onValue, hint }: Offered<Value>) => {
  const id = useId()
  const choose = (text: string): void => {
    const chosen = options.find(([each]) => each === text)
    if (chosen) onValue(chosen[0])
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
      {hint !== undefined && <span className="kicker">{hint}</span>}
    </div>
  )
}

interface Turned {
  readonly label: string
  readonly on: boolean
  readonly onTurn: (on: boolean) => void
  readonly hint?: string
}

export const Tick = ({ label, on, onTurn, hint }: Turned) => {
  const id = useId()
  return (
    <div className="field tick">
      <label htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={on}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => onTurn(event.target.checked)}
        />{' '}
        {label}
      </label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="kicker">
          {hint}
        </span>
      )}
    </div>
  )
}
