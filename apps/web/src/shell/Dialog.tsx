import { useEffect, useId, useRef, type ReactNode } from 'react'
import { t } from '../words/t.ts'
import './dialog.css'

interface Asked {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question that has to be answered first: the platform's modal dialog. It is open as long as it is rendered. */
export const Dialog = ({ title, onClose, children }: Asked) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog ref={dialog} aria-labelledby={heading} closedby="any" onCancel={onClose} onClose={onClose}>
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" className="quiet" onClick={onClose} aria-label={t('shell.close')}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {children}
    </dialog>
  )
}
