import { t } from '../words/t.ts'

/** A page on its way: its heading's and its main part's place, so that nothing jumps when it comes. */
export const Coming = () => (
  <div className="page" aria-busy="true">
    <p className="unseen">{t('shell.loading')}</p>
    <div className="coming coming-heading" />
    <div className="coming coming-body" />
  </div>
)
