import { Dialog } from '../shell/Dialog.tsx'
import { t } from '../words/t.ts'

export interface Stale {
  readonly mine: string
  /** What stands now. */
  readonly text: string
  readonly version: number
}

interface Choice {
  readonly stale: Stale
  readonly onMine: () => void
  readonly onTheirs: () => void
  readonly onClose: () => void
}

/** Lines of one text that the other has not: enough to tell the two apart. */
const only = (one: string, other: string): readonly string[] => {
  const known = new Set(other.split('\n'))
  return one.split('\n').filter((line) => line.trim() !== '' && !known.has(line))
}

/** The plan was changed elsewhere: both are shown, and one is chosen. Nothing is lost either way: undo brings it back. */
export const StaleChoice = ({ stale, onMine, onTheirs, onClose }: Choice) => (
  <Dialog title={t('editor.stale')} onClose={onClose}>
    <p className="soft">{t('editor.stale.what')}</p>
    <div className="stale-sides">
      <Side title={t('editor.stale.mine')} lines={only(stale.mine, stale.text)} />
      <Side title={t('editor.stale.theirs')} lines={only(stale.text, stale.mine)} />
    </div>
    <div className="acts">
      <button type="button" className="go" onClick={onMine}>
        {t('editor.stale.keepMine')}
      </button>
      <button type="button" onClick={onTheirs}>
        {t('editor.stale.takeTheirs')}
      </button>
      <button type="button" className="quiet" onClick={onClose}>
        {t('editor.stale.goOn')}
      </button>
    </div>
  </Dialog>
)

const Side = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => (
  <section>
    <h3>{title}</h3>
    <pre>{lines.length > 0 ? lines.slice(0, 40).join('\n') : t('editor.stale.same')}</pre>
  </section>
)
