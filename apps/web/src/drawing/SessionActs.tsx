import { lazy, Suspense, useState } from 'react'
import type { SessionView } from '@bell-lap/server'
import { addressOf } from '../api/client.ts'
import { Icon } from '../shell/Icon.tsx'
import { t } from '../words/t.ts'
import { withWords } from '../words/with-words.ts'
import { spoken } from './spoken.ts'

// Asked for by a press, not by the first page.
const MoveDialog = lazy(() =>
  withWords(import('../moving/MoveDialog.tsx'), import('../moving/words.ts')).then((room) => ({
    default: room.MoveDialog,
  })),
)
const SkipDialog = lazy(() =>
  withWords(import('../moving/SkipDialog.tsx'), import('../moving/words.ts')).then((room) => ({
    default: room.SkipDialog,
  })),
)

interface Asked {
  readonly view: SessionView
  /** Where to go from a page that shows nothing but this session. */
  readonly onSkipped?: () => void
}

/** What can be done with a session: to the watch, to another day, left out. */
export const SessionActs = ({ view, onSkipped }: Asked) => {
  const [asked, ask] = useState<'move' | 'skip'>()
  const { id, kind, fixed, title, standing } = view.session
  const close = () => ask(undefined)
  const watch = addressOf('GET /api/sessions/:id/export/:target', { params: { id, target: 'fit' } })
  const open = !fixed && standing === 'planned'
  // What was left out goes on no watch either.
  if (standing === 'skipped' || (!open && kind !== 'run')) return null
  return (
    <div className="acts">
      {(kind === 'run' || kind === 'test' || kind === 'mixed') && (
        <a className={open ? 'button go' : 'button'} href={watch} download>
          <Icon name="watch" />
          {t('session.watch')}
        </a>
      )}
      {open && (
        <>
          <button type="button" onClick={() => ask('move')}>
            {t('move.to')}
          </button>
          <button type="button" onClick={() => ask('skip')}>
            {t('skip.cannot')}
          </button>
        </>
      )}
      <Suspense>
        {asked === 'move' && <MoveDialog session={id} title={spoken(title)} onClose={close} />}
        {asked === 'skip' && (
          <SkipDialog session={id} version={view.version} title={spoken(title)} onClose={close} onSkipped={onSkipped} />
        )}
      </Suspense>
    </div>
  )
}
