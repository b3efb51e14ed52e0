import { t } from '../words/t.ts'

export const ActivityPage = () => (
  <div className="page">
    <h1>{t('shell.today')}</h1>
  </div>
)
