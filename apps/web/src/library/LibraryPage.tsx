import { t } from '../words/t.ts'

export const LibraryPage = () => (
  <div className="page">
    <h1>{t('shell.library')}</h1>
  </div>
)
