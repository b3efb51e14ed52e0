import { t } from '../words/t.ts'
import { Dialog } from './Dialog.tsx'

const SHEET = [
  { keys: ['?'], does: 'shell.key.help' },
  { keys: ['t'], does: 'shell.key.today' },
  { keys: ['j', 'k'], does: 'shell.key.weeks' },
  { keys: ['n'], does: 'shell.key.new' },
  { keys: ['m'], does: 'shell.key.move' },
  { keys: ['/'], does: 'shell.key.search' },
  { keys: ['u'], does: 'shell.key.undo' },
] as const

/** Every key and what it does. */
export const KeySheet = ({ onClose }: { readonly onClose: () => void }) => {
  return (
    <Dialog title={t('shell.shortcuts')} onClose={onClose}>
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
