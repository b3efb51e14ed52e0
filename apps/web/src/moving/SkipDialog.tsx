import { useId, useState } from 'react'
import { Dialog } from '../shell/Dialog.tsx'
import { t } from '../words/t.ts'
import { skip } from './move.ts'

interface Asked {
  readonly session: string
  readonly version: number
  readonly title: string
  readonly onClose: () => void
  readonly onSkipped?: (() => void) | undefined
}

/** Leaving a session out: asked once, said plainly, undone with one press. */
export const SkipDialog = ({ session, version, title, onClose, onSkipped }: Asked) => {
  const [because, say] = useState('')
  const field = useId()
  return (
    <Dialog title={t('skip.title', { title })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          void skip(session, version, because.trim()).then((done) => (done ? onSkipped?.() : undefined))
        }}
      >
        <p className="soft">{t('skip.said')}</p>
        <div className="field">
          <label htmlFor={field}>{t('skip.because')}</label>
          <input id={field} value={because} maxLength={500} onChange={(event) => say(event.target.value)} />
        </div>
        <div className="acts">
          <button type="submit" className="go">
            {t('skip.do')}
          </button>
          <button type="button" className="quiet" onClick={onClose}>
            {t('shell.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
