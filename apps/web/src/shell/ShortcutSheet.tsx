import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { t } from '../words/t.ts'
import { Dialog } from './Dialog.tsx'
import { useShortcuts } from './shortcuts.ts'
import { undoLast } from './undo.ts'

const SHEET = [
  { keys: ['?'], does: 'shell.key.help' },
  { keys: ['t'], does: 'shell.key.today' },
  { keys: ['j', 'k'], does: 'shell.key.weeks' },
  { keys: ['n'], does: 'shell.key.new' },
  { keys: ['m'], does: 'shell.key.move' },
  { keys: ['/'], does: 'shell.key.search' },
  { keys: ['u'], does: 'shell.key.undo' },
] as const

/** The keys that work everywhere, and the sheet that `?` opens. */
export const ShortcutSheet = () => {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  useShortcuts(
    {
      '?': () => setOpen(true),
      t: () => void navigate({ to: '/' }),
      n: () => void navigate({ to: '/season/new' }),
      '/': () => void navigate({ to: '/calendar', search: { find: true } }),
      u: undoLast,
    },
    'everywhere',
  )
  if (!open) return null
  return (
    <Dialog title={t('shell.shortcuts')} onClose={() => setOpen(false)}>
      <dl className="key-sheet">
        {SHEET.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">{t('shell.shortcuts.off')}</p>
    </Dialog>
  )
}
