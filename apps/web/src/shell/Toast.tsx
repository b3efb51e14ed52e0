import { useEffect, useState } from 'react'
import { t } from '../words/t.ts'
import { unsay, useSaid } from './said.ts'
import './toast.css'

const SHOWN_MS = 10_000

/** What was just said, read out politely; it waits while it is pointed at or has the focus. */
export const Toast = () => {
  const said = useSaid()
  const [held, hold] = useState(false)
  useEffect(() => {
    if (!said || held) return undefined
    const timer = setTimeout(unsay, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [said, held])
  const act = said?.act
  return (
    <div className="toast-place unprinted" role="status" aria-live="polite">
      {said && (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- pointing only makes it wait
        <div
          key={said.id}
          className="toast"
          data-kind={said.kind}
          onPointerEnter={() => hold(true)}
          onPointerLeave={() => hold(false)}
          onFocus={() => hold(true)}
          onBlur={() => hold(false)}
        >
          <span>{said.text}</span>
          {act && (
            <button type="button" onClick={() => (unsay(), act.run())}>
              {act.label}
            </button>
          )}
          <button type="button" className="quiet" onClick={unsay} aria-label={t('shell.close')}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
      )}
    </div>
  )
}
