import { t } from '../words/t.ts'

export const ImportPage = () => (
  <div className="page">
    <h1>{t('shell.import')}</h1>
  </div>
)
